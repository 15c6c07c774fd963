"""A proxy that counts whole seconds keeps an answer for one at most, not for two."""

from types import SimpleNamespace

import pytest

from liveblog.live import expiry

NOW = 1_700_000_000


@pytest.fixture(autouse=True)
def now(monkeypatch):
    """Sets the clock, to a moment late in a second."""

    def at(second):
        monkeypatch.setattr(expiry, "time", SimpleNamespace(time=lambda: second + 0.9))

    at(NOW)
    return at


@pytest.mark.parametrize(
    ("cache_control", "told"),
    [
        ("public, max-age=0, s-maxage=1", f"@{NOW}"),
        ("public, max-age=5", f"@{NOW + 4}"),
        ("public, max-age=31536000, immutable", ""),
        ("private, no-store", ""),
        ("public, max-age=0", ""),
        ("", ""),
    ],
)
def test_the_last_second_is_told_of_what_is_kept_for_a_moment(cache_control, told):
    assert expiry.last_second(cache_control) == told


def test_django_tells_it_of_public_answers_alone(client, blog):
    asking = {"X-Accel-Wanted": "1"}
    page = f"/live/{blog.slug}/"
    assert client.get(page, headers=asking).headers["X-Accel-Expires"] == f"@{NOW}"
    assert client.get("/live/nowhere/", headers=asking).headers["X-Accel-Expires"] == f"@{NOW}"
    assert "X-Accel-Expires" not in client.get("/accounts/login/", headers=asking).headers
    assert "X-Accel-Expires" not in client.get(page).headers


def test_an_answer_from_memory_is_of_the_second_in_which_it_is_given(pages, blog, now):
    page = f"/live/{blog.slug}/"
    told = []
    for second in (NOW, NOW + 7):
        now(second)
        told.append(pages.get(page, headers={"X-Accel-Wanted": "1"}).headers["x-accel-expires"])
    assert told == [f"@{NOW}", f"@{NOW + 7}"]
    assert "x-accel-expires" not in pages.get(page).headers


def test_what_is_not_kept_tells_it_as_well(pages, blog):
    for address in ("/live/nowhere/", f"/live/{blog.slug}/99/"):
        answer = pages.get(address, headers={"X-Accel-Wanted": "1"})
        assert (answer.status, answer.headers["x-accel-expires"]) == (404, f"@{NOW}")
