"""Rules for a theme of one's own: words, wildcards (*) and gaps (_), and what they find."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from text_analysis.errors import CodebookError
from text_analysis.language.lexicon import Entry, Lexicon
from text_analysis.language.words import split_words

# Of some word in an expression, and of each with a wildcard: "a*" finds nearly everything.
LEAST_LETTERS: Final = 2
MOST_WORDS: Final = 5
_EXPECTED: Final = (
    "uttryck med 1–5 ord, åtskilda av komma eller radbrytning; * = valfri fortsättning, _ = 0–3 ord emellan"
)


@dataclass(frozen=True, slots=True)
class Found:
    """Where a query first matches a comment, ``[start, end)`` in the masked comment."""

    comment_id: str
    start: int
    end: int


def parse_query(query: str) -> Lexicon:
    """The expressions of a query, ready to be looked for.

    >>> [hit.first for hit in parse_query("delad* tur*, byt* _ pass").find("vi byter ofta pass".split())]
    [1]

    Raises
    ------
    CodebookError : no expression, one of more than five words, or one of single letters.
    """
    patterns = [part.strip().lower() for part in re.split(r"[,\n;]", query) if part.strip()]
    if not patterns:
        raise CodebookError("Regeln är tom.", expected=_EXPECTED, remedy="Skriv minst ett uttryck.")
    for pattern in patterns:
        words = pattern.split()
        real = [word for word in words if word not in ("_", "*")]
        longest = max((len(word.strip("*")) for word in real), default=0)
        loose = any("*" in word and len(word.strip("*")) < LEAST_LETTERS for word in real)
        if longest < LEAST_LETTERS or loose or len(words) > MOST_WORDS or "_" in (words[0], words[-1]):
            raise CodebookError(
                "Ett uttryck i regeln går inte att använda.",
                where=pattern,
                expected=_EXPECTED,
                remedy="Skriv om uttrycket eller ta bort det.",
            )
    return Lexicon([Entry(pattern, "", 1) for pattern in patterns])


def matches(query: str, comments: Iterable[tuple[str, str]]) -> list[Found]:
    """The comments a query finds, with the place of the first match; for the preview and for the rule itself.

    Parameters
    ----------
    query : see `parse_query`.
    comments : id and masked text of each comment.
    """
    lexicon = parse_query(query)
    found = []
    for comment_id, text in comments:
        words = split_words(text)
        hits = lexicon.find(words.forms)
        if hits:
            first = min(hits, key=lambda hit: (hit.first, -hit.last))
            found.append(Found(comment_id, words.starts[first.first], words.ends[first.last - 1]))
    return found
