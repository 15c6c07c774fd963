"""Django's settings for a database URL: SQLite and PostgreSQL, those two."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from newsroom.env import env, integer

POSTGRESQL = ("postgres://", "postgresql://")
REPLICA = "replica"  # its name among DATABASES
REPLICA_SECONDS = 1  # for a connection to it: there is the primary

SQLITE_OPTIONS = {
    # A transaction that will write takes the write lock at once: upgrading a read lock later
    # cannot wait and fails with "database is locked".
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,  # seconds
    # FULL: what was acknowledged is on disk, also after a power cut.
    "init_command": ("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"),
}
# A database that vanishes without a word is noticed in half a minute, not when TCP gives up.
POSTGRESQL_OPTIONS = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 4}
POSTGRESQL_POOL = {
    "min_size": 1,
    "max_size": integer("DATABASE_POOL_SIZE", default=10),
    "timeout": 5,  # seconds until a page says that the database is away
    # After a failed attempt the pool waits 1, 2, 4, 8 … seconds: it would miss a database that is
    # back by as long as that was away. This often it starts over.
    "reconnect_timeout": 2,
}


def all_of(url: str, replica_url: str) -> dict[str, dict[str, Any]]:
    """`DATABASES`: with `REPLICA` where there is one. Raises `ImproperlyConfigured` as `config`."""
    databases = {"default": config(url)}
    if replica_url:
        if not (url.startswith(POSTGRESQL) and replica_url.startswith(POSTGRESQL)):
            raise ImproperlyConfigured(
                "DATABASE_REPLICA_URL and DATABASE_URL must both begin with postgres://."
            )
        replica = config(replica_url)
        replica["OPTIONS"]["pool"] = POSTGRESQL_POOL | {"timeout": REPLICA_SECONDS}
        replica["TEST"] = {"MIRROR": "default"}
        databases[REPLICA] = replica
    return databases


def listen_url(url: str) -> str:
    """Where the event stream listens; "" for the site's own database."""
    if url and not url.startswith(POSTGRESQL):
        raise ImproperlyConfigured(
            "LISTEN_DATABASE_URL must begin with postgres://: it is for a pooler before PostgreSQL."
        )
    return url


def config(url: str) -> dict[str, Any]:
    """One entry of `DATABASES`. Raises `ImproperlyConfigured` for any other database."""
    if not url.startswith(("sqlite:///", *POSTGRESQL)):
        raise ImproperlyConfigured(
            "DATABASE_URL must begin with sqlite:/// or postgres://: those two are supported."
        )
    found: dict[str, Any] = env.db_url_config(url)
    if found["ENGINE"] == "django.db.backends.sqlite3":
        found["OPTIONS"] = SQLITE_OPTIONS
        found["TEST"] = {"NAME": f"{found['NAME']}-test"}
    else:
        # Under ASGI every request has a thread of its own: connections live in a pool, not in
        # the thread (CONN_MAX_AGE would leak one per request).
        found["OPTIONS"] = POSTGRESQL_OPTIONS | found.get("OPTIONS", {}) | {"pool": POSTGRESQL_POOL}
        found["CONN_HEALTH_CHECKS"] = True
    return found
