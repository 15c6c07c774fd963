"""Every field says its rule, and every verb what readers will see, before it is pressed."""

from django.contrib import admin
from django.test import RequestFactory

from liveblog import actions
from liveblog.admin import entry_together
from liveblog.admin.copy_edit_form import CopyEditForm
from liveblog.admin.entry_form import EntryForm
from liveblog.models import ApiToken, Entry, LiveBlog, MediaAsset
from tests.cast import draft_entry, publish_entry
from tests.wire.arriving import feed_of

# The rows of an update share the line above them.
ROWS_HAVE_ONE_LINE = ("attributions", "images", "embeds", "authors")


def forms_of(admin_page, request, rows):
    for row in (None, *rows):
        if admin_page.model is not Entry and hasattr(admin_page, "make_form"):
            try:
                yield admin_page.make_form(request, row)
            except AttributeError:  # a form that always has a row
                assert row is None


def everything_asked(root, blog, draft, entry, copy, rows):
    """`(where, form)` for every form of the admin and of its verbs."""
    request = RequestFactory().get("/")
    request.user = root
    yield "a draft", EntryForm(blog, draft)
    yield "an update", EntryForm(blog, entry)
    yield "a working copy", CopyEditForm(copy)
    for model, page in admin.site._registry.items():
        mine = [row for row in rows if isinstance(row, model)]
        for form in forms_of(page, request, mine):
            yield model.__name__, form
        for verb in getattr(page, "verbs", ()):
            for row in mine:
                yield f"{model.__name__}: {verb.name}", verb.form(row)


def without_a_rule(form):
    for name, field in form.fields.items():
        if field.widget.is_hidden:
            continue
        told, label = str(field.help_text).strip(), str(form[name].label).strip()
        if not told or told.rstrip(".").lower() == label.lower():
            yield name


def test_every_field_says_its_rule(root, team, blog, ada, northwire, topic, picture):
    draft, entry = draft_entry(blog, ada), publish_entry(blog, ada)
    copy = actions.save_working_copy(
        user=ada, entry_id=entry.pk, fields={"body": "<p>Rain.</p>"}, based_on=entry.revision
    )
    actions.create_token(user=ada, name="Ticker", scopes=["read"])
    asset, token = MediaAsset.objects.get(pk=picture().pk), ApiToken.objects.get()
    feed = feed_of(northwire)
    rows = [blog, entry, northwire, feed, topic, asset, team, ada, ada.memberships.get(), token]
    asked = list(everything_asked(root, blog, draft, entry, copy, rows))
    missing = {f"{where}: {name}" for where, form in asked for name in without_a_rule(form)}
    assert missing == set()
    assert len(asked) > 35
    for rowset in EntryForm(blog, draft).rowsets.values():
        assert rowset.prefix in ROWS_HAVE_ONE_LINE
        assert rowset.help_text


def test_every_verb_says_what_comes_of_it(db):
    verbs = [
        (model, verb)
        for model, page in admin.site._registry.items()
        for verb in getattr(page, "verbs", ())
    ]
    verbs += [(Entry, verb) for verb in entry_together.TOGETHER]
    assert [verb.name for _, verb in verbs if not verb.explanation.endswith(".")] == []
    about_public_rows = [verb for model, verb in verbs if model in (Entry, LiveBlog, MediaAsset)]
    silent = [verb.name for verb in about_public_rows if "eaders" not in verb.explanation]
    assert silent == []
    assert len(verbs) > 25


def test_the_page_that_asks_says_it(chis, ada, blog):
    entry = publish_entry(blog, ada)
    for name in ("withdraw", "kill", "re-time", "mark-key-event"):
        page = chis.verb(entry, name)
        assert "Readers" in page or "readers" in page
