"""What the wires want an editor to look at: on the desk, and dealt with there."""

import pytest
from django.urls import reverse

from liveblog import actions
from liveblog.admin.wire_tasks import Card
from liveblog.models import Entry, WireTask
from tests.cast import again, credit, draft_entry, open_blog, publish_entry
from tests.desk.people import Person
from tests.wire.arriving import arrive, feed_of, killed

RISEN = {"version": "2", "body": "<p>All ferries sail again from noon.</p>"}


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


@pytest.fixture
def built(feed, blog, ada, northwire):
    """An update built from Northwire's item."""
    item = arrive(feed)
    return publish_entry(blog, ada, built_from=item.pk, attributions=[credit(northwire)])


def task(kind):
    return WireTask.objects.get(kind=kind, closed_at=None)


def queue(person):
    """What the desk is told of tasks."""
    return person.changes(0).json()["tasks"]


def test_a_kill_is_an_alarm_that_names_what_went(adas, feed, built, blog, ada):
    second = publish_entry(blog, ada, built_from=built.built_from_id)
    killed(feed, ed_note="The report was false.", headline="KILL: Ferries suspended")
    told = queue(adas)
    assert "Northwire has killed “KILL: Ferries suspended”" in told["loud"]
    assert f"Update {built.number} and update {second.number} are gone for good." in told["loud"]
    assert "The report was false." in told["alarms"]
    assert "never for publication" in told["alarms"]
    assert "All ferries are suspended" not in told["alarms"] + told["html"]
    assert told["html"] == ""


def test_the_page_itself_shows_it(adas, feed, built):
    killed(feed)
    page = adas.open().content.decode()
    assert "Northwire has killed" in page
    assert 'data-task-seen="' in page


def test_one_press_acknowledges_it_for_all_updates(adas, feed, built, blog, ada):
    publish_entry(blog, ada, built_from=built.built_from_id)
    killed(feed)
    ids = ",".join(str(pk) for pk in WireTask.objects.values_list("pk", flat=True))
    answer = adas.send("tasks-seen", ids=ids).json()
    assert answer["message"] == "Acknowledged."
    assert (answer["tasks"]["alarms"].strip(), answer["tasks"]["loud"]) == ("", "")
    assert not WireTask.objects.filter(closed_at=None).exists()


def test_seen_by_a_colleague_is_no_error(adas, feed, built, chi):
    killed(feed)
    pk = task("kill").pk
    actions.acknowledge(user=chi, task_id=pk)
    assert "colleague" in adas.send("tasks-seen", ids=str(pk)).json()["message"]


@pytest.mark.parametrize("ids", ["", "x", ",,", "9" * 400, "-1"])
def test_what_is_no_task_is_none(adas, ids):
    assert adas.send("tasks-seen", ids=ids).status_code == 200


def test_a_reporter_sees_the_queue_and_has_no_buttons(bens, feed, built):
    arrive(feed, **RISEN)
    told = queue(bens)
    assert "new version" in told["html"]
    assert "<button" not in told["html"]
    assert bens.send("tasks-seen", ids=str(task("update").pk)).status_code == 403
    assert bens.ask("task", task("update").pk).status_code == 409
    assert task("update").closed_at is None


def test_another_teams_desk_neither_sees_nor_reaches_it(dov, other_team, feed, built):
    arrive(feed, **RISEN)
    there = Person(dov, open_blog(other_team, dov, headline="Cup final"))
    assert queue(there)["html"] == ""
    pk = task("update").pk
    assert there.ask("task", pk).status_code == 404
    assert there.send("task-restore", pk).status_code == 404
    there.send("tasks-seen", ids=str(pk))
    assert task("update").pk == pk


def test_a_new_version_is_shown_word_by_word(adas, feed, built):
    arrive(feed, **RISEN)
    html = queue(adas)["html"]
    assert "<del>are suspended until morning.</del>" in html
    assert "<ins>sail again from noon.</ins>" in html


def test_another_live_blog_of_the_team_is_named_with_how_much_waits(adas, feed, built, team, ada):
    other = Person(ada, open_blog(team, ada, headline="Another day"))
    arrive(feed, **RISEN)
    html = queue(other)["html"]
    assert f'href="{adas.url("console")}"' in html
    assert "1 waiting" in html
    assert "data-task=" not in html


def test_a_task_elsewhere_moves_the_mark_and_nothing_else(feed, built, team, ada):
    other = Person(ada, open_blog(team, ada, headline="Another day"))
    setup = other.open().context["setup"]
    seen = {"since": setup["version"], "tasks": setup["tasks"]}
    assert other.changes(**seen).status_code == 204
    arrive(feed, **RISEN)
    told = other.changes(**seen).json()
    assert (told["version"], told["entries"]) == (setup["version"], [])
    assert other.changes(setup["version"], tasks=told["tasks"]["mark"]).status_code == 204


def test_the_new_text_goes_into_the_composer_and_nowhere_else(adas, feed, built):
    item = arrive(feed, **RISEN)
    pk = task("update").pk
    answer = adas.ask("task", pk).json()
    assert "suspended" in answer["values"]["body"]
    assert answer["proposed"]["values"]["body"] == RISEN["body"]
    assert answer["proposed"]["values"]["built_from"] == item.pk
    assert answer["proposed"]["values"]["task"] == pk
    assert "note" not in answer["proposed"]["values"]
    assert again(built).body == built.body


def test_saving_it_binds_the_update_to_the_new_version_and_closes_the_task(adas, feed, built, ada):
    item = arrive(feed, **RISEN)
    pk = task("update").pk
    answer = adas.write(
        "save", again(built), body=RISEN["body"], built_from=str(item.pk), task=str(pk)
    )
    assert answer.status_code == 200, answer.json()
    entry, closed = again(built), WireTask.objects.get()
    assert (entry.built_from_id, entry.alert) == (item.pk, "")
    assert (closed.closed_by, closed.answer) == (ada, "Taken over.")
    assert answer.json()["tasks"]["html"] == ""


def test_a_correction_proposes_its_note_and_is_published_with_it(adas, feed, built):
    item = arrive(feed, **RISEN, signals=["correction"])
    pk = task("correction").pk
    assert "Correct…" in queue(adas)["html"]
    proposed = adas.ask("task", pk).json()["proposed"]["values"]
    assert "Northwire has corrected" in proposed["note"]
    answer = adas.write(
        "correct",
        again(built),
        body=RISEN["body"],
        built_from=str(item.pk),
        task=str(pk),
        kind="correction",
        note="Ferries sail again from noon, not in the evening.",
    )
    assert answer.status_code == 200, answer.json()
    assert again(built).corrections.get().note.startswith("Ferries sail again")
    assert WireTask.objects.get().answer == "Corrected."


def test_what_is_refused_leaves_the_task_open(adas, feed, built):
    arrive(feed, **RISEN, signals=["correction"])
    pk = task("correction").pk
    assert adas.write("correct", again(built), task=str(pk), note="").status_code == 422
    assert task("correction").pk == pk


def test_a_task_of_another_update_is_not_closed_by_saving_this_one(adas, feed, built, blog, ada):
    arrive(feed, **RISEN)
    other = publish_entry(blog, ada)
    adas.write("save", other, headline="New", task=str(task("update").pk))
    assert task("update").entry_id == built.pk


def held_and_released(feed):
    arrive(feed, version="2", pub_status="withheld", body="")
    arrive(feed, **{**RISEN, "version": "3"})


def test_a_released_update_is_restored_by_one_press(adas, feed, built):
    held_and_released(feed)
    answer = adas.send("task-restore", task("release").pk)
    assert answer.status_code == 200, answer.json()
    assert again(built).state == Entry.State.PUBLISHED
    assert not WireTask.objects.filter(kind="release", closed_at=None).exists()


def test_or_mended_and_restored_in_one_step(adas, feed, built):
    held_and_released(feed)
    pk = task("release").pk
    composition = adas.ask("task", pk).json()
    assert [each["verb"] for each in composition["buttons"]] == ["restore"]
    values = composition["proposed"]["values"]
    answer = adas.write(
        "restore",
        again(built),
        body=values["body"],
        built_from=str(values["built_from"]),
        task=str(pk),
    )
    assert answer.status_code == 200, answer.json()
    assert answer.json()["message"] == f"Update {built.number} is back."
    entry = again(built)
    assert (entry.state, entry.body) == (Entry.State.PUBLISHED, RISEN["body"])


def test_anything_withdrawn_can_be_mended_and_restored(adas, bens, blog, ada):
    entry = publish_entry(blog, ada)
    actions.withdraw(user=ada, entry_id=entry.pk)
    assert bens.ask("composition", entry.pk).status_code == 409
    assert adas.ask("composition", entry.pk).json()["name"] == f"update {entry.number}"
    adas.write("restore", again(entry), body="<p>Mended.</p>")
    assert (again(entry).state, again(entry).body) == ("published", "<p>Mended.</p>")


def test_a_citation_survives_an_edit_at_the_desk(adas, feed, blog, ada, northwire):
    item = arrive(feed)
    cites = {**credit(northwire), "item": item.pk}
    entry = publish_entry(blog, ada, attributions=[cites])
    (sent,) = adas.ask("composition", entry.pk).json()["rows"]["attributions"]
    kept = {name: sent[name] for name in ("source", "relation", "item")}
    adas.write("save", entry, headline="New", attributions=[kept])
    assert again(entry).attributions.get().item == item


def test_the_admins_front_page_and_the_update_itself_name_it(client, ada, feed, built):
    client.force_login(ada)
    killed(feed)
    front = client.get(reverse("admin:index")).content.decode()
    page = client.get(reverse("admin:liveblog_entry_change", args=[built.pk])).content.decode()
    for text in (front, page):
        assert "Northwire has killed" in text
        assert f"Update {built.number} is gone for good." in text


def test_what_is_not_public_is_named_by_its_state(feed, blog, ada):
    draft = draft_entry(blog, ada, built_from=arrive(feed).pk)
    killed(feed)
    assert Card([task("kill")]).which == "A text killed is gone for good."
    assert again(draft).state == "killed"
