"""Each web process says how far it has come: in its own time, and at once after a kill."""

import queue
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from liveblog import actions
from liveblog.actions import web_processes
from liveblog.live import reports
from liveblog.models import Reach, ReaderCount, WebProcess
from tests.cast import again, publish_entry
from tests.live.stage import DEADLINE
from tests.live.test_wakeups import eventually


@pytest.fixture
def told(monkeypatch):
    """What processes have written, as it comes: `(readers, {blog id: version})`."""
    said, real = queue.Queue(), web_processes.report_process

    def report(*, name, readers, reached):
        real(name=name, readers=readers, reached=reached)
        said.put((readers, {each.blog_id: each.version for each in reached}))

    monkeypatch.setattr(web_processes, "report_process", report)
    monkeypatch.setattr(reports, "FIRST", 0)
    monkeypatch.setattr(reports, "BEAT", 3600)
    return said


def report_now(live):
    live.on_loop(live.hub._reports._report())


def test_a_process_says_who_reads_there_and_how_far_they_are(live, blog, ada):
    readers = [live.follow(blog), live.follow(blog)]
    publish_entry(blog, ada)
    for reader in readers:
        reader.next_delta()
    report_now(live)
    reach = Reach.objects.get(blog=blog)
    assert (reach.version, reach.readers, reach.behind) == (again(blog).version, 2, 0)
    assert (reach.process.readers, reach.process.name) == (2, live.hub._reports.name)


def test_a_kill_is_told_without_waiting_for_the_next_beat(told, live, blog, ada):
    entry = publish_entry(blog, ada)
    reader = live.follow(blog)
    told.get(timeout=DEADLINE)
    actions.kill(user=ada, entry_id=entry.pk, reason="Wrong harbour.")
    assert reader.next_delta()["entries"][0]["state"] == "killed"
    while again(blog).version not in told.get(timeout=DEADLINE)[1].values():
        pass
    assert Reach.objects.get(blog=blog).version == again(blog).version


def test_a_correction_is_told_at_once(told, live, blog, ada):
    entry = publish_entry(blog, ada)
    live.follow(blog)
    told.get(timeout=DEADLINE)
    correct(ada, entry)
    while told.get(timeout=DEADLINE)[1][blog.pk] < again(blog).version:
        pass


def test_somebody_waits_for_kills_withdrawals_and_corrections_alone(blog, ada):
    entry, version = publish_entry(blog, ada), again(blog).version
    assert not web_processes.was_taken_back({blog.pk: 0})
    correct(ada, entry)
    assert web_processes.was_taken_back({blog.pk: version})
    assert not web_processes.was_taken_back({blog.pk: again(blog).version})
    version = again(blog).version
    actions.withdraw(user=ada, entry_id=entry.pk, revision=again(entry).revision)
    assert web_processes.was_taken_back({blog.pk: version})


def correct(user, entry):
    revision = again(entry).revision
    fields = {"body": "<p>Ferries run again.</p>"}
    actions.correct(
        user=user, entry_id=entry.pk, revision=revision, fields=fields, note="They do run."
    )


def test_a_reader_who_does_not_take_it_is_counted_as_behind(live, blog, ada):
    reader, stuck = live.follow(blog), live.follow(blog)
    with stuck.not_reading():
        for text in ("<p>One.</p>", "<p>Two.</p>"):
            publish_entry(blog, ada, text)
            reader.next_delta()
        report_now(live)
        reach = Reach.objects.get(blog=blog)
        assert (reach.readers, reach.behind) == (2, 1)


def test_what_nobody_reads_any_more_is_not_told_of(live, blog, other_blog):
    reader, _ = live.follow(blog), live.follow(other_blog)
    report_now(live)
    reader.close()
    report_now(live)
    assert [reach.blog for reach in Reach.objects.all()] == [other_blog]


def test_pages_kept_in_memory_are_told_of_as_well(pages, blog, ada):
    entry = publish_entry(blog, ada)
    pages.get(f"/live/{blog.slug}/")
    report_now(pages)
    assert Reach.objects.get(blog=blog).version == again(blog).version
    actions.kill(user=ada, entry_id=entry.pk, reason="Wrong harbour.")
    reach = eventually(lambda: there(pages, blog))
    assert reach.readers == 0


def there(live, blog):
    """Its row once it has come as far as the live blog, by a look or by the next question."""
    report_now(live)
    return Reach.objects.filter(blog=blog, version=again(blog).version).first()


def test_a_process_that_ends_leaves_nothing(live, blog):
    live.follow(blog)
    report_now(live)
    live.on_loop(live.app.stop())
    assert not WebProcess.objects.exists()
    assert not Reach.objects.exists()


def test_what_cannot_be_written_harms_no_delivery_and_is_said_once(
    live, blog, ada, monkeypatch, caplog
):
    def away(**_):
        raise OperationalError("the connection was refused")

    reader = live.follow(blog)
    with monkeypatch.context() as patched:
        patched.setattr(web_processes, "report_process", away)
        report_now(live)
        report_now(live)
        publish_entry(blog, ada)
        assert reader.next_delta()["entries"]
    report_now(live)
    said = [record for record in caplog.records if record.name == "liveblog.live.reports"]
    assert len(said) == 1
    assert Reach.objects.get(blog=blog).version == again(blog).version


def test_readers_are_counted_by_the_minute_over_the_processes_that_speak(blog):
    now = timezone.now()
    for name, readers, at in [
        ("a", 3, now),
        ("b", 4, now),
        ("dead", 90, now - WebProcess.SILENT - timedelta(seconds=1)),
    ]:
        reached = [web_processes.Reached(blog.pk, 1, now, readers)]
        web_processes.report_process(name=name, readers=readers, reached=reached)
        WebProcess.objects.filter(name=name).update(at=at)
    web_processes.count_readers(now=now)
    web_processes.count_readers(now=now)  # another worker
    assert [(row.blog, row.readers) for row in counts()] == [(blog, 7)]


def test_what_is_old_goes(blog):
    now = timezone.now()
    web_processes.report_process(
        name="a", readers=1, reached=[web_processes.Reached(blog.pk, 1, now, 1)]
    )
    web_processes.count_readers(now=now)
    web_processes.count_readers(now=now + timedelta(days=36))
    assert not counts()
    assert not WebProcess.objects.exists()


def counts():
    return list(ReaderCount.objects.all())
