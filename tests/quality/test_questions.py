"""Answers of few words that say nothing of their theme by themselves: the question has to."""

from __future__ import annotations

import json

from text_analysis.coding import code_texts
from text_analysis.places import DATA

ROWS = [
    json.loads(line) for line in (DATA / "questions" / "short_answers.jsonl").read_text("utf-8").splitlines()
]
TEXTS = [row["text"] for row in ROWS]
REACHED = 0.55
GAINED = 0.3


def test_the_question_tells_what_short_answers_are_about() -> None:
    """With its wording far more themes are found than without."""
    asked = _f1([row["question"] for row in ROWS])
    assert asked >= REACHED
    assert asked >= _f1(None) + GAINED


def _f1(questions: list[str] | None) -> float:
    found = [{label.theme for label in coded.labels} for coded in code_texts(TEXTS, questions)]
    told = [{label["theme"] for label in row["labels"]} for row in ROWS]
    both = sum(len(a & b) for a, b in zip(found, told, strict=True))
    return 2 * both / sum(len(themes) for themes in (*found, *told))
