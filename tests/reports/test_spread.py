"""Facts in, lines out: nothing is called gone because it ought to be."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from liveblog import spread
from liveblog.spread import Case, Partner, Process

AT = datetime(2023, 1, 5, 22, 34, 10, tzinfo=UTC)
POLL = timedelta(seconds=5)


def case(after=1.0, verb="kill"):
    now = AT + timedelta(seconds=after)
    return Case(verb, 12, AT, now, spread.clock_of(ZoneInfo("America/New_York"), now))


def process(after=1.0, **facts):
    """A process heard of just now."""
    return Process("web-1", AT + timedelta(seconds=after), **facts)


def reached(seconds=0.4, **facts):
    facts = {"version": 12, "readers": 3, **facts}
    return process(reached_at=AT + timedelta(seconds=seconds), **facts)


def line(found, after=1.0, verb="kill"):
    return spread.processes(case(after, verb), [found], POLL)[0]


def test_a_process_that_has_told_its_readers_says_when_and_how_many():
    found = line(reached())
    assert (found.sign, found.said) == ("there", "5:34:10 p.m.; 3 open pages told.")


def test_a_process_that_is_behind_waits_and_after_five_seconds_is_late():
    behind = process(version=11, readers=2)
    assert line(behind, 1).sign == "waiting"
    assert line(behind, 6).sign == "late"
    assert "Not yet, after 6 seconds; 2 open pages there." in line(behind, 6).said


def test_a_silent_process_is_late_whatever_it_once_had():
    found = line(process(after=-40, version=11), 1)
    assert found.sign == "late"
    assert found.said.startswith("Silent for 41 seconds. It has died, or it is cut off")


def test_a_process_that_fell_silent_after_it_had_told_everybody_is_there():
    assert line(reached(), 120).sign == "there"


def test_a_process_with_nothing_of_it_is_not_waited_for():
    found = line(process())
    assert (found.sign, found.is_open) == ("nothing", False)


def test_readers_who_do_not_take_it_are_named_and_waited_for():
    found = line(reached(behind=1))
    assert found.sign == "waiting"
    assert "2 open pages told. 1 more do not take it" in found.said


def test_without_any_process_it_says_so_and_becomes_loud():
    first = spread.processes(case(6), [], POLL)[0]
    assert (first.consumer, first.sign) == ("Web processes", "late")


@pytest.mark.parametrize(("after", "signs"), [
    (1, ("waiting", "waiting")), (3, ("promised", "waiting")), (8, ("promised", "promised")),
])  # fmt: skip
def test_what_stands_in_front_is_promised_by_the_clock(after, signs):
    _, caches, polling = spread.processes(case(after), [reached()], POLL)
    assert (caches.sign, polling.sign) == signs
    assert "5:34:12 p.m. at the latest: promised, not measured" in caches.said


def test_nothing_is_promised_while_a_process_is_not_there():
    found = spread.processes(case(60), [reached(), process(60, version=11)], POLL)
    assert [each.sign for each in found] == ["there", "late", "waiting", "waiting"]


def test_what_is_made_from_the_database_is_there_at_once_and_words_in_the_index_are_not():
    assert [each.sign for each in spread.made_anew(case(), False)] == ["there", "there"]
    assert spread.made_anew(case(), True)[1].sign == "waiting"
    assert spread.made_anew(case(verb="correct"), True)[1].sign == "there"


def test_files_are_there_when_their_version_is():
    ours, theirs = spread.files(case(1), {"a": 12, "b": 11})
    assert (ours.sign, theirs.sign) == ("there", "waiting")
    assert spread.files(case(16), {"b": 11})[0].sign == "late"


def test_a_picture_that_was_not_retracted_stays_and_is_no_reason_to_wait():
    gone, stays = spread.pictures(case(), ["The pier."], 1)
    assert (gone.sign, stays.sign, stays.is_open) == ("there", "stays", False)
    assert spread.pictures(case(verb="correct"), ["The pier."], 0) == []


def test_copies_of_embeds_stay_only_where_another_update_shows_them():
    assert spread.embeds(case(), 1, 1)[0].sign == "stays"
    assert spread.embeds(case(), 0, 2)[0].sign == "there"
    assert spread.embeds(case(), 0, 0) == []


def test_an_agencys_kill_on_its_way_to_other_live_blogs():
    assert spread.agency(case(), 2, 1, "Last time: timed out.")[0].sign == "waiting"
    assert spread.agency(case(), 2, 0, "")[0].sign == "there"
    assert spread.agency(case(), 0, 0, "") == []


def test_a_partner_has_it_was_sent_it_or_has_not_asked():
    found = spread.partners(case(), [
        Partner("a", 12, 12, AT), Partner("b", 11, 12, AT), Partner("c", 9, 11, AT),
    ])  # fmt: skip
    assert [each.sign for each in found] == ["there", "there", "unasked"]
    assert found[1].said == "Was sent it at 5:34:10 p.m."
