"""The codebook: the themes comments are coded into, read from data/codebook.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from text_analysis.errors import REPORT, CodebookError
from text_analysis.places import DATA


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: stable id, names, definition, what belongs and what not, the indices it is shown beside."""

    id: str
    name_sv: str
    name_en: str
    definition: str
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    index_keys: tuple[str, ...]
    sensitive: bool


@dataclass(frozen=True, slots=True)
class Codebook:
    """The themes in the order of the file, with the version that every release names."""

    version: int
    themes: tuple[Theme, ...]

    def theme(self, theme_id: str) -> Theme:
        """The theme with this id; `CodebookError` if there is none."""
        for theme in self.themes:
            if theme.id == theme_id:
                return theme
        raise CodebookError(f"Temat {theme_id} finns inte i kodboken.", where="kodboken", remedy=REPORT)


@cache
def load_codebook() -> Codebook:
    """The codebook that is shipped."""
    return read_codebook(DATA / "codebook.yaml")


def read_codebook(path: Path) -> Codebook:
    """The codebook of a YAML file.

    Raises
    ------
    CodebookError : a theme lacks a field, has an unknown one, or shares its id with another.
    """
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    themes = tuple(_theme(entry) for entry in raw["themes"])
    if len({theme.id for theme in themes}) < len(themes):
        raise CodebookError(
            "Två teman har samma id.", where=path.name, remedy="Ge varje tema ett eget id i filen."
        )
    return Codebook(version=int(raw["version"]), themes=themes)


def write_codebook(codebook: Codebook, path: Path) -> None:
    """Write a codebook in the form that `load_codebook` reads."""
    themes = [
        {
            "id": theme.id,
            "name": {"sv": theme.name_sv, "en": theme.name_en},
            "definition": theme.definition,
            "includes": [*theme.includes],
            "excludes": [*theme.excludes],
            "index": [*theme.index_keys],
            "sensitive": theme.sensitive,
        }
        for theme in codebook.themes
    ]
    text = yaml.safe_dump(
        {"version": codebook.version, "themes": themes}, allow_unicode=True, sort_keys=False, width=110
    )
    path.write_text(text, encoding="utf-8", newline="\n")


def _theme(entry: dict[str, object]) -> Theme:
    required = {"id", "name", "definition", "includes", "excludes", "index"}
    given = set(entry)
    if not required <= given <= required | {"sensitive"}:
        raise CodebookError(
            "Ett tema har fel fält.",
            where=str(entry.get("id", "?")),
            expected=", ".join(sorted(required)),
            remedy="Rätta temats fält i kodbokens fil.",
        )
    name = entry["name"]
    if not isinstance(name, dict) or set(name) != {"sv", "en"}:
        raise CodebookError(
            "Temats namn ska ha sv och en.",
            where=str(entry["id"]),
            remedy="Ett namn med kommatecken skrivs inom citattecken.",
        )
    return Theme(
        id=str(entry["id"]),
        name_sv=str(name["sv"]),
        name_en=str(name["en"]),
        definition=str(entry["definition"]),
        includes=_texts(entry["includes"]),
        excludes=_texts(entry["excludes"]),
        index_keys=_texts(entry["index"]),
        sensitive=bool(entry.get("sensitive", False)),
    )


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise CodebookError(
            "En lista väntades i kodboken.",
            where=str(value),
            remedy="Skriv includes, excludes och index som listor, ett led per rad.",
        )
    return tuple(str(part) for part in value)
