"""Searching public entries, without telling what an outlet may not read.

One rule for readers and programs, on both databases: `words` says what a word is, the index
holds the words of public entries only, and rights say in which of them an outlet may look.
"""

from liveblog.search.asking import MAX_LENGTH, MAX_PAGES, Asked, Found, find
from liveblog.search.index import keep, keep_wire
from liveblog.search.matching import matching

__all__ = ["MAX_LENGTH", "MAX_PAGES", "Asked", "Found", "find", "keep", "keep_wire", "matching"]
