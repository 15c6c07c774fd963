"""What was logged, as an operator would read it."""

import json

from newsroom.logs import formatter


def every_line(caplog):
    form = formatter("JSON")
    return [form.format(record) for record in caplog.records]


def told(caplog, logger=""):
    """Every event of a logger and those below it, as dicts."""
    return [
        event
        for event in map(json.loads, every_line(caplog))
        if str(event["logger"]).startswith(logger)
    ]
