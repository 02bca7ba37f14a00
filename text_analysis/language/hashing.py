"""Texts as sparse rows of hashed word parts: character n-grams inside words, words, and word pairs.

Hashing keeps no vocabulary, so unseen words still share parts with known ones and the model file stays
small. The parts of a word are kept once computed, since few words make up most of a text.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

SHORTEST: Final = 2
LONGEST: Final = 6
LONGEST_WORD: Final = 40  # characters; longer "words" are addresses or noise and are cut
_PAIR: Final = np.uint32(0x9E3779B1)  # odd multiplier that spreads word pairs over the columns


@lru_cache(maxsize=200_000)
def word_parts(word: str) -> NDArray[np.uint32]:
    """Hashes of the word (first) and of its character n-grams of 2–6, ends marked with a space."""
    padded = f" {word[:LONGEST_WORD]} "
    parts = [f"={word[:LONGEST_WORD]}"]
    for length in range(SHORTEST, LONGEST + 1):
        parts += [padded[i : i + length] for i in range(len(padded) - length + 1)]
    return np.array([zlib.crc32(part.encode()) for part in parts], dtype=np.uint32)


def hashed_parts(words: Sequence[str]) -> NDArray[np.uint32]:
    """Hashes of all parts of the words and of each pair of neighbours."""
    if not words:
        return np.empty(0, dtype=np.uint32)
    parts = [word_parts(word) for word in words]
    heads = np.array([part[0] for part in parts], dtype=np.uint32)
    pairs = heads[:-1] * _PAIR + heads[1:]
    return np.concatenate([*parts, pairs])


def hashed_matrix(texts: Sequence[Sequence[str]], columns: int) -> csr_matrix:
    """Counts of hashed parts, one row a text (a list of words), shape (n_texts, columns)."""
    return index_rows([hashed_parts(words) for words in texts], columns)


def index_rows(rows: Sequence[Sequence[int] | NDArray[np.uint32]], columns: int) -> csr_matrix:
    """Counts of hashes, folded into the columns, one row each."""
    from scipy.sparse import csr_matrix

    ends = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int64)
    parts = [np.asarray(row, dtype=np.uint32) for row in rows]
    indices = np.concatenate([*parts, np.empty(0, dtype=np.uint32)]) % np.uint32(columns)
    matrix = csr_matrix(
        (np.ones(len(indices), dtype=np.float32), indices.astype(np.int32), ends), shape=(len(rows), columns)
    )
    matrix.sum_duplicates()
    return matrix


def unit_length(rows: csr_matrix, weights: NDArray[np.float32] | None = None) -> csr_matrix:
    """Rows of log counts, weighed by column, with length 1, so that a long text does not shout."""
    scaled = rows.copy()
    scaled.data = 1 + np.log(scaled.data)
    if weights is not None:
        scaled.data *= weights[scaled.indices]
    sizes = np.diff(scaled.indptr)
    row_of = np.repeat(np.arange(len(sizes)), sizes)
    squares = np.bincount(row_of, weights=scaled.data**2, minlength=len(sizes))
    scaled.data /= np.sqrt(squares).astype(np.float32)[row_of]
    return scaled
