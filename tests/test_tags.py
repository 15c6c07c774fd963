"""What is a tag, what is none, and that both databases find it."""

import pytest

from liveblog import actions, tags
from liveblog.models import EntryTag
from tests.cast import again, draft_entry, publish_entry


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (["evacuations"], ["evacuations"]),
        (["#Power  cuts ", "Covid-19"], ["Power cuts", "Covid-19"]),
        (["##flood"], ["flood"]),
        (["e\u0301vacuation"], ["\u00e9vacuation"]),
        (["बाढ़", "洪水", "إخلاء"], ["बाढ़", "洪水", "إخلاء"]),
        ([], []),
    ],
)
def test_tags_are_kept_in_their_order(typed, stored):
    assert tags.cleaned(typed) == stored


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["flood", "Flood"], "The tag “Flood” is there twice."),
        (["é", "E\u0301"], "The tag “É” is there twice."),
        ([""], "“” is no tag: it has no letter and no digit."),
        (["# - "], "“# -” is no tag: it has no letter and no digit."),
        (["x" * 41], f"The tag “{'x' * 40}…” is longer than 40 characters."),
        (
            ["up & down"],
            "The tag “up & down” contains “&”; letters, digits, spaces and hyphens are allowed.",
        ),
        ([f"tag {n}" for n in range(11)], "An update can have at most 10 tags; these are 11."),
    ],
)
def test_what_is_no_tag_is_said_in_a_sentence(typed, sentence):
    with pytest.raises(ValueError) as refused:
        tags.cleaned(typed)
    assert str(refused.value) == sentence


def test_one_field_holds_them_all():
    assert tags.split(" power cuts, #flood ,, Covid-19\nroads;") == [
        "power cuts", "#flood", "Covid-19", "roads",
    ]  # fmt: skip
    assert tags.split(tags.joined(["a b", "c"])) == ["a b", "c"]


@pytest.mark.parametrize("value", ["flood", [1], [None], {"flood": 1}, ["nul\0"], [["flood"]]])
def test_what_is_no_list_of_words_is_refused(blog, ada, value):
    with pytest.raises(actions.Invalid) as refused:
        draft_entry(blog, ada, tags=value)
    assert list(refused.value.errors) == ["tags"]


def places(entry):
    return sorted(EntryTag.objects.filter(entry=entry).values_list("key", "name"))


def test_the_index_follows_the_entry(blog, ada):
    entry = publish_entry(blog, ada, tags=["Power cuts", "Évacuation"])
    assert places(entry) == [("power cuts", "Power cuts"), ("évacuation", "Évacuation")]
    changed = {"headline": "Lights out"}
    entry = actions.edit(user=ada, entry_id=entry.pk, revision=entry.revision, fields=changed)
    assert again(entry).tags == ["Power cuts", "Évacuation"]
    entry = actions.edit(
        user=ada, entry_id=entry.pk, revision=entry.revision, fields={"tags": ["roads"]}
    )
    assert places(entry) == [("roads", "roads")]
    assert entry.revisions.first().snapshot["fields"]["tags"] == ["roads"]


def test_erased_copy_leaves_no_tag(blog, ada, chi):
    entry = publish_entry(blog, ada, tags=["Jane Doe"])
    actions.kill(user=ada, entry_id=entry.pk, reason="Wrong person.")
    actions.erase_killed(user=chi, entry_id=entry.pk)
    assert again(entry).tags == []
    assert places(entry) == []


def test_a_new_tag_is_a_public_change(blog, ada):
    entry = publish_entry(blog, ada)
    seq = entry.seq
    entry = actions.edit(
        user=ada, entry_id=entry.pk, revision=entry.revision, fields={"tags": ["flood"]}
    )
    assert again(entry).seq == seq + 1


def test_a_working_copy_brings_its_tags(blog, ada):
    entry = publish_entry(blog, ada, tags=["flood"])
    copy = actions.save_working_copy(
        user=ada, entry_id=entry.pk, fields={"tags": ["flood", "roads"]}, based_on=entry.revision
    )
    assert copy.fields == {"tags": ["flood", "roads"]}
    assert again(entry).tags == ["flood"]
