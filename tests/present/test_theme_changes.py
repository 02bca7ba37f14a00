"""Changes of the themes' shares between waves, in words."""

from __future__ import annotations

from dataclasses import replace

from tests.app import synthetic
from text_analysis.present.numbers import decimal
from text_analysis.present.theme_changes import change_words
from text_analysis.tables import ALL

AT = ("2023-12", synthetic.PULSE)


def shares(wave: str) -> dict[str, float]:
    """The shares of the whole organisation's themes in a wave."""
    rows = synthetic.pulse().themes
    rows = rows[(rows["wave"] == wave) & (rows["unit"] == synthetic.PULSE)]
    rows = rows[(rows["stance"] == ALL) & (rows["enps_group"] == ALL) & (rows["n_respondents"] > 0)]
    return dict(zip(rows["theme"], rows["share"], strict=True))


def test_a_change_is_the_difference_of_the_released_shares() -> None:
    """Direction and points are those of the two waves' shares."""
    now, before = shares("2023-12"), shares("2023-09")
    told = change_words(synthetic.pulse(), *AT)
    assert set(told) == set(now) & set(before)
    for theme, words in told.items():
        points = (now[theme] - before[theme]) * 100
        assert words.startswith(
            f"{'▲' if points > 0 else '▼'} {decimal(abs(points))} procentenheter sedan 2023-09"
        )


def test_a_theme_hidden_before_has_no_change() -> None:
    """What the earlier wave protects cannot be told by a difference."""
    pulse = synthetic.pulse()
    theme = sorted(change_words(pulse, *AT))[0]
    earlier = (pulse.themes["wave"] < "2023-12") & (pulse.themes["theme"] == theme)
    themes = pulse.themes.assign(status=pulse.themes["status"].mask(earlier, "hidden"))
    assert theme not in change_words(replace(pulse, themes=themes), *AT)


def test_the_first_wave_has_no_change() -> None:
    """There is nothing before it."""
    assert change_words(synthetic.pulse(), "2023-05", synthetic.PULSE) == {}
