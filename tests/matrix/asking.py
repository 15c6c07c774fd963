"""From a declaration to requests: every address for every place, and what the answer must be."""

import inspect
import re
from dataclasses import dataclass
from typing import Any

from tests.matrix.world import BLOG_STATES, STATES, place


@dataclass(frozen=True)
class Question:
    """One address with everything filled in."""

    address: Any
    way: Any
    state: str
    at: dict
    url: str

    def ask(self, client, **more):
        method = getattr(client, self.way.method)
        if self.way.method == "get":
            return method(self.url, **more)
        if self.address.surface == "api":
            more["content_type"] = "application/json"
        return method(self.url, self.way.data, **more)

    def expected(self, who):
        answer = self.way.policy(who, self.state, self.at)
        return answer if isinstance(answer, set) else {answer}


def questions(world, addresses):
    places = {state: place(world.entries[state]) for state in STATES}
    for address in addresses:
        if address.surface == "stream":
            continue  # not Django's: test_event_stream.py
        for state in _states(address):
            for way in address.ways:
                url = _url(address, way, world, places[state])
                yield Question(address, way, state, places[state], url)


def _states(address):
    return {"entry": STATES, "blog": BLOG_STATES}.get(address.names, ("published",))


def _url(address, way, world, at):
    values = {**at, **{name: _value(value, world, at) for name, value in way.fill.items()}}
    path = re.sub(r"<(\w+)>", lambda match: str(values[match[1]]), address.route)
    query = _value(way.query, world, at)
    return path.replace("\\", "") + (query and f"?{query}")


def _value(value, world, at):
    if not callable(value):
        return value
    takes = len(inspect.signature(value).parameters)
    return value(world, at) if takes == 2 else value(world)


def body_of(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def bytes_of(response):
    """Everything a client sees, but what names the one request."""
    headers = dict(response.headers)
    return f"{response.status_code} {sorted(headers.items())}".encode() + body_of(response)
