"""How an address of the site is declared: its route, what it names, and the ways to ask it."""

from dataclasses import dataclass, field
from typing import Any

from tests.matrix import policies as may
from tests.matrix.policies import always


@dataclass(frozen=True)
class Way:
    """One way to ask: what stands in the address's placeholders beyond the entry's own names."""

    policy: Any
    method: str = "get"
    fill: dict = field(default_factory=dict)
    query: Any = ""
    data: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Address:
    route: str
    names: str
    ways: tuple
    surface: str  # "public", "api", "media", "admin" or "service": what its errors look like


def one(surface, route, names, *ways):
    return Address(route, names, ways, surface)


def public(route, names="", *ways):
    policy = {"entry": may.public_entry, "blog": may.public_blog, "": always(200)}[names]
    return one("public", route, names, *(ways or [Way(policy), Way(always(405), "post")]))


def api(route, names="", *ways):
    policy = {"entry": may.public_entry, "blog": may.public_blog, "": always(200)}[names]
    return one("api", f"/api/{route}", names, *(ways or [Way(policy), Way(always(405), "post")]))


def admin(route, policy, names="", **way):
    return one("admin", f"/admin/{route}", names, Way(policy, **way))
