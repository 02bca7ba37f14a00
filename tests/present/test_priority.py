"""Five areas to begin with, by impact where it may be shown and by number of people where not."""

from __future__ import annotations

from dataclasses import replace

from tests.app import synthetic
from text_analysis.present import priority

AT = ("2025", synthetic.REGION)


def test_areas_are_ordered_by_impact() -> None:
    """The theme whose writers pull eNPS down most comes first, and five are marked."""
    found = priority.areas(synthetic.region(), *AT)
    assert priority.is_by_impact(found)
    assert found["impact"].is_monotonic_increasing
    assert found["is_first"].sum() == 5
    assert "lägre med dem än utan dem" in priority.first_areas(found)[0][1]


def test_areas_without_impact_are_ordered_by_people() -> None:
    """Where impacts are protected, the order is by people who criticise or suggest, without a picture."""
    region = synthetic.region()
    hidden = region.links.assign(status="hidden", impact=None)
    found = priority.areas(replace(region, links=hidden), *AT)
    assert not priority.is_by_impact(found)
    assert found["n_critical"].is_monotonic_decreasing
    assert priority.picture(found) is None
    assert "eNPS" not in priority.first_areas(found)[0][1]
