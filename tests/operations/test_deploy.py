"""What is shipped for one machine is complete and has nothing to warn of."""

import configparser
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import time

import pytest


def environment(root, tmp_path):
    """The shipped production environment, its paths moved to where this test may write."""
    lines = (root / "deploy/production.env.example").read_text().splitlines()
    values = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    key = tmp_path / "secret_key"
    key.write_text("0123456789-abcdefghijklmnopqrstuvwxyz-0123456789-ABCDEF")
    return values | {"SECRET_KEY_FILE": str(key), "MEDIA_ROOT": str(tmp_path / "media")}


def test_the_shipped_environment_passes_the_deployment_check(settings, tmp_path):
    root = settings.BASE_DIR
    given = environment(root, tmp_path) | {"ENV_FILE": os.devnull, "PATH": os.environ["PATH"]}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, cwd=root, env=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_every_name_in_it_is_a_setting(settings, tmp_path):
    known = (settings.BASE_DIR / ".env.example").read_text()
    names = environment(settings.BASE_DIR, tmp_path)
    assert [name for name in names if name.removesuffix("_FILE") not in known] == []


@pytest.mark.parametrize("name", ["web", "web@", "worker", "backup"])
def test_a_unit_runs_without_privileges(name, settings):
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read(settings.BASE_DIR / f"deploy/systemd/newsroom-{name}.service")
    service = unit["Service"]
    assert service["User"] == "newsroom"
    assert service["NoNewPrivileges"] == "true"
    assert service["ProtectSystem"] == "strict"


def test_one_of_several_web_processes_runs_as_the_only_one_does(settings):
    units = settings.BASE_DIR / "deploy/systemd"
    only, several = (
        [line for line in (units / name).read_text().splitlines() if "ExecStart" not in line][2:]
        for name in ("newsroom-web.service", "newsroom-web@.service")
    )
    assert only == several


@pytest.mark.parametrize(
    "line",
    [
        "underscores_in_headers off;",
        "client_header_timeout 10s;",
        "client_body_timeout 10s;",
        "listen 443 ssl http2;",
        "limit_conn newsroom_connections 20;",
        "limit_conn newsroom_files 100;",
        "limit_conn newsroom_streams 1000;",
        "proxy_buffering off;",
        "location = /api/v1/media/ {",
        "client_max_body_size 21m;",
        "proxy_set_header X-Forwarded-For $remote_addr;",
        "proxy_set_header X-Forwarded-Proto $scheme;",
    ],
)
def test_nginx_keeps_the_limits(line, settings):
    assert line in (settings.BASE_DIR / "deploy/nginx/newsroom.conf").read_text()


@pytest.mark.parametrize("name", ["backup", "manage"])
def test_a_script_is_one_that_every_shell_reads(name, settings):
    script = settings.BASE_DIR / f"deploy/{name}.sh"
    assert subprocess.run([shutil.which("sh"), "-n", script], check=False).returncode == 0


def back_up(settings, *arguments):
    return subprocess.run(
        [settings.BASE_DIR / "deploy/backup.sh", *arguments], capture_output=True, check=False
    )


@pytest.mark.skipif(not shutil.which("sqlite3"), reason="needs the sqlite3 program")
def test_a_backup_holds_the_database_and_the_pictures(settings, tmp_path):
    (tmp_path / "media/images").mkdir(parents=True)
    (tmp_path / "media/images/pier.jpg").write_bytes(b"a pier")
    with sqlite3.connect(tmp_path / "newsroom.sqlite3") as site:
        site.execute("CREATE TABLE entry (body)")
        site.execute("INSERT INTO entry VALUES ('Ferries are suspended.')")
    site.close()
    made = tmp_path / "backups"
    done = back_up(settings, tmp_path / "media", made, tmp_path / "newsroom.sqlite3")
    assert done.returncode == 0, done.stderr
    (backup,) = made.iterdir()
    with tarfile.open(backup / "media.tar") as pictures:
        assert "./images/pier.jpg" in pictures.getnames()
    copy = sqlite3.connect(backup / "newsroom.sqlite3")
    assert copy.execute("SELECT body FROM entry").fetchall() == [("Ferries are suspended.",)]
    copy.close()


def test_a_backup_that_fails_leaves_nothing_that_looks_like_one(settings, tmp_path):
    (tmp_path / "media").mkdir()
    done = back_up(settings, tmp_path / "media", tmp_path / "backups", tmp_path / "mistyped")
    assert done.returncode != 0
    assert list((tmp_path / "backups").iterdir()) == []


@pytest.mark.skipif(not shutil.which("sqlite3"), reason="needs the sqlite3 program")
def test_old_backups_go_once_there_is_a_new_one(settings, tmp_path, monkeypatch):
    monkeypatch.setenv("KEEP_DAYS", "14")
    (tmp_path / "media").mkdir()
    made = tmp_path / "backups"
    for name, days in {"20260101T031700Z": 16, "20260110T031700Z": 3, "my own": 99}.items():
        (made / name).mkdir(parents=True)
        os.utime(made / name, (time.time() - days * 86_400,) * 2)
    with sqlite3.connect(tmp_path / "newsroom.sqlite3") as site:
        site.execute("CREATE TABLE entry (body)")
    site.close()
    back_up(settings, tmp_path / "media", made, tmp_path / "mistyped")
    assert len(list(made.iterdir())) == 3  # one that failed takes nothing away
    done = back_up(settings, tmp_path / "media", made, tmp_path / "newsroom.sqlite3")
    assert done.returncode == 0, done.stderr
    left = {path.name for path in made.iterdir()}
    assert len(left) == 3
    assert {"20260110T031700Z", "my own"} < left
