"""The demo shows every state and kind of entry, all through the verbs."""

import io
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from liveblog import documents, render
from liveblog.demo import seeding
from liveblog.demo.scenes import draw_harbor
from liveblog.imports.known_sources import KNOWN_SOURCES
from liveblog.models import Entry, LiveBlog, MediaAsset, PubStatus, Revision, Source
from liveblog.render.entries import late_label
from liveblog.window import find_blog, load_window
from tests.cast import again


@pytest.fixture(scope="module")
def seeded(django_db_setup, django_db_blocker):
    """The demo, made once for this module and taken back after it: the time it was made."""
    with django_db_blocker.unblock(), transaction.atomic():
        made_at = timezone.now()
        seeding.seed(known_passwords=False)
        yield made_at
        transaction.set_rollback(True)


@pytest.fixture
def demo(seeded, db):
    return seeded


@pytest.fixture
def live(demo):
    return LiveBlog.objects.get(import_key="demo:storm-live")


@pytest.fixture
def night(demo):
    return LiveBlog.objects.get(import_key="demo:storm-night")


@pytest.fixture
def published(live):
    return list(live.entries.public().newest_first().with_content())


def text_of(entries):
    return " ".join(entry.body_text for entry in entries)


def test_one_live_blog_is_live_one_has_ended_and_one_is_planned(demo):
    statuses = LiveBlog.objects.order_by("pk").values_list("status", flat=True)
    assert list(statuses) == ["ended", "live", "planned"]


def test_every_state_of_an_entry_is_there(demo):
    assert set(Entry.objects.values_list("state", flat=True)) == set(Entry.State.values)


def test_the_live_page_has_older_pages(live):
    window = load_window(find_blog(live.slug))
    assert live.public_entries >= 40
    assert window.older is not None


def test_the_newest_entries_are_a_few_minutes_old(demo, published):
    assert demo - published[0].display_at < timedelta(minutes=5)
    assert all(entry.display_at <= demo for entry in published)


def test_only_the_back_dated_entry_counts_as_late(published):
    late = [entry for entry in published if late_label(entry)]
    assert len(late) == 1


def test_the_ended_day_runs_over_midnight(night):
    entries = night.entries.public()
    days = {entry.display_at.astimezone(night.zone).date() for entry in entries}
    assert len(days) == 2
    assert night.coverage_end < LiveBlog.objects.get(status="live").coverage_start


def test_the_days_of_the_topic_lead_to_each_other(live, night):
    assert find_blog(live.slug).previous_slug == night.slug
    assert find_blog(night.slug).next_slug == live.slug


@pytest.mark.parametrize(
    ("what", "shown"),
    [
        ("a key event", lambda entry: entry.is_key_event),
        ("an unconfirmed report", lambda entry: entry.verification == "unconfirmed"),
        ("a picture", lambda entry: entry.images.all()),
        ("an embed alone", lambda entry: entry.embeds.all() and not entry.body),
        ("several attributions", lambda entry: len(entry.attributions.all()) > 1),
        ("a via", lambda entry: any(row.via for row in entry.attributions.all())),
        ("an own correspondent", lambda entry: any(row.person for row in entry.attributions.all())),
        ("a long text", lambda entry: len(entry.body_text.split()) > 200),
        ("a headline", lambda entry: entry.headline),
        ("a list", lambda entry: "<ul>" in entry.body),
        ("Arabic", lambda entry: "الحافلات" in entry.body),
        ("Hebrew", lambda entry: "האוטובוסים" in entry.body),
        ("a working copy", lambda entry: hasattr(entry, "working_copy")),
        ("a restored entry", lambda entry: entry.revisions.filter(verb="restore").exists()),
        ("an edited entry", lambda entry: entry.revisions.filter(verb="edit").exists()),
        ("an approved entry", lambda entry: entry.revisions.filter(verb="approve").exists()),
    ],
)
def test_the_live_blog_shows(published, what, shown):
    assert any(shown(entry) for entry in published), what


def test_there_is_a_correction_and_a_clarification(published):
    kinds = {row.kind for entry in published for row in entry.corrections.all()}
    assert kinds == {"correction", "clarification"}


def test_a_corrected_entry_keeps_in_its_revisions_what_was_wrong(published):
    entry = next(
        entry for entry in published if entry.key_event_title == "Low Town is told to leave"
    )
    first = entry.revisions.order_by("number").first().snapshot["fields"]["body"]
    assert "42,000" in first
    assert "42,000" not in entry.body


def test_an_entry_is_pinned(live):
    assert live.pinned_entry.headline == "Where to go, whom to call"


def test_a_draft_is_under_embargo(demo):
    assert Entry.objects.get(embargo_until__gt=demo).state == Entry.State.DRAFT


def test_the_api_gets_all_an_excerpt_or_nothing_as_each_contract_says(published):
    built = [entry for entry in published if entry.built_from]
    levels = {documents.entry_document(entry, "public_api")["rights"] for entry in built}
    assert levels == {"whole", "excerpt", "withheld"}


def test_the_killed_entry_was_built_from_copy_its_agency_has_killed(live):
    killed = live.entries.get(state=Entry.State.KILLED)
    assert killed.built_from.chain.pub_status == PubStatus.CANCELED


def test_nothing_that_is_not_public_is_on_the_page(live):
    window = load_window(find_blog(live.slug), floor="")
    page = render.render_page(window)
    hidden = live.entries.exclude(state=Entry.State.PUBLISHED)
    assert hidden.count() >= 7
    assert not [entry for entry in hidden if entry.body_text.split("\n")[0] in page]


def test_the_credit_line_names_the_agencies(live):
    assert live.credit_line == (
        "Some information in this report came from Northwire, The Coastal Press Agency "
        "and Meridian News Service."
    )


def test_no_agency_of_the_demo_is_a_real_one(demo):
    real = {source.name for source in KNOWN_SOURCES}
    assert not real & set(Source.objects.values_list("name", flat=True))


def test_no_place_in_a_text_was_left_open(demo):
    stored = text_of(Entry.objects.all())
    assert "{" not in stored
    assert ".." not in stored


def test_agencies_were_a_little_earlier_than_the_page(published):
    built = [entry for entry in published if entry.built_from]
    assert len(built) >= 4
    for entry in built:
        minutes = (entry.published_at - entry.built_from.received_at).total_seconds() / 60
        assert 1 < minutes < 15


def test_every_picture_may_be_shown(demo):
    pictures = list(MediaAsset.objects.all())
    assert [(picture.width, picture.height) for picture in pictures] == [(1600, 900)] * 3
    assert all(picture.may_be_shown for picture in pictures)


def test_a_picture_is_drawn_the_same_every_time():
    assert draw_harbor().tobytes() == draw_harbor().tobytes()


def test_every_change_left_a_revision_of_its_own_hour(live, published):
    assert Revision.objects.filter(blog=live, entry=published[-1]).get().at == (
        published[-1].published_at
    )


def test_made_again_it_changes_nothing(live):
    Entry.objects.filter(pk=live.pinned_entry_id).update(headline="Edited since")
    before = Revision.objects.count(), User.objects.count(), again(live).desk_version
    call_command("seed_demo", stdout=(out := io.StringIO()))
    assert out.getvalue() == "The demo is there already; nothing was changed.\n"
    assert (Revision.objects.count(), User.objects.count(), again(live).desk_version) == before
    assert Entry.objects.get(pk=live.pinned_entry_id).headline == "Edited since"
