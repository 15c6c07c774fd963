"""Django's settings for a cache URL: memory of each process, or Redis or Valkey for all of them."""

from importlib.util import find_spec
from typing import Any

import orjson
from django.core.exceptions import ImproperlyConfigured

SERVERS = ("redis://", "rediss://", "valkey://")


class JSONSerializer:
    """What is kept, as JSON: whoever can write to the server cannot make this site run anything."""

    def dumps(self, value: Any) -> int | bytes:
        """A whole number stays one, so that the server itself can count."""
        return value if type(value) is int else orjson.dumps(value)

    def loads(self, data: bytes) -> Any:
        return orjson.loads(data)


def config(url: str) -> dict[str, Any]:
    """One entry of `CACHES`; "" for each process its own memory.

    Raises `ImproperlyConfigured` for any other cache, and where the client is not installed.
    """
    if not url:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if not url.startswith(SERVERS):
        raise ImproperlyConfigured("CACHE_URL must begin with redis://, rediss:// or valkey://.")
    if find_spec("redis") is None:
        raise ImproperlyConfigured(
            "CACHE_URL needs the package redis: pip install -r requirements-redis.txt"
        )
    return {
        "BACKEND": "newsroom.shared_cache.SharedCache",
        "LOCATION": f"redis://{url.removeprefix('valkey://')}" if url.startswith("valkey") else url,
        "KEY_PREFIX": "newsroom",
        "OPTIONS": {
            "serializer": "newsroom.caches.JSONSerializer",
            "socket_connect_timeout": 2,  # seconds
            "socket_timeout": 2,
        },
    }
