"""The CAMEO code nearest to a PLOVER type and mode. PLOVER is coarser than CAMEO and its types are not CAMEO's, so
that this is a way into older tools and no CAMEO coding.
"""

from __future__ import annotations

_ROOTS = {
    "AGREE": "030", "CONSULT": "040", "SUPPORT": "050", "COOPERATE": "060", "AID": "070", "CONCEDE": "080",
    "RETREAT": "080", "REQUEST": "020", "ACCUSE": "110", "REJECT": "120", "THREATEN": "130", "PROTEST": "140",
    "MOBILIZE": "150", "SANCTION": "160", "COERCE": "170", "ASSAULT": "190",
}  # fmt: skip
_MODES = {
    "CONSULT": {"visit": "042", "third-party": "045", "phone": "041"},
    "RETREAT": {
        "withdraw": "0874", "release": "0841", "disarm": "0873", "ceasefire": "0871",
        "access": "0863", "resign": "0831",
    },
    "REQUEST": {"assist": "023", "change": "024", "yield": "025", "meet": "026"},
    "ACCUSE": {"disapprove": "111", "investigate": "090", "allege": "112"},
    "REJECT": {"assist": "122", "change": "123", "yield": "124", "meet": "125"},
    "THREATEN": {
        "restrict": "132", "arrest": "137", "relations": "1313", "expel": "137", "violence": "138", "territory": "1382",
    },
    "PROTEST": {
        "demo": "141", "riot": "145", "strike": "143", "hunger": "142", "boycott": "143",
        "obstruct": "144", "vandalize": "145",
    },
    "SANCTION": {"convict": "116", "withdraw": "166", "discontinue": "164", "expel": "166"},
    "MOBILIZE": {"troops": "154", "weapons": "154", "police": "153", "militia": "154"},
    "COERCE": {
        "seize": "1711", "restrict": "172", "arrest": "173", "deport": "174", "withhold": "172", "cyber": "176",
        "censor": "1721", "curfew": "1723", "misinformation": "170", "martial-law": "1724",
    },
    "ASSAULT": {
        "abduct": "181", "torture": "1822", "sexual": "1821", "destroy": "1712", "beat": "182", "crowd-control": "175",
        "primitive": "182", "firearms": "193", "explosives": "183", "targeted": "186", "suicide-attack": "1831",
        "aerial": "195", "drone": "1952", "heavy-weapons": "194", "unconventional": "204",
    },
}  # fmt: skip
QUADS = {"V-COOP": 1, "M-COOP": 2, "V-CONF": 3, "M-CONF": 4}


def cameo(event_type: str, mode: str | None) -> str:
    """The CAMEO event code, three or four digits."""
    return _MODES.get(event_type, {}).get(mode or "", _ROOTS[event_type])


def base(code: str) -> str:
    """The code's first three digits."""
    return code[:3]


def root(code: str) -> str:
    """The code's first two digits."""
    return code[:2]
