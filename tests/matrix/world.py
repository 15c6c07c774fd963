"""One newsroom with an entry in every state, and a secret of its own in everything unpublished."""

from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from liveblog import actions
from liveblog.models import (
    Entry,
    LiveBlog,
    MediaAsset,
    Membership,
    Role,
    Source,
    Team,
    Topic,
    WireChain,
)  # fmt: skip
from tests.cast import again, credit, member, open_blog, plan_blog, publish_entry, wire_item
from tests.matrix.roles import ASKERS
from tests.wire.arriving import feed_of

NEVER_PUBLIC = (
    "draft", "in review", "scheduled", "embargoed", "discarded", "killed draft", "planned blog",
)  # fmt: skip
GONE = ("withdrawn", "killed", "withdrawn blog")
STATES = (*NEVER_PUBLIC, *GONE, "published")
BLOG_STATES = ("published", "planned blog", "withdrawn blog")  # one entry of each stands for it
SEEN = "SEEN-everywhere"


@dataclass
class World:
    """`entries` by state; `secrets` are strings that no reader may find, by what they are in."""

    people: dict
    entries: dict
    rows: dict = field(default_factory=dict)
    secrets: dict = field(default_factory=dict)
    keys: dict = field(default_factory=dict)  # API keys by who asks with them


def build():
    team = Team.objects.create(name="Foreign desk", slug="foreign")
    other = Team.objects.create(name="Sports desk", slug="sports")
    people = {
        "ben": member("ben", team, Role.REPORTER),
        "ada": member("ada", team, Role.EDITOR),
        "chi": member("chi", team, Role.CHIEF),
        "dov": member("dov", other, Role.EDITOR),
        "root": User.objects.create_superuser("root"),
    }
    world = World(people, {})
    ada = people["ada"]
    topic = Topic.objects.create(name="Harbour watch", slug="harbour-watch")
    source = Source.objects.create(name="Northwire", slug="northwire", kind="wire_agency")
    live = open_blog(team, ada, topic, slug="storm")
    shown = picture(world, team, "shown picture", ada)
    publish_entry(live, ada, f"<p>{SEEN}</p>", headline=SEEN, attributions=[credit(source)],
                  images=[{"asset": shown.pk, "caption": ""}])  # fmt: skip
    hidden = picture(world, team, "picture", ada)
    for state in (*STATES[:6], "published", "withdrawn", "killed"):
        world.entries[state] = _entry(world, live, state, hidden)
    planned = plan_blog(team, ada, topic, headline=secret(world, "planned headline"),
                        slug=secret(world, "planned slug").lower())  # fmt: skip
    world.entries["planned blog"] = _draft(world, planned, "planned blog", hidden)
    gone = open_blog(team, ada, topic, headline=secret(world, "withdrawn blog headline"),
                     slug="gone")  # fmt: skip
    world.entries["withdrawn blog"] = _published(world, gone, "withdrawn blog", hidden)
    actions.withdraw_blog(user=people["chi"], blog_id=gone.pk, note=secret(world, "blog note"))
    item = wire_item(source)
    item.headline, item.ed_note = secret(world, "wire headline"), secret(world, "wire ed_note")
    item.usage_terms = secret(world, "wire terms")
    item.save()
    WireChain.objects.update(newest=item, moved_at=timezone.now())
    world.rows = {
        "source": source, "topic": topic, "team": team, "mediaasset": hidden, "wireitem": item,
        "wirefeed": feed_of(source, slug="northwire-sends"),
        "membership": Membership.objects.get(user=ada), "user": people["ben"], "shown": shown,

    }  # fmt: skip
    _, world.rows["preview"] = actions.share_preview(user=ada, blog_id=live.pk, hours=1)
    _hide_the_people(world)
    for asker in (asker for asker in ASKERS if asker.person):
        _, world.keys[asker.name] = actions.create_token(
            user=people[asker.person],
            name=secret(world, f"{asker.person} token {len(world.keys)}"),
            scopes=asker.scopes,
        )
    return world


def place(entry):
    """What the placeholders of an address stand for where it addresses this entry or its blog."""
    entry = Entry.objects.select_related("blog").get(pk=entry.pk)
    return {
        "slug": entry.blog.slug,
        "number": entry.number or entry.blog.last_number + 1,
        "public_id": entry.public_id,
        "entry_id": entry.pk,
        "entry": entry,
        "blog": entry.blog,
    }


def counters():
    """What moves with every write: versions, desk versions, revisions, rows."""
    blogs = LiveBlog.objects.order_by("pk").values_list("version", "desk_version", "revision")
    entries = Entry.objects.order_by("pk").values_list("revision", "seq", "desk_seq", "state")
    assets = MediaAsset.objects.order_by("pk").values_list("revision", "killed_at")
    shared = Source.objects.values_list("revision"), Topic.objects.values_list("revision")
    people = User.objects.order_by("pk").values_list("password", "email", "is_staff")
    tables = (blogs, entries, assets, *shared, people, Membership.objects.values_list("role"))
    return [list(table) for table in tables]


def secret(world, what):
    text = f"HUSH{len(world.secrets):03d}-{what.replace(' ', '-')}"
    world.secrets[what] = text
    return text


def picture(world, team, what, ada):
    drawn = BytesIO()
    Image.new("RGB", (64, 36), "navy").save(drawn, "PNG")
    name = secret(world, f"{what} file name")
    texts = {"caption": "A pier", "credit": "Ada", "alt": "A pier"}
    if what != "shown picture":
        texts = {key: secret(world, f"{what} {key}") for key in texts}
    file = ContentFile(drawn.getvalue(), name=f"{name}.png")
    return MediaAsset.objects.create(team=team, file=file, uploaded_by=ada, **texts)


def _draft(world, blog, state, image):
    """Ben's: a reporter writes what the desk then decides about."""
    fields = {
        "headline": secret(world, f"{state} headline"),
        "body": f"<p>{secret(world, f'{state} body')}</p>",
        "is_key_event": True,
        "key_event_title": secret(world, f"{state} key event"),
        "images": [{"asset": image.pk, "caption": secret(world, f"{state} caption")}],
    }
    return actions.create_draft(user=world.people["ben"], blog_id=blog.pk, fields=fields)


def _published(world, blog, state, image):
    entry = _draft(world, blog, state, image)
    return actions.publish(user=world.people["ada"], entry_id=entry.pk, revision=entry.revision)


def _entry(world, blog, state, image):
    ada, ben = world.people["ada"], world.people["ben"]
    if state == "published":
        return _with_working_copy(world, publish_entry(blog, ada, f"<p>{SEEN} too</p>"))
    if state in ("withdrawn", "killed"):
        entry = _published(world, blog, state, image)
    else:
        entry = _draft(world, blog, state, image)
    seen = {"entry_id": entry.pk, "revision": entry.revision}
    match state:
        case "in review":
            actions.submit(user=ben, **seen)
        case "scheduled":
            moment = timezone.now() + timedelta(days=11)
            world.secrets["scheduled time"] = f"{moment:%Y-%m-%dT%H:%M}"
            actions.schedule(user=ada, at=moment, **seen)
        case "embargoed":
            lifted = timezone.now() + timedelta(days=13)
            world.secrets["embargo"] = f"{lifted:%Y-%m-%dT%H:%M}"
            actions.save_draft(user=ada, fields={"embargo_until": lifted}, **seen)
        case "discarded":
            actions.discard(user=ben, **seen)
        case "draft":
            _with_note(world, entry)
        case "withdrawn":
            actions.withdraw(user=ada, note=secret(world, "withdrawal note"), **seen)
        case "killed" | "killed draft":
            actions.kill(user=ada, entry_id=entry.pk, reason=secret(world, f"{state} reason"))
    return entry


def _with_working_copy(world, entry):
    fields = {"body": f"<p>{secret(world, 'working copy')}</p>"}
    actions.save_working_copy(
        user=world.people["ada"], entry_id=entry.pk, fields=fields, based_on=entry.revision
    )
    return entry


def _with_note(world, entry):
    """An editor's note: the draft was submitted once and given back."""
    actions.submit(user=world.people["ben"], entry_id=entry.pk, revision=entry.revision)
    note = secret(world, "editor's note")
    actions.return_to_draft(
        user=world.people["ada"], entry_id=entry.pk, revision=again(entry).revision, note=note
    )


def _hide_the_people(world):
    for name, user in world.people.items():
        user.email = f"{secret(world, f'{name} address')}@example.org".lower()
        user.last_name = secret(world, f"{name} surname")
        user.save()
    world.secrets |= {"password hash": "md5$", "team": "Foreign desk"}
