"""The figures of a release as a page shows them."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from tests.app import synthetic
from tests.release.surveys import people, released
from text_analysis.instruments import load_instruments
from text_analysis.present import enps, indices, themes, threads
from text_analysis.present.numbers import signed
from text_analysis.records import Released

EXPOSURE = "utsatthet.krankande_sarbehandling"


@pytest.fixture(scope="module")
def region() -> Released:
    """A release with hidden units and figures from outside."""
    return synthetic.region()


def test_enps_groups_fill_the_bar(region: Released) -> None:
    """The three groups are the whole of the answers."""
    bar = enps.enps_bar(region, "2025", synthetic.REGION)
    assert bar is not None
    assert sum(part.share for part in bar.parts) == pytest.approx(1)
    assert [part.shade for part in bar.parts] == ["kritiker", "passiva", "ambassadorer"]


def test_a_unit_whose_groups_are_protected_gets_those_of_the_level_above(region: Released) -> None:
    """The score of a small unit may be shown without its groups."""
    unit = f"{synthetic.REGION} > Norra området > Akutmottagningen"
    own = region.enps["unit"] == unit
    spread = ["kritiker", "passiva", "ambassadorer", "low", "high"]
    enps_table = region.enps.copy()
    enps_table.loc[own, spread] = pd.NA
    small = replace(region, enps=enps_table)
    assert enps.enps_shown(small, "2025", unit).unit == f"{synthetic.REGION} > Norra området"
    assert enps.enps_tile(small, "2025", unit).note == "140 svar"


def test_enps_is_compared_with_last_year_and_the_level_above(region: Released) -> None:
    """The table has the unit and the region outside, this year, last year and the difference."""
    table = enps.enps_comparison(region, "2025", synthetic.REGION)
    assert list(table["Nivå"]) == [synthetic.REGION, "Region Norrland"]
    assert list(table["2024"]) == [signed(-40.8), signed(-36.0)]
    assert table["Skillnad"].iloc[1] == signed(3.8)


def test_enps_history_is_in_order_of_time_and_ends_with_the_wave() -> None:
    """The tile says every wave up to the one that is shown, and the groups of the earlier ones are bars."""
    pulse = synthetic.pulse()
    rows = pulse.enps[pulse.enps["unit"] == synthetic.PULSE].set_index("wave")["enps"]
    told = [f"{wave} {signed(rows[wave])}" for wave in ("2023-05", "2023-09")]
    assert enps.enps_history(pulse, "2023-09", synthetic.PULSE) == " → ".join(told)
    assert told[0] == enps.enps_history(pulse, "2023-12", synthetic.PULSE).split(" → ")[0]
    bars = enps.earlier_bars(pulse, "2023-12", synthetic.PULSE)
    assert [bar.title[:7] for bar in bars] == ["2023-09", "2023-05"]


def test_response_history_is_in_order_of_time(region: Released) -> None:
    """Rates given for earlier years come before this year's."""
    history = enps.response_history(region, "2025", synthetic.REGION)
    assert history.replace("\N{NO-BREAK SPACE}", " ") == "2023 68,4 % → 2024 73,5 % → 2025 74,5 %"


def test_hidden_figures_carry_no_number(region: Released) -> None:
    """A protected unit's tiles say so and nothing more."""
    tiles = [
        enps.enps_tile(region, "2025", synthetic.TINY),
        enps.response_tile(region, "2025", synthetic.TINY),
        *indices.index_groups(region, "2025", synthetic.TINY, load_instruments())[0].tiles,
    ]
    assert all(tile.hidden and not any(sign.isdigit() for sign in tile.value + tile.note) for tile in tiles)


def test_every_whole_index_is_followed_by_its_parts(region: Released) -> None:
    """OSA is read dimension by dimension."""
    groups = {group.key: group for group in indices.index_groups(*_at(region), load_instruments())}
    labels = [tile.label for tile in groups["osa"].tiles]
    assert labels[labels.index("Krav") + 1] == "Emotionella krav"
    assert labels.count("Förändringar") == 1


def test_answers_of_a_question_fill_the_bar(region: Released) -> None:
    """The shares of the five answers are the whole of the answers."""
    bars = indices.distribution_bars(*_at(region), "hme.motivation", load_instruments())
    assert bars
    for bar in bars:
        assert sum(part.share for part in bar.parts) == pytest.approx(1)


def test_ten_answers_are_read_two_by_two() -> None:
    """The pulse's ten answers make five fields."""
    bars = indices.distribution_bars(
        synthetic.pulse(), "2023-05", synthetic.PULSE, "frisk.halsa", load_instruments()
    )
    assert [part.label for part in bars[0].parts] == ["1–2", "3–4", "5–6", "7–8", "9–10"]
    assert sum(part.share for part in bars[0].parts) == pytest.approx(1)


def test_agreeing_that_work_is_too_much_is_red(region: Released) -> None:
    """The good end of the bar is disagreement where a high value is a problem."""
    bars = {
        key: indices.distribution_bars(*_at(region), key, load_instruments())[0]
        for key in ("osa.stress", "osa.inflytande")
    }
    assert [part.shade for part in bars["osa.stress"].parts] == [f"answer{i}" for i in (5, 4, 3, 2, 1)]
    assert [part.shade for part in bars["osa.inflytande"].parts] == [f"answer{i}" for i in (1, 2, 3, 4, 5)]
    tiles = {
        tile.label: tile
        for group in indices.index_groups(*_at(region), load_instruments())
        for tile in group.tiles
    }
    assert tiles["Stress"].note.endswith("Lägre är bättre.")
    assert not tiles["Inflytande"].note.endswith("bättre.")


def test_exposure_is_told_in_percent_and_drawn_in_two_fields() -> None:
    """Yes is the bad end, and the figure is a share."""
    survey = [
        person
        for unit, yes, no in (("A", 12, 48), ("B", 20, 80))
        for answer, n in ((1, yes), (0, no))
        for person in people(n, unit, indices={EXPOSURE: 100.0 * answer}, items={f"{EXPOSURE}.1": answer})
    ]
    at = (released(survey), "2025", "Region")
    (group,) = indices.index_groups(*at, load_instruments())
    assert (group.name, group.tiles[0].value) == ("Utsatthet", "20,0\N{NO-BREAK SPACE}%")
    (bar,) = indices.distribution_bars(*at, EXPOSURE, load_instruments())
    assert [(part.label, part.shade) for part in bar.parts] == [("Nej", "answer5"), ("Ja", "answer1")]


def test_threads_keep_the_order_of_the_release(region: Released) -> None:
    """Each list has its themes in rank order, with a quote of the list's own stance."""
    lists = threads.thread_lists(*_at(region))
    for listed in lists:
        rows = region.threads.query("level == 0 and kind == @listed.kind").sort_values("rank")
        assert [thread.theme_id for thread in listed.threads] == list(rows["theme"].head(3))
        stance = threads.KIND_STANCE[listed.kind]
        assert all(
            thread.quote and thread.quote.text == synthetic.QUOTES[stance] for thread in listed.threads
        )


def test_themes_are_listed_by_size(region: Released) -> None:
    """The largest theme first; a theme nobody mentions is not in the list."""
    shares = [line.share for line in themes.theme_lines(*_at(region))]
    assert shares == sorted(shares, reverse=True)
    assert min(shares) > 0


def test_hidden_stance_is_one_field_without_a_number() -> None:
    """Stances too few stand behind are told as protected and drawn as what is left of the theme's people."""
    lines = themes.theme_lines(synthetic.pulse(), "2023-12", synthetic.PULSE)
    partly = [line for line in lines if "övriga skyddade" in line.stances.note]
    assert partly
    for line in partly:
        assert line.stances.parts[-1].shade == "protected"
        assert line.stances.parts[-1].text == ""
        assert sum(part.share for part in line.stances.parts) == pytest.approx(1)


def _at(released: Released) -> tuple[Released, str, str]:
    return released, "2025", synthetic.REGION
