"""Texts are cut where the subject changes, and every piece is found again in the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from text_analysis.segment import segments


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Bra kollegor men lönen är ett skämt", ["Bra kollegor", "men lönen är ett skämt"]),
        ("Lönen. Schemat.", ["Lönen.", "Schemat."]),
        ("Chefen är bra, schemat är det inte", ["Chefen är bra,", "schemat är det inte"]),
        (
            "Vi är för få på helgen och ingen lyssnar på oss",
            ["Vi är för få på helgen", "och ingen lyssnar på oss"],
        ),
        ("Kollegor och chef", ["Kollegor och chef"]),
        ("T.ex. schemat", ["T.ex. schemat"]),
        ("Nice team but low pay", ["Nice team", "but low pay"]),
        ("lön\nschema\nchef", ["lön", "schema", "chef"]),
        ("Börjar 6.45 varje dag", ["Börjar 6.45 varje dag"]),
        ("Det är kul – fast tungt", ["Det är kul –", "fast tungt"]),
    ],
)
def test_clauses(text: str, pieces: list[str]) -> None:
    """Sentences, contrasts, commas and clauses are cut; lists of two and abbreviations are not."""
    assert [segment.text for segment in segments(text)] == pieces


@given(st.text(max_size=400))
def test_spans_map_back_in_order(text: str) -> None:
    """Every segment is its own slice of the text, and no two overlap."""
    found = segments(text)
    assert all(text[segment.start : segment.end] == segment.text for segment in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(max_size=400))
def test_no_letter_is_lost(text: str) -> None:
    """Every letter and digit of the text lies in a segment."""
    covered = {place for segment in segments(text) for place in range(segment.start, segment.end)}
    assert all(place in covered for place, sign in enumerate(text) if sign.isalnum())


def test_a_wall_of_text_is_cut_into_usable_pieces() -> None:
    """100 kB without a sign, even without a blank, gives pieces of bounded length."""
    for text in ("å" * 100_000, "ord " * 25_000):
        assert max(segment.end - segment.start for segment in segments(text)) <= 600


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_nothing_gives_no_segment(text: str) -> None:
    """Blank text has no segments."""
    assert segments(text) == ()
