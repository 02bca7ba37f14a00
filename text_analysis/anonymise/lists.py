"""The organisation's own lists: what to mask always, never, and which systems it has."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from text_analysis.errors import MaskingError


@dataclass(frozen=True, slots=True)
class MaskLists:
    """Lists the HR user edits.

    Attributes
    ----------
    always : names and words to mask wherever they stand.
    never : words and expressions to leave alone, for example a house with a person's name.
    systems : the organisation's systems; one that is a person's name too needs a word on systems near.
    """

    always: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()


def load_mask_lists(path: Path) -> MaskLists:
    """The lists of a TOML file with the keys `always`, `never` and `systems`.

    Raises
    ------
    MaskingError : the file is not TOML, has another key, or a list with something else than texts.
    """
    known = {field.name for field in fields(MaskLists)}
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise _error(path, "Listfilen går inte att läsa.") from error
    wrong = sorted(set(raw) - known)
    wrong += sorted(key for key in known & set(raw) if not _texts(raw[key]))
    if wrong:
        raise _error(path, f"Listfilen har okända eller felaktiga listor: {', '.join(wrong)}.")
    return MaskLists(**{key: tuple(value) for key, value in raw.items()})


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)


def _error(path: Path, what: str) -> MaskingError:
    return MaskingError(
        what,
        where=path.name,
        expected='textlistor med namnen always, never och systems, till exempel never = ["Villa Klara"]',
        remedy="Rätta filen och kör igen.",
    )
