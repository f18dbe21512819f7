"""`waqai lexicon` and ``--lexicon``: what is wrong with a folder of one's own is told by file, line and mend."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from waqai.check import problems
from waqai.cli import main as module
from waqai.coder import Coder
from waqai.lexicon.compiler import LexiconError, compile_folder
from waqai.lexicon.table import load

GROUP = """\
# a brigade that only this folder knows
- id: org.granada_brigades
  kind: armed_group
  en: Granada Brigades
  ar: كتائب غرناطة
  aka: [ألوية غرناطة]
  codes:
    - {country: LBY, sector: UAF, to: 2015}
    - {country: LBY, sector: PRM, from: 2016-01}
  examples: [قصفت كتائب غرناطة مواقع للجيش الليبي.]
  not: [تقع مدينة غرناطة في الأندلس.]
"""
PERSON = "- {id: per.x, kind: person, en: X, ar: سعيد الزنبقي, terms: [{role: ROLE, country: LAND, from: FROM}]}\n"


def folder(tmp_path: Path, actors: str = "", **sections: str) -> Path:
    """A lexicon folder with one file in each section."""
    for section, text in {"actors": actors, **sections}.items():
        if text:
            (tmp_path / section).mkdir(exist_ok=True)
            (tmp_path / section / "mine.yml").write_text(text, "utf8")
    return tmp_path


def wrong(path: Path) -> str:
    """The message of the only mistake in a folder, from the line on."""
    with pytest.raises(LexiconError) as caught:
        compile_folder(path, load())
    (problem,) = caught.value.problems
    return str(problem).partition("mine.yml:")[2]


def ended(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["waqai", *map(str, arguments)])
    with pytest.raises(SystemExit) as stopped:
        module.main()
    return int(stopped.value.code or 0)


def test_a_group_of_ones_own(tmp_path: Path) -> None:
    coder = Coder((folder(tmp_path, GROUP),))
    assert not problems(coder, tmp_path)
    for day, sector in (("2015-03-01", "UAF"), ("2020-03-01", "PRM")):
        (event,) = coder.code("قصفت كتائب غرناطة مواقع للجيش الليبي.", day).events
        assert [(a.id, a.country, a.sector) for a in event.actors] == [("org.granada_brigades", "LBY", sector)]


def test_entries_of_every_kind_are_laid_over(tmp_path: Path) -> None:
    actors = """\
- {role: gatekeeper, en: gatekeeper, m: [قيدوم], plural: [قياديم], sector: GOV}
- {body: gate_office, en: office of gates, words: [مزولة], sector: COP}
- {generic: wayfarers, en: wayfarers, words: [عبقري طريق], plurals: [زناديق], sector: CVL}
- {id: IRQ, kind: country, en: Republic of Iraq, ar: العراق, demonyms: [عراقي]}
"""
    coder = Coder((folder(tmp_path, actors),))
    found = {
        m.text: m for m in coder.code("التقى القيدوم العراقي المزولة العراقية والزناديق. رحب العراق بذلك.").mentions
    }
    assert (found["القيدوم العراقي"].country, found["القيدوم العراقي"].sector) == ("IRQ", "GOV")
    assert (found["المزولة العراقية"].country, found["المزولة العراقية"].sector) == ("IRQ", "COP")
    assert found["الزناديق"].sector == "CVL"
    assert found["العراق"].name == "Republic of Iraq"


@pytest.mark.parametrize(
    ("actors", "message"),
    [
        ("- {id: a.b, kind: party, en: A, ar: ز, akaa: [س]}", "1: a.b: there is no field `akaa:`; did you mean aka?"),
        ("\n- {id: a.b, en: A, ar: ز}", "2: a.b: `kind:` is missing"),
        ("- {id: a.b, kind: prty, en: A, ar: ز}", "1: a.b: kind: prty is unknown; did you mean party?"),
        ("- {id: a.b, kind: party, en: A, ar: ز, aka: س}", "1: a.b: `aka` should be a list in square brackets"),
        ("- {id: a.b, kind: party, en: A, ar: [ز]}", "1: a.b: `ar` should be one word or phrase, not a list"),
        ("- {id: a.b, kind: party, en: A, ar: ز, codes: [{country: IRK}]}", "1: a.b: country: IRK is unknown"),
        ("- {id: a.b, kind: party, en: A, ar: ز, codes: [{sector: MILL}]}", "1: a.b: sector: MILL is unknown; did you"),
        (
            "- {id: a.b, kind: party, en: A, ar: ز, codes: [{sectr: X}]}",
            "1: a.b: there is no field `sectr:` (in codes[0])",
        ),
        ("- {id: a.b, kind: party, en: A, ar: ز, ambiguous_words: [س]}", "1: a.b: ambiguous_words: س is no name"),
        ("- {idd: a.b, kind: party}", "1: an entry of actors/ needs `id:` or `role:`"),
        ("- word", "1: an entry is fields with their values, not 'word'"),
        ("id: a.b", "1: should be a list of entries"),
        ("- {id: a.b, kind: party, en: A, ar: ز\n", "2: not valid YAML"),
        (
            PERSON.replace("ROLE", "foriegn_minister"),
            "1: per.x: role: foriegn_minister is unknown; did you mean foreign_",
        ),
        (PERSON.replace("FROM", "March"), "1: per.x: date: March should be YYYY"),
        (PERSON.replace("FROM", "2020, to: 2019"), "1: per.x: date: from 2020 is later than to 2019"),
        (PERSON.replace("FROM", "2020, org: org.nto"), "1: per.x: org: no entry has the id org.nto"),
        ("- {role: x, en: X, m: [س], sector: GOVT}", "1: x: sector: GOVT is unknown; did you mean GOV?"),
    ],
)
def test_mistakes_of_actors(tmp_path: Path, actors: str, message: str) -> None:
    actors = actors.replace("ROLE", "foreign_minister").replace("LAND", "IRQ").replace("FROM", "2020")
    assert wrong(folder(tmp_path, actors)).startswith(message)


FRAME = "- {frame: mine, type: ASSAULT, verbs: [قصف], WHAT examples: [{text: قصف الجيش العراقي المدينة.}]}"


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("where: {theme: ceasfire},", "1: mine: test: ceasfire is no noun class; did you mean ceasefire?"),
        ("roles: {actor: subjekt},", "1: mine: slot: subjekt is unknown; did you mean subject?"),
        ("unless: {objekt: person},", "1: mine: slot: objekt is unknown; did you mean object?"),
        ("content: told,", "1: mine: "),
        ("light: [شن],", "1: mine: light: 'شن' has no noun"),
    ],
)
def test_mistakes_of_frames(tmp_path: Path, what: str, message: str) -> None:
    assert wrong(folder(tmp_path, frames=FRAME.replace("WHAT", what))).startswith(message)


def test_two_entries_of_one_id(tmp_path: Path) -> None:
    assert "org.granada_brigades stands already in" in wrong(folder(tmp_path, GROUP + GROUP))


def test_files_in_a_folder_that_nobody_reads(tmp_path: Path) -> None:
    assert "is not read: files belong in one of the folders frames/" in wrong(folder(tmp_path, actor=GROUP))


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ("aka: [قطر]", "قطر is also a name of Qatar (QAT)"),
        ("aka: [النجاح]", "النجاح is also the word نجاح"),
        ("aka: [قاتل]", "قاتل is also a form of the verb قاتل"),
        ("examples: [وصل المطر.]", "not found in: وصل المطر."),
        ("not: [وصلت جماعة زنبق.]", "found (جماعة زنبق) in the look-alike"),
    ],
)
def test_clashes_and_examples(tmp_path: Path, names: str, message: str) -> None:
    entry = f"- {{id: a.b, kind: movement, en: Lily, ar: جماعة زنبق, codes: [{{country: IRQ}}], {names}}}"
    path = folder(tmp_path, entry)
    (problem,) = problems(Coder((path,)), path)
    assert (problem.line, message in problem.message) == (1, True), problem


def test_a_declared_clash_is_none(tmp_path: Path) -> None:
    entry = "- {id: a.b, kind: party, en: Success, ar: حزب الزنبق, aka: [النجاح], ambiguous: true, AMBIGUOUS: [النجاح]}"
    entry = entry.replace("AMBIGUOUS", "ambiguous_words")
    path = folder(tmp_path, entry)
    assert not problems(Coder((path,)), path)


def test_check(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert ended(monkeypatch, "lexicon", "check", folder(tmp_path, GROUP)) == 0
    assert capsys.readouterr() == ("", "no problems\n")
    assert ended(monkeypatch, "lexicon", "check", folder(tmp_path, GROUP.replace("kind:", "kin:"))) == 1
    out, err = capsys.readouterr()
    assert out.startswith(f"{tmp_path / 'actors' / 'mine.yml'}:2: org.granada_brigades: ")
    assert err == "1 problem\n"


@pytest.mark.parametrize("path", ["nowhere", "empty"])
def test_folders_that_are_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, path: str
) -> None:
    (tmp_path / "empty").mkdir()
    assert ended(monkeypatch, "lexicon", "check", tmp_path / path) == 2
    assert str(tmp_path / path) in capsys.readouterr().err


def test_a_broken_lexicon_is_no_error_of_the_program(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = folder(tmp_path, GROUP.replace("kind:", "kin:"))
    assert ended(monkeypatch, "explain", "زار الوزير مصر.", "--lexicon", path) == 2
    err = capfd.readouterr().err
    assert f"{path / 'actors' / 'mine.yml'}:2: " in err
    assert "docs/lexicon.md" in err
    assert ended(monkeypatch, "explain", "زار الوزير مصر.", "--lexicon", path / "none") == 2
    assert "is no folder" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("قطر", ["قطر: Qatar (QAT), country", "actors/countries/arab_states.yml: line "]),
        ("وزير الخارجية", ["وزير خارجية: office foreign_minister", "sector GOV", "actors/roles/ministers.yml: line "]),
        ("وقصفت", ["قصف: verb, ", "assault.shell", "frames/assault_fire.yml: line "]),
        ("العراقيين", ["عراقي: Iraq (IRQ), country", "(people)"]),
        ("كتائب غرناطة", ["Granada Brigades (org.granada_brigades), armed_group, LBY UAF ..2015", "mine.yml: line 5"]),
    ],
)
def test_show(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, word: str, lines: list[str]
) -> None:
    assert ended(monkeypatch, "lexicon", "show", word, "--lexicon", folder(tmp_path, GROUP)) == 0
    out = capsys.readouterr().out
    assert not [line for line in lines if line not in out], out


def test_show_what_is_unknown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(monkeypatch, "lexicon", "show", "زنبقخ") == 1
    assert "not in the lexicon" in capsys.readouterr().err
