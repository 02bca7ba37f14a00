"""Places in a ranking are shared where the order is not sure."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from text_analysis.ranks import rank_ranges

SHARES = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.3), st.floats(0, 0.3)), min_size=1, max_size=12)


@given(SHARES)
def test_the_place_by_size_is_among_those_it_may_have(rows: list[tuple[float, float, float]]) -> None:
    """Whatever the intervals, best ≤ own place ≤ worst, and both are places there are."""
    share, below, above = (np.array(column) for column in zip(*rows, strict=True))
    best, worst = rank_ranges(share, share - below, share + above)
    own = np.array([1 + (share > one).sum() for one in share])
    assert (best >= 1).all()
    assert (worst <= len(rows)).all()
    assert (best <= own).all()
    assert (own <= worst).all()


def test_sure_shares_have_places_of_their_own() -> None:
    """Without uncertainty the order is known, and equal shares share their places."""
    best, worst = rank_ranges([0.1, 0.3, 0.3, 0.2], [0.1, 0.3, 0.3, 0.2], [0.1, 0.3, 0.3, 0.2])
    assert list(zip(best.tolist(), worst.tolist(), strict=True)) == [(4, 4), (1, 2), (1, 2), (3, 3)]
