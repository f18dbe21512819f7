"""``python -m waqai``: the command line."""

from waqai.cli.main import main

main()
