"""Figures over time, and themes beside the numbers."""

from __future__ import annotations

from tests.app import synthetic
from text_analysis.instruments import load_instruments
from text_analysis.present import dialogue, links, trend
from text_analysis.present.numbers import signed


def test_enps_over_time_has_every_wave_in_order() -> None:
    """The picture, its sentence and its table hold the same waves and figures."""
    pulse = synthetic.pulse()
    picture = trend.enps_trend(pulse, synthetic.PULSE)
    values = pulse.enps.query("level == 0").sort_values("wave")["enps"]
    assert picture is not None
    assert list(picture.table["eNPS"]) == [signed(value) for value in values]
    assert all(signed(value) in picture.alt for value in values)
    assert [row["wave"] for row in picture.chart.to_dict()["datasets"].popitem()[1]] == [
        "2023-05",
        "2023-09",
        "2023-12",
    ]


def test_figures_given_from_outside_are_named_as_such() -> None:
    """Last year's eNPS is in the trend as a given value without interval."""
    picture = trend.enps_trend(synthetic.region(), synthetic.REGION)
    assert picture is not None
    assert picture.table["Underlag"].iloc[0] == "angivet värde"
    assert picture.table["Osäkerhet"].iloc[0] == ""


def test_one_wave_is_no_trend() -> None:
    """A unit with a single wave is answered by the level above that has two."""
    shown = trend.trend_shown(synthetic.region(), f"{synthetic.REGION} > Tandvården")
    assert shown.unit == synthetic.REGION
    assert "har inte två mätningar" in trend.instead(shown)


def test_theme_is_protected_in_the_wave_that_may_not_show_it() -> None:
    """The table of themes keeps every wave and says where a theme is protected."""
    table = trend.theme_waves(synthetic.pulse(), synthetic.PULSE)
    assert list(table.columns) == ["Tema", "2023-05", "2023-09", "2023-12"]
    assert "skyddat" in set(table.to_numpy().ravel())


def test_groups_of_a_theme_are_shares_of_its_people() -> None:
    """The shown groups of a theme are at most all of its people."""
    rows = links.group_heat(synthetic.region(), "2025", synthetic.REGION)
    assert rows
    for row in rows:
        assert sum(cell.share or 0 for cell in row.cells) <= 1.0001


def test_index_is_compared_on_its_own_scale() -> None:
    """Both values of a theme lie on the scale of the index it is tied to."""
    at = (synthetic.region(), "2025", synthetic.REGION)
    pairs = links.theme_pairs(*at, "bemanning", load_instruments())
    assert pairs
    assert all(0 <= place <= 1 for pair in pairs for place in pair.places)


def test_dialogue_puts_each_list_under_its_question() -> None:
    """What to keep, what to improve and what to raise, each with the unit's own threads."""
    parts = dialogue.dialogue(synthetic.region(), "2025", synthetic.REGION)
    assert [part.title for part in parts] == [
        "Vad är viktigt att bevara?",
        "Vad behöver förbättras och åtgärdas?",
        "Finns behov som behöver lyftas till övergripande nivå?",
    ]
    assert all(part.threads.kind == part.key and part.threads.threads for part in parts)
