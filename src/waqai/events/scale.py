"""PLOVER's quad classes and intensities (manual, draft of 2022; the ACCUSE score printed as 3 is a slip for -3)."""

from __future__ import annotations

QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "V-COOP"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "M-COOP"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "V-CONF"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "M-CONF"),
}

TYPES: dict[str, float] = {
    "AGREE": 2.5, "CONSULT": 2.5, "SUPPORT": 5, "CONCEDE": 4.5, "COOPERATE": 9.5, "AID": 10, "RETREAT": 6.5, "REQUEST": 0,  # noqa: E501
    "ACCUSE": -3, "REJECT": -2, "THREATEN": -3.5, "PROTEST": -5, "SANCTION": -6, "MOBILIZE": -5.5, "COERCE": -7, "ASSAULT": -9,  # noqa: E501
}  # fmt: skip

MODES: dict[str, dict[str, float | None]] = {
    "CONSULT": {"visit": 4, "third-party": 1, "multilateral": 4, "phone": 1.5},
    "RETREAT": {"withdraw": 8, "release": 6.5, "disarm": 10, "ceasefire": 7.5, "access": 6.5, "resign": 4.5},
    "REQUEST": {"assist": 0.5, "change": -1, "yield": -1, "meet": 0},
    "ACCUSE": {"disapprove": -2, "investigate": -3.5, "allege": -3.5},
    "REJECT": {"assist": -1.5, "change": -2, "yield": -2, "meet": -2},
    "THREATEN": {"restrict": -3, "arrest": -3.5, "relations": -3.5, "expel": -3.5, "violence": -3.5, "territory": -4},
    "PROTEST": {"demo": -5, "riot": -7, "strike": -5, "hunger": -4.5, "boycott": -4.5, "obstruct": -4.5, "vandalize": None},  # noqa: E501
    "SANCTION": {"convict": -6, "withdraw": -6, "discontinue": -6, "expel": -5.5},
    "MOBILIZE": {"troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6},
    "COERCE": {
        "seize": -7, "restrict": -7, "arrest": -7, "deport": -7, "withhold": -7, "cyber": -7, "censor": -6.5, "curfew": -6.5,  # noqa: E501
        "misinformation": -6.5, "martial-law": -7.5,
    },
    "ASSAULT": {
        "abduct": -8.5, "torture": -8.5, "sexual": -8.5, "destroy": -8.5, "beat": -7.5, "crowd-control": -7.5, "primitive": -8,  # noqa: E501
        "firearms": -9, "explosives": -9, "targeted": -9.5, "suicide-attack": -9.5, "aerial": -9.5, "drone": -9.5, "heavy-weapons": -9.5,  # noqa: E501
        "unconventional": -10,
    },
}  # fmt: skip


def intensity(event_type: str, mode: str | None) -> float:
    """The score of the mode, else of the type."""
    score = MODES.get(event_type, {}).get(mode) if mode else None
    return float(TYPES[event_type] if score is None else score)
