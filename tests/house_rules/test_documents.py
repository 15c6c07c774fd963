"""The documents lead somewhere and name everything: links, commands, verbs."""

import inspect
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import get_commands, load_command_class

from liveblog import actions
from tests.house_rules.markdown import anchors, dead_links, documents_nobody_links

ROOT = Path(__file__).resolve().parent.parent.parent
REFERENCE = ROOT / "docs" / "reference"
DJANGO_OWN = {
    *("--version", "--verbosity", "--settings", "--pythonpath", "--traceback", "--no-color"),
    *("--force-color", "--skip-checks", "--help", "-h", "-v"),
}


def test_every_link_between_documents_leads_somewhere():
    assert list(dead_links(ROOT)) == []


def test_the_index_leads_to_every_document():
    assert list(documents_nobody_links(ROOT)) == []


def test_a_link_into_the_void_is_noticed(tmp_path):
    (tmp_path / "there.md").write_text("# What is *there*?\n```\n# not a heading\n```\n")
    (tmp_path / "from.md").write_text(
        "[a](there.md#what-is-there) [b](there.md#not-a-heading) [c](gone.md) `[d](e.md)` "
        "[f](https://example.org/x.md) ![g](gone.png) [h](#nowhere)"
    )
    lost = {line.partition(": ")[2] for line in dead_links(tmp_path)}
    assert lost == {"there.md#not-a-heading", "gone.md", "gone.png", "#nowhere"}


def test_equal_headings_get_different_anchors():
    assert anchors("# A day\n## A day\n") == {"a-day", "a-day-1"}


def commands():
    return sorted(name for name, app in get_commands().items() if app == "liveblog")


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_is_in_the_reference(name):
    text = (REFERENCE / "commands.md").read_text()
    assert f"## {name}\n" in text
    section = text.partition(f"## {name}\n")[2].partition("\n## ")[0]
    parser = load_command_class("liveblog", name).create_parser("manage.py", name)
    options = {option for action in parser._actions for option in action.option_strings}
    assert {o for o in options - DJANGO_OWN if f"`{o}" not in section} == set()
    assert {o for o in re.findall(r"`(--[a-z-]+)", section) if o not in options} == set()


def verbs():
    public = {name: getattr(actions, name) for name in actions.__all__}
    return {
        name
        for name, value in public.items()
        if inspect.isfunction(value)
        and "user" in inspect.signature(value).parameters
        and not name.endswith(("_in", "_of"))
    }


def test_every_verb_is_in_the_reference():
    text = (REFERENCE / "states-and-verbs.md").read_text()
    named = set(re.findall(r"^\| `([a-z_]+)` \|", text, re.MULTILINE))
    clock = {"publish_due", "lift_due", "expire_due", "purge_due", "sweep_canceled"}
    assert named == verbs() | clock | {"receive"}  # nobody's: the clock's, a feed's


def test_every_kind_of_row_is_in_the_glossary():
    text = (ROOT / "CONTRIBUTING.md").read_text()
    glossary = text[text.index("## Glossary") :]
    models = {model.__name__ for model in apps.get_app_config("liveblog").get_models()}
    through = {name for name in models if "_" in name}
    assert {name for name in models - through if f"`{name}`" not in glossary} == set()
