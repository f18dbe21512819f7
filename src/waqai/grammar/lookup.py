"""What a written word can be: clitics taken off, stem looked up in the compiled table.

Results are kept by word form (news repeats itself), so that the cost of a word is a dictionary look-up.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from waqai.grammar.entries import Entries
from waqai.lexicon.table import SHORT, Lex, Table

#: object and possessive pronouns, longest first; first and second person are left out: they are rare in news and look
#: like endings
ENCLITICS = ("هما", "هم", "هن", "ها", "نا", "ه")
_OBJECT_PRONOUNS = ("هما", "هم", "هن", "ها", "ني", "نا", "كم", "ه", "ك")
_CONJ = "وف"
_PREP = "بلك"
_KEEP = 60_000


class VerbReading(NamedTuple):
    """A word as a verb: `verb` indexes the table, `features` like ``pa3ms`` (tense, voice, person); `short` where the
    form is one of the jussive alone (لم يستقل); `ours` where it can be the first person as well as one with an object
    (قصفنا: "we shelled", "he shelled us").
    """

    verb: int
    features: tuple[str, ...]
    conj: str
    future: bool
    lam: bool
    object: str
    short: bool
    ours: bool = False


class Start(NamedTuple):
    """A word as the first of a phrase: the entries of the table and the clitics that were taken off."""

    entries: list[tuple[list[str], int, str]]
    conj: str
    prep: str
    art: bool
    enc: str


class WordInfo(NamedTuple):
    """All readings of a word form. `rest` are the keys under which it can continue a phrase."""

    form: str
    verbs: tuple[VerbReading, ...]
    starts: tuple[Start, ...]
    rest: tuple[str, ...]
    art: bool
    prep: str
    conj: str
    tail: str
    multi: dict[str, list[tuple[Start, list[str], int, str]]]


#: said of who walks or comes in front, with whom he leads as a pronoun: مسيرة تقدمها نواب
_LED = frozenset(("تقدم", "تخلل"))


class Lookup:
    """Word forms to readings, over one table."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._known: dict[str, WordInfo] = {}
        self.templates: dict[str, tuple[Any, ...]] = {}  # filled by waqai.grammar.units
        self._entries: dict[tuple[int, ...], Entries] = {}

    def word(self, form: str) -> WordInfo:
        """The readings of a folded word."""
        found = self._known.get(form)
        if found is None:
            if len(self._known) > _KEEP:
                self._known.clear()
                self.templates.clear()
            found = self._known[form] = self._analyse(form)
        return found

    def entries(self, lexes: Sequence[Lex]) -> Entries:
        """The entries taken together; the same ones give the same object, so that what they add up to is kept."""
        key = tuple(map(id, lexes))
        found = self._entries.get(key)
        if found is None:
            if len(self._entries) > _KEEP:
                self._entries.clear()
            found = self._entries[key] = Entries(lexes)
        return found

    def _analyse(self, form: str) -> WordInfo:
        starts = tuple(self._starts(form))
        verbs = tuple(self._verbs(form))
        if not starts and not verbs:
            other = form.replace("ئو", "ؤو") if "ئو" in form else _other_spelling(form)  # مسئول, شئون
            if other:
                # A pronoun is not written ة: قتالية is not قتال with one.
                starts = tuple(s for s in self._starts(other) if form[-1] != "ة" or not s.enc)
                verbs = tuple(self._verbs(other))
        if any(start.enc for start in starts):  # تضامنها: a verb that takes no object has no pronoun for one
            verbs = tuple(r for r in verbs if not r.object or not self._without_object(r.verb))
        best = min(starts, key=_cost) if starts else None
        conj, prep, art, tail = _guess_clitics(form) if best is None else (best.conj, best.prep, best.art, "")
        return WordInfo(
            form, verbs, starts, tuple(dict.fromkeys(_rest_keys(form))), art, prep, conj, tail, _by_second(starts)
        )

    def _starts(self, form: str) -> list[Start]:
        phrases = self.table.phrases
        out = []
        for conj, prep, art, rest in _splits(form):
            entries = phrases.get(rest)
            if entries is None and prep == "ب":
                entries = phrases.get("ب|" + rest)  # بتحمل, which is also a verb without the preposition
            if entries and (prep or conj) and not art and len(rest) < 3:
                # Two letters are no noun behind a clitic (بيد, وقت), but وهو, وفي, لكل, بشن are what they look like.
                entries = [e for e in entries if e[0] or self._short(self.table.lexes[e[1]], prep)]
            if entries and art and rest[-1] in "يو":  # الرئيسي: no plural or dual that stands before a genitive
                entries = [e for e in entries if e[0] or not self._before_genitive(rest, e)]
            if entries:
                out.append(Start(entries, conj, prep, art, ""))
            if art:
                continue
            for enc in ENCLITICS:
                if rest.endswith(enc) and len(rest) > len(enc) + 1:
                    for stem in _stems(rest[: -len(enc)]):
                        entries = phrases.get(stem)
                        if entries and stem.endswith("ا"):  # أجراه: no pronoun stands behind the nunation of أجرا
                            entries = [entry for entry in entries if not entry[2].endswith("ma")]
                        if entries:
                            out.append(Start(entries, conj, prep, True, enc))
                    break
        if len(out) > 1:
            out.sort(key=_cost)
        return out

    def _before_genitive(self, form: str, entry: tuple[list[str], int, str]) -> bool:
        """Whether an entry is of a form that has lost its nun: رئيسي of رئيسين, معلمو of معلمون."""
        _, number, features = entry
        return features[:2] in ("pm", "dm") and features[2:3] in ("a", "n") and self.table.lexes[number].key != form

    def _without_object(self, number: int) -> bool:
        verb = self.table.verbs[number]
        lemma = verb.lemma.split("/")[0]
        reflexive = lemma.startswith("ان") or (lemma[0] == "ت" and len(lemma) > 3)
        return "intransitive" in verb.kinds and reflexive and lemma not in _LED

    @staticmethod
    def _short(lex: Lex, prep: str) -> bool:
        return lex.pos == "F" and (not prep or "quant" in lex.fn or "light_head" in lex.fn)  # لكل, لشن

    def _verbs(self, form: str) -> list[VerbReading]:
        forms = self.table.forms
        out = []
        bodies = [("", form)]
        if form[0] in _CONJ and len(form) > 2:
            bodies.append((form[0], form[1:]))
        for conj, body in bodies:
            for future, lam, stem in _verb_prefixes(body):
                for number, features in forms.get(stem, ()):
                    kept, short = _fitting(features, future, lam)
                    if kept:
                        out.append(VerbReading(number, kept, conj, future, lam, "", short))
                for pronoun in _OBJECT_PRONOUNS:
                    if stem.endswith(pronoun) and len(stem) > len(pronoun) + 1:
                        for bare in _verb_stems(stem[: -len(pronoun)]):
                            for number, features in forms.get(bare, ()):
                                fitting, short = _fitting(features, future, lam)
                                if kept := tuple(f for f in fitting if f[1] == "a"):
                                    out.append(VerbReading(number, kept, conj, future, lam, pronoun, short))
                        break
        third = [r for r in out if any(f[2] == "3" for f in r.features)]
        if third:
            ours = {(r.verb, r.conj) for r in out if not r.object and "pa1p" in r.features}
            out = [r._replace(ours=r.object == "نا" and (r.verb, r.conj) in ours) for r in third] if ours else third
            # نجا is "he escaped", not "we are brought": the news hardly speaks in the first person
        if any(r.conj for r in out) and any(not r.conj for r in out):
            # ودعت: "and she called" is far more frequent than the verb ودّع; ورد, وصف stay whole
            whole = (
                form[0] == "ف"
                or len(form) < 4
                or any("waw" in self.table.verbs[r.verb].kinds for r in out if not r.conj)
            ) and not form.startswith("وو")
            out = [r for r in out if bool(r.conj) != whole]
        return out


def _by_second(starts: tuple[Start, ...]) -> dict[str, list[tuple[Start, list[str], int, str]]]:
    """The phrases of several words, by their second word, longest first."""
    out: dict[str, list[tuple[Start, list[str], int, str]]] = {}
    for start in starts:
        for rest, number, features in start.entries:
            if not rest:
                break
            out.setdefault(rest[0], []).append((start, rest, number, features))
    for found in out.values():
        found.sort(key=lambda item: -len(item[1]))  # stable: the reading with fewer clitics stays first
    return out


def _cost(start: Start) -> tuple[int, int]:
    return (len(start.conj) + len(start.prep) + len(start.enc) * 2, 0 if start.art else 1)


def _splits(form: str) -> list[tuple[str, str, bool, str]]:
    """Every way to take proclitics off a nominal: (conjunction, preposition, article, rest)."""
    out = []
    bodies = [("", form)]
    if form[0] in _CONJ and len(form) > 2:
        bodies.append((form[0], form[1:]))
    for conj, body in bodies:
        out.append((conj, "", False, body))
        if body.startswith("ال") and len(body) > 3:
            out.append((conj, "", True, body[2:]))
        if body[0] in _PREP and len(body) > 2:
            prep, rest = body[0], body[1:]
            out.append((conj, prep, False, rest))
            if rest.startswith("ال") and len(rest) > 3:
                out.append((conj, prep, True, rest[2:]))
            if prep == "ل" and rest[0] == "ل" and len(rest) > 2:
                out.append((conj, prep, True, rest[1:]))
                out.append((conj, prep, False, "ا" + rest))
                out.append((conj, prep, True, rest))  # لل + لجنة written للجنة
    return out


def _stems(stem: str) -> list[str]:
    """Stems as they stand without an enclitic: ta marbuta and final hamza restored."""
    out = [stem]
    if stem.endswith("ت"):
        out.append(stem[:-1] + "ة")
    if stem.endswith(("ئ", "ؤ")):
        out.append(stem[:-1] + "ء")
    if stem.endswith("ا"):
        out.append(stem[:-1] + "ى")
    if stem.endswith("ي") or stem.endswith("و"):
        out.append(stem + "ن")
    return out


def _verb_stems(stem: str) -> list[str]:
    out = [stem]
    if stem.endswith("و"):
        out.append(stem + "ا")
    if stem.endswith("ا"):
        out.append(stem[:-1] + "ى")
    if stem.endswith(("ئ", "ؤ")):
        out.append(stem[:-1] + "ا")
    if stem.endswith("تمو"):
        out.append(stem[:-1])
    return out


def _verb_prefixes(body: str) -> list[tuple[bool, bool, str]]:
    out = [(False, False, body)]
    if body[0] == "س" and len(body) > 3:
        out.append((True, False, body[1:]))
    if body[0] == "ل" and len(body) > 3:
        out.append((False, True, body[1:]))
    return out


def _fitting(features: str, future: bool, lam: bool) -> tuple[tuple[str, ...], bool]:
    """The features that the prefix allows, and whether the form is then a jussive: سـ and لـ stand before the imperfect
    only, and سـ never before the jussive.
    """
    kept = features.split()
    full = [f for f in kept if not f.endswith(SHORT)]
    if future:
        kept = full
    if future or lam:
        kept = [f for f in kept if f[0] == "i"]
    short = not any(f in full for f in kept)
    return tuple(dict.fromkeys(f.removesuffix(SHORT) for f in kept)), short


def _other_spelling(form: str) -> str | None:
    """Final ي for ى, ه for ة and the other way round, as Egyptian and hasty typesetting has them."""
    swap = {"ي": "ى", "ى": "ي", "ه": "ة", "ة": "ه"}.get(form[-1])
    return form[:-1] + swap if swap and len(form) > 1 else None


def _guess_clitics(form: str) -> tuple[str, str, bool, str]:
    """Clitics of an unknown word, taken off only where the article shows them; `tail` is a possessive pronoun."""
    conj = prep = ""
    body = form
    for lead in ("وال", "فال", "وبال", "وكال", "ولل", "بال", "كال", "لل", "ال"):
        if form.startswith(lead) and len(form) > len(lead) + 1:
            conj = lead[0] if lead[0] in _CONJ and len(lead) > 2 and lead not in ("لل",) else ""
            rest = lead[len(conj) :]
            prep = rest[0] if rest[0] in _PREP else ""
            return conj, prep, True, ""
    tail = next((enc for enc in ("هما", "هم", "ها") if body.endswith(enc) and len(body) > len(enc) + 2), "")
    return conj, prep, False, tail


def _rest_keys(form: str) -> list[str]:
    """The keys under which a word can stand inside a phrase: itself, without article, without a pronoun."""
    out = [form]
    if form.startswith("ال") and len(form) > 3:
        out.append(form[2:])
    elif form.startswith(("وال", "فال")) and len(form) > 4:
        out.append(form[0] + form[3:])  # وزير الخارجية والمغتربين
    elif form.startswith("بال") and len(form) > 5:
        out.append("ب" + form[3:])  # القائم بالأعمال
    elif form.startswith("لل") and len(form) > 3:
        out += ["ل" + form[2:], "لال" + form[2:]]
    for enc in ENCLITICS:
        if form.endswith(enc) and len(form) > len(enc) + 2:
            out += _stems(form[: -len(enc)])
            break
    if form[-1] in "يىهة":
        other = _other_spelling(form)
        if other:
            out.append(other)
            if other.startswith("ال") and len(other) > 3:
                out.append(other[2:])
    elif form.endswith("ا") and len(form) > 4:
        out.append(form[:-1])  # accusative of an adjective inside a phrase
    return out
