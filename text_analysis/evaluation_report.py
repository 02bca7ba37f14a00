"""What `roda-tradar evaluate` says of gold files: the figures, by part too, and how true scores are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from text_analysis import evaluate as ev
from text_analysis.coding import CodedText
from text_analysis.gold import GoldText, read_gold
from text_analysis.language.question import QuestionKind, question_kind
from text_analysis.model_store import Coder, load_coder

FEWEST: Final = 20  # comments; the figures of a smaller part say nothing
N_BINS: Final = 10
_SHORT: Final = 60  # characters
_LONG: Final = 150
_ASKED: Final[dict[QuestionKind, str]] = {
    "praise": "fråga efter det som är bra",
    "fault": "fråga efter det som är mindre bra",
    "improvement": "fråga efter det som kan bli bättre",
    "suggestion": "fråga efter förslag",
    "open": "öppen fråga eller ingen",
}
_PARTS: Final[tuple[Callable[[GoldText, CodedText], str], ...]] = (
    lambda gold, _: f"fil {gold.source}",
    lambda gold, _: f"sektor {gold.sector}" if gold.sector else "",
    lambda gold, _: _length(len(gold.text)),
    lambda _, code: f"språk {code.cleaned.language}",
    lambda gold, _: _ASKED[question_kind(gold.question)],
)


@dataclass(frozen=True, slots=True)
class Bin:
    """Scores from `low` up to a tenth more: how many there are, their mean, and the share that are right."""

    low: float
    n: int
    mean: float
    right: float


def report(paths: Sequence[Path], *, coder: Coder | None = None) -> str:
    """The figures of gold files together, as Swedish tables for the terminal.

    Raises
    ------
    FileError : a file cannot be read, or there is no comment to compare with.
    """
    gold = [text for path in paths for text in read_gold(path)]
    coder = coder or load_coder()
    coded, scores = ev.code_gold(gold, coder)
    whole = ev.measured(gold, coded, scores, coder)
    truth = ev.truth_of(gold, coder.themes.space.themes)
    return "\n\n".join([whole.text(), _parts_text(gold, coded), _bins_text(reliability(scores, truth))])


def reliability(scores: NDArray[np.float32], truth: NDArray[np.bool_]) -> tuple[Bin, ...]:
    """How often scores are right, in tenths; tenths without scores are left out.

    Parameters
    ----------
    scores, truth : of each comment and theme, the same shape.

    Examples
    --------
    >>> reliability(np.array([[0.82, 0.88, 0.1]], np.float32), np.array([[True, False, False]]))[1].right
    0.5
    """
    place = np.minimum((scores * N_BINS).astype(int), N_BINS - 1)
    chosen = [(number, place == number) for number in range(N_BINS)]
    return tuple(
        Bin(number / N_BINS, int(own.sum()), float(scores[own].mean()), float(truth[own].mean()))
        for number, own in chosen
        if own.any()
    )


def parts(gold: Sequence[GoldText], coded: Sequence[CodedText]) -> dict[str, list[int]]:
    """The places of the comments of each part of the set, by file, sector, length, language and question."""
    found: dict[str, list[int]] = {}
    for part in _PARTS:
        own: dict[str, list[int]] = {}
        for place, (text, code) in enumerate(zip(gold, coded, strict=True)):
            own.setdefault(part(text, code), []).append(place)
        found |= {name: own[name] for name in sorted(own) if name and len(own[name]) >= FEWEST}
    return found


def _parts_text(gold: Sequence[GoldText], coded: Sequence[CodedText]) -> str:
    lines = [f"{'del':<36}{'n':>6}   teman, mikro-F1         hållning rätt           tema och hållning"]
    for name, places in parts(gold, coded).items():
        figures = ev.compare([gold[place] for place in places], [coded[place] for place in places])
        three = "  ".join(ev.with_interval(figures[key]) for key in (ev.MICRO, ev.STANCE, ev.PAIRS))
        lines.append(f"{name:<36}{len(places):>6}   {three}")
    return "\n".join(lines)


def _bins_text(bins: Sequence[Bin]) -> str:
    lines = [f"{'poäng':<12}{'n':>7}{'medel':>9}{'rätt':>9}"]
    for one in bins:
        span = f"{one.low:.1f}–{one.low + 1 / N_BINS:.1f}".replace(".", ",")
        bar = "█" * round(20 * one.right)
        lines.append(f"{span:<12}{one.n:>7}{ev.swedish(one.mean):>9}{ev.swedish(one.right):>9}  {bar}")
    return "\n".join(lines)


def _length(signs: int) -> str:
    if signs < _SHORT:
        return f"under {_SHORT} tecken"
    return f"{_SHORT}–{_LONG} tecken" if signs <= _LONG else f"över {_LONG} tecken"
