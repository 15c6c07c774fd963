"""Notes on credits, while somebody writes and on the update's page; they never stop anybody."""

import json

import pytest
from django.urls import reverse

from liveblog.models import RightsProfile
from tests.cast import credit, draft_entry, publish_entry
from tests.wire.arriving import arrive, feed_of, killed

COPY = "<p>The dam above the town of Kellin burst early on Wednesday after nine days of rain.</p>"


@pytest.fixture
def item(northwire):
    RightsProfile.objects.create(source=northwire, excerpt_words=5)
    return arrive(feed_of(northwire), body=COPY)


def asked(person, body, *rows, **more):
    sent = {"body": body, "credits": json.dumps(rows), **more}
    return person.send("sources", **sent).json()["notes"]


def test_copy_without_its_credit_is_said_while_writing(adas, ada, blog, item, northwire):
    draft = draft_entry(blog, ada, COPY, built_from=item.pk)
    assert asked(adas, COPY, entry=draft.pk) == [
        "This is Northwire's copy, but nothing is attributed to it."
    ]
    assert asked(adas, COPY, [northwire.pk, None, None], entry=draft.pk) == []
    assert len(asked(adas, COPY, built_from=item.pk)) == 1


def test_quoting_more_than_the_contract_allows_is_said(adas, item, northwire):
    (note,) = asked(adas, COPY, [northwire.pk, None, item.pk])
    assert "its contract allows 5" in note
    carried = asked(adas, COPY, [northwire.pk, None, item.pk], built_from=item.pk)
    assert carried == []


def test_quoting_an_item_that_is_not_even_cited_is_said(adas, item, northwire, coastal):
    text = "<p>All is well. The dam above the town of Kellin burst early on Wednesday.</p>"
    (note,) = asked(adas, text, [northwire.pk, None, None])
    assert note.startswith("11 words in a row are Northwire's own")
    assert len(asked(adas, text, [coastal.pk, northwire.pk, None])) == 1
    assert asked(adas, text, [coastal.pk, None, None]) == []  # who may have had the same words
    own_words = "<p>Early on Wednesday the dam above Kellin gave way.</p>"
    assert asked(adas, own_words, [northwire.pk, None, None]) == []


@pytest.mark.parametrize("before", range(6))
def test_it_is_found_wherever_the_copied_words_begin(adas, item, northwire, before):
    text = f"<p>{'so ' * before}above the town of Kellin burst early on Wednesday, they say.</p>"
    assert len(asked(adas, text, [northwire.pk, None, None])) == 1


def test_what_the_agency_killed_is_compared_with_nothing(adas, item, northwire):
    killed(item.feed)
    assert asked(adas, COPY, [northwire.pk, None, None]) == []


def test_a_quotation_longer_than_a_contract_allows_is_said_though_nobody_sent_it(
    adas, northwire, coastal
):
    text = "<p>“We have no boats and no crews and no plan,” she told Northwire.</p>"
    assert asked(adas, text, [northwire.pk, None, None]) == []  # nobody has read its contract
    profile = RightsProfile.objects.create(source=northwire, excerpt_words=6)
    (note,) = asked(adas, text, [northwire.pk, None, None])
    assert note.startswith("10 words stand in quotation marks (“We have no boats and")
    assert "Northwire's contract allows 6" in note
    assert asked(adas, text, [coastal.pk, None, None]) == []
    RightsProfile.objects.filter(pk=profile.pk).update(excerpt_words=10)
    assert asked(adas, text, [northwire.pk, None, None]) == []


@pytest.mark.parametrize("credits", ["x", "{}", "[1]", "[[1]]", '[["a", {}, []]]', "[" * 5000])
def test_what_is_no_list_of_credits_gets_no_notes(adas, credits):
    answer = adas.send("sources", body="<p>Ferries stop, sources said.</p>", credits=credits)
    assert answer.status_code == 200


def test_the_updates_page_says_it_too_and_it_was_published_all_the_same(
    client, ada, blog, item, northwire
):
    entry = publish_entry(blog, ada, COPY, attributions=[{**credit(northwire), "item": item.pk}])
    client.force_login(ada)
    page = client.get(reverse("admin:liveblog_entry_change", args=[entry.pk])).content.decode()
    assert "its contract allows 5" in page
