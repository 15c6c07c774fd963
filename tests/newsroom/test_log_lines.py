"""One event, one line, whatever a visitor sends (SR-29)."""

import json
import logging
import subprocess
import sys

import pytest
import structlog

from newsroom.logs import formatter

FORGED = "Not Found: /x\r\nERROR all entries killed\u2028\x1b[2J\u202egnp"


def shown(form, message, *args, exc_info=None, **extra):
    record = logging.LogRecord("django", logging.ERROR, "", 0, message, args, exc_info)
    record.__dict__.update(extra)
    return formatter(form).format(record)


def test_an_ordinary_line_reads_as_it_was_written():
    assert shown("LINE", "Publishing “%s” failed", "Kyiv").endswith(
        "Z ERROR django Publishing “Kyiv” failed"
    )


def test_facts_stand_behind_the_event():
    assert shown("LINE", "late", blog=7, entry=3).endswith(" late blog=7 entry=3")


@pytest.mark.parametrize("form", ["LINE", "JSON"])
@pytest.mark.parametrize("where", ["event", "fact", "name", "argument"])
def test_a_line_break_cannot_forge_an_event(form, where):
    line = {
        "event": lambda: shown(form, FORGED),
        "fact": lambda: shown(form, "x", path=FORGED),
        "name": lambda: shown(form, "x", **{FORGED: "1"}),
        "argument": lambda: shown(form, "x %s", FORGED),
    }[where]()
    assert len(line.splitlines()) == 1
    assert not {"\x1b", "\u202e", "\r"} & set(line)


def test_json_is_an_object_with_the_facts_by_name():
    told = json.loads(shown("JSON", "late", blog=7))
    assert told["event"] == "late"
    assert (told["level"], told["logger"], told["blog"]) == ("error", "django", 7)
    assert told["timestamp"].endswith("Z")


@pytest.mark.parametrize("form", ["LINE", "JSON"])
def test_a_traceback_belongs_to_its_event(form):
    try:
        raise RuntimeError("first\nERROR second")
    except RuntimeError as error:
        told = shown(form, "failed", exc_info=(type(error), error, error.__traceback__))
    if form == "JSON":
        assert "RuntimeError: first" in json.loads(told)["exception"]
    else:
        assert all(line.startswith("  ") for line in told.splitlines()[1:])


def test_events_of_structlog_pass_the_same_way(caplog):
    caplog.set_level(logging.INFO)
    structlog.get_logger("newsroom.test").info("published", entry=3, token="SECRET-CANARY")
    told = json.loads(formatter("JSON").format(caplog.records[-1]))
    assert (told["event"], told["entry"], told["token"]) == ("published", 3, "[hidden]")


def test_a_librarys_warning_is_an_event_too():
    said = (
        "import logging.config, warnings; from newsroom import logs;"
        "logging.config.dictConfig(logs.config('INFO', 'JSON')); warnings.warn('It is slow.')"
    )
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert "It is slow." in json.loads(done.stderr)["event"]
