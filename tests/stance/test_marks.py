"""Marks of word stems: what stands in a span, with its theme, negated, in pairs and at the ends."""

from __future__ import annotations

import numpy as np
import pytest

from text_analysis.stance.marks import mark_rows


def marks(words: str, theme: str = "", span: tuple[int, int] | None = None) -> set[int]:
    """The columns of one span of words, all of them if no span is given."""
    found = words.split()
    spans = np.array([span or (0, len(found))], dtype=np.int64)
    return set(mark_rows(found, spans, [theme]).indices.tolist())


@pytest.mark.parametrize(
    ("one", "other"),
    [("lönen är låg", "låg är lönen"), ("inte bra", "bra inte"), ("fler kollegor", "fler chefer")],
    ids=["order", "negation", "word"],
)
def test_other_words_or_another_order_give_other_marks(one: str, other: str) -> None:
    """What a negation turns and what stands beside what is told apart."""
    assert marks(one) != marks(other)


def test_a_theme_adds_its_own_marks() -> None:
    """The words keep their marks, and get one more each for the theme, another for another theme."""
    alone, staffing, pay = (marks("fler nu", theme) for theme in ("", "bemanning", "lon"))
    assert alone < staffing
    assert alone < pay
    assert staffing - alone != pay - alone


def test_endings_do_not_matter_inside() -> None:
    """A stem is the first six letters, so past the first two words the forms of a word share marks."""
    assert marks("vi har kollegor här") == marks("vi har kollegorna här")


def test_a_span_does_not_see_what_stands_around_it() -> None:
    """A span has the marks it has alone; a negation before it belongs to another text."""
    assert marks("inte bra chef", span=(1, 3)) == marks("bra chef")


def test_a_span_without_words_has_no_marks() -> None:
    """A span of signs gives an empty row beside the others."""
    rows = mark_rows(["bra", "chef"], np.array([[0, 2], [1, 1]], dtype=np.int64), ["", ""])
    assert np.diff(rows.indptr).tolist()[1] == 0
    assert (rows.data == 1).all()
