"""Sentences and clauses of a text, with offsets back into it.

A theme is most often carried by one clause ("bra kollegor men lönen är ett skämt" holds two), so a
sentence is cut at contrast words, at commas, semicolons, colons and dashes, and at "och" between clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.records import Segment

MIN_WORDS_AT_AND: Final = 3  # "kollegor och chef" stays whole, "vi är få och ingen lyssnar" is cut
LONGEST: Final = 600  # characters; a text without any sign is cut at a space, so that spans stay useful

_ABBREVIATIONS: Final = (
    r"(?<!\bt)(?<!\bex)(?<!\bbl)(?<!\bca)(?<!\bkl)(?<!\bdvs)(?<!\bosv)(?<!\bmm)(?<!\bnr)(?<!\bmin)"
)
# Both begin with a look at the next character: it turns most of them away before anything else is tried.
_SENTENCE_END: Final = re.compile(
    rf"(?=[!?….\s•|])(?:(?:[!?…]+|(?=\.){_ABBREVIATIONS}\.+)[\"'”)\]]*(?=\s|$)\s*"
    r"|\s*[\r\n\u2028]+\s*|\s*[•|]\s*)"
)
_CLAUSE: Final = re.compile(
    r"(?=[\s,;:()/])(?:(?P<sign>[,;:](?=\s)\s*|\s+[–—-]+\s+|\s*[()/](?=\s|\w{4})\s*)"
    r"|(?P<contrast>\s+(?=(?:men|fast|fastän|dock|däremot|tyvärr|trots att|även om|medan|utan att|"
    r"samtidigt|ändå|"
    r"annars|but|however|although|though|otherwise)\s))"
    r"|(?P<and>\s+(?=(?:och|å|o|samt|så|för att|när|eftersom|därför att|and|so|because)\s)))",
    re.IGNORECASE,
)
# So many words from here on; stops at the last of them, where splitting would read to the end each time.
_WORDS: Final = {n: re.compile(r"\s*+" + r"\s++".join([r"\S++"] * n)) for n in range(1, MIN_WORDS_AT_AND + 1)}


def segments(text: str) -> tuple[Segment, ...]:
    """The clauses of a text, in order; pieces without a letter or digit are left out.

    >>> [segment.text for segment in segments("Bra kollegor men lönen är ett skämt!")]
    ['Bra kollegor', 'men lönen är ett skämt!']
    """
    spans = (clause for start, end in sentences(text) for clause in _clauses(text, start, end))
    return tuple(Segment(start, end, text[start:end]) for start, end in spans)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence that holds a letter, digit or emoji."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _CLAUSE.finditer(text, start, end):
        if _cuts(text, (begin, match.start()), (match.end(), end), match.lastgroup):
            yield from _pieces(text, begin, match.end())
            begin = match.end()
    yield from _pieces(text, begin, end)


def _cuts(text: str, before: tuple[int, int], after: tuple[int, int], kind: str | None) -> bool:
    """Whether there are enough words on both sides of a sign or conjunction."""
    least = MIN_WORDS_AT_AND if kind == "and" else 1
    more = least + (kind == "contrast")
    return bool(_WORDS[least].match(text, *before) and _WORDS[more].match(text, *after))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        cut = space if space > start else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    if start < end:
        yield start, end
