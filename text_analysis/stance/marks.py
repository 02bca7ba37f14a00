"""Word stems of pieces of text as hashed columns: alone, with a theme, negated, in pairs, at the ends.

What a word says depends on the theme ("fler" asks for staff, "många" complains of reorganisations), so each
stem also stands together with the theme. That gave more than any other feature.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.language.hashing import counted, ragged

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

STEM_COLUMNS: Final = 2**20
_STEM: Final = 6  # letters; cuts most Swedish endings and leaves the stem
_REACH: Final = 3  # words a negation turns
_PAIRED: Final = 2  # words apart that two stems still are a pair
_NEGATIONS: Final = frozenset(
    (
        *("inte", "int", "ej", "aldrig", "ingen", "inget", "inga", "ingenting"),
        *("knappt", "utan", "sällan", "not", "never", "no"),
    )
)
_NEGATED, _BEGINS, _ENDS = (np.array([number], dtype=np.uint32) for number in (1, 2, 3))

Hashes = NDArray[np.uint32]
Places = NDArray[np.int64]


def mark_rows(words: Sequence[str], spans: Places, themes: Sequence[str]) -> csr_matrix:
    """The marks of each span, 1 where there is one, shape (n_spans, STEM_COLUMNS).

    Parameters
    ----------
    words : the words of all texts, one text after another.
    spans : first word of each span and the word after its last, shape (n_spans, 2).
    themes : the theme of each span, or empty.
    """
    numbers: dict[str, int] = {}
    which = np.array([numbers.setdefault(word, len(numbers)) for word in words], dtype=np.int64)
    stems = _hashed([word[:_STEM] for word in numbers])[which]
    negates = np.array([word in _NEGATIONS for word in numbers], dtype=bool)[which]
    begins, sizes = spans[:, 0], spans[:, 1] - spans[:, 0]
    owner, place = np.repeat(np.arange(len(spans)), sizes), ragged(begins, sizes)
    stem, within = stems[place], place - begins[owner]
    marks = [(owner, stem)]
    told = np.array([theme != "" for theme in themes], dtype=bool)[owner]
    marks.append((owner[told], _mixed(_hashed(themes)[owner[told]], stem[told])))
    for distance in range(1, _REACH + 1):
        has = within >= distance
        mine, own, earlier = owner[has], stem[has], place[has] - distance
        negated = negates[earlier]
        marks.append((mine[negated], _mixed(own[negated], _NEGATED)))
        if distance <= _PAIRED:
            marks.append((mine, _mixed(stems[earlier], own)))
    marks += _edges(_hashed(list(numbers))[which], spans)
    rows, hashes = (np.concatenate(parts) for parts in zip(*marks, strict=True))
    found = counted(rows, hashes, (len(spans), STEM_COLUMNS))
    found.data = np.ones_like(found.data)
    return found


def _edges(heads: Hashes, spans: Places) -> list[tuple[Places, Hashes]]:
    """The first word, the first two and the last of each span that has words."""
    rows = np.flatnonzero(spans[:, 1] > spans[:, 0])
    first, last = spans[rows, 0], spans[rows, 1] - 1
    opening = _mixed(heads[first], _BEGINS)
    two = _mixed(opening, heads[np.minimum(first + 1, last)])
    return [(rows, opening), (rows, two), (rows, _mixed(heads[last], _ENDS))]


def _hashed(texts: Sequence[str]) -> Hashes:
    return np.array([zlib.crc32(text.encode()) for text in texts], dtype=np.uint32)


def _mixed(first: Hashes, second: Hashes) -> Hashes:
    """A hash of two hashes, the order of which matters (multiply and shift, as MurmurHash ends)."""
    mixed = first * np.uint32(0x9E3779B1) + second
    mixed = (mixed ^ (mixed >> np.uint32(15))) * np.uint32(0x85EBCA77)
    return mixed ^ (mixed >> np.uint32(13))
