"""The numbers of a text, and what the model of numbers in context sees of each.

A number is a run of characters with a digit, also with marks or spaces between its parts, or a day of a
month in words. Each feature is a text, hashed without a seed to a bucket of the model's weights, so that
training (data/numbers/train.py) and masking agree.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from typing import Final

from text_analysis.anonymise.recognisers.number_words import MONTH, ORDINAL

N_BUCKETS: Final = 1 << 17
_NUMBER: Final = re.compile(
    rf"(?i)(?<!\w)(?:\d{{1,2}}(?::?[ea])?|{ORDINAL})[ .]{{1,2}}{MONTH}"
    r"(?:[ ,]{1,2}-?(?:19|20)?\d\d(?!\d|[.:]\d))?"
    rf"|(?<!\w){MONTH} \d{{1,2}}(?!\d)"
    r"|(?<![\w/])\d{1,2}/\d{1,2}(?: ?[-/' ] ?(?:19|20)?\d\d)?(?![\w/])"
    r"|(?<!\w)\+?\(?\d+\)?(?:[-–/.]\d+)*(?: -? ?\d{2,}(?:[-–/.]\d+)*)+(?!\w)"
    r"|(?<!\w)(?=[\w.:/+–-]*\d)[\w+]+(?:[-.:/+–][\w*]+)*"
)
# Hours, years, spans of years, laws and sites tell nobody, whatever stands around them.
_NOBODY: Final = re.compile(
    r"(?:[0-2]?\d[.:]\d\d|[0-2]\d[0-5]\d)[-–](?:[0-2]?\d[.:]\d\d|[0-2]\d[0-5]\d)|(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?"
    r"|(?:19|20)\d\d:\d{1,4}|[0-2]?\d[.:][0-5]\d|112|1177|\S+\.(?:se|nu|com|org)",
)
_DIGIT: Final = re.compile(r"\d")
# One of these stands in every day in words: much quicker to look for.
_MONTHS: Final = (
    *("jan", "feb", "mars", "apr", "maj", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec"),
)
_WORD: Final = re.compile(r"\[[A-ZÖÄ-]+\]|\w+(?:[-'.@]\w+)*|[^\w\s]")
_STOP: Final = re.compile(r"[.!?] |\n")
_RUN: Final = re.compile(r"(.)\1+")
_PERSONAL: Final = frozenset(
    {
        *("jag", "mig", "min", "mitt", "mina", "du", "din", "ditt", "vår", "sin", "sitt"),
        *("hon", "han", "hen", "hennes", "hans", "henne", "honom"),
    }
)
_NAME: Final = "[namn]"
_SEEN: Final = 400  # characters on each side; a comment can be long
_N_BEFORE: Final = 6
_N_AFTER: Final = 5
_BEFORE: Final = 90  # characters read before a number, and after it
_AFTER: Final = 70
_TOUCHING: Final = 14
_NEAR: Final = 3  # words whose parts count
_FRONTS: Final = (3, 4, 5, 7)
_ENDS: Final = (2, 3, 5)
_STEM: Final = 6
_SHORT: Final = 2
_LONG: Final = 4  # digits
_DATE_LENGTHS: Final = frozenset({6, 8})
_LONGEST_SHAPE: Final = 14


def numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers that could tell someone stand in a normalised text: two characters and more, no hours.

    >>> text = "Ring 070-123 45 67 eller ta kontakt den 3 maj, rum B12."
    >>> [text[start:end] for start, end in numbers(text)]
    ['070-123 45 67', '3 maj', 'B12']
    """
    low = text.lower()
    if _DIGIT.search(text) or any(month in low for month in _MONTHS):
        for match in _NUMBER.finditer(text):
            if match.end() - match.start() > 1 and not _NOBODY.fullmatch(match.group()):
                yield match.span()


def buckets(text: str, start: int, end: int) -> list[int]:
    """The buckets of the features of the number in ``[start, end)`` of a text with names as tags."""
    skipped = max(0, start - _SEEN)
    text, start, end = text[skipped : end + _SEEN], start - skipped, end - skipped
    found = set[str]()
    look = _shape(text[start:end])
    found.update(_looks(text[start:end], look))
    before = _words(text[max(0, start - _BEFORE) : start])[-_N_BEFORE:]
    after = _words(text[end : end + _AFTER])[:_N_AFTER]
    found.update(_beside("-", before[::-1], look))
    found.update(_beside("+", after, look))
    found.update(f"{side}{text[at : at + 1]}" for side, at in (("<", start - 1), (">", end)) if at >= 0)
    found.add(f"--{' '.join(before[-2:])}")
    found.add(f"-+{' '.join((*before[-1:], *after[:1]))}")
    found.update(_sentence(text, start, end, look))
    return sorted({zlib.crc32(feature.encode()) % N_BUCKETS for feature in found})


def _shape(number: str) -> str:
    """The number with 9 for each digit and a or A for each letter.

    >>> _shape("annlin02"), _shape("14/9")
    ('aaaaaa99', '99/9')
    """
    return "".join("9" if c.isdigit() else "A" if c.isupper() else "a" if c.isalpha() else c for c in number)


def _runs(look: str) -> str:
    return _RUN.sub(r"\1+", look)


def _looks(number: str, look: str) -> Iterator[str]:
    """Its shape, how many digits it has, and what these could tell: a day, a year, a round sum."""
    digits = "".join(c for c in number if c.isdigit())
    yield f"s={look[:_LONGEST_SHAPE]}"
    yield f"r={_runs(look)}"
    yield f"n{len(digits)}{digits[:1] == '0'}"
    yield f"o{len(digits)}{digits[-1:] == '0'}"
    yield f"d={digits if len(digits) < _LONG else digits[:2]}"
    if len(digits) in _DATE_LENGTHS:
        yield f"t{len(digits)}{'01' <= digits[-4:-2] <= '12'}{'01' <= digits[-2:] <= '31'}"


def _beside(side: str, words: Sequence[str], look: str) -> Iterator[str]:
    """The words on one side, the nearest first: whole, in parts, and the nearest with the number's shape."""
    n_digits, runs = look.count("9"), _runs(look)
    for step, word in enumerate(words, 1):
        yield f"{side}{word}"
        yield f"{side}{min(step, 4)}{word}"
        if step > _NEAR or not word[0].isalpha():
            continue
        yield from (f"{side}^{word[:n]}" for n in _FRONTS if n <= len(word))
        yield from (f"{side}{word[-n:]}$" for n in _ENDS if n <= len(word))
        if step < _NEAR:
            yield f"{side}{word[:5]}{n_digits}"
            yield f"{side}{word[-4:]}{runs}"


def _sentence(text: str, start: int, end: int, look: str) -> Iterator[str]:
    """The sentence's words, whether it speaks of someone, and how near a name stands."""
    runs = _runs(look)
    first = max((match.end() for match in _STOP.finditer(text, 0, start)), default=0)
    stop = _STOP.search(text, end)
    words = set(_words(text[first : stop.start() if stop else len(text)]))
    yield from (f"={word[:_STEM]}" for word in words if len(word) > _SHORT)
    yield f"p{bool(words & _PERSONAL)}{_NAME in words}{runs}"
    yield f"a{_NAME in text.lower()}"
    near = [*_words(text[max(0, start - _TOUCHING) : start])[-2:], *_words(text[end : end + _TOUCHING])[:2]]
    yield f"b{_NAME in near}{runs}"
    yield f"^{first == start}${stop is None and end >= len(text) - 1}"


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
