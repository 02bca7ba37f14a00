"""Values of a TOML file with their types checked; an error names the key and what was expected."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, Final, NoReturn, TypeVar

from text_analysis.errors import MappingError
from text_analysis.read.naming import one_line

T = TypeVar("T")

_SCALE_ENDS: Final = 2
_KINDS: Final[dict[type, str]] = {
    str: "en text inom citattecken",
    int: "ett heltal",
    float: "ett tal",
    list: "en lista",
    dict: "en tabell",
}


def fail(key: str, what: str, expected: str) -> NoReturn:
    """Raise the `MappingError` of a key."""
    raise MappingError(
        f"Mappningen kan inte användas: {what}.", where=key, expected=expected, remedy="Se docs/mapping.md."
    )


def typed(key: str, value: object, kind: type[T]) -> T:
    """The value, which must be of exactly this type (true is no whole number)."""
    if type(value) is not kind:
        fail(key, "fel slags värde" if value is not None else "värdet saknas", _KINDS[kind])
    return value


def known(table: Collection[str], keys: Collection[str], where: str) -> None:
    """Nothing, if the table has no other keys than these."""
    unknown = sorted(set(table) - set(keys))
    if unknown:
        fail(where, f"okända nycklar {', '.join(unknown)}", ", ".join(sorted(keys)))


def text(key: str, value: object) -> str:
    """A text on one line, so that headers are the same however they are broken."""
    return one_line(typed(key, value, str))


def exact_text(key: str, value: object) -> str:
    """A text with its blanks."""
    return typed(key, value, str)


def texts(key: str, value: object) -> tuple[str, ...]:
    """A list of texts, or a single one."""
    several = [value] if isinstance(value, str) else typed(key, value, list)
    return tuple(text(key, part) for part in several)


def number(key: str, value: object) -> float:
    """A number, whole or not."""
    return float(value) if type(value) is int else typed(key, value, float)


def scale(key: str, value: object) -> tuple[int, int]:
    """Two different whole numbers: what the lowest and the highest answer are in the data."""
    ends = [typed(key, end, int) for end in typed(key, value, list)]
    if len(ends) != _SCALE_ENDS or ends[0] == ends[1]:
        fail(key, "det är ingen skala", "[lägsta, högsta], till exempel [0, 4], eller omvänt [5, 1]")
    return ends[0], ends[1]


def table(key: str, value: object, keys: Collection[str]) -> dict[str, Any]:
    """A table with these keys and no others; all need not be there."""
    found = typed(key, value, dict)
    known(found, keys, key)
    return found


def table_of(part: Callable[[str, object], T]) -> Callable[[str, object], dict[str, T]]:
    """What reads a table from any text to values that `part` reads."""

    def read(key: str, value: object) -> dict[str, T]:
        return {
            one_line(name): part(f'{key}."{name}"', inner) for name, inner in typed(key, value, dict).items()
        }

    return read


def list_of(part: Callable[[str, object], T]) -> Callable[[str, object], tuple[T, ...]]:
    """What reads a list of values that `part` reads."""

    def read(key: str, value: object) -> tuple[T, ...]:
        several = typed(key, value, list)
        return tuple(part(f"{key} nr {place}", inner) for place, inner in enumerate(several, start=1))

    return read
