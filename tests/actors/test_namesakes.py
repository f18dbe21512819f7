"""عمان: Amman, which stands for Jordan, or Oman, by the vowel sign and by what else the article names."""

from __future__ import annotations

import pytest
from reading import events

JORDAN, OMAN = "JOR", "OMN"
CASES = [
    ("رحبت عمان بالاتفاق بين السعودية وإيران.", JORDAN),
    ("رحبت عُمان بالاتفاق بين السعودية وإيران.", OMAN),
    ("ورحبت عمان بالاتفاق، وقال وزير الخارجية العماني إن بلاده تدعم الحوار.", OMAN),
    ("ورحبت عمان بالاتفاق، وقال وزير الخارجية الأردني لنظيره العماني إن بلاده تدعم الحوار.", JORDAN),
    ("رحبت عمان بالاتفاق الذي أعلن في مسقط.", OMAN),
    ("رحبت عمان بالاتفاق الذي وقعه الوزير في مسقط رأسه.", JORDAN),
    ("رحبت سلطنة عمان بالاتفاق بين السعودية وإيران.", OMAN),
]


@pytest.mark.parametrize(("text", "country"), CASES)
def test_state_of_a_name_that_two_have(text: str, country: str) -> None:
    found = [e for e in events(text) if e.event_type == "SUPPORT"]
    assert found[0].actors[0].country == country
