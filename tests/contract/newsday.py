"""A random day in the newsroom: every verb, by several editors, in any order."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from liveblog import actions
from liveblog.models import Entry, Source
from tests.cast import again, credit


class NewsDay:
    """Does one random verb per `step`. A verb refused by the rules is a step like any other."""

    def __init__(self, random, blog, editors, sources, pictures, item):
        self.random = random
        self.blog_id = blog.pk
        self.editors = editors
        self.sources = sources
        self.pictures = pictures
        self.item = item
        self.done = []

    def step(self):
        verb = self.random.choice(self.VERBS)
        try:
            verb(self)
            self.done.append(verb.__name__)
        except (actions.WrongState, actions.Blocked, actions.Invalid):
            self.done.append(f"({verb.__name__})")

    def who(self):
        return self.random.choice(self.editors)

    def one(self, *states):
        rows = Entry.objects.filter(blog=self.blog_id, state__in=states).order_by("pk")
        found = list(rows)
        if not found:
            raise actions.WrongState("Nothing to do that to.")
        return self.random.choice(found)

    def shown(self):
        """A published entry; often the pinned one or a key event, which stand twice."""
        rows = Entry.objects.filter(blog=self.blog_id, state="published")
        twice = list(rows.filter(Q(is_key_event=True) | Q(pinned_on=self.blog_id)).order_by("pk"))
        if twice and self.random.random() < 0.4:
            return self.random.choice(twice)
        return self.one("published")

    def moment(self):
        return timezone.now() - timedelta(minutes=self.random.randint(0, 600))

    def text(self):
        return f"<p>Report {self.random.randint(0, 9999)} from the harbour.</p>"

    def fields(self):
        fields = {"body": self.text()}
        if self.random.random() < 0.5:
            fields["display_at"] = self.moment()
        if self.random.random() < 0.6:
            first, second = self.random.sample(self.sources, 2)
            fields["attributions"] = [credit(first, via=self.random.choice([None, second]))]
        if self.random.random() < 0.2:
            fields["is_key_event"] = True
        if self.random.random() < 0.1:
            fields["pin_when_published"] = True
        if self.random.random() < 0.2:
            fields["images"] = [{"asset": self.random.choice(self.pictures).pk}]
        if self.random.random() < 0.3:
            fields["tags"] = self.random.sample(["flood", "Power cuts", "roads"], k=2)
        if self.random.random() < 0.2:
            fields["built_from"] = self.item.pk
        if self.random.random() < 0.2:
            fields["embeds"] = [{"url": "https://social.example/1", "title": "A ferry"}]
        return fields

    def publish(self):
        actions.publish_new(user=self.who(), blog_id=self.blog_id, fields=self.fields())

    def draft(self):
        actions.create_draft(user=self.who(), blog_id=self.blog_id, fields=self.fields())

    def use(self):
        """The agency's text, as a draft or at once."""
        publish = self.random.random() < 0.5
        actions.use(user=self.who(), item_id=self.item.pk, blog_id=self.blog_id, publish=publish,
                    insist=True)  # fmt: skip

    def cite(self):
        actions.cite(user=self.who(), item_id=self.item.pk, blog_id=self.blog_id)

    def publish_a_draft(self):
        self.on(actions.publish, self.one("draft"))

    def submit(self):
        self.on(actions.submit, self.one("draft"))

    def approve(self):
        self.on(actions.approve, self.one("in_review"))

    def give_back(self):
        self.on(actions.return_to_draft, self.one("in_review"))

    def schedule(self):
        self.on(actions.schedule, self.one("draft"), at=timezone.now() + timedelta(minutes=5))

    def fall_due(self):
        Entry.objects.filter(state="scheduled").update(scheduled_for=timezone.now())
        actions.publish_due()

    def hold(self):
        """Published with some seconds to undo it, and undone or not."""
        self.blog_fields({"hold_seconds": 20})
        entry = self.one("draft")
        self.on(actions.publish, entry, hold=True)
        if self.random.random() < 0.4:
            actions.undo_publish(user=self.who(), entry_id=entry.pk)

    def propose(self):
        """Changes to what is public, through review."""
        entry = self.shown()
        text = {"body": self.text()}
        known = {"user": self.who(), "entry_id": entry.pk}
        copy = actions.save_working_copy(**known, fields=text, based_on=entry.revision)
        actions.submit_working_copy(**known, revision=copy.revision)
        actions.approve_working_copy(**known, revision=copy.revision + 1)

    def discard(self):
        self.on(actions.discard, self.one("draft", "in_review"))

    def edit(self):
        self.on(actions.edit, self.shown(), fields=self.fields() | {"embeds": []})

    def correct(self):
        note = f"It was not {self.random.randint(1, 9)} ferries."
        self.on(actions.correct, self.shown(), note=note, fields={"body": self.text()})

    def re_time(self):
        self.on(actions.re_time, self.shown(), display_at=self.moment())

    def mark(self):
        flag = self.random.random() < 0.7
        self.on(actions.mark_key_event, self.one("published"), is_key_event=flag, title="Landfall")

    def withdraw(self):
        self.on(actions.withdraw, self.shown())

    def restore(self):
        self.on(actions.restore, self.one("withdrawn"))

    def kill(self):
        entry = self.one("published", "withdrawn", "draft")
        actions.kill(user=self.who(), entry_id=entry.pk, reason="Retracted.")

    def pin(self):
        actions.pin(user=self.who(), entry_id=self.one("published").pk)

    def unpin(self):
        actions.unpin(user=self.who(), blog_id=self.blog_id)

    def edit_blog(self):
        name = self.random.choice(["headline", "kicker", "standfirst", "byline", "author_blurb"])
        self.blog_fields({name: f"Storm, part {self.random.randint(0, 99)}"})

    def summarise(self):
        self.blog_fields({"summary_points": [f"{self.random.randint(1, 99)} ships in port"]})

    def lead(self):
        self.blog_fields({"lead_image": self.random.choice(self.pictures).pk})

    def change_zone(self):
        self.blog_fields({"timezone": self.random.choice(["UTC", "Europe/Kyiv"])})

    def blog_fields(self, fields):
        from liveblog.models import LiveBlog

        revision = LiveBlog.objects.get(pk=self.blog_id).revision
        actions.edit_blog(user=self.who(), blog_id=self.blog_id, revision=revision, fields=fields)

    def end_and_reopen(self):
        actions.end_coverage(user=self.who(), blog_id=self.blog_id)
        if self.random.random() < 0.8:
            actions.reopen_coverage(user=self.who(), blog_id=self.blog_id)

    def reopen(self):
        actions.reopen_coverage(user=self.who(), blog_id=self.blog_id)

    def rename_source(self):
        source = again(self.random.choice(self.sources))
        name = f"{source.slug.title()} {self.random.randint(0, 99)}"
        actions.edit_source(
            user=self.who(), source_id=source.pk, revision=source.revision, fields={"name": name}
        )

    def change_suppliers(self):
        source = again(self.random.choice(self.sources))
        fields = {"in_credit_line": not source.in_credit_line}
        actions.edit_source(
            user=self.who(), source_id=source.pk, revision=source.revision, fields=fields
        )

    def change_rights(self):
        allowed = {"page": self.random.choice(["whole", "excerpt"]), "excerpt_words": 2}
        allowed["public_api"] = self.random.choice(["whole", "excerpt", "none"])
        allowed["expires_after_days"] = self.random.choice([None, 1, 1])
        allowed["after_expiry"] = self.random.choice(["link", "link", "withdraw"])
        source = Source.objects.get(chains__items=self.item)
        actions.edit_rights(user=self.editors[-1], source_id=source.pk, fields=allowed)

    def let_rights_run_out(self):
        """Two days on, or back again where the clock was wrong."""
        days = timedelta(days=self.random.choice([0, 2, 2]))
        actions.expire_due(now=timezone.now() + days)

    def recredit_picture(self):
        asset = again(self.random.choice(self.pictures))
        actions.edit_media(
            user=self.who(),
            asset_id=asset.pk,
            revision=asset.revision,
            fields={"credit": f"Photographer {self.random.randint(0, 99)}"},
        )

    def kill_picture(self):
        if self.random.random() < 0.2:
            actions.kill_media(user=self.who(), asset_id=self.random.choice(self.pictures).pk)

    def on(self, action, entry, **more):
        action(user=self.who(), entry_id=entry.pk, revision=entry.revision, **more)

    VERBS = (
        *([publish] * 8),
        *([edit, re_time, correct, mark, withdraw, restore, pin, draft, submit] * 2),
        use, cite, publish_a_draft, approve, give_back, schedule, fall_due, discard, kill, unpin,
        hold, propose,
        edit_blog, summarise, lead, change_zone, end_and_reopen, reopen, rename_source,
        change_suppliers, change_rights, let_rights_run_out, recredit_picture, kill_picture,
    )  # fmt: skip
