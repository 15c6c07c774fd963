"""Why a verb was refused, in the words of the person who asked for it."""

from __future__ import annotations

from typing import Any


class ActionError(Exception):
    """A verb was refused and nothing was stored. `code` is stable; `message` is for people."""

    code = "refused"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotAllowed(ActionError):
    """The person's role in the blog's team does not reach."""

    code = "not_allowed"


class NotFound(ActionError):
    """There is no such row, or none this person may know of."""

    code = "not_found"


class WrongState(ActionError):
    """The verb does not apply to what the entry or blog is now."""

    code = "wrong_state"


class Blocked(ActionError):
    """An embargo, a hold, a kill or a contract stands against it."""

    code = "blocked"


class Stale(ActionError):
    """Somebody saved in between. Nothing was overwritten; `current` is what stands now.

    `current` has the shape of `EntryFields` (or of the blog's fields), `revision` is the one to
    save against after merging.
    """

    code = "stale"

    def __init__(self, message: str, *, current: dict[str, Any], revision: int) -> None:
        super().__init__(message)
        self.current = current
        self.revision = revision


class KeyReused(ActionError):
    """An idempotency key came back with a different submission."""

    code = "key_reused"


class Invalid(ActionError):
    """Fields that cannot be taken; `errors` maps a field name to sentences."""

    code = "invalid"

    def __init__(self, errors: dict[str, list[str]]) -> None:
        super().__init__(" ".join(f"{text}" for texts in errors.values() for text in texts))
        self.errors = errors
