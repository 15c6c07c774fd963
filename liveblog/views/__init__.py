"""Public pages: the same bytes for everyone."""
