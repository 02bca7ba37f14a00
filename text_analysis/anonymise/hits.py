"""What a recogniser finds, and which of two overlapping finds stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from text_analysis.records import FindingType

TAGS: Final[dict[FindingType, str]] = {
    "PERSON": "[NAMN]",
    "PHONE": "[TELEFON]",
    "EMAIL": "[E-POST]",
    "PERSONNUMMER": "[PERSONNUMMER]",
    "ADDRESS": "[ADRESS]",
    "PLATE": "[REGNR]",
    "ID": "[ID]",
    "URL": "[LÄNK]",
    "DATE_OF_BIRTH": "[FÖDELSEDATUM]",
}

# Of two finds of the same length the one further up stands: what names its own form wins over what
# only looks like a number.
_ORDER: Final[tuple[FindingType, ...]] = (
    "EMAIL", "URL", "PERSONNUMMER", "PHONE", "ADDRESS", "DATE_OF_BIRTH", "PLATE", "ID", "PERSON",
)  # fmt: skip
_RANK: Final = {kind: rank for rank, kind in enumerate(_ORDER)}


@dataclass(frozen=True, slots=True)
class Hit:
    """A find in the normalised text; `sure` is false where a person should look at it."""

    start: int
    end: int
    type: FindingType
    rule: str
    sure: bool = True


Recogniser = Callable[[str], Iterable[Hit]]


def resolve(hits: Iterable[Hit]) -> list[Hit]:
    """The finds that stand, in order of place: the longest of those that overlap.

    >>> [h.type for h in resolve([Hit(0, 7, "URL", "u"), Hit(0, 12, "EMAIL", "e"), Hit(14, 17, "PERSON", "n")])]
    ['EMAIL', 'PERSON']
    """
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start - h.end, _RANK[h.type], h.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)


def free_of(hits: Iterable[Hit], barriers: list[tuple[int, int]]) -> Iterator[Hit]:
    """The finds that touch none of the barriers (tags of an earlier masking)."""
    for hit in hits:
        if all(hit.end <= start or end <= hit.start for start, end in barriers):
            yield hit
