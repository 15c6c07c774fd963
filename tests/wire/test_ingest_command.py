"""`manage.py ingest FILE… --dry-run`: what is in agencies' files, as a table or as JSON."""

import json

import pytest
from django.core.management import CommandError, call_command

from tests.wire import files
from tests.wire.arriving import feed_of

FIELDS = [
    "file", "guid", "version", "pub_status", "embargoed_until", "urgency", "headline", "slugline",
    "provider", "source", "byline", "dateline", "body_html", "ed_note", "usage_terms",
    "publishable", "why", "warnings",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.xml").write_text(files.g2(files.g2_item(guid=""), files.g2_item()))
    (tmp_path / "b.json").write_text(files.ninjs(embargoed="2126-03-03T06:00:00Z"))
    (tmp_path / "c.txt").write_text("hello")
    return tmp_path


def rows(capsys, *arguments, **options):
    call_command("ingest", *arguments, dry_run=True, json=True, **options)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_item_and_every_refusal_is_a_line(folder, capsys):
    bad, good, embargoed, refused = rows(capsys, str(folder))
    assert sorted(good) == sorted(FIELDS)
    assert sorted(bad) == sorted(refused) == ["error", "file"]
    assert (good["guid"], good["publishable"], good["why"]) == (files.GUID, True, "")
    assert (embargoed["publishable"], embargoed["embargoed_until"]) == (
        False, "2126-03-03T06:00:00+00:00",
    )  # fmt: skip
    assert embargoed["why"] == "It is under embargo until then."
    assert refused["error"] == "The file is in no format that is read here."


def test_a_file_that_is_not_there_is_told_and_the_others_are_read(folder, capsys):
    missing, good = rows(capsys, str(folder / "nothing"), str(folder / "b.json"))
    assert missing["error"] == "The file cannot be opened: No such file or directory."
    assert good["guid"] == files.GUID


def test_without_json_there_is_a_table(folder, capsys):
    call_command("ingest", str(folder), dry_run=True)
    shown = capsys.readouterr().out
    assert "Ferries suspended" in shown
    assert "c.txt: The file is in no format that is read here." in shown
    assert "2 items read, 2 refused. Nothing was stored." in shown


def test_an_unknown_zone_is_refused(folder):
    with pytest.raises(CommandError, match="no time zone “Mars”"):
        call_command("ingest", str(folder), dry_run=True, timezone="Mars")


def test_storing_needs_a_feed_and_says_which_there_are(folder, northwire):
    with pytest.raises(CommandError, match="There is none yet: a chief adds it"):
        call_command("ingest", str(folder))
    feed_of(northwire, slug="northwire-english")
    with pytest.raises(CommandError, match=r"add --dry-run. There are: northwire-e"):
        call_command("ingest", str(folder))
    with pytest.raises(CommandError, match=r"no feed “nortwire”. There are: northwire-e"):
        call_command("ingest", str(folder), feed="nortwire")


def test_files_are_stored_as_if_they_had_come_by_the_feed(folder, northwire, capsys):
    feed = feed_of(northwire, slug="northwire-english")
    call_command("ingest", str(folder), feed=feed.slug)
    first = capsys.readouterr().out
    assert "2 new, 0 known, 2 refused." in first
    assert "c.txt: The file is in no format that is read here." in first
    assert {item.chain.guid for item in feed.items.all()} == {files.GUID}
    call_command("ingest", str(folder), feed=feed.slug)
    assert "0 new, 2 known" in capsys.readouterr().out


def test_the_format_can_be_said(folder, northwire, capsys):
    feed = feed_of(northwire, slug="northwire-english")
    call_command("ingest", str(folder / "b.json"), feed=feed.slug, format="rss")
    assert "0 new, 0 known, 1 refused." in capsys.readouterr().out


def test_a_dry_run_reads_times_in_the_feeds_zone(tmp_path, northwire, capsys):
    feed = feed_of(northwire, slug="northwire-english", timezone="Europe/Helsinki")
    (tmp_path / "a.json").write_text(files.ninjs(embargoed="2126-03-03T06:00:00"))
    (row,) = rows(capsys, str(tmp_path), feed=feed.slug)
    assert row["embargoed_until"] == "2126-03-03T06:00:00+02:00"


def test_an_option_that_would_do_nothing_is_refused(folder, northwire):
    feed = feed_of(northwire, slug="northwire-english")
    with pytest.raises(CommandError, match="go with --dry-run only"):
        call_command("ingest", str(folder), feed=feed.slug, json=True)
