"""Whose figures a page shows when a unit's own are protected."""

from __future__ import annotations

from tests.app import synthetic
from text_analysis.present import cut


def test_only_waves_with_answers_can_be_chosen() -> None:
    """Years known only through figures given from outside are for comparison."""
    assert cut.waves(synthetic.region()) == ("2025",)
    assert cut.waves(synthetic.pulse()) == ("2023-05", "2023-09", "2023-12")


def test_units_follow_the_tree() -> None:
    """The whole first, each unit after the one it belongs to, nothing from outside."""
    units = cut.units(synthetic.region(), "2025")
    assert units[0] == synthetic.REGION
    assert set(units) == set(synthetic.REGION_UNITS)
    assert all(units.index(unit.rpartition(" > ")[0]) < units.index(unit) for unit in units if " > " in unit)


def test_own_figures_are_shown_where_they_may() -> None:
    """A unit with enough answers is shown as itself."""
    shown = cut.nearest(synthetic.region().enps, "2025", synthetic.REGION)
    assert shown.is_own
    assert not shown.is_empty


def test_protected_unit_gets_the_nearest_level_above() -> None:
    """The level above stands in for a hidden unit."""
    shown = cut.nearest(synthetic.region().enps, "2025", synthetic.TINY)
    assert (shown.unit, shown.asked) == (f"{synthetic.REGION} > Norra området", synthetic.TINY)


def test_nothing_stands_in_where_every_level_is_protected() -> None:
    """No level has anything to show: the page says so."""
    enps = synthetic.region().enps.assign(status="hidden")
    assert cut.nearest(enps, "2025", synthetic.TINY).is_empty
