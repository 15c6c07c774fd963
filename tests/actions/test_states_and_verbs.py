"""docs/reference/states-and-verbs.md says what the verbs do: its tables against the code."""

import pytest
from django.utils import timezone

from liveblog import actions
from liveblog.models import Entry
from tests.actions.reference import STATES, STATUSES, Row, documented, observed, table, told
from tests.actions.stage import (
    after_publication,
    before_publication,
    of_blogs,
)
from tests.cast import draft_entry, plan_blog, publish_entry

ENTRY_TABLES = {"Before publication": before_publication, "After publication": after_publication}
NEW = {"create_draft", "publish_new", "publish_due", "create_blog", "copy_blog", "import_blog"}


def without(rows, names):
    return {name: row for name, row in rows.items() if name not in names}


def test_every_verb_takes_an_update_from_and_to_the_states_of_the_table(entries, chi):
    for heading, verbs in ENTRY_TABLES.items():
        assert observed(entries, verbs(chi)) == without(documented(heading, STATES), NEW)


def test_every_verb_takes_a_live_blog_from_and_to_the_statuses_of_the_table(blogs, chi):
    assert observed(blogs, of_blogs(chi)) == without(documented("The live blog", STATUSES), NEW)


def test_new_rows_begin_as_the_table_says(blog, team, ada, chi):
    entry_rows = documented("Before publication", STATES)
    blog_rows = documented("The live blog", STATUSES)
    begun = {
        "create_draft": draft_entry(blog, ada).state,
        "publish_new": publish_entry(blog, ada).state,
        "create_blog": plan_blog(team, ada).status,
        "copy_blog": actions.copy_blog(user=ada, blog_id=blog.pk).status,
    }
    for name, state in begun.items():
        row = (entry_rows | blog_rows)[name]
        assert (row.before, row.after) == (set(), {state}), name
        assert row.version == ("+1" if state == "published" else "–"), name


def test_an_imported_live_blog_counts_its_updates(team, ada):
    update = actions.ImportedEntry(timezone.now(), "<p>Ferries sail.</p>")
    incoming = actions.ImportedBlog(key="k", fields={"headline": "A"}, entries=[update, update])
    made = actions.import_blog(user=ada, team_id=team.pk, incoming=incoming).blog
    row = documented("The live blog", STATUSES)["import_blog"]
    assert (row.after, row.version) == ({made.status}, "+1 for each update")
    assert (made.version, told(made, 0)) == (2, row.delta)


def test_what_falls_due_is_published_or_goes_to_review(blog, entries, chi):
    def fall_due(_):
        Entry.objects.filter(state="scheduled").update(scheduled_for=timezone.now())
        actions.publish_due()

    stage = {"scheduled": entries["scheduled"]}
    row = documented("Before publication", STATES)["publish_due"]
    assert observed(stage, {"publish_due": fall_due}) == {"publish_due": row}
    Entry.objects.filter(state="scheduled").update(scheduled_by=None)
    failed = Row(frozenset(stage), frozenset({"in_review"}), "–", "–")
    assert observed(stage, {"publish_due": fall_due}) == {"publish_due": failed}


def test_nothing_is_published_unless_coverage_is_live(blog, entries, ada):
    actions.end_coverage(user=ada, blog_id=blog.pk)
    unpublished = ("draft", "in_review", "scheduled")
    stage = {state: entries[state] for state in unpublished}
    left = observed(stage, before_publication(ada))
    assert {name for name, row in left.items() if not row.before} == {"publish", "approve"}
    with pytest.raises(actions.ActionError):
        publish_entry(blog, ada)


def test_readers_and_partners_are_answered_as_the_table_of_states_says(client, entries):
    for row in table("An update's states"):
        entry = entries[row["state"].replace(" ", "_")]
        if entry.number is not None:
            page = client.get(f"/live/{entry.blog.slug}/{entry.number}/")
            assert str(page.status_code) == row["its own page"], row
        api = client.get(f"/api/v1/entries/{entry.public_id}/")
        assert str(api.status_code) == row["the API, by its id"], row


def test_readers_and_partners_are_answered_as_the_table_of_statuses_says(client, blogs):
    assert [row["status"] for row in table("A live blog's statuses")] == list(STATUSES)
    for row in table("A live blog's statuses"):
        slug = blogs[row["status"]].slug
        answers = (client.get(f"/live/{slug}/"), client.get(f"/api/v1/blogs/{slug}/"))
        assert [str(a.status_code) for a in answers] == [row["its page"], row["the API"]], row
