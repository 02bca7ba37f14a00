"""The coder's measured figures and their intervals, kept in models/figures.toml beside the model they are of.

Training writes the file; `make quality` measures again and fails where a figure is worse than the worse end
of its interval, so that chance does not fail it and a real loss does.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from text_analysis import evaluate as ev
from text_analysis.coding import theme_scores
from text_analysis.errors import ModelError
from text_analysis.evaluation_report import reliability
from text_analysis.gold import GoldText, read_gold
from text_analysis.linear import Floats
from text_analysis.model_store import Coder
from text_analysis.places import DATA, MODELS
from text_analysis.themes import corrected_shares, themes_in

FILE: Final = "figures.toml"
OPEN: Final = "open"  # sets of figures: data/demo, draws of 300 from it, files left out of training
DRAWS: Final = "draws"
LEFT_OUT: Final = "left_out"
FILES: Final = "left_out_files"  # F1 of each file left out
CALIBRATION: Final = "calibration"  # how often the scores of each tenth are right in files left out
DRAW_ERROR: Final = "medelfel i uppskattade andelar på 300 kommentarer, p.e."
DRAW_RANKS: Final = "temanas rangordning på 300 kommentarer, Spearman"
DRAW_COVER: Final = "teman vars andel ligger i sitt 95 % intervall"
LOWER_IS_BETTER: Final = frozenset({ev.SHARES, ev.FALSE_NON_ANSWERS, DRAW_ERROR})
N_DRAW: Final = 300
_N_RESAMPLES: Final = 40
_DRAWS_EACH: Final = 10
_SEED: Final = 20261122

Figures = dict[str, tuple[ev.Figure, ...]]
Rows = NDArray[np.intp]


def open_set() -> list[GoldText]:
    """The open validation set: the demo's coded comments, which no training has seen."""
    return [row for path in sorted((DATA / "demo").glob("*_kommentarer.jsonl")) for row in read_gold(path)]


def open_figures(coder: Coder) -> Figures:
    """The figures of the open validation set and of draws of 300 comments from it."""
    gold = open_set()
    return {OPEN: ev.evaluate(gold, coder=coder).figures, DRAWS: _draw_figures(coder, gold)}


def left_out_figures(coder: Coder, comments: Sequence[GoldText], scores: Floats) -> Figures:
    """F1 and calibration on training comments whose files were left out of the training of their scores.

    Parameters
    ----------
    coder : its thresholds make scores into themes.
    comments : the training comments.
    scores : what models that saw no comment of the file said, shape (n, n_themes).
    """
    found = themes_in(coder.themes, scores)
    gold = ev.truth_of(comments, coder.themes.space.themes)
    # In bytes, since hundreds of resamples are gathered.
    counts = np.stack([found & gold, found, gold]).astype(np.int8)

    def sums(rows: Rows) -> NDArray[np.int64]:
        total: NDArray[np.int64] = counts[:, rows].sum(axis=1, dtype=np.int64)
        return total

    def micro(rows: Rows) -> float:
        both, said, true = sums(rows).sum(axis=1)
        return float(2 * both / (said + true))

    def macro(rows: Rows) -> float:
        both, said, true = sums(rows)
        return float(np.mean(2 * both / np.maximum(said + true, 1)))

    rng, n = np.random.default_rng(_SEED), len(comments)
    samples = [rng.integers(0, n, n) for _ in range(ev.N_RESAMPLES)]
    named: dict[str, Callable[[Rows], float]] = {ev.MICRO: micro, ev.MACRO: macro}
    sources = np.array([comment.source for comment in comments])
    files = {name: np.flatnonzero(sources == name) for name in sorted(set(sources.tolist()))}
    return {
        LEFT_OUT: tuple(
            _figure(name, measure(np.arange(n)), [measure(rows) for rows in samples])
            for name, measure in named.items()
        ),
        FILES: tuple(
            _figure(name, micro(own), [micro(rng.choice(own, len(own))) for _ in range(ev.N_RESAMPLES)])
            for name, own in files.items()
            if gold[own].any()
        ),
        CALIBRATION: _calibration(scores, gold, samples[:_N_RESAMPLES]),
    }


def _calibration(scores: Floats, gold: NDArray[np.bool_], samples: Sequence[Rows]) -> tuple[ev.Figure, ...]:
    again = [{b.low: b.right for b in reliability(scores[rows], gold[rows])} for rows in samples]
    return tuple(
        _figure(f"poäng från {one.low:.1f}", one.right, [other.get(one.low, one.right) for other in again])
        for one in reliability(scores, gold)
    )


def _figure(name: str, value: float, again: Sequence[float]) -> ev.Figure:
    low, high = np.percentile(again, [2.5, 97.5])
    return ev.Figure(name, value, float(low), float(high))


def _draw_figures(coder: Coder, gold: Sequence[GoldText]) -> tuple[ev.Figure, ...]:
    """Estimated shares of draws without replacement: error and ranks against the draw, intervals against all.

    The intervals of the figures come of draws from comments drawn with replacement.
    """
    kept = [text for text in gold if text.content]
    scores = theme_scores([t.text for t in kept], [t.question for t in kept], coder=coder)
    truth = ev.truth_of(kept, coder.themes.space.themes).astype(np.float64)
    rng, n = np.random.default_rng(_SEED), len(kept)
    whole = _mean_of_draws(coder, scores, truth, rng, _N_RESAMPLES * _DRAWS_EACH)
    again = []
    for _ in range(_N_RESAMPLES):
        rows = rng.integers(0, n, n)
        again.append(_mean_of_draws(coder, scores[rows], truth[rows], rng, _DRAWS_EACH))
    columns = zip((DRAW_ERROR, DRAW_RANKS, DRAW_COVER), whole, np.array(again).T, strict=True)
    return tuple(_figure(name, float(value), others.tolist()) for name, value, others in columns)


def _mean_of_draws(
    coder: Coder, scores: Floats, truth: NDArray[np.float64], rng: np.random.Generator, n_draws: int
) -> NDArray[np.float64]:
    """Error in percentage points, rank correlation and coverage, each the mean of the draws."""
    from scipy.stats import spearmanr

    model, of_all = coder.themes, truth.mean(axis=0)
    found = []
    for _ in range(n_draws):
        rows = rng.choice(len(scores), min(N_DRAW, len(scores)), replace=False)
        estimates = corrected_shares(model.space.themes, scores[rows], model.lift, model.spread)
        share, low, high = np.array([(e.share, e.low, e.high) for e in estimates]).T
        drawn = truth[rows].mean(axis=0)
        covered = np.mean((low <= of_all) & (of_all <= high))
        found.append((np.abs(share - drawn).mean() * 100, spearmanr(share, drawn).statistic, covered))
    return np.asarray(np.mean(found, axis=0), dtype=np.float64)


def write_figures(figures: Figures, folder: Path = MODELS) -> None:
    """Write the figures of each set, rounded to four decimals."""
    import tomli_w

    content = {
        name: {f.name: [round(end, 4) for end in (f.value, f.low, f.high)] for f in measured}
        for name, measured in figures.items()
    }
    (folder / FILE).write_text(tomli_w.dumps(content), encoding="utf-8", newline="\n")


def read_figures(folder: Path = MODELS) -> Figures:
    """The figures as they were written.

    Raises
    ------
    ModelError : the file is missing or is no TOML.
    """
    try:
        content = tomllib.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ModelError(
            "Modellens mätta kvalitet saknas.", where=FILE, remedy="Kör `make train`."
        ) from error
    return {
        name: tuple(ev.Figure(key, *ends) for key, ends in measured.items())
        for name, measured in content.items()
    }


def fallen(now: ev.Figure, kept: ev.Figure) -> bool:
    """Whether a figure is worse than the worse end of the interval it had."""
    if now.name in LOWER_IS_BETTER:
        return now.value > kept.high
    return now.value < kept.low
