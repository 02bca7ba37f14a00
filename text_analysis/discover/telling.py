"""Which words tell a group of segments from the rest, and how much of the group they account for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.discover.words import authors

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

LEAST_Z: Final = 3.0  # standard errors above the rest; about one word in a thousand by chance
LEAST_LIFT: Final = 2.0  # times as common as among the rest
MOST_WORDS: Final = 8


@dataclass(frozen=True)
class TellingWords:
    """Column numbers of the telling words, most telling first, and which rows of the group hold one."""

    columns: NDArray[np.int64]
    holds: NDArray[np.bool_]

    @property
    def coverage(self) -> float:
        """Share of the group's segments that hold one of its words."""
        return float(self.holds.mean()) if len(self.holds) else 0.0


def telling_words(
    present: csr_matrix, group: NDArray[np.bool_], people: NDArray[np.int64], min_people: int
) -> TellingWords:
    """The words of a group: used by enough people of it, and clearly more common there than elsewhere.

    Parameters
    ----------
    present : 0/1, (n_segments, n_words).
    group : which segments are the group's.
    people : the person behind each segment.
    min_people : fewest people of the group behind a word.
    """
    inside, outside = present[group], present[~group]
    share = np.asarray(inside.mean(axis=0)).ravel()
    rest = (np.asarray(outside.sum(axis=0)).ravel() + 1) / (outside.shape[0] + 2)
    z = (share - rest) / np.sqrt(rest * (1 - rest) / max(inside.shape[0], 1))
    enough = authors(inside, people[group]) >= min_people
    found = np.flatnonzero(enough & (z >= LEAST_Z) & (share >= LEAST_LIFT * rest))
    columns = found[np.argsort(-z[found], kind="stable")][:MOST_WORDS]
    holds = np.asarray(inside[:, columns].sum(axis=1)).ravel() > 0
    return TellingWords(columns.astype(np.int64), holds)
