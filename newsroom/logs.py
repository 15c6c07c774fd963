"""How a log line looks."""

import logging

_CONTROL = {code: f"\\x{code:02x}" for code in [*range(32), 127, 0x85, 0x2028, 0x2029]}


class LineFormatter(logging.Formatter):
    """One event, one line: what a visitor sent cannot begin a line of its own (SR-29).

    A traceback keeps its lines; it belongs to the event above it.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (logging's name)
        record.message = record.message.translate(_CONTROL)
        return super().formatMessage(record)
