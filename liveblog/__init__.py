"""Live blogs: numbered sequences of public states, and everything that follows them."""
