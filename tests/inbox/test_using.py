"""What an agency sent becomes an update: its text, or an update that only credits it."""

import pytest

from liveblog import actions
from liveblog.actions.wire_copy import person_in, without_dateline
from liveblog.models import Entry
from tests.cast import again, allow, draft_entry, in_an_hour
from tests.wire.arriving import arrive, feed_of, killed


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


def test_the_text_comes_with_its_credit_and_is_bound_to_its_version(feed, blog, ben, coastal):
    item = arrive(
        feed, byline="By Jane Doe, The Coastal Press", credited_id=coastal.pk, level=1,
        body="<p>HARBOR CITY, Jan. 5 (CP) — All ferries are suspended.</p>",
    )  # fmt: skip
    entry = actions.use(user=ben, item_id=item.pk, blog_id=blog.pk).entry
    assert entry.state == Entry.State.DRAFT
    assert (entry.headline, entry.body) == (
        "Ferries suspended", "<p>All ferries are suspended.</p>"
    )  # fmt: skip
    assert (entry.built_from_id, entry.received_at, entry.urgency) == (item.pk, item.received_at, 1)
    row = entry.attributions.get()
    assert (row.source, row.relation, row.via, row.person, row.item_id) == (
        coastal, "reported", None, "Jane Doe", item.pk
    )  # fmt: skip


def test_an_editor_who_insists_publishes_at_once(feed, blog, ada):
    item = arrive(feed)
    entry = actions.use(user=ada, item_id=item.pk, blog_id=blog.pk, publish=True).entry
    assert (entry.state, entry.number) == (Entry.State.PUBLISHED, 1)


def test_a_reporter_does_not_publish(feed, blog, ben):
    with pytest.raises(actions.NotAllowed):
        actions.use(user=ben, item_id=arrive(feed).pk, blog_id=blog.pk, publish=True)
    assert not Entry.objects.exists()


def test_another_teams_editor_uses_nothing_here(feed, blog, dov):
    item = arrive(feed)
    for verb in (actions.use, actions.cite):
        with pytest.raises(actions.NotAllowed):
            verb(user=dov, item_id=item.pk, blog_id=blog.pk)


def test_twice_is_once(feed, blog, ben):
    item = arrive(feed)
    asked = {"user": ben, "item_id": item.pk, "blog_id": blog.pk, "idempotency_key": "k1"}
    assert actions.use(**asked).entry == actions.use(**asked).entry
    with pytest.raises(actions.KeyReused):
        actions.cite(**asked)


def test_whoever_uses_it_is_told_where_it_stands_already(feed, blog, ada, ben):
    item = arrive(feed)
    actions.use(user=ada, item_id=item.pk, blog_id=blog.pk, publish=True)
    notes = actions.use(user=ben, item_id=item.pk, blog_id=blog.pk).notes
    assert notes == [f"Already used as update 1 in “{blog.headline}”."]


def test_an_older_version_may_be_used_and_is_told_to_be_one(feed, blog, ben):
    first = arrive(feed)
    arrive(feed, version="2", body="<p>They go again.</p>")
    used = actions.use(user=ben, item_id=first.pk, blog_id=blog.pk)
    assert used.entry.built_from_id == first.pk
    assert used.notes == ["There is a newer version of this item."]


def test_what_a_colleague_has_published_goes_out_again_only_if_somebody_insists(feed, blog, ada):
    asked = {"user": ada, "item_id": arrive(feed).pk, "blog_id": blog.pk, "publish": True}
    assert actions.use(**asked).entry.number == 1
    with pytest.raises(actions.Invalid, match="already, as update 1"):
        actions.use(**asked)
    assert actions.use(**asked, insist=True).entry.number == 2


def test_what_a_newer_version_replaced_goes_out_only_if_somebody_insists(feed, blog, ada):
    first = arrive(feed)
    newest = arrive(feed, version="2", body="<p>They go again.</p>")
    asked = {"user": ada, "blog_id": blog.pk, "publish": True}
    with pytest.raises(actions.Invalid, match="newer version"):
        actions.use(**asked, item_id=first.pk)
    assert actions.use(**asked, item_id=newest.pk).entry.number == 1
    assert actions.use(**asked, item_id=first.pk, insist=True).entry.number == 2


def test_terms_have_to_be_accepted(feed, blog, ben):
    item = arrive(feed, usage_terms="Not for use in Norway.")
    with pytest.raises(actions.Invalid, match="Not for use in Norway"):
        actions.use(user=ben, item_id=item.pk, blog_id=blog.pk)
    assert actions.use(user=ben, item_id=item.pk, blog_id=blog.pk, accepted_terms=True).entry.pk


def test_an_embargo_is_carried_and_keeps_it_from_being_published(feed, blog, ada):
    item = arrive(feed, embargo_closed=True, embargo_until=in_an_hour())
    asked = {"user": ada, "item_id": item.pk, "blog_id": blog.pk}
    assert actions.use(**asked).entry.embargo_until == item.embargo_until
    assert actions.cite(**asked).entry.embargo_until == item.embargo_until
    with pytest.raises(actions.Blocked, match="Embargoed until"):
        actions.use(**asked, publish=True)


def test_an_embargo_nobody_can_read_is_never_cited(feed, blog, ada):
    item = arrive(feed, embargo_closed=True)
    asked = {"user": ada, "item_id": item.pk, "blog_id": blog.pk}
    with pytest.raises(actions.Blocked, match="Ask the agency"):
        actions.cite(**asked)
    with pytest.raises(actions.Blocked, match="Ask the agency"):
        actions.use(**asked, publish=True)
    assert actions.use(**asked).entry.state == Entry.State.DRAFT


@pytest.mark.parametrize("verb", [actions.use, actions.cite])
@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"is_advisory": True, "signals": ["advisory"]}, "advisory"),
        ({"pub_status": "withheld"}, "holding"),
        ({"pub_status": "canceled"}, "killed"),
        ({"headline": "", "body": ""}, "nothing in it"),
    ],
)
def test_what_must_not_be_used_is_refused_with_the_reason(feed, blog, ada, verb, said, why):
    item = arrive(feed, **said)
    with pytest.raises(actions.Blocked, match=why):
        verb(user=ada, item_id=item.pk, blog_id=blog.pk)
    assert not Entry.objects.exists()


def test_a_contract_without_the_page_still_lets_it_be_cited(feed, blog, ben, northwire):
    allow(northwire, page="none")
    item = arrive(feed)
    with pytest.raises(actions.Blocked, match="contract"):
        actions.use(user=ben, item_id=item.pk, blog_id=blog.pk)
    entry = actions.cite(user=ben, item_id=item.pk, blog_id=blog.pk).entry
    assert (entry.body, entry.built_from_id) == ("", None)
    assert entry.attributions.get().item_id == item.pk


def test_it_is_added_to_a_draft_without_losing_a_word(feed, blog, ben):
    item = arrive(feed)
    draft = draft_entry(blog, ben, "<p>Own words.</p>", headline="Own headline")
    asked = {"user": ben, "item_id": item.pk, "blog_id": blog.pk, "entry_id": draft.pk}
    entry = actions.use(**asked).entry
    assert entry.pk == draft.pk
    assert entry.headline == "Own headline"
    assert entry.body == (
        "<p>Own words.</p><p><strong>Ferries suspended</strong></p>"
        "<p>All ferries are suspended until morning.</p>"
    )
    assert entry.built_from_id == item.pk


def test_an_update_carries_one_items_text(feed, blog, ben):
    one, other = arrive(feed), arrive(feed, "urn:northwire:2")
    draft = actions.use(user=ben, item_id=one.pk, blog_id=blog.pk).entry
    with pytest.raises(actions.WrongState, match="another item"):
        actions.use(user=ben, item_id=other.pk, blog_id=blog.pk, entry_id=draft.pk)
    assert again(draft).body == draft.body


def test_a_colleagues_draft_and_another_blogs_are_left_alone(feed, blog, ada, ben, team):
    item = arrive(feed)
    hers = draft_entry(blog, ada)
    with pytest.raises(actions.NotAllowed):
        actions.use(user=ben, item_id=item.pk, blog_id=blog.pk, entry_id=hers.pk)
    with pytest.raises(actions.NotFound):
        actions.use(user=ada, item_id=item.pk, blog_id=blog.pk + 1, entry_id=hers.pk)


def test_a_headline_too_long_begins_the_text(feed, blog, ben):
    item = arrive(feed, headline="Ferries & more " * 20)
    entry = actions.use(user=ben, item_id=item.pk, blog_id=blog.pk).entry
    assert entry.headline == ""
    assert entry.body_text.count("Ferries & more") == 20


def test_a_kill_takes_the_draft_made_from_it(feed, blog, ben):
    entry = actions.use(user=ben, item_id=arrive(feed).pk, blog_id=blog.pk).entry
    killed(feed)
    assert again(entry).state == Entry.State.KILLED


@pytest.mark.parametrize(
    ("body", "dateline", "left"),
    [
        ("<p>HARBOR CITY (Northwire) - It rains.</p>", "", "<p>It rains.</p>"),
        ("<p>HARBOR CITY, Jan. 5 (Northwire) — It rains.</p>", "", "<p>It rains.</p>"),
        ("<p><strong>HARBOR CITY (NW)</strong> – It rains.</p>", "", "<p>It rains.</p>"),
        ("<p>ST. ANNE, Jan 5 -- It rains.</p>", "", "<p>It rains.</p>"),
        ("<p>Harbor City (Northwire) — It rains.</p>", "Harbor City", "<p>It rains.</p>"),
        ("<p>BREAKING — It rains.</p>", "", "<p>BREAKING — It rains.</p>"),
        ("<p>The harbor (old) - It rains.</p>", "", "<p>The harbor (old) - It rains.</p>"),
        ("<p>It rains.</p>", "HARBOR CITY", "<p>It rains.</p>"),
    ],
)
def test_datelines_go_and_sentences_stay(body, dateline, left):
    assert without_dateline(body, dateline) == left


@pytest.mark.parametrize(
    ("byline", "person"),
    [
        ("By Jane Doe", "Jane Doe"), ("By JANE DOE, Northwire", "Jane Doe"),
        ("By Jane van der Doe", "Jane van der Doe"), ("By Jane Doe and John Roe", ""),
        ("By Northwire staff", ""), ("Northwire News", ""), ("Staff Reporter", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_bylines_name_where_it_is_one(byline, person, northwire):
    assert person_in(byline, [northwire]) == person


def test_ways_of_looking_are_kept_for_oneself(ada, ben):
    kept = actions.keep_filter(user=ada, name="Hot", query="level=3&feed=&words=storm")
    assert kept.query == "level=3&words=storm"
    actions.keep_filter(user=ada, name="Hot", query="level=2")
    assert ada.inbox_filters.get().query == "level=2"
    actions.forget_filter(user=ben, filter_id=kept.pk)
    assert ada.inbox_filters.exists()
    actions.forget_filter(user=ada, filter_id=kept.pk)
    assert not ada.inbox_filters.exists()
    for name, query in (("", "level=2"), ("Empty", ""), ("x" * 61, "level=2")):
        with pytest.raises(actions.Invalid):
            actions.keep_filter(user=ada, name=name, query=query)
