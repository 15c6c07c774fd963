"""The site as files: what a web server can go on serving while the application is away.

A mirror, not a log: every document is asked of the site's own views and written where it differs.
A pass can be repeated and cut off at any point; the cursor moves when it is complete.
"""

from liveblog.static_export.blog import BlogPass
from liveblog.static_export.exporting import Exporting
from liveblog.static_export.passes import Snapshot
from liveblog.static_export.tree import NotOurs, Tree

__all__ = ["BlogPass", "Exporting", "NotOurs", "Snapshot", "Tree"]
