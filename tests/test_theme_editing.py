"""What a strategist sees when editing themes: choices as the log has them, and what a rule would find."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review_folder import CHIEF, EVENINGS, GIVEAWAY, PAY, POOL, SCHEDULE, survey_folder
from text_analysis import theme_editing
from text_analysis.codebook import load_codebook
from text_analysis.edits import (
    Merge,
    Promote,
    Rename,
    Retire,
    Split,
    Undo,
    append_edits,
    edited_codebook,
    read_edits,
)
from text_analysis.errors import CodebookError, WorkspaceError
from text_analysis.theme_editing import editable, own_theme, preview


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small analysed survey."""
    return survey_folder(tmp_path)


def test_everything_found_can_be_edited(folder: Path) -> None:
    """Themes by name, candidates with words for a rule, sub-themes with their theme."""
    found = editable(folder)
    assert found.candidates == {POOL.id: POOL.label}
    assert found.words == {POOL.id: POOL.words}
    assert found.parts == {EVENINGS.id: EVENINGS.label}
    assert found.parents == {EVENINGS.id: SCHEDULE}


@pytest.mark.parametrize(
    ("action", "candidates", "parts"),
    [
        pytest.param(Rename(POOL.id, "Bilar"), {POOL.id: "Bilar"}, {EVENINGS.id}, id="renamed"),
        pytest.param(Promote(POOL.id, "egen.bil", "Bilar", "bil*"), {}, {EVENINGS.id}, id="promoted"),
        pytest.param(Retire(SCHEDULE), {POOL.id: POOL.label}, set(), id="theme retired"),
        pytest.param(Merge(PAY, CHIEF), {POOL.id: POOL.label}, {EVENINGS.id}, id="themes merged"),
    ],
)
def test_choices_follow_the_log_and_its_undoing(folder, action, candidates, parts):
    """What was done is seen at once, and what is undone is back."""
    before = editable(folder)
    (edit,) = append_edits(folder, [action], who="Åsa")
    after = editable(folder)
    assert (dict(after.candidates), set(after.parts)) == (candidates, parts)
    append_edits(folder, [Undo(edit.number)], who="Åsa")
    assert editable(folder) == before


def test_a_rule_is_previewed_in_people(folder: Path) -> None:
    """The preview counts people per wave and shows masked comments, never one that waits for review."""
    found = preview(folder, "schema*")
    assert (found.n_people, dict(found.by_wave)) == (8, {"2025": 8})
    assert 0 < len(found.examples) <= theme_editing.N_EXAMPLES
    assert all("chema" in text for text in found.examples)
    hidden = preview(folder, "kuratorn")
    assert (hidden.n_people, hidden.examples) == (1, ())
    assert GIVEAWAY[0] not in repr(hidden)


def test_a_split_looks_inside_its_theme(folder: Path) -> None:
    """Of the comments with the word only those of the theme are found."""
    assert preview(folder, "schema*", theme=PAY).n_people == 1


def test_a_useless_rule_is_an_error(folder: Path) -> None:
    """The error says what a rule looks like."""
    with pytest.raises(CodebookError, match="uttryck"):
        preview(folder, "a*")


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("Bilpoolen & laddning", (), "egen.bilpoolen-laddning"),
        ("Bil", ("egen.bil",), "egen.bil-2"),
        ("Bil", ("egen.bil", "egen.bil-2"), "egen.bil-3"),
    ],
)
def test_an_own_theme_has_an_id_of_its_own(name, known, expected):
    """The id comes from the name and is never that of another theme."""
    assert own_theme(name, dict.fromkeys(known, "x")) == expected


def test_an_own_theme_may_be_sensitive_and_ties_to_no_index(folder: Path) -> None:
    """A promoted theme has the flag it was given; a split one that of its theme; neither has an index."""
    hot = Promote("", "egen.hot", "Hot", "hot*", sensitive=True)
    append_edits(folder, [hot, Split(SCHEDULE, "egen.natt", "Natt", "natt*")], who="Åsa")
    book = edited_codebook(load_codebook(), read_edits(folder))
    assert [
        (book.theme(name).sensitive, book.theme(name).index_keys) for name in ("egen.hot", "egen.natt")
    ] == [
        (True, ()),
        (False, ()),
    ]


def test_advice_is_given_on_the_themes_in_use(folder: Path) -> None:
    """Themes of fewer than five people are pointed out."""
    assert (CHIEF,) in [advice.themes for advice in theme_editing.health(folder) if advice.kind == "thin"]


def test_a_survey_without_files_cannot_be_edited(tmp_path: Path) -> None:
    """The error says to analyse it again."""
    with pytest.raises(WorkspaceError):
        editable(tmp_path)
