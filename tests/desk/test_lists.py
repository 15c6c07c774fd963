"""The two lists: bounded, filtered, continued by a key; the same cost at any length."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from liveblog import actions
from liveblog.desk import lists
from liveblog.models import Entry
from tests.cast import credit, draft_entry, in_an_hour, publish_entry
from tests.feeds.stage import fill


def ids(entries):
    return [entry["id"] for entry in entries]


@pytest.fixture
def newsroom(blog, ada, ben):
    """One entry in every state."""
    draft = draft_entry(blog, ben, "<p>Draft.</p>")
    review = draft_entry(blog, ben, "<p>Review.</p>")
    actions.submit(user=ben, entry_id=review.pk, revision=1)
    later = draft_entry(blog, ada, "<p>Later.</p>")
    actions.schedule(user=ada, entry_id=later.pk, revision=1, at=in_an_hour())
    found = {"draft": draft, "in_review": review, "scheduled": later}
    for state in ("published", "withdrawn", "killed"):
        found[state] = publish_entry(blog, ada, f"<p>{state.capitalize()}.</p>")
    actions.withdraw(user=ada, entry_id=found["withdrawn"].pk, revision=1)
    actions.kill(user=ada, entry_id=found["killed"].pk, reason="Not so")
    gone = draft_entry(blog, ada, "<p>Put away.</p>")
    actions.discard(user=ada, entry_id=gone.pk, revision=1)
    return {state: entry.pk for state, entry in found.items()}


def test_the_page_has_both_lists(adas, newsroom):
    page = adas.open()
    html = page.content.decode()
    assert ids(page.context["progress"]) == [
        newsroom["scheduled"], newsroom["in_review"], newsroom["draft"],
    ]  # fmt: skip
    assert ids(page.context["timeline"]) == [
        newsroom["killed"], newsroom["withdrawn"], newsroom["published"],
    ]  # fmt: skip
    assert "Killed: Not so" in html
    assert "Killed.</p>" not in html
    assert "Put away" not in html


def test_what_is_not_published_yet_looks_as_it_will_not_like_a_pinned_copy(adas, newsroom):
    html = adas.open().content.decode()
    for copied in ("pinned-copy", "badge-pinned", "Read the whole update"):
        assert copied not in html


def test_each_state_can_be_looked_at_alone(adas, newsroom):
    for state, pk in newsroom.items():
        told = adas.ask("items", state=state).json()
        assert ids(told["progress"] + told["timeline"]) == [pk], state


def test_words_are_found_in_headline_and_text(adas, newsroom, ada, blog):
    named = publish_entry(blog, ada, headline="Withdrawn money")
    told = adas.ask("items", words="withdrawn").json()
    assert set(ids(told["timeline"])) == {named.pk, newsroom["withdrawn"]}
    assert told["progress"] == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("noon ferries", True),  # in any order, anywhere in it
        ("FERRIES élysée", True),  # capitals beyond ASCII, which not every database knows
        ("don't", True),  # the apostrophe of a keyboard and the one of a paste
        ("“stop at noon”", True),
        ("“noon stop”", False),
        ("ferries midnight", False),
    ],
)
@pytest.mark.parametrize("public", [True, False])
def test_every_word_is_looked_for_whatever_stands_between(adas, ada, blog, words, found, public):
    make = publish_entry if public else draft_entry
    entry = make(blog, ada, "<p>Ferries stop at noon, the ÉLYSÉE said. They don’t say why.</p>")
    told = adas.ask("items", words=words).json()
    assert ids(told["progress"] + told["timeline"]) == ([entry.pk] if found else [])


def test_what_is_public_is_found_without_its_accents(adas, ada, blog):
    entry = publish_entry(blog, ada, "<p>The Élysée said so.</p>")
    assert ids(adas.ask("items", words="elysee").json()["timeline"]) == [entry.pk]


@pytest.mark.parametrize("query", [{"state": "discarded"}, {"state": "x' OR 1"}, {"words": "\0"}])
def test_a_filter_that_is_none_filters_nothing(adas, newsroom, query):
    told = adas.ask("items", **query).json()
    assert len(told["progress"] + told["timeline"]) == 6


def test_updates_are_found_by_author_by_source_and_as_key_events(
    adas, ada, ben, blog, northwire, coastal
):
    bens = draft_entry(blog, ben)
    credited = publish_entry(blog, ada, attributions=[credit(northwire)])
    via = publish_entry(blog, ada, attributions=[credit(coastal, via=northwire)], is_key_event=True)
    signed = publish_entry(blog, ada, authors=[{"user": ben.pk, "name": "Ben Osei"}])
    found = lambda **query: set(  # noqa: E731
        ids((told := adas.ask("items", **query).json())["progress"] + told["timeline"])
    )
    assert found(author=ben.pk) == {bens.pk, signed.pk}
    assert found(author=ada.pk) == {credited.pk, via.pk, signed.pk}
    assert found(source=northwire.pk) == {credited.pk, via.pk}
    assert found(source=coastal.pk) == {via.pk}
    assert found(key="on") == {via.pk}
    assert found(author=ada.pk, source=coastal.pk, key="on", words="no such") == set()


def test_proposed_changes_are_found_by_whoever_proposes_them(adas, bens, ada, ben, blog):
    entry = publish_entry(blog, ada)
    actions.save_working_copy(
        user=ada, entry_id=entry.pk, fields={"body": "<p>Mended.</p>"}, based_on=1
    )
    mine = adas.ask("items", author=ada.pk, state="draft").json()
    assert ids(mine["progress"]) == [f"copy-{entry.pk}"]
    assert ids(adas.ask("items", author=ben.pk).json()["progress"]) == []
    assert ids(adas.ask("items", words="suspended", state="draft").json()["progress"]) == [
        f"copy-{entry.pk}"
    ]


def test_the_timeline_begins_with_an_update_that_is_asked_for(adas, dovs, ada, blog, monkeypatch):
    monkeypatch.setattr(lists, "SIZE", 3)
    entries = [publish_entry(blog, ada) for _ in range(6)]
    told = adas.ask("items", at=entries[3].pk).json()
    assert ids(told["timeline"]) == [entry.pk for entry in entries[3:0:-1]]
    assert told["newest"] == told["timeline"][0]["sort"]
    assert ids(adas.ask("items", before=told["older"]).json()["timeline"]) == [entries[0].pk]
    assert ids(adas.ask("items", at=draft_entry(blog, ada).pk).json()["timeline"])[0] == (
        entries[-1].pk
    )
    assert adas.ask("items", at=99_999).status_code == 404
    assert dovs.ask("items", at=entries[3].pk).status_code == 404


def test_the_key_events_stand_beside_the_updates_in_readers_order(adas, bens, ada, blog):
    early, late = publish_entry(blog, ada, headline="First"), publish_entry(blog, ada)
    for entry in (late, early):
        answer = adas.do(entry, "key-event")
    html = answer.json()["blog"]["keys"]
    assert re.findall(r'data-go="(\d+)"', html) == [str(late.pk), str(early.pk)]
    assert re.search(r'side-time">[0-9:]+ [ap]\.m\.</span> First<', html)
    assert 'data-verb="unmark-key-event"' in html
    assert "unmark-key-event" not in bens.changes(0).json()["blog"]["keys"]
    actions.kill(user=ada, entry_id=early.pk, reason="Not so")
    assert "First" not in adas.open().content.decode()


def test_older_updates_follow_without_gap_or_repeat(adas, ada, blog, monkeypatch):
    monkeypatch.setattr(lists, "SIZE", 3)
    same = "2023-01-05T12:00:00+00:00"
    wanted = [publish_entry(blog, ada, display_at=same).pk for _ in range(8)]
    told = adas.ask("items").json()
    found = ids(told["timeline"])
    while told["older"]:
        told = adas.ask("items", before=told["older"]).json()
        assert told["progress"] == []
        found += ids(told["timeline"])
    assert found == wanted[::-1]


@pytest.mark.parametrize("before", ["x", "1", "20230105T120000.000000-", "-"])
def test_what_is_no_key_gets_a_sentence(adas, before):
    answer = adas.ask("items", before=before)
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_key")


def test_a_key_below_everything_finds_nothing(adas, ada, blog):
    publish_entry(blog, ada)
    assert adas.ask("items", before="00010105T120000.000000-" + "9" * 30).status_code in (200, 400)


def queries_of(person, name):
    with CaptureQueriesContext(connection) as queries:
        person.ask(name) if name != "console" else person.open()
    return len(queries)


@pytest.mark.parametrize("name", ["console", "items"])
def test_more_entries_cost_no_more_queries(adas, ada, blog, name):
    publish_entry(blog, ada)
    draft_entry(blog, ada)
    few = queries_of(adas, name)
    for _ in range(4):
        publish_entry(blog, ada)
        draft_entry(blog, ada)
    assert queries_of(adas, name) == few


def opened(person):
    """Queries and bytes of the page, without what is another one each time."""
    with CaptureQueriesContext(connection) as queries:
        answer = person.open()
    return len(queries), len(answer.content)


def test_the_desk_opens_at_the_same_cost_with_five_thousand_updates_as_with_sixty(adas, blog):
    fill(blog, 60)
    few = opened(adas)
    Entry.objects.all().delete()
    fill(blog, 5_000)
    queries, size = opened(adas)
    assert queries == few[0]
    assert abs(size - few[1]) < few[1] / 100  # the numbers have more digits


@pytest.mark.parametrize(
    ("rows", "index"),
    [
        (lists.in_progress_rows, "entry_desk_progress"),
        (lists.timeline_rows, "entry_desk_timeline"),
        (lambda blog: lists.moved_rows(blog, 5), "entry_desk_cursor"),
    ],
)
def test_every_list_is_read_by_its_index(blog, rows, index):
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # In a table of no size any plan is cheap: what could be done is asked here.
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
    plan = rows(blog)[:50].explain()
    assert index in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort " not in plan


def test_another_teams_entries_are_in_no_list(adas, dov, other_team):
    from tests.cast import open_blog

    publish_entry(open_blog(other_team, dov), dov)
    assert Entry.objects.count() == 1
    told = adas.ask("items").json()
    assert told["progress"] == told["timeline"] == []
