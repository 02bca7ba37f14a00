"""A text in the one form the recognisers read, with every code point's place in the original."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

# Soft hyphen, zero-width space, non-joiner, joiner, word joiner and byte order mark split numbers and
# names without being seen; the joiner inside emoji may go too, since emoji carry no identifier.
INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
APOSTROPHES: Final = "\u2018\u2019\u02bc\u00b4\u0060\u2032"
_REPLACED: Final = {
    **dict.fromkeys(map(ord, INVISIBLE), ""),
    **dict.fromkeys(map(ord, DASHES), "-"),
    **dict.fromkeys(map(ord, APOSTROPHES), "'"),
}
_SPECIAL: Final = re.compile("[" + re.escape(INVISIBLE + DASHES + APOSTROPHES) + "]")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text as the recognisers read it.

    Attributes
    ----------
    text : NFKC, without invisible characters, with one kind of dash, apostrophe and space.
    starts, ends : for each code point of `text`, the half-open place it came from in the original.
    """

    text: str = field(repr=False)
    starts: tuple[int, ...] | None = field(default=None, repr=False)
    ends: tuple[int, ...] | None = field(default=None, repr=False)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where ``[start, end)`` of `text` stands in the original.

        >>> normalise("Bjo\u0308rn").original(0, 5)
        (0, 6)
        """
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def normalise(text: str) -> Normalised:
    """The text as the recognisers read it, with its offset map.

    >>> normalise("8501\u200b01\u20132382").text
    '850101-2382'
    """
    if _SPECIAL.search(text) is None and unicodedata.is_normalized("NFKC", text):
        return Normalised(text)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        piece = _normal_form(text[start:end])
        pieces.append(piece)
        starts += [start] * len(piece)
        ends += [end] * len(piece)
    return Normalised("".join(pieces), tuple(starts), tuple(ends))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """The places of the letters with what composes with them: each can be normalised for itself."""
    start = 0
    for i in range(1, len(text)):
        if text[i].isascii() or not _composes(text[start:i], text[i]):
            yield start, i
            start = i
    if text:
        yield start, len(text)


def _composes(cluster: str, following: str) -> bool:
    if unicodedata.combining(following):
        return True
    apart = _nfc(cluster) + _nfc(following)
    return _nfc(cluster + following) != apart


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _normal_form(cluster: str) -> str:
    if len(cluster) == 1 and cluster.isascii():
        return "'" if cluster == "`" else cluster
    mapped = cluster.translate(_REPLACED)
    return unicodedata.normalize("NFKC", mapped).translate(_REPLACED)
