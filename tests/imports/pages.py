"""Pages of an invented series, in the format of the real one."""

CAPTION = "A ferry burns in the harbour of Morrow, on Jan. 4, 2023."
HEAD = f"""Accessibility links

Breaking News

Latest Developments in Morrow: Jan. 5

{CAPTION}
{CAPTION}

For full coverage of the ferries, visit Flashpoint Morrow.

The latest developments in the harbour. All times EST.
"""
ENTRIES = """
9:34 p.m.: The port is closed, Meridian reported.

It closed at 4 p.m.: nobody was told.

8:22 p.m.:

noon: The port is open.
"""
FOOT = """
Some information in this report came from Meridian and The Harbour Press.

  • 16x9 Image

    Tide News

    Tide News is the work of many journalists.
"""


def page(entries: str = ENTRIES, *, head: str = HEAD, foot: str = FOOT) -> str:
    return head + entries + foot
