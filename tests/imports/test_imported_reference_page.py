"""The page the project was created from becomes one live blog, with everything on it."""

import io

import pytest
from django.core.management import call_command

from liveblog.models import Attribution, Entry, LiveBlog
from tests.imports.storm_pages import REAL

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(real_page):
    out = io.StringIO()
    call_command("import_page", real_page, stdout=out)
    return out.getvalue()


@pytest.fixture
def blog(said):
    return LiveBlog.objects.get()


def written():
    """Label and paragraphs of every entry, in the page's order, read by eye's own rule."""
    text = REAL.read_text().split("All times EST.\n", 1)[1].split("Some information in", 1)[0]
    entries = []
    for line in text.splitlines():
        label, colon, rest = line.partition(".:")
        if colon and label[0].isdigit():
            entries.append((f"{label}.", [rest.strip()] if rest.strip() else []))
        elif line.strip():
            entries[-1][1].append(line.strip())
    return entries


def test_all_45_times_are_the_pages(blog):
    from liveblog.apstyle import time_label

    entries = blog.entries.newest_first()
    labels = [time_label(entry.display_at, blog.zone) for entry in entries]
    assert labels == [label for label, _ in written()]
    assert len(labels) == 45
    days = {entry.display_at.astimezone(blog.zone).date().isoformat() for entry in entries}
    assert days == {"2023-01-05"}


def test_all_paragraphs_are_there_in_order(blog):
    stored = [entry.body_text.splitlines() for entry in blog.entries.newest_first()]
    assert stored == [paragraphs for _, paragraphs in written()]


def test_ten_entries_wait_for_their_embeds(blog, said):
    assert Entry.objects.filter(embeds__to_fill=True, body="").count() == 10
    assert "45 entries, 10 to fill." in said


def test_the_oldest_entry_is_number_1(blog):
    numbers = list(blog.entries.newest_first().values_list("number", flat=True))
    assert numbers == list(range(45, 0, -1))


def test_every_line_has_its_place(said):
    assert "to look at" not in said


def test_the_credit_line_is_the_pages_to_the_letter(blog, said):
    assert blog.credit_line == (
        "Some information in this report came from Reuters, The Associated Press "
        "and Agence France-Presse."
    )
    assert blog.credit_line in REAL.read_text()
    assert "to the letter" in said


def test_interfax_is_who_reuters_was_quoting(blog):
    row = Attribution.objects.get(via__isnull=False)
    assert (row.entry.number, row.source.name, row.via.name) == (37, "Reuters", "Interfax")


def test_the_houses_own_correspondent_is_credited_by_name(blog):
    rows = Attribution.objects.filter(relation="own_report").order_by("pk")
    assert [(row.source.name, row.person) for row in rows] == [("VOA", "Margaret Besheer")] * 2
    assert rows[0].source.kind == "own_staff"


def test_each_source_is_credited_as_often_as_on_the_page(blog):
    counted = {}
    for row in Attribution.objects.select_related("source"):
        counted[row.source.short_name] = counted.get(row.source.short_name, 0) + 1
    assert counted == {
        "Reuters": 18,
        "AP": 6,
        "AFP": 3,
        "VOA": 2,
        "RFE/RL": 1,
        "Kyiv Independent": 1,
        "ISW": 1,
        "Interfax": 1,
    }


def test_importing_it_twice_changes_nothing(blog, real_page):
    out = io.StringIO()
    call_command("import_page", real_page, stdout=out)
    assert "nothing was changed" in out.getvalue()
    assert Entry.objects.count() == 45
