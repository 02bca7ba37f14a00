"""Redigera teman: each change previewed, logged under a name, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.conftest import fill, opened, texts
from tests.review_folder import GIVEAWAY, POOL
from text_analysis.edits import Merge, Promote, Rename, Split, Undo, read_edits


@pytest.fixture
def survey(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The made-up pulse in a workspace of its own."""
    monkeypatch.setenv("RODA_TRADAR_HOME", str(tmp_path))
    fill(tmp_path)
    return tmp_path / "surveys" / "puls"


def editing(action: str) -> AppTest:
    """The page with one of its forms, as Eva."""
    app = opened("teman_redigera", survey="Pulsen")
    app.text_input[0].set_value("Eva").run()
    return app.button_group[0].set_value(action).run()


def press(app: AppTest, label: str = "Spara ändringen") -> AppTest:
    """The page after its button with this label is pressed."""
    app = next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


@pytest.mark.usefixtures("survey")
def test_nothing_is_saved_without_a_name() -> None:
    """Every change has somebody's name on it."""
    app = opened("teman_redigera", survey="Pulsen")
    assert next(button for button in app.button if button.label == "Spara ändringen").disabled
    assert "Skriv ditt namn" in texts(app)


def test_a_new_name_is_logged_and_can_be_undone(survey: Path) -> None:
    """The log holds who renamed what; undoing writes another line."""
    app = editing("Byt namn")
    app.text_input(key="rename:name").set_value("Arbetstider").run()
    app = press(app)
    (edit,) = read_edits(survey)
    assert (edit.who, edit.action) == ("Eva", Rename("schema_arbetstid", "Arbetstider"))
    assert edit.before == {"name": "Schema och arbetstider"}
    assert "Ändringen är sparad" in texts(app)
    press(app, "Ångra ändringen")
    assert read_edits(survey)[1].action == Undo(1)


@pytest.mark.usefixtures("survey")
def test_a_change_is_told_in_the_language_of_the_page() -> None:
    """What was saved is said by the page that follows, not before it knows its language."""
    app = opened("teman_redigera", survey="Pulsen", lang="en")
    app.text_input[0].set_value("Eva").run()
    app.text_input(key="rename:name").set_value("Working hours").run()
    shown = texts(press(app, "Save the change"))
    assert "The change is saved" in shown
    assert "Ändringen är sparad" not in shown


def test_a_candidate_becomes_a_theme_by_a_rule_seen_first(survey: Path) -> None:
    """The rule begins with the candidate's words; what it finds is shown before it is saved."""
    app = editing("Nytt tema")
    app.selectbox(key="promote:what").set_value(POOL.id).run()
    assert app.text_area[0].value == "bilpoolen, laddning"
    app.text_input(key="promote:name").set_value("Scheman").run()
    app.text_area[0].set_value("schema*").run()
    assert "Regeln hittar 8" in texts(app)
    assert GIVEAWAY[0] not in texts(app)
    press(app)
    (edit,) = read_edits(survey)
    assert edit.action == Promote(POOL.id, "egen.scheman", "Scheman", "schema*")


def test_a_rule_that_finds_nothing_cannot_be_saved(survey: Path) -> None:
    """A theme without anybody is no theme."""
    app = editing("Dela")
    app.text_input(key="split:name").set_value("Nätter").run()
    app.text_area[0].set_value("nattpass").run()
    assert next(button for button in app.button if button.label == "Spara ändringen").disabled
    app.text_area[0].set_value("trist").run()
    press(app)
    assert read_edits(survey)[0].action == Split("schema_arbetstid", "egen.natter", "Nätter", "trist")


def test_a_theme_merges_with_themes_only(survey: Path) -> None:
    """A theme is offered themes, not candidates or sub-themes."""
    app = editing("Slå ihop")
    assert POOL.label not in app.selectbox(key="merge:into").options
    press(app)
    assert isinstance(read_edits(survey)[0].action, Merge)
