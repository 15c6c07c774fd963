"""Files as agencies send them, invented: feeds of fifty, single ninjs items, NewsML-G2 messages."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from bench.stocking import WORDS, body

FEED = 50  # items of an RSS file
START = datetime(2026, 3, 2, tzinfo=UTC)
URGENCIES = (5, 5, 5, 4, 4, 4, 4, 6, 3, 2)


def files(first: int, count: int) -> Iterator[tuple[str, bytes]]:
    """Name and bytes; half of `count` items by RSS, a quarter each ninjs and NewsML-G2.

    Numbers run from `first`; no two are alike.
    """
    half, rest = count // 2, count - count // 2
    for number in range(first, first + half, FEED):
        numbers = range(number, min(number + FEED, first + half))
        yield f"{number}.rss", rss(numbers)
    for number in range(first + half, first + half + rest):
        if number % 2:
            yield f"{number}.json", ninjs(number)
        else:
            yield f"{number}.xml", newsml_g2(number)


def headline(number: int) -> str:
    chance = random.Random(number)  # noqa: S311  the same in every run
    return " ".join(chance.sample(WORDS, 6)).capitalize()


def moment(number: int) -> datetime:
    return START + timedelta(seconds=number)


def rss(numbers: range) -> bytes:
    items = "".join(
        f"<item><guid isPermaLink='false'>urn:bench:{n}</guid><title>{headline(n)}</title>"
        f"<link>https://northwire.example/{n}</link><category>harbour</category>"
        f"<pubDate>{moment(n):%a, %d %b %Y %H:%M:%S} GMT</pubDate>"
        f"<description><![CDATA[{body(n)}]]></description></item>"
        for n in numbers
    )
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Northwire</title>'
        f"<link>https://northwire.example/</link><description>News</description>{items}"
        "</channel></rss>"
    ).encode()


def ninjs(number: int) -> bytes:
    return json.dumps({
        "uri": f"urn:bench:{number}", "type": "text", "version": "1",
        "versioncreated": moment(number).isoformat(), "pubstatus": "usable",
        "urgency": URGENCIES[number % 10], "headline": headline(number),
        "body_xhtml": body(number), "byline": "Jane Doe", "copyrightholder": "Northwire",
        "subject": [{"code": f"medtop:{number % 40:08}", "name": WORDS[number % 40]}],
    }).encode()  # fmt: skip


def newsml_g2(number: int) -> bytes:
    return (
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
        f'<newsItem guid="urn:bench:{number}" version="1" standard="NewsML-G2" xml:lang="en">'
        '<itemMeta><itemClass qcode="ninat:text"/><provider><name>Northwire</name></provider>'
        f"<versionCreated>{moment(number).isoformat()}</versionCreated>"
        '<pubStatus qcode="stat:usable"/></itemMeta><contentMeta>'
        f"<urgency>{URGENCIES[number % 10]}</urgency><slugline>storm-{number % 500}</slugline>"
        f"<headline>{headline(number)}</headline><by>Jane Doe</by>"
        f'<subject qcode="medtop:{number % 40:08}"/></contentMeta><contentSet>'
        '<inlineXML contenttype="application/xhtml+xml">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body(number)}</body></html>'
        "</inlineXML></contentSet></newsItem></itemSet></newsMessage>"
    ).encode()
