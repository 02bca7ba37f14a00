"""Themes beside indices: every difference the release may show, once, in the direction it is good or bad."""

from __future__ import annotations

from tests.app import synthetic
from text_analysis.instruments import load_instruments
from text_analysis.present.index_heat import index_heat, index_table
from text_analysis.present.numbers import signed
from text_analysis.tables import SHOWN

AT = ("2025", synthetic.REGION)


def test_every_shown_difference_is_in_the_map_and_in_the_table() -> None:
    """As many chips as shown links with an index, and as many rows."""
    region = synthetic.region()
    links = region.links.query("wave == '2025' and level == 0")
    shown = links[(links["status"] == SHOWN) & links["index_with"].notna()]
    grid = index_heat(region, *AT, load_instruments())
    assert grid is not None
    chips = [chip for _, cells in grid.rows for cell in cells for chip in cell]
    table = index_table(region, *AT, load_instruments())
    assert len(chips) == len(table) == len(shown) > 0
    gaps = (shown["index_with"] - shown["index_without"]).astype(float)
    assert sorted(table["Skillnad"]) == sorted(signed(gap) for gap in gaps)


def test_lower_is_better_where_a_high_value_is_a_problem() -> None:
    """Writers with a lower index are worse off, but for demands and stress better."""
    region = synthetic.region()  # its writers are lower in every index
    grid = index_heat(region, *AT, load_instruments())
    assert grid is not None
    bad = {index.name for index in load_instruments().indices if index.high_is_bad}
    chips = [chip for _, cells in grid.rows for cell in cells for chip in cell]
    assert {chip.name for chip in chips} & bad
    assert all(chip.is_better == (chip.name in bad) for chip in chips)


def test_fields_stand_under_their_instrument() -> None:
    """Every row has a field for each column."""
    grid = index_heat(synthetic.region(), *AT, load_instruments())
    assert grid is not None
    assert {len(cells) for _, cells in grid.rows} == {len(grid.columns)}


def test_a_protected_unit_has_no_map() -> None:
    """Where no difference may be shown there is nothing."""
    assert index_heat(synthetic.region(), "2025", synthetic.TINY, load_instruments()) is None
