"""The JSON API: what other outlets read. Documents come from `liveblog.documents`."""
