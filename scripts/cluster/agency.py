"""An agency whose messages are taken in as the worker takes them: `python -m scripts.cluster.agency
item SLUG WORD` publishes an update built from its item, `… kill SLUG WORD` sends the item's kill.

Prints `{"id", "number", "ordered"}`; `ordered` is the monotonic clock, one for all processes, as
the message came.
"""

from __future__ import annotations

import json
import sys
import time

GUID = "urn:northwire.example:cluster"
MESSAGE = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="{guid}" version="{version}"><itemMeta><itemClass qcode="ninat:text"/>
<provider><name>Northwire</name></provider><versionCreated>2026-03-02T21:34:10Z</versionCreated>
<pubStatus qcode="stat:{status}"/></itemMeta><contentMeta><headline>{headline}</headline>
</contentMeta></newsItem></itemSet></newsMessage>"""


def main() -> None:
    import django

    django.setup()

    from liveblog import actions
    from liveblog.models import Entry, LiveBlog, RightsProfile, Source, WireFeed
    from liveblog.rights import OUTLETS
    from liveblog.wire.intake import take_in
    from liveblog.wire.reader import Reader

    what, slug, word = sys.argv[1:]
    source, new = Source.objects.get_or_create(slug="northwire", defaults={"name": "Northwire"})
    if new:
        RightsProfile.objects.create(source=source, **dict.fromkeys(OUTLETS, "whole"))
    feed, new = WireFeed.objects.get_or_create(
        slug="northwire", defaults={"name": "Northwire", "kind": "push", "provider": source}
    )
    if new:
        feed.retracts.add(source)
    killing = what == "kill"
    message = MESSAGE.format(
        guid=GUID,
        version=2 if killing else 1,
        status="canceled" if killing else "usable",
        headline="" if killing else word,
    )
    with Reader() as reads:
        reads.read(message.encode())  # its process has started: what follows is one message's time
        ordered = time.monotonic()
        item = take_in(feed, "cluster.xml", message.encode(), reads).new[0]
    if killing:
        entry = Entry.objects.get(built_from__chain=item.chain_id)
    else:
        entry = actions.publish_new(
            user=actions.SYSTEM,
            blog_id=LiveBlog.objects.get(slug=slug).pk,
            fields={"headline": word, "body": f"<p>{word} at sea.</p>", "built_from": item.pk},
        )
    told = {"id": str(entry.public_id), "number": entry.number, "ordered": ordered}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
