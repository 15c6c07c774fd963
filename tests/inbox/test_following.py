"""What an open inbox is told as it goes on, whatever it is narrowed to."""

from datetime import timedelta

from django.utils import timezone

from liveblog import actions
from liveblog.inbox import chains
from liveblog.models import WireChain, WireFeed
from tests.inbox.people import LIST
from tests.wire.arriving import arrive, killed


def test_whoever_starts_over_still_hears_of_kills_and_of_what_is_hot(feed, bens, monkeypatch):
    monkeypatch.setattr(chains, "MOST_MOVED", 3)
    for n in range(6):
        arrive(feed, f"urn:{n}", headline=f"Item {n}")
    since = bens.get(f"{LIST}rows").json()["since"]
    arrive(feed, "urn:flash", headline="Flash", level=1)
    killed(feed, "urn:0")
    arrive(feed, "urn:note", level=1, is_advisory=True, signals=["advisory"])
    told = bens.get(f"{LIST}arrivals", {"since": since, "status": "usable"}).json()
    assert told["reset"]
    assert [alarm["kind"] for alarm in told["alarms"]] == ["kill", "flash"]
    assert [row["id"] for row in told["rows"]] == [WireChain.objects.get(guid="urn:flash").pk]
    assert told["gone"] == [WireChain.objects.get(guid="urn:0").pk]
    WireChain.objects.update(moved_at=timezone.now() - timedelta(hours=2))
    told = bens.get(f"{LIST}arrivals", {"since": chains.key_of(
        WireChain(pk=0, moved_at=timezone.now() - timedelta(hours=3)))}).json()  # fmt: skip
    assert [alarm["kind"] for alarm in told["alarms"]] == ["kill"]  # a flash of long ago is none


def test_a_list_without_news_is_followed_from_the_newest_of_all(feed, bens, monkeypatch):
    """Or a narrow list would start over for ever, and never alarm anybody."""
    monkeypatch.setattr(chains, "MOST_MOVED", 5)
    arrive(feed, "urn:flash", headline="Flash", level=1)
    long_ago = timezone.now() - timedelta(hours=2)
    WireChain.objects.update(moved_at=long_ago)
    for n in range(8):
        arrive(feed, f"urn:{n}")
    WireChain.objects.exclude(guid="urn:flash").update(moved_at=long_ago + timedelta(hours=1))
    newest = chains.key_of(WireChain.objects.get(guid="urn:7"))
    assert bens.get(f"{LIST}rows", {"level": 1}).json()["since"] == newest
    assert bens.get(LIST, {"level": 1}).context["setup"]["since"] == newest


def test_what_a_colleague_uses_is_told_to_whoever_has_it_in_sight(feed, bens, ada, blog):
    item = arrive(feed, "urn:1")
    other = arrive(feed, "urn:2")
    asked = {"since": bens.get(f"{LIST}rows").json()["since"],
             "shown": f"{item.chain_id},x,{other.chain_id},{'9' * 30}"}  # fmt: skip
    told = bens.get(f"{LIST}arrivals", asked).json()
    assert told["uses"] == {}
    assert bens.get(f"{LIST}arrivals", {**asked, "tag": told["tag"]}).status_code == 204
    actions.use(user=ada, item_id=item.pk, blog_id=blog.pk, publish=True)
    told = bens.get(f"{LIST}arrivals", {**asked, "tag": told["tag"]}).json()
    assert list(told["uses"]) == [str(item.chain_id)]
    assert "update 1" in told["uses"][str(item.chain_id)]


def test_a_feed_that_fails_is_told_where_its_items_are_missed(feed, bens):
    asked = {"since": chains.key_of_now()}
    now = timezone.now()
    WireFeed.objects.update(kind="address", next_attempt_at=now, attempts=2, error="It failed.")
    assert bens.get(f"{LIST}arrivals", asked).json()["feeds"] == []
    WireFeed.objects.update(attempts=3)
    assert bens.get(f"{LIST}arrivals", asked).json()["feeds"] == [
        "Nothing new comes by Northwire main: It failed. It never worked."
    ]
    WireFeed.objects.update(succeeded_at=now)
    (said,) = bens.get(f"{LIST}arrivals", asked).json()["feeds"]
    assert "It last worked at" in said
    WireFeed.objects.update(is_active=False)
    assert bens.get(f"{LIST}arrivals", asked).json()["feeds"] == []
    long_ago = now - timedelta(minutes=2)
    WireFeed.objects.update(is_active=True, next_attempt_at=long_ago, attempts=0, error="")
    (said,) = bens.get(f"{LIST}arrivals", asked).json()["feeds"]
    assert "Nobody looks" in said
