"""Reading settings from the environment, loudly: a wrong value is one clear sentence."""

import ipaddress
import json
import re
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured
from environ import Env

env = Env()

_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
_OURS = {"host", "content-length", "transfer-encoding", "connection", "cookie"}
_SECRET_KEY_LENGTH = 50  # what `check --deploy` asks for (security.W009)
_SECRET_KEY_LETTERS = 5


def text(name: str, default: str = "") -> str:
    """The variable's value, without surrounding blanks."""
    return str(env.str(name, default=default)).strip()


def boolean(name: str, *, default: bool) -> bool:
    """Only true, false, 1 and 0 (in any case): "yes" or "on" would be a guess."""
    value = text(name)
    if not value:
        return default
    if value.lower() not in _BOOLEANS:
        raise ImproperlyConfigured(f"{name} must be true, false, 1 or 0, not {value!r}.")
    return _BOOLEANS[value.lower()]


def integer(name: str, *, default: int) -> int:
    value = text(name)
    if not value:
        return default
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.") from None


def words(name: str, default: list[str] | None = None) -> list[str]:
    """A list written with commas."""
    return [word.strip() for word in text(name).split(",") if word.strip()] or (default or [])


def host_ports(name: str) -> list[str]:
    """A list of exact "host:port", written with commas; an IPv6 address stands in brackets."""
    found = []
    for word in words(name):
        parts = _split(f"http://{word}")
        if parts is None or parts.port is None or parts.netloc != word or "@" in word:
            raise ImproperlyConfigured(
                f"{name} must list exact addresses such as wires.example.net:8443, not {word!r}."
            )
        found.append(word.lower())
    return found


def one_of(name: str, default: str, allowed: tuple[str, ...]) -> str:
    value = text(name, default).upper()
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} must be {' or '.join(allowed)}, not {value!r}.")
    return value


def rate(name: str, default: str) -> str:
    """How often something may happen, as "600/min"; "" where it is set to off."""
    value = text(name, default).lower()
    if value == "off":
        return ""
    if not re.fullmatch(r"[1-9][0-9]{0,8}/(s|sec|m|min|h|hour|d|day)", value):
        raise ImproperlyConfigured(
            f"{name} must be a rate such as 600/min or 10/sec, or off, not {value!r}."
        )
    return value


def secret(name: str) -> str:
    """The value of NAME, or the content of the file that NAME_FILE points at; "" without either."""
    path = text(f"{name}_FILE")
    if not path:
        return text(name)
    if text(name):
        raise ImproperlyConfigured(f"Set {name} or {name}_FILE, not both.")
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not text"
        raise ImproperlyConfigured(f"{name}_FILE, {path}, cannot be read: {reason}.") from None


def headers(name: str) -> dict[str, dict[str, str]]:
    """Request headers by the name of whoever is asked: {"northwire": {"X-Api-Key": "…"}}.

    Each may hold a secret, so no sentence here repeats a value.
    """
    value = secret(name)
    try:
        found = json.loads(value or "{}")
        return {who: {key: _header(key, said[key]) for key in said} for who, said in found.items()}
    except (ValueError, TypeError, AttributeError):
        raise ImproperlyConfigured(
            f"{name} must be JSON such as "
            '{"a-feeds-slug": {"Authorization": "Bearer …"}}, with printable texts alone.'
        ) from None


def _header(name: str, value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9-]{1,64}", name) or name.lower() in _OURS:
        raise ValueError
    if not re.fullmatch(r"[!-~]([ -~]{0,4000}[!-~])?", value):
        raise ValueError
    return value


def secret_key(*, debug: bool) -> str:
    """SECRET_KEY; a missing or guessable one is accepted only with DEBUG."""
    key = secret("SECRET_KEY")
    if not key and debug:
        return "only-for-debug-" + "0123456789" * 4
    if not key:
        raise ImproperlyConfigured(
            "SECRET_KEY is not set: put a long random string into the environment, .env or the "
            "file SECRET_KEY_FILE names (`make run` writes a .env for trying Newsroom out)."
        )
    insecure = key.startswith(("django-insecure-", "only-for-debug-"))
    if not debug and (
        insecure or len(key) < _SECRET_KEY_LENGTH or len(set(key)) < _SECRET_KEY_LETTERS
    ):
        raise ImproperlyConfigured(
            f"SECRET_KEY is too easy to guess: it needs {_SECRET_KEY_LENGTH} or more random "
            "characters when DEBUG is off."
        )
    return key


def is_loopback(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


def site_url(*, debug: bool) -> str:
    """SITE_URL without a trailing slash; readers' links and cookies depend on it being https."""
    url = text("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
    parts = _split(url)
    if parts is None:
        raise ImproperlyConfigured(
            f"SITE_URL must be an absolute URL such as https://live.example.org, not {url!r}."
        )
    if not debug and parts.scheme == "http" and not is_loopback(parts.hostname):
        raise ImproperlyConfigured(
            f"SITE_URL must begin with https:// when DEBUG is off, not {url!r}."
        )
    return url


def allowed_hosts(url: str, *, debug: bool) -> list[str]:
    """ALLOWED_HOSTS; by default the host of SITE_URL, on a loopback site every loopback name."""
    host = urlsplit(url).hostname or ""
    local = ["localhost", "127.0.0.1", "[::1]"] if debug or is_loopback(host) else []
    hosts = words("ALLOWED_HOSTS", list(dict.fromkeys([host, *local])))
    if "*" in hosts and not debug:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS must name the hosts of this site when DEBUG is off, not '*'."
        )
    return hosts


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if valid else None
