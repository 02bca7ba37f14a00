"""A theme's own view: the figures it hangs together with, and the words that speak of it."""

from __future__ import annotations

import pytest

from tests.app import synthetic
from text_analysis.instruments import load_instruments
from text_analysis.present.lexicon_entries import entries
from text_analysis.present.links import theme_pairs
from text_analysis.present.numbers import decimal, signed
from text_analysis.present.themes import theme_quotes


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
    ("text", "theme", "said"),
    [
        ("Hire more nurses.", "bemanning", True),
        ("Lönen är bra.", "schema_arbetstid", False),
        ("Bilen startar inte.", "egen.bilar", False),
    ],
    ids=["english", "another-theme", "own-theme"],
)
def test_the_lexicons_entries_are_those_of_the_theme(text: str, theme: str, said: bool) -> None:
    """Each theme has its own, and a theme of one's own has none."""
    assert bool(entries(text, theme)) == said


def test_a_quote_is_marked_where_its_evidence_lies() -> None:
    """The place is the release's: what the coder leaned on, not words looked up afterwards."""
    region = synthetic.region()
    row = region.quotes.iloc[0]
    quotes = theme_quotes(region, row["wave"], row["unit"], row["theme"])
    assert ((row["start"], row["end"]),) in [quote.marks for quote in quotes if quote.text == row["text"]]
