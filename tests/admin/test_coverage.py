"""Live blogs: planned, opened, ended, reopened, archived, withdrawn, restored; and their form."""

import pytest
from django.urls import reverse

from liveblog.models import FormerSlug, LiveBlog
from tests.admin.desk import change_url, verb_url
from tests.cast import again, draft_entry, publish_entry


def test_ada_plans_a_live_blog(adas, team, topic):
    page = adas.open(reverse("admin:liveblog_liveblog_add")).press(
        headline="Storm hits the harbour",
        timezone="America/New_York",
        topic=topic.pk,
        summary="Ferries stop\n\nSchools close\n",
        coverage_start="2023-01-05T00:00",
    )
    blog = LiveBlog.objects.get()
    assert page.url == change_url(blog)
    assert (blog.team, blog.status, blog.slug) == (team, "planned", "storm-hits-the-harbour")
    assert blog.summary_points == ["Ferries stop", "Schools close"]
    assert blog.coverage_start.isoformat() == "2023-01-05T05:00:00+00:00"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (["open"], "live"),
        (["open", "end"], "ended"),
        (["open", "end", "reopen"], "live"),
        (["open", "end", "archive"], "archived"),
        (["open", "withdraw"], "withdrawn"),
        (["open", "withdraw", "restore"], "ended"),
    ],
)
def test_coverage_goes_its_way_by_buttons(chis, planned_blog, path, status):
    for verb in path:
        page = chis.open(change_url(planned_blog))
        assert verb_url(planned_blog, verb) in page
        chis.do(planned_blog, verb)
    assert again(planned_blog).status == status


def test_a_button_asks_before_coverage_ends(adas, blog):
    assert "open pages stop following." in adas.verb(blog, "end")
    assert again(blog).status == LiveBlog.Status.LIVE


def test_a_verb_out_of_turn_says_why(adas, blog):
    data = {"revision": blog.revision}
    assert "This live blog is live, so that cannot be done." in adas.post(
        verb_url(blog, "reopen"), data
    )


def test_the_page_leads_to_the_public_page_and_to_writing(adas, blog):
    page = adas.open(change_url(blog))
    assert f'href="/live/{blog.slug}/"' in page
    assert f"/admin/liveblog/entry/add/?blog={blog.pk}" in page


def test_a_planned_live_blog_has_no_public_page_to_lead_to(adas, planned_blog):
    assert f'href="/live/{planned_blog.slug}/"' not in adas.open(change_url(planned_blog))


def test_the_newest_updates_are_listed_with_their_states(adas, ada, blog):
    publish_entry(blog, ada, "<p>Public words.</p>")
    draft_entry(blog, ada, "<p>Draft words.</p>")
    page = adas.open(change_url(blog))
    assert page.html.index("Draft words.") < page.html.index("Public words.")
    assert "state-draft" in page


def test_a_new_address_leaves_the_old_one_redirecting(adas, blog):
    adas.open(change_url(blog)).press(slug="harbour-storm")
    assert again(blog).slug == "harbour-storm"
    assert FormerSlug.objects.get().slug == blog.slug


def test_a_picture_that_may_be_shown_leads_the_page(adas, blog, picture):
    asset, bare = picture(), picture(credit="", caption="No credit")
    page = adas.open(change_url(blog))
    assert "No credit" not in page
    page.press(lead_image=asset.pk, lead_caption="The pier")
    assert again(blog).lead_image == asset
    assert bare.pk != asset.pk


def test_whoever_edits_in_two_teams_says_for_which(adas, ada, team, other_team):
    ada.memberships.create(team=other_team, role="editor")
    page = adas.open(reverse("admin:liveblog_liveblog_add"))
    page.press(headline="Cup final", team=other_team.pk)
    assert LiveBlog.objects.get().team == other_team


def test_a_live_blog_cannot_be_planned_for_somebody_elses_team(adas, team, other_team):
    adas.open(reverse("admin:liveblog_liveblog_add")).press(headline="Cup", team=other_team.pk)
    assert LiveBlog.objects.get().team == team
