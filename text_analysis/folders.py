"""A folder that is written wholly or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from text_analysis.errors import WorkspaceError


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
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as scratch:
            fresh = Path(scratch) / "new"
            fresh.mkdir(mode=mode)
            yield fresh
            if folder.exists():
                folder.rename(Path(scratch) / "old")
            fresh.rename(folder)
    except OSError as error:
        raise WorkspaceError(
            "Resultatmappen kan inte skrivas.", where=folder.name, remedy="Kontrollera plats och behörighet."
        ) from error
