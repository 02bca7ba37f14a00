"""The log of edits: append-only, in SQLite beside the survey; nothing in it is ever changed or removed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from text_analysis.edits.actions import RESTORE, Action, Edit, Undo, as_fields, from_fields
from text_analysis.errors import WorkspaceError

FILE: Final = "edits.sqlite"
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS edits (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    who TEXT NOT NULL CHECK (who <> ''),
    kind TEXT NOT NULL,
    after TEXT NOT NULL,
    before TEXT NOT NULL
) STRICT;
CREATE TRIGGER IF NOT EXISTS edits_stay BEFORE UPDATE ON edits
    BEGIN SELECT RAISE(ABORT, 'edits are never changed'); END;
CREATE TRIGGER IF NOT EXISTS edits_remain BEFORE DELETE ON edits
    BEGIN SELECT RAISE(ABORT, 'edits are never removed'); END;
"""


def append_edits(
    folder: Path, actions: Sequence[Action], *, who: str, before: Mapping[str, Any] | None = None
) -> tuple[Edit, ...]:
    """What a person did with one press, as it now stands in the log: all of it under one time, or nothing.

    Parameters
    ----------
    folder : the folder of the survey, or of the organisation where edits hold for every wave.
    actions : what is done; ids and queries, never a comment's text.
    who : the person, not empty.
    before : the state before, for people who read the log.

    Raises
    ------
    WorkspaceError : nobody is named, the edit to undo does not exist, or the log cannot be written.
    """
    if not who.strip():
        raise WorkspaceError("Ändringen saknar namn på den som gör den.", remedy="Fyll i ditt namn.")
    at = datetime.now(UTC).isoformat(timespec="milliseconds")  # tells one press from the next
    with _log(folder) as log:
        edits = tuple(
            _written(log, Edit(0, at, who.strip(), action, dict(before or {}))) for action in actions
        )
        log.commit()
    return edits


def _written(log: sqlite3.Connection, edit: Edit) -> Edit:
    """The edit with the number that the log gave it."""
    if isinstance(edit.action, Undo):
        _check_undo(log, edit.action.number)
    kind, fields = as_fields(edit.action)
    after, before = (json.dumps(state, ensure_ascii=False) for state in (fields, edit.before))
    row = (edit.at, edit.who, kind, after, before)
    insert = "INSERT INTO edits (at, who, kind, after, before) VALUES (?, ?, ?, ?, ?)"
    return replace(edit, number=int(log.execute(insert, row).lastrowid or 0))


def read_edits(folder: Path) -> tuple[Edit, ...]:
    """Every edit of a folder's log, undone ones too, in order; none if there is no log.

    Raises
    ------
    WorkspaceError : the log is damaged.
    """
    if not (folder / FILE).exists():
        return ()
    with _log(folder) as log:
        rows = log.execute(
            "SELECT number, at, who, kind, after, before FROM edits ORDER BY number"
        ).fetchall()
    try:
        return tuple(
            Edit(number, at, who, from_fields(kind, json.loads(after)), json.loads(before))
            for number, at, who, kind, after, before in rows
        )
    except json.JSONDecodeError as error:
        raise WorkspaceError("Ändringsloggen är skadad.", where=FILE, remedy=RESTORE) from error


@contextmanager
def _log(folder: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(folder / FILE)) as log:
            log.executescript(_SCHEMA)
            yield log
    except sqlite3.Error as error:
        raise WorkspaceError(
            "Ändringsloggen går inte att använda.",
            where=FILE,
            remedy="Stäng andra fönster med Röda trådar och försök igen. Kommer felet tillbaka: kontrollera "
            "att mappen går att skriva i, eller lägg tillbaka filen ur en säkerhetskopia.",
        ) from error


def _check_undo(log: sqlite3.Connection, number: int) -> None:
    if log.execute("SELECT 1 FROM edits WHERE number = ?", (number,)).fetchone() is None:
        raise WorkspaceError(
            "Ändringen som ska ångras finns inte.",
            where=f"ändring {number}",
            remedy="Ladda om sidan och välj i loggen igen.",
        )
