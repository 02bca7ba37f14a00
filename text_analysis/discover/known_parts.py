"""Known sub-themes: what a theme's segments say in words that mean the same, such as "lördag" and "helg"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from text_analysis.discover.clusters import Labels
from text_analysis.discover.topics import DiscoverySegment
from text_analysis.language.lexicon import Entry, Lexicon
from text_analysis.language.words import word_forms
from text_analysis.sub_themes import SubTheme


@dataclass(frozen=True)
class KnownThemes:
    """What is known before the survey is read: the themes' names for people, and their usual sub-themes."""

    names: Mapping[str, str]
    sub_themes: Sequence[SubTheme] = ()


NOTHING_KNOWN: Final = KnownThemes({})


@dataclass(frozen=True)
class KnownParts:
    """The known sub-themes, and which of them (by number) each segment names, most said first."""

    parts: Sequence[SubTheme]
    said: Sequence[tuple[int, ...]] = field(repr=False)


def known_parts(segments: Sequence[DiscoverySegment], sub_themes: Sequence[SubTheme]) -> KnownParts:
    """The sub-themes each segment names: by how many of its words, then by which comes first.

    Only the sub-themes of the segment's own theme are looked for.
    """
    lexicons: dict[str, Lexicon] = {}
    for theme in dict.fromkeys(part.theme for part in sub_themes):
        own = [(number, part.words) for number, part in enumerate(sub_themes) if part.theme == theme]
        lexicons[theme] = Lexicon([Entry(word, str(number), 1) for number, words in own for word in words])
    said = [_said(lexicons[s.theme], s.text) if s.theme in lexicons else () for s in segments]
    return KnownParts(sub_themes, said)


def _said(lexicon: Lexicon, text: str) -> tuple[int, ...]:
    places: dict[int, set[int]] = {}
    for hit in lexicon.find(word_forms(text)):
        places.setdefault(int(lexicon.entries[hit.entry].category), set()).update(range(hit.first, hit.last))
    return tuple(sorted(places, key=lambda part: (-len(places[part]), min(places[part]), part)))


def shared_out(
    said: Mapping[int, Sequence[int]], people: Labels, *, min_people: int, at_most: int
) -> dict[int, list[int]]:
    """The segments of each sub-theme that enough people speak of, most people first; a segment has one.

    The smallest that is too small, or one too many, is left out until none is; its segments go to the
    sub-theme they name next.

    Parameters
    ----------
    said : the sub-themes each segment (row number) names, in order.
    people : the person behind each segment of the survey.
    min_people, at_most : fewest people of a sub-theme, and most sub-themes.
    """
    open_parts = {part for parts in said.values() for part in parts}
    while True:
        shared: dict[int, list[int]] = {part: [] for part in open_parts}
        for row, parts in said.items():
            first = next((part for part in parts if part in open_parts), None)
            if first is not None:
                shared[first].append(row)
        size = Counter({part: len(np.unique(people[rows])) for part, rows in shared.items()})
        ordered = sorted(size, key=lambda part: (-size[part], part))
        if not ordered or (size[ordered[-1]] >= min_people and len(ordered) <= at_most):
            return {part: shared[part] for part in ordered}
        open_parts.discard(ordered[-1])
