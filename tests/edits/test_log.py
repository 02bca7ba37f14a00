"""The append-only log of edits."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from text_analysis.edits import (
    Confirm,
    Decide,
    Merge,
    Move,
    Promote,
    Rename,
    Retire,
    Split,
    Undo,
    append_edits,
    read_edits,
)
from text_analysis.edits.log import FILE
from text_analysis.errors import WorkspaceError

ACTIONS = (
    Rename("rattvisa", "Lika regler för alla"),
    Merge("a", "b"),
    Split("a", "b", "Korta byten", "byt* _ pass"),
    Move("c1", "a", "b", "positiv"),
    Confirm("c1", "a"),
    Decide("c1", "hold"),
    Promote("kandidat.1", "egen.bilpool", "Bilpoolen", "bilpool*"),
    Retire("a"),
    Undo(1),
)


def test_what_is_appended_is_read_back(tmp_path):
    """Every kind of action survives the log, with who, when and the state before."""
    written = append_edits(tmp_path, ACTIONS, who="Åsa", before={"n": 7})
    assert read_edits(tmp_path) == written
    assert [edit.number for edit in written] == list(range(1, len(ACTIONS) + 1))


@pytest.mark.parametrize("statement", ["UPDATE edits SET who = 'x'", "DELETE FROM edits"])
def test_the_log_only_grows(tmp_path, statement):
    """The file itself refuses to change or remove an edit."""
    append_edits(tmp_path, [ACTIONS[0]], who="Åsa")
    connection = sqlite3.connect(tmp_path / FILE)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    connection.close()


def test_no_log_is_no_edits(tmp_path):
    """A survey nobody has edited has an empty log and gets no file by being read."""
    assert read_edits(tmp_path) == ()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("action", "who"), [(Rename("a", "b"), "  "), (Undo(3), "Åsa")], ids=["nobody", "nothing to undo"]
)
def test_what_cannot_be_logged_is_refused(tmp_path, action, who):
    """An edit has a person, and an undo has something to undo."""
    with pytest.raises(WorkspaceError):
        append_edits(tmp_path, [action], who=who)


def test_a_damaged_log_is_an_error(tmp_path):
    """A file that is no database is said to be so."""
    (tmp_path / FILE).write_bytes(b"ingen databas, bara text " * 40)
    with pytest.raises(WorkspaceError):
        read_edits(tmp_path)


def test_a_line_that_is_no_json_is_an_error(tmp_path):
    """A log whose fields cannot be read is damaged, and the reader is told what to do."""
    append_edits(tmp_path, [ACTIONS[0]], who="Åsa")
    with closing(sqlite3.connect(tmp_path / FILE)) as log, log:
        log.execute("INSERT INTO edits (at, who, kind, after, before) VALUES ('', 'x', 'retire', '{', '{}')")
    with pytest.raises(WorkspaceError) as refused:
        read_edits(tmp_path)
    assert refused.value.remedy


def test_one_press_is_written_wholly_or_not_at_all(tmp_path):
    """All that one press did has one time; where one of it cannot be done, nothing is."""
    edits = append_edits(tmp_path, ACTIONS[:3], who="Åsa")
    assert len({edit.at for edit in edits}) == 1
    with pytest.raises(WorkspaceError, match="ångras"):
        append_edits(tmp_path, [Rename("a", "b"), Undo(99)], who="Åsa")
    assert read_edits(tmp_path) == edits
