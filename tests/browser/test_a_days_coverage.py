"""A day's coverage by three editors and a reporter, through the admin and the desk alone.

One reader has the page open from the first minute to the last and never reloads it.
"""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from liveblog import actions
from liveblog.apstyle import date_label
from liveblog.models import Entry, LiveBlog, Role
from tests.browser import desk_page as desk
from tests.browser.admin_pages import press, saved, type_text
from tests.browser.live_page.reader import Reader
from tests.cast import NEW_YORK, again, member, open_blog, publish_entry
from tests.embeds.pictures import drawn

ENTRIES = 40
SECRET = "The mayor has drowned."


@pytest.fixture
def yesterday(team, topic, ada):
    """Yesterday's coverage, done."""
    start = timezone.now() - timedelta(days=1)
    headline = f"Storm hits the harbour: {day_named(start)}"
    blog = open_blog(team, ada, topic, coverage_start=start, headline=headline)
    publish_entry(blog, ada, "<p>Good night.</p>")
    return actions.end_coverage(user=ada, blog_id=blog.pk)


def day_named(moment):
    return date_label(moment.astimezone(ZoneInfo(NEW_YORK)).date())


@pytest.fixture
def staff(browser_of, team, ada, chi, ben):
    """Ada, Fay, Chi and Ben, each in a browser of their own."""
    fay = member("fay", team, Role.EDITOR)
    return [browser_of(user) for user in (ada, fay, chi, ben)]


def entry_saying(words):
    return Entry.objects.get(body_text__contains=words)


def plan_today(page, yesterday):
    """From yesterday's page in the admin to the desk of today's."""
    page.goto(f"/admin/liveblog/liveblog/{yesterday.pk}/change/")
    page.get_by_role("link", name="New live blog from this one…").click()
    press(page, "New live blog from this one")
    saved(page)
    page.get_by_role("link", name="Desk", exact=True).click()
    page.locator("#composer[data-ready]").wait_for()
    return LiveBlog.objects.exclude(pk=yesterday.pk).get()


def coverage(page, verb, then):
    """Open or end the coverage at the top of the desk."""
    page.get_by_role("button", name=f"{verb} coverage…").click()
    page.get_by_role("dialog").get_by_role("button", name=f"{verb} coverage").click()
    expect(page.locator(".desk-state .state")).to_have_text(then)


def tab_to(page, wanted):
    """Press Tab until the focus is there."""
    for _ in range(40):
        if wanted.evaluate("it => it === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("The keyboard alone does not reach it.")


def by_keyboard_alone(page):
    """A report with its source accepted, without a mouse."""
    tab_to(page, desk.editor(page))
    page.keyboard.type("Northwire reported that ferries stop.")
    chip = page.get_by_role("button", name="+ Northwire reported")
    expect(chip).to_be_visible()
    tab_to(page, chip)
    page.keyboard.press("Enter")
    expect(page.locator("[data-rows=attributions]")).to_contain_text("Northwire")
    page.keyboard.press("Control+Enter")
    desk.stored(page, "Published as update 1.")


def with_headline(page):
    page.get_by_label("Headline").fill("Schools close")
    key_event = page.get_by_role("checkbox", name="Key event")
    key_event.press("Space")
    expect(key_event).to_be_checked()
    page.get_by_label("Title in the list of key events").fill("Schools are closed")
    desk.write(page, "All schools stay closed.")


def with_picture(page):
    desk.upload(page, "pier.png", drawn(size=(640, 360)), "Chi / Newsroom", "A pier in a storm")
    desk.write(page, "This is the pier now.")


def with_embed(page):
    page.get_by_label("Embed", exact=True).fill("https://social.example/pier")
    page.keyboard.press("Enter")
    desk.write(page, "The harbour office says so.")


def reviewed(bens, fays, chis):
    """Ben submits two: one is approved, one comes back with a note and is approved then."""
    for text in ("Ben counts four boats.", "Ben saw a whale."):
        type_text(bens, text)
        desk.send(bens, "Submitted for review.")
    desk.item_saying(fays, "four boats").get_by_role("button", name="Approve").click()
    asked = desk.item_saying(chis, "a whale")
    desk.asked(chis, asked, "Return with a note", Note="Who else saw it?")
    returned = desk.item_saying(bens, "Who else saw it?")
    returned.get_by_role("button", name="Edit").click()
    expect(bens.locator("#composer-title")).to_have_text("Editing draft")
    type_text(bens, " So did two anglers.")
    desk.send(bens, "Submitted for review.")
    desk.item_saying(chis, "two anglers").get_by_role("button", name="Approve").click()
    expect(desk.status(chis)).to_have_text("Approved and published.")


def scheduled(page, blog):
    """Written for later; its time comes, and the worker's verb publishes it."""
    type_text(page, "Roads open at noon.")
    press(page, "Schedule…")
    dialog = page.get_by_role("dialog", name="Publish later")
    tomorrow = timezone.now().astimezone(blog.zone) + timedelta(days=1)
    dialog.get_by_label("Publish at").fill(tomorrow.strftime("%Y-%m-%dT%H:%M"))
    dialog.get_by_role("button", name="Schedule").click()
    desk.stored(page, "Scheduled.")
    Entry.objects.filter(state=Entry.State.SCHEDULED).update(scheduled_for=timezone.now())
    assert len(actions.publish_due()) == 1


def round_of(pages, names, number):
    """Everybody types, then everybody sends in the same moment."""
    for page, name in zip(pages, names, strict=True):
        desk.editor(page).focus()
        page.keyboard.type(f"Report {number} of {name}.")
    for page in pages:
        page.keyboard.press("Control+Enter")
    for page in pages:
        desk.stored(page, "Published as update")


def taken_down(adas, fays, chis):
    """One withdrawn, one withdrawn and restored, one killed."""
    type_text(adas, SECRET)
    desk.send(adas, "Published as update")
    for page, words in ((fays, "Report 2 of Fay."), (chis, "Report 2 of Chi.")):
        desk.asked(page, desk.item_saying(page, words), "Withdraw", Note="Being checked.")
    back = desk.item_saying(adas, "Report 2 of Chi.")
    back.get_by_role("button", name="Restore", exact=True).click()
    expect(desk.status(adas)).to_have_text("Back under its own number.")
    killed = desk.item(fays, entry_saying(SECRET))
    desk.asked(fays, killed, "Kill", Reason="He is alive.", Type="KILL")
    expect(killed).to_contain_text("Killed: He is alive.")
    expect(desk.item(adas, entry_saying(SECRET))).not_to_contain_text("drowned")


def corrected(adas, chis):
    """Ada corrects herself, and Chi corrects Ada."""
    own, of_a_colleague = entry_saying("The harbour office"), entry_saying("ferries stop.")
    desk.correct(adas, own, " At ten.", "It did not say when.")
    desk.correct(chis, of_a_colleague, " At noon.", "It said at one.")


def arranged(fays):
    """One on top, another moved to where it belongs."""
    desk.item_saying(fays, "All schools").get_by_role("button", name="Pin on top").click()
    expect(desk.status(fays)).to_have_text("Pinned on top of the page.")
    late = entry_saying("Report 3 of Ada.")
    early = (late.display_at - timedelta(hours=1)).astimezone(late.blog.zone)
    typed = {"Display time": early.strftime("%Y-%m-%dT%H:%M")}
    desk.asked(fays, desk.item(fays, late), "Re-time", **typed)


def articles(page):
    return page.locator("#timeline > article").evaluate_all("its => its.map(it => it.outerHTML)")


def around(reader):
    """Every region as markup."""
    seen = reader.sees()
    return [
        line
        for name in sorted(seen.keys() - {"timeline", "older"})
        for line in seen[name].split("\n")
    ]


def whole(reader):
    """What a page opened now shows, with the older page behind it."""
    newest = articles(reader.open().page)
    shown = around(reader)
    reader.page.locator("#older").click()
    reader.page.wait_for_url("**/?before=*")
    return [*newest, *articles(reader.page), *shown]


def everywhere(request, slug):
    """All that is public of it, by address."""
    live, api = f"/live/{slug}/", f"/api/v1/blogs/{slug}/"
    addresses = [
        *("/", live, f"{live}?before=20", f"{live}changes?since=0", "/news-sitemap.xml"),
        *(f"{live}feed.{kind}" for kind in ("atom", "rss", "json")),
        *(api, f"{api}entries/", f"{api}changes/?since=0"),
    ]
    answers = {address: request.get(address) for address in addresses}
    assert {address: it.status for address, it in answers.items() if not it.ok} == {}
    return {address: it.text() for address, it in answers.items()}


@pytest.mark.long
def test_a_days_coverage(staff, page, yesterday, northwire, running_site, context):
    adas, fays, chis, bens = staff
    editors, names = [adas, fays, chis], ["Ada", "Fay", "Chi"]
    blog = plan_today(adas, yesterday)
    assert day_named(timezone.now()) in blog.headline
    coverage(adas, "Open", "Live")
    for each in (fays, chis, bens):
        desk.open_desk(each, blog)
    reader = Reader(page, blog, running_site).open()
    page.evaluate("() => { window.sameVisit = true }")

    by_keyboard_alone(adas)
    with_headline(fays)
    with_picture(chis)
    with_embed(adas)
    reviewed(bens, fays, chis)
    scheduled(fays, blog)
    for number in range(1, 4):
        round_of(editors, names, number)
    corrected(adas, chis)
    taken_down(adas, fays, chis)
    arranged(fays)
    while again(blog).last_number < ENTRIES - 2:
        round_of(editors, names, again(blog).last_number)
    while again(blog).last_number < ENTRIES:
        desk.write(adas, f"Report {again(blog).last_number} of Ada.")
    coverage(chis, "End", "Ended")

    numbers = Entry.objects.filter(blog=blog).order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, ENTRIES + 1))
    reader.has_reached(blog)
    expect(reader.region("status")).to_contain_text("Coverage ended")
    expect(reader.announcer).to_contain_text("Live coverage has ended")
    assert page.evaluate("window.sameVisit")
    assert len(articles(page)) == ENTRIES - 2
    expect(reader.region("credit_line")).to_contain_text("Northwire")
    expect(reader.region("pinned")).to_contain_text("All schools stay closed.")
    expect(reader.region("key_events")).to_contain_text("Schools are closed")
    for note in ("It did not say when.", "It said at one."):
        expect(page.locator("#timeline .correction", has_text=note)).to_be_visible()
    fresh = Reader(context.new_page(), blog, running_site)
    followed = [*articles(page), *around(reader)]
    assert followed == whole(fresh)
    assert [
        at for at, text in everywhere(page.request, blog.slug).items() if "drowned" in text
    ] == []
