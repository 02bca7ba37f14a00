"""The sub-themes that staff surveys usually tell apart within a theme, read from data/sub_themes.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from text_analysis.errors import CodebookError
from text_analysis.places import DATA

FILE: Final = "sub_themes.yaml"
N_FIELDS: Final = 3  # name in Swedish, name in English, words


@dataclass(frozen=True, slots=True)
class SubTheme:
    """A part of a theme: stable id, names, and the expressions people say it with.

    `words` are patterns of `language.lexicon`; they are looked for only in what already has the theme.
    """

    id: str
    theme: str
    name_sv: str
    name_en: str
    words: tuple[str, ...]


@cache
def load_sub_themes() -> tuple[SubTheme, ...]:
    """The sub-themes that are shipped."""
    return read_sub_themes(DATA / FILE)


def read_sub_themes(path: Path) -> tuple[SubTheme, ...]:
    """The sub-themes of a YAML file, in its order: ``theme: {key: [name, English name, words]}``.

    Raises
    ------
    CodebookError : a sub-theme is not two names and words.
    """
    raw = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return tuple(_sub_theme(theme, key, given) for theme, keys in raw.items() for key, given in keys.items())


def _sub_theme(theme: str, key: str, fields: object) -> SubTheme:
    if not (isinstance(fields, list) and len(fields) == N_FIELDS and all(map(str.strip, fields))):
        raise CodebookError(
            "Ett deltema har fel fält.",
            where=f"{theme}.{key}",
            expected="namn på svenska, namn på engelska, ord",
            remedy="Ett namn med kommatecken skrivs inom citattecken.",
        )
    name_sv, name_en, words = fields
    patterns = tuple(word.strip() for word in words.split(","))
    return SubTheme(f"{theme}.{key}", theme, name_sv, name_en, patterns)
