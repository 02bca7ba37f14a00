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


def hashed_matrix(texts: Sequence[Sequence[str]], columns: int) -> csr_matrix:
    """Counts of the hashed parts of words and pairs of words, one row a text, shape (n_texts, columns)."""
    numbers: dict[str, int] = {}
    words = np.array([numbers.setdefault(w, len(numbers)) for text in texts for w in text], dtype=np.int64)
    owner = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    parts = [word_parts(word) for word in numbers]
    sizes = np.array([len(part) for part in parts], dtype=np.int64)
    hashes = np.concatenate([*parts, np.empty(0, dtype=np.uint32)])
    begins = np.cumsum(sizes) - sizes
    heads = hashes[begins[words]]
    together = owner[:-1] == owner[1:]
    pairs = (heads[:-1] * _PAIR + heads[1:])[together]
    rows = np.concatenate([np.repeat(owner, sizes[words]), owner[:-1][together]])
    every = np.concatenate([hashes[ragged(begins[words], sizes[words])], pairs])
    return counted(rows, every, (len(texts), columns))


def ragged(begins: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers from each begin on, so many of them, one after another.

    >>> ragged(np.array([7, 2]), np.array([2, 3])).tolist()
    [7, 8, 2, 3, 4]
    """
    numbers: NDArray[np.int64] = np.repeat(begins - (np.cumsum(sizes) - sizes), sizes)
    return numbers + np.arange(len(numbers))


def counted(rows: NDArray[np.int64], hashes: NDArray[np.uint32], shape: tuple[int, int]) -> csr_matrix:
    """How many times each row has each hash, folded into the columns."""
    from scipy.sparse import csr_matrix

    columns = (hashes % np.uint32(shape[1])).astype(np.int32)
    ones = np.ones(len(hashes), dtype=np.float32)
    return csr_matrix((ones, (rows.astype(np.int32), columns)), shape=shape)


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
