"""A page that comes again changes nothing; with another text it is refused, never half-merged."""

import pytest
from django.core.management import CommandError

from liveblog import actions
from liveblog.models import Entry, LiveBlog, Revision
from tests.cast import again
from tests.imports.storm_pages import STORM, with_windows_line_ends

pytestmark = pytest.mark.django_db


def test_importing_twice_changes_nothing(run):
    run(STORM)
    before = (LiveBlog.objects.get().desk_version, Revision.objects.count())
    said = run(with_windows_line_ends(STORM))
    assert "Imported before" in said
    assert (LiveBlog.objects.get().desk_version, Revision.objects.count()) == before


def test_importing_again_leaves_the_editors_changes_alone(run, ada):
    run(STORM, "--team", "foreign")
    entry = Entry.objects.get(number=1)
    fields = {"body": "<p>The river is falling.</p>"}
    actions.edit(user=ada, entry_id=entry.pk, revision=entry.revision, fields=fields)
    assert "Imported before" in run(STORM)
    assert again(entry).body == "<p>The river is falling.</p>"


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("were damaged", "were sunk", r"the text of an entry \(9:34 p\.m\., line 11\)\."),
        ("8:22 p.m.:", "8:22 p.m.: Rain.", r"the text of an entry \(8:22 p\.m\., line 15\)\."),
        ("8:22 p.m.:", "8:25 p.m.:", r"new \(8:25 p\.m\., line 15\), 1 of its entries, gone"),
        ("8:22 p.m.:", "8:22 p.m.:\n\n8:22 p.m.: Rain.", r"new \(8:22 p\.m\., line 15\)\."),
        ("8:22 p.m.:\n", "", r"in 1 of its entries, gone from the page"),
        ("nears the coast. All", "leaves. All", r"in the standfirst\."),
        ("Storm Desk\n\n    The", "Night Desk\n\n    By", r"the byline, the author's note\."),
    ],
)
def test_another_text_of_the_same_day_is_refused_and_says_what_differs(run, old, new, what):
    run(STORM)
    before = Revision.objects.count()
    with pytest.raises(CommandError, match=what):
        run(STORM.replace(old, new))
    assert Revision.objects.count() == before
    assert LiveBlog.objects.count() == 1


def test_the_same_page_in_another_zone_is_refused(run):
    run(STORM)
    with pytest.raises(CommandError, match="It differs in the time zone"):
        run(STORM, "--timezone", "Europe/Kyiv")


def test_the_same_headline_on_another_date_is_another_live_blog(run):
    run(STORM)
    run(STORM, "--date", "2024-01-05")
    slugs = LiveBlog.objects.order_by("pk").values_list("slug", flat=True)
    assert slugs[1] == f"{slugs[0]}-2"


def test_a_page_is_known_again_after_a_chief_erased_a_killed_entry(run, chi):
    run(STORM, "--team", "foreign")
    entry = Entry.objects.get(number=2)
    actions.kill(user=chi, entry_id=entry.pk, reason="libel")
    actions.erase_killed(user=chi, entry_id=entry.pk)
    assert "Imported before" in run(STORM)
    assert Entry.objects.public().count() == 3
