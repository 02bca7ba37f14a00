"""Giveaways that are not masked: what may point out the writer together with what colleagues know."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Final

from text_analysis.places import DATA
from text_analysis.records import QuasiFlag

_WORDS: Final = re.compile(r"\{([a-z]+)\}")


def find_quasi(text: str) -> Iterator[QuasiFlag]:
    """The giveaways of a normalised text; finds with different labels may overlap."""
    for label, score, pattern in _patterns():
        for match in pattern.finditer(text):
            yield QuasiFlag(_word_start(text, match.start()), match.end(), label, score)


def _word_start(text: str, place: int) -> int:
    """Where the word begins that a pattern found the end of ("…läkaren som")."""
    while place and text[place].isalnum() and text[place - 1].isalnum():
        place -= 1
    return place


@cache
def _patterns() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    """Label, score and pattern, from data/quasi.toml; compiled once."""
    raw = tomllib.loads((DATA / "quasi.toml").read_text(encoding="utf-8"))
    words: dict[str, str] = raw["words"]
    return tuple(
        (
            entry["label"],
            entry["score"],
            re.compile(_WORDS.sub(lambda name: words[name[1]], "|".join(entry["any"]))),
        )
        for entry in raw["pattern"]
    )
