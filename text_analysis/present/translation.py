"""The words people see, in Swedish or English: a catalogue keyed by the Swedish sentence.

Code is written with the Swedish sentence, so that it can be read; `say` gives it in the language the
reader has chosen. What people wrote, and the questions they were asked, are never translated.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from text_analysis.codebook import Theme
from text_analysis.places import DATA

Language = Literal["sv", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
CATALOGUE: Final = DATA / "language" / "en.toml"

# Each run of a page has a thread of its own, and with it a language of its own.
_spoken: ContextVar[Language] = ContextVar("language", default="sv")


def speak(language: Language) -> None:
    """Give everything that follows in this run of a page in this language."""
    _spoken.set(language)


def spoken() -> Language:
    """The language of this run of a page."""
    return _spoken.get()


def say(swedish: str, **values: str) -> str:
    """The sentence in the language spoken, with `values` put where it names them.

    A sentence without a translation stays Swedish; tests hold that every page has all of its own.

    >>> say("{n} svar", n="12")
    '12 svar'
    """
    sentence = swedish if spoken() == "sv" else english().get(swedish, swedish)
    return sentence.format(**values) if values else sentence


def theme_name(theme: Theme) -> str:
    """The theme's name in the language spoken."""
    return theme.name_sv if spoken() == "sv" else theme.name_en


@cache
def english(path: Path = CATALOGUE) -> Mapping[str, str]:
    """The catalogue: Swedish sentence → English sentence."""
    return tomllib.loads(path.read_text(encoding="utf-8"))
