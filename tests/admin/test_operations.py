"""The page for whoever runs the site: what waits, why and since when."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from liveblog.admin.waiting import ago, heard, why
from liveblog.models import EmbedCard, SharedEdit, WebProcess, WorkerHeartbeat

NOW = datetime(2023, 1, 5, 12, tzinfo=UTC)
URL = "/admin/operations/"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({}, "It waits for its turn: no worker has taken it yet."),
        ({"leased_until": NOW + timedelta(seconds=9)}, "A worker has it in hand."),
        (
            {"attempts": 2, "error": "timed out.", "next_attempt_at": NOW + timedelta(minutes=4)},
            "It was tried 2 times. Last time: timed out. The next attempt is in 4 minutes.",
        ),
        ({"attempts": 1, "leased_until": NOW}, "It was tried once. The next attempt is due now."),
    ],
)
def test_why_something_waits(row, said):
    nothing = {"attempts": 0, "leased_until": None, "next_attempt_at": None, "error": ""}
    assert why(now=NOW, **nothing | row) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(-5, "less than a second"), (1, "1 second"), (3599, "59 minutes"), (90000, "1 day")],
)
def test_spans_are_rounded_down(seconds, said):
    assert ago(timedelta(seconds=seconds)) == said


def test_a_silent_worker_is_said_to_be_silent():
    silent = timedelta(seconds=30)
    assert heard(NOW, NOW - silent, silent).startswith("At work")
    assert heard(NOW, NOW - timedelta(hours=2), silent).startswith("Silent for 2 hours.")


def test_everything_that_waits_is_named(roots, ada, northwire):
    SharedEdit.objects.create(kind="source", object_id=northwire.pk, user=ada)
    EmbedCard.objects.create(digest="x", url="https://example.com/clip", error="no answer",
                             attempts=3)  # fmt: skip
    WorkerHeartbeat.objects.create(name="worker-1", at=timezone.now() - timedelta(hours=3))
    page = roots.open(URL)
    assert "Source Northwire, changed by Ada" in page
    assert "https://example.com/clip" in page
    assert "tried 3 times. Last time: no answer." in page
    assert "Silent for 3 hours." in page


def test_web_processes_are_listed_and_a_silent_one_is_called_silent(roots):
    now = timezone.now()
    WebProcess.objects.create(name="web-1:11:ab", at=now, readers=1)
    WebProcess.objects.create(name="web-2:12:cd", at=now - timedelta(minutes=3), readers=9)
    page = roots.open(URL)
    assert "1 open page, told less than a second ago." in page
    assert "Silent for 3 minutes. It has died, or it is cut off" in page


def test_an_idle_site_says_so(roots):
    page = roots.open(URL)
    assert "No worker has ever reported." in page
    assert "Every embedded address has been looked up." in page
    assert f'href="{URL}"' in roots.open(reverse("admin:index"))


def test_only_superusers_see_it(chis, dovs, blog):
    for desk in (chis, dovs):
        assert desk.open(URL).status == 403
        assert URL not in desk.open(reverse("admin:index"))


def test_it_is_read_only(roots):
    assert roots.client.post(URL).status_code == 405
