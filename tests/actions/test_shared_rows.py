"""Sources, topics and pictures belong to everybody; what may be written into them."""

import pytest

from liveblog import actions
from tests.cast import again


@pytest.mark.parametrize("slug", ["two words", "a/b", "", "../x"])
def test_a_topics_address_has_letters_digits_and_hyphens(slug, topic, ada):
    with pytest.raises(actions.Invalid):
        actions.edit_topic(user=ada, topic_id=topic.pk, revision=1, fields={"slug": slug})
    assert again(topic).slug == topic.slug


@pytest.mark.parametrize("url", ["javascript:alert(1)", "northwire.example", "ftp://a.example"])
def test_a_sources_web_address_is_one(url, northwire, ada):
    with pytest.raises(actions.Invalid, match="http"):
        actions.edit_source(user=ada, source_id=northwire.pk, revision=1, fields={"url": url})


def test_a_second_editors_rename_is_refused_with_what_stands(northwire, ada, chi):
    actions.edit_source(user=ada, source_id=northwire.pk, revision=1, fields={"name": "Ada's"})
    with pytest.raises(actions.Stale) as refusal:
        actions.edit_source(user=chi, source_id=northwire.pk, revision=1, fields={"name": "Chi's"})
    assert refusal.value.current["name"] == "Ada's"


def test_only_a_chief_signs_for_contracts(northwire, ada):
    with pytest.raises(actions.NotAllowed, match="chief"):
        actions.edit_rights(user=ada, source_id=northwire.pk, fields={"feed": "whole"})


def test_dov_may_not_change_another_teams_picture(picture, dov):
    with pytest.raises(actions.NotAllowed):
        actions.edit_media(user=dov, asset_id=picture().pk, revision=1, fields={"credit": "Dov"})
