"""What a recogniser finds, and which of two overlapping finds stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Verdict:
    """A word judged to be a name; `length` where only its front is (a compound)."""

    rule: str
    sure: bool
    length: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of a recogniser: which group of it is the find, and what else must hold."""

    name: str
    pattern: re.Pattern[str] = field(repr=False)
    group: str | int = 0
    accept: Callable[[re.Match[str]], bool] | None = None


def found_by(rules: Sequence[Rule], kind: FindingType, text: str) -> Iterator[Hit]:
    """The finds of the rules in the text, all of one type."""
    for rule in rules:
        for match in rule.pattern.finditer(text):
            if rule.accept is None or rule.accept(match):
                yield Hit(*match.span(rule.group), kind, rule.name)


Recogniser = Callable[[str], Iterable[Hit]]


def resolve(hits: Iterable[Hit]) -> list[Hit]:
    """The finds that stand, in order of place: the longest of those that overlap.

    >>> [hit.type for hit in resolve([Hit(5, 12, "URL", "u"), Hit(0, 12, "EMAIL", "e")])]
    ['EMAIL']
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
