"""Who an actor with several codes is in a text without a date."""

from __future__ import annotations

from reading import events


def test_fighters_who_came_to_power_late() -> None:
    (event,) = events("قتل عشرة من مسلحي حركة طالبان في غارة جوية.", None)
    assert [(m.country, m.sector) for m in event.recipients] == [("AFG", "REB")]


def test_a_date_says_what_they_were() -> None:
    (event,) = events("قتل عشرة من مسلحي حركة طالبان في غارة جوية.", "2023-05-01")
    assert [m.country for m in event.recipients] == ["AFG"]
    assert event.recipients[0].sector != "REB"
