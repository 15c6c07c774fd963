"""Every way in which somebody may make an item public, for the moment in which it is killed."""

from datetime import timedelta

from django.utils import timezone

from liveblog import actions
from liveblog.models import Entry
from tests.api.scripting import Script
from tests.cast import credit, draft_entry, publish_entry
from tests.desk.people import Person


class Race:
    """Somebody about to make an item public. `start` returns what to do in the moment."""

    def __init__(self, blog, user, source, picture):
        self.blog, self.user, self.source, self.picture = blog, user, source, picture
        self._script, self._person = Script(user), Person(user, blog)

    def _citing(self, item):
        return {"attributions": [{**credit(self.source), "item": item.pk}]}

    def _verb(self, verb, entry, **more):
        pk, revision = entry.pk, entry.revision
        return lambda: verb(user=self.user, entry_id=pk, revision=revision, **more)

    def publish(self, item):
        entry = draft_entry(self.blog, self.user, built_from=item.pk)
        return self._verb(actions.publish, entry)

    def publish_new(self, item):
        return lambda: publish_entry(self.blog, self.user, built_from=item.pk)

    def publish_citing(self, item):
        return lambda: publish_entry(self.blog, self.user, **self._citing(item))

    def publish_due(self, item):
        entry = draft_entry(self.blog, self.user, built_from=item.pk)
        at = timezone.now() + timedelta(hours=1)
        entry = self._verb(actions.schedule, entry, at=at)()
        Entry.objects.filter(pk=entry.pk).update(scheduled_for=timezone.now())
        return actions.publish_due

    def publish_held(self, item):
        """Held for the seconds in which it can be undone; then its time comes."""
        entry = self._held(item)
        Entry.objects.filter(pk=entry.pk).update(scheduled_for=timezone.now())
        return actions.publish_due

    def publish_held_now(self, item):
        return self._verb(actions.publish, self._held(item))

    def undo_held(self, item):
        entry = self._held(item)
        return lambda: actions.undo_publish(user=self.user, entry_id=entry.pk)

    def _held(self, item):
        type(self.blog).objects.filter(pk=self.blog.pk).update(hold_seconds=30)
        entry = draft_entry(self.blog, self.user, built_from=item.pk)
        return self._verb(actions.publish, entry, hold=True)()

    def approve(self, item):
        entry = draft_entry(self.blog, self.user, built_from=item.pk)
        return self._verb(actions.approve, self._verb(actions.submit, entry)())

    def use_at_once(self, item):
        known = {"user": self.user, "item_id": item.pk, "blog_id": self.blog.pk}
        return lambda: actions.use(**known, publish=True)

    def append(self, item):
        entry = draft_entry(self.blog, self.user)
        known = {"user": self.user, "item_id": item.pk, "blog_id": self.blog.pk}
        return lambda: actions.use(**known, entry_id=entry.pk)

    def append_and_publish(self, item):
        entry = draft_entry(self.blog, self.user)
        known = {"user": self.user, "item_id": item.pk, "blog_id": self.blog.pk}
        return lambda: actions.use(**known, entry_id=entry.pk, publish=True)

    def cite(self, item):
        entry = actions.cite(user=self.user, item_id=item.pk, blog_id=self.blog.pk).entry
        return self._verb(actions.publish, entry, fields={"body": "<p>Own words.</p>"})

    def correct_to_carry(self, item):
        entry = publish_entry(self.blog, self.user)
        fields = {"built_from": item.pk}
        return self._verb(actions.correct, entry, note="It was two.", fields=fields)

    def approve_a_copy(self, item):
        """A colleague's proposal on an update that is public."""
        entry = publish_entry(self.blog, self.user)
        known = {"user": self.user, "entry_id": entry.pk}
        fields = {"body": "<p>Theirs.</p>", "built_from": item.pk}
        copy = actions.save_working_copy(**known, fields=fields, based_on=entry.revision)
        copy = actions.submit_working_copy(**known, revision=copy.revision)
        return lambda: actions.approve_working_copy(**known, revision=copy.revision)

    def pin_when_published(self, item):
        entry = draft_entry(self.blog, self.user, built_from=item.pk, pin_when_published=True)
        return self._verb(actions.publish, entry)

    def at_the_desk(self, item):
        entry = draft_entry(self.blog, self.user, built_from=item.pk)
        return lambda: self._person.write("publish", entry, built_from=item.pk)

    def by_the_api(self, item):
        entry = draft_entry(self.blog, self.user, built_from=item.pk)
        return lambda: self._script.verb(entry, "publish", entry.revision)

    def restore(self, item):
        entry = publish_entry(self.blog, self.user, built_from=item.pk)
        entry = actions.withdraw(user=self.user, entry_id=entry.pk)
        return self._verb(actions.restore, entry)

    def edit_to_carry(self, item):
        entry = publish_entry(self.blog, self.user)
        return self._verb(actions.edit, entry, fields={"built_from": item.pk})

    def edit_to_cite(self, item):
        entry = publish_entry(self.blog, self.user)
        return self._verb(actions.edit, entry, fields=self._citing(item))

    def publish_its_picture(self, item):
        asset = self.picture(wire_item=item)
        images = [{"asset": asset.pk, "caption": ""}]
        return lambda: publish_entry(self.blog, self.user, body="", images=images)

    def draft(self, item):
        return lambda: draft_entry(self.blog, self.user, built_from=item.pk)


RUNNERS = [name for name in vars(Race) if not name.startswith("_")]
