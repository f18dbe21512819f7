"""The files of general vocabulary (``words/*.yml``) and how each enters the table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from waqai.lexicon.inflect import inflect_verb
from waqai.lexicon.verb_index import UnknownVerb
from waqai.text.fold import fold_word

if TYPE_CHECKING:
    from waqai.lexicon.compiler import Builder


def add_words(builder: Builder, stem: str, content: Any) -> Iterator[str]:
    """Enter one file; `stem` is its name. Yields a message for each word that could not be entered."""
    content = content or {}
    if stem == "function":
        for name, words in content.items():
            if name == "waw_verbs":
                for word in words:
                    yield from _verb(builder, str(word), "waw")
            else:
                builder.function_words(name, words)
    elif stem == "nouns":
        for words in content.values():
            builder.general(words, "N")
    elif stem == "names":
        for words in content.values():
            builder.personal_names(str(word) for word in words)
    elif stem == "adjectives":
        for words in content.values():
            builder.general(words, "ADJ")
    elif stem == "verbs":
        for name, words in content.items():
            for word in words:
                yield from _verb(builder, str(word), "general" if name == "verbs" else name)
    elif stem == "speech":
        for item in content.get("verbs", content.get("speech", [])):
            kinds = ["speech", item.get("kind", "say"), *(["shows"] if item.get("shows") else [])]
            yield from _verb(builder, item["verb"], *kinds)
        for kind, words in content.get("nouns", {}).items():
            for word in words if kind in ("say", "announce", "claim") else ():
                builder.lex(word, "fixed" if word.endswith("ات") else "event").add("classes", "saying")
    elif stem == "light":
        for name, words in content.items():
            for word in words or ():
                citation, *prep = str(word).split()
                yield from _verb(builder, citation, name + ("+" + fold_word(prep[0]) if prep else ""))


def _verb(builder: Builder, citation: str, *kinds: str) -> Iterator[str]:
    try:
        verb = builder.verb(citation)
    except (UnknownVerb, ValueError) as error:
        yield str(error)
        return
    for kind in kinds:
        if kind not in verb.kinds:
            verb.kinds.append(kind)
    if "speech" in kinds:
        for word in sorted(inflect_verb(citation).active):
            builder.lex(word, "participle", "PART").add("classes", "speech")
