"""`waqai lexicon`: check a folder of one's own, look a word up."""

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
    if not any(folder.rglob("*.yml")):
        raise UsageError(f"{folder} holds no file *.yml", "docs/lexicon.md shows what such a folder looks like")
    try:
        coder = Coder((folder,))
    except LexiconError as error:
        found = error.problems
    else:
        found = problems(coder, folder)
    for problem in found:
        print(problem)
    print(f"{len(found)} problem{'s' if len(found) > 1 else ''}" if found else "no problems", file=sys.stderr)
    if found:
        raise typer.Exit(1)


def show(
    word: Annotated[str, typer.Argument(help="A word or a phrase of the lexicon, in any of its forms.")],
    lexicon: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", help="A folder laid over the built-in lexicon.")
    ] = None,
) -> None:
    """Show what the lexicon knows of a word and which files say so."""
    from waqai.cli.meanings import meanings, standing
    from waqai.coder import Coder
    from waqai.lexicon.compiler import DATA
    from waqai.text.fold import fold_word

    coder = Coder(tuple(lexicon or ()))
    lines, stems = meanings(coder.lookup, fold_word(word).split())
    if not lines:
        print(f"{word}: not in the lexicon", file=sys.stderr)
        raise typer.Exit(1)
    for line in lines:
        print(line)
    for folder in (DATA, *(lexicon or ())):
        for path, numbers in standing(folder, stems):
            shown = path.relative_to(DATA) if folder == DATA else path
            print(f"  {shown}: line {', '.join(map(str, numbers[:8]))}{' ...' if len(numbers) > 8 else ''}")
