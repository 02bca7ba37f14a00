"""Giveaways that are not masked: what may point out the writer together with what colleagues know."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from text_analysis.anonymise.signs import runs, signs
from text_analysis.places import DATA
from text_analysis.records import QuasiFlag

_WORDS: Final = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class _Pattern:
    r"""A pattern of data/quasi.toml, compiled, and its signs as the bits of `needs`.

    Where it begins with ``\b`` it is compiled without it and `at_word` is checked afterwards: only then does
    `re` look for its first letters instead of trying every place, which is three times as fast.
    """

    label: str
    score: int
    at_word: bool
    regex: re.Pattern[str] = field(repr=False)
    needs: int = field(repr=False)


def find_quasi(text: str) -> Iterator[QuasiFlag]:
    """The giveaways of a normalised text; finds with different labels may overlap."""
    lower = _lower(text)
    for pattern in _worth_trying(lower):
        match = pattern.regex.search(lower)
        while match:
            start = match.start()
            inside = start > 0 and lower[start].isalnum() and lower[start - 1].isalnum()
            if pattern.at_word and inside:
                match = pattern.regex.search(lower, start + 1)
            else:
                yield QuasiFlag(_word_start(lower, start), match.end(), pattern.label, pattern.score)
                match = pattern.regex.search(lower, max(match.end(), start + 1))


def _worth_trying(lower: str) -> Iterator[_Pattern]:
    """The patterns whose signs the text has, in the file's order."""
    patterns, bits = _patterns()
    met = 0
    for run in runs(lower) & bits.keys():
        met |= bits[run]
    return (pattern for pattern in patterns if pattern.needs & met == pattern.needs)


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
def _patterns() -> tuple[tuple[_Pattern, ...], dict[str, int]]:
    """The patterns of data/quasi.toml, and for each run the signs it is one of, as bits."""
    raw = tomllib.loads((DATA / "quasi.toml").read_text(encoding="utf-8"))
    numbers: dict[frozenset[str], int] = {}
    patterns = tuple(_read(raw, numbers))
    bits: dict[str, int] = {}
    for sign, number in numbers.items():
        for run in sign:
            bits[run] = bits.get(run, 0) | 1 << number
    return patterns, bits


def _read(raw: dict[str, Any], numbers: dict[frozenset[str], int]) -> Iterator[_Pattern]:
    """The patterns; each new sign gets a number."""
    words, common = raw["words"], frozenset(raw["common"].split())
    for entry in raw["pattern"]:
        for one in (one for several in entry["any"] for one in _alternatives(several)):
            whole = _WORDS.sub(lambda name: words[name[1]], one)
            needs = sum(1 << numbers.setdefault(sign, len(numbers)) for sign in set(signs(whole, common)))
            regex = re.compile(whole.removeprefix(r"\b"))
            yield _Pattern(entry["label"], entry["score"], whole.startswith(r"\b"), regex, needs)


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
