"""What agencies have sent while the demo's storm went on: an item in every state."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from liveblog import actions
from liveblog.demo.clock import turned_to
from liveblog.demo.reading import read
from liveblog.demo.stage import Stage
from liveblog.models import LiveBlog, WireFeed

PLAIN: dict[str, Any] = {
    "version": "1",
    "pub_status": "usable",
    "embargo_closed": False,
    "embargo_until": None,
    "headline": "",
    "body": "",
    "subjects": [],
    "media": [],
    "signals": [],
    "warnings": [],
    "is_advisory": False,
}


def send_wires(stage: Stage, now: datetime, blog: LiveBlog) -> None:
    """Let everything arrive at its minute; what `used_by` names is a draft in `blog` then."""
    rows = read("wires")
    feeds = {row["slug"]: _feed(stage, row) for row in rows["feeds"]}
    for row in rows["items"]:
        with turned_to(now - timedelta(minutes=row.pop("ago"))):
            _send(stage, feeds[row.pop("feed")], row, now, blog)


def _feed(stage: Stage, row: dict[str, Any]) -> WireFeed:
    provider = stage.sources[row["provider"]]
    feed, made = WireFeed.objects.get_or_create(
        slug=row["slug"],
        defaults={"name": row["name"], "provider": provider, "kind": WireFeed.Kind.PUSH},
    )
    if made:
        feed.retracts.set([provider])
    return feed


def _send(stage: Stage, feed: WireFeed, row: dict[str, Any], now: datetime, blog: LiveBlog) -> None:
    used_by, minutes = row.pop("used_by", ""), row.pop("embargo_minutes", 0)
    fields: Any = {**PLAIN, **row}
    fields["guid"] = f"urn:demo:{row['guid']}"
    if minutes:
        fields |= {"embargo_closed": True, "embargo_until": now + timedelta(minutes=minutes)}
    item = actions.receive(feed=feed, fields=fields).item
    if used_by:
        actions.use(user=stage.people[used_by], item_id=item.pk, blog_id=blog.pk)
