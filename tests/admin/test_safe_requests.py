"""Looking changes nothing; changing needs the page it is done from (SR-25)."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from liveblog.models import Entry, LiveBlog
from tests.admin.desk import change_url, history_url, verb_url
from tests.cast import again, draft_entry, publish_entry

WRITES = ("INSERT", "UPDATE", "DELETE")
ENTRY_VERBS = [
    "return", "discard", "pin", "unpin", "mark-key-event", "unmark-key-event", "re-time",
    "withdraw", "restore", "kill", "erase",
]  # fmt: skip
BLOG_VERBS = ["open", "end", "reopen", "archive", "withdraw", "restore"]


@pytest.fixture
def addresses(blog, ada, ben, northwire, topic, picture):
    entry, draft, asset = publish_entry(blog, ada), draft_entry(blog, ada), picture()
    found = [change_url(row) for row in (entry, draft, blog, northwire, topic, asset, blog.team)]
    found += [history_url(row) for row in (entry, blog)]
    found += [verb_url(row, name) for row in (entry, draft) for name in ENTRY_VERBS]
    found += [verb_url(blog, name) for name in BLOG_VERBS]
    found += [verb_url(northwire, "rights"), verb_url(asset, "kill"), reverse("admin:index")]
    found += [f"{reverse('admin:liveblog_entry_add')}?blog={blog.pk}"]
    models = ["entry", "liveblog", "source", "topic", "mediaasset", "team", "revision", "wireitem"]
    return found + [reverse(f"admin:liveblog_{model}_changelist") for model in models]


def writes(queries):
    return [q["sql"] for q in queries if q["sql"].startswith(WRITES) and "liveblog_" in q["sql"]]


def test_opening_any_page_writes_nothing(chis, addresses):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        statuses = {
            chis.open(f"{url}{'&' if '?' in url else '?'}verb=kill").status for url in addresses
        }
    assert statuses == {200}
    assert writes(queries) == []


def test_sending_a_page_without_its_token_is_refused(chi, addresses, blog):
    client = Client(enforce_csrf_checks=True)
    client.force_login(chi)
    typed = {"verb": "publish", "body": "<p>x</p>", "reason": "x", "word": "KILL", "revision": 1}
    assert {client.post(url, typed).status_code for url in addresses} == {403}
    assert again(blog).revision == blog.revision
    assert Entry.objects.filter(state="published").count() == 1


def test_a_page_from_elsewhere_cannot_send_for_ada(ada, blog):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)
    client.get(change_url(blog))
    token = client.cookies["csrf"].value
    typed = {"csrfmiddlewaretoken": token, "headline": "Foreign"}
    answer = client.post(change_url(blog), typed, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_do_nothing(ada, blog, method):
    client = Client()
    client.force_login(ada)
    assert getattr(client, method)(verb_url(blog, "end")).status_code == 405
    getattr(client, method)(change_url(blog))
    assert again(blog).status == LiveBlog.Status.LIVE
