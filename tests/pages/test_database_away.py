"""While the database is away, a page that nothing has kept says so, and when to come again."""

import pytest
from django.db import InterfaceError, OperationalError


@pytest.fixture
def without(client, monkeypatch, settings):
    """Asks for a page while reading it fails."""
    settings.DEBUG_PROPAGATE_EXCEPTIONS = False
    client.raise_request_exception = False

    def ask(error):
        def fails(*_):
            raise error

        monkeypatch.setattr("liveblog.views.answers.find_blog", fails)
        return client.get("/live/storm/")

    return ask


@pytest.mark.parametrize("error", [OperationalError("gone"), InterfaceError("closed")])
def test_who_asks_is_told_to_come_again(without, error):
    response = without(error)
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert response["Cache-Control"] == "no-store"
    assert "We will be back in a moment" in response.content.decode()
    assert "gone" not in response.content.decode()


def test_a_mistake_of_ours_is_still_one(without):
    response = without(ValueError("canary"))
    assert response.status_code == 500
    assert "Retry-After" not in response.headers
    assert "canary" not in response.content.decode()
