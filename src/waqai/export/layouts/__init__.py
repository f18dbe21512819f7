"""Tables in the manner of other data sets: each a list of documented columns over the dyads or cases of an export."""

from __future__ import annotations
