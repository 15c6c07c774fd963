"""Asking the search, with words for answers."""

from liveblog.search import Asked, find


def found(text, outlet="page", **filters):
    """The numbers of the entries found, newest first."""
    asked = Asked(text, newest=True, **filters)
    return [entry.number for entry in find(asked, outlet, size=20).entries]
