"""One event, one line, whatever a visitor sends (SR-29)."""

import logging

from newsroom.logs import LineFormatter


def line(message):
    record = logging.LogRecord("django", logging.ERROR, "", 0, message, (), None)
    return LineFormatter("{levelname} {message}", style="{").format(record)


def test_an_ordinary_line_stays_as_it_is():
    assert line("Publishing “Kyiv” failed") == "ERROR Publishing “Kyiv” failed"


def test_a_line_break_cannot_forge_an_event():
    forged = line("Not Found: /x\r\nERROR all entries killed\u2028\x1b[2J")
    assert len(forged.splitlines()) == 1
    assert "\x1b" not in forged
