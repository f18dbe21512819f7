"""Inflection of verbs (by `mazini`) and nouns, at build time; forms come out folded and without vowels."""

from __future__ import annotations

import functools
import hashlib
import os
import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import msgspec

from waqai.lexicon import verb_index
from waqai.lexicon.table import SHORT
from waqai.lexicon.verb_index import UnknownVerb, resolve
from waqai.text.fold import fold, fold_word

_PERSONS = ("1s", "3ms", "3fs", "3md", "3fd", "1p", "3mp", "3fp")
#: slot prefix -> tense and voice: p past, i imperfect (indicative, subjunctive, jussive alike); a active, v passive.
#: A form that the jussive alone has (يستقل of استقال, يدع of دعا) is marked behind the person with `SHORT`
_TENSES = {
    "past": "pa", "past_pass": "pv", "ind": "ia", "sub": "ia", "juss": "ia",
    "ind_pass": "iv", "sub_pass": "iv", "juss_pass": "iv",
}  # fmt: skip
_TANWIN_KASRA = "\u064d"


class VerbForms(msgspec.Struct):
    """The forms of one verb: `finite` maps a form to features (``pa3ms``), participles and verbal nouns are base forms.

    `nouns` has the verbal nouns of the derived stems only: those of the first stem follow no rule.
    """

    finite: dict[str, set[str]] = msgspec.field(default_factory=dict)
    active: set[str] = msgspec.field(default_factory=set)
    passive: set[str] = msgspec.field(default_factory=set)
    nouns: set[str] = msgspec.field(default_factory=set)


@functools.cache
def inflect_verb(citation: str) -> VerbForms:
    """Every third and first person form of a verb given as in the lexicon. Raises `UnknownVerb`."""
    kept = _kept()
    if citation not in kept:
        kept[citation] = _inflect_verb(citation)
    return kept[citation]


def _inflect_verb(citation: str) -> VerbForms:
    import mazini

    out = VerbForms()
    for root, code in resolve(citation):
        try:
            slots = mazini.conjugate(root, code, passive=True).slots
        except mazini.MaziniError as error:
            raise UnknownVerb(f"{citation}: {error}") from error
        for prefix, features in _TENSES.items():
            for person in _PERSONS:
                for form in slots.get(f"{prefix}_{person}", ()):
                    told = out.finite.setdefault(fold_word(form.form), set())
                    jussive = prefix.startswith("juss") and features + person not in told
                    told.add(features + person + SHORT if jussive else features + person)
        for slot, into in (("ap", out.active), ("pp", out.passive), ("vn", out.nouns)):
            for form in slots.get(slot, ()):
                word = fold_word(form.form)
                if not word.isalpha():
                    continue  # mazini marks what it does not know with a question mark
                into.add(word + "ي" if form.form.endswith(_TANWIN_KASRA) else word)
    return out


# -- forms kept between runs: conjugating two thousand verbs is most of the time of a build ----------------------


def _store() -> Path:
    """Where the forms of verbs are kept: a file of the user's cache folder, named after all that they depend on."""
    sources = [Path(__file__), Path(verb_index.__file__), verb_index.INDEX, Path(fold.__code__.co_filename)]
    digest = hashlib.sha256(version("mazini").encode())
    for source in sources:
        digest.update(source.read_bytes())
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return folder / "waqai" / f"verbs-{digest.hexdigest()[:16]}.msgpack"


@functools.cache
def _kept() -> dict[str, VerbForms]:
    try:
        return msgspec.msgpack.decode(_store().read_bytes(), type=dict[str, VerbForms])
    except (OSError, RuntimeError, msgspec.MsgspecError):
        return {}


def keep() -> None:
    """Write the forms of all verbs so far, for the next build; a folder that cannot be written to is no error."""
    target = _store()
    temporary = target.with_suffix(f".{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(msgspec.msgpack.encode(_kept()))
        temporary.replace(target)
    except OSError:
        temporary.unlink(missing_ok=True)


def lemma_of(citation: str) -> str:
    """The key of a verb: its folded citation form, with the root where one was given."""
    form, _, rest = citation.partition("/")
    return fold_word(form) + (f"/{rest.split('/')[0]}" if rest else "")


def inflect_noun(word: str, kind: str) -> Iterator[tuple[str, str]]:
    """Forms of a noun with features: number s, d, p and gender m, f, then n/a where the ending tells the case
    (nominative or not).

    `kind` is ``event`` (things, verbal nouns), ``person`` and ``adjective`` (sound plurals, feminine), ``demonym``
    (the same, a nisba), ``office`` (a man's: plurals, no feminine)
    or ``fixed`` (a plural or a name: no plural of its own).
    """
    word = fold_word(word)
    feminine = word.endswith("ة")
    gender = "f" if feminine else "m"
    yield (
        word,
        "s" + gender
        if kind != "fixed"
        else "pmn"
        if word.endswith("ون")
        else "pma"
        if word.endswith("ين")
        else "p" + gender,
    )
    stem = word[:-1] + "ت" if feminine else word
    if kind == "fixed":
        if not feminine and not word.endswith(("اء", "ا", "ى", "ي", "ون", "ين", "ات")):
            yield word + "ا", "p" + gender + "a"
        if word.endswith("ون"):
            for ending in ("ين", "و", "ي"):
                yield word[:-2] + ending, "pm" + ("n" if ending == "و" else "a")
        return
    if word.endswith("ى"):
        yield word[:-1] + "ين", "pma"
        return
    if not feminine and not word.endswith(("اء", "ا")):
        yield word + "ا", "sma"
    defective = (
        word[:-1]
        if word.endswith("ي") and not word.endswith("ية") and kind in ("person", "office", "participle") and _defective(word)  # noqa: E501
        else None
    )
    if word.endswith("ء") and not word.endswith("اء"):
        stem = word
    yield stem + "ان", "d" + gender + "n"
    yield stem + "ين", "d" + gender + "a"
    if kind == "event" or feminine:
        base = word[:-1] if feminine else word
        yield base + "ات", "pf"
    if kind in ("person", "adjective", "demonym", "office", "participle") and not feminine:
        plural = defective or word
        yield plural + "ون", "pmn"
        yield plural + "ين", "pma"
        if kind in ("person", "demonym", "office"):
            yield plural + "و", "pmn"
            yield plural + "ي", "pma"
            yield word + "ا", "dmn"
        if kind == "office":
            return
        yield word + "ة", "sf"
        yield word + "تان", "dfn"
        yield word + "تين", "dfa"
        yield word + "ات", "pf"
        if defective:
            yield defective, "sm"


def _defective(word: str) -> bool:
    """Whether a word in -ي drops it before -ون (قاضي, داعي), unlike a nisba (عراقي)."""
    return bool(re.fullmatch(r"(?:.ا.ي|م.ا.ي|مت.ا.ي|مست.{2}ي|منت.ي|م.ت.ي)", word)) and len(word) <= 6
