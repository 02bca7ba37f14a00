"""The words of a text with what the name rules ask of them: case, place in the sentence, kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from text_analysis.anonymise.lexicon import Kind, Lexicon

_MARK: Final = re.compile(r"[\u0300-\u036f]")
_WORD: Final = re.compile(r"(?<![\w@\\])[^\W\d_]+(?:[-'][^\W\d_]+)*")
# Marks that compose with no letter before them; seldom seen, and three times as slow to look for.
_MARKED: Final = r"(?:[^\W\d_]|[\u0300-\u036f])+"
_MARKED_WORD: Final = re.compile(rf"(?<![\w@\\]){_MARKED}(?:[-']{_MARKED})*")
_SENTENCE_END: Final = re.compile(r"[.!?:;\n\r\t…•*\"”»(\[/|>]|^\s*[-\d]|(?:^|\s)-\s*$|\d\)")
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(])(?i:dr|prof|st|t\.ex|bl\.a|ca|nr|kl|tel|resp|inkl|ev|m\.fl|obs|kv|avd)\. ?$|(?:^"
    r"|[\s(/])[A-ZÅÄÖ]\. ?$"
)
_CAPITAL: Final = re.compile(r"[A-ZÅÄÖÉÜ]")
_UPPER_SHARE: Final = 0.6
_TITLE_SHARE: Final = 0.5
_FEW: Final = 3


class Case(Enum):
    """How a text uses capitals: what a capital says of a word."""

    NORMAL = 0
    CAPITALS = 1
    TITLE = 2


@dataclass(slots=True)
class Token:
    """A word of the text.

    `base` is the lower-case form without genitive where that form is listed, else the lower-case form;
    `end` includes the apostrophe of a zero genitive ("Elias'").
    """

    start: int
    end: int
    text: str
    low: str
    base: str
    kind: int
    capital: bool
    initial: bool

    @property
    def genitive(self) -> bool:
        """Whether the word stands in the genitive of a listed name."""
        return self.base != self.low


def tokenise(text: str, lexicon: Lexicon) -> tuple[list[Token], Case]:
    """The words of the text and how it uses capitals."""
    tokens: list[Token] = []
    previous = 0
    word = _MARKED_WORD if _MARK.search(text) else _WORD
    for match in word.finditer(text):
        found = match.group()
        gap = text[previous : match.start()]
        initial = previous == 0 or _ends_sentence(text, gap, match.start())
        low = found.lower()
        base, kind = _known_form(low, lexicon.kind)
        end = match.end()
        if low[-1] == "s" and text[end : end + 1] == "'" and kind and text[end + 1 : end + 2] in ("", " "):
            end += 1
        tokens.append(Token(match.start(), end, found, low, base, kind, found[0].isupper(), initial))
        previous = match.end()
    return tokens, _case(text, tokens, lexicon)


def _ends_sentence(text: str, gap: str, start: int) -> bool:
    if gap in (" ", ", ", "-"):
        return False
    return _SENTENCE_END.search(gap) is not None and not _ABBREVIATION.search(text[max(0, start - 8) : start])


def _known_form(low: str, kind_of: Callable[[str], int]) -> tuple[str, int]:
    """The listed form of a word and its kind: as it stands, or without the genitive's s."""
    kind = kind_of(low)
    if not kind and "w" in low:
        kind = _old_spelling(low, kind_of)
    if kind or low[-1] != "s":
        return low, kind
    bare = low[:-2] if low.endswith("'s") else low[:-1]
    return (bare, kind_of(bare)) if kind_of(bare) else (low, Kind.NONE)


def _old_spelling(low: str, kind_of: Callable[[str], int]) -> int:
    """The kind of a first name that is listed with v and spelt with w ("Ewy")."""
    kind = kind_of(low.replace("w", "v"))
    return kind if kind & Kind.FIRST and not kind & Kind.WORD else Kind.NONE


def _case(text: str, tokens: list[Token], lexicon: Lexicon) -> Case:
    n_capitals = len(_CAPITAL.findall(text))
    if n_capitals > 2 * _FEW and n_capitals > _UPPER_SHARE * sum(len(token.text) for token in tokens):
        return Case.CAPITALS
    inside = [
        token.capital
        for token in tokens
        if not token.initial and token.low in lexicon.words and not token.kind & Kind.NAME
    ]
    if len(inside) >= _FEW and sum(inside) > _TITLE_SHARE * len(inside):
        return Case.TITLE
    return Case.NORMAL
