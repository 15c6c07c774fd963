"""When the rights in an item end by its own words, its copy goes as at the end of a contract."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from liveblog import actions
from liveblog.models import Entry
from liveblog.reports.expiries import expiries
from liveblog.reports.scope import Scope
from liveblog.wire.judging import verdict
from tests.cast import again, allow, publish_entry
from tests.wire import files
from tests.wire.arriving import arrive, feed_of

END = timezone.now() + timedelta(days=3)
APRIL = datetime(2026, 4, 1, 12, 0, tzinfo=UTC)
PAGE = "https://northwire.example/ferries"


@pytest.fixture
def item(northwire):
    return arrive(feed_of(northwire), rights_until=END, url=PAGE)


@pytest.fixture
def entry(item, blog, ada):
    return publish_entry(blog, ada, "<p>The canary sang.</p>", built_from=item.pk)


def info(end="", start=""):
    stamps = f'validfrom="{start}" ' * bool(start) + f'validto="{end}"' * bool(end)
    return f"<rightsInfo {stamps}><usageTerms>Web.</usageTerms></rightsInfo>"


def g2(*infos):
    return files.g2(files.g2_item().replace("<itemMeta>", f"{''.join(infos)}<itemMeta>"))


NITF = '<doc.rights enddate="20260401T120000Z"/>'
USAGE = "<UsageType>NO ARCHIVAL USE</UsageType>"


@pytest.mark.parametrize(
    "data",
    [
        g2(info("2026-04-01T12:00:00Z")),
        g2(info("2026-04-01T14:00:00+02:00"), info("2026-05-01T12:00:00Z")),
        g2(info("2026-03-10T00:00:00Z"), info("2026-04-01T12:00:00Z", "2026-03-10T00:00:00Z")),
        files.nitf(NITF),
        files.newsml_1().replace(USAGE, f"{USAGE}<EndDate>20260401T120000+0000</EndDate>"),
    ],
)
def test_an_agency_says_when_they_end(data):
    assert files.item(data).rights_until == APRIL


@pytest.mark.parametrize(
    "data",
    [
        files.g2(), files.nitf(), files.newsml_1(), g2(info("", "2026-03-10T00:00:00Z")),
        g2(info("2026-03-10T00:00:00Z"), info("", "2026-03-10T00:00:00Z")),
        files.nitf('<doc.rights enddate="after the season"/>'),
    ],
)  # fmt: skip
def test_most_say_nothing_of_it_or_go_on(data):
    assert files.item(data).rights_until is None


def test_what_has_ended_is_not_published(item, blog, ada):
    with time_machine.travel(END, tick=False):
        with pytest.raises(actions.Blocked, match="rights"):
            actions.use(user=ada, item_id=item.pk, blog_id=blog.pk)
        with pytest.raises(actions.Blocked, match="rights"):
            publish_entry(blog, ada, built_from=item.pk)
        assert actions.cite(user=ada, item_id=item.pk, blog_id=blog.pk).entry.pk


def test_it_is_judged_so_before_it_is_stored():
    found = files.item(files.nitf(NITF))
    assert verdict(found, APRIL - timedelta(seconds=1)).state == "usable"
    assert verdict(found, APRIL).state == "blocked"


def test_no_schedule_beyond_them(item, blog, ada):
    draft = actions.use(user=ada, item_id=item.pk, blog_id=blog.pk).entry
    with pytest.raises(actions.Blocked, match="rights"):
        actions.schedule(user=ada, entry_id=draft.pk, revision=draft.revision, at=END)


def test_a_stub_with_a_link_is_left_when_they_end(entry, blog, client):
    assert actions.expire_due(now=END - timedelta(microseconds=1)) == []
    assert actions.expire_due(now=END) == [entry.pk]
    assert actions.expire_due(now=END) == []
    page = client.get(blog.get_absolute_url()).content.decode()
    assert "canary" not in page
    assert f'<a href="{PAGE}">Read it at Northwire</a>' in page


def test_a_profile_may_want_it_withdrawn(entry, northwire):
    allow(northwire, after_expiry="withdraw")
    actions.expire_due(now=END)
    assert again(entry).state == Entry.State.WITHDRAWN


def test_whichever_ends_first(entry, northwire):
    allow(northwire, expires_after_days=1)
    assert actions.expire_due(now=entry.published_at + timedelta(days=1)) == [entry.pk]


def test_a_longer_contract_brings_nothing_back_that_the_item_ended(entry, northwire):
    allow(northwire, expires_after_days=1)
    actions.expire_due(now=END)
    type(northwire.rights_profile).objects.update(expires_after_days=99)
    assert actions.expire_due(now=END) == []
    assert again(entry).rights_expired_at == END


def test_what_is_left_of_it_may_still_be_corrected(entry, ada):
    actions.expire_due(now=END)
    with time_machine.travel(END, tick=False):
        now = again(entry)
        known = {"user": ada, "entry_id": entry.pk, "revision": now.revision}
        actions.correct(**known, note="It was Friday.", fields={"urgency": 4})


def test_a_version_that_prolongs_them_brings_it_back(entry, ada, item):
    actions.expire_due(now=END)
    later = arrive(item.feed, version="2", rights_until=END + timedelta(days=9))
    with time_machine.travel(END, tick=False):
        now, fields = again(entry), {"built_from": later.pk}
        actions.edit(user=ada, entry_id=entry.pk, revision=now.revision, fields=fields)
    assert again(entry).rights_expired_at is None


def test_what_ends_soon_is_reported(entry, team):
    now = timezone.now()
    scope = Scope(since=now, until=now, now=now, teams=[team.pk], limit=10)
    ((_, agency, count, _),) = expiries(scope).rows
    assert (agency, count) == ("Northwire", 1)
