"""Figures are computed as they are named."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest

from text_analysis import evaluate as ev
from text_analysis.coding import CodedText
from text_analysis.errors import FileError
from text_analysis.evaluation_report import FEWEST, reliability, report
from text_analysis.gold import GoldLabel, GoldText, read_gold
from text_analysis.model_store import load_coder
from text_analysis.records import Cleaned, Label

GOLD = [
    GoldText("Höj lönen", "", True, (GoldLabel("lon_formaner", "forslag", 0, 9),), "x"),
    GoldText("Bra chef", "", True, (GoldLabel("narmaste_chef", "positiv", 0, 8),), "x"),
    GoldText("-", "", False, (), "x"),
]
CODED = [
    CodedText(Cleaned(True, "sv"), (Label("lon_formaner", "negativ", 0.9, 4, 9),)),
    CodedText(Cleaned(True, "sv"), ()),
    CodedText(Cleaned(False, "und"), ()),
]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (ev.MICRO, 2 / 3),
        (ev.MACRO, 0.5),
        (ev.STANCE, 0),
        (ev.PAIRS, 0),
        (ev.SPANS, 1),
        (ev.NON_ANSWERS, 1),
        (ev.SHARES, 25),
    ],
)
def test_figures(name: str, value: float) -> None:
    """One of two labels found, with the wrong stance and the right span."""
    assert ev.compare(GOLD, CODED)[name].value == pytest.approx(value)


def test_scores_are_told_by_tenth() -> None:
    """Two scores of 0.8 or so, one of them right, are right half the time; an empty tenth is not told."""
    scores = np.array([[0.85, 0.2], [0.8, 0.25], [1.0, 0.0]], dtype=np.float32)
    truth = np.array([[True, False], [False, False], [True, False]])
    bins = reliability(scores, truth)
    assert [(one.low, one.n, one.right) for one in bins] == [
        (0.0, 1, 0.0), (0.2, 2, 0.0), (0.8, 2, 0.5), (0.9, 1, 1.0)
    ]  # fmt: skip


def test_the_set_is_told_by_part(tmp_path: Path) -> None:
    """The report has each file, sector, length, language and kind of question with enough comments."""
    row = {"text": "Höj lönen", "question": "Vad är bra?", "sector": "skola"}
    label = {"theme": "lon_formaner", "stance": "forslag", "evidence": "Höj lönen"}
    path = tmp_path / "guld.jsonl"
    line = json.dumps(row | {"labels": [label]}, ensure_ascii=False)
    path.write_text(f"{line}\n" * FEWEST + '{"text": "Good boss", "labels": []}\n', encoding="utf-8")
    told = report([path], coder=load_coder())
    for part in ("fil guld", "sektor skola", "under 60 tecken", "språk sv", "fråga efter det som är bra"):
        assert f"\n{part} " in told
    assert "språk en" not in told


def test_intervals_hold_the_figure() -> None:
    """Every interval is around its figure."""
    figures = ev.compare(GOLD * 20, CODED * 20).figures
    known = [figure for figure in figures if not math.isnan(figure.value)]
    assert all(figure.low - 1e-9 <= figure.value <= figure.high + 1e-9 for figure in known)


def test_a_request_beside_criticism_is_a_suggestion() -> None:
    """A comment has one stance per theme: a request wins, otherwise the longest evidence."""
    both = (GoldLabel("lon_formaner", "negativ", 0, 30), GoldLabel("lon_formaner", "forslag", 31, 40))
    mixed = (GoldLabel("kollegor", "negativ", 0, 5), GoldLabel("kollegor", "positiv", 6, 30))
    assert GoldText("", "", True, both, "x").stance_of("lon_formaner") == "forslag"
    assert GoldText("", "", True, mixed, "x").stance_of("kollegor") == "positiv"


def test_evidence_outside_the_text_is_refused(tmp_path: Path) -> None:
    """A gold row whose evidence is not in its text names file and row, never the text."""
    path = tmp_path / "gold.jsonl"
    label = {"theme": "lon_formaner", "stance": "negativ", "evidence": "finns inte"}
    path.write_text(json.dumps({"text": "hemligt", "labels": [label]}), encoding="utf-8")
    with pytest.raises(FileError, match="rad 1") as caught:
        read_gold(path)
    assert "hemligt" not in str(caught.value)


def test_an_empty_gold_file_is_refused(tmp_path: Path) -> None:
    """There is nothing to compare with."""
    path = tmp_path / "gold.jsonl"
    path.write_text("", encoding="utf-8")
    with pytest.raises(FileError):
        ev.evaluate(read_gold(path), coder=load_coder())
