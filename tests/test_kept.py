"""What the workspace keeps for next time: mappings by their columns, and the organisation's own lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.conftest import fill
from text_analysis.kept_mappings import fitting_mapping, keep_mappings
from text_analysis.own_lists import own_lists, save_own_lists
from text_analysis.read import Mapping, WaveSource


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with two surveys."""
    monkeypatch.setenv("RODA_TRADAR_HOME", str(tmp_path))
    fill(tmp_path)
    return tmp_path


def kept(home: Path, slug: str, **fields: object) -> None:
    """Keep a mapping with a survey."""
    mapping = Mapping(name=slug, wave=WaveSource(value="2024"), **fields)  # type: ignore[arg-type]
    keep_mappings(home / "surveys" / slug, [mapping])


def test_the_mapping_with_most_columns_in_the_file_fits(home: Path) -> None:
    """One that names a column the file lacks does not fit, however many others it names."""
    kept(home, "puls", enps="eNPS", unit=("Enhet",))
    kept(home, "region", enps="eNPS", unit=("Område", "Enhet", "Team"))
    found = fitting_mapping(["Enhet", "eNPS", "Kommentar"])
    assert found is not None
    assert (found.survey, found.mapping.unit) == ("Pulsen", ("Enhet",))


def test_what_belongs_to_the_earlier_wave_is_left_out(home: Path) -> None:
    """The date of the earlier file is not the next one's."""
    kept(home, "puls", enps="eNPS")
    found = fitting_mapping(["eNPS"])
    assert found is not None
    assert found.mapping.wave.value == ""


@pytest.mark.usefixtures("home")
def test_no_mapping_fits_an_unknown_file() -> None:
    """Nothing is guessed."""
    assert fitting_mapping(["Q1", "Q2"]) is None


def test_a_survey_read_again_keeps_only_its_latest_mappings(home: Path) -> None:
    """Three files become one, and the other two are gone."""
    folder = home / "surveys" / "puls"
    one = Mapping(name="a", wave=WaveSource(column="År"))
    keep_mappings(folder, [one, one, one])
    keep_mappings(folder, [one])
    assert [path.name for path in (folder / "mappings").iterdir()] == ["1.toml"]


@pytest.mark.usefixtures("home")
def test_lists_come_back_as_they_were_written() -> None:
    """Blank lines and repetitions are left out."""
    assert own_lists().always == ()
    save_own_lists(always="Villa Björk\n\n Villa Björk ", never="", systems="Cosmic")
    assert (own_lists().always, own_lists().systems) == (("Villa Björk",), ("Cosmic",))
