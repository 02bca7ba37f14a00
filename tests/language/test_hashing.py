"""Hashed rows keep lengths, sums and order."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from text_analysis.language.hashing import hashed_matrix, unit_length

WORDS = st.lists(st.text(alphabet="abcdeåäö", min_size=1, max_size=12), max_size=8)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_rows_are_of_length_one_or_empty(texts: list[list[str]]) -> None:
    """Every text with a word weighs the same."""
    rows = unit_length(hashed_matrix(texts, 2**12)).toarray()
    lengths = np.sqrt((rows**2).sum(axis=1))
    assert np.allclose(lengths, [1.0 if words else 0.0 for words in texts], atol=1e-5)


@given(WORDS, WORDS)
def test_a_row_does_not_depend_on_its_neighbours(one: list[str], other: list[str]) -> None:
    """A text has the same row alone and among others."""
    together = hashed_matrix([one, other], 2**12).toarray()
    assert np.array_equal(together[:1], hashed_matrix([one], 2**12).toarray())
    assert np.array_equal(together[1:], hashed_matrix([other], 2**12).toarray())


def test_an_endless_word_has_bounded_parts() -> None:
    """A word of 100 kB gives no more parts than one of 40 letters."""
    assert hashed_matrix([["å" * 100_000]], 2**18).nnz <= 40 * 6
