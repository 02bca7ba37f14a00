"""The codebook and the instruments hold together."""

from pathlib import Path

import pytest

from text_analysis.codebook import load_codebook, read_codebook
from text_analysis.errors import CodebookError
from text_analysis.instruments import load_instruments

SECTIONS = {"enps", "osa.utsatthet"}  # shown beside themes without being an index of items


def test_the_codebook_has_27_themes_in_two_languages() -> None:
    """Every theme has an id, both names and a definition."""
    themes = load_codebook().themes
    assert len(themes) == 27
    assert all(theme.id and theme.name_sv and theme.name_en and theme.definition for theme in themes)


def test_a_name_keeps_its_commas() -> None:
    """YAML would cut an unquoted name at its first comma."""
    assert load_codebook().theme("mal_roller").name_sv == "Mål, roller och prioriteringar"


def test_only_harassment_is_sensitive() -> None:
    """The theme on bullying and violence has stricter limits."""
    assert [theme.id for theme in load_codebook().themes if theme.sensitive] == ["utsatthet"]


def test_every_index_a_theme_is_tied_to_exists() -> None:
    """A theme cannot point to an index nobody measures."""
    known = {definition.key for definition in load_instruments().indices} | SECTIONS
    assert {key for theme in load_codebook().themes for key in theme.index_keys} <= known


@pytest.mark.parametrize(
    ("instrument", "n_items"),
    [("hme", 9), ("hse", 11), ("osa", 30), ("frisk", 5)],
    ids=str,
)
def test_an_instrument_has_its_items(instrument: str, n_items: int) -> None:
    """HME has nine items, HSE nine and two outcomes, the pulse five."""
    items = load_instruments().items
    assert sum(item.key.split(".")[0] == instrument for item in items) == n_items


def test_hse_counts_nine_items_and_keeps_its_outcomes_apart() -> None:
    """The two outcome questions do not enter the index."""
    keys = [item.index_key for item in load_instruments().items if item.key.startswith("hse")]
    assert keys.count("hse") == 9
    assert len(set(keys) - {"hse"}) == 2


def test_a_value_lies_between_0_and_100_or_on_its_own_scale() -> None:
    """HME is recalculated to 0–100; the pulse stays on 1–10."""
    instruments = load_instruments()
    assert instruments.index("hme").value_range == (0.0, 100.0)
    assert instruments.index("frisk.halsa").value_range == (1.0, 10.0)


@pytest.mark.parametrize(
    "text",
    [
        "themes: [{id: a}]\nversion: 1",
        "version: 1\nthemes: [{id: a, name: A, definition: b, includes: [], excludes: [], index: []}]",
        "version: 1\nthemes: [{id: a, name: {sv: A, b, en: A}, definition: b, "
        "includes: [], excludes: [], index: []}]",
    ],
    ids=["fields missing", "name without languages", "name cut at a comma"],
)
def test_a_broken_codebook_is_refused(tmp_path: Path, text: str) -> None:
    """A theme with missing or unknown fields is an error that names the theme."""
    path = tmp_path / "kodbok.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError, match="a"):
        read_codebook(path)
