"""Notes on credits, while somebody writes and on the update's page; they never stop anybody."""

import json

import pytest
from django.urls import reverse

from liveblog.models import RightsProfile
from tests.cast import credit, draft_entry, publish_entry
from tests.wire.arriving import arrive, feed_of

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
