"""A theme's own view: the figures it hangs together with, and the words that speak of it."""

from __future__ import annotations

import pytest

from tests.app import synthetic
from text_analysis.instruments import load_instruments
from text_analysis.present.evidence import evidence
from text_analysis.present.links import theme_pairs
from text_analysis.present.numbers import decimal, signed


def test_pairs_are_those_of_the_theme_alone() -> None:
    """The eNPS first, then each tied index, with the values of the release."""
    region = synthetic.region()
    rows = region.links.query("level == 0 and theme == 'narmaste_chef' and status == 'shown'")
    pairs = theme_pairs(region, "2025", synthetic.REGION, "narmaste_chef", load_instruments())
    assert pairs[0].texts == (signed(rows["enps_with"].iloc[0]), signed(rows["enps_without"].iloc[0]))
    told = [(decimal(row.index_with), decimal(row.index_without)) for row in rows.itertuples()]
    assert [pair.texts for pair in pairs[1:]] == told


def test_a_protected_theme_has_no_pairs() -> None:
    """Nothing is shown for a unit whose links are hidden."""
    assert theme_pairs(synthetic.region(), "2025", synthetic.TINY, "narmaste_chef", load_instruments()) == ()


@pytest.mark.parametrize(
    ("text", "theme", "words"),
    [
        (
            "Då slipper man stå där när man blir inlånad för att det saknas folk.",
            "bemanning",
            ["inlånad", "saknas folk"],
        ),
        ("Hire more nurses.", "bemanning", ["Hire more nurses"]),
        ("Lönen är bra.", "schema_arbetstid", []),
        ("Bilen startar inte.", "egen.bilar", []),
    ],
    ids=["two-places", "english", "another-theme", "own-theme"],
)
def test_words_of_the_theme_are_found_in_the_quote(text: str, theme: str, words: list[str]) -> None:
    """The lexicon's expressions, whole and apart; a theme of one's own has none."""
    assert [text[start:end] for start, end in evidence(text, theme)] == words
