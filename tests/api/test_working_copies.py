"""A script keeps edits of a published entry until they are published."""

import pytest

from liveblog.models import WorkingCopy
from tests.api.asking import V1
from tests.api.scripting import Script, refusal
from tests.cast import again, credit, draft_entry, publish_entry


@pytest.fixture
def entry(blog, ada, northwire):
    return publish_entry(blog, ada, attributions=[credit(northwire)])


def at(entry):
    return f"{V1}entries/{entry.public_id}/working-copy/"


def test_a_copy_is_begun_saved_read_and_dropped(script, entry):
    fields = {"body": "<p>Two.</p>", "attributions": [{"source": "northwire"}]}
    begun = script.ask("PUT", at(entry), {"based_on": 1, "fields": fields})
    assert (begun.status_code, begun["ETag"]) == (200, '"1"')
    assert begun.json()["fields"]["attributions"][0]["source"] == "northwire"
    saved = script.ask("PUT", at(entry), {"based_on": 1, "fields": {"body": "<p>3.</p>"}}, 1)
    assert saved["ETag"] == '"2"'
    read = script.ask("GET", at(entry))
    assert (read.json(), read["ETag"]) == (saved.json(), saved["ETag"])
    assert again(entry).revision == 1
    dropped = script.ask("DELETE", at(entry))
    assert (dropped.status_code, dropped.content) == (204, b"")
    refusal(script.ask("GET", at(entry)), 404)


def test_a_copy_is_never_written_over_unseen(script, entry):
    sent = {"based_on": 1, "fields": {"body": "<p>Mine.</p>"}}
    script.ask("PUT", at(entry), sent)
    refusal(script.ask("PUT", at(entry), sent), 409)
    refusal(script.ask("PUT", at(entry), sent, 7), 409)
    assert WorkingCopy.objects.get().revision == 1


@pytest.mark.parametrize(
    "sent",
    [{}, {"based_on": 1}, {"based_on": 9, "fields": {}}, {"based_on": 1, "fields": []},
     {"based_on": "1", "fields": {}}, {"based_on": 1, "fields": {"state": "killed"}},
     {"based_on": 1, "fields": {}, "user": "ben"}, {"based_on": 0, "fields": {}},
     {"based_on": 1, "fields": {"built_from": 1}}],
)  # fmt: skip
def test_what_cannot_be_taken_is_refused(sent, script, entry):
    assert refusal(script.ask("PUT", at(entry), sent), 422)["errors"]
    assert not WorkingCopy.objects.exists()


def test_scopes_states_and_teams_hold(script, entry, blog, ada, dov):
    sent = {"based_on": 1, "fields": {}}
    refusal(script.ask("PUT", at(draft_entry(blog, ada)), sent), 409)
    refusal(Script(ada, "read").ask("PUT", at(entry), sent), 403)
    refusal(Script(ada, "publish").ask("GET", at(entry)), 403)
    for method in ("GET", "PUT", "DELETE"):
        refusal(Script(dov).ask(method, at(entry), sent if method == "PUT" else None), 403)
