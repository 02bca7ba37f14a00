"""Segments as numbers: hashed word parts, and what the hand-written lexicon says of each theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from text_analysis.language.hashing import hashed_matrix
from text_analysis.language.lexicon import Entry, Lexicon
from text_analysis.language.words import split_words
from text_analysis.linear import Floats

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

COLUMNS: Final = 2**18  # hashed columns; 2**19 gave nothing on held-out files
HIGHEST_SUM: Final = 6.0  # two sure entries; a long comment's tenth hit says nothing new
SUM_SCALE: Final = 0.1  # dense sums beside rows of length 1
ENTRY_SCALE: Final = 0.3


@dataclass(frozen=True)
class FeatureSpace:
    """What turns words into rows: the themes in order and the lexicon.

    Columns: hashed parts, per theme (sum for, sum against), one per entry, a constant.
    """

    themes: tuple[str, ...]
    lexicon: Lexicon

    @property
    def n_columns(self) -> int:
        """Width of a row."""
        return COLUMNS + 2 * len(self.themes) + len(self.lexicon.entries) + 1

    def counts(self, texts: Sequence[str]) -> tuple[csr_matrix, csr_matrix]:
        """Counts of hashed parts and the lexicon's hits of each text; sums of rows are rows of joined texts."""
        words = [split_words(text).forms for text in texts]
        return hashed_matrix(words, COLUMNS), self._hits(words)

    def rows(self, parts: csr_matrix, hits: csr_matrix) -> csr_matrix:
        """Feature rows from counts, shape (n, n_columns)."""
        from scipy.sparse import csr_matrix, hstack

        constant = csr_matrix(np.ones((parts.shape[0], 1), dtype=np.float32))
        entries = hits.copy()
        entries.data = np.full_like(entries.data, ENTRY_SCALE)
        sums = csr_matrix(self.sums(hits) * SUM_SCALE)
        return hstack([_unit_length(parts), sums, entries, constant], format="csr")

    def sums(self, hits: csr_matrix) -> Floats:
        """Weight of the entries for each theme and against each, at most `HIGHEST_SUM`, shape (n, 2 × themes)."""
        total: Floats = (hits @ self._entry_weights()).toarray()
        return np.minimum(total, np.float32(HIGHEST_SUM))

    def _hits(self, words: Sequence[Sequence[str]]) -> csr_matrix:
        from scipy.sparse import csr_matrix

        found = [[hit.entry for hit in self.lexicon.find(forms)] for forms in words]
        ends = np.cumsum([0, *map(len, found)])
        indices = np.fromiter((entry for row in found for entry in row), dtype=np.int32, count=ends[-1])
        shape = (len(words), len(self.lexicon.entries))
        hits = csr_matrix((np.ones(len(indices), dtype=np.float32), indices, ends), shape=shape)
        hits.sum_duplicates()
        return hits

    def _entry_weights(self) -> csr_matrix:
        """Entry × (theme for, theme against)."""
        from scipy.sparse import csr_matrix

        place = {theme: number for number, theme in enumerate(self.themes)}
        against = len(self.themes)
        entries: tuple[Entry, ...] = self.lexicon.entries
        columns = [place[entry.category] + (against if entry.weight < 0 else 0) for entry in entries]
        weights = [abs(entry.weight) for entry in entries]
        shape = (len(entries), 2 * against)
        return csr_matrix((np.array(weights, dtype=np.float32), (range(len(entries)), columns)), shape=shape)


def _unit_length(parts: csr_matrix) -> csr_matrix:
    """Rows of log counts with length 1, so that a long comment does not shout."""
    rows = parts.copy()
    rows.data = 1 + np.log(rows.data)
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    rows.data /= np.repeat(np.where(lengths == 0, 1, lengths), np.diff(rows.indptr)).astype(np.float32)
    return rows
