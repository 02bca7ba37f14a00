"""Units beside each other, what is special in one, and what sticks out among many."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from tests.app import synthetic
from tests.release.surveys import people, released, status
from text_analysis.instruments import load_instruments
from text_analysis.present import outliers, special, tree
from text_analysis.present.numbers import decimal, signed
from text_analysis.present.wording import HIDDEN

NORTH = f"{synthetic.REGION} > Norra området"


def test_tree_has_every_unit_and_hides_the_protected() -> None:
    """The tiny unit is in the tree with the word for protected, the others with their figures."""
    rows = {row.unit: row for row in tree.unit_rows(synthetic.region(), "2025", load_instruments())}
    assert set(rows) == set(synthetic.REGION_UNITS)
    assert rows[synthetic.TINY].hidden
    assert set(rows[synthetic.TINY].figures) == {HIDDEN}
    above = synthetic.region().enps.query("wave == '2025' and unit == @NORTH")["enps"].iloc[0]
    assert rows[synthetic.TINY].instead.endswith(f"Norra området, eNPS {signed(above)}")
    assert rows[NORTH].depth == 1
    assert not rows[NORTH].hidden


def test_tree_shows_the_released_enps() -> None:
    """The figure in the tree is the figure of the release."""
    region = synthetic.region()
    place = tree.columns(region, load_instruments()).index("eNPS")
    released = region.enps.query("wave == '2025' and unit == @NORTH")["enps"].iloc[0]
    row = next(row for row in tree.unit_rows(region, "2025", load_instruments()) if row.unit == NORTH)
    assert row.figures[place] == signed(released)


def test_comparison_leaves_out_what_one_of_the_units_hides() -> None:
    """Against a protected unit there is nothing to compare."""
    instruments = load_instruments()
    assert tree.compare(synthetic.region(), "2025", NORTH, synthetic.REGION, instruments)
    assert not tree.compare(synthetic.region(), "2025", NORTH, synthetic.TINY, instruments)


def test_special_themes_lie_outside_chance() -> None:
    """Every theme told as special has an odds ratio whose interval is on one side of 1."""
    region = synthetic.region()
    found = special.special_for_unit(region, "2025", NORTH)
    assert found
    for row in found:
        low, high = (
            float(end.replace(",", ".")) for end in row.note[:-1].split("osäkerhet ")[1].split(" till ")
        )
        assert low >= 1 if row.note.startswith("mer här") else high <= 1
        assert (row.places[0] > row.places[1]) == row.note.startswith("mer här")


def test_the_whole_has_nothing_above_to_be_special_against() -> None:
    """The whole organisation is not compared with anything."""
    assert special.special_for_unit(synthetic.region(), "2025", synthetic.REGION) == ()


def test_only_units_surely_apart_stick_out_and_noise_does_not_rank_first() -> None:
    """The farthest value is that of a small unit: drawn towards the whole it is no find."""
    head = {"wave": "2025", "status": "shown", "n": 100}
    enps = pd.DataFrame(
        [
            head | {"unit": "A", "enps": 0.0, "low": -2.0, "high": 2.0},
            head | {"unit": "A > sikt", "enps": -30.0, "low": -40.0, "high": -20.0},
            head | {"unit": "A > liten", "enps": -50.0, "low": -101.0, "high": 1.0},
            head | {"unit": "A > utan intervall", "enps": -40.0, "low": None, "high": None, "n": 5},
            head | {"unit": "A > bra", "enps": 30.0, "low": 20.0, "high": 40.0},
        ]
    )
    released = replace(synthetic.region(), enps=enps)
    assert [row.name for row in outliers.standing_out(released, "2025", "A")] == ["sikt", "bra"]


def test_a_group_that_is_alike_has_nothing_that_sticks_out() -> None:
    """Twenty units that differ by chance alone: none is told, where one in twenty intervals lies apart."""
    draw = np.random.default_rng(1)
    head = {"wave": "2025", "status": "shown", "n": 100}
    units = [
        head | {"unit": f"A > {i}", "enps": value, "low": value - 19.6, "high": value + 19.6}
        for i, value in enumerate(draw.normal(0, 10, 20))
    ]
    whole = head | {"unit": "A", "enps": 0.0, "low": -4.0, "high": 4.0}
    released = replace(synthetic.region(), enps=pd.DataFrame([whole, *units]))
    assert outliers.standing_out(released, "2025", "A") == ()


def test_indices_stick_out_beside_enps() -> None:
    """A unit far below on one index is told with the name of the index."""
    region = synthetic.region()
    low = (region.indices["unit"] == NORTH) & (region.indices["index_key"] == "hse")
    indices = region.indices.copy()
    indices.loc[low, ["value", "low", "high"]] = [30.0, 29.0, 31.0]
    found = outliers.standing_out_on_indices(
        replace(region, indices=indices), "2025", synthetic.REGION, load_instruments()
    )
    assert found[0].name == "Norra området: HSE"


def test_protected_units_are_told_together_from_what_the_level_leaves() -> None:
    """The pool's figures are those of its people, and it is no unit of its own."""
    sizes = {"A": 20, "B": 30, "C": 4, "D": 9}
    survey = [
        person
        for unit, n in sizes.items()
        for i in range(n)
        for person in people(1, unit, enps=i % 11, indices={"hse": 10.0 * (i % 9)})
    ]
    result = released(survey)
    tables = (result.response, result.enps, result.indices)
    secret = {unit for unit in sizes if "hidden" in {status(table, unit) for table in tables}}
    assert {"C", "D"} <= secret < set(sizes)
    rows = tree.unit_rows(result, "2025", load_instruments())
    assert [row.name for row in rows] == ["Region", *sizes, f"Övriga enheter tillsammans ({len(secret)} st)"]
    together = [person for person in survey if person.unit.removeprefix("Region > ") in secret]
    scores = [person.enps for person in together]
    enps = 100 * (sum(s > 8 for s in scores) - sum(s < 7 for s in scores)) / len(scores)
    mean = sum(person.indices["hse"] for person in together) / len(together)
    assert rows[-1].figures[0] == str(len(together))
    assert rows[-1].figures[2:] == (signed(enps), decimal(mean))
    assert (rows[-1].unit, rows[-1].depth, rows[-1].hidden) == ("", 1, False)


def test_one_protected_unit_has_no_row_for_the_others() -> None:
    """Where everything is shown, or one unit alone is hidden beside people of no unit, nothing is added."""
    rows = tree.unit_rows(synthetic.region(), "2025", load_instruments())
    assert not any("tillsammans" in row.name for row in rows)
