"""Whatever goes wrong is said as problem details, in one sentence, without a word about why."""

import pytest
from django.db import OperationalError

from liveblog.api import lookups
from tests.api.asking import V1, every_address, of, problem
from tests.cast import publish_entry


@pytest.mark.parametrize(
    "address",
    ["/api/", "/api/v1/", "/api/v2/blogs/", "/api/v1/nonsense/", "/api/nonsense", "/api/%00/",
     "/api/v1/blogs/a%00b/", "/api/v1/blogs/%ff/", "/api/v1/blogs/../../admin/",
     "/api/v1/entries/1/", "/api/v1/entries/not-a-uuid/", "/api/v1/sources/nobody/",
     "/api/v1/topics/nothing/", f"/api/v1/blogs/{'a' * 161}/"],
)  # fmt: skip
def test_an_unknown_address_is_404(address, db, client):
    assert problem(client.get(address), 404)["errors"] == {}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
def test_the_api_is_for_reading(method, blog, ada, client):
    entry = publish_entry(blog, ada)
    written = {f"{V1}blogs/", of(blog), of(blog, "entries/"), f"{V1}entries/{entry.public_id}/"}
    for address in set(every_address(blog, entry)) - written:
        response = getattr(client, method)(address)
        assert problem(response, 405)["detail"] == "The API is for reading: ask with GET or HEAD."
        assert response["Allow"] == "GET, HEAD"
        assert response["Cache-Control"] == "private, no-store"


def test_an_unknown_address_is_404_whatever_the_method(db, client):
    problem(client.post("/api/v1/nonsense/"), 404)


def test_head_is_get_without_the_body(blog, ada, client):
    for address in every_address(blog, publish_entry(blog, ada)):
        head, get = client.head(address), client.get(address)
        assert (head.status_code, head.content) == (200, b"")
        assert head["ETag"] == get["ETag"]


def test_what_is_not_json_cannot_be_had(blog, client):
    response = client.get(of(blog), headers={"accept": "text/html"})
    problem(response, 406)
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    "accept", ["*/*", "application/json", "application/*", "text/html, */*;q=0.1"]
)
def test_json_comes_to_whoever_accepts_it(accept, blog, client):
    assert client.get(of(blog), headers={"accept": accept}).json()["slug"] == blog.slug


def test_an_error_of_ours_says_nothing_of_itself(blog, client, monkeypatch):
    def fail(*_):
        raise RuntimeError("SECRET detail")

    monkeypatch.setattr(lookups, "live_blog", fail)
    client.raise_request_exception = False
    response = client.get(of(blog))
    problem(response, 500)
    assert b"SECRET" not in response.content
    assert response["Cache-Control"] == "private, no-store"


def test_a_database_that_is_away_is_worth_another_try(blog, client, monkeypatch):
    def fail(*_):
        raise OperationalError("SECRET host is down")

    monkeypatch.setattr(lookups, "live_blog", fail)
    response = client.get(of(blog))
    problem(response, 503)
    assert response["Retry-After"] == "5"
    assert b"SECRET" not in response.content


def test_a_request_for_another_host_is_refused_as_a_problem(db, client):
    problem(client.get(f"{V1}blogs/", headers={"host": "evil.example"}), 400)


def test_too_many_parameters_are_refused(db, client):
    query = "&".join(f"a{number}=1" for number in range(3000))
    problem(client.get(f"{V1}blogs/?{query}"), 400)
