"""What each part of the proposal found: fields of the mapping, why, and what a person must decide."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Doubt:
    """A point only a person can settle, in a Swedish sentence, and the headers it concerns."""

    text: str
    headers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Fields of the mapping, a Swedish reason per header, and the doubts.

    A reason that concerns no column stands under a word in parentheses: "(mätning)".
    """

    fields: Table[str, Any] = field(default_factory=dict)
    reasons: Table[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()

    @property
    def headers(self) -> frozenset[str]:
        """Headers that have got a meaning or a doubt."""
        return frozenset([*self.reasons, *(header for doubt in self.doubts for header in doubt.headers)])
