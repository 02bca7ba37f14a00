"""What each part of the proposal found: fields of the mapping, why, and what a person must decide."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Doubt:
    """A point only a person can settle.

    Attributes
    ----------
    text : what is unclear, in Swedish sentences.
    write : how to settle it in a mapping file.
    headers : the columns it concerns.
    alike : unit names that may be the same unit.
    labels : answers in words whose numbers are not known.
    scale : the scale the answers seem to be given in, where it is not the question's.
    """

    text: str
    write: str
    headers: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    scale: tuple[int, int] | None = None


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
