"""Pages and answers of the inbox."""
