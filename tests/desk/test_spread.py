"""Where a kill, a withdrawal or a correction has arrived, as the desk is told."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from liveblog import actions
from liveblog.actions import web_processes
from liveblog.models import PartnerCursor, SharedEdit, StaticExportCursor, WebProcess
from liveblog.reports import spread as facts
from liveblog.spread import Line
from tests.cast import again, credit, draft_entry, open_blog, publish_entry
from tests.desk.people import Person
from tests.wire.arriving import arrive, feed_of, killed


@pytest.fixture
def entry(blog, ada):
    return publish_entry(blog, ada, "<p>Nobody may read this.</p>")


def kill(entry, user):
    return actions.kill(user=user, entry_id=entry.pk, reason="Wrong harbour.")


def process(blog, name="web-1:7:ab", version=None, readers=2):
    reached = [web_processes.Reached(blog.pk, version, timezone.now(), readers)] if version else []
    web_processes.report_process(name=name, readers=readers, reached=reached)


def told(person):
    answer = person.ask("spread")
    assert answer.status_code == 200
    return answer.json()


def test_nothing_was_taken_back(adas, entry):
    assert told(adas) == {"html": "", "next_ms": 0, "loud": "", "done": ""}


def test_a_process_that_is_not_there_yet_is_asked_about_every_second(adas, entry, blog, ada):
    process(blog, version=again(blog).version)
    kill(entry, ada)
    first = told(adas)
    assert "Update 1, killed at" in first["html"]
    assert "Not yet, after 0 seconds; 2 open pages there." in first["html"]
    assert (first["next_ms"], first["done"]) == (1000, "")
    process(blog, version=again(blog).version)
    with time_machine.travel(timezone.now() + timedelta(seconds=9), tick=False):
        later = told(adas)
    assert "2 open pages told." in later["html"]
    assert (later["next_ms"], later["loud"]) == (15_000, "")
    assert "gone from everybody who can be seen from here." in later["done"]


def test_a_silent_process_is_loud(adas, entry, blog, ada):
    process(blog, version=again(blog).version)
    WebProcess.objects.update(at=timezone.now() - timedelta(minutes=2))
    kill(entry, ada)
    answer = told(adas)
    assert "Silent for 2 minutes." in answer["loud"]
    assert "LATE" in answer["html"]


def test_what_is_complete_leaves_the_side_after_a_minute_and_is_kept_with_the_item(
    adas, entry, blog, ada
):
    kill(entry, ada)
    process(blog, version=again(blog).version)
    with time_machine.travel(timezone.now() + timedelta(seconds=20), tick=False):
        assert "killed" in told(adas)["html"]
    with time_machine.travel(timezone.now() + timedelta(minutes=2), tick=False):
        WebProcess.objects.update(at=timezone.now())
        assert told(adas)["html"] == ""
        one = adas.ask("spread-of", entry.pk).json()
    assert one["title"].startswith("Update 1, killed at")
    assert one["next_ms"] == 0


def test_what_was_restored_need_not_go(adas, entry, ada):
    withdrawn = actions.withdraw(user=ada, entry_id=entry.pk, revision=entry.revision)
    assert "withdrawn at" in told(adas)["html"]
    actions.restore(user=ada, entry_id=entry.pk, revision=withdrawn.revision)
    assert told(adas)["html"] == ""
    assert adas.ask("spread-of", entry.pk).status_code == 404


def test_a_correction_is_something_to_have(adas, entry, ada):
    fields = {"body": "<p>Ferries run.</p>"}
    actions.correct(
        user=ada, entry_id=entry.pk, revision=entry.revision, fields=fields, note="They do."
    )
    html = told(adas)["html"]
    assert "corrected at" in html
    assert "Has it" in html


def test_what_was_never_public_has_nothing_to_go(adas, blog, ada):
    entry = draft_entry(blog, ada)
    kill(entry, ada)
    assert told(adas)["html"] == ""
    assert adas.ask("spread-of", entry.pk).status_code == 404


def test_the_item_leads_to_its_list(adas, entry, blog, ada):
    assert "data-spread-of" not in adas.ask("items").json()["timeline"][0]["html"]
    kill(entry, ada)
    assert "data-spread-of" in adas.ask("items").json()["timeline"][0]["html"]


def test_the_site_as_files_and_pictures_are_told_of(adas, blog, ada, picture):
    asset = picture()
    images = [{"asset": asset.pk, "caption": ""}]
    entry = publish_entry(blog, ada, "<p>The pier.</p>", images=images)
    cursor = StaticExportCursor.objects.create(
        target="mirror-of-ours", blog=blog, delivered_version=again(blog).version, release="1"
    )
    kill(entry, ada)
    html = told(adas)["html"]
    assert "The site as files (mirror-o)" in html
    assert "“The pier.” is still served" in html
    cursor.delivered_version = again(blog).version
    cursor.save()
    actions.kill_media(user=ada, asset_id=asset.pk)
    html = told(adas)["html"]
    assert "Written, with version" in html
    assert "every size answers 410" in html


def test_a_partner_with_a_token_has_not_asked_and_then_was_sent_it(adas, entry, blog, ada):
    _, key = actions.create_token(user=ada, name="Coastal site", scopes=["read"])

    def ask(since):
        return Client().get(
            f"/api/v1/blogs/{blog.slug}/changes/",
            {"since": since},
            headers={"authorization": f"Bearer {key}"},
        )

    ask(0)
    kill(entry, ada)
    assert "Has not asked since" in told(adas)["html"]
    assert ask(again(blog).version - 1).json()["entries"][0]["state"] == "killed"
    assert "API partner “Coastal site”.</strong> Was sent it at" in told(adas)["html"]


def test_a_partner_is_noted_once_a_minute(entry, blog, ada):
    token, _ = actions.create_token(user=ada, name="Coastal site", scopes=["read"])
    for since in (1, 2):
        web_processes.note_partner(token=token, blog=blog, since=since, version=since)
    assert PartnerCursor.objects.get().since == 1
    with time_machine.travel(timezone.now() + timedelta(seconds=61)):
        web_processes.note_partner(token=token, blog=blog, since=3, version=3)
    assert PartnerCursor.objects.get().since == 3


def test_a_key_that_opens_nothing_is_nobodys(entry, blog):
    wrong = {"authorization": "Bearer AAAAAAAA.BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB"}
    answer = Client().get(f"/api/v1/blogs/{blog.slug}/changes/", {"since": 0}, headers=wrong)
    assert answer.status_code == 200
    assert not PartnerCursor.objects.exists()


def test_an_agencys_kill_is_followed_on_each_desk_and_says_what_others_do(
    ada, chi, blog, team, northwire
):
    other = open_blog(team, ada, headline="Snow closes the pass: Jan. 5")
    feed = feed_of(northwire)
    item = arrive(feed)
    for one in (blog, other):
        fields = {"built_from": item.pk, "attributions": [credit(northwire)]}
        publish_entry(one, ada, item.body, **fields)
    killed(feed)
    for one in (blog, other):
        html = told(Person(ada, one))["html"]
        assert "Update 1, killed at" in html
        assert "Other live blogs with this item.</strong> Done in 1" in html
    SharedEdit.objects.update(finished_at=None, error="timed out")
    html = told(Person(ada, blog))["html"]
    assert "Still on its way. Last time: timed out" in html


def test_other_teams_and_strangers_learn_nothing(dovs, nobodys, entry, ada):
    kill(entry, ada)
    assert dovs.ask("spread").status_code == 404
    assert dovs.ask("spread-of", entry.pk).status_code == 404
    assert nobodys.ask("spread").status_code == 401
    assert dovs.send("spread").status_code == 405


def test_a_later_consumer_adds_its_lines(entry, blog, ada):
    kill(entry, ada)
    subject = facts.of_entry(again(blog), again(entry), timezone.now())

    def webhooks(subject):
        return [Line("Webhook", "waiting", f"Version {subject.case.version} is on its way.")]

    assert facts.lines(subject, [*facts.CONSUMERS, webhooks])[-1].consumer == "Webhook"


def test_a_reporter_sees_it_too(ben, blog, ada, entry):
    kill(entry, ada)
    assert "killed at" in told(Person(ben, blog))["html"]
