"""What refuses to start says so in one sentence; what starts after a clone is safe."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GOOD = {
    "ENV_FILE": os.devnull,
    "SECRET_KEY": "a-long-and-random-0123456789-string-of-more-than-fifty-letters",
    "SITE_URL": "https://live.example.org",
}


def start(code="import django; django.setup()", **changes):
    """Runs code under newsroom.settings with GOOD, changed; None takes a variable away."""
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment = {
        name: value
        for name, value in (
            inherited | GOOD | {"DJANGO_SETTINGS_MODULE": "newsroom.settings"} | changes
        ).items()
        if value is not None
    }
    return subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def value(name, **changes):
    shown = start(f"from newsroom import settings; print(settings.{name})", **changes)
    assert shown.returncode == 0, shown.stderr
    return shown.stdout.strip()


def test_a_complete_environment_starts():
    assert start().returncode == 0


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY is not set"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is too easy to guess"),
        ({"SECRET_KEY": "a" * 60}, "SECRET_KEY is too easy to guess"),
        ({"SECRET_KEY": "django-insecure-" + GOOD["SECRET_KEY"]}, "too easy to guess"),
        ({"SECRET_KEY_FILE": "/nowhere/key"}, "Set SECRET_KEY or SECRET_KEY_FILE, not both"),
        ({"SECRET_KEY": None, "SECRET_KEY_FILE": "/nowhere/key"}, "/nowhere/key, cannot be read"),
        ({"OUTBOUND_ALLOW": "10.0.0.1"}, "OUTBOUND_ALLOW must list exact addresses such as"),
        ({"OUTBOUND_ALLOW": "http://intranet:80"}, "OUTBOUND_ALLOW must list exact addresses"),
        ({"OUTBOUND_ALLOW": "wires:80,10.0.0.0/8:80"}, "not '10.0.0.0/8:80'"),
        ({"WIRE_HEADERS": "Bearer s3cret"}, "WIRE_HEADERS must be JSON such as"),
        ({"WIRE_HEADERS": '["s3cret"]'}, "WIRE_HEADERS must be JSON such as"),
        ({"WIRE_HEADERS": '{"a": {"X-Key": "s3cret\\r\\nHost: b"}}'}, "WIRE_HEADERS must be JSON"),
        ({"WIRE_HEADERS": '{"a": {"Host": "s3cret"}}'}, "WIRE_HEADERS must be JSON such as"),
        ({"WIRE_HEADERS": '{"a": {"X-Key": 3}}'}, "WIRE_HEADERS must be JSON such as"),
        ({"DEBUG": "yes"}, "DEBUG must be true, false, 1 or 0, not 'yes'"),
        ({"DEBUG": "on"}, "DEBUG must be true, false, 1 or 0, not 'on'"),
        ({"ALLOWED_HOSTS": "live.example.org,*"}, "ALLOWED_HOSTS must name the hosts"),
        ({"SITE_URL": "http://live.example.org"}, "SITE_URL must begin with https://"),
        ({"SITE_URL": "live.example.org"}, "SITE_URL must be an absolute URL"),
        ({"SITE_URL": "https://"}, "SITE_URL must be an absolute URL"),
        ({"SITE_URL": "https://live.example.org:port"}, "SITE_URL must be an absolute URL"),
        ({"DATABASE_URL": "mysql://host/db"}, "DATABASE_URL must begin with sqlite:/// or"),
        ({"LISTEN_DATABASE_URL": "sqlite:///db"}, "LISTEN_DATABASE_URL must begin with postgres"),
        ({"DATABASE_REPLICA_URL": "postgres://host/db"}, "and DATABASE_URL must both begin with"),
        ({"CACHE_URL": "memcached://host"}, "CACHE_URL must begin with redis://, rediss:// or"),
        ({"DATABASE_POOL_SIZE": "long"}, "DATABASE_POOL_SIZE must be a whole number"),
        ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL must be"),
    ],
)
def test_an_unsafe_or_wrong_setting_refuses_to_start(changes, sentence):
    refused = start(**changes)
    assert refused.returncode != 0
    last = refused.stderr.strip().splitlines()[-1]
    assert last.startswith("django.core.exceptions.ImproperlyConfigured: ")
    assert sentence in last


def test_the_command_line_shows_the_sentence_alone():
    refused = subprocess.run(
        [sys.executable, "manage.py", "check"],
        env={"PATH": os.environ["PATH"], "ENV_FILE": os.devnull, "DEBUG": "yes"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert refused.returncode == 1
    assert refused.stderr == "DEBUG must be true, false, 1 or 0, not 'yes'.\n"


def test_a_secret_can_come_from_a_file(tmp_path):
    key = tmp_path / "key"
    key.write_text(GOOD["SECRET_KEY"] + "\n")
    shown = value("SECRET_KEY", SECRET_KEY=None, SECRET_KEY_FILE=str(key))
    assert shown == GOOD["SECRET_KEY"]


def test_debug_is_off_unless_asked_for():
    assert value("DEBUG") == "False"
    assert value("DEBUG", DEBUG="TRUE") == "True"


def test_a_site_on_this_machine_may_be_http_without_debug():
    assert value("SITE_URL", SITE_URL="http://127.0.0.1:9000/") == "http://127.0.0.1:9000"


def test_the_host_of_the_site_is_allowed_and_no_other():
    assert value("ALLOWED_HOSTS") == "['live.example.org']"


def test_cookies_and_transport_are_strict_with_https():
    assert value("SESSION_COOKIE_SECURE") == "True"
    assert value("CSRF_COOKIE_NAME") == "__Host-csrf"
    assert value("SECURITY_HEADERS['Strict-Transport-Security']").startswith("max-age=63072000")


def test_sqlite_writes_wait_and_reach_the_disk(tmp_path):
    code = (
        "import django; django.setup(); from django.db import connection as c; k = c.cursor();"
        "print([k.execute(f'PRAGMA {p}').fetchone()[0]"
        " for p in ('journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout')],"
        " c.transaction_mode)"
    )
    shown = start(code, DATABASE_URL=f"sqlite:///{tmp_path}/db.sqlite3")
    assert shown.stdout.strip() == "['wal', 2, 1, 20000] IMMEDIATE", shown.stderr


def test_postgresql_is_taken_from_the_url_without_a_transaction_per_request():
    code = (
        "from newsroom.settings import DATABASES as d; d = d['default'];"
        "print(d['ENGINE'], d['CONN_HEALTH_CHECKS'], d.get('ATOMIC_REQUESTS', False))"
    )
    shown = start(code, DATABASE_URL="postgres://ada:secret@db.example.org/newsroom")
    assert shown.stdout.strip() == "django.db.backends.postgresql True False", shown.stderr


def test_the_deployment_check_has_nothing_to_say_about_a_good_environment():
    code = (
        "import django; django.setup(); from django.core.management import call_command;"
        "call_command('check', deploy=True, fail_level='WARNING')"
    )
    shown = start(code, DATABASE_URL="postgres://ada:secret@db.example.org/newsroom")
    assert shown.returncode == 0, shown.stderr


def test_hosts_below_the_site_are_forced_to_https_only_when_asked():
    assert "includeSubDomains" not in value("SECURITY_HEADERS")
    assert "includeSubDomains" in value("SECURITY_HEADERS", HSTS_INCLUDE_SUBDOMAINS="true")
