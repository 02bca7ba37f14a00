"""Units beside each other, what is special in one, and what sticks out among many."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from tests.app import synthetic
from text_analysis.codebook import load_codebook
from text_analysis.instruments import load_instruments
from text_analysis.present import outliers, tree
from text_analysis.present.numbers import signed
from text_analysis.present.wording import HIDDEN

NORTH = f"{synthetic.REGION} > Norra området"


def test_tree_has_every_unit_and_hides_the_protected() -> None:
    """The tiny unit is in the tree with the word for protected, the others with their figures."""
    rows = {row.unit: row for row in tree.unit_rows(synthetic.region(), "2025")}
    assert set(rows) == set(synthetic.REGION_UNITS)
    assert rows[synthetic.TINY].hidden
    assert set(rows[synthetic.TINY].figures) == {HIDDEN}
    assert rows[NORTH].depth == 1
    assert not rows[NORTH].hidden


def test_tree_shows_the_released_enps() -> None:
    """The figure in the tree is the figure of the release."""
    region = synthetic.region()
    place = tree.columns(region, load_instruments()).index("eNPS")
    released = region.enps.query("wave == '2025' and unit == @NORTH")["enps"].iloc[0]
    row = next(row for row in tree.unit_rows(region, "2025") if row.unit == NORTH)
    assert row.figures[place] == signed(released)


def test_comparison_leaves_out_what_one_of_the_units_hides() -> None:
    """Against a protected unit there is nothing to compare."""
    instruments = load_instruments()
    assert tree.compare(synthetic.region(), "2025", NORTH, synthetic.REGION, instruments)
    assert not tree.compare(synthetic.region(), "2025", NORTH, synthetic.TINY, instruments)


def test_special_themes_lie_outside_chance() -> None:
    """Every theme told as special has intervals apart from the level above."""
    region = synthetic.region()
    found = tree.special(region, "2025", NORTH)
    names = {theme.name_sv: theme.id for theme in load_codebook().themes}
    cells = region.themes.query("stance == 'alla' and enps_group == 'alla'").set_index(["unit", "theme"])
    assert found
    for row in found:
        here, above = cells.loc[(NORTH, names[row.name])], cells.loc[(synthetic.REGION, names[row.name])]
        assert here["low"] > above["high"] or here["high"] < above["low"]


def test_the_whole_has_nothing_above_to_be_special_against() -> None:
    """The whole organisation is not compared with anything."""
    assert tree.special(synthetic.region(), "2025", synthetic.REGION) == ()


def test_only_units_apart_from_the_whole_stick_out() -> None:
    """A unit whose interval overlaps the whole's is not told, however far its value is."""
    head = {"wave": "2025", "status": "shown"}
    enps = pd.DataFrame(
        [
            head | {"unit": "A", "enps": 0.0, "low": -2.0, "high": 2.0},
            head | {"unit": "A > sikt", "enps": -30.0, "low": -40.0, "high": -20.0},
            head | {"unit": "A > liten", "enps": -50.0, "low": -101.0, "high": 1.0},
            head | {"unit": "A > bra", "enps": 30.0, "low": 20.0, "high": 40.0},
        ]
    )
    released = replace(synthetic.region(), enps=enps)
    assert [row.name for row in outliers.standing_out(released, "2025", "A")] == ["sikt", "bra"]
