"""Five areas ordered by hand: with a reason and a name, shown where the unit is, and taken back again."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app import synthetic
from tests.app.conftest import fill, opened, texts
from text_analysis.edits import Prioritise, Undo, read_edits
from text_analysis.present import priority
from text_analysis.present.own_order import by_hand, order_in_force

NAME = synthetic.region().name


@pytest.fixture
def survey(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The made-up region, in a workspace of its own."""
    monkeypatch.setenv("RODA_TRADAR_HOME", str(tmp_path))
    fill(tmp_path)
    return tmp_path / "surveys" / "region"


def last_two() -> list[str]:
    """Themes that are not first by the figures."""
    found = priority.areas(synthetic.region(), "2025", synthetic.REGION)
    return [str(theme) for theme in found["theme"][-2:]]


def saved(reason: str = "Skyddsombuden lyfte det") -> AppTest:
    """The page after the two least pressing areas are put first, by Eva."""
    app = opened("teman_index", survey=NAME)
    app.multiselect[0].set_value(last_two())
    for field in app.text_input:
        field.set_value("Eva" if field.label.startswith("Ditt namn") else reason)
    return next(button for button in app.button if button.label == "Spara ordningen").click().run()


def test_order_is_logged_and_shown_with_its_reason(survey: Path) -> None:
    """Who, when and why stand with the order, on every page about the unit."""
    app = saved()
    assert not app.exception
    (edit,) = read_edits(survey)
    assert edit.action == Prioritise("2025", synthetic.REGION, tuple(last_two()), "Skyddsombuden lyfte det")
    for page in ("teman_index", "oversikt", "chef"):
        shown = texts(opened(page, survey=NAME))
        assert f"Ordnade för hand av Eva {edit.at[:10]}: Skyddsombuden lyfte det" in shown


def test_chosen_areas_come_first_and_the_rest_follow(survey: Path) -> None:
    """The order is the person's, then that of the figures."""
    saved()
    released = synthetic.region()
    found = priority.areas(released, "2025", synthetic.REGION)
    edit = order_in_force(read_edits(survey), "2025", synthetic.REGION)
    assert edit is not None
    ordered = by_hand(found, edit)
    rest = [theme for theme in found["theme"] if theme not in last_two()]
    assert list(ordered["theme"]) == [*last_two(), *rest]
    assert list(ordered["rank"]) == list(range(1, len(found) + 1))


def test_without_a_reason_nothing_is_saved(survey: Path) -> None:
    """An order nobody explains is no order."""
    app = saved(reason=" ")
    assert "fyll i skäl och namn" in texts(app)
    assert read_edits(survey) == ()


def test_order_is_taken_back(survey: Path) -> None:
    """The figures' own order returns, and the log keeps both."""
    app = saved()
    next(button for button in app.button if button.label.startswith("Återgå")).click().run()
    assert [type(edit.action) for edit in read_edits(survey)] == [Prioritise, Undo]
    assert "Ordnade för hand" not in texts(opened("oversikt", survey=NAME))


def test_order_of_one_unit_is_not_that_of_another(survey: Path) -> None:
    """Each unit sets its own."""
    saved()
    assert order_in_force(read_edits(survey), "2025", synthetic.TINY) is None
