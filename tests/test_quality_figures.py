"""Measured figures are kept as they are, and a worse one is told from one within chance."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from text_analysis import evaluate as ev
from text_analysis import quality
from text_analysis.errors import ModelError
from text_analysis.gold import GoldLabel, GoldText
from text_analysis.model_store import load_coder


def test_figures_survive_the_file(tmp_path: Path) -> None:
    """What is written is what is read, by set and in order."""
    figures = {"open": (ev.Figure(ev.MICRO, 0.7, 0.65, 0.75), ev.Figure(ev.SHARES, 1.0, 0.9, 1.1))}
    quality.write_figures(figures, tmp_path)
    assert quality.read_figures(tmp_path) == figures


def test_figures_that_are_missing_name_the_command(tmp_path: Path) -> None:
    """Without the file the error says how to make it."""
    with pytest.raises(ModelError, match="make train"):
        quality.read_figures(tmp_path)


@pytest.mark.parametrize(
    ("name", "now", "fallen"),
    [
        (ev.MICRO, 0.66, False),
        (ev.MICRO, 0.64, True),
        (ev.MICRO, 0.9, False),
        (ev.SHARES, 0.74, False),
        (ev.SHARES, 0.76, True),
        (ev.SHARES, 0.1, False),
    ],
)
def test_only_a_real_loss_is_a_fall(name: str, now: float, *, fallen: bool) -> None:
    """A figure falls when it leaves its interval at the worse end, which for errors is the upper one."""
    assert quality.fallen(ev.Figure(name, now, now, now), ev.Figure(name, 0.7, 0.65, 0.75)) is fallen


def test_files_left_out_are_measured_by_their_scores() -> None:
    """One of two themes found and one too many: F1 is a half, and one theme's is 1."""
    coder = load_coder()
    themes = coder.themes.space.themes
    labels = tuple(GoldLabel(theme, "negativ", 0, 3) for theme in themes[:2])
    scores = np.zeros((1, len(themes)), dtype=np.float32)
    scores[0, [0, 2]] = 0.99
    micro, macro = quality.left_out_figures(coder, [GoldText("lön", "", True, labels, "f")], scores)[
        "left_out"
    ]
    assert micro.value == pytest.approx(0.5)
    assert macro.value == pytest.approx(1 / len(themes))
