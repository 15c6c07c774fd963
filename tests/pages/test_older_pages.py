"""An older page is valid until something it shows changes, however much comes on top."""

import pytest

from liveblog import actions
from tests.cast import again, credit, publish_entry, wire_item
from tests.pages.reading import read

LIGHT = 3  # queries: the blog, where the page begins, the marks of its entries


@pytest.fixture
def address(blog, ada):
    for number in (1, 2, 3):
        publish_entry(blog, ada, body=f"<p>Report {number}.</p>")
    return f"/live/{blog.slug}/?before=3"


def entry(blog, number):
    return again(blog).entries.get(number=number)


def edit(blog, user, number):
    row = entry(blog, number)
    fields = {"body": "<p>Put right.</p>"}
    actions.edit(user=user, entry_id=row.pk, revision=row.revision, fields=fields)


def edit_blog(blog, user, **fields):
    actions.edit_blog(user=user, blog_id=blog.pk, revision=again(blog).revision, fields=fields)


def publish_with_a_picture(blog, ada, picture):
    publish_entry(blog, ada, images=[{"asset": picture().pk}])


ON_TOP = {
    "a publish": lambda blog, ada, picture: publish_entry(blog, ada),
    "a key event": lambda blog, ada, picture: publish_entry(blog, ada, is_key_event=True),
    "a picture": publish_with_a_picture,
    "an edit": lambda blog, ada, picture: edit(blog, ada, 3),
    "a withdrawal": lambda blog, ada, picture: actions.withdraw(
        user=ada, entry_id=entry(blog, 3).pk
    ),
    "a pin": lambda blog, ada, picture: actions.pin(user=ada, entry_id=entry(blog, 3).pk),
    "what we know": lambda blog, ada, picture: edit_blog(blog, ada, summary_points=["Closed."]),
}
WITHIN = {
    "an edit": lambda blog, ada, chi: edit(blog, ada, 2),
    "a kill": lambda blog, ada, chi: actions.kill(
        user=chi, entry_id=entry(blog, 2).pk, reason="Wrong."
    ),
    "a withdrawal": lambda blog, ada, chi: actions.withdraw(user=ada, entry_id=entry(blog, 1).pk),
    "an update put there": lambda blog, ada, chi: publish_entry(
        blog, ada, display_at=entry(blog, 2).display_at
    ),
    "a new headline": lambda blog, ada, chi: edit_blog(blog, ada, headline="Storm passes"),
    "a new zone": lambda blog, ada, chi: edit_blog(blog, ada, timezone="Asia/Tokyo"),
    "an end": lambda blog, ada, chi: actions.end_coverage(user=ada, blog_id=blog.pk),
}


@pytest.mark.parametrize("what", ON_TOP)
def test_what_comes_on_top_changes_not_a_byte(what, blog, ada, picture, address, client):
    before = client.get(address)
    version = again(blog).version
    ON_TOP[what](blog, ada, picture)
    assert again(blog).version > version
    after = client.get(address)
    assert after.content == before.content
    assert after["ETag"] == before["ETag"]
    again_asked = client.get(address, headers={"if-none-match": before["ETag"]})
    assert (again_asked.status_code, again_asked["ETag"]) == (304, before["ETag"])


@pytest.mark.parametrize("what", WITHIN)
def test_what_it_shows_makes_it_another(what, blog, ada, chi, address, client):
    before = client.get(address)
    WITHIN[what](blog, ada, chi)
    after = client.get(address, headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert after.content != before.content
    assert after["ETag"] != before["ETag"]


def test_the_credit_line_and_the_topic_are_of_it(blog, ada, northwire, topic, address, client):
    def asked(known):
        return client.get(address, headers={"if-none-match": known["ETag"]})

    first = client.get(address)
    publish_entry(blog, ada, attributions=[credit(northwire)])
    second = asked(first)
    assert (second.status_code, northwire.name in second.content.decode()) == (200, True)
    row = again(topic)
    actions.edit_topic(
        user=ada, topic_id=row.pk, revision=row.revision, fields={"name": "Coast watch"}
    )
    assert "Coast watch" in asked(second).content.decode()


def test_who_has_it_is_told_so_without_reading_it(
    blog, ada, address, client, django_assert_num_queries
):
    known = client.get(address)["ETag"]
    with django_assert_num_queries(LIGHT):
        answer = client.get(address, headers={"if-none-match": known})
    assert (answer.status_code, answer.content) == (304, b"")


def test_it_says_when_its_own_updates_changed(blog, ada, address, client):
    edit(blog, ada, 1)
    publish_entry(blog, ada)
    page = read(client.get(address).content.decode())
    main = page.one("main")
    changed = page.one("meta", property="article:modified_time")["content"]
    assert changed == entry(blog, 1).updated_at.astimezone(blog.zone).isoformat(timespec="seconds")
    assert "data-version" not in main.attributes
    assert main["data-following"] == "false"


def test_an_older_page_begins_below_a_killed_update_too(blog, ada, chi, address, client):
    actions.kill(user=chi, entry_id=entry(blog, 3).pk, reason="Wrong.")
    answer = client.get(address)
    assert client.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304
    unknown = client.get(f"/live/{blog.slug}/?before=9", headers={"if-none-match": answer["ETag"]})
    assert unknown.status_code == 404


def test_withdrawn_rights_reach_it(blog, ada, chi, northwire, address, client):
    copy = wire_item(northwire).pk
    old = entry(blog, 2).display_at
    publish_entry(blog, ada, body="<p>Agency words.</p>", built_from=copy, display_at=old)
    before = client.get(address)
    assert "Agency words." in before.content.decode()
    actions.edit_rights(user=chi, source_id=northwire.pk, fields={"page": "none"})
    after = client.get(address, headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert "Agency words." not in after.content.decode()
