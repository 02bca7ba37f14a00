"""Estimated shares are shown beside their counts and nowhere else, and tell nothing more of anyone."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pandas as pd
import pytest

from tests.release import surveys
from tests.release.surveys import Person, measures_of, people, writers
from text_analysis.codebook import load_codebook
from text_analysis.records import STANCES, Released
from text_analysis.release import release
from text_analysis.settings import Settings
from text_analysis.tables import HIDDEN, SHOWN

SENSITIVE = next(theme.id for theme in load_codebook().themes if theme.sensitive)
MIXED = [(stance, enps) for stance in STANCES for enps in (3, 7, 9)]


def mixed(n: int, unit: str, theme: str) -> list[Person]:
    """Writers about a theme, of every stance and eNPS group in turn."""
    stances = itertools.islice(itertools.cycle(MIXED), n)
    return [writers(1, unit, theme, stance, enps=enps)[0] for stance, enps in stances]


PERSONS = [
    *mixed(72, "A", "lon_formaner"),
    *mixed(36, "B", "schema_arbetstid"),
    *mixed(38, "B", "kollegor"),
    *mixed(4, "B", "rattvisa"),
    *mixed(8, "A", SENSITIVE),
    *people(50, "A"),
]


@pytest.fixture(scope="module")
def released() -> Released:
    """158 people wrote: three themes of many, one of four, and eight of a sensitive one."""
    return surveys.released(PERSONS)


def of_theme(released: Released, theme: str) -> pd.Series:
    """The row of a theme."""
    (row,) = (row for _, row in released.prevalence.iterrows() if row["theme"] == theme)
    return row


def test_an_estimate_is_shown_exactly_where_the_count_is(released: Released) -> None:
    """The limits of the count, twice as strict for sensitive themes, are those of the estimate."""
    cells = released.themes.query("level == 0 and stance == 'alla' and enps_group == 'alla'")
    counted = set(cells.loc[cells["status"] == SHOWN, "theme"])
    assert counted == {"lon_formaner", "schema_arbetstid", "kollegor"}
    assert set(released.prevalence.query("status == @SHOWN")["theme"]) == counted


def test_only_the_whole_organisation_has_estimates(released: Released) -> None:
    """There is nothing to subtract a unit from."""
    assert set(released.prevalence["level"]) == {0}


def test_every_theme_has_a_row_and_hidden_ones_no_figure(released: Released) -> None:
    """That a theme was not mentioned, has too few, or has no estimate looks the same."""
    rows = released.prevalence
    assert rows["theme"].tolist() == [theme.id for theme in load_codebook().themes]
    assert (
        rows.loc[rows["status"] == HIDDEN, ["share", "low", "high", "rank_low", "rank_high"]].isna().all(None)
    )


def test_figures_are_whole_per_cent_and_intervals_hold_what_they_held(released: Released) -> None:
    """One writer more or less cannot be read back from the decimals."""
    row = of_theme(released, "lon_formaner")
    assert (row["share"], row["low"], row["high"]) == (0.46, 0.36, 0.55)
    shown = released.prevalence.query("status == @SHOWN")
    for name in ("share", "low", "high"):
        assert (shown[name] * 100 - (shown[name] * 100).round()).abs().max() < 1e-9


def test_ranks_are_among_the_themes_shown(released: Released) -> None:
    """Themes that cannot be told apart share places, and no place is kept for a hidden theme."""
    places = {t: tuple(of_theme(released, t)[["rank_low", "rank_high"]]) for t in
              ("lon_formaner", "schema_arbetstid", "kollegor")}  # fmt: skip
    assert places == {"lon_formaner": (1, 1), "schema_arbetstid": (2, 3), "kollegor": (2, 3)}


def test_without_an_estimate_the_count_stands_alone() -> None:
    """A theme whose meaning edits have changed has a count and no estimate."""
    measures = measures_of(PERSONS)
    kept = measures.prevalence[measures.prevalence["theme"] != "kollegor"]
    released = release(
        "Prov",
        replace(measures, prevalence=kept),
        settings=Settings(),
        codebook=load_codebook(),
        certificate={},
    )
    assert of_theme(released, "kollegor")["status"] == HIDDEN
    assert of_theme(released, "schema_arbetstid")["rank_high"] == 2
