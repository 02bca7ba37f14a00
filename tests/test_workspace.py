"""Surveys are found by slug, and no slug leads out of the workspace."""

import json
from pathlib import Path

import pytest

from text_analysis.errors import WorkspaceError
from text_analysis.release import load_release
from text_analysis.workspace import list_surveys, slug_of, survey_folder


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty workspace."""
    monkeypatch.setenv("RODA_TRADAR_HOME", str(tmp_path))
    return tmp_path


def certificate(home: Path, slug: str, text: str) -> None:
    """A released survey as far as the list is concerned."""
    folder = home / "surveys" / slug / "release"
    folder.mkdir(parents=True)
    (folder / "certificate.json").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Socialförvaltningens puls", "socialforvaltningens-puls"), ("HSF 2025!", "hsf-2025"), ("  Å  ", "a")],
)
def test_a_slug_is_plain(name: str, slug: str) -> None:
    """The folder name keeps letters and digits and drops the rest."""
    assert slug_of(name) == slug


def test_a_name_without_letters_has_no_slug() -> None:
    """A name of signs only is refused instead of becoming an empty folder name."""
    with pytest.raises(WorkspaceError):
        slug_of("–!?")


@pytest.mark.parametrize("slug", ["..", "../../etc", "a/b", "", "A", "-a", "a" * 81, "a\n"])
def test_no_slug_leaves_the_workspace(slug: str) -> None:
    """A slug from a link is checked before it becomes a path."""
    with pytest.raises(WorkspaceError):
        survey_folder(slug)


def test_only_released_surveys_are_listed_by_name(home: Path) -> None:
    """The list has every folder with a certificate, ordered as people read."""
    certificate(home, "b", json.dumps({"name": "Alfa"}))
    certificate(home, "a", json.dumps({"name": "Beta"}))
    (home / "surveys" / "c" / "internal").mkdir(parents=True)
    assert [(entry.name, entry.slug) for entry in list_surveys()] == [("Alfa", "b"), ("Beta", "a")]


@pytest.mark.parametrize("text", ["{", "[]", "{}", "\ud800"], ids=["half", "list", "nameless", "no UTF-8"])
def test_a_damaged_survey_hides_no_other(home: Path, text: str) -> None:
    """It stands under the name of its folder, and opening it says what is wrong."""
    certificate(home, "a", json.dumps({"name": "Alfa"}))
    certificate(home, "b", "")
    damaged = home / "surveys" / "b" / "release"
    (damaged / "certificate.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert [entry.name for entry in list_surveys()] == ["Alfa", "b"]
    with pytest.raises(WorkspaceError, match="ofullständig eller ändrad"):
        load_release(damaged)
