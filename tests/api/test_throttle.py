"""How often one address may ask."""

import pytest
from django.core.cache import cache

from tests.api.asking import V1, of, problem, read


@pytest.fixture(autouse=True)
def two_a_minute(settings):
    settings.API_RATE = "2/min"
    cache.clear()
    yield
    cache.clear()


def test_whoever_asks_too_often_is_told_when_to_come_back(blog, client):
    read(client, of(blog))
    read(client, f"{V1}blogs/versions/")
    response = client.get(of(blog, "changes/"))
    body = problem(response, 429)
    assert 0 < int(response["Retry-After"]) <= 60
    assert f"Try again in {response['Retry-After']} second" in body["detail"]
    assert response["Cache-Control"] == "private, no-store"


def test_addresses_are_counted_apart(blog, client):
    for _ in range(2):
        read(client, of(blog))
    other = client.get(of(blog), REMOTE_ADDR="192.0.2.7")
    assert other.status_code == 200


def test_a_forwarded_address_the_caller_made_up_does_not_count(blog, client):
    for number in range(2):
        client.get(of(blog), headers={"x-forwarded-for": f"192.0.2.{number}"})
    response = client.get(of(blog), headers={"x-forwarded-for": "192.0.2.9"})
    assert response.status_code == 429


def test_unknown_addresses_count_too(blog, client):
    for _ in range(2):
        client.get("/api/nonsense/")
    assert client.get(of(blog)).status_code == 429


def test_without_a_rate_nobody_is_counted(blog, client, settings):
    settings.API_RATE = ""
    for _ in range(5):
        read(client, of(blog))


def test_wrong_keys_count_for_the_address_they_come_from(blog, client):
    wrong = {"authorization": "Bearer AAAAAAAA.BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB"}
    answers = [client.post(of(blog, "entries/"), headers=wrong).status_code for _ in range(3)]
    assert answers == [401, 401, 429]
