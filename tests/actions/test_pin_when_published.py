"""An update that is to be on top as soon as readers see it."""

import pytest
from django.utils import timezone

from liveblog import actions
from liveblog.models import Entry, LiveBlog, Revision
from tests.cast import again, draft_entry, in_an_hour, publish_entry

pytestmark = pytest.mark.django_db


def test_publishing_pins_it_under_the_same_version(blog, ada):
    first = publish_entry(blog, ada)
    actions.pin(user=ada, entry_id=first.pk)
    before = again(blog)
    entry = publish_entry(blog, ada, pin_when_published=True)
    now = again(blog)
    assert now.pinned_entry == entry
    assert now.version == before.version + 1 == now.chrome_seq == again(entry).seq
    assert Revision.objects.filter(blog=blog, entry=None, verb="pin").count() == 2


def test_ben_wishes_it_and_the_editor_who_approves_does_it(blog, ada, ben):
    draft = draft_entry(blog, ben, pin_when_published=True)
    actions.submit(user=ben, entry_id=draft.pk, revision=1)
    assert again(blog).pinned_entry is None
    actions.approve(user=ada, entry_id=draft.pk, revision=2)
    assert again(blog).pinned_entry == draft


def test_a_schedule_keeps_the_wish(blog, ada):
    draft = draft_entry(blog, ada, pin_when_published=True)
    actions.schedule(user=ada, entry_id=draft.pk, revision=1, at=in_an_hour())
    assert LiveBlog.objects.get().pinned_entry is None
    Entry.objects.update(scheduled_for=timezone.now())
    actions.publish_due()
    assert LiveBlog.objects.get().pinned_entry == draft


def test_a_restored_update_is_not_pinned_again(blog, ada):
    entry = publish_entry(blog, ada, pin_when_published=True)
    actions.withdraw(user=ada, entry_id=entry.pk, revision=1)
    actions.restore(user=ada, entry_id=entry.pk, revision=2)
    assert again(blog).pinned_entry is None
