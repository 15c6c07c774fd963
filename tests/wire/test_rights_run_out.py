"""When the days a contract gives are over, the copy goes; when it gives more, it comes back."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from liveblog import actions
from liveblog.models import Entry, RightsProfile, SharedEdit
from tests.cast import again, allow, credit, open_blog, publish_entry
from tests.search.asking import found
from tests.wire.arriving import arrive, feed_of

State = Entry.State
PAGE = "https://northwire.example/ferries"
MONTH = timedelta(days=30)


@pytest.fixture
def item(northwire):
    allow(northwire, public_api="whole", feed="whole", embed="whole", expires_after_days=30)
    return arrive(feed_of(northwire), url=PAGE)


@pytest.fixture
def entry(item, blog, ada, northwire):
    """Published with Northwire's copy, which may stand for 30 days."""
    words = {"headline": "Canary", "is_key_event": True, "key_event_title": "Canary in the mine"}
    credits = [credit(northwire)]
    return publish_entry(
        blog, ada, "<p>The canary sang.</p>", built_from=item.pk, attributions=credits, **words
    )


def expire(entry):
    return actions.expire_due(now=entry.published_at + MONTH)


def contract(**fields):
    RightsProfile.objects.update(**fields)


def test_it_goes_at_its_very_moment(entry):
    assert actions.expire_due(now=entry.published_at + MONTH - timedelta(microseconds=1)) == []
    assert expire(entry) == [entry.pk]
    assert again(entry).rights_expired_at == entry.published_at + MONTH
    assert expire(entry) == []


def test_a_change_to_summer_time_shortens_no_contract(item, team, ada):
    zone = ZoneInfo("America/New_York")
    blog = open_blog(team, ada)
    before = datetime(2026, 3, 1, 12, 0, tzinfo=zone)
    with time_machine.travel(before, tick=False):
        entry = publish_entry(blog, ada, built_from=item.pk)
    noon = datetime(2026, 3, 31, 12, 0, tzinfo=zone)  # 30 days by the calendar, less an hour
    assert actions.expire_due(now=noon) == []
    assert actions.expire_due(now=noon + timedelta(hours=1)) == [entry.pk]


def test_readers_are_told_under_the_next_version(entry, blog):
    expire(entry)
    stub = again(entry)
    assert (stub.state, stub.number) == (State.PUBLISHED, entry.number)
    assert stub.seq == again(blog).version > entry.seq
    revision = stub.revisions.first()
    assert (revision.verb, revision.user) == ("expire", None)


def test_the_frame_the_time_and_the_credit_stay_with_a_link(entry, blog, client):
    expire(entry)
    page = client.get(blog.get_absolute_url()).content.decode()
    assert "The agency’s text is no longer available here." in page
    assert f'<a href="{PAGE}">Read it at Northwire</a>' in page
    assert "Northwire reported" in page
    document = client.get(f"/api/v1/entries/{entry.public_id}/").json()
    assert (document["rights"], document["original_url"]) == ("withheld", PAGE)
    for kind in ("atom", "rss", "json"):
        assert PAGE in client.get(f"{blog.get_absolute_url()}feed.{kind}").content.decode()


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "ftp://northwire.example/1"])
def test_an_address_that_leads_nowhere_is_no_link(entry, item, blog, client, url):
    type(item).objects.update(url=url)
    expire(entry)
    page = client.get(blog.get_absolute_url()).content.decode()
    assert "no longer available here.</p>" in page
    assert client.get(f"/api/v1/entries/{entry.public_id}/").json()["original_url"] is None


def public_addresses(blog, entry):
    page = blog.get_absolute_url()
    feeds = [f"{page}feed.{kind}" for kind in ("atom", "rss", "json")]
    api = f"/api/v1/blogs/{blog.slug}/"
    return [
        *("/", page, entry.get_absolute_url(), f"{page}changes?since=0", *feeds),
        *(api, f"{api}entries/", f"{api}changes/?since=0", f"/api/v1/entries/{entry.public_id}/"),
        *("/news-sitemap.xml", "/sitemap.xml", "/search/?q=northwire"),
        f"/api/v1/search/?q=canary&blog={blog.slug}",
    ]


def test_no_word_of_it_is_left_anywhere(entry, blog, client, ada):
    actions.pin(user=ada, entry_id=entry.pk)
    held = [a for a in public_addresses(blog, entry) if b"anary" in client.get(a).content]
    assert len(held) >= 10
    expire(entry)
    assert found("sang") == found("canary") == []
    for address in public_addresses(blog, entry):
        text = client.get(address).content.decode().replace("q=canary", "")
        assert "canary" not in text.lower(), address


def test_the_static_export_follows(entry, blog, written):
    written.export(blog.slug)
    assert b"canary sang" in written.text()
    expire(entry)
    written.export(blog.slug)
    assert b"anary" not in written.text()


def test_a_contract_may_want_it_withdrawn(entry, client):
    contract(after_expiry="withdraw")
    expire(entry)
    gone = again(entry)
    assert gone.state == State.WITHDRAWN
    assert "does not allow its text any longer" in gone.alert
    assert client.get(entry.get_absolute_url()).status_code == 410


def test_what_was_withdrawn_expires_unseen_and_comes_back_as_a_stub(entry, blog, ada, client):
    entry = actions.withdraw(user=ada, entry_id=entry.pk)
    version = again(blog).version
    expire(entry)
    assert again(blog).version == version
    actions.restore(user=ada, entry_id=entry.pk, revision=again(entry).revision)
    assert "sang" not in client.get(entry.get_absolute_url()).content.decode()


def test_an_edit_brings_nothing_back(entry, ada, client):
    expire(entry)
    now = again(entry)
    fields = {"headline": "Canary again"}
    actions.edit(user=ada, entry_id=entry.pk, revision=now.revision, fields=fields)
    assert "anary" not in client.get(entry.get_absolute_url()).content.decode()
    assert found("canary") == []


def test_own_words_instead_of_the_copy_are_shown(entry, ada, client):
    expire(entry)
    fields = {"body": "<p>What we know.</p>", "built_from": None}
    now = again(entry)
    actions.edit(user=ada, entry_id=entry.pk, revision=now.revision, fields=fields)
    assert "What we know" in client.get(entry.get_absolute_url()).content.decode()
    assert expire(entry) == []


@pytest.mark.parametrize("days", [60, None])
def test_a_longer_contract_brings_it_back(entry, blog, chi, northwire, days):
    expire(entry)
    fields = {"expires_after_days": days}
    with time_machine.travel(entry.published_at + MONTH, tick=False):
        actions.edit_rights(user=chi, source_id=northwire.pk, fields=fields)
    back = again(entry)
    assert back.rights_expired_at is None
    assert back.seq == again(blog).version
    assert back.revisions.first().verb == "renew"
    assert found("sang") == [1]


def test_what_the_contract_withdrew_may_be_restored_when_it_is_longer(entry, chi, northwire):
    contract(after_expiry="withdraw")
    expire(entry)
    with time_machine.travel(entry.published_at + MONTH, tick=False):
        fields = {"expires_after_days": 60}
        actions.edit_rights(user=chi, source_id=northwire.pk, fields=fields)
        assert actions.expire_due() == [entry.pk]
        back = again(entry)
        assert (back.state, back.rights_expired_at) == (State.WITHDRAWN, None)
        back = actions.restore(user=chi, entry_id=entry.pk, revision=back.revision)
    assert back.rights_for("page").level == "whole"


def test_a_shorter_contract_takes_it_down(entry, chi, northwire):
    with time_machine.travel(entry.published_at + timedelta(days=10), tick=False):
        fields = {"expires_after_days": 7}
        actions.edit_rights(user=chi, source_id=northwire.pk, fields=fields)
    assert again(entry).rights_expired_at


def test_a_contract_that_is_gone_frees_it(entry):
    expire(entry)
    RightsProfile.objects.all().delete()
    assert expire(entry) == [entry.pk]
    assert again(entry).rights_expired_at is None


def test_only_copy_expires(entry, blog, ada, northwire):
    own = publish_entry(blog, ada, attributions=[credit(northwire)])
    assert actions.expire_due(now=own.published_at + MONTH) == [entry.pk]


def test_never_and_beyond_all_years_is_never(entry):
    contract(expires_after_days=None)
    assert expire(entry) == []
    contract(expires_after_days=2_000_000_000)
    assert expire(entry) == []


def test_entries_of_many_live_blogs_a_piece_at_a_time(item, team, ada):
    blogs = [open_blog(team, ada) for _ in range(3)]
    made = [publish_entry(blog, ada, built_from=item.pk) for blog in blogs for _ in range(2)]
    now = made[-1].published_at + MONTH
    assert actions.expire_due(now=now, limit=4) == [entry.pk for entry in made[:4]]
    assert actions.expire_due(now=now, limit=4) == [entry.pk for entry in made[4:]]
    assert all(again(entry).rights_expired_at == now for entry in made)


def test_ten_thousand_due_are_looked_at_a_piece_at_a_time(item, blog):
    at = datetime(2023, 1, 5, tzinfo=UTC)
    Entry.objects.bulk_create(
        Entry(
            blog=blog, built_from=item, state=State.PUBLISHED, number=n, seq=n, first_seq=n,
            display_at=at, published_at=at + timedelta(seconds=n), body_text="Sang.",
        )
        for n in range(1, 10_001)
    )  # fmt: skip
    type(blog).objects.filter(pk=blog.pk).update(version=10_000, public_entries=10_000)
    changed = actions.expire_due(now=at + 2 * MONTH, limit=20)
    assert Entry.objects.filter(rights_expired_at__isnull=False).count() == len(changed) == 20


def test_one_that_cannot_be_changed_does_not_keep_the_others_up(item, blog, ada, monkeypatch):
    first, second = (publish_entry(blog, ada, built_from=item.pk) for _ in range(2))
    real = actions.wire_expiring.settle_rights

    def settle(change, entry, now):
        if entry.pk == first.pk:
            raise RuntimeError("broken")
        return real(change, entry, now)

    monkeypatch.setattr(actions.wire_expiring, "settle_rights", settle)
    assert expire(second) == [second.pk]
    monkeypatch.undo()
    assert expire(second) == [first.pk]  # whoever died in the middle goes on


def test_a_renamed_agency_is_named_anew_on_what_has_expired(entry, northwire, chi, ada, client):
    fields = {"attributions": []}
    actions.edit(user=ada, entry_id=entry.pk, revision=entry.revision, fields=fields)
    expire(entry)
    fields = {"name": "Northwire News"}
    actions.edit_source(user=chi, source_id=northwire.pk, revision=1, fields=fields)
    assert "Read it at Northwire News" in client.get(entry.get_absolute_url()).content.decode()
    assert not SharedEdit.objects.filter(finished_at=None).exists()


def test_the_worker_takes_it_down_and_says_so_within_a_minute(entry, worker):
    worker.round()
    with time_machine.travel(entry.published_at + MONTH, tick=False):
        worker.round()
    assert again(entry).rights_expired_at
