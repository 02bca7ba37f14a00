"""The coder's figures on the open validation set, which it was never trained on (data/demo).

A figure may not fall below its floor, the lower end of its measured 95 % interval, so that chance does not
fail the test and a real loss does. Figures and intervals stand in models/README.md.
"""

from __future__ import annotations

import pytest

from text_analysis import evaluate as ev
from text_analysis.gold import read_gold
from text_analysis.places import DATA

FLOORS = {
    ev.MICRO: 0.699,
    ev.MACRO: 0.683,
    ev.STANCE: 0.873,
    ev.PAIRS: 0.618,
    ev.RANKS: 0.851,
    ev.SPANS: 0.85,
    ev.NON_ANSWERS: 0.98,
}
CEILINGS = {ev.SHARES: 1.12, ev.FALSE_NON_ANSWERS: 0.005}


@pytest.fixture(scope="module")
def evaluation() -> ev.Evaluation:
    """The figures of the shipped coder on every coded comment of the demo surveys."""
    return ev.evaluate(
        [row for path in sorted((DATA / "demo").glob("*_kommentarer.jsonl")) for row in read_gold(path)]
    )


@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_falls(evaluation: ev.Evaluation, name: str) -> None:
    """Every share, F1 and correlation is at least its floor."""
    assert evaluation[name].value >= FLOORS[name], evaluation.text()


@pytest.mark.parametrize("name", CEILINGS)
def test_no_error_grows(evaluation: ev.Evaluation, name: str) -> None:
    """Every error is at most its ceiling."""
    assert evaluation[name].value <= CEILINGS[name], evaluation.text()
