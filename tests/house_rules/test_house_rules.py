"""The tree keeps the house rules, and each rule notices an offence planted in a tree of its own."""

from pathlib import Path

import pytest

from tests.house_rules import rules

ROOT = Path(__file__).resolve().parent.parent.parent

OFFENCES = [
    (rules.long_files, "liveblog/actions/all.py", "x = 1\n" * 301),
    (rules.long_files, "templates/live.html", "<p>\n" * 301),
    (rules.long_files, "static/live/page.js", "//\n" * 301),
    (rules.markup_trusted_in_python, "liveblog/views/page.py", "return mark_safe(body)"),
    (rules.markup_trusted_in_templates, "templates/live.html", "{{ body|safe }}"),
    (rules.markup_trusted_in_templates, "templates/live.html", "{% autoescape off %}"),
    (rules.markup_trusted_in_scripts, "static/live/page.js", "list.innerHTML = html;"),
    (rules.markup_trusted_in_scripts, "static/live/page.js", "a.insertAdjacentHTML('x', y)"),
    (rules.inline_scripts_and_styles, "templates/live.html", "<script>start()</script>"),
    (rules.inline_scripts_and_styles, "templates/live.html", '<p style="color: red">'),
    (rules.inline_scripts_and_styles, "templates/live.html", '<p onclick="start()">'),
    (rules.signals, "liveblog/models/entry.py", "from django.db.models.signals import post_save"),
    (rules.signals, "liveblog/hooks.py", "@receiver(request_started)"),
    (rules.logic_in_save, "liveblog/models/entry.py", "class Entry:\n    def save(self): ..."),
    (rules.editable_lists, "liveblog/admin/entry.py", 'list_editable = ["state"]'),
    (rules.shared_page_caches, "liveblog/views/page.py", "@cache_page(60)"),
    (rules.shared_page_caches, "newsroom/settings.py", '"x.UpdateCacheMiddleware",'),
    (rules.other_matters, "docs/install.md", "Look into /" + "home/ada/newsroom."),
    (rules.other_matters, "liveblog/apps.py", "# found at py" + "pi.org"),
]
INNOCENT = [
    ("liveblog/render.py", "return mark_safe(html)\n"),
    ("static/newsroom/live/fragment.js", "template.innerHTML = html;\n"),
    ("templates/live.html", '<script src="/static/live.js" type="module"></script>\n'),
    ("templates/_json.html", '<script type="application/ld+json">{{ data }}</script>\n'),
    ("liveblog/models/entry.py", "class Entry:\n    def publish(self): ...\n"),
    ("docs/install.md", "Fetch {{ SITE_URL }}/home/ and https://live.example.org/tmp/x.\n"),
]


def plant(root, name, text):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.__name__)
def test_the_tree_keeps_the_rule(rule):
    assert list(rule(ROOT)) == []


@pytest.mark.parametrize(("rule", "name", "text"), OFFENCES)
def test_an_offence_is_noticed(tmp_path, rule, name, text):
    plant(tmp_path, name, text)
    assert [offence.split(":")[0] for offence in rule(tmp_path)] == [name]


@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.__name__)
def test_what_is_allowed_is_left_alone(tmp_path, rule):
    for name, text in INNOCENT:
        plant(tmp_path, name, text)
    assert list(rule(tmp_path)) == []


def test_every_rule_has_an_offence_that_shows_it_can_fail():
    assert {rule for rule, _, _ in OFFENCES} == set(rules.ALL)
