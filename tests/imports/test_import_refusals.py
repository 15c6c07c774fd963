"""Whatever goes wrong with an import is one sentence, and leaves nothing behind."""

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.utils import timezone

from liveblog.actions import importing
from liveblog.models import Entry, LiveBlog, Revision, Source, Team, Topic
from tests.imports.storm_pages import STORM, TIGHT

pytestmark = pytest.mark.django_db


def nothing_is_stored():
    rows = (LiveBlog, Entry, Revision, Source, Topic, Team)
    return not any(model._default_manager.exists() for model in rows)


def test_a_failure_in_the_middle_leaves_nothing(run, monkeypatch):
    def fail(change, entry):
        if change.blog.last_number == 2:
            raise RuntimeError("planted")
        real(change, entry)

    real = importing.assign_number
    monkeypatch.setattr(importing, "assign_number", fail)
    with pytest.raises(RuntimeError, match="planted"):
        run(STORM)
    assert nothing_is_stored()


def test_an_entry_that_cannot_be_taken_names_its_line_and_leaves_nothing(run):
    with pytest.raises(CommandError, match=r"^9:34 p\.m\., line 11: The text is longer than 64 kB"):
        run(STORM.replace("The operator said", "The operator said " + "so " * 30_000))
    assert nothing_is_stored()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--timezone", "Mars/Olympus"], "There is no time zone “Mars/Olympus”"),
        (["--timezone", "../../etc/passwd"], "There is no time zone"),
        (["--date", "Jan. 5"], "“Jan. 5” is no date"),
        (["--date", "2023-02-30"], "“2023-02-30” is no date"),
        (["--slug", "no spaces"], "letters, digits and hyphens"),
        (["--slug", "events"], "letters, digits and hyphens"),
    ],
)
def test_a_wrong_option_is_one_sentence(run, arguments, why):
    with pytest.raises(CommandError, match=why):
        run(STORM, *arguments)
    assert nothing_is_stored()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "The file is empty."),
        (" \n\t\n", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", "not UTF-8"),
        ("9:34 p.m.: a\0b", "NUL"),
        ("x" * 5_000_001, "longer than 5 MB"),
        ("Nothing happened today.\nAll times EST.", "no entry"),
        ("9:34 p.m.: News without a headline.", "no headline"),
    ],
)
def test_a_file_that_is_no_page_is_one_sentence(run, text, why):
    with pytest.raises(CommandError, match=why):
        run(text)
    assert nothing_is_stored()


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path, name):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_page", str(tmp_path / name))


def test_a_page_without_a_year_names_the_option(run):
    with pytest.raises(CommandError, match="--date"):
        run(TIGHT.replace(", 2022", ""))
    run(TIGHT.replace(", 2022", ""), "--date", "2022-07-08")
    assert LiveBlog.objects.get().coverage_start < timezone.now()


def test_a_database_that_is_away_is_one_sentence(run, monkeypatch):
    def away(**_):
        raise OperationalError("connection refused")

    monkeypatch.setattr("liveblog.imports.page_intake.actions.import_blog", away)
    with pytest.raises(CommandError, match="The database cannot be used: connection refused"):
        run(STORM)
