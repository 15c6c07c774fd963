"""What helps while writing: preview, sources in the text, times in words, pictures."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from liveblog.models import EmbedCard, Entry, MediaAsset, Revision, Source
from tests.cast import again, credit, draft_entry, publish_entry
from tests.desk.people import composed


def previewed(person, entry=None, **typed):
    where = ("preview-entry", entry.pk) if entry else ("preview",)
    return person.client.post(person.url(*where), composed("preview", entry, **typed))


def test_a_preview_is_what_readers_would_see(adas, northwire, coastal, picture, ada):
    answer = previewed(
        adas,
        headline="Ferries stop",
        display_at="2023-01-05T21:34",
        attributions=[credit(northwire, via=coastal)],
        images=[{"asset": picture().pk}],
        embeds=[{"url": "https://video.example/1", "title": "The pier"}],
        authors=[{"name": "Jo Doe"}],
    )
    html = answer.json()["html"]
    for text in ("Ferries stop", "9:34 p.m.", "Northwire reported, citing The Coastal Press",
                 "A pier in a storm", "The pier", "By Jo Doe"):  # fmt: skip
        assert text in html, text


def test_a_preview_knows_what_was_found_at_an_address_and_asks_for_nothing(adas, ada, blog):
    url = "https://video.example/pier"
    entry = publish_entry(blog, ada, embeds=[{"url": url}])
    EmbedCard.objects.update(state="done", title="The pier at night")
    more = {"url": "https://video.example/new"}
    html = previewed(adas, entry, embeds=[{"url": url}, more]).json()["html"]
    assert "The pier at night" in html
    assert EmbedCard.objects.count() == 1
    [row] = adas.ask("composition", entry.pk).json()["rows"]["embeds"]
    assert row["found"]["title"] == "The pier at night"


def test_the_preview_of_a_correction_has_its_note(adas, ada, blog):
    entry = publish_entry(blog, ada, "<p>Wrong.</p>")
    answer = previewed(adas, entry, body="<p>Right.</p>", note="It said wrong.", kind="correction")
    html = answer.json()["html"]
    assert "Right." in html
    assert "It said wrong." in html
    assert "Wrong." not in html


def test_a_preview_is_the_fragment_that_is_published(adas):
    html = previewed(adas, display_at="2023-01-05T21:34").json()["html"]
    adas.write("publish", display_at="2023-01-05T21:34")
    from liveblog import render

    entry = Entry.objects.with_content().select_related("blog").get()
    assert html.replace('data-seq="0"', f'data-seq="{entry.seq}"') == render.render_entry(entry)


def test_a_preview_stores_nothing(adas, ada, blog):
    entry = publish_entry(blog, ada)
    before = Revision.objects.count()
    with CaptureQueriesContext(connection) as queries:
        assert previewed(adas, entry, body="<p>Other.</p>", note="x").status_code == 200
        assert previewed(adas).status_code == 200
    assert not [each for each in queries if each["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert Revision.objects.count() == before
    assert again(entry).body_text == "Ferries are suspended."


def test_a_preview_is_sanitised_like_a_save(adas):
    answer = previewed(adas, body="<p>x</p><script>alert(1)</script>")
    assert answer.status_code == 422 or "<script" not in answer.json()["html"]


def test_nobody_previews_what_they_cannot_edit(bens, ada, blog):
    assert previewed(bens, draft_entry(blog, ada)).status_code == 409


@pytest.fixture
def reuters(db):
    Source.objects.create(name="Interfax", slug="interfax", kind="wire_agency")
    return Source.objects.create(name="Reuters", slug="reuters", kind="wire_agency")


def test_sources_are_found_in_the_text(adas, reuters):
    body = "<p>Ferries stand still.</p><p>Reuters reported, citing Interfax, that all is well.</p>"
    told = adas.send("sources", body=body).json()
    [found] = told["found"]
    assert found["credit"] == "Reuters reported, citing Interfax"
    assert (found["source"], found["relation"]) == (reuters.pk, "reported")
    assert found["names"] == ["Reuters", "Interfax"]
    assert [each["name"] for each in told["named"]] == ["Reuters", "Interfax"]


def test_a_well_known_source_is_proposed_and_added_when_accepted(adas, db):
    body = "<p>Reuters reported, citing Interfax, that all is well.</p>"
    [found] = adas.send("sources", body=body).json()["found"]
    assert (found["source"], found["missing"]) == (None, ["reuters", "interfax"])
    assert not Source.objects.exists()
    [found] = adas.send("add-sources", body=body, slug=["reuters", "interfax", "nobody"]).json()[
        "found"
    ]
    added = Source.objects.get(slug="reuters")
    assert (found["source"], found["missing"]) == (added.pk, [])
    assert added.in_credit_line is False
    assert Source.objects.count() == 2
    adas.send("add-sources", body=body, slug=["reuters"])
    assert Source.objects.count() == 2


def test_only_editors_add_sources(bens):
    answer = bens.send("add-sources", body="", slug=["reuters"])
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
    assert not Source.objects.exists()


def test_an_agency_that_is_only_named_is_told(adas, reuters):
    told = adas.send("sources", body="<p>The office of Reuters stands empty.</p>").json()
    assert told["found"] == []
    assert told["named"] == [{"source": reuters.pk, "name": "Reuters", "slug": "reuters"}]


@pytest.mark.parametrize("body", ["", "<", "<p>" + "Reuters " * 4_000, "\0<p>Reuters</p>"])
def test_any_text_can_be_looked_at(adas, reuters, body):
    assert adas.send("sources", body=body).status_code == 200


def test_a_time_is_told_as_readers_will_see_it(adas):
    told = adas.ask("label", at="2023-01-05T21:34").json()
    assert (told["label"], told["day"]) == ("9:34 p.m. EST", "Thursday, Jan. 5, 2023")


def test_a_time_that_comes_twice_is_asked_about(adas):
    told = adas.ask("label", at="2023-11-05T01:30").json()
    assert "comes twice" in told["error"]
    assert [fold["label"] for fold in told["folds"]] == ["EDT", "EST"]
    assert adas.ask("label", at="2023-11-05T01:30", fold="1").json()["label"] == "1:30 a.m. EST"


@pytest.mark.parametrize("at", ["2023-03-12T02:30", "tomorrow", "0001-01-01T00:00"])
def test_a_time_that_cannot_be_gets_a_sentence(adas, at):
    told = adas.ask("label", at=at).json()
    assert told["error"]
    assert told["label"] == ""


def upload(**texts):
    drawn = BytesIO()
    Image.new("RGB", (64, 36), "navy").save(drawn, "PNG")
    return {"file": SimpleUploadedFile("pier.png", drawn.getvalue()), **texts}


def test_a_picture_comes_with_credit_and_description(bens, team):
    answer = bens.send("media", **upload(credit="Ben", alt="A pier"))
    assert answer.status_code == 201
    asset = MediaAsset.objects.get()
    assert (asset.team, asset.credit, asset.alt) == (team, "Ben", "A pier")
    assert answer.json()["asset"] == asset.pk
    assert bens.write("submit", images=[{"asset": asset.pk}]).status_code == 200


def test_what_is_no_picture_gets_a_sentence(adas):
    file = SimpleUploadedFile("x.png", b"<svg></svg>")
    answer = adas.send("media", file=file, credit="Ada", alt="x")
    assert answer.status_code == 422
    assert "SVG" in answer.json()["errors"]["file"][0]
    assert adas.send("media", credit="Ada", alt="x").status_code == 422
    assert not MediaAsset.objects.exists()


def test_the_credit_line_is_previewed_as_it_would_read(adas, ada, blog, northwire, coastal):
    Source.objects.update(in_credit_line=True)
    publish_entry(blog, ada, attributions=[credit(northwire)])
    blog.refresh_from_db()
    told = previewed(adas, attributions=[credit(northwire)]).json()["credit_line"]
    assert told == {"text": blog.credit_line, "changed": False}
    told = previewed(adas, attributions=[credit(coastal)]).json()["credit_line"]
    assert (told["changed"], coastal.name in told["text"]) == (True, True)
    publish_entry(blog, ada, attributions=[credit(coastal)])
    blog.refresh_from_db()
    assert told["text"] == blog.credit_line


def test_who_is_no_longer_credited_leaves_the_previewed_line(adas, ada, blog, northwire):
    Source.objects.update(in_credit_line=True)
    entry = publish_entry(blog, ada, attributions=[credit(northwire)])
    told = previewed(adas, entry, attributions=[]).json()["credit_line"]
    assert told == {"text": "", "changed": True}
    quoted = [credit(northwire, "quoted")]
    assert previewed(adas, entry, attributions=quoted).json()["credit_line"]["text"] == ""
