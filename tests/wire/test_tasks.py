"""What editors answer to the wires: acknowledged, matched to an item, or taken over."""

import pytest
from structlog.testing import capture_logs

from liveblog import actions
from liveblog.models import Entry, MediaAsset, WireItem, WireTask
from tests.cast import again, credit, member, publish_entry
from tests.wire.arriving import arrive, feed_of


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


@pytest.fixture
def built(feed, blog, ada):
    """An update built from Northwire's item."""
    return publish_entry(blog, ada, built_from=arrive(feed).pk)


def task(kind):
    return WireTask.objects.get(kind=kind, closed_at=None)


def advisory(feed, **fields):
    """A kill in words alone."""
    said = {"headline": "ADVISORY: Please kill the story Ferries, V9991", "body": ""}
    signals = {"signals": ["kill", "advisory"], "is_advisory": True}
    return arrive(feed, "urn:northwire:advisory", **{**said, **signals, **fields})


def match(user, *chains, **answer):
    ids = [chain.pk for chain in chains]
    return actions.match_kill(user=user, task_id=task("match").pk, chain_ids=ids, **answer)


def test_acknowledging_closes_the_task_and_takes_the_flag_down(feed, built, ada):
    arrive(feed, version="2")
    seen = again(built)
    actions.acknowledge(user=ada, task_id=task("update").pk, note="Not needed.")
    entry, closed = again(built), WireTask.objects.get()
    assert (closed.closed_by, closed.answer) == (ada, "Not needed.")
    assert (entry.alert, entry.seq, entry.revision) == ("", seen.seq, seen.revision)
    assert entry.desk_seq > seen.desk_seq


def test_the_flag_stays_while_another_task_is_open(feed, built, ada):
    arrive(feed, version="2", signals=["correction"])
    arrive(feed, version="3")
    actions.acknowledge(user=ada, task_id=task("correction").pk)
    assert "new version" in again(built).alert


def test_an_editors_own_note_is_not_taken_down(feed, built, ada):
    arrive(feed, version="2")
    Entry.objects.filter(pk=built.pk).update(alert="Ask the harbour office.")
    actions.acknowledge(user=ada, task_id=task("update").pk)
    assert again(built).alert == "Ask the harbour office."


def test_acknowledging_twice_keeps_the_first_answer(feed, built, ada, chi):
    arrive(feed, version="2")
    pk = task("update").pk
    actions.acknowledge(user=ada, task_id=pk)
    assert actions.acknowledge(user=chi, task_id=pk).closed_by == ada


def test_reporters_and_other_teams_do_not_acknowledge(feed, built, ben, dov):
    arrive(feed, version="2")
    for user in (ben, dov):
        with pytest.raises(actions.NotAllowed):
            actions.acknowledge(user=user, task_id=task("update").pk)


def test_what_is_killed_needs_nothing_else(feed, built, blog, ada, northwire):
    other = arrive(feed, "urn:northwire:2")
    cites = {"attributions": [{**credit(northwire), "item": other.pk}]}
    actions.edit(user=ada, entry_id=built.pk, revision=again(built).revision, fields=cites)
    arrive(feed, "urn:northwire:2", version="2", pub_status="withheld", body="")
    arrive(feed, version="2", pub_status="canceled", body="")
    arrive(feed, "urn:northwire:2", version="3")
    assert set(WireTask.objects.filter(closed_at=None).values_list("kind", flat=True)) == {"kill"}


def test_a_kill_by_hand_answers_what_waited(feed, built, ada):
    arrive(feed, version="2")
    actions.kill(user=ada, entry_id=built.pk, reason="Not true.")
    task = WireTask.objects.get()
    assert (task.closed_by, task.answer) == (ada, "The update has been killed")


def test_a_note_too_long_is_refused(feed, built, ada):
    arrive(feed, version="2")
    with pytest.raises(actions.Invalid, match="300"):
        actions.acknowledge(user=ada, task_id=task("update").pk, note="x" * 301)


def test_a_kill_in_words_waits_for_a_human_and_cannot_be_published(feed, built, blog, ada):
    item = advisory(feed)
    assert again(built).state == Entry.State.PUBLISHED
    with pytest.raises(actions.Blocked, match="advisory"):
        publish_entry(blog, ada, built_from=item.pk)
    with pytest.raises(actions.WrongState, match="none of ours"):
        actions.acknowledge(user=ada, task_id=task("match").pk)


def test_a_matched_kill_takes_everything_as_a_kill_does(
    feed, built, blog, ada, chi, northwire, picture
):
    item = again(built).built_from
    citing = publish_entry(blog, ada, attributions=[{**credit(northwire), "item": item.pk}])
    with_it = picture(wire_item=item)
    advisory(feed)
    match(chi, item.chain)
    assert again(built).state == Entry.State.KILLED
    assert again(citing).state == Entry.State.WITHDRAWN
    assert MediaAsset.objects.get(pk=with_it.pk).killed_at
    with pytest.raises(actions.Blocked, match="killed"):
        publish_entry(blog, ada, built_from=item.pk)
    arrive(feed, version="2")
    assert again(item.chain).pub_status == "canceled"
    assert WireTask.objects.get(kind="match").answer.startswith("Killed: Ferries")


@pytest.mark.django_db(transaction=True)
def test_a_matched_kill_tells_the_log_who_said_so(feed, built, chi):
    advisory(feed)
    with capture_logs() as logged:
        match(chi, again(built).built_from.chain)
    told = [row for row in logged if row["event"] == "chain.kill"]
    assert [row["user"] for row in told] == ["chi"]


def test_only_a_chief_matches_a_kill(feed, built, ada, dov):
    advisory(feed)
    for user in (ada, dov):
        with pytest.raises(actions.NotAllowed, match="chief"):
            match(user, again(built).built_from.chain)
    assert again(built).state == Entry.State.PUBLISHED


def test_a_matched_hold_withdraws_until_the_agency_releases(feed, built, ada):
    hold = {"headline": "HOLD HOLD HOLD Ferries", "signals": ["hold", "advisory"]}
    advisory(feed, **hold)
    match(ada, again(built).built_from.chain)
    assert again(built).state == Entry.State.WITHDRAWN
    arrive(feed, version="2")
    assert task("release").entry == built


def test_none_of_ours_closes_the_question(feed, built, dov):
    advisory(feed)
    match(dov, none_of_ours=True)
    assert again(built).state == Entry.State.PUBLISHED
    assert WireTask.objects.get().closed_by == dov


def test_an_answer_is_one_or_the_other(feed, built, chi):
    advisory(feed)
    chain = again(built).built_from.chain
    for chains, none in (([], False), ([chain], True)):
        with pytest.raises(actions.Invalid, match="none of ours"):
            match(chi, *chains, none_of_ours=none)


def test_a_question_is_answered_once(feed, built, chi):
    advisory(feed)
    pk = task("match").pk
    match(chi, none_of_ours=True)
    with pytest.raises(actions.WrongState, match="None of ours"):
        actions.match_kill(user=chi, task_id=pk, chain_ids=[again(built).built_from.chain_id])


def test_an_unknown_chain_kills_nothing(feed, built, chi):
    advisory(feed)
    chain = again(built).built_from.chain_id
    with pytest.raises(actions.NotFound):
        actions.match_kill(user=chi, task_id=task("match").pk, chain_ids=[chain, chain + 1000])
    assert again(built).state == Entry.State.PUBLISHED


def test_a_reporter_answers_nothing(feed, built, team):
    advisory(feed)
    with pytest.raises(actions.NotAllowed):
        match(member("bea", team, "reporter"), none_of_ours=True)


def test_taking_an_update_proposes_the_new_text_and_writes_nothing(feed, built, ada):
    later = arrive(feed, version="2", body="<p>Most ferries are suspended.</p>")
    seen = again(built)
    fields = actions.take_update(user=ada, task_id=task("update").pk)
    assert fields["body"] == "<p>Most ferries are suspended.</p>"
    assert fields["built_from"] == later.pk
    assert again(built).desk_seq == seen.desk_seq
    entry = actions.correct(
        user=ada, entry_id=built.pk, revision=seen.revision, note="It was most.", fields=fields
    )
    assert entry.built_from == later


def test_an_own_headline_stays_and_the_agencys_follows(feed, blog, ada):
    item = arrive(feed)
    publish_entry(blog, ada, built_from=item.pk, headline="Ferries suspended")
    arrive(feed, version="2", headline="Most ferries suspended")
    fields = actions.take_update(user=ada, task_id=task("update").pk)
    assert fields["headline"] == "Most ferries suspended"
    Entry.objects.update(headline="No way across")
    fields = actions.take_update(user=ada, task_id=task("update").pk)
    assert fields["headline"] == "No way across"


def test_one_that_only_cites_keeps_its_words(feed, blog, ada, northwire):
    item = arrive(feed)
    entry = publish_entry(blog, ada, attributions=[{**credit(northwire), "item": item.pk}])
    later = arrive(feed, version="2", body="<p>Most.</p>", signals=["correction"])
    fields = actions.take_update(user=ada, task_id=task("correction").pk)
    assert fields["body"] == entry.body
    assert [row["item"] for row in fields["attributions"]] == [later.pk]


def test_nothing_is_taken_over_from_a_kill_or_what_has_been_killed_since(feed, built, ada):
    arrive(feed, version="2")
    update = task("update").pk
    arrive(feed, version="3", pub_status="canceled", body="")
    with pytest.raises(actions.Blocked, match="killed"):
        actions.take_update(user=ada, task_id=update)
    with pytest.raises(actions.WrongState, match="no new text"):
        actions.take_update(user=ada, task_id=task("kill").pk)
    assert WireItem.objects.count() == 3


def test_taking_over_leaves_credits_that_are_bound_to_nothing(feed, blog, ada, coastal):
    entry = publish_entry(blog, ada, built_from=arrive(feed).pk, attributions=[credit(coastal)])
    arrive(feed, version="2", body="<p>Most ferries are suspended.</p>")
    fields = actions.take_update(user=ada, task_id=task("update").pk)
    assert "Most ferries" in fields["body"]
    assert fields["attributions"] == actions.fields_of(entry)["attributions"]
