"""What is logged, and how a line looks: JSON for machines, a readable line for people."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

from newsroom.scrubbing import scrub_event

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
FORMATS = ("JSON", "LINE")
_CONTROL = {
    code: f"\\x{code:02x}"
    for code in [*range(32), *range(127, 160), 0x2028, 0x2029, *range(0x202A, 0x202F),
                 *range(0x2066, 0x206A)]
}  # fmt: skip
_SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def one_line(text: object) -> str:
    """A text with its control characters spelled out: what a visitor sent cannot begin a line
    of its own, nor turn a terminal's colours or reading direction (SR-29)."""
    return str(text).translate(_CONTROL)


def as_line(logger: Any, method: str, event: EventDict) -> str:
    """`2026-01-05T20:00:00Z INFO liveblog.worker the event name=value …`, one event, one line.

    A traceback keeps its lines, indented; it belongs to the event above it.
    """
    traceback = event.pop("exception", "")
    head = [event.pop(name, "") for name in ("timestamp", "level", "logger", "event")]
    head[1] = str(head[1]).upper()
    facts = [f"{name}={value}" for name, value in sorted(event.items())]
    line = " ".join(one_line(part) for part in [*head, *facts] if part != "")
    lines = [one_line(part) for part in str(traceback).splitlines()]
    return "\n".join([line, *(f"  {part}" for part in lines)])


def as_json(logger: Any, method: str, event: EventDict) -> str:
    """One JSON object in ASCII: `timestamp`, `level`, `logger`, `event`, and the event's facts."""
    return json.dumps(event, default=str)


_RENDERERS: dict[str, Callable[[Any, str, EventDict], str]] = {"LINE": as_line, "JSON": as_json}


def formatter(form: str) -> structlog.stdlib.ProcessorFormatter:
    """Formats the events of structlog and of Python's own logging alike, without secrets."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_SHARED,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            scrub_event,
            _RENDERERS[form],
        ],
    )


def configure() -> None:
    """Let structlog speak through Python's logging, whose levels and handlers decide."""
    logging.captureWarnings(True)  # a library's warning is an event as well, not two bare lines
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.PositionalArgumentsFormatter(),
            *_SHARED,
            structlog.processors.format_exc_info,  # now: "the error just now" means nothing later
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def config(level: str, form: str) -> dict[str, Any]:
    """Django's `LOGGING` for the level of everything that is not named here."""
    configure()
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"event": {"()": formatter, "form": form}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "event"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            # What a request came to is told by newsroom.requests, once.
            "django.request": {"level": "CRITICAL"},
            "django.security.DisallowedHost": {"level": "CRITICAL"},
            "uvicorn.access": {"level": "CRITICAL"},
            # That the database is away is told once, not once a connection.
            "psycopg.pool": {"level": "ERROR"},
        },
    }
