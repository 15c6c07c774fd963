"""ETags, 304 and what a cache in between is told."""

import pytest

from liveblog import actions
from tests.api.asking import SHARED, V1, every_address, of, read
from tests.cast import credit, draft_entry, open_blog, publish_entry


@pytest.fixture
def entry(blog, ada):
    return publish_entry(blog, ada)


def tags(client, blog, entry):
    return {address: client.get(address)["ETag"] for address in every_address(blog, entry)}


def test_every_answer_has_a_strong_etag_and_lives_a_second(blog, entry, client):
    for address in every_address(blog, entry):
        response = client.get(address)
        assert response["ETag"].startswith('"'), address
        assert response["Cache-Control"] == SHARED, address


def test_whoever_has_it_gets_304_and_no_body(blog, entry, client):
    for address, tag in tags(client, blog, entry).items():
        for held in (tag, f"W/{tag}", f'"other", {tag}', "*"):
            response = client.get(address, headers={"if-none-match": held})
            assert (response.status_code, response.content) == (304, b""), address
            assert (response["ETag"], response["Cache-Control"]) == (tag, SHARED)


def test_whoever_has_another_gets_it_whole(blog, entry, client):
    for address in every_address(blog, entry):
        assert client.get(address, headers={"if-none-match": '"other"'}).status_code == 200


def test_a_304_about_a_blog_costs_one_query(blog, entry, client, django_assert_num_queries):
    for rest in ("", "entries/", "changes/"):
        tag = client.get(of(blog, rest))["ETag"]
        with django_assert_num_queries(1):
            client.get(of(blog, rest), headers={"if-none-match": tag})


def test_a_public_change_changes_what_shows_it(blog, entry, ada, client):
    before = tags(client, blog, entry)
    fields = {"body": "<p>New.</p>"}
    actions.edit(user=ada, entry_id=entry.pk, revision=entry.revision, fields=fields)
    after = tags(client, blog, entry)
    moved = {address for address in before if before[address] != after[address]}
    shows = {f"{V1}blogs/", f"{V1}blogs/versions/", f"{V1}entries/{entry.public_id}/"}
    shows |= {f"{V1}search/?q=ferries"}  # it said so before
    assert moved == shows | {of(blog), of(blog, "entries/"), of(blog, "changes/")}


def test_what_only_the_newsroom_does_changes_no_etag(blog, entry, ada, northwire, client):
    before = tags(client, blog, entry)
    draft = draft_entry(blog, ada, attributions=[credit(northwire)])
    actions.submit(user=ada, entry_id=draft.pk, revision=draft.revision)
    actions.save_working_copy(
        user=ada, entry_id=entry.pk, fields={"body": "New."}, based_on=entry.revision
    )
    assert tags(client, blog, entry) == before


def test_different_questions_have_different_etags(blog, entry, client):
    questions = ["", "?state=all", "?page_size=1", "?before=1", "?text=a", "?key_event=false"]
    seen = {client.get(of(blog, f"entries/{query}"))["ETag"] for query in questions}
    assert len(seen) == len(questions)


def test_different_cursors_have_different_etags(blog, entry, client):
    seen = {client.get(of(blog, f"changes/?since={since}"))["ETag"] for since in range(4)}
    assert len(seen) == 4


def test_one_question_has_one_etag_however_it_is_spelt(blog, entry, client):
    spellings = [
        "?state=all&page_size=5", "?page_size=5&state=all", "?page_size=05&state=all&text=",
        "?state=all&page_size=5&utm_source=x",
    ]  # fmt: skip
    seen = {client.get(of(blog, f"entries/{query}"))["ETag"] for query in spellings}
    assert len(seen) == 1


def test_a_new_release_has_new_etags(blog, entry, client, settings):
    before = client.get(of(blog))["ETag"]
    settings.RELEASE = "another"
    assert client.get(of(blog))["ETag"] != before


def test_a_blog_that_takes_over_a_slug_takes_no_etag_along(blog, team, ada, client):
    before = client.get(of(blog))["ETag"]
    other = open_blog(team, ada, headline="Fire")
    for one, slug in ((blog, "old-storm"), (other, blog.slug)):
        type(one).objects.filter(pk=one.pk).update(slug=slug)
    assert read(client, of(blog))["version"] == 1
    assert client.get(of(blog))["ETag"] != before


def test_an_if_match_that_does_not_hold_is_412(blog, client):
    tag = client.get(of(blog))["ETag"]
    assert client.get(of(blog), headers={"if-match": tag}).status_code == 200
    assert client.get(of(blog), headers={"if-match": '"other"'}).status_code == 412


def test_what_is_not_there_is_not_there_for_a_second_and_has_no_etag(blog, entry, ada, client):
    actions.kill(user=ada, entry_id=entry.pk, reason="Wrong.")
    for address in (f"{V1}entries/{entry.public_id}/", f"{V1}blogs/unknown/", "/api/x/"):
        for response in (client.get(address), client.get(address, headers={"if-none-match": "*"})):
            assert response.status_code in (404, 410)
            assert response["Cache-Control"] == SHARED
            assert not response.has_header("ETag")


def test_answers_are_the_same_bytes_for_whoever_has_a_cookie(blog, entry, ada, client):
    anonymous = {address: client.get(address) for address in every_address(blog, entry)}
    client.force_login(ada)
    for address, before in anonymous.items():
        response = client.get(address, headers={"authorization": "Bearer nonsense"})
        assert (response.content, response["ETag"]) == (before.content, before["ETag"])
        assert not response.cookies
        assert "cookie" not in response.get("Vary", "").lower()


def test_any_site_may_read(blog, entry, client):
    response = client.get(of(blog), headers={"origin": "https://partner.example"})
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response


def test_a_browser_may_ask_beforehand_whether_it_may(blog, client):
    asking = {"origin": "https://partner.example", "access-control-request-method": "GET"}
    response = client.options(of(blog), headers=asking)
    assert (response.status_code, response["Access-Control-Allow-Origin"]) == (200, "*")
    assert "POST" not in response["Access-Control-Allow-Methods"]
