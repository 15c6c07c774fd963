"""Security events: who may do what, what became public, what had to go (SR-29).

Their names are part of what operators rely on: alarms and reports are built on them. Facts are
ids, names and states, never texts; nothing secret is to be given, and what looks like a secret
is hidden on its way to the log.
"""

from __future__ import annotations

from typing import Any, Final

import structlog
from django.db import transaction

EVENTS: Final = frozenset(
    {
        # accounts
        *("login.ok", "login.failed", "login.blocked", "logout", "password.changed"),
        *("second_factor.added", "second_factor.removed", "second_factor.failed"),
        *("session.ended", "user.created", "user.changed"),
        *("role.granted", "role.revoked", "permission.denied"),
        # keys and what partners get
        *("key.created", "key.changed", "key.revoked", "key.denied", "rights.changed"),
        *("webhook.created", "webhook.changed", "webhook.removed"),
        *("feed.created", "feed.changed"),
        # entries
        *("entry.publish", "entry.approve", "entry.edit", "entry.correct", "entry.re_time"),
        *("entry.withdraw", "entry.restore", "entry.kill", "entry.erase", "entry.due_failed"),
        *("entry.expire", "entry.renew", "entry.read_killed"),
        # live blogs, pictures, the site
        *("blog.open", "blog.withdraw", "blog.restore", "blog.archive", "blog.import"),
        *("preview.shared", "preview.revoked", "media.kill", "chain.kill", "chain.read_killed"),
        "site.versions_raised",
    }
)
REFUSALS: Final = frozenset({name for name in EVENTS if name.endswith((".denied", ".failed"))})

log = structlog.get_logger("newsroom.security")


def event(name: str, **facts: Any) -> None:
    """Log one event of `EVENTS` now. `user` may be a user row: its name and id are logged."""
    if name not in EVENTS:
        raise ValueError(f"{name!r} is no security event: add it to EVENTS and to the handbook.")
    if "user" in facts:
        facts |= _who(facts.pop("user"))
    tell = log.warning if name in REFUSALS or name == "login.blocked" else log.info
    tell(name, **facts)


def on_commit(name: str, **facts: Any) -> None:
    """Log the event when the transaction that makes it true has been committed."""
    transaction.on_commit(lambda: event(name, **facts), robust=True)


def request_id() -> str:
    """What the log calls the request being answered; "" outside of one."""
    return str(structlog.contextvars.get_contextvars().get("request_id", ""))


def _who(user: Any) -> dict[str, Any]:
    if getattr(user, "pk", None) is None:
        return {"user": str(user) if user else "system"}
    return {"user": user.get_username(), "user_id": user.pk}
