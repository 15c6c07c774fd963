"""Sources, rights and topics belong to no team: the rank in any team decides."""

import pytest
from django.urls import reverse

from liveblog.models import RightsProfile, Source, Topic
from tests.admin.desk import change_url, verb_url
from tests.cast import again, credit, publish_entry


def test_ada_adds_a_source(adas):
    page = adas.open(reverse("admin:liveblog_source_add")).press(
        name="The Harbour Post", short_name="HP", forms="Harbor Post\nThe Post", kind="newspaper"
    )
    source = Source.objects.get()
    assert page.url == change_url(source)
    assert (source.slug, source.forms) == ("the-harbour-post", ["Harbor Post", "The Post"])


def test_a_second_source_of_the_same_name_is_refused(adas, northwire):
    page = adas.open(reverse("admin:liveblog_source_add")).press(name="Northwire", forms="NW")
    assert "already exists" in page
    assert page.form.values["forms"] == "NW"
    assert Source.objects.count() == 1


def test_a_renamed_source_is_renamed_on_every_page_that_credits_it(adas, ada, blog, northwire):
    entry = publish_entry(blog, ada, attributions=[credit(northwire)])
    adas.open(change_url(northwire)).press(name="Northwire News")
    assert again(northwire).name == "Northwire News"
    assert again(entry).seq > entry.seq


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": ""}, "The name cannot be empty."),
        ({"url": "javascript:alert(1)"}, "This is not a web address."),
        ({"name": "x" * 121}, "at most 120"),
        ({"forms": "\n".join("abcdefghijklmnopqrstuvwxyz")}, "a list of at most 20"),
    ],
)
def test_a_source_is_refused_with_everything_typed_still_there(adas, northwire, typed, sentence):
    page = adas.open(change_url(northwire)).press(descriptor="state-run", **typed)
    assert sentence in page
    assert page.form.values["descriptor"] == "state-run"
    assert again(northwire).revision == northwire.revision


def test_a_chief_signs_for_what_a_contract_allows(chis, northwire):
    page = chis.verb(northwire, "rights")
    assert page.form.values["public_api"] == "none"
    page.press(public_api="excerpt", excerpt_words="30", partner_territories="gb de")
    profile = RightsProfile.objects.get()
    assert (profile.public_api, profile.excerpt_words) == ("excerpt", 30)
    assert profile.partner_territories == ["GB", "DE"]
    assert chis.verb(northwire, "rights").form.values["partner_territories"] == "GB DE"


def test_an_editor_does_not_sign_for_contracts(adas, northwire):
    assert verb_url(northwire, "rights") not in adas.open(change_url(northwire))
    page = adas.do(northwire, "rights", public_api="whole")
    assert page.status == 403
    assert not RightsProfile.objects.exists()


def test_ada_adds_and_renames_a_topic(adas):
    adas.open(reverse("admin:liveblog_topic_add")).press(name="Harbour watch")
    topic = Topic.objects.get()
    assert topic.slug == "harbour-watch"
    adas.open(change_url(topic)).press(subject="the storm")
    assert again(topic).subject == "the storm"


def test_a_topics_address_has_no_slashes(adas, topic):
    page = adas.open(change_url(topic)).press(slug="a/b")
    assert "valid “slug”" in page
    assert again(topic).slug == "harbour-watch"


@pytest.mark.parametrize("model", ["source", "topic"])
def test_ben_looks_at_shared_rows_but_changes_none(bens, northwire, topic, model):
    row = {"source": northwire, "topic": topic}[model]
    assert bens.open(change_url(row)).form is None
    assert bens.open(reverse(f"admin:liveblog_{model}_add")).status == 403
    page = bens.post(change_url(row), {"name": "Ben's", "kind": "official", "revision": 1})
    assert page.status == 403
    assert again(row).name == row.name
