"""The compiled table: whole, within its bounds, and free of words that would swallow an actor."""

from __future__ import annotations

import pytest
from reading import coder

from waqai.events.scale import MODES, TYPES
from waqai.lexicon.table import Table
from waqai.text.fold import fold_word


@pytest.fixture(scope="module")
def table() -> Table:
    return coder().table


def test_numbers_point_at_what_is_there(table: Table) -> None:
    frames, actors, kinds, lexes = (
        range(len(table.frames)),
        range(len(table.actors)),
        range(len(table.kinds)),
        range(len(table.lexes)),
    )
    for lex in table.lexes:
        assert all(
            n in frames for n in [*lex.frames, *lex.active, *lex.passive, *(light.frame for light in lex.lights)]
        ), lex.key
        assert all(n in actors for n in [*lex.names, *lex.demonyms, *lex.seats, *lex.seats_gov, *lex.shorts]), lex.key
        assert all(n in kinds for n in [*lex.roles, *lex.bodies, *lex.generics]), lex.key
        assert all(n in range(len(table.sites)) for n in lex.places), lex.key
    for verb in table.verbs:
        assert all(n in frames for n in verb.frames), verb.lemma
    for entries in table.phrases.values():
        assert all(n in lexes for _, n, _ in entries)
        lengths = [len(rest) for rest, _, _ in entries]
        assert lengths == sorted(lengths, reverse=True)  # the longest is tried first
    for readings in table.forms.values():
        assert all(n in range(len(table.verbs)) for n, _ in readings)


def test_types_and_modes_are_those_of_plover(table: Table) -> None:
    for frame in table.frames:
        assert frame.type in TYPES, frame.name
        for event_type, mode in [
            (frame.type, frame.mode),
            *((rule.type or frame.type, rule.mode) for rule in frame.modes),
        ]:
            assert event_type in TYPES, frame.name
            assert mode is None or mode in MODES.get(event_type, {}), (frame.name, event_type, mode)
        assert 0 < frame.confidence <= 1, frame.name
        assert frame.content in ("alleged", "denied", "absorbed", "hoped", "free"), frame.name


def test_keys_are_folded(table: Table) -> None:
    for lex in table.lexes:
        assert fold_word(lex.key) == lex.key
    for first, entries in table.phrases.items():
        assert fold_word(first) == first
        assert all(fold_word(word) == word for rest, _, _ in entries for word in rest)
    assert all(fold_word(form) == form for form in table.forms)


def test_features_of_verbs(table: Table) -> None:
    for form, readings in table.forms.items():
        for _, features in readings:
            for feature in features.split():
                assert feature[0] in "pi", (form, feature)  # past, imperfect
                assert feature[1] in "av", (form, feature)  # active, passive
                assert feature[2] in "123", (form, feature)


def test_ids_of_actors_are_unique(table: Table) -> None:
    ids = [actor.id for actor in table.actors]
    assert len(ids) == len(set(ids))


def test_dates_of_codes_are_in_order(table: Table) -> None:
    for actor in table.actors:
        for code in [*actor.codes, *actor.terms]:
            assert not code.start or not code.to or code.start[: len(code.to)] <= code.to, actor.id


@pytest.mark.xfail(strict=False, reason="غارة إسرائيلية stands as a noun of the frame: Israel is lost as its actor")
def test_no_event_noun_contains_the_name_of_a_state(table: Table) -> None:
    states = {
        lex.key
        for lex in table.lexes
        if " " not in lex.key and any(table.actors[n].kind == "country" for n in [*lex.names, *lex.demonyms])
    }
    forms = {key + ending for key in states for ending in ("", "ة")}
    swallowed = [lex.key for lex in table.lexes if lex.frames and any(word in forms for word in lex.key.split()[1:])]
    assert swallowed == []
