"""A folder that is written wholly or not at all, and by one at a time."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from text_analysis.errors import WorkspaceError

LOCK: Final = ".lock"


@contextmanager
def whole_folder(folder: Path, *, mode: int) -> Iterator[Path]:
    """A fresh folder to write in, which takes the place of `folder` when the block ends without an error.

    Parameters
    ----------
    folder : where it is to lie; what lies there stays until everything is written.
    mode : permissions of the folder.

    Raises
    ------
    WorkspaceError : the folder cannot be written.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=f".{folder.name}-", dir=folder.parent, ignore_cleanup_errors=True
        ) as scratch:
            fresh, old = Path(scratch) / "new", Path(scratch) / "old"
            fresh.mkdir(mode=mode)
            yield fresh
            if folder.exists():
                folder.rename(old)
            _take_place(fresh, folder, old)
    except OSError as error:
        raise WorkspaceError(
            "Resultatmappen kan inte skrivas.", where=folder.name, remedy="Kontrollera plats och behörighet."
        ) from error


def _take_place(fresh: Path, folder: Path, old: Path) -> None:
    """The fresh folder in its place; what lay there is put back where that fails (a file open in Windows)."""
    try:
        fresh.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Whoever works on a folder has it alone until the block ends; the lock of a process that dies is gone.

    Raises
    ------
    WorkspaceError : somebody else works on it, or it cannot be written.
    """
    from filelock import FileLock, Timeout

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / LOCK, blocking=False):
            yield
    except Timeout as error:
        raise WorkspaceError(
            "Undersökningen räknas redan om, i ett annat fönster eller program.",
            where=folder.name,
            remedy="Vänta tills det är klart och försök igen.",
        ) from error
