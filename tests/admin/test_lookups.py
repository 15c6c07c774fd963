"""Long choices are searched, and a search finds nothing of another team's (SR-05)."""

import pytest
from django.urls import reverse

from liveblog import actions
from liveblog.admin.offers import OFFERED
from liveblog.models import Entry, MediaAsset, Topic
from tests.admin.desk import rows
from tests.cast import again, open_blog, publish_entry

URL = "admin:lookup"


def ask(desk, kind, team=None, **question):
    question |= {"team": team.pk} if team else {}
    answer = desk.client.get(reverse(URL, args=[kind]), question)
    return answer.json() if answer.status_code == 200 else answer.status_code


def texts(answer):
    return [each["text"] for each in answer["results"]]


@pytest.fixture
def pier(picture):
    return picture(caption="The pier at night")


def test_words_may_stand_anywhere_and_the_list_is_bounded(bens, agencies):
    assert texts(ask(bens, "source", q="news zon")) == ["Zonal News"]
    answer = ask(bens, "source", q="agency")
    assert (len(answer["results"]), answer["more"]) == (20, True)
    assert texts(ask(bens, "source", id=agencies.pk)) == ["Zonal News"]


@pytest.mark.parametrize("nonsense", [{"q": "\x00"}, {"q": "x" * 5000}, {"q": "%"}, {"id": "x"},
                                      {"id": "-1"}, {"id": "9" * 30}, {"id": "²"}])  # fmt: skip
def test_nonsense_finds_nothing_and_is_no_error(bens, agencies, nonsense):
    answer = ask(bens, "source", **nonsense)
    assert answer["results"] == [] or nonsense["q"] == "\x00"


def test_a_short_list_stays_an_ordinary_select(adas, blog, northwire):
    assert "data-lookup" not in adas.write(blog)


def test_a_source_beyond_the_list_is_taken_and_shown_again(adas, blog, agencies):
    page = adas.write(blog)
    assert f'data-lookup="{reverse(URL, args=["source"])}?"' in page
    assert "Zonal News" not in page
    typed = rows("attributions", {"source": str(agencies.pk)})
    refused = page.press("save", body="<script>x</script>", **typed)
    assert f'<option value="{agencies.pk}" selected>Zonal News</option>' in refused
    again_open = page.press("save", body="<p>Rain.</p>", **typed)
    assert Entry.objects.get().attributions.get().source == agencies
    assert f'<option value="{agencies.pk}" selected>Zonal News</option>' in again_open


def test_a_topic_beyond_the_list_is_taken(adas, blog):
    Topic.objects.bulk_create(
        Topic(name=f"Topic {n:03}", slug=f"topic-{n}") for n in range(OFFERED)
    )
    last = Topic.objects.create(name="Zones", slug="zones")
    adas.open(reverse("admin:liveblog_liveblog_change", args=[blog.pk])).press(topic=last.pk)
    assert again(blog).topic == last


def test_what_is_chosen_already_is_always_offered(adas, ada, blog, pier):
    entry = publish_entry(blog, ada, images=[{"asset": pier.pk}])
    MediaAsset.objects.bulk_create(
        MediaAsset(team=pier.team, file=pier.file.name, width=64, height=36, caption=f"{n}")
        for n in range(OFFERED + 1)
    )
    assert f'<option value="{pier.pk}" selected>' in adas.entry(entry)


# Another team's rows: for every kind that a team has, and for every way to name one.
def test_dov_finds_no_picture_of_the_team(dovs, other_team, team, pier):
    assert texts(ask(dovs, "picture", other_team, q="pier")) == []
    assert texts(ask(dovs, "picture", other_team, id=pier.pk)) == []
    assert texts(ask(dovs, "picture", q="pier")) == []
    assert ask(dovs, "picture", team, q="pier") == 404
    assert ask(dovs, "lead", team) == 404


def test_dov_finds_no_colleague_of_the_team(dovs, other_team, team, ada):
    assert texts(ask(dovs, "colleague", other_team, q="ada")) == []
    assert ask(dovs, "colleague", team, q="ada") == 404
    assert ask(dovs, "colleague", team, id=ada.pk) == 404


def test_nobody_but_an_administrator_finds_accounts_and_teams(dovs, chis, roots, ada):
    for kind in ("person", "team"):
        assert ask(dovs, kind, q="a") == ask(chis, kind, q="a") == 404
    assert texts(ask(roots, "person", q="ada")) == ["ada"]


def test_a_closed_account_is_not_offered(roots, bens, ada, team):
    ada.is_active = False
    ada.save()
    assert texts(ask(roots, "person", q="ada")) == []
    assert texts(ask(bens, "colleague", team, q="ada")) == []


def test_a_killed_picture_is_not_offered(chis, bens, team, pier):
    actions.kill_media(user=actions.SYSTEM, asset_id=pier.pk)
    assert texts(ask(bens, "picture", team, q="pier")) == []


def test_whoever_works_in_no_team_finds_nothing(ada, adas, agencies):
    ada.memberships.all().delete()
    assert ask(adas, "source", q="zonal") == 404


def test_dov_cannot_put_the_teams_picture_into_his_update(dovs, dov, other_team, pier):
    """A hand-made request names what no list has offered."""
    blog = open_blog(other_team, dov, slug="match", headline="Match")
    page = dovs.write(blog).press("save", body="<p>Goal.</p>", **rows("images", {"asset": pier.pk}))
    assert "Select a valid choice." in page
    assert not Entry.objects.exists()
    change = reverse("admin:liveblog_liveblog_change", args=[blog.pk])
    assert "Select a valid choice." in dovs.open(change).press(lead_image=pier.pk)
    assert again(blog).lead_image is None


def test_dov_cannot_name_a_colleague_of_another_team_as_author(dovs, dov, other_team, ada):
    blog = open_blog(other_team, dov, slug="match", headline="Match")
    page = dovs.write(blog).press("save", body="<p>Goal.</p>", **rows("authors", {"user": ada.pk}))
    assert "Select a valid choice." in page
    assert not Entry.objects.exists()


@pytest.mark.parametrize("trick", ["?_popup=1", "?_to_field=password", "?_popup=1&_to_field=email"])
def test_no_page_answers_djangos_popups(dovs, chis, pier, ada, trick):
    """`_to_field` would show any column of the rows of a list; `_popup` a page without its head."""
    for model in ("mediaasset", "source", "entry", "membership"):
        url = reverse(f"admin:liveblog_{model}_changelist") + trick
        for desk in (dovs, chis):
            page = desk.open(url)
            assert ada.password not in page
            assert "dismissRelated" not in page
        assert "The pier" not in dovs.open(url)
