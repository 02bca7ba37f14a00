"""Word families: compounds and derivations of a word count with it."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from text_analysis.discover.families import word_families


@pytest.mark.parametrize(
    ("word", "longer", "is_kin"),
    [
        pytest.param("natt", "nattpass", True, id="first half of a compound"),
        pytest.param("arbete", "samarbete", True, id="last half"),
        pytest.param("lön", "löneläge", True, id="with a link"),
        pytest.param("stress", "stressad", True, id="derived"),
        pytest.param("lön", "slön", False, id="no word is left over"),
        pytest.param("lö", "lösning", False, id="too short to begin a compound"),
    ],
)
def test_a_word_counts_with_what_it_is_part_of(word, longer, is_kin):
    """The family of a word holds the longer word, never the other way round."""
    held = word_families(csr_matrix(np.array([[0, 1], [1, 0]], dtype=np.float32)), [word, longer]).toarray()
    assert held.tolist() == [[float(is_kin), 1.0], [1.0, 0.0]]
