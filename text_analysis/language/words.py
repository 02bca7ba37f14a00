"""Words of a text with their offsets; lexicon entries and comments are cut the same way."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

# Numbers keep their inner signs ("6.45", "80/90/100"), words their colon, hyphen and apostrophe ("ob:n").
# Combining marks, soft hyphens and signs without width count as letters, so that a decomposed "ä" or a word
# pasted from a web page stays one word; the unseen ones are dropped from the form.
_MARKS: Final = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_EMOJI: Final = "\U0001f300-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u263a"
WORD: Final = re.compile(
    rf"\d+(?:[.,:/]\d+)+|[\w{_MARKS}]+(?:[:'’\-][\w{_MARKS}]+)*|[%&€$<>+]|[:;]-?[)(DP/]+|[{_EMOJI}]"
)
_REPEATED: Final = re.compile(r"(.)\1{2,}")
_UNSEEN: Final = {ord(sign): None for sign in "\u00ad\u200b\u200c\u200d\u2060\ufeff"} | {ord("’"): "'"}
LONGEST: Final = 100  # characters of a form; a longer "word" is an address or noise, and costs by its length


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in lower case, and where in the text each begins and ends."""

    forms: list[str] = field(repr=False)
    starts: list[int]
    ends: list[int]


def split_words(text: str) -> Words:
    """Words, numbers, single signs and emoji of a text.

    >>> split_words("Höj OB:t 100 %!").forms
    ['höj', 'ob:t', '100', '%']
    """
    found = [(match.group(), *match.span()) for match in WORD.finditer(text)]
    forms = [normal_form(word[:LONGEST]) for word, _, _ in found]
    return Words(forms, [start for _, start, _ in found], [end for _, _, end in found])


def word_forms(text: str) -> list[str]:
    """The words of `split_words` without their offsets, in half the time.

    >>> word_forms("Höj OB:t 100 %!")
    ['höj', 'ob:t', '100', '%']
    """
    return [normal_form(word[:LONGEST]) for word in WORD.findall(text)]


@lru_cache(maxsize=200_000)
def normal_form(word: str) -> str:
    """The word in lower case, composed letters, and no letter more than twice in a row.

    >>> normal_form("BRAAAAA")
    'braa'
    """
    form = word.lower()
    if not form.isascii():
        form = unicodedata.normalize("NFC", form).translate(_UNSEEN)
    return _REPEATED.sub(r"\1\1", form)
