"""Sub-themes: what enough people of a theme speak of in words that mean the same, or by a word of its own.

Clauses are short and say one thing with many words: k-means parted two of nine large themes, into parts that
no word held together. Known sub-themes bring together what has no letter in common (helg, lördag); what is
special to the survey is anchored in a word, a compound or a derivation of it. Both can be read, counted and
found again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from text_analysis.discover.clusters import Labels
from text_analysis.discover.known_parts import KnownParts, shared_out
from text_analysis.discover.limits import DiscoveryLimits
from text_analysis.discover.nouns import is_noun
from text_analysis.discover.words import WordTable, authors, content_tokens
from text_analysis.sub_themes import SubTheme

SAME_START: Final = 4  # letters


@dataclass(frozen=True)
class Part:
    """A sub-theme of segments `rows`: a known one, or what the word in `column` holds together."""

    rows: Labels = field(repr=False)
    known: SubTheme | None = None
    column: int = -1


def theme_parts(
    rows: Labels,
    people: Labels,
    words: WordTable,
    known: KnownParts,
    limits: DiscoveryLimits,
    *,
    name: str = "",
) -> list[Part]:
    """The sub-themes of one theme, known ones first; none where nothing gathers enough people.

    Parameters
    ----------
    rows : the theme's segments.
    people : the person behind each segment of the survey.
    words : all words of the survey.
    known : the known sub-themes and where they are named.
    limits : thresholds.
    name : the theme's name; its own words part nothing.
    """
    said = {row: known.said[row] for row in rows.tolist()}
    shared = shared_out(said, people, min_people=limits.min_people, at_most=limits.max_parts)
    parts = [Part(np.array(own, dtype=np.int64), known.parts[number]) for number, own in shared.items()]
    held = np.concatenate([part.rows for part in parts]) if parts else np.empty(0, dtype=np.int64)
    left = np.setdiff1d(rows, held)
    room = limits.max_parts - len(parts)
    return parts + _by_word(left, rows, people, words, limits, name=name, at_most=room)


def _by_word(
    left: Labels,
    rows: Labels,
    people: Labels,
    words: WordTable,
    limits: DiscoveryLimits,
    *,
    name: str,
    at_most: int,
) -> list[Part]:
    """What is left of a theme, parted by nouns that enough people use."""
    everyone = len(np.unique(people[rows]))
    common = np.asarray(words.families.mean(axis=0)).ravel()
    own = authors(words.present[rows], people[rows])
    special = np.asarray(words.families[rows].mean(axis=0)).ravel() >= limits.part_lift * common
    fits = special & (own >= limits.min_people_of_anchor) & ~_named(words, name)
    parts: list[Part] = []
    while len(parts) < at_most and len(left):
        n_people = authors(words.families[left], people[left])
        n_people[~fits | (n_people > limits.part_share * everyone)] = 0
        best = int(n_people.argmax())  # of equals the first in the alphabet
        if n_people[best] < limits.min_people:
            break
        if not is_noun(words.lemmas[best], words.words[best]):
            fits[best] = False
            continue
        held = words.families[left][:, [best]].toarray().ravel() > 0
        parts.append(Part(left[held], column=best))
        left = left[~held]
    return parts


def _named(words: WordTable, name: str) -> np.ndarray:
    """Which words begin as a word of the name does: "schemat" and "Schema och arbetstider"."""
    said = {token[:SAME_START] for token in content_tokens(name)}
    return np.array([word[:SAME_START] in said for word in words.words], dtype=bool)
