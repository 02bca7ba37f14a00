"""Reading a mapping's TOML file: every key is known and of its type, and no two contradict each other."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, Literal, cast, get_args

from text_analysis.errors import CodebookError, MappingError
from text_analysis.instruments import load_instruments
from text_analysis.read import toml_values as toml
from text_analysis.read.mapping import (
    VERSION,
    Comparison,
    InvalidRows,
    Mapping,
    PatientContact,
    Sent,
    Status,
    WaveSource,
)
from text_analysis.records import ENPS_RANGE

_OWN_ITEM: Final = re.compile(r"(osa\.[a-z_]+|utveckling|chef)\.[1-9][0-9]{0,2}")
_RANGES: Final = {"enps": ENPS_RANGE, "response_rate": (0.0, 1.0)}


def load_mapping(path: Path) -> Mapping:
    """The mapping of a TOML file.

    Raises
    ------
    MappingError : no such file, and as `parse_mapping`.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise MappingError(
            "Mappningsfilen finns inte.", where=path.name, remedy="Kontrollera namn och mapp."
        ) from error
    return parse_mapping(data, path.name)


def parse_mapping(data: bytes, file: str) -> Mapping:
    """The mapping of the bytes of a TOML file with this name.

    Raises
    ------
    MappingError : not TOML, an unknown key, a value of the wrong type, or keys that contradict each other.
    """
    try:
        raw = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        line = re.search(r"line (\d+)", str(error))
        raise MappingError(
            "Mappningsfilen är inte giltig TOML i UTF-8.",
            where=f"{file}, rad {line[1]}" if line else file,
            remedy="Se docs/mapping.md.",
        ) from error
    try:
        return _mapping(raw)
    except MappingError as error:
        where = f"{file}: {error.where}"
        raise MappingError(error.what, where=where, expected=error.expected, remedy=error.remedy) from error


def _mapping(raw: dict[str, Any]) -> Mapping:
    if raw.get("version") != VERSION:
        toml.fail("version", "versionen saknas eller är okänd", f"version = {VERSION}")
    toml.known(raw, {"version", *_FIELDS}, "översta nivån")
    for key, example in (("name", 'name = "…"'), ("wave", 'wave = {column = "…"} eller {value = "…"}')):
        if key not in raw:
            toml.fail(key, "nyckeln saknas", example)
    given = {field: read(key, raw[key]) for key, (field, read) in _FIELDS.items() if key in raw}
    mapping = Mapping(**given)
    _check_items(mapping)
    _check_columns(mapping)
    for comparison in mapping.comparisons:
        _check_comparison(comparison)
    return mapping


def _enps(key: str, value: object) -> str | Literal[False]:
    return False if value is False else toml.text(key, value)


def _wave(key: str, value: object) -> WaveSource:
    given = toml.table(key, value, ("column", "value"))
    filled = {name: toml.text(f"{key}.{name}", part) for name, part in given.items()}
    if len(filled) != 1 or not all(filled.values()):
        toml.fail(key, "antingen kolumn eller värde ska anges", 'wave = {column = "…"} eller {value = "…"}')
    return WaveSource(**filled)


def _patient_contact(key: str, value: object) -> PatientContact:
    given = toml.table(key, value, ("column", "yes"))
    return PatientContact(
        toml.text(f"{key}.column", given.get("column")), toml.texts(f"{key}.yes", given.get("yes"))
    )


def _status(key: str, value: object) -> Status:
    given = toml.table(key, value, ("column", "answered"))
    return Status(
        toml.text(f"{key}.column", given.get("column")), toml.texts(f"{key}.answered", given.get("answered"))
    )


def _sent(key: str, value: object) -> Sent:
    given = toml.table(key, value, ("wave", "unit", "n"))
    n = toml.typed(f"{key}.n", given.get("n"), int)
    if n < 1:
        toml.fail(f"{key}.n", f"{n} är inget antal tillfrågade", "ett heltal från 1")
    return Sent(
        toml.text(f"{key}.wave", given.get("wave")), toml.text(f"{key}.unit", given.get("unit", "")), n
    )


def _comparison(key: str, value: object) -> Comparison:
    given = toml.table(key, value, ("wave", "unit", "index_key", "value"))
    return Comparison(
        toml.text(f"{key}.wave", given.get("wave")),
        toml.text(f"{key}.unit", given.get("unit", "")),
        toml.text(f"{key}.index_key", given.get("index_key")),
        toml.number(f"{key}.value", given.get("value")),
    )


def _invalid_rows(key: str, value: object) -> InvalidRows:
    choice = next((known for known in get_args(InvalidRows) if value == known), None)
    if choice is None:
        toml.fail(key, "okänt värde", '"stop" eller "leave_out"')
    return cast(InvalidRows, choice)


_FIELDS: Final[dict[str, tuple[str, Callable[[str, object], Any]]]] = {
    "name": ("name", toml.text),
    "wave": ("wave", _wave),
    "enps": ("enps", _enps),
    "organisation": ("organisation", toml.text),
    "unit": ("unit", toml.texts),
    "unit_separator": ("unit_separator", toml.exact_text),
    "respondent": ("respondent", toml.text),
    "patient_contact": ("patient_contact", _patient_contact),
    "status": ("status", _status),
    "comments": ("comments", toml.table_of(toml.text)),
    "items": ("items", toml.table_of(toml.text)),
    "scales": ("scales", toml.table_of(toml.scale)),
    "answers": ("answers", toml.table_of(toml.number)),
    "unit_names": ("unit_names", toml.table_of(toml.text)),
    "missing": ("missing", toml.texts),
    "invalid_rows": ("invalid_rows", _invalid_rows),
    "sent": ("sent", toml.list_of(_sent)),
    "comparison": ("comparisons", toml.list_of(_comparison)),
}


_OWN_INSTRUMENTS: Final = ("osa", "utveckling", "chef")  # their questions differ between organisations


def _check_items(mapping: Mapping) -> None:
    """Every item is known or an own item of an OSA theme or section, none twice; scales are of items."""
    instruments = load_instruments()
    known = {item.key for item in instruments.items}
    themes = {
        index.key
        for index in instruments.indices
        if index.instrument in _OWN_INSTRUMENTS and not index.part_keys
    }
    for column, key in mapping.items.items():
        own = _OWN_ITEM.fullmatch(key)
        if key not in known and not (own and own[1] in themes):
            expected = 'en känd fråga ("hme.motivation.1") eller en egen ("osa.stress.3")'
            toml.fail(f'items."{column}"', f"frågan {key} finns inte bland instrumenten", expected)
    _refuse_repeated("items", mapping.items.values(), "en kolumn för varje fråga")
    for column in mapping.scales:
        if column not in mapping.items:
            toml.fail(f'scales."{column}"', "kolumnen är ingen av frågorna", "en kolumn som står i [items]")


def _check_columns(mapping: Mapping) -> None:
    enps = [mapping.enps] if mapping.enps else []
    roles = [*enps, *mapping.items, *mapping.comments, *mapping.unit]
    _refuse_repeated("kolumnerna", roles, "en roll för varje kolumn")
    if mapping.unit_separator and len(mapping.unit) != 1:
        toml.fail("unit_separator", "den gäller en enda kolumn med hela vägen", 'unit = ["kolumnens namn"]')


def _refuse_repeated(where: str, names: Iterable[str], expected: str) -> None:
    repeated = sorted(name for name, n in Counter(names).items() if n > 1)
    if repeated:
        toml.fail(where, f"{', '.join(repeated)} står flera gånger", expected)


def _check_comparison(comparison: Comparison) -> None:
    key = comparison.index_key
    try:
        low, high = _RANGES.get(key) or load_instruments().index(key).value_range
    except CodebookError as error:
        raise MappingError(
            f"Mappningen kan inte användas: {key} är inget index.",
            where="comparison",
            expected='"enps", "response_rate" eller ett index, till exempel "hme.motivation"',
            remedy="Rätta index_key under [[comparison]], eller ta bort jämförelsen.",
        ) from error
    if not low <= comparison.value <= high:
        toml.fail("comparison", f"{comparison.value:g} är inget värde för {key}", f"{low:g} till {high:g}")
