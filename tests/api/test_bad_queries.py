"""Every parameter is known, given once and well formed, or the answer is 400 and says which."""

import pytest

from tests.api.asking import V1, every_address, of, problem, read
from tests.cast import publish_entry

NO_TEXT = ["\0", "a\0b", "\ufffd", "%ff", "%ed%a0%80", "\x1b[31m", "\r\n"]
BAD_NUMBERS = ["0", "-1", "201", "9" * 30, "x", "1.5", "٣", "１", "1_0", " 1", "1e2", "0x1"]
BAD_MOMENTS = [
    "yesterday", "2023-01-05", "2023-02-30T00:00:00Z", "2023-01-05T25:00:00Z",
    "2023-01-05T10:00:00+99:99", "٢٠٢٣-01-05T10:00:00Z", "1672912800", "2023-01-05T10:00Z",
    "2023-01-05T10:00:00 EST", "99999-01-05T10:00:00Z",
]  # fmt: skip


def test_an_unknown_parameter_is_named_everywhere(blog, ada, client):
    for address in every_address(blog, publish_entry(blog, ada)):
        body = problem(client.get(address, {"bogus": "1"}), 400)
        assert body["errors"] == {"bogus": ["There is no parameter “bogus” here."]}


def test_what_mail_programs_hang_on_links_is_let_pass(blog, ada, client):
    for address in every_address(blog, publish_entry(blog, ada)):
        mark = "&" if "?" in address else "?"
        tracked = client.get(f"{address}{mark}utm_source=letter&fbclid=x&gclid=y")
        assert tracked.content == client.get(address).content


def test_a_parameter_given_twice_is_refused(blog, client):
    response = client.get(of(blog, "entries/?page_size=1&page_size=2"))
    assert problem(response, 400)["detail"] == "“page_size” is given more than once."


def test_a_key_in_the_address_is_refused_and_not_repeated(blog, client):
    response = client.get(of(blog), {"api_key": "SECRET"})
    problem(response, 400)
    assert b"SECRET" not in response.content


def test_every_parameter_at_fault_is_named_at_once(blog, client):
    query = {"page_size": "0", "state": "draft", "bogus": "1", "key_event": "yes"}
    body = problem(client.get(of(blog, "entries/"), query), 400)
    assert body["errors"].keys() == query.keys()


@pytest.mark.parametrize("name", ["source", "author", "text", "state", "before", "display_after"])
@pytest.mark.parametrize("value", NO_TEXT)
def test_what_is_no_text_is_refused(name, value, blog, client):
    quoted = value if value.startswith("%") else None
    query = f"?{name}={quoted}" if quoted else ""
    response = client.get(of(blog, f"entries/{query}"), None if quoted else {name: value})
    assert problem(response, 400)["errors"].keys() == {name}


@pytest.mark.parametrize("value", BAD_NUMBERS)
def test_a_page_size_is_a_number_up_to_200(value, blog, client):
    body = problem(client.get(of(blog, "entries/"), {"page_size": value}), 400)
    assert body["detail"] == "“page_size” must be a whole number from 1 to 200."


@pytest.mark.parametrize("value", [*BAD_NUMBERS, "2147483648"])
def test_a_page_continues_at_a_number(value, blog, client):
    if value == "201":
        return
    for name in ("before", "after"):
        body = problem(client.get(of(blog, "entries/"), {name: value}), 400)
        assert body["detail"] == f"“{name}” must be a whole number from 1 to 2147483647."


@pytest.mark.parametrize("value", ["yes", "1", "True", "on", "tru"])
def test_yes_or_no_is_true_or_false(value, blog, client):
    body = problem(client.get(of(blog, "entries/"), {"key_event": value}), 400)
    assert body["detail"] == "“key_event” must be true or false."


@pytest.mark.parametrize("value", BAD_MOMENTS)
def test_a_moment_is_rfc_3339(value, blog, client):
    for name in ("display_after", "display_before", "published_after", "published_before"):
        body = problem(client.get(of(blog, "entries/"), {name: value}), 400)
        assert body["errors"].keys() == {name}


@pytest.mark.parametrize(
    "value",
    ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2016-12-31T23:59:60Z",
     "2023-01-05t10:00:00z", "2023-01-05T10:00:00.123456789Z", "2023-01-05 10:00:00Z"],
)  # fmt: skip
def test_the_corners_of_the_calendar_are_moments_too(value, blog, client):
    assert read(client, of(blog, "entries/"), display_after=value)["results"] == []


@pytest.mark.parametrize("value", ["1", "not-an-id", "{00000000-0000-4000-8000-000000000000}"])
def test_a_page_of_blogs_continues_at_an_id(value, blog, client):
    body = problem(client.get(f"{V1}blogs/", {"before": value}), 400)
    assert body["detail"] == "“before” must be an id, as an earlier answer gave it."


def test_an_empty_text_is_no_filter(blog, ada, client):
    publish_entry(blog, ada)
    assert read(client, of(blog, "entries/"), source="", author="", text="", utm_source="")[
        "results"
    ]


@pytest.mark.parametrize("name", ["before", "page_size", "state", "key_event", "display_after"])
def test_an_empty_value_is_refused_where_it_could_only_be_a_mistake(name, blog, client):
    body = problem(client.get(of(blog, "entries/"), {name: ""}), 400)
    assert body["detail"] == f"“{name}” is empty: give it a value or leave it out."
