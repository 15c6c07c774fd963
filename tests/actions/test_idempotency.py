"""A submission that is sent twice is done once, and shows nothing to anybody else."""

import pytest

from liveblog import actions

FIELDS = {"body": "<p>Ferries are suspended.</p>"}


def test_publishing_twice_with_one_key_publishes_once(blog, ada):
    answers = [
        actions.publish_new(user=ada, blog_id=blog.pk, fields=FIELDS, idempotency_key="k")
        for _ in range(2)
    ]
    assert answers[0].pk == answers[1].pk
    assert blog.entries.count() == 1


def test_a_colleagues_key_shows_nothing_of_her_entry(blog, ada, ben):
    actions.create_draft(user=ada, blog_id=blog.pk, fields=FIELDS, idempotency_key="k")
    with pytest.raises(actions.KeyReused):
        actions.create_draft(user=ben, blog_id=blog.pk, fields=FIELDS, idempotency_key="k")


@pytest.mark.parametrize("key", ["k" * 81, "a\x00b", "a\nb"])
def test_a_key_that_cannot_be_stored_is_refused(key, blog, ada):
    with pytest.raises(actions.Invalid):
        actions.create_draft(user=ada, blog_id=blog.pk, fields=FIELDS, idempotency_key=key)
