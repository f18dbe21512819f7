"""Times: every expression of time in an Arabic text, as TIMEX3 and as an interval of days.

`tag` is the whole interface; `read` also gives the day of writing (the dateline's, or that of publication); `load`
reads the compiled words beforehand, if the first call is to be fast.
"""

from __future__ import annotations

from waqai.times.rules import load
from waqai.times.tagger import read, tag

__all__ = ["load", "read", "tag"]
