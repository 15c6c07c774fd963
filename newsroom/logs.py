"""What is logged, and how a line looks."""

import logging
from typing import Any

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_CONTROL = {code: f"\\x{code:02x}" for code in [*range(32), 127, 0x85, 0x2028, 0x2029]}


class LineFormatter(logging.Formatter):
    """One event, one line: what a visitor sent cannot begin a line of its own (SR-29).

    A traceback keeps its lines; it belongs to the event above it.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (logging's name)
        record.message = record.message.translate(_CONTROL)
        return super().formatMessage(record)


def config(level: str) -> dict[str, Any]:
    """Django's `LOGGING` for the level of everything that is not named here."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {
                "()": "newsroom.logs.LineFormatter",
                "format": "{asctime} {levelname} {name} {message}",
                "style": "{",
            },
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            # A visitor's wrong address is no event of ours; errors (5xx) are.
            "django.request": {"level": "ERROR"},
            "django.security.DisallowedHost": {"level": "CRITICAL"},
        },
    }
