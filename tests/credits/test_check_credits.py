"""`manage.py check_credits FILE`, and what it says of sentences written to be difficult."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from liveblog.credits.measure import judge, score
from liveblog.management.commands.check_credits import all_sources, labelled
from tests.credits.sources import REGISTRY

DIFFICULT = Path(__file__).with_name("labelled.jsonl")
# Invented events as six kinds of newsroom would tell them. Written without a look at the wordings;
# at first sight, batch by batch, recall was 0.74 (60 texts), 0.74 (40) and 0.77 (30), precision
# 0.95, 0.96 and 1.0. Much of what was missed then is found now: this is no longer unseen text.
OTHERS = Path(__file__).with_name("other_newsrooms.jsonl")

# Invented events as live blogs tell them, by somebody who had not seen the wordings: at first
# sight 80 texts gave precision 0.94 and recall 0.65, the next 80 0.95 and 0.82, the last 70, read
# once nothing was changed any more, 1.0 and 0.95.
LIVE_BLOGS = Path(__file__).with_name("live_blogs.jsonl")

# Sentences in the manner of agencies' and broadcasters' desks: at first sight precision was 1.0 and
# recall 0.84 (50 texts), then 0.97 and 0.77 (60), 0.94 and 0.85 (50), 1.0 and 0.79 (40), 1.0 and
# 0.64 (34), 1.0 and 0.74 (66), 0.98 and 0.78 (69),
# 0.96 and 0.74 (64), 0.96 and 0.73 (64),
# 1.0 and 0.86 (60), 1.0 and 0.77 (60), 1.0 and 0.96 (60),
# 0.98 and 0.87 (60), 0.91 and 0.95 (60), 0.93 and 0.82 (60),
# 0.97 and 0.90 (60), 1.0 and 0.89 (60), 0.98 and 0.98 (60),
# 0.93 and 0.97 (60), 0.92 and 0.89 (60), 1.0 and 0.96 (60), 1.0 and 0.93 (60),
# 1.0 and 0.89 (60), 0.98 and 0.96 (60), 0.97 and 0.93 (60), 0.97
# and 0.93 (60), 1.0 and 0.93 (38).
MANNERS = Path(__file__).with_name("agency_manners.jsonl")

# By people who had not seen the program, with the conventions of `docs/reference/commands.md`
# (invented persons and events; 100 to 130 texts each, some left out here). Precision and recall at
# first sight were 0.91 and 0.91, 0.99 and 0.94, 0.98 and 0.92; then, after what those had shown was
# mended, 0.99 and 0.97, 0.98 and 0.99, 0.99 and 0.99, 0.99 and 0.96, 1.0 and 0.96, 0.99 and 0.94;
# then, in this order, 0.98 and 0.92, 0.97 and 0.91, 0.99 and 0.98, 1.0 and 0.97, 0.98 and 0.95,
# 0.99 and 0.93, 0.98 and 0.95, 1.0 and 0.96, 0.97 and 0.97, 0.99 and 0.97, 0.99 and 0.99, 1.0 and
# 0.94.
STRANGERS = Path(__file__).with_name("strangers.jsonl")

# By strangers as well, who read how newspapers, live pages and aggregators of every region credit
# others, and wrote a passage of their own for every place they met, the clumsy ones included. At
# first sight, batch by batch and each mended for before the next: 0.97 and 0.90, 0.97 and 0.89,
# 0.98 and 0.91, 0.98 and 0.88, 0.98 and 0.89, 0.98 and 0.92, 0.99 and 0.93, 0.98 and 0.92,
# 0.99 and 0.93, 1.0 and 0.94, 0.97 and 0.88, 0.98 and 0.97, 0.99 and 0.88, 0.98 and 0.87, 0.98 and
# 0.90, 0.97 and 0.87, 0.98 and 0.95, 0.97 and 0.93, 0.97 and 0.87, 0.99 and 0.91.
AS_PUBLISHED = Path(__file__).with_name("as_published.jsonl")


@pytest.fixture
def check(tmp_path, capsys, db):
    def run(*lines):
        path = tmp_path / "labelled.jsonl"
        path.write_text(
            "\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines)
        )
        call_command("check_credits", str(path))
        return capsys.readouterr().out

    return run


@pytest.mark.parametrize(
    "path", [DIFFICULT, LIVE_BLOGS, MANNERS, STRANGERS, AS_PUBLISHED], ids=lambda path: path.stem
)
def test_precision_and_recall(path, db):
    registry = all_sources()
    found = score(judge(text, labels, registry) for text, labels in labelled(path, registry))
    assert found.right + found.missed >= 40
    # what was found once stays found: new wordings must not cost what is kept here
    assert found.precision >= 0.98
    assert found.recall >= 0.98


def test_precision_and_recall_in_the_manner_of_other_newsrooms():
    texts = labelled(OTHERS, REGISTRY)
    found = score(judge(text, labels, REGISTRY) for text, labels in texts)
    assert found.precision >= 0.95
    assert found.recall >= 0.92


def test_what_differs_is_told_text_by_text(check):
    shown = check(
        {"text": "It rains, Reuters reported.", "attributions": [{"source": "Reuters"}]},
        {"text": "AFP reported, citing TASS.", "attributions": [{"source": "AFP", "via": "tass"}]},
        {"text": "It rains, AP reported.", "attributions": [{"source": "AFP", "relation": "told"}]},
    )
    assert shown.splitlines() == [
        "It rains, AP reported.",
        "    found, but not there: associated-press reported",
        "    missed: agence-france-presse told",
        "3 texts, 3 attributions: precision 0.667 (1 wrong), recall 0.667 (1 missed).",
    ]


def test_a_newsrooms_own_source_is_looked_for(check, northwire):
    shown = check(
        {"text": "It rains, Northwire reported.", "attributions": [{"source": "northwire"}]}
    )
    assert "precision 1.000 (0 wrong), recall 1.000 (0 missed)" in shown


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "Line 1: "),
        ('{"text": "x"}', "Line 1: 'attributions' is missing"),
        ('{"text": "x", "attributions": [{"source": "nobody"}]}', "There is no source “nobody”"),
        ('{"text": "x", "attributions": [{"source": "AP", "relation": "sang"}]}', "“sang”"),
        ("[1]", "It is no such object"),
    ],
)
def test_a_line_that_is_wrong_is_named(check, line, said):
    with pytest.raises(CommandError) as refused:
        check(line)
    assert said in str(refused.value)


def test_a_file_that_is_not_there_is_told(db):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("check_credits", "/nowhere")
