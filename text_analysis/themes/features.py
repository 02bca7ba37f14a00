"""Segments as numbers: hashed word parts, and what the hand-written lexicon says of each theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from text_analysis.language.hashing import hashed_matrix, unit_length
from text_analysis.language.lexicon import Lexicon
from text_analysis.language.words import word_forms
from text_analysis.linear import Floats

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

COLUMNS: Final = 2**18  # hashed columns; 2**19 gave nothing on held-out files
HIGHEST_SUM: Final = 6.0  # two sure entries; a long comment's tenth hit says nothing new
SUM_SCALE: Final = 0.1  # how much dense columns count beside hashed rows of length 1, as the two below
ENTRY_SCALE: Final = 0.3
CLASS_SCALE: Final = 0.15


@dataclass(frozen=True)
class FeatureSpace:
    """What turns words into rows: the themes in order, the lexicon, and how rare each hashed column is.

    The lexicon's categories are themes, or classes of words that mean the same sort of thing.
    Columns: hashed parts, per theme (sum for, sum against), word classes, one per entry, a constant.
    """

    themes: tuple[str, ...]
    lexicon: Lexicon
    rarity: Floats

    def counts(self, texts: Sequence[str]) -> tuple[csr_matrix, csr_matrix]:
        """Counts of hashed parts and lexicon hits of each text; sums of rows are rows of joined texts."""
        words = [word_forms(text) for text in texts]
        return hashed_matrix(words, COLUMNS), self._hits(words)

    def rows(self, parts: csr_matrix, hits: csr_matrix) -> csr_matrix:
        """Feature rows from counts, shape (n, n_columns)."""
        from scipy.sparse import csr_matrix, hstack

        constant = csr_matrix(np.ones((parts.shape[0], 1), dtype=np.float32))
        sums = csr_matrix(self.sums(hits) * SUM_SCALE)
        columns = [unit_length(parts, self.rarity), sums, _present(hits @ self._class_members, CLASS_SCALE)]
        return hstack([*columns, _present(hits, ENTRY_SCALE), constant], format="csr")

    def sums(self, hits: csr_matrix) -> Floats:
        """Weight of the entries for and against each theme, at most `HIGHEST_SUM`, shape (n, 2 × themes)."""
        total: Floats = (hits @ self._theme_weights).toarray()
        return np.minimum(total, np.float32(HIGHEST_SUM))

    def _hits(self, words: Sequence[Sequence[str]]) -> csr_matrix:
        from scipy.sparse import csr_matrix

        found = [[hit.entry for hit in self.lexicon.find(forms)] for forms in words]
        ends = np.cumsum([0, *map(len, found)])
        indices = np.fromiter((entry for row in found for entry in row), dtype=np.int32, count=int(ends[-1]))
        shape = (len(words), len(self.lexicon.entries))
        hits = csr_matrix((np.ones(len(indices), dtype=np.float32), indices, ends), shape=shape)
        hits.sum_duplicates()
        return hits

    @cached_property
    def _theme_weights(self) -> csr_matrix:
        """Entry × (theme for, theme against)."""
        places = {theme: number for number, theme in enumerate(self.themes)}
        against = len(self.themes)
        chosen = [
            (number, places[entry.category] + (against if entry.weight < 0 else 0), abs(entry.weight))
            for number, entry in enumerate(self.lexicon.entries)
            if entry.category in places
        ]
        return _table(chosen, (len(self.lexicon.entries), 2 * against))

    @cached_property
    def _class_members(self) -> csr_matrix:
        """Entry × word class."""
        classes = sorted({entry.category for entry in self.lexicon.entries} - set(self.themes))
        places = {name: number for number, name in enumerate(classes)}
        chosen = [
            (number, places[entry.category], 1)
            for number, entry in enumerate(self.lexicon.entries)
            if entry.category in places
        ]
        return _table(chosen, (len(self.lexicon.entries), max(len(classes), 1)))


def rarity_of(texts: Sequence[str]) -> Floats:
    """How much each hashed column counts, mean 1: the logarithm of how few of the texts have it (idf)."""
    parts = hashed_matrix([word_forms(text) for text in texts], COLUMNS)
    having = np.bincount(parts.indices, minlength=COLUMNS)
    rarity = np.log((len(texts) + 1) / (having + 1))
    return np.asarray((rarity / rarity.mean()).astype(np.float16), dtype=np.float32)  # as the file keeps it


def _table(cells: Sequence[tuple[int, int, int]], shape: tuple[int, int]) -> csr_matrix:
    from scipy.sparse import csr_matrix

    rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_matrix((np.array(values, dtype=np.float32), (rows, columns)), shape=shape)


def _present(counts: csr_matrix, value: float) -> csr_matrix:
    """The value wherever there is a count."""
    marked = counts.copy()
    marked.data = np.full_like(marked.data, value)
    return marked
