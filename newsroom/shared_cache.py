"""A cache for all web processes that is each one's own memory while its server is away.

What is kept there is counts. Without them nobody could sign in or ask the API: better that every
process counts for itself for a while, as it does without `CACHE_URL`.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any, ClassVar

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache

AWAY_SECONDS = 10.0  # a server that has failed is not asked again for so long

log = logging.getLogger(__name__)


class SharedCache(RedisCache):
    """Every operation goes to the server, or to memory for as long as that is left alone."""

    not_before: ClassVar[float] = float("-inf")  # monotonic; of all threads, each has an instance

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._own = LocMemCache("newsroom-shared-cache", {})

    def add(self, *given: Any, **named: Any) -> Any:
        return self._first(super().add, self._own.add, *given, **named)

    def get(self, *given: Any, **named: Any) -> Any:
        return self._first(super().get, self._own.get, *given, **named)

    def set(self, *given: Any, **named: Any) -> Any:
        return self._first(super().set, self._own.set, *given, **named)

    def touch(self, *given: Any, **named: Any) -> Any:
        return self._first(super().touch, self._own.touch, *given, **named)

    def delete(self, *given: Any, **named: Any) -> Any:
        return self._first(super().delete, self._own.delete, *given, **named)

    def get_many(self, *given: Any, **named: Any) -> Any:
        return self._first(super().get_many, self._own.get_many, *given, **named)

    def has_key(self, *given: Any, **named: Any) -> Any:
        return self._first(super().has_key, self._own.has_key, *given, **named)

    def incr(self, *given: Any, **named: Any) -> Any:
        return self._first(super().incr, self._own.incr, *given, **named)

    def set_many(self, *given: Any, **named: Any) -> Any:
        return self._first(super().set_many, self._own.set_many, *given, **named)

    def delete_many(self, *given: Any, **named: Any) -> Any:
        return self._first(super().delete_many, self._own.delete_many, *given, **named)

    def clear(self) -> Any:
        return self._first(super().clear, self._own.clear)

    def _first(
        self, shared: Callable[..., Any], own: Callable[..., Any], *given: Any, **named: Any
    ) -> Any:
        if time.monotonic() >= SharedCache.not_before:
            try:
                return shared(*given, **named)
            except ValueError:  # what was asked, not who: `incr` of what is not there
                raise
            except Exception as error:  # noqa: BLE001  whatever the client calls it
                log.warning("The cache is not asked for %.0f seconds: %s", AWAY_SECONDS, error)
                SharedCache.not_before = time.monotonic() + AWAY_SECONDS
        return own(*given, **named)
