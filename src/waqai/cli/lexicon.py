"""`waqai lexicon`: check a folder of one's own, look a word up, rebuild the built-in table."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    group = typer.Typer(help="Check a lexicon folder, or look a word up.", no_args_is_help=True)
    group.command("check", no_args_is_help=True)(check)
    group.command("show", no_args_is_help=True)(show)
    app.add_typer(group, name="lexicon")


def check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder of YAML as docs/lexicon.md describes.")],
) -> None:
    """Check a folder: mistakes of form with file and line, words that clash, examples that are not read as written."""
    from waqai.check import problems
    from waqai.coder import Coder
    from waqai.errors import UsageError
    from waqai.lexicon.compiler import LexiconError

    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder", "name the folder that holds frames/, classes/ or actors/")
    try:
        coder = Coder((folder,))
    except LexiconError as error:
        found = error.problems
    else:
        found = problems(coder, folder)
    for problem in found:
        print(problem)
    print(f"{len(found)} problems" if found else "no problems", file=sys.stderr)
    if found:
        raise typer.Exit(1)


def show(
    word: Annotated[str, typer.Argument(help="A word or a phrase of the lexicon, in any of its forms.")],
    lexicon: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", help="A folder laid over the built-in lexicon.")
    ] = None,
) -> None:
    """Show what the lexicon knows of a word and which files say so."""
    from waqai.coder import Coder
    from waqai.lexicon.compiler import DATA
    from waqai.text.fold import fold_word

    coder = Coder(tuple(lexicon or ()))
    table = coder.table
    folded = fold_word(word).split()
    info = coder.lookup.word(folded[0])
    lines: list[str] = []
    stems: set[str] = set()
    for reading in info.verbs:
        verb = table.verbs[reading.verb]
        stems.add(verb.lemma.split("/")[0])
        lines.append(
            f"verb {verb.lemma} ({', '.join(reading.features)}): {', '.join([*verb.kinds, *verb.classes, *(table.frames[f].name for f in verb.frames)]) or 'known'}"  # noqa: E501
        )
    for start in info.starts:
        for rest, number, _ in start.entries:
            if rest != folded[1:] and len(folded) > 1:
                continue
            lex = table.lexes[number]
            stems.add(lex.key)
            actors = [
                f"{table.actors[n].en} ({table.actors[n].id})"
                for n in dict.fromkeys([*lex.names, *lex.shorts, *lex.seats, *lex.seats_gov, *lex.demonyms])
            ]
            kinds = [table.kinds[n].id for n in [*lex.roles, *lex.bodies, *lex.generics]]
            frames = [
                table.frames[n].name
                for n in [*lex.frames, *lex.active, *lex.passive, *(light.frame for light in lex.lights)]
            ]
            lines.append(
                f"{lex.key}: {', '.join([*actors, *kinds, *dict.fromkeys(frames), *(f'<{c}>' for c in lex.classes), *lex.fn]) or 'known'}"  # noqa: E501
            )
    for line in dict.fromkeys(lines):
        print(line)
    if not lines:
        print(f"{word}: not in the lexicon", file=sys.stderr)
        raise typer.Exit(1)
    for path in sorted([*DATA.rglob("*.yml"), *(p for folder in lexicon or () for p in folder.rglob("*.yml"))]):
        text = fold_word(path.read_text("utf8"))
        hits = [str(n) for n, line in enumerate(text.splitlines(), 1) if any(_stands(stem, line) for stem in stems)]
        if hits:
            print(
                f"  {path.relative_to(DATA) if path.is_relative_to(DATA) else path}: line {', '.join(hits[:8])}{' ...' if len(hits) > 8 else ''}"  # noqa: E501
            )


def _stands(stem: str, line: str) -> bool:
    import re

    return (
        not line.lstrip().startswith(("#", "- text", "text:"))
        and re.search(rf"(?<![ء-ي]){re.escape(stem)}(?![ء-ي])", line) is not None
    )
