"""The organisation's own lists for the masking, kept in the workspace for every survey."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import tomli_w

from text_analysis.anonymise import MaskLists, load_mask_lists
from text_analysis.places import workspace

FILE = "masking.toml"


def own_lists() -> MaskLists:
    """The lists as they were last saved; empty ones if there are none.

    Raises
    ------
    MaskingError : the file is damaged.
    """
    path = _path()
    return load_mask_lists(path) if path.exists() else MaskLists()


def save_own_lists(*, always: str, never: str, systems: str) -> MaskLists:
    """Save the lists as a person writes them, one name or expression a line."""
    lists = MaskLists(always=_lines(always), never=_lines(never), systems=_lines(systems))
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    part.write_text(
        tomli_w.dumps({name: list(words) for name, words in asdict(lists).items()}), "utf-8", newline="\n"
    )
    part.replace(path)
    return lists


def _path() -> Path:
    return workspace() / FILE


def _lines(text: str) -> tuple[str, ...]:
    r"""The lines without blanks around them, each once.

    >>> _lines("Villa Klara\n\n Villa Klara ")
    ('Villa Klara',)
    """
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
