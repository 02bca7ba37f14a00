"""Laws of every release, whatever the units, their sizes and what they answered."""

from __future__ import annotations

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.release.attacker import attacks
from tests.release.surveys import measures_of, released
from tests.release.test_attacker import region
from text_analysis import tables
from text_analysis.codebook import load_codebook
from text_analysis.records import Measures
from text_analysis.release import release
from text_analysis.settings import Settings

TREES = st.lists(st.lists(st.integers(1, 14), min_size=1, max_size=4), min_size=1, max_size=3)
SEEDS = st.integers(0, 10_000)
FEW = settings(max_examples=6, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def hidden_rows(result, table: str) -> set[tuple[object, ...]]:
    """The keys of a table's hidden rows."""
    rows = getattr(result, table)
    key = list(tables.RELEASED[table].key)
    return set(rows[rows["status"] == "hidden"][key].itertuples(index=False, name=None))


@FEW
@given(TREES, SEEDS)
def test_no_shown_cell_is_below_its_limit(sizes, seed):
    """Every shown count reaches its limit, and hidden rows carry no number at all."""
    result = released(region(seed, sizes))
    limits = {
        "response": ("responses", 5),
        "enps": ("n", 5),
        "indices": ("n", 5),
        "themes": ("n_respondents", 5),
    }
    for name, (column, limit) in limits.items():
        rows = getattr(result, name)
        assert (rows.loc[rows["status"] == "shown", column] >= limit).all()
        numbers = rows.loc[rows["status"] == "hidden"].select_dtypes("number").drop(columns="level")
        assert numbers.isna().all(axis=None)
    writers = result.themes[result.themes["status"] == "shown"]
    assert ((writers["n_respondents"] / writers["share"]).round() >= 10).all()


@FEW
@given(TREES, SEEDS)
def test_no_hidden_count_lies_in_the_row_space(sizes, seed):
    """No hidden count is a combination of shown ones: the rank audit."""
    result = released(region(seed, sizes))
    assert [cell for _, attack in attacks(result) for cell in attack.determined()] == []


@FEW
@given(TREES, SEEDS)
def test_the_order_of_rows_tells_nothing(sizes, seed):
    """Shuffled measures give the same release."""
    measures = measures_of(region(seed, sizes))
    mixed = {
        name: table.sample(frac=1, random_state=seed).reset_index(drop=True)
        for name, table in ((name, getattr(measures, name)) for name in measures.__dataclass_fields__)
    }
    first, second = (
        release("Prov", m, settings=Settings(), codebook=load_codebook(), certificate={})
        for m in (measures, Measures(**mixed))
    )
    for name in tables.RELEASED:
        pd.testing.assert_frame_equal(getattr(first, name), getattr(second, name))
    assert first.certificate == second.certificate


@FEW
@given(st.lists(st.integers(1, 25), min_size=1, max_size=6), SEEDS)
def test_higher_limits_hide_more(sizes, seed):
    """In a tree of one level, what a limit hides a higher limit hides too."""
    survey = region(seed, [sizes])
    low, high = (released(survey, Settings(min_scores=limit)) for limit in (5, 8))
    assert hidden_rows(low, "response") <= hidden_rows(high, "response")


@FEW
@given(TREES, SEEDS)
def test_a_release_of_the_same_measures_is_the_same(sizes, seed):
    """Releasing again, also with the first release known, changes nothing."""
    survey = region(seed, sizes)
    first = released(survey)
    second = released(survey, previous=first)
    for name in tables.RELEASED:
        pd.testing.assert_frame_equal(getattr(first, name), getattr(second, name))
