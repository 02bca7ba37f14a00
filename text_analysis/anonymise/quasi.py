"""Giveaways that are not masked: what may point out the writer together with what colleagues know."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from text_analysis.places import DATA
from text_analysis.records import QuasiFlag

_WORDS: Final = re.compile(r"\{([a-z]+)\}")


def find_quasi(text: str) -> Iterator[QuasiFlag]:
    """The giveaways of a normalised text; finds with different labels may overlap."""
    lower = _lower(text)
    met = {need: need.search(lower) is not None for need in _needs().values()}
    for label, score, at_word, pattern, need in _patterns():
        if need is not None and not met[need]:
            continue
        match = pattern.search(lower)
        while match:
            inside = (
                match.start() > 0 and lower[match.start()].isalnum() and lower[match.start() - 1].isalnum()
            )
            if not (at_word and inside):
                yield QuasiFlag(_word_start(lower, match.start()), match.end(), label, score)
                match = pattern.search(lower, max(match.end(), match.start() + 1))
            else:
                match = pattern.search(lower, match.start() + 1)


def _lower(text: str) -> str:
    """The text in lower case, letter for letter (İ would otherwise become two)."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def _word_start(text: str, place: int) -> int:
    """Where the word begins that a pattern found the end of ("…läkaren som")."""
    while place and text[place].isalnum() and text[place - 1].isalnum():
        place -= 1
    return place


@cache
def _needs() -> dict[str, re.Pattern[str]]:
    """What must stand in a text for the patterns with these words to match: a quick look spares slow ones."""
    who = re.compile(_raw()["words"]["who"])
    digit = re.compile(r"\d")
    return {"{age}": digit, "{old}": digit, "(?:{who})": who}


@cache
def _raw() -> dict[str, Any]:
    return tomllib.loads((DATA / "quasi.toml").read_text(encoding="utf-8"))


@cache
def _patterns() -> tuple[tuple[str, int, bool, re.Pattern[str], re.Pattern[str] | None], ...]:
    r"""Label, score, whether it begins a word, pattern, and its need, from data/quasi.toml; compiled once.

    A pattern that begins with ``\b`` is compiled without it and checked afterwards: only then does `re` look
    for its first letters instead of trying every place, which is three times as fast.
    """
    words: dict[str, str] = _raw()["words"]
    return tuple(
        (
            entry["label"],
            entry["score"],
            alternative.startswith(r"\b"),
            re.compile(_WORDS.sub(lambda name: words[name[1]], alternative.removeprefix(r"\b"))),
            next((need for word, need in _needs().items() if word in alternative), None),
        )
        for entry in _raw()["pattern"]
        for pattern in entry["any"]
        for alternative in _alternatives(pattern)
    )


def _alternatives(pattern: str) -> Iterator[str]:
    r"""The alternatives of a pattern, split where no bracket is open.

    >>> list(_alternatives(r"\b(?:en|ett)|\bden"))
    ['\\b(?:en|ett)', '\\bden']
    """
    depth, begin = 0, 0
    for match in re.finditer(r"\\.|\[[^\]]*\]|[()|]", pattern):
        mark = match.group()
        depth += {"(": 1, ")": -1}.get(mark, 0)
        if mark == "|" and depth == 0:
            yield pattern[begin : match.start()]
            begin = match.end()
    yield pattern[begin:]
