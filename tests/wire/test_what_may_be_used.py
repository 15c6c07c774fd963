"""What agencies close stays closed: killed, held, embargoed, for editors only."""

from zoneinfo import ZoneInfo

import pytest

from tests.wire import files

KILLED, HELD, EMBARGOED, ADVISORY = "killed", "holding", "under embargo", "advisory"

UNTIL_SIX = (
    "<StatusWillChange><FutureStatus FormalName='Usable'/>"
    "<DateAndTime>20260303T060000+0000</DateAndTime></StatusWillChange>"
)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (files.g2(files.g2_item(status="stat:canceled")), KILLED),
        (files.g2(files.g2_item(status="stat:canceled", content="")), KILLED),
        (files.g2(files.g2_item(meta='<signal qcode="edStat:D"/>', content="")), KILLED),
        (files.g2(files.g2_item(status="stat:withdrawn")), KILLED),
        (files.g2(files.g2_item(status="stat:withheld")), HELD),
        (files.g2(files.g2_item(status="stat:newfangled")), HELD),
        (files.g2(files.g2_item(status="")), ""),
        (files.ninjs(pubstatus="canceled"), KILLED),
        (files.ninjs(pubstatus="withheld"), HELD),
        (files.ninjs(pubstatus="surprise"), HELD),
        (files.nitf(status="canceled"), KILLED),
        (files.nitf(status="withheld"), HELD),
        (files.newsml_1(status="Canceled"), KILLED),
        (files.newsml_1(status="Withheld"), HELD),
        (files.ap(pubstatus="canceled"), KILLED),
        (files.ap(editorialtypes=["Kill"]), KILLED),
        (files.ap(editorialtypes=["Elimination"]), KILLED),
        (files.ap(editorialtypes=["Withhold"]), HELD),
        (files.ap(editorialtypes=["HoldForRelease"]), HELD),
        (files.ap(editorialtypes=["Disregard"]), HELD),
        (files.ap(editorialtypes=["Advisory"]), ADVISORY),
        (files.ap(signals=["isnotnewscontent"]), ADVISORY),
        (files.ap(signals=[]), ADVISORY),
        (files.ap(signals=["newscontent", "Test"]), ADVISORY),
        (files.telegram(slug="BC-Storm-KILL"), ADVISORY),
        (files.telegram(text="KILL KILL KILL =\r\n   Kill the story slugged Storm."), ADVISORY),
        (files.telegram(text="HOLD HOLD HOLD =\r\n   Hold the story slugged Storm."), ADVISORY),
        (files.telegram(text="Eds =\r\n   Please kill the story Storm, V9991."), ADVISORY),
        (files.telegram(text="Eds =\r\n   Kill the story slugged BC-Storm."), ADVISORY),
        (files.ninjs(headline="Bitte die Meldung nw 157 streichen"), ADVISORY),
        (files.ninjs(headline="Achtung: Die Meldung wird zurückgezogen"), ADVISORY),
        (files.ninjs(headline="Bitte die Meldung nw 157 vorerst nicht verwenden"), ADVISORY),
        (files.ninjs(headline="Prière d’annuler notre dépêche NW-12"), ADVISORY),
        (files.ninjs(ednote="Eds: Please kill the story Storm, V9991."), ADVISORY),
        (files.ninjs(ednote="HOLD HOLD HOLD"), ADVISORY),
        (files.ninjs(headline="ADVISORY: What to expect this week"), ADVISORY),
        (files.ninjs(headline="Daybook (not for publication)"), ADVISORY),
    ],
)  # fmt: skip
def test_what_is_closed(data, why):
    state, said = files.may(data)
    assert (state == "usable") is (not why)
    assert why in said


@pytest.mark.parametrize(
    ("data", "state"),
    [
        (files.g2(files.g2_item(meta="<embargoed>2026-03-03T06:00:00Z</embargoed>")), "wait"),
        (files.g2(files.g2_item(meta="<embargoed>2026-03-02T21:00:00Z</embargoed>")), "usable"),
        (files.g2(files.g2_item(meta="<embargoed/>")), "blocked"),
        (files.g2(files.g2_item(meta="<embargoed>tomorrow</embargoed>")), "blocked"),
        (files.g2(files.g2_item(meta="<embargoed>2026-03-02T20:00:00</embargoed>")), "blocked"),
        (files.ninjs(embargoed="2026-03-03T06:00:00Z"), "wait"),
        (files.ninjs(embargoedUntil="2026-03-03T06:00:00Z"), "wait"),
        (files.ninjs(embargoed=""), "blocked"),
        (files.ninjs(ednote="Embargoed until 0001 Friday"), "blocked"),
        (files.nitf(docdata='<date.release norm="20260303T060000Z"/>'), "wait"),
        (files.nitf(status="embargoed"), "blocked"),
        (files.newsml_1("Embargoed", UNTIL_SIX), "wait"),
        (files.newsml_1("Embargoed"), "blocked"),
        (files.ap(pubstatus="embargoed", embargoed="2026-03-03T06:00:00Z"), "wait"),
        (files.ap(pubstatus="embargoed"), "blocked"),
        (files.telegram(text="Budget =\r\n   EMBARGOED UNTIL 0600 Friday. Taxes rise."), "blocked"),
    ],
)  # fmt: skip
def test_an_embargo_without_a_certain_time_stays_closed(data, state):
    assert files.may(data)[0] == state


def test_an_embargo_without_a_zone_is_read_in_the_feeds():
    data = files.g2(files.g2_item(meta="<embargoed>2026-03-03T00:30:00</embargoed>"))
    found = files.item(data, zone=ZoneInfo("Europe/Helsinki"))
    assert found.embargo.until.isoformat() == "2026-03-03T00:30:00+02:00"


@pytest.mark.parametrize(
    "story",
    [
        "EU agrees oil embargo on Freedonia",
        "Storm kills two in harbour town",
        "Minister: hold the line on taxes",
        "Kill Bill returns to cinemas",
        "Bitte die Meldung der Feuerwehr beachten",
        "Studio kills the story of the lighthouse",
        "Court advisory panel meets",
    ],
)
def test_stories_about_such_things_stay_open(story):
    data = files.ninjs(headline=story, body_xhtml=f"<p>{story}, officials said.</p>")
    assert files.may(data) == ("usable", "")


@pytest.mark.parametrize(
    "data",
    [
        files.g2(files.g2_item(meta='<signal qcode="sig:correction"/>')),
        files.g2(files.g2_item(meta='<signal qcode="edStat:C"/>')),
        files.ninjs(headline="CORRECTED-Ferries suspended"),
        files.ninjs(headline="Berichtigung: Fähren fallen aus"),
        files.ap(editorialtypes=["Corrective"]),
    ],
)
def test_a_correction_is_heard(data):
    assert "correction" in files.item(data).signals
    assert files.may(data)[0] == "usable"
