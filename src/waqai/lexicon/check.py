"""Moved to `waqai.check`."""
from waqai.check import *  # noqa: F403
from waqai.check import cases, run  # noqa: F401
