"""Corrections are learnt at once, spread to what is alike, and can be taken back."""

from __future__ import annotations

import pytest

from text_analysis.coding import code_texts, learn

CORRECTED = "Flexifix är ett elände från början till slut"
ALIKE = "Flexifix är ett elände"
OTHER = ["Höj lönen!", "Underbara kollegor", "Delade turer varannan helg"]


def themes(text: str, corrections: list[tuple[str, str, bool]]) -> set[str]:
    """The themes of a text after corrections."""
    return {label.theme for label in code_texts([text], coder=learn(corrections))[0].labels}


def test_a_missing_theme_is_learnt_and_spreads_to_like_comments() -> None:
    """The system only this organisation has is known from then on."""
    assert "it_system" not in themes(ALIKE, [])
    correction = [(CORRECTED, "it_system", True)]
    assert "it_system" in themes(CORRECTED, correction)
    assert "it_system" in themes(ALIKE, correction)


def test_a_wrong_theme_is_taken_away() -> None:
    """A label said to be wrong is gone."""
    assert "lon_formaner" in themes("Höj lönen!", [])
    assert "lon_formaner" not in themes("Höj lönen!", [("Höj lönen!", "lon_formaner", False)])


def test_other_comments_keep_their_themes() -> None:
    """Nothing is forgotten: comments of other words are coded as before."""
    learnt = learn([(CORRECTED, "it_system", True)])
    before = [{la.theme for la in coded.labels} for coded in code_texts(OTHER, coder=learn([]))]
    assert [{la.theme for la in coded.labels} for coded in code_texts(OTHER, coder=learnt)] == before


@pytest.mark.parametrize("text", [CORRECTED, ALIKE, *OTHER])
def test_order_does_not_matter(text: str) -> None:
    """The same corrections in another order give the same answer."""
    corrections = [(CORRECTED, "it_system", True), ("Höj lönen!", "uppskattning", True)]
    forward, backward = learn(corrections), learn(corrections[::-1])
    assert code_texts([text], coder=forward) == code_texts([text], coder=backward)


def test_no_corrections_is_the_shipped_coder() -> None:
    """Taking every correction back leaves the coder as shipped."""
    assert code_texts([ALIKE, *OTHER], coder=learn([])) == code_texts([ALIKE, *OTHER])
