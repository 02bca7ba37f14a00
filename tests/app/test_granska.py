"""Granska: a comment at a time, each answer in the log under the reviewer's name, and back again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app import synthetic
from tests.app.conftest import fill, opened, texts
from tests.review_folder import GIVEAWAY, PAY, SURE, UNSURE, Row, written
from text_analysis.codebook import load_codebook
from text_analysis.edits import Confirm, Decide, Move, Undo, read_edits
from text_analysis.release import write_release


@pytest.fixture
def survey(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The made-up pulse with comments to review, in a workspace of its own."""
    monkeypatch.setenv("RODA_TRADAR_HOME", str(tmp_path))
    fill(tmp_path)
    return tmp_path / "surveys" / "puls"


def alone(home: Path, monkeypatch: pytest.MonkeyPatch, rows: Sequence[Row]) -> Path:
    """The pulse with these comments instead."""
    monkeypatch.setenv("RODA_TRADAR_HOME", str(home))
    survey = home / "surveys" / "puls"
    write_release(synthetic.pulse(), survey / "release")
    return written(survey, rows)


def reviewing(kind: str = "masking") -> AppTest:
    """The page, as Eva."""
    app = opened("granska", survey="Pulsen")
    app.text_input[0].set_value("Eva").run()
    return app.button_group[0].set_value(kind).run() if kind != "masking" else app


def press(app: AppTest, label: str) -> AppTest:
    """The page after its first button with this label is pressed."""
    app = next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


@pytest.mark.usefixtures("survey")
def test_nothing_can_be_pressed_without_a_name() -> None:
    """Every decision has somebody's name on it."""
    app = opened("granska", survey="Pulsen")
    assert all(button.disabled for button in app.button if button.label != "Räkna om")
    assert "Skriv ditt namn" in texts(app)


@pytest.mark.usefixtures("survey")
def test_the_giveaway_is_marked_and_named() -> None:
    """What may point somebody out is marked in the text, and why is said in words."""
    shown = texts(reviewing())
    assert '<mark class="rt-mark rt-quasi">enda kuratorn</mark><small class="rt-tag">roll</small>' in shown
    assert "Kan peka ut någon: roll" in shown


def test_a_decision_is_logged_and_the_next_comment_comes(survey: Path) -> None:
    """One press decides of the giveaway; what remains is coding."""
    app = press(reviewing(), "Maskera")
    (edit,) = read_edits(survey)
    assert (edit.who, edit.action) == ("Eva", Decide("hash000", "mask"))
    assert "1 av 3 granskade" in [bar.proto.text for bar in app.get("progress")]
    assert GIVEAWAY[0] not in texts(app)


def test_labels_are_judged_one_by_one_and_the_rest_at_once(survey: Path) -> None:
    """Wrong for one theme, then the rest is right and the next comment comes."""
    app = press(reviewing("coding"), "Fel")
    assert "rt-wrong" in texts(app)
    app = press(app, "Resten är rätt, nästa")
    assert [type(edit.action) for edit in read_edits(survey)] == [Move, Confirm]
    assert UNSURE[0] not in texts(app)


def test_another_stance_is_a_right_theme(survey: Path) -> None:
    """The theme stays and its stance is the reviewer's."""
    app = reviewing("coding")
    box = next(box for box in app.selectbox if box.label == "Hållning för Lön och förmåner")
    press(box.set_value("forslag").run(), "Rätt")
    assert read_edits(survey)[0].action == Move("hash001", PAY, PAY, "forslag")


def test_a_missing_theme_is_added_and_the_comment_stays(survey: Path) -> None:
    """The reviewer names theme and stance."""
    app = reviewing("coding")
    next(box for box in app.selectbox if box.label == "Tema").set_value("narmaste_chef").run()
    app = press(app, "Lägg till")
    assert read_edits(survey)[0].action == Move("hash001", "", "narmaste_chef", "negativ")
    assert "lades till" in texts(app)


def test_the_last_press_is_taken_back_and_its_comment_returns(survey: Path) -> None:
    """Undo is one press too, and the log keeps both."""
    app = press(press(reviewing(), "Behåll"), "Ångra det senaste")
    assert [type(edit.action) for edit in read_edits(survey)] == [Decide, Undo]
    assert "Jag är" in texts(app)
    assert "0 av 3 granskade" in [bar.proto.text for bar in app.get("progress")]


def test_every_theme_is_shown_before_the_rest_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long comment has its buttons for each theme, those beyond the keys too."""
    many = tuple((theme.id, "negativ", 0.4) for theme in load_codebook().themes[:11])
    survey = alone(tmp_path, monkeypatch, [("Allt är dåligt.", "", (), many), *[SURE] * 5])
    app = press(reviewing("coding"), "Fel")
    assert [button.label for button in app.button].count("Rätt") == len(many)
    press(app, "Resten är rätt, nästa")
    wrong, *right = [edit.action for edit in read_edits(survey)]
    assert wrong == Move("hash000", many[0][0], "")
    assert right == [Confirm("hash000", theme) for theme, _, _ in many[1:]]


@pytest.mark.usefixtures("survey")
def test_a_stance_chosen_for_one_comment_is_not_that_of_the_next() -> None:
    """What was chosen for a missing theme and not added is forgotten with its comment."""
    app = reviewing("coding")
    field = next(box for box in app.selectbox if box.label == "Hållning")
    app = press(field.set_value("positiv").run(), "Hoppa över")
    assert next(box for box in app.selectbox if box.label == "Hållning").value == "negativ"


@pytest.mark.usefixtures("survey")
def test_why_a_theme_was_set_is_told_when_asked() -> None:
    """The words that weighed most, how sure the coder is without them, and what the lexicon has."""
    app = reviewing("coding")
    assert "Säkerhet utan ordet" not in texts(app)
    asked = next(toggle for toggle in app.toggle if toggle.label == "Varför Lön och förmåner?")
    shown = texts(asked.set_value(True).run())
    assert 'Säkerhet utan ordet: <span lang="sv">Lönen 0\N{NO-BREAK SPACE}%' in shown
    assert re.search(r'Ur lexikonet: <span lang="sv">[^<]*lön', shown)


@pytest.mark.usefixtures("home")
def test_a_release_alone_cannot_be_reviewed() -> None:
    """Without the survey's own files the page says what to do."""
    app = opened("granska", survey="Vårdförvaltningen 2025")
    assert not app.exception
    assert "Läs in filen från enkätverktyget igen" in texts(app)


def test_a_comment_without_a_theme_is_given_one_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the coder found nothing, the list of themes is open, and going on says that none is right."""
    survey = alone(tmp_path, monkeypatch, [("Det blir som det blir.", "", (), ()), *[SURE] * 5])
    app = reviewing("coding")
    assert "Kodaren hittade inget tema här." in texts(app)
    app = press(app, "Inget tema är rätt, nästa")
    assert [edit.action for edit in read_edits(survey)] == [Confirm("hash000", "")]
    assert "Allt här är granskat." in texts(app)
