"""Estimates and places in words, where they may be shown."""

from __future__ import annotations

import pandas as pd

from tests.app import synthetic
from text_analysis.present.estimates import estimate_words, place_words, shared_places
from text_analysis.present.themes import theme_lines, theme_tiles
from text_analysis.present.threads import thread_lists

PULSE = synthetic.pulse()
WAVE = "2023-05"


def test_the_whole_organisation_has_estimates_and_units_have_none() -> None:
    """A unit's lines have the counts alone."""
    told = estimate_words(PULSE, WAVE, synthetic.PULSE)
    lines = theme_lines(PULSE, WAVE, synthetic.PULSE)
    assert told
    assert [(line.estimate, line.place) for line in lines] == [told[line.theme.id] for line in lines]
    unit = [*synthetic.PULSE_UNITS][1]
    assert all(not line.estimate and not line.place for line in theme_lines(PULSE, WAVE, unit))


def test_the_estimate_is_a_figure_of_its_theme() -> None:
    """The theme's page has it beside the number of people, with the place."""
    line = theme_lines(PULSE, WAVE, synthetic.PULSE)[0]
    tile = next(tile for tile in theme_tiles(line) if tile.label == "Uppskattad andel")
    assert tile.value.endswith("\N{NO-BREAK SPACE}%")
    assert "–" in tile.value
    assert "plats" in tile.note


def test_places_are_said_only_where_they_are_shared() -> None:
    """A theme far before the others has its own place; two alike share theirs."""
    cells = pd.DataFrame(
        {
            "theme": ["lon", "schema", "chef", "skyddat"],
            "share": [0.5, 0.2, 0.19, None],
            "low": [0.45, 0.15, 0.14, None],
            "high": [0.55, 0.25, 0.24, None],
        }
    )
    assert shared_places(cells) == {"schema": "delad plats 2–3", "chef": "delad plats 2–3"}
    assert place_words(3, 3) == "plats 3"


def test_a_list_says_when_its_order_is_not_sure() -> None:
    """Themes whose intervals are wide share their places in the three lists."""
    lists = thread_lists(PULSE, WAVE, synthetic.PULSE)
    sizes = [thread.size for listed in lists for thread in listed.threads]
    assert sizes
    assert all("delad plats 1–" in size for size in sizes)
