"""Limits may be raised and never lowered below the floor."""

from dataclasses import fields
from pathlib import Path

import pytest

from text_analysis.errors import SettingsError
from text_analysis.settings import FLOOR, Settings, load_settings

NAMES = [field.name for field in fields(Settings)]


def test_the_defaults_are_those_decided() -> None:
    """5 for scores and theme cells, 10 for distributions, theme figures and quotes."""
    settings = Settings()
    assert (settings.min_scores, settings.min_distribution) == (5, 10)
    assert (settings.min_theme_writers, settings.min_theme_cell, settings.min_quote_writers) == (10, 5, 10)


@pytest.mark.parametrize("name", NAMES)
def test_no_limit_goes_below_the_floor(name: str) -> None:
    """Whoever edits the settings cannot switch the protection off."""
    with pytest.raises(SettingsError, match=name):
        Settings(**{name: FLOOR - 1})


def test_a_limit_can_be_raised_in_a_file(tmp_path: Path) -> None:
    """The file changes what it names and leaves the rest."""
    path = tmp_path / "installningar.toml"
    path.write_text("min_scores = 7\n", encoding="utf-8")
    assert load_settings(path) == Settings(min_scores=7)


@pytest.mark.parametrize(
    "line", ["min_score = 7", 'min_scores = "7"', "min_scores = 7.5", "min_scores = true"]
)
def test_an_unknown_or_wrong_setting_is_named(tmp_path: Path, line: str) -> None:
    """A misspelt limit is an error, not a limit that silently stays."""
    path = tmp_path / "installningar.toml"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(SettingsError, match="min_score"):
        load_settings(path)
