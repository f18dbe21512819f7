"""Index of Arabic verbs: citation form -> root and pattern.

The attested verbs are those of the tables of Marwan al-Bawwab and Yahya Mir Alam that `mazini` carries (CC BY 4.0,
see NOTICE);
`python -m waqai.lexicon.verb_index` rebuilds ``verb_index.txt`` (about a minute). A line is: vocalised past (he),
root, pattern code.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from pathlib import Path

from waqai.text.fold import fold_word

INDEX = Path(__file__).with_name("verb_index.txt")
_SHADDA = "\u0651"


class UnknownVerb(ValueError):
    """A citation form that is no attested verb, or several that inflect differently."""


@functools.cache
def _index() -> dict[str, list[tuple[str, str, str]]]:
    out: dict[str, list[tuple[str, str, str]]] = {}
    for line in INDEX.read_text("utf8").splitlines():
        past, root, code = line.split("\t")
        out.setdefault(fold_word(past), []).append((past, root, code))
    return out


def _root(text: str) -> str:
    """A root with every hamza seat written as ء, as the index has it."""
    return re.sub("[أإآؤئا]", "ء", text)


def resolve(citation: str) -> list[tuple[str, str]]:
    """The (root, pattern code) pairs that a citation form like ``اتهم``, ``حذّر``, ``دعا/دعو`` or ``فبرك/فبرك/Iq``
    stands for.

    Several pairs mean that the word is written alike for all of them. Raises `UnknownVerb`.
    """
    form, _, rest = citation.partition("/")
    root, _, code = rest.partition("/")
    if root and code:
        return [(root, code)]
    found = _index().get(fold_word(form), [])
    if root:
        found = [f for f in found if _root(f[1]) == _root(root)]
    if _SHADDA in unicodedata.normalize("NFC", form):
        doubled = [f for f in found if _SHADDA in f[0]]
        found = doubled or found
    if "آ" not in form and form[:1] == "أ":  # hamza written on the first letter: not the assimilated أأ
        found = [f for f in found if not f[0].startswith("آ")] or found
    if not found:
        raise UnknownVerb(
            f"{citation}: no such verb is known; write it with its root and pattern, as in {form}/ROOT/II"
        )
    roots = {f[1] for f in found}
    if len(roots) > 1:
        raise UnknownVerb(
            f"{citation}: may be of the roots {', '.join(sorted(roots))}; add the one meant after a slash: {form}/{sorted(roots)[0]}"  # noqa: E501
        )
    return [(f[1], f[2]) for f in found]


def build() -> None:
    """Write ``verb_index.txt`` anew."""
    import mazini
    from mazini import lexicon

    codes = {w.wazn: w.form_code for w in mazini.WAZNS}
    lines = []
    for root in lexicon.lexicon_roots():
        for wazn in lexicon.attested_wazns(root):
            try:
                past = mazini.conjugate(root, wazn).slots.get("past_3ms", [])
            except mazini.MaziniError:
                continue
            lines += [f"{p.form}\t{root}\t{codes[wazn]}" for p in past]
    INDEX.write_text("\n".join(lines) + "\n", "utf8")


if __name__ == "__main__":
    build()
