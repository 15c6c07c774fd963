"""What docs/operators and deploy/ name is there."""

import os
import re
import subprocess

import pytest
from django.conf import settings
from django.core.management import get_commands
from environ import Env

ROOT = settings.BASE_DIR
HANDBOOK = sorted((ROOT / "docs/operators").glob("*.md"))
SHIPPED = sorted((ROOT / "deploy/systemd").iterdir())
APP = "/srv/newsroom/app/"


def commands(document):
    """The lines of its blocks of commands."""
    blocks = re.findall(r"^```\n(.*?)^```", document.read_text(), re.DOTALL | re.MULTILINE)
    return [line for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("document", HANDBOOK, ids=lambda path: path.stem)
def test_every_command_of_the_handbook_exists(document):
    said = re.findall(r"manage\.py ([a-z_]+)", document.read_text())
    said += re.findall(r"(?:^|&& )newsroom ([a-z_]+)", "\n".join(commands(document)), re.MULTILINE)
    assert [name for name in said if name not in get_commands()] == []


@pytest.mark.parametrize("document", HANDBOOK, ids=lambda path: path.stem)
def test_every_file_and_unit_of_the_handbook_exists(document):
    text = document.read_text()
    made_there = {"newsroom-web-2", "newsroom-user"}
    units = set(re.findall(r"newsroom-(?:web|worker|backup)[\w-]*(?:\.timer)?", text)) - made_there
    names = {path.name for path in SHIPPED}
    assert {unit for unit in units if not {unit, f"{unit}.service"} & names} == set()
    files = re.findall(rf"(?:{APP}|[` ])((?:deploy|requirements)[\w./-]*\.\w+)", text)
    assert [name for name in files if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("unit", SHIPPED, ids=lambda path: path.name)
def test_what_a_unit_runs_exists_and_what_it_writes_is_made(unit):
    text = unit.read_text()
    run = re.findall(rf"(?<!-){APP}(?!\.venv|var)([\w./-]+)", text)
    assert all((ROOT / name).exists() for name in run)
    assert "python -m uvicorn newsroom.asgi:application" in text or "web" not in unit.name
    made = "\n".join(commands(ROOT / "docs/operators/deploy.md"))
    for line in re.findall(r"^ReadWritePaths=(.*)", text, re.MULTILINE):
        assert [path for path in line.split() if path[0] != "-" and path not in made] == []


def test_the_web_unit_believes_the_proxies_that_are_set():
    unit = (ROOT / "deploy/systemd/newsroom-web.service").read_text()
    default = unit.index("Environment=TRUSTED_PROXIES=127.0.0.1\n")
    assert default < unit.index("EnvironmentFile=")  # what comes later wins
    assert "--forwarded-allow-ips ${TRUSTED_PROXIES} " in unit


def test_the_newsroom_command_reads_the_environment_as_systemd_does():
    """`deploy/manage.sh` gives the file to ENV_FILE; systemd has rules of its own."""
    file = ROOT / "deploy/production.env.example"
    reader = type("Reader", (Env,), {"ENVIRON": {}})
    reader.read_env(str(file))
    lines = [line for line in file.read_text().splitlines() if "=" in line and line[0] != "#"]
    given = {name: value.strip('"') for name, value in (line.split("=", 1) for line in lines)}
    assert given == reader.ENVIRON


def test_the_newsroom_command_runs_manage_py_of_its_own_code_wherever_it_is(tmp_path):
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin/newsroom"
    command.symlink_to(ROOT / "deploy/manage.sh")
    for name, does in {"id": "echo newsroom", "env": 'echo "$@"'}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{does}\n")
        (tmp_path / name).chmod(0o755)
    path = {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(
        [command, "migrate"], env=path, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.split()[:3] == [
        "ENV_FILE=/etc/newsroom/newsroom.env",
        f"{ROOT}/.venv/bin/python",
        f"{ROOT}/manage.py",
    ]
