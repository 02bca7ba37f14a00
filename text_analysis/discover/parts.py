"""Sub-themes: what enough people of a theme name by the same word, a compound or a derivation of it.

Clauses are short and say one thing with many words: k-means parted two of nine large themes, into parts that
no word held together. A sub-theme that is anchored in a word can be read, counted and found again.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from text_analysis.discover.clusters import Labels
from text_analysis.discover.limits import DiscoveryLimits
from text_analysis.discover.words import WordTable, authors, content_tokens

SAME_START: Final = 4  # letters

Part = tuple[int, Labels]  # column of the word that holds the part together, and the part's segments


def theme_parts(
    rows: Labels, people: Labels, words: WordTable, limits: DiscoveryLimits, *, name: str = ""
) -> list[Part]:
    """The sub-themes of one theme, those of most people first; none where no word gathers enough people.

    Parameters
    ----------
    rows : the theme's segments.
    people : the person behind each segment of the survey.
    words : all words of the survey.
    limits : thresholds.
    name : the theme's name; its own words part nothing.
    """
    everyone = len(np.unique(people[rows]))
    common = np.asarray(words.families.mean(axis=0)).ravel()
    own = authors(words.present[rows], people[rows])
    special = np.asarray(words.families[rows].mean(axis=0)).ravel() >= limits.part_lift * common
    fits = special & (own >= limits.min_people_of_anchor) & ~_named(words, name)
    parts: list[Part] = []
    left = rows
    while len(parts) < limits.max_parts and len(left):
        n_people = authors(words.families[left], people[left])
        n_people[~fits | (n_people > limits.part_share * everyone)] = 0
        best = int(n_people.argmax())  # of equals the first in the alphabet
        if n_people[best] < limits.min_people:
            break
        held = words.families[left][:, [best]].toarray().ravel() > 0
        parts.append((best, left[held]))
        left = left[~held]
    return parts


def _named(words: WordTable, name: str) -> np.ndarray:
    """Which words begin as a word of the name does: "schemat" and "Schema och arbetstider"."""
    said = {token[:SAME_START] for token in content_tokens(name)}
    return np.array([word[:SAME_START] in said for word in words.words], dtype=bool)
