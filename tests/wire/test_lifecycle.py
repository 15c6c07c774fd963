"""The events in the life of an agency's item, each in every order its messages may arrive in:
from its first version to its kill.

What the chain stands at, what every entry that uses it is, which tasks are open and what may still
be published: none of it may depend on which wire was faster, but for what readers had seen.
"""

from datetime import UTC, datetime

import pytest

from liveblog.models import WireItem, WireMessage
from tests.cast import again
from tests.wire import files
from tests.wire.arriving import feed_of
from tests.wire.lifecycles import (
    ALL,
    CARRYING,
    CITING,
    GUID,
    LATER,
    Newsroom,
    Told,
    changed,
    g2,
    held,
    killed,
    must_be_dead,
    orders,
    tasks,
    version,
)


@pytest.fixture
def told(story, blog, ada, northwire):
    return Told(story, blog, ada, northwire)


# 1 · new
@orders(one=version(1), again=version(1), once_more=version(1, warnings=["Read otherwise."]))
def test_the_same_sent_again_is_there_once(told):
    assert WireItem.objects.filter(chain=told.chain).count() == 1
    assert (told.states(), told.tasks()) == (ALL, {})


@orders(file=g2(1), same_file=g2(1))
def test_the_same_file_is_read_once(told):
    assert WireItem.objects.filter(chain=told.chain).count() == 1
    assert WireMessage.objects.get().taken_at
    assert (told.states(), told.tasks()) == (ALL, {})


# 2 · update, writethru, lead
@orders(one=version(1), two=changed(2, signals=["update"]), three=changed(3))
def test_an_update_is_put_before_the_editors_and_changes_nothing(told):
    assert told.chain.newest.version == "3"
    assert told.states() == ALL
    assert told.tasks() == tasks(update=("3", CARRYING))
    assert again(told.entries["published"]).body_text == "Ferries are suspended."
    assert told.may_publish() == "usable"


@orders(one=g2(1), two=g2(2, content=""), ten=g2(10, meta='<signal qcode="sig:update"/>'))
def test_what_is_only_sent_again_is_no_new_version(told):
    assert told.chain.newest.version == "10"
    assert {kind for kind, _ in told.tasks().get("published", ())} <= {"update"}
    assert ("update", "10") not in told.tasks().get("published", ())


# 3 · out of order, odd versions
@orders(one=version(1), old=changed(978556838), new=changed(1542761538))
def test_numbers_are_compared_as_numbers(told):
    assert told.chain.newest.version == "1542761538"
    assert told.tasks() == tasks(update=("1542761538", CARRYING))


@orders(
    one=version(1),
    late=changed("b", version_at=datetime(2023, 1, 5, 14, tzinfo=UTC)),
    early=changed("c", version_at=datetime(2023, 1, 5, 13, tzinfo=UTC)),
)
def test_versions_that_are_no_numbers_go_by_their_time(told):
    assert told.chain.newest.version == "b"
    assert told.tasks() == tasks(update=("b", CARRYING))


# 4 · correction
@orders(one=version(1), two=changed(2, signals=["correction"]), three=changed(3))
def test_a_correction_reaches_everybody_who_used_the_item(told):
    assert told.states() == ALL
    wanted = tasks(correction=("2", CARRYING + CITING), update=("3", CARRYING))
    assert told.tasks() == wanted


@orders(one=version(1), two=changed(2), three=changed(3, signals=["correction"]))
def test_a_correction_takes_the_place_of_the_update_before_it(told):
    assert told.tasks() == tasks(correction=("3", CARRYING + CITING))


# 5 · hold and release
@orders(one=version(1), hold=held(2))
def test_a_hold_takes_down_what_carries_the_copy(told):
    assert told.chain.pub_status == "withheld"
    assert told.may_publish() == "blocked"
    if told.before("one", "hold"):
        gone = {"published": "withdrawn", "scheduled": "in_review"}
        assert told.states() == ALL | gone
        assert told.tasks() == tasks(hold=("2", CARRYING + CITING))
    else:
        assert told.states() == {name: ALL[name] for name in ("draft", "citing draft", "own words")}


@orders(one=version(1), hold=held(2), release=version(3))
def test_a_release_offers_and_publishes_nothing(told):
    assert told.chain.pub_status == "usable"
    assert told.may_publish() == "usable"
    if told.before("one", "hold", "release"):
        assert told.states() == ALL | {"published": "withdrawn", "scheduled": "in_review"}
        assert told.tasks() == tasks(release=("3", ("published", "withdrawn")))
    elif told.before("hold", "one", "release"):
        assert told.states() == {name: ALL[name] for name in ("draft", "citing draft", "own words")}
        assert told.tasks() == {}
    else:
        assert (told.states(), told.tasks()) == (ALL, {})


@orders(one=version(1), hold=held(2), advisory=version(3, is_advisory=True, signals=["advisory"]))
def test_an_advisory_releases_nothing(told):
    assert told.chain.pub_status == "withheld"
    assert told.may_publish() == "blocked"


# 6 · kill, cancel, elimination, withdrawn
KILLS = {
    "empty body": killed(2),
    "older number": killed(0),
    "no number": killed(""),
    "the same number": killed(1),
    "with its text": killed(2, headline="KILLED: Ferries", body="<p>Do not use.</p>"),
    "from the past": killed(2, version_at=datetime(1999, 1, 1, tzinfo=UTC)),
    "G2 canceled": g2(2, "stat:canceled", content=""),
    "G2 signal": g2(2, meta='<signal qcode="edStat:D"/>', content="<contentSet/>"),
    "G2 without namespace": files.g2(
        files.g2_item(GUID, "2", "stat:withdrawn", content=""), namespace=""
    ).encode(),
    "one bad item beside it": files.g2(
        files.g2_item(guid=""), files.g2_item(GUID, "2", "stat:canceled")
    ).encode(),
    "ninjs": files.ninjs(uri=GUID, version=2, pubstatus="canceled", body_xhtml="").encode(),
    "AP elimination": files.ap(
        altids={"itemid": GUID}, version=2, editorialtypes=["Elimination"]
    ).encode(),
    "embargoed and scheduled": killed(2, embargo_closed=True, embargo_until=LATER),
}  # fmt: skip


@pytest.mark.parametrize("kill", KILLS.values(), ids=KILLS)
@pytest.mark.parametrize("order", ["1k", "k1", "1kk", "k1k"])
def test_a_kill_is_for_good(order, kill, blog, ada, northwire):
    room = Newsroom(blog, ada, northwire, feed_of(northwire))
    for each in order:
        room.hears(version(1) if each == "1" else kill)
    must_be_dead(room, used=order[0] == "1")


@orders(one=version(1), kill=killed(2), three=changed(3), other=g2(4))
def test_nothing_un_kills_in_whatever_order(told):
    must_be_dead(told, used=told.before("one", "kill"))
    later = told.order[told.order.index("kill") + 1 :]
    late = WireItem.objects.filter(chain=told.chain, warnings__icontains="stays killed")
    assert late.count() == len(later)


@orders(one=version(1), update=changed(3), hold=held(4), kill=killed(2))
def test_a_kill_ends_every_other_task(told):
    kinds = {kind for found in told.tasks().values() for kind, _ in found}
    assert told.chain.pub_status == "canceled"
    assert kinds <= {"kill"}
    carrying = {name: state for name, state in told.states().items() if name in CARRYING}
    assert set(carrying.values()) <= {"killed"}


# 7 · text-only kill
ADVISORY = {
    "guid": "urn:northwire:9", "version": "1", "headline": "KILL KILL KILL",
    "body": "<p>Please kill the story Storm-Ferries, V9991.</p>",
    "signals": ["advisory", "kill"], "is_advisory": True,
}  # fmt: skip


@orders(one=version(1), advisory=ADVISORY, two=changed(2))
def test_a_kill_in_words_only_is_asked_about(told):
    assert told.states() == ALL
    assert told.chain.pub_status == "usable"
    asked = told.source.chains.get(guid="urn:northwire:9").newest
    assert list(asked.tasks.values_list("kind", "closed_at")) == [("match", None)]
