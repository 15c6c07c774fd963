"""What the wires brought and what became of it: tables for a chief who talks to an agency.

Read only, by indexed queries, of one period and the live blogs of some teams. No text is loaded
but of the few updates that a question is about.
"""

from liveblog.reports.credit import overquoted, uncredited
from liveblog.reports.delays import delays
from liveblog.reports.expiries import expiries
from liveblog.reports.one_blog import ONE_BLOG
from liveblog.reports.retractions import retractions
from liveblog.reports.scope import Scope
from liveblog.reports.shares import blogs, sources
from liveblog.reports.spreadsheet import as_csv
from liveblog.reports.tables import Column, Table, Value
from liveblog.reports.usage import agencies

# By key, in the order of the page.
TABLES = {
    table.__name__: table
    for table in (
        agencies, delays, blogs, sources, retractions, uncredited, overquoted, expiries,
    )
}  # fmt: skip

__all__ = ["ONE_BLOG", "TABLES", "Column", "Scope", "Table", "Value", "as_csv"]
