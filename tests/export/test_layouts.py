"""Tables in the manner of other data sets, and what rows they have."""

from __future__ import annotations

from typing import Any

import pytest
from export_events import BLINKEN, EVENTS, FARMERS, IRAQ, MOSUL, REBELS, SOLDIERS, STRIKE, TALKS, USA, event

from waqai.events.scale import MODES, TYPES
from waqai.export import geojson
from waqai.export.cases import Case, dyads, of_happening, of_mention, party_key, party_name
from waqai.export.codes import codes, is_country
from waqai.export.layouts import acled, gdelt, polecat
from waqai.export.layouts.cameo import cameo
from waqai.export.schema import Column
from waqai.record.happenings import merge
from waqai.record.mentions import mentions_of
from waqai.records import Entity, Event, EventDate, Quantity


def _rows(columns: tuple[Column, ...], rows: Any) -> list[dict[str, Any]]:
    return [{column.name: column.get(row) for column in columns} for row in rows]


def _pairs(one: Event) -> list[tuple[str | None, str | None]]:
    return [(d.actor and d.actor.text, d.recipient and d.recipient.text) for d in dyads([of_mention(one)])]


class TestDyads:
    def test_every_actor_with_every_recipient(self) -> None:
        one = event("ACCUSE", actors=(USA, BLINKEN), recipients=(IRAQ, SOLDIERS))
        assert _pairs(one) == [(a.text, r.text) for a in (USA, BLINKEN) for r in (IRAQ, SOLDIERS)]

    def test_a_side_that_is_not_named(self) -> None:
        assert _pairs(event("ACCUSE", actors=(USA,))) == [("واشنطن", None)]
        assert _pairs(event("ASSAULT", recipients=(IRAQ,))) == [(None, "بغداد")]
        assert _pairs(event("ASSAULT")) == [(None, None)]

    def test_those_who_meet_or_fight_each_pair_once(self) -> None:
        assert _pairs(TALKS) == [("بلينكن", "بغداد"), ("بلينكن", "واشنطن"), ("بغداد", "واشنطن")]
        assert _pairs(event("ASSAULT", frame="assault.clash", actors=(SOLDIERS, REBELS))) == [
            ("جنود عراقيون", "مسلحون")
        ]

    def test_those_who_do_it_to_others_are_no_pair(self) -> None:
        assert _pairs(event("ASSAULT", actors=(USA, IRAQ))) == [("واشنطن", None), ("بغداد", None)]

    def test_the_frames_of_fighting_are_in_the_lexicon(self) -> None:
        from importlib.resources import files

        text = files("waqai.lexicon").joinpath("data/frames/assault_fire.yml").read_text(encoding="utf-8")
        from waqai.export.cases import _FIGHTING

        assert all(f"frame: {name}\n" in text for name in _FIGHTING)


class TestParties:
    def test_names_and_kinds(self) -> None:
        assert [party_key(p) for p in (USA, BLINKEN, SOLDIERS, REBELS)] == ["USA", "per.blinken", "IRQ MIL", None]
        assert [party_name(p) for p in (USA, BLINKEN, SOLDIERS)] == ["United States", "Antony Blinken", "Iraq (MIL)"]

    def test_a_base_in_a_country_is_that_country_in_a_network(self) -> None:
        assert party_key(Entity("قاعدة", 0, 5, None, "قاعدة", None, "IRQ")) == party_key(IRAQ) == "IRQ"


class TestPolecat:
    def test_columns_are_polecats(self) -> None:
        names = [column.name for column in polecat.COLUMNS]
        assert len(names) == len(set(names)) == 40
        assert names[:8] == [
            "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
        ]  # fmt: skip
        assert names[-5:] == ["Story People", "Story Organizations", "Story Locations", "Language", "Version"]

    def test_values(self) -> None:
        first, second = _rows(polecat.COLUMNS, dyads([of_mention(STRIKE)]))
        assert (first["Event ID"], second["Event ID"]) == ("strike", "strike")
        assert (first["Actor Name"], first["Actor Country"], first["Actor COW"]) == ("United States", "USA", 2)
        assert first["Wikipedia Actor ID"] == "Q30"
        assert (first["Recipient Name"], first["Primary Recipient Sector"]) == ("جنود عراقيون", "MIL")
        assert (second["Recipient Country"], second["Recipient COW"]) == (None, None)
        assert (first["City"], first["Province"], first["Country"]) == ("Mosul", "Nineveh", "IRQ")
        assert (first["Intensity"], first["Quad Code"]) == (-9.5, "M-CONF")
        assert first["Contexts"] == "military; terrorism"

    def test_what_is_unknown_is_empty(self) -> None:
        (row,) = _rows(polecat.COLUMNS, dyads([of_mention(event("PROTEST", date=None))]))
        assert row["Event Date"] is None
        assert row["Actor Name"] is row["Placename"] is row["Latitude"] is None


class TestGdelt:
    def test_columns_are_gdelts(self) -> None:
        names = [column.name for column in gdelt.EVENTS]
        assert len(names) == len(set(names)) == 61
        assert names[5:8] == ["Actor1Code", "Actor1Name", "Actor1CountryCode"]
        assert names[25:35] == [
            "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
            "NumMentions", "NumSources", "NumArticles", "AvgTone",
        ]  # fmt: skip
        assert names[51] == "ActionGeo_Type"
        assert len(gdelt.MENTIONS) == 16

    def test_values(self) -> None:
        row, other = _rows(gdelt.EVENTS, dyads([of_mention(STRIKE)]))
        assert row["GLOBALEVENTID"] != other["GLOBALEVENTID"]
        assert (row["SQLDATE"], row["MonthYear"], row["Year"]) == (20210323, 202103, 2021)
        assert (row["Actor1Code"], row["Actor2Code"], row["Actor2Type1Code"]) == ("USA", "IRQMIL", "MIL")
        assert (row["EventCode"], row["EventRootCode"], row["QuadClass"]) == ("195", "19", 4)
        assert row["ActionGeo_Fullname"] == "Mosul, Nineveh, Iraq"
        assert (row["ActionGeo_Type"], row["ActionGeo_CountryCode"], row["ActionGeo_FeatureID"]) == (4, "IZ", "99072")
        assert row["DATEADDED"] == 20210324000000

    def test_mentions_lead_to_their_rows(self) -> None:
        (one,) = merge(
            mentions_of(
                [
                    STRIKE,
                    event(
                        "ASSAULT",
                        "aerial",
                        event_id="again",
                        doc_id="d9",
                        url="u",
                        actors=(USA,),
                        recipients=(SOLDIERS,),
                        place=MOSUL,
                    ),
                ]
            )
        )
        known = {
            e.event_id: e for e in (STRIKE, event("ASSAULT", "aerial", event_id="again", doc_id="d9", actors=(USA,)))
        }
        pairs = list(dyads([of_happening(one, known)]))
        rows = _rows(gdelt.MENTIONS, (m for pair in pairs for m in gdelt.mentions(pair)))
        assert len(rows) == 2 * len(pairs)
        assert {row["GLOBALEVENTID"] for row in rows} == {gdelt.number(pair) for pair in pairs}
        assert {row["Extras"] for row in rows} == {"strike", "again"}
        assert rows[0]["Actor1CharOffset"] == 0
        assert rows[0]["Confidence"] == 90

    def test_organisations_are_groups(self) -> None:
        nato = Entity("الناتو", 0, 6, "NATO", "الناتو", "Q7184", "IGO", "MIL")
        (row,) = _rows(gdelt.EVENTS, dyads([of_mention(event("ACCUSE", actors=(nato,)))]))
        assert (row["Actor1CountryCode"], row["Actor1KnownGroupCode"]) == (None, "IGO")


def test_every_type_and_mode_has_a_cameo_code() -> None:
    for kind in TYPES:
        for mode in (None, *MODES.get(kind, ())):
            assert cameo(kind, mode).isdigit()
            assert 3 <= len(cameo(kind, mode)) <= 4


class TestAcled:
    @pytest.mark.parametrize(
        ("one", "kind"),
        [
            (STRIKE, ("Explosions/Remote violence", "Air/drone strike")),
            (event("ASSAULT", "firearms", actors=(REBELS,), recipients=(SOLDIERS,)), ("Battles", "Armed clash")),
            (event("ASSAULT", "firearms", recipients=(FARMERS,)), ("Violence against civilians", "Attack")),
            (event("ASSAULT", frame="assault.clash", actors=(SOLDIERS, REBELS)), ("Battles", "Armed clash")),
            (event("ASSAULT", actors=(REBELS,)), None),
            (
                event("ASSAULT", "abduct", recipients=(FARMERS,)),
                ("Violence against civilians", "Abduction/forced disappearance"),
            ),
            (event("ASSAULT", "abduct", recipients=(SOLDIERS,)), ("Strategic developments", "Other")),
            (event("PROTEST"), ("Protests", "Peaceful protest")),
            (event("PROTEST", "riot"), ("Riots", "Violent demonstration")),
            (event("RETREAT", "ceasefire"), ("Strategic developments", "Agreement")),
            (event("RETREAT", "resign"), None),
            (TALKS, None),
        ],
    )
    def test_kinds(self, one: Event, kind: tuple[str, str] | None) -> None:
        assert acled.kind(of_mention(one)) == kind

    def test_values(self) -> None:
        assert len(acled.COLUMNS) == 31
        (row,) = _rows(acled.COLUMNS, [of_mention(STRIKE)])
        assert (row["event_id_cnty"], row["iso"], row["country"]) == ("IRQstrike", 368, "Iraq")
        assert (row["actor1"], row["actor2"]) == ("United States", "جنود عراقيون (Iraq)")
        assert (row["assoc_actor_2"], row["inter2"], row["fatalities"]) == ("مسلحون", "State forces", 2)
        assert (row["time_precision"], row["geo_precision"]) == (1, 1)

    def test_a_crowd_and_no_dead(self) -> None:
        (row,) = _rows(acled.COLUMNS, [of_mention(EVENTS[-1])])
        assert row["tags"] == "crowd size=at least 500"
        assert row["fatalities"] is None
        assert row["event_id_cnty"] == "XXXdemo"

    def test_a_month_is_no_day(self) -> None:
        month = EventDate("2021-03-01", "2021-03-31", "month")
        (row,) = _rows(acled.COLUMNS, [of_mention(event("PROTEST", date=month))])
        assert row["time_precision"] == 3


def test_what_has_no_status_column_holds_only_what_happened() -> None:
    told = {e.event_id: of_mention(e).told_as_done for e in EVENTS}
    assert told == {"strike": True, "talks": True, "plan": True, "denied": False, "demo": True}


def test_a_happening_keeps_its_mentions() -> None:
    (one,) = merge(mentions_of([STRIKE]))
    case = of_happening(one, {"strike": STRIKE})
    assert isinstance(case, Case)
    assert case.best == STRIKE
    assert case.figure("killed") == (2.0, 3.0)


def test_figures_of_a_point() -> None:
    get = next(column.get for column in geojson.COLUMNS if column.name == "figures")
    assert get(of_mention(STRIKE)) == ["killed 2-3 soldier", "injured -9"]
    exact = event("ASSAULT", quantities=(Quantity("killed", 4.0, 4.0, "person", "4", 0, 1),))
    assert get(of_mention(exact)) == ["killed 4"]


def test_codes_of_countries() -> None:
    assert codes("IRQ") == ("IQ", 368, "IZ", 645, "Iraq")
    assert codes("KOS").iso2 == "XK"
    assert codes("UNO").iso2 is None
    assert is_country("PSE")
    assert not is_country("IGO")
    assert not is_country(None)
