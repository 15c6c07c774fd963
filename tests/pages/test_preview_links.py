"""Somebody outside the newsroom is shown what is being written, for some hours, by a link."""

from datetime import timedelta

import pytest
from django.utils import timezone

from liveblog import actions
from liveblog.models import Entry, PreviewLink, WireChain
from tests.cast import draft_entry, in_an_hour, plan_blog, publish_entry, wire_item


@pytest.fixture
def shared(blog, ada):
    link, token = actions.share_preview(user=ada, blog_id=blog.pk, hours=4)
    return link, f"/preview/{token}/"


def test_a_planned_live_blog_is_shown_with_what_is_being_written(planned_blog, ada, client):
    draft_entry(planned_blog, ada, "<p>First draft.</p>", display_at="2023-01-05T09:00:00-05:00")
    draft_entry(planned_blog, ada, "<p>Second draft.</p>", display_at="2023-01-05T08:00:00-05:00")
    _, token = actions.share_preview(user=ada, blog_id=planned_blog.pk, hours=1)
    page = client.get(f"/preview/{token}/").content.decode()
    assert page.index("First draft.") < page.index("Second draft.")
    assert planned_blog.headline in page
    assert 'data-following="false"' in page
    assert page.count('id="entry-1"') == page.count('id="entry-2"') == 1


def test_public_updates_and_drafts_stand_together_in_their_places(blog, ada, shared, client):
    publish_entry(blog, ada, "<p>Noon.</p>", display_at="2023-01-05T12:00:00-05:00")
    draft_entry(
        blog, ada, "<p>One.</p>", display_at="2023-01-05T13:00:00-05:00",
        is_key_event=True, key_event_title="Landfall",
    )  # fmt: skip
    page = client.get(shared[1]).content.decode()
    assert page.index("One.") < page.index("Noon.")
    assert "Landfall" in page.partition('data-region="key_events"')[2]
    assert Entry.objects.get(number=None).state == "draft"


def test_nothing_that_may_not_leave_the_newsroom_is_in_it(blog, ada, shared, client, northwire):
    held, canceled = (wire_item(northwire, guid=f"urn:{each}") for each in ("held", "canceled"))
    draft_entry(blog, ada, "<p>Canary embargoed</p>", embargo_until=in_an_hour())
    draft_entry(blog, ada, "<p>Canary held</p>", built_from=held.pk)
    draft_entry(blog, ada, "<p>Canary canceled</p>", built_from=canceled.pk)
    WireChain.objects.filter(pk=held.chain_id).update(pub_status="withheld")
    WireChain.objects.filter(pk=canceled.chain_id).update(pub_status="canceled")
    gone = draft_entry(blog, ada, "<p>Canary discarded</p>")
    actions.discard(user=ada, entry_id=gone.pk, revision=gone.revision)
    killed = publish_entry(blog, ada, "<p>Canary killed</p>")
    actions.kill(user=ada, entry_id=killed.pk, reason="Canary reason")
    assert "Canary" not in client.get(shared[1]).content.decode()


def test_no_cache_no_search_engine_and_no_other_site_gets_hold_of_it(shared, client):
    answer = client.get(shared[1])
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in answer
    page = answer.content.decode()
    assert 'name="robots" content="noindex' in page
    assert "og:url" not in page
    assert "canonical" not in page
    assert "live.js" not in page


def same_404(client, *paths):
    answers = [client.get(path) for path in paths]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted(answer.items())) for answer in answers}) == 1


def test_expired_revoked_unknown_and_withdrawn_are_one_404(
    blog, team, chi, ada, shared, client, time_machine
):
    link, path = shared
    other = actions.open_coverage(user=ada, blog_id=plan_blog(team, ada, headline="Fire").pk)
    _, token = actions.share_preview(user=ada, blog_id=other.pk, hours=4)
    actions.withdraw_blog(user=chi, blog_id=other.pk)
    _, revoked = actions.share_preview(user=ada, blog_id=blog.pk, hours=4)
    actions.revoke_preview(user=ada, link_id=PreviewLink.objects.latest("pk").pk)
    assert client.get(path).status_code == 200
    time_machine.move_to(link.expires_at + timedelta(seconds=1), tick=False)
    unknown = "/preview/" + "A" * 43 + "/"
    same_404(client, path, f"/preview/{token}/", f"/preview/{revoked}/", unknown, "/preview/ü/")


def test_the_token_is_kept_nowhere(shared, caplog):
    token = shared[1].split("/")[2]
    assert token not in str(PreviewLink.objects.values().get())
    assert token not in caplog.text


@pytest.mark.parametrize("hours", [0, -1, 25, 10**9])
def test_no_link_is_open_for_more_than_a_day(blog, ada, hours):
    with pytest.raises(actions.Invalid, match="1 to 24 hours"):
        actions.share_preview(user=ada, blog_id=blog.pk, hours=hours)


def test_only_editors_of_the_team_share_and_revoke(blog, ben, dov, shared):
    for user in (ben, dov):
        with pytest.raises(actions.NotAllowed):
            actions.share_preview(user=user, blog_id=blog.pk, hours=1)
        with pytest.raises(actions.NotAllowed):
            actions.revoke_preview(user=user, link_id=shared[0].pk)


def test_links_are_not_piled_up(blog, ada):
    for _ in range(20):
        actions.share_preview(user=ada, blog_id=blog.pk, hours=1)
    with pytest.raises(actions.Invalid, match="Revoke one first"):
        actions.share_preview(user=ada, blog_id=blog.pk, hours=1)
    PreviewLink.objects.update(
        created_at=timezone.now() - timedelta(hours=3),
        expires_at=timezone.now() - timedelta(hours=2),
    )
    assert actions.share_preview(user=ada, blog_id=blog.pk, hours=1)
