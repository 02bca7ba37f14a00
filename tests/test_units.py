"""Unit paths: levels, parents and one row per level."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from text_analysis.errors import MappingError
from text_analysis.units import ancestors, expand, level, parent, place, root

NAMES = st.text(alphabet="abcåäö", min_size=1, max_size=3)
PATHS = st.lists(NAMES, min_size=0, max_size=3).map(lambda names: " > ".join(["R", *names]))


@pytest.mark.parametrize(
    ("unit", "expected_level", "expected_parent"),
    [
        pytest.param("Regionen", 0, "", id="whole organisation"),
        pytest.param("Regionen > Umeå", 1, "Regionen", id="area"),
        pytest.param("Regionen > Umeå > Akuten", 2, "Regionen > Umeå", id="workplace"),
        pytest.param("A>B", 0, "", id="sign without spaces is part of a name"),
    ],
)
def test_a_path_tells_level_and_parent(unit, expected_level, expected_parent):
    """Level and parent follow from the path alone."""
    assert (level(unit), parent(unit)) == (expected_level, expected_parent)


@given(PATHS)
def test_every_ancestor_is_the_parent_of_the_next(path):
    """From the organisation down to the unit, each path is the parent of the following."""
    line = ancestors(path)
    assert (line[0], line[-1]) == ("R", path)
    assert [parent(unit) for unit in line[1:]] == list(line[:-1])


@given(st.lists(PATHS, min_size=1, max_size=20))
def test_expanding_counts_everyone_in_every_unit_above(paths):
    """A unit has as many rows as there are respondents in it or below it."""
    table = expand(pd.DataFrame({"unit": paths, "who": range(len(paths))}))
    counts = table.groupby("unit")["who"].nunique().to_dict()
    assert counts == {unit: sum(unit in ancestors(path) for path in paths) for unit in counts}
    assert len(table) == sum(level(path) + 1 for path in paths)
    assert [level(unit) for unit in table["unit"]] == list(table["level"])
    assert [parent(unit) for unit in table["unit"]] == list(table["parent"])


def test_expanding_no_rows_gives_no_rows():
    """A survey without comments still gets its columns."""
    table = expand(pd.DataFrame({"unit": pd.Series(dtype="str")}))
    assert list(table.columns) == ["unit", "level", "parent"]
    assert table.empty


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        pytest.param("", ("HSF", 0, ""), id="empty is the whole organisation"),
        pytest.param("HSF > Umeå", ("HSF > Umeå", 1, "HSF"), id="inside"),
        pytest.param("Region Västerbotten", ("Region Västerbotten", -1, ""), id="above"),
        pytest.param("Riket > Regionen", ("Riket > Regionen", -1, ""), id="above, with its own path"),
    ],
)
def test_a_given_unit_is_placed_inside_or_above(unit, expected):
    """Comparisons may name the organisation, its units, or something above it."""
    placed = place(pd.DataFrame({"unit": [unit]}), "HSF")
    assert tuple(placed.loc[0, ["unit", "level", "parent"]]) == expected


@pytest.mark.parametrize("units", [["A > x", "B > x"], [], [""]], ids=["two", "none", "nameless"])
def test_units_without_a_common_organisation_are_refused(units):
    """Levels mean nothing unless one organisation stands above all."""
    with pytest.raises(MappingError, match="gemensam organisation"):
        root(units)
