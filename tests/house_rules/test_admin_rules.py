"""The admin has no way around the verbs, and a planted one would be noticed (SR-26)."""

from pathlib import Path

import pytest

from tests.house_rules.admin_rules import writing_around_the_verbs

ROOT = Path(__file__).resolve().parent.parent.parent


def planted(tmp_path, text):
    path = tmp_path / "liveblog/admin/page.py"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    return list(writing_around_the_verbs(tmp_path))


def test_the_admin_keeps_the_rule():
    assert list(writing_around_the_verbs(ROOT)) == []


@pytest.mark.parametrize(
    "text",
    [
        "class A(ModelAdmin):\n    list_editable = ('state',)\n",
        "class A(ModelAdmin):\n    inlines = [Rows]\n",
        "class A(ModelAdmin):\n    actions = ['approve']\n",
        "class A(forms.ModelForm): ...\n",
        "class A(GenericTabularInline): ...\n",
        "url = forms.URLField()\n",
        "Rows = modelformset_factory(Entry)\n",
        "def run(entry):\n    entry.save()\n",
        "def run(rows):\n    rows.filter(pk=1).update(state='killed')\n",
        "def run():\n    Entry.objects.create(headline='x')\n",
    ],
)
def test_a_way_around_is_noticed(tmp_path, text):
    assert len(planted(tmp_path, text)) == 1


def test_verbs_and_dictionaries_are_left_alone(tmp_path):
    text = "def run(fields):\n    fields.update(a=1)\n    actions.save_draft(user=None)\n"
    assert planted(tmp_path, text) == []
