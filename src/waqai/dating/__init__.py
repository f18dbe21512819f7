"""The date of an event, and what it says of the event's status.

`Dater` (`dater.py`) dates the events of one article. What it asks: which expression of the sentence is the event's
(`expressions.py`), which one only that of what was asked for or blamed (`content.py`), what is counted from something
told (`counted.py`), which mentions tell of one event and have one date (`sharing.py`); `days.py` computes.
"""

from __future__ import annotations

from waqai.dating.dater import Dater
from waqai.dating.sharing import share_dates

__all__ = ["Dater", "share_dates"]
