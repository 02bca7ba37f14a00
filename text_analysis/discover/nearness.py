"""Which segments lie near each other: what the coder knows of themes, and the survey's own words."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.discover.words import WordTable

Points = NDArray[np.float32]

WORD_DIMENSIONS: Final = 60  # more gave nothing on 300–2,500 segments
FIT_ROWS: Final = 8000  # enough to find the directions; keeps 100,000 comments within minutes
LEAST_SEGMENTS: Final = 2  # a word of one segment brings no two together


def theme_nearness(log_odds: Points, among: NDArray[np.int64]) -> Points:
    """Log-odds of the themes, each on the scale of the segments given by `among`, rows of length 1.

    Segments that no theme covers differ in what they are *almost* about: standardised among themselves
    a removed theme's came together better (76 % against 73 %) than on the scale of the whole survey.
    """
    spread = log_odds[among].std(axis=0)
    centre = log_odds[among].mean(axis=0)
    return unit_rows((log_odds - centre) / np.where(spread == 0, 1, spread))


def word_nearness(table: WordTable, seed: int) -> Points:
    """The survey's own TF-IDF of content words reduced by SVD, rows of length 1 (0 where no word is shared).

    Shape (n_segments, at most `WORD_DIMENSIONS`). `seed` steers the SVD and which rows it is fitted on.
    """
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfTransformer

    used = np.asarray(table.present.sum(axis=0)).ravel() >= LEAST_SEGMENTS
    rows = table.present[:, used]
    n_dimensions = min(WORD_DIMENSIONS, rows.shape[0] - 1, rows.shape[1] - 1)
    if n_dimensions < 1:
        return np.zeros((rows.shape[0], 1), dtype=np.float32)
    weighted = TfidfTransformer(sublinear_tf=True).fit_transform(rows)
    reducer = TruncatedSVD(n_dimensions, random_state=seed).fit(weighted[sample(rows.shape[0], seed)])
    return unit_rows(reducer.transform(weighted))


def sample(n: int, seed: int, at_most: int = FIT_ROWS) -> NDArray[np.int64]:
    """Row numbers in order: all, or `at_most` drawn by `seed`."""
    if n <= at_most:
        return np.arange(n)
    return np.sort(np.random.default_rng(seed).choice(n, at_most, replace=False))


def unit_rows(points: NDArray[np.floating]) -> Points:
    """Rows of length 1; a row of zeros stays so."""
    lengths = np.linalg.norm(points, axis=1, keepdims=True)
    return np.asarray(points / np.where(lengths == 0, 1, lengths), dtype=np.float32)
