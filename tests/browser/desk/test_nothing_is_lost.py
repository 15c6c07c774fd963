"""Cut off at random while typing and saving: not a character lost, nothing doubled.

NEWSROOM_CUTS=50 and NEWSROOM_PUBLISHES=200 make it as many as an election night has; a run that
fails says its NEWSROOM_SEED, which repeats its choices.
"""

import os
import random
import sys

import pytest
from playwright.sync_api import expect

from liveblog.models import Entry, Revision, Role
from tests.browser.desk.cuts import FETCH, WAYS, pulled, sentence
from tests.browser.desk_page import edit, editor, item, item_saying, open_desk, status
from tests.browser.mortal_site import MortalSite
from tests.cast import again, member

CUTS = int(os.environ.get("NEWSROOM_CUTS", "8"))
PUBLISHES = int(os.environ.get("NEWSROOM_PUBLISHES", "24"))
SEED = int(os.environ.get("NEWSROOM_SEED", str(random.randrange(10**6))))

pytestmark = [
    pytest.mark.console_errors_expected,  # what cannot be reached is noted by the browser
    pytest.mark.long,
    pytest.mark.timeout(120 + 40 * max(CUTS, PUBLISHES)),
]


@pytest.fixture
def mortal(transactional_db, tmp_path):
    from django.db import connection

    site = MortalSite(connection.settings_dict, tmp_path)
    yield site
    site.kill()


@pytest.fixture
def running_site(mortal, settings):
    settings.SITE_URL = mortal.url
    settings.MEDIA_ROOT = mortal.media_root
    return mortal.url


def seeded():
    """Chance that can be repeated: whoever sees this test fail sees with what."""
    sys.stdout.write(f"NEWSROOM_SEED={SEED}\n")
    return random.Random(SEED)


class Editor:
    """Ada, who goes on typing whatever happens, and remembers what she typed."""

    def __init__(self, context, blog, site, rng):
        self.context, self.blog, self.site, self.rng = context, blog, site, rng
        self.context.add_init_script(FETCH)
        self.typed = []
        self.open()

    def open(self):
        self.page = self.context.new_page()
        self.page.on("dialog", lambda dialog: dialog.accept())
        open_desk(self.page, self.blog)

    def type(self, text):
        self.page.keyboard.type(text)

    def write(self, text, way, verb):
        """Type `text`, press `verb`, and be cut off somewhere in between, or while it is sent."""
        at = self.rng.choice((self.rng.randint(0, len(text)), len(text) + 1))
        editor(self.page).focus()
        self.page.keyboard.press("Control+End")
        self.type(text[:at])
        if way in ("reload", "close"):
            self.leave(way, text[:at])
        if at > len(text):  # in the middle of saving
            self.page.keyboard.press(verb)
            with pulled(way, self.page, self.site):
                self.page.wait_for_timeout(self.rng.randint(0, 60))
            return
        with pulled(way, self.page, self.site):
            self.type(text[at:])
            self.page.keyboard.press(verb)
            self.page.wait_for_timeout(self.rng.randint(0, 400))

    def leave(self, way, begun):
        """Reload, or close the tab and come back to what was typed."""
        if way == "reload":
            self.page.reload()
            self.page.locator("#composer[data-ready]").wait_for()
        else:
            self.page.close()
            self.open()
            if begun.strip():
                kept = self.page.get_by_role("list", name="Texts kept in this browser")
                kept.get_by_role("button", name="Put it back").first.click()
        expect(editor(self.page)).to_contain_text(begun.strip())
        self.page.keyboard.press("Control+End")

    def publish_the_draft(self, text):
        """Saved while nothing was cut, it is still in the composer; else it is in the list."""
        self.nothing_waits()
        if not editor(self.page).text_content():
            draft = item_saying(self.page, text)
            draft.get_by_role("button", name="Edit").click()
            expect(editor(self.page)).to_have_text(text)
        editor(self.page).press("Control+Enter")
        expect(editor(self.page)).to_have_text("")

    def nothing_waits(self):
        expect(self.page.locator("[data-outbox] > li:not(.outbox-told)")).to_have_count(0)
        expect(status(self.page)).not_to_have_text("Sending…")

    def everything_is_sent(self):
        """What was said about it is put away."""
        self.nothing_waits()
        seen = self.page.locator(".outbox-told button")
        while seen.count():
            seen.first.click()
        expect(editor(self.page)).to_have_text("")


def test_cut_off_at_random_not_a_character_is_lost_and_nothing_doubled(
    browser_of, ada, blog, mortal
):
    rng = seeded()
    page = browser_of(ada)
    context = page.context
    page.close()
    adas = Editor(context, blog, mortal, rng)
    written, drafts = {}, 0
    for number in range(1, CUTS + 1):
        way, text = rng.choice(WAYS), sentence(rng, number)
        told = f"cut {number} of seed {SEED}: {way}"
        what = rng.choice(("new", "new", "change", "draft")) if written else "new"
        if what == "change":
            pk = rng.choice(list(written))
            edit(adas.page, Entry.objects.get(pk=pk))
            adas.write(f" {text}", way, "Control+Enter")
            adas.everything_is_sent()
            written[pk] += f" {text}"
            continue
        adas.write(text, way, "Control+s" if what == "draft" else "Control+Enter")
        expect(item_saying(adas.page, text), told).to_have_count(1)
        if what == "draft":
            adas.publish_the_draft(text)
            drafts += 1
        adas.everything_is_sent()
        written[Entry.objects.get(body_text=text).pk] = text
    stands = dict(Entry.objects.values_list("pk", "body_text"))
    assert stands == written
    assert Entry.objects.exclude(state="published").count() == 0
    # None was published or changed twice.
    assert Revision.objects.filter(entry__isnull=False).count() == CUTS + drafts
    assert (
        context.pages[-1].evaluate(
            "Object.keys(localStorage).filter((it) => /typed|unsent/.test(it))"
        )
        == []
    )


def test_four_editors_publish_at_once_and_nothing_is_lost_doubled_or_overwritten(
    browser_of, ada, chi, team, blog
):
    rng = seeded()
    people = [ada, chi, member("eve", team, Role.EDITOR), member("fay", team, Role.EDITOR)]
    desks = [open_desk(browser_of(person), blog) for person in people]
    typed = {person.pk: [] for person in people}
    for turn in range(PUBLISHES // len(desks)):
        for person, page in zip(people, desks, strict=True):
            text = sentence(rng, f"{turn}, {person.first_name}")
            editor(page).click()
            page.keyboard.insert_text(text)
            typed[person.pk].append(text)
        for page in desks:
            page.keyboard.press("Control+Enter")
        for page in desks:
            expect(editor(page)).to_have_text("")
            expect(status(page)).to_contain_text("Published as update")
    entries = list(Entry.objects.order_by("number"))
    assert [entry.number for entry in entries] == list(range(1, PUBLISHES + 1))
    assert Revision.objects.filter(entry__isnull=False).count() == PUBLISHES
    for person in people:
        assert [e.body_text for e in entries if e.created_by_id == person.pk] == typed[person.pk]
    for page in desks:  # and everybody sees what all have written
        for entry in entries[-20:]:
            expect(item(page, entry)).to_contain_text(entry.body_text)
    assert again(blog).version >= PUBLISHES
