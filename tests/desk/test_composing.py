"""The composer's buttons: save, submit, schedule, publish, change, correct."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from liveblog import actions
from liveblog.models import Entry, IdempotencyRecord
from tests.cast import again, credit, draft_entry, publish_entry
from tests.desk.people import Person, shown


def test_ada_publishes_and_is_told_the_number(adas, blog):
    answer = adas.write("publish", headline="Ferries stop")
    assert answer.status_code == 200
    assert answer.json()["message"] == "Published as update 1."
    entry = Entry.objects.get()
    assert (entry.state, entry.headline) == ("published", "Ferries stop")
    item = shown(answer)[entry.pk]
    assert (item["list"], item["mine"], item["by"]) == ("timeline", True, "Ada")
    assert "Ferries are suspended." in item["html"]


def test_everything_that_was_composed_is_stored(adas, northwire, coastal, picture, ada):
    asset = picture()
    answer = adas.write(
        "publish",
        display_at="2023-01-05T21:34",
        is_key_event="on",
        key_event_title="Ferries stop",
        urgency="2",
        verification="unconfirmed",
        attributions=[credit(northwire, via=coastal)],
        images=[{"asset": asset.pk, "caption": "Tonight."}],
        embeds=[{"url": "https://video.example/1", "title": "The pier"}],
        authors=[{"user": ada.pk, "name": "Ada"}, {"name": "Jo Doe"}],
    )
    assert answer.status_code == 200, answer.json()
    entry = Entry.objects.get()
    assert (entry.urgency, entry.verification, entry.is_key_event) == (2, "unconfirmed", True)
    assert entry.display_at.isoformat() == "2023-01-06T02:34:00+00:00"
    assert entry.attributions.get().via == coastal
    assert entry.images.get().caption == "Tonight."
    assert entry.embeds.get().title == "The pier"
    assert [row.name for row in entry.entry_authors.all()] == ["Ada", "Jo Doe"]


def test_an_administrator_of_no_team_publishes_as_its_author(root, blog):
    author = [{"user": root.pk, "name": "root"}]
    answer = Person(root, blog).write("publish", headline="Ferries stop", authors=author)
    assert answer.status_code == 200, answer.json()
    assert Entry.objects.get().entry_authors.get().user == root


def test_rows_that_did_not_change_stay(adas, ada, blog, northwire):
    """They are sent again as they stand, and a form set would take that for an empty row."""
    author = [{"user": ada.pk, "name": "Ada"}]
    entry = publish_entry(blog, ada, attributions=[credit(northwire)], authors=author)
    answer = adas.write(
        "save", entry, headline="New", attributions=[credit(northwire)], authors=author
    )
    assert answer.status_code == 200
    assert entry.attributions.get().source == northwire
    assert entry.entry_authors.get().name == "Ada"


def test_sent_twice_is_once(adas):
    first, second = adas.write("publish"), adas.write("publish")
    assert first.json()["entry"] == second.json()["entry"]
    assert Entry.objects.count() == IdempotencyRecord.objects.count() == 1


def test_a_key_with_another_text_goes_on_from_what_arrived(adas):
    adas.write("publish")
    answer = adas.write("publish", body="<p>Ferries are suspended until noon.</p>")
    assert answer.status_code == 422
    told = answer.json()
    assert told["code"] == "key_reused"
    assert "it is update 1" in told["message"]
    entry = Entry.objects.get()
    assert told["current"]["entry"] == entry.pk
    adas.write("save", entry, body="<p>Ferries are suspended until noon.</p>")
    assert again(entry).body_text == "Ferries are suspended until noon."


def test_a_saved_draft_stays_in_the_composer(adas):
    told = adas.write("save").json()
    assert told["message"] == "Draft saved."
    assert told["composition"]["state"] == "draft"
    assert told["composition"]["revision"] == told["revision"]
    assert told["entries"][0]["list"] == "progress"


def test_ben_submits_and_ada_approves(bens, adas):
    told = bens.write("submit").json()
    assert told["message"] == "Submitted for review."
    assert told["composition"] is None
    entry = Entry.objects.get()
    assert adas.do(entry, "approve").json()["message"] == "Approved and published."
    assert again(entry).state == "published"


def test_ben_cannot_publish(bens):
    answer = bens.write("publish")
    assert answer.status_code == 403
    assert "needs the role" in answer.json()["message"]
    assert not Entry.objects.exists()


def test_a_schedule_is_in_the_blogs_zone(adas, blog):
    at = (timezone.now() + timedelta(days=2)).astimezone(blog.zone).strftime("%Y-%m-%dT%H:%M")
    assert adas.write("schedule", scheduled_for=at).json()["message"] == "Scheduled."
    entry = Entry.objects.get()
    assert entry.scheduled_for.astimezone(blog.zone).strftime("%Y-%m-%dT%H:%M") == at


def test_a_schedule_without_a_time_is_refused_at_its_field(adas):
    answer = adas.write("schedule")
    assert answer.status_code == 422
    assert answer.json()["errors"] == {"scheduled_for": ["Say when it is to be published."]}


def test_a_correction_says_what_was_wrong(adas, ada, blog):
    entry = publish_entry(blog, ada)
    answer = adas.write("correct", entry, body="<p>Right.</p>", note="It was wrong.")
    assert answer.json()["message"] == "The correction of update 1 is published."
    assert again(entry).corrections.get().note == "It was wrong."
    assert "It was wrong." in shown(answer)[entry.pk]["html"]


def test_bad_input_gets_a_sentence_by_field(adas, northwire):
    for typed, name in [
        ({"headline": "x" * 201}, "headline"),
        ({"body": ""}, "body"),
        ({"display_at": "yesterday"}, "display_at"),
        ({"display_at": "2023-03-12T02:30"}, "display_at"),
        ({"urgency": "11"}, "urgency"),
        ({"attributions": [{"source": 99999}]}, "attributions"),
        ({"embeds": [{"url": "ftp://x"}]}, "embeds"),
    ]:
        answer = adas.write("publish", **typed)
        assert answer.status_code == 422, typed
        assert answer.json()["errors"][name], typed
    assert not Entry.objects.exists()


def test_an_embargo_holds(adas, blog):
    later = (timezone.now() + timedelta(days=2)).astimezone(blog.zone).strftime("%Y-%m-%dT%H:%M")
    answer = adas.write("publish", embargo_until=later)
    assert answer.status_code == 409
    assert "Embargoed until" in answer.json()["message"]
    assert not Entry.objects.exists()


def test_a_stale_save_shows_both_and_overwrites_nothing(adas, ada, chi, blog):
    entry = publish_entry(blog, ada, "<p>Ferries stop.</p>")
    actions.edit(
        user=chi, entry_id=entry.pk, revision=1, fields={"body": "<p>Ferries stop at noon.</p>"}
    )
    answer = adas.write("save", entry, body="<p>Ferries stop at one.</p>")
    assert answer.status_code == 409
    told = answer.json()
    assert (told["code"], told["who"]) == ("stale", "Chi")
    assert "<ins>one.</ins>" in told["html"]
    assert told["current"]["values"]["body"] == "<p>Ferries stop at noon.</p>"
    assert again(entry).body_text == "Ferries stop at noon."
    entry.revision = told["current"]["revision"]
    assert adas.write("save", entry, body="<p>Ferries stop at one.</p>").status_code == 200


def test_the_same_save_twice_is_no_conflict(adas, ada, blog):
    entry = publish_entry(blog, ada)
    adas.write("save", entry, headline="Once")
    assert adas.write("save", entry, headline="Once").json()["message"] == "Saved already."


def test_a_killed_update_takes_no_text(adas, ada, blog):
    entry = actions.kill(user=ada, entry_id=publish_entry(blog, ada).pk, reason="False")
    answer = adas.write("save", entry, headline="Again")
    assert answer.status_code == 409
    assert again(entry).headline == ""


def test_a_colleagues_unpublished_edits_are_told_first(adas, ada, chi, blog):
    entry = publish_entry(blog, ada)
    assert adas.ask("composition", entry.pk).json()["notice"] == ""
    actions.save_working_copy(
        user=chi, entry_id=entry.pk, fields={"headline": "Perhaps"}, based_on=1
    )
    assert "Chi has unpublished edits" in adas.ask("composition", entry.pk).json()["notice"]


def test_a_draft_of_a_colleague_is_not_bens(bens, ada, blog):
    entry = draft_entry(blog, ada)
    assert bens.ask("composition", entry.pk).status_code == 409
    assert bens.write("save", entry, headline="Mine").status_code == 403
    assert again(entry).headline == ""


def test_what_was_pinned_gives_way_on_this_desk_too(adas, ada, blog):
    first = publish_entry(blog, ada)
    actions.pin(user=ada, entry_id=first.pk)
    answer = adas.write("publish", pin_when_published="on")
    made = answer.json()["entry"]
    assert answer.json()["blog"]["pinned"] == made
    assert "Pinned" in shown(answer)[made]["html"]
    assert "Pinned" not in shown(answer)[first.pk]["html"]
    assert adas.write("publish", pin_when_published="on").json()["entry"] == made


def test_a_draft_says_that_it_is_to_be_pinned(adas):
    answer = adas.write("save", pin_when_published="on").json()
    assert "To be pinned" in answer["entries"][0]["html"]
    assert answer["composition"]["values"]["pin_when_published"] is True


@pytest.mark.parametrize(("fold", "hour"), [("0", 5), ("1", 6)])
def test_of_an_hour_that_comes_twice_a_schedule_says_which(adas, blog, fold, hour):
    with time_machine.travel("2026-10-31T12:00:00Z", tick=False):
        asked = adas.write("schedule", scheduled_for="2026-11-01T01:30")
        assert asked.status_code == 422
        adas.write("schedule", scheduled_for="2026-11-01T01:30", scheduled_for_fold=fold)
    assert Entry.objects.get().scheduled_for.hour == hour


def test_for_an_hour_that_does_not_come_nothing_is_scheduled(adas):
    with time_machine.travel("2026-03-07T12:00:00Z", tick=False):
        assert adas.write("schedule", scheduled_for="2026-03-08T02:30").status_code == 422
    assert not Entry.objects.exists()
