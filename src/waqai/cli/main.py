"""The command `waqai`: finds the command's module, loads that one only, and turns errors into messages."""

from __future__ import annotations

import importlib
import importlib.util
import os
import signal
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from waqai import __version__
from waqai.errors import Terminated, UsageError, WaqaiError

#: Module of `waqai.cli` -> the commands that its ``register(app)`` adds, in the order of the help.
MODULES: dict[str, tuple[str, ...]] = {
    "code": ("code",),
    "explain": ("explain",),
    "init": ("init",),
    "add": ("add", "recode"),
    "status": ("status",),
    "query": ("query",),
    "merge": ("merge", "decide"),
    "export": ("export",),
    "times": ("times",),
    "dossier": ("dossier",),
    "evaluate": ("evaluate",),
    "lexicon": ("lexicon",),
    "read": ("read",),
    "examples": ("examples",),
}


def build(arguments: Sequence[str] = ()) -> typer.Typer:
    """The application with the one command that `arguments` name, or with all where they name none."""
    app = typer.Typer(
        name="waqai",
        help="Read Arabic news; write who did what to whom, when, where, and according to whom.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    named = next((argument for argument in arguments if not argument.startswith("-")), None)
    wanted = [module for module, commands in MODULES.items() if named in commands] or list(MODULES)
    for module in wanted:
        if importlib.util.find_spec(f"waqai.cli.{module}") is not None:
            importlib.import_module(f"waqai.cli.{module}").register(app)
    return app


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"waqai {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read Arabic news; write who did what to whom, when, where, and according to whom."""


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 something failed, 2 wrong use, 130 interrupted."""
    signal.signal(signal.SIGTERM, _terminate)
    try:
        build(sys.argv[1:])()
    except UsageError as error:
        _fail(error, 2)
    except WaqaiError as error:
        _fail(error, 1)
    except BrokenPipeError:
        # The reader of the pipe has seen enough (``| head``); nothing more can be told there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Terminated:
        sys.exit(143)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        if os.environ.get("WAQAI_DEBUG"):
            raise
        text = f"{type(error).__name__}: {error}"
        _fail(WaqaiError(f"an error of waqai itself: {text}", "please report it with what WAQAI_DEBUG=1 shows"), 1)


def _terminate(number: int, frame: object) -> None:
    raise Terminated


def _fail(error: WaqaiError, code: int) -> None:
    from waqai.cli.screen import printable

    print(f"waqai: {printable(str(error))}", file=sys.stderr)
    sys.exit(code)
