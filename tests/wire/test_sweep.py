"""The net below a kill: whatever still shows killed copy is found and taken down."""

import pytest

from liveblog import actions
from liveblog.models import Entry, SharedEdit, WireChain
from tests.cast import again, credit, draft_entry, publish_entry
from tests.wire.arriving import arrive, feed_of

State = Entry.State


@pytest.fixture
def item(northwire):
    return arrive(feed_of(northwire))


def close(status):
    """The chain alone is marked: as if all that follows had been lost."""
    WireChain.objects.update(pub_status=status)


def test_it_takes_down_what_a_lost_kill_left(item, blog, ada, northwire):
    built = publish_entry(blog, ada, built_from=item.pk)
    draft = draft_entry(blog, ada, built_from=item.pk)
    citing = publish_entry(blog, ada, attributions=[{**credit(northwire), "item": item.pk}])
    close("canceled")
    assert actions.sweep_canceled() == 1
    assert [again(row).state for row in (built, draft, citing)] == [
        State.KILLED, State.KILLED, State.WITHDRAWN,
    ]  # fmt: skip


def test_it_withdraws_what_a_lost_hold_left(item, blog, ada):
    built = publish_entry(blog, ada, built_from=item.pk)
    close("withheld")
    actions.sweep_canceled()
    assert again(built).state == State.WITHDRAWN


def test_it_finds_nothing_twice(item, blog, ada, northwire):
    publish_entry(blog, ada, built_from=item.pk)
    entry = draft_entry(blog, ada, built_from=item.pk)
    actions.discard(user=ada, entry_id=entry.pk, revision=entry.revision)
    draft_entry(blog, ada, attributions=[{**credit(northwire), "item": item.pk}])
    close("canceled")
    assert [actions.sweep_canceled(), actions.sweep_canceled()] == [1, 0]


def test_what_is_under_way_is_not_begun_again(item, blog, ada):
    publish_entry(blog, ada, built_from=item.pk)
    close("canceled")
    SharedEdit.objects.create(kind=SharedEdit.Kind.WIRE, object_id=item.chain_id)
    assert actions.sweep_canceled() == 0


def test_usable_copy_is_left_alone(item, blog, ada):
    publish_entry(blog, ada, built_from=item.pk)
    assert actions.sweep_canceled() == 0


def test_the_worker_sweeps(item, blog, ada, worker):
    built = publish_entry(blog, ada, built_from=item.pk)
    close("canceled")
    worker.round()
    assert again(built).state == State.KILLED
