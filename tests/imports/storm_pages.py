"""Invented pages in the shapes the format comes in, and the real one beside the project."""

from pathlib import Path

REAL = Path(__file__).resolve().parents[3] / "shared/reference/voa-2023-01-05.txt"

STORM = """Breaking News

Latest Developments on the Carrow Coast: Jan. 5

A fishing boat on the quay at Port Ellery, Carrow County, on Jan. 4, 2023.

For full coverage of the storm on the coast, visit Storm Watch.

The latest developments as the storm nears the coast. All times EST.

9:34 p.m.: Ferries to the islands will not sail before Sunday, Northwire reported.

The operator said two of its boats were damaged at their moorings.

8:22 p.m.:

noon: Shelters in three schools are open, according to the Coastal Press.

12:02 a.m.: The river Wend rose fast, Northwire reported, citing the Wend Courier.

Some information in this report came from Northwire and The Coastal Press.

  • 16x9 Image

    Storm Desk

    The storm desk writes about weather.
"""

# "All times EDT:" at the end of the standfirst, the present tense, no blank lines, no footer.
TIGHT = """Latest Developments on the Carrow Coast: July 8, 2022
The latest on the storm. All times EDT:
4 p.m.: Reuters reports that the harbour is closed.
The harbour master expects to open it on Saturday.
12 p.m.: A second storm is forming far out at sea, The Associated Press reports.
12 a.m.: The wind is down to a breeze.
"""


def with_windows_line_ends(page):
    return "\ufeff" + page.replace("\n", "\r\n")
