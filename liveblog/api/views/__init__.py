"""The API's views: thin, read-only, one file per kind of thing."""
