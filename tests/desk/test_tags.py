"""Tags at the desk: composed, offered, filtered by, and what two editors make of them."""

from liveblog import actions
from liveblog.models import Entry
from tests.cast import again, draft_entry, open_blog, publish_entry
from tests.desk.people import composed


def numbers(answer):
    told = answer.json()
    return [entry["id"] for entry in [*told["progress"], *told["timeline"]]]


def test_tags_are_stored_with_the_update_and_come_back(adas):
    told = adas.write("save", tags="flood, #Power cuts").json()
    assert told["composition"]["rows"]["tags"] == [{"name": "flood"}, {"name": "Power cuts"}]
    entry = Entry.objects.get()
    assert entry.tags == ["flood", "Power cuts"]
    assert 'class="tags"' in told["entries"][0]["html"]
    adas.write("publish", entry, tags="")
    assert again(entry).tags == []


def test_a_page_that_knows_no_tags_takes_none_away(adas, ada, blog):
    entry = publish_entry(blog, ada, tags=["flood"])
    assert adas.write("save", entry, headline="New").status_code == 200
    assert again(entry).tags == ["flood"]


def test_what_is_no_tag_is_refused_at_its_field(adas):
    answer = adas.write("publish", tags="up & down")
    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == ["tags"]
    assert not Entry.objects.exists()


def test_a_tag_still_being_typed_is_meant(adas):
    adas.write("save", tags="flood", tags_typed="power cuts")
    assert Entry.objects.get().tags == ["flood", "power cuts"]
    answer = adas.write("publish", Entry.objects.get(), tags="flood", tags_typed="up & down")
    assert answer.status_code == 422
    assert again(Entry.objects.get()).state == "draft"


def test_the_preview_shows_them(adas):
    shown = adas.send("preview", **composed("preview", tags="flood")).json()["html"]
    assert '<li dir="auto">flood</li>' in shown


def test_two_editors_see_both_lists(adas, chi, ada, blog):
    entry = publish_entry(blog, ada, tags=["flood"])
    actions.edit(user=chi, entry_id=entry.pk, revision=entry.revision, fields={"tags": ["roads"]})
    answer = adas.write("save", entry, tags="flood, ferries")
    assert answer.status_code == 409
    told = answer.json()
    assert 'data-field="tags"' in told["html"]
    assert told["current"]["rows"]["tags"] == [{"name": "roads"}]
    assert again(entry).tags == ["roads"]


def test_the_tags_in_use_are_offered_the_most_used_first(adas, ada, blog, team):
    publish_entry(blog, ada, tags=["flood", "Power cuts"])
    draft_entry(blog, ada, tags=["flood", "ports"])
    killed = publish_entry(blog, ada, tags=["Jane Doe"])
    actions.kill(user=ada, entry_id=killed.pk, reason="Wrong.")
    publish_entry(open_blog(team, ada, headline="Another"), ada, tags=["elsewhere"])
    assert adas.ask("tags").json() == {"tags": ["flood", "ports", "Power cuts"]}
    assert adas.ask("tags", begins="#PO").json() == {"tags": ["ports", "Power cuts"]}
    assert adas.ask("tags", begins="100%_\0").json() == {"tags": []}
    assert b'<option value="Power cuts">' in adas.open().content


def test_a_few_are_offered_however_many_there_are(adas, ada, blog):
    for start in range(0, 30, 10):
        draft_entry(blog, ada, tags=[f"tag {n}" for n in range(start, start + 10)])
    assert len(adas.ask("tags", begins="tag").json()["tags"]) == 20


def test_the_lists_are_filtered_by_a_tag(adas, ada, blog):
    first = publish_entry(blog, ada, tags=["Power cuts", "ports"])
    second = draft_entry(blog, ada, tags=["ports"])
    publish_entry(blog, ada)
    assert sorted(numbers(adas.ask("items", tag="ports"))) == sorted([first.pk, second.pk])
    assert numbers(adas.ask("items", tag="#power CUTS", state="published")) == [first.pk]
    assert numbers(adas.ask("items", tag="po")).count(first.pk) == 1
    assert numbers(adas.ask("items", tag="cuts")) == []
