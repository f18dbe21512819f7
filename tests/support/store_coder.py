"""The coder of the tests for the store: as `FakeCoder`, with versions of its own."""

from __future__ import annotations

from dataclasses import dataclass

from fake_coder import FakeCoder


@dataclass
class StoreCoder(FakeCoder):
    """Says which versions it is."""

    version: str = "1"

    @property
    def versions(self) -> tuple[str, str]:
        return self.version, "words"
