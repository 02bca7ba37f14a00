"""Telephone numbers written in words, wholly or in part: "noll sjuttio ett …", "073-sjuhundratio 22 14"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit, Rule, found_by
from text_analysis.anonymise.recognisers.number_words import DIGITS, TEENS, TENS

_ONES: Final = f"nolla?n?|ett|en|{DIGITS}"
_WORD: Final = rf"(?:(?:{TENS})(?:{_ONES})?|{TEENS}|(?:{_ONES}){{1,4}}|\d{{1,3}})"
_HUNDREDS: Final = rf"(?:{_ONES})?hundra(?:(?:{TENS})(?:{_ONES})?|{TEENS}|{_ONES})?"
_PART: Final = rf"(?:{_HUNDREDS}|{_WORD})"
_IN_WORDS: Final = re.compile(
    rf"(?i)\b(?:nolla?n?[ ,-]{{0,2}}(?:{_WORD})|plus[ ,-]fyr(?:tio|a[ ,-])sex)(?:[ ,-]{{1,3}}{_PART}\b){{3,}}"
    rf"|\b(?:{TENS})(?:{_ONES})?(?:[ ,-]{{1,3}}(?:{TENS}|{TEENS}|{_ONES})(?:{_ONES})?\b){{4,}}"
)
# After a word for it: "ankn fyra fyra sju ett", "mitt nr är sju tre åtta ...".
_SAID: Final = rf"(?:(?:{TENS})(?:{_ONES})?|{TEENS}|{_ONES})"
_SAID_LINK: Final = r"(?: (?:är|e|på|har|till|mig|nummer|nr))* "
_EXTENSION_SAID: Final = re.compile(
    rf"(?i)\b(?:ankn(?:ytning(?:en)?)?|sökaren?|tel"
    rf"|tfn){_SAID_LINK}(?P<number>{_SAID}(?:[ ,-]{{1,3}}{_SAID}){{1,4}})(?!\w)"
)
_NUMBER_SAID: Final = re.compile(
    rf"(?i)\b(?:nr|nummer|numret|mobil(?:en|nummer)?|telefon\w*|ring){_SAID_LINK}"
    rf"(?P<number>{_SAID}(?:[ ,-]{{1,3}}{_SAID}){{4,}})(?!\w)"
)
_WORDS_AND_DIGITS: Final = re.compile(
    rf"(?i)(?<![\d.,])\b(?:0\d{{1,3}}|noll ?(?:{TENS}|{TEENS})(?:{_ONES})?)(?:[ ,-]{{1,3}}{_PART}\b){{2,}}"
)
_DIGITS_THEN_WORDS: Final = re.compile(rf"(?i)(?<!\d)0\d\d?(?:[ ,-]{{1,3}}{_WORD}\b){{5,}}")
# One of these stands in every number in words.
_STEMS: Final = (
    *(
        "noll",
        "tjugo",
        "rtio",
        "ttio",
        "mtio",
        "xtio",
        "plus",
        "ankn",
        "sökare",
        "tel",
        " nr",
        "numm",
        "numr",
    ),
    "mobil",
)
_FEWEST_DIGITS: Final = 7
_LONGEST_ONE: Final = len("nolla")


def _is_mixed(match: re.Match[str]) -> bool:
    """Whether words and digits together say as many digits as a number has."""
    number = match.group().lower()
    words = re.findall(r"[a-zåäö]+", number)
    n_long = sum(len(word) > _LONGEST_ONE for word in words)  # each says two digits, the others one
    n_digits = sum(c.isdigit() for c in number)
    return n_digits > 0 and n_long > 0 and n_digits + len(words) + n_long >= _FEWEST_DIGITS


# For texts with digits, which the reader of digits tries.
DIGITS_AND_WORDS: Final = (
    Rule("phone.words", _DIGITS_THEN_WORDS),
    Rule("phone.words", _WORDS_AND_DIGITS, accept=_is_mixed),
)
_WORD_RULES: Final = (
    Rule("phone.words", _IN_WORDS),
    Rule("phone.said", _EXTENSION_SAID, "number"),
    Rule("phone.said", _NUMBER_SAID, "number"),
)


def find(text: str) -> Iterator[Hit]:
    """The telephone numbers written in words: "noll sjuttio ett …"."""
    low = text.lower()
    if any(stem in low for stem in _STEMS):
        yield from found_by(_WORD_RULES, "PHONE", text)
