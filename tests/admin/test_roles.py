"""What a role may not do is not shown, and refused where it is sent all the same."""

import pytest
from django.urls import reverse

from liveblog import actions
from liveblog.models import Entry, LiveBlog
from tests.admin.desk import change_url, verb_url
from tests.cast import again, draft_entry, publish_entry

EDITORS_ALONE = ["withdraw", "kill", "pin", "re-time", "mark-key-event"]


def test_ben_sees_neither_publish_nor_schedule(bens, blog):
    page = bens.write(blog)
    assert page.buttons == ["save", "submit"]
    assert "Publish" not in page


def test_ben_cannot_publish_by_sending_the_button_anyway(bens, blog):
    page = bens.write(blog).press("publish", body="<p>Ferries are suspended.</p>")
    assert page.status == 403
    assert "This needs the role “editor”" in page
    assert page.form.values["body"] == "<p>Ferries are suspended.</p>"
    assert not Entry.objects.exists()


@pytest.mark.parametrize("verb", ["publish", "schedule"])
def test_ben_cannot_publish_his_own_draft(bens, ben, blog, verb):
    entry = draft_entry(blog, ben)
    page = bens.entry(entry).press(verb, scheduled_for="2031-01-05T21:34")
    assert page.status == 403
    assert again(entry).state == Entry.State.DRAFT


def test_ben_cannot_approve_what_he_submitted(bens, ben, blog):
    entry = draft_entry(blog, ben)
    page = bens.entry(entry)
    page.press("submit")
    assert page.press("approve").status in (403, 409)
    assert again(entry).state == Entry.State.IN_REVIEW


def test_ben_reads_a_colleagues_draft_but_gets_no_form(bens, ada, blog):
    entry = draft_entry(blog, ada)
    page = bens.entry(entry)
    assert "Ferries are suspended." in page
    assert page.form is None
    assert page.forms == {}


def test_ben_cannot_save_into_a_colleagues_draft(bens, ada, ben, blog):
    mine, hers = draft_entry(blog, ben), draft_entry(blog, ada)
    data = bens.entry(mine).form.values | {"body": "<p>Ben was here.</p>", "verb": "save"}
    page = bens.post(change_url(hers), data)
    assert page.status == 403
    assert "begun by a colleague" in page
    assert again(hers).body_text == "Ferries are suspended."


def test_ben_gets_no_buttons_on_a_published_update(bens, ada, blog):
    page = bens.entry(publish_entry(blog, ada))
    assert page.form is None
    assert "/verb/" not in page


@pytest.mark.parametrize("name", EDITORS_ALONE)
def test_ben_is_refused_every_verb_of_an_editor(bens, ada, blog, name):
    entry = publish_entry(blog, ada)
    typed = {"reason": "x", "word": "KILL", "display_at": "2023-01-05T21:34", "revision": 1}
    assert bens.verb(entry, name).status == 403
    assert bens.post(verb_url(entry, name), typed).status == 403
    assert again(entry).revision == entry.revision
    assert again(blog).pinned_entry is None


def test_ben_sees_the_live_blog_but_cannot_change_it(bens, blog):
    page = bens.open(change_url(blog))
    assert "Write an update" in page
    assert page.form is None
    page = bens.post(change_url(blog), {"headline": "Ben's", "revision": blog.revision})
    assert page.status == 403
    assert again(blog).headline == blog.headline


def test_ben_cannot_plan_a_live_blog(bens, team):
    assert bens.open(reverse("admin:liveblog_liveblog_add")).status == 403
    assert not LiveBlog.objects.exists()


def test_only_a_chief_is_offered_to_withdraw_a_live_blog(adas, chis, blog):
    url = verb_url(blog, "withdraw")
    assert url not in adas.open(change_url(blog))
    assert url in chis.open(change_url(blog))


def test_a_role_that_ended_is_over_with_the_next_request(adas, ada, blog, root):
    assert adas.open(change_url(blog)).status == 200
    actions.revoke_role(user=root, membership_id=ada.memberships.get().pk)
    assert adas.open(change_url(blog)).status == 404


def test_nobody_signs_in_to_read(nobodys, blog):
    page = nobodys.open(change_url(blog))
    assert page.url == change_url(blog)
    assert 'name="password"' in page
    assert blog.headline not in page
