"""How well the coder does against comments coded by people, with bootstrap intervals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.coding import CodedText, code_and_score
from text_analysis.errors import FileError
from text_analysis.gold import GoldText
from text_analysis.model_store import Coder, load_coder
from text_analysis.themes import corrected_counts

N_RESAMPLES: Final = 500
_SEED: Final = 20261122
Counts = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure with its bootstrap 95 % interval over comments."""

    name: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ThemeFigure:
    """F1 of a theme, its bootstrap 95 % interval, and the number of comments that have it."""

    theme: str
    n: int
    f1: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of one gold set; shares 0–1, the error of theme shares in percentage points."""

    n_texts: int
    n_labels: int
    figures: tuple[Figure, ...]
    by_theme: tuple[ThemeFigure, ...]

    def __getitem__(self, name: str) -> Figure:
        """The figure of this name."""
        return next(figure for figure in self.figures if figure.name == name)

    def text(self) -> str:
        """The figures as a Swedish table for the terminal."""
        lines = [f"{self.n_texts} kommentarer, {self.n_labels} koder"]
        lines += [f"{figure.name:<42}{with_interval(figure)}" for figure in self.figures]
        lines += ["", f"{'tema':<26}{'n':>5}{'F1':>9}"]
        lines += [
            f"{t.theme:<26}{t.n:>5}{swedish(t.f1):>9}  [{swedish(t.low)}; {swedish(t.high)}]"
            for t in self.by_theme
        ]
        return "\n".join(lines)


MICRO: Final = "tema, mikro-F1"
MACRO: Final = "tema, makro-F1"
STANCE: Final = "hållning rätt på funna teman"
PAIRS: Final = "tema och hållning, mikro-F1"
SHARES: Final = "medelfel i korrigerade temaandelar, p.e."
RANKS: Final = "temanas rangordning, Spearman"
SPANS: Final = "belägg som överlappar"
NON_ANSWERS: Final = "icke-svar funna"
FALSE_NON_ANSWERS: Final = "svar som togs för icke-svar"


def evaluate(gold: Sequence[GoldText], *, coder: Coder | None = None) -> Evaluation:
    """Code the texts and compare with what people said.

    Raises
    ------
    FileError : there is no text to compare with.
    """
    coder = coder or load_coder()
    return measured(gold, *code_gold(gold, coder), coder)


def measured(
    gold: Sequence[GoldText], coded: Sequence[CodedText], scores: NDArray[np.float32], coder: Coder
) -> Evaluation:
    """The figures of texts that `code_gold` has coded."""
    return compare(gold, coded, (coder.themes.space.themes, corrected_counts(scores, coder.themes.lift)))


def code_gold(gold: Sequence[GoldText], coder: Coder) -> tuple[list[CodedText], NDArray[np.float32]]:
    """What the coder says of the texts, and its scores, shape (n_texts, n_themes).

    Raises
    ------
    FileError : there is no text to compare with.
    """
    if not gold:
        raise FileError(
            "Filen har inga kodade kommentarer.",
            expected="minst en rad",
            remedy="Välj en annan fil, eller koda kommentarer i den.",
        )
    return code_and_score([text.text for text in gold], [text.question for text in gold], coder=coder)


def truth_of(gold: Sequence[GoldText], themes: Sequence[str]) -> NDArray[np.bool_]:
    """Whether people said that each text has each theme, shape (n_texts, n_themes)."""
    return np.array([[theme in text.themes for theme in themes] for text in gold], dtype=np.bool_)


def compare(
    gold: Sequence[GoldText],
    coded: Sequence[CodedText],
    estimates: tuple[Sequence[str], NDArray[np.float32]] | None = None,
) -> Evaluation:
    """The figures of texts already coded.

    Parameters
    ----------
    gold : what people said.
    coded : what the coder said, in the same order.
    estimates : themes and what each text adds to their corrected counts, shape (n_texts, n_themes); labels
        are counted if not given.
    """
    themes = sorted({t for text in gold for t in text.themes} | {la.theme for c in coded for la in c.labels})
    counts = np.array([_counts(text, code, themes) for text, code in zip(gold, coded, strict=True)])
    found = counts[:, -len(themes) :] if estimates is None else _columns(estimates, themes)
    counts = np.hstack([counts, found])
    rng = np.random.default_rng(_SEED)
    draws = [counts[rng.integers(0, len(gold), len(gold))].sum(axis=0) for _ in range(N_RESAMPLES)]
    total = counts.sum(axis=0)
    figures = []
    for name, figure in _FIGURES.items():
        figures.append(Figure(name, float(figure(total)), *_interval([figure(draw) for draw in draws])))
    by_theme = _by_theme(themes, total, draws)
    return Evaluation(len(gold), sum(len(text.themes) for text in gold), tuple(figures), by_theme)


_WHOLE: Final = 9  # leading counts that are not per theme


def _counts(text: GoldText, code: CodedText, themes: Sequence[str]) -> Counts:
    """One comment's counts: 9 of the whole, then per theme true and found, in gold, found."""
    said = text.themes
    found = {label.theme: label for label in code.labels}
    both = said & set(found)
    right = sum(found[theme].stance == text.stance_of(theme) for theme in both)
    overlaps = sum(
        any(
            la.theme == theme and la.start < found[theme].end and found[theme].start < la.end
            for la in text.labels
        )
        for theme in both
    )
    missed = not code.cleaned.content
    whole = [len(both), len(said), len(found), right, overlaps]
    whole += [not text.content, not text.content and missed, text.content, text.content and missed]
    per_theme = [(t in both, t in said, t in found) for t in themes]
    return np.array(
        [*whole, *(value for triple in zip(*per_theme, strict=True) for value in triple)], dtype=float
    )


def _columns(estimates: tuple[Sequence[str], NDArray[np.float32]], themes: Sequence[str]) -> Counts:
    place = {theme: number for number, theme in enumerate(estimates[0])}
    return estimates[1][:, [place[theme] for theme in themes]].astype(float)


def _per_theme(total: Counts) -> Counts:
    """Rows: true and found, in gold, found, estimated; columns: themes."""
    return total[_WHOLE:].reshape(4, -1)


def _theme_f1(total: Counts) -> Counts:
    both, said, found, _ = _per_theme(total)
    return np.where(said > 0, 2 * both / np.maximum(said + found, 1), np.nan)


def _mean(values: Counts) -> float:
    """Mean of the values there are; not a number if there are none."""
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else float("nan")


def _interval(values: Sequence[float]) -> tuple[float, float]:
    """Where the middle 95 % of the values lie."""
    known = [value for value in values if not np.isnan(value)]
    if not known:
        return float("nan"), float("nan")
    low, high = np.percentile(known, [2.5, 97.5])
    return float(low), float(high)


def _share_error(total: Counts) -> float:
    _, said, _, estimated = _per_theme(total)
    return float(np.abs(said - estimated).mean() / max(total[7], 1) * 100)


def _rank_correlation(total: Counts) -> float:
    """Spearman's correlation of the themes' shares; ties share their mean rank."""
    from scipy.stats import rankdata

    _, said, _, estimated = _per_theme(total)
    if len(set(said)) == 1 or len(set(estimated)) == 1:
        return float("nan")
    return float(np.corrcoef(rankdata(said), rankdata(estimated))[0, 1])


_FIGURES: Final[dict[str, Callable[[Counts], float]]] = {
    MICRO: lambda n: 2 * n[0] / max(n[1] + n[2], 1),
    MACRO: lambda n: _mean(_theme_f1(n)),
    STANCE: lambda n: n[3] / max(n[0], 1),
    PAIRS: lambda n: 2 * n[3] / max(n[1] + n[2], 1),
    SHARES: _share_error,
    RANKS: _rank_correlation,
    SPANS: lambda n: n[4] / max(n[0], 1),
    NON_ANSWERS: lambda n: n[6] / n[5] if n[5] else float("nan"),
    FALSE_NON_ANSWERS: lambda n: n[8] / max(n[7], 1),
}


def _by_theme(themes: Sequence[str], total: Counts, draws: Sequence[Counts]) -> tuple[ThemeFigure, ...]:
    drawn = np.array([_theme_f1(draw) for draw in draws])
    n, f1 = _per_theme(total)[1], _theme_f1(total)
    return tuple(
        ThemeFigure(theme, int(n[place]), float(f1[place]), *_interval(drawn[:, place].tolist()))
        for place, theme in enumerate(themes)
    )


def with_interval(figure: Figure) -> str:
    """A figure and its interval as they are printed."""
    return f"{swedish(figure.value)}  [{swedish(figure.low)}; {swedish(figure.high)}]"


def swedish(value: float) -> str:
    """The value with three decimals, Swedish comma and minus."""
    return f"{value:.3f}".replace(".", ",").replace("-", "−")
