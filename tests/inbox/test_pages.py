"""The inbox in a browser: what stands in it for whom, and what its buttons do."""

import zlib
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from liveblog import actions
from liveblog.inbox import chains
from liveblog.inbox.asked import Asked
from liveblog.inbox.views import listing
from liveblog.models import LiveBlog, WireChain, WireItem, WireMessage
from tests.cast import in_an_hour
from tests.inbox.people import LIST, browser
from tests.wire.arriving import arrive, feed_of, killed


def names(answer):
    return [row.name for row in answer.context["rows"]]


def shown(client, **query):
    return names(client.get(LIST, query))


def test_the_newest_is_on_top_and_a_reporter_sees_it(feed, bens):
    arrive(feed, "urn:1", headline="First")
    arrive(feed, "urn:2", headline="Second")
    assert shown(bens) == ["Second", "First"]


def test_whoever_is_in_no_team_is_not_let_in(feed, django_user_model):
    nobodys = browser(django_user_model.objects.create_user("eve", is_staff=True))
    assert nobodys.get(LIST).status_code == 403
    assert nobodys.get(f"{LIST}rows").json()["code"] == "not_allowed"
    assert Client().get(LIST).status_code == 302
    assert Client().get(f"{LIST}rows").status_code == 401


def test_what_is_out_of_date_is_offered_no_more(feed, bens):
    past, ahead = timezone.now() - timedelta(hours=1), in_an_hour()
    item = arrive(feed, "urn:1", headline="Old", level=1, expires_at=past)
    arrive(feed, "urn:2", headline="New", level=1, expires_at=ahead, rights_until=ahead)
    page = bens.get(LIST)
    new, old = page.context["rows"]
    assert (new.may_be_tried, old.may_be_tried) == (True, False)
    assert [mark.kind for mark in (*new.marks, *old.marks)] == ["rights", "over"]
    assert "out of date since" in bens.get(f"{LIST}{item.chain_id}/").content.decode()


def test_it_is_narrowed_by_feed_level_status_subject_and_words(feed, bens, coastal):
    other = feed_of(coastal)
    arrive(feed, "urn:1", headline="Flood", level=1, subjects=[["medtop:03000000", "disaster"]])
    arrive(feed, "urn:2", headline="Budget", level=3, body="<p>Taxes rise.</p>")
    arrive(feed, "urn:3", headline="Sport", embargo_closed=True, embargo_until=in_an_hour())
    arrive(other, "urn:4", headline="Note", is_advisory=True, signals=["advisory"])
    killed(other, "urn:5", headline="Gone")
    arrive(other, "urn:6", headline="Wait", pub_status="withheld")
    assert shown(bens, feed="northwire-main") == ["Sport", "Budget", "Flood"]
    assert shown(bens, level="3") == ["Budget", "Flood"]
    assert shown(bens, level="1", feed="northwire-main") == ["Flood"]
    assert shown(bens, words="taxes") == ["Budget"]
    assert shown(bens, words="disaster") == []
    assert shown(bens, words="medtop", subject="medtop:03000000") == []
    assert shown(bens, subject="medtop:03000000") == ["Flood"]
    assert shown(bens, subject="medtop:03000000", words="flood") == ["Flood"]
    assert shown(bens, subject="Disaster") == ["Flood"]
    assert shown(bens, subject="03000000 disaster") == []
    assert shown(bens, status="embargoed") == ["Sport"]
    assert shown(bens, status="advisory") == ["Note"]
    assert shown(bens, status="killed") == ["Gone"]
    assert shown(bens, status="held") == ["Wait"]
    assert shown(bens, status="usable") == ["Budget", "Flood"]
    assert len(shown(bens, status="none", level="99", words=" \0 ")) == 6


def test_how_an_item_stands_is_said_in_words(feed, bens, blog, ada):
    item = arrive(
        feed, "urn:1", level=1, ed_note="Moves again by noon.", usage_terms="No archive.",
        warnings=["The time had no zone."], take="2", slugline="STORM-HARBOR",
    )  # fmt: skip
    actions.use(user=ada, item_id=item.pk, blog_id=blog.pk, publish=True, accepted_terms=True)
    arrive(feed, "urn:2", embargo_closed=True)
    killed(feed, "urn:3", headline="Gone")
    page = bens.get(LIST).content.decode()
    for words in ("flash", "Moves again by noon.", "No archive.", "1 warning", "take 2",
                  "STORM-HARBOR", "update 1", "Embargoed, time unknown", "Killed",
                  "<del>Gone</del>"):  # fmt: skip
        assert words in page


def test_pages_go_on_by_their_key(feed, bens, monkeypatch):
    monkeypatch.setattr(chains, "SIZE", 2)
    for n in range(5):
        arrive(feed, f"urn:{n}", headline=f"Item {n}")
    first = bens.get(f"{LIST}rows").json()
    second = bens.get(f"{LIST}rows", {"before": first["older"]}).json()
    third = bens.get(f"{LIST}rows", {"before": second["older"]}).json()
    ids = [row["id"] for answer in (first, second, third) for row in answer["rows"]]
    assert ids == list(WireChain.objects.order_by("-pk").values_list("pk", flat=True))
    assert third["older"] == ""
    assert bens.get(LIST, {"before": first["older"]}).status_code == 200
    for key in ("x", "20230105T000000.000000-x", "-", "99999999999999999999"):
        assert bens.get(f"{LIST}rows", {"before": key}).status_code == 400


def test_a_page_costs_the_same_for_one_item_as_for_many(feed, bens, django_assert_max_num_queries):
    for n in range(12):
        arrive(feed, f"urn:{n}", headline=f"Item {n}")
    with django_assert_max_num_queries(9):
        bens.get(f"{LIST}rows")


def test_what_arrives_is_told_and_what_is_not_wanted_any_more(feed, bens):
    arrive(feed, "urn:1", headline="First")
    since = bens.get(f"{LIST}rows").json()["since"]
    arrive(feed, "urn:2", headline="Flash", level=1)
    told = bens.get(f"{LIST}arrivals", {"since": since, "status": "usable"}).json()
    assert [alarm["kind"] for alarm in told["alarms"]] == ["flash"]
    assert len(told["rows"]) == 2  # what lies about the key is told again, and known by its own
    again_asked = {"since": told["since"], "tag": told["tag"]}
    assert bens.get(f"{LIST}arrivals", {**again_asked, "since": since}).status_code == 204
    killed(feed, "urn:1")
    told = bens.get(f"{LIST}arrivals", {**again_asked, "status": "usable"}).json()
    assert WireChain.objects.get(guid="urn:1").pk in told["gone"]
    assert "Northwire has killed" in told["alarms"][0]["text"]
    assert bens.get(f"{LIST}arrivals", {"since": "x"}).status_code == 400


def test_an_alert_without_a_headline_is_told_in_its_words_until_it_is_killed(feed, bens):
    arrive(feed, "urn:1", headline="", slugline="ALERT", body="<p>Dam breaks.</p>", level=1)
    answer = bens.get(f"{LIST}rows").json()
    assert shown(bens) == ["Dam breaks."]
    told = bens.get(f"{LIST}arrivals", {"since": answer["since"]}).json()
    assert told["alarms"][0]["text"] == "Flash from Northwire: Dam breaks."
    killed(feed, "urn:1")
    assert "Dam breaks" not in shown(bens)[0]


def test_whoever_was_away_for_long_starts_over(feed, bens, monkeypatch):
    monkeypatch.setattr(chains, "MOST_MOVED", 1)
    arrive(feed, "urn:1")
    arrive(feed, "urn:2")
    since = chains.key_of(WireChain(pk=0, moved_at=timezone.now() - timedelta(hours=1)))
    assert bens.get(f"{LIST}arrivals", {"since": since}).json()["reset"]


def test_a_paused_feed_is_named_where_it_is_looked_at(feed, bens):
    arrive(feed, headline="Ferries")
    feed.is_active = False
    feed.save()
    page = bens.get(LIST, {"feed": feed.slug})
    assert names(page) == ["Ferries"]
    assert "selected>Northwire main (paused)</option>" in page.content.decode()
    gone = bens.get(LIST, {"feed": "gone"}).content.decode()
    assert "selected>gone (no such feed)</option>" in gone


def test_the_items_page_says_whether_it_may_be_used(feed, bens, northwire):
    item = arrive(feed, ed_note="Editors: note.", url="https://northwire.example/1",
                  subjects=[["medtop:1", "Weather"]], byline="By Jane Doe")  # fmt: skip
    arrive(feed, version="2", body="<p>They go again.</p>", ed_note="", signals=["correction"])
    page = bens.get(f"{LIST}{item.chain_id}/").content.decode()
    assert "May be published now." in page
    assert "<ins>" in page
    assert "<del>" in page
    old = bens.get(f"{LIST}{item.chain_id}/", {"version": item.pk}).content.decode()
    assert "older version" in old
    assert "Note to editors: never for publication" in old
    assert "Jane Doe" in old
    held = arrive(feed, "urn:2", pub_status="withheld")
    assert "is holding this item" in bens.get(f"{LIST}{held.chain_id}/").content.decode()
    embargoed = arrive(feed, "urn:3", embargo_closed=True, embargo_until=in_an_hour())
    assert "Under embargo until" in bens.get(f"{LIST}{embargoed.chain_id}/").content.decode()


def test_takes_are_joined_in_order(feed, bens):
    for take in ("3", "10", "1"):
        arrive(feed, f"urn:{take}", slugline="STORM-HARBOR", take=take, body=f"<p>Part {take}.</p>")
    arrive(feed, "urn:x", slugline="STORM-HARBOR-BOATS", take="2", body="<p>Other.</p>")
    item = WireItem.objects.get(chain__guid="urn:1")
    page = bens.get(f"{LIST}{item.chain_id}/").content.decode()
    assert page.index("Part 1.") < page.index("Part 3.") < page.index("Part 10.")
    assert "Other." not in page


def test_the_first_take_often_has_no_number(feed, bens):
    first = arrive(feed, "urn:1", slugline="STORM-HARBOR", body="<p>Part 1.</p>")
    alone = bens.get(f"{LIST}{first.chain_id}/").content.decode()
    arrive(feed, "urn:2", slugline="STORM-HARBOR", take="2", body="<p>Part 2.</p>")
    page = bens.get(f"{LIST}{first.chain_id}/").content.decode()
    assert "Part 2." not in alone
    assert page.rindex("Part 1.") < page.index("Part 2.")


def test_killed_text_is_for_chiefs_and_every_look_is_recorded(feed, bens, chis, caplog):
    caplog.set_level("INFO")
    item = arrive(feed, body="<p>SECRET-BODY</p>")
    killed(feed)
    page, audit = f"{LIST}{item.chain_id}/", f"{LIST}{item.chain_id}/killed/"
    for client in (bens, chis):
        for query in ({}, {"version": item.pk}):
            assert "SECRET-BODY" not in client.get(page, query).content.decode()
    assert bens.get(audit).status_code == 403
    assert "chain.read_killed" not in caplog.text
    assert "SECRET-BODY" in chis.get(audit, {"version": item.pk}).content.decode()
    assert "chain.read_killed" in caplog.text


def test_the_file_is_for_chiefs_and_never_a_page(feed, bens, chis):
    message = WireMessage.objects.create(
        feed=feed, name="a.xml", digest="x", size=3, raw=zlib.compress(b"<script>"),
        received_at=timezone.now(),
    )  # fmt: skip
    item = arrive(feed)
    WireItem.objects.filter(pk=item.pk).update(message=message)
    address = f"{LIST}items/{item.pk}/raw"
    assert bens.get(address).status_code == 403
    answer = chis.get(address)
    assert answer.content == b"<script>"
    assert answer["Content-Type"].startswith("text/plain")
    assert answer["Content-Disposition"].startswith("attachment")
    message.raw = None
    message.save()
    assert chis.get(address).status_code == 404


def test_ways_of_looking_are_kept_and_forgotten(feed, bens, ben):
    answer = bens.post(f"{LIST}filters/", {"name": "Hot", "query": "level=2&words=storm"})
    assert answer["Location"] == "/admin/wires/?level=2&words=storm"
    assert "Hot" in bens.get(LIST).content.decode()
    bens.post(f"{LIST}filters/", {"name": "", "query": "level=2"})
    bens.post(f"{LIST}filters/{ben.inbox_filters.get().pk}/forget/")
    assert not ben.inbox_filters.exists()


def test_what_is_kept_is_known_again_however_it_was_asked_for(feed, bens):
    post = {"name": "Hot", "query": "words=storm&level=2&csrfmiddlewaretoken=x&feed="}
    answer = bens.post(f"{LIST}filters/", post, follow=True)
    assert answer.redirect_chain == [("/admin/wires/?level=2&words=storm", 302)]
    assert 'href="?level=2&amp;words=storm" aria-current="true"' in answer.content.decode()
    assert "Kept as “Hot”." in answer.content.decode()
    replaced = bens.post(f"{LIST}filters/", {**post, "query": "level=1"}, follow=True)
    assert "no longer what it kept before" in replaced.content.decode()


def test_live_blogs_that_are_live_are_offered_before_all_that_are_planned(
    feed, bens, blog, monkeypatch
):
    monkeypatch.setattr(listing, "OFFERED", 1)
    LiveBlog.objects.create(
        team=blog.team, headline="Planned", slug="planned", status="planned",
        coverage_start=timezone.now(), timezone="UTC",
    )  # fmt: skip
    assert [each["slug"] for each in bens.get(LIST).context["blogs"]] == [blog.slug]


def test_what_is_asked_for_is_an_address():
    asked = Asked(feed="a", level=2, words="x y")
    assert asked.query == "feed=a&level=2&words=x+y"
    assert Asked().query == ""
