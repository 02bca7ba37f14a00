"""A theme's span and its surroundings as numbers that tell stance.

What a word says depends on the theme ("fler" asks for staff, "många" complains of reorganisations), so each
word stem of the span also stands together with the theme. That gave more than any other feature.
"""

from __future__ import annotations

import math
import re
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from text_analysis.language.hashing import hashed_matrix, index_rows, unit_length
from text_analysis.language.lexicon import Hit, Lexicon
from text_analysis.language.question import KINDS, question_kind
from text_analysis.language.words import Words, split_words
from text_analysis.linear import Floats

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

PART_COLUMNS: Final = 2**17
STEM_COLUMNS: Final = 2**18
SIGNS: Final = ("positiv", "negativ", "forslag", "neg", "int", "contrast", "irony")
PLACES: Final = ("span", "before", "after")
_SIGN_PLACE: Final = {sign: place for place, sign in enumerate(SIGNS)}
_STEM: Final = 6  # letters; cuts most Swedish endings and leaves the stem
_REACH: Final = 3  # words a negation turns
_HIGHEST_SUM: Final = 6.0
_PART_LENGTH: Final = 0.7  # how much word parts count beside word stems (length 1)
_NEGATIONS: Final = frozenset(
    (
        "inte",
        "int",
        "ej",
        "aldrig",
        "ingen",
        "inget",
        "inga",
        "ingenting",
        "knappt",
        "utan",
        "sällan",
        "not",
        "never",
        "no",
    )
)
_SENTENCE_END: Final = re.compile(r"[.!?…\n]+(?=\s|$)|\n")


@dataclass(frozen=True, slots=True)
class Case:
    """A theme at ``[start, end)`` of a text that answers a question (wording, code or empty)."""

    text: str = field(repr=False)
    question: str
    theme: str
    start: int
    end: int


@dataclass(frozen=True)
class StanceSpace:
    """What turns cases into rows: the themes in order and the stance lexicon.

    Columns: word parts of the span; word stems of the span, alone and with the theme; stems of the sentence;
    lexicon sums per place and sign; kind of question; theme; theme and kind; signs; a constant.
    """

    themes: tuple[str, ...]
    lexicon: Lexicon

    @property
    def n_dense(self) -> int:
        """Number of columns that are not hashed."""
        return len(PLACES) * len(SIGNS) + len(KINDS) + len(self.themes) * (1 + len(KINDS)) + 4

    def rows(self, cases: Sequence[Case]) -> csr_matrix:
        """Feature rows, shape (n_cases, n_columns)."""
        from scipy.sparse import csr_matrix, hstack

        read: dict[str, tuple[Words, list[Hit]]] = {}
        spans, stems, sentences = [], [], []
        dense = np.zeros((len(cases), self.n_dense), dtype=np.float32)
        for number, case in enumerate(cases):
            if case.text not in read:
                read[case.text] = self._read(case.text)
            words, hits = read[case.text]
            first, last = _word_range(words, case.start, case.end)
            spans.append(words.forms[first:last])
            stems.append(_stem_hashes(words.forms[first:last], case.theme))
            around = _word_range(words, *_sentence(case.text, case.start, case.end))
            sentences.append(_stem_hashes(words.forms[slice(*around)], ""))
            dense[number] = self._dense(case, hits, first, last)
        return hstack(
            [
                unit_length(hashed_matrix(spans, PART_COLUMNS)) * _PART_LENGTH,
                unit_length(index_rows(stems, STEM_COLUMNS)),
                unit_length(index_rows(sentences, STEM_COLUMNS)) * _PART_LENGTH,
                csr_matrix(dense),
            ],
            format="csr",
        )

    def _read(self, text: str) -> tuple[Words, list[Hit]]:
        words = split_words(text)
        ends = [match.end() for match in _SENTENCE_END.finditer(text)]
        starts = {bisect_left(words.starts, end) for end in (0, *ends)}
        return words, _longest_first(self.lexicon.find(words.forms, starts))

    def _dense(self, case: Case, hits: Sequence[Hit], first: int, last: int) -> Floats:
        row = np.zeros(self.n_dense, dtype=np.float32)
        sums = [0.0] * (len(PLACES) * len(SIGNS))
        for hit in hits:
            entry = self.lexicon.entries[hit.entry]
            place = 1 if hit.first < first else 2 if hit.first >= last else 0
            sums[place * len(SIGNS) + _SIGN_PLACE[entry.category]] += entry.weight
        row[: len(sums)] = [0.2 * min(total, _HIGHEST_SUM) for total in sums]
        kind = KINDS.index(question_kind(case.question))
        row[len(sums) + kind] = 1
        if case.theme in self.themes:  # an organisation's own theme has no columns
            theme = len(sums) + len(KINDS) + self.themes.index(case.theme)
            row[theme] = row[theme + len(self.themes) * (1 + kind)] = 0.3
        span = case.text[case.start : case.end]
        row[-4:] = ("!" in span, "?" in span, 0.2 * math.log1p(last - first), 1)
        return row


def _stem_hashes(words: Sequence[str], theme: str) -> list[int]:
    """Hashes of stems, stems after a negation, stems with the theme, pairs of stems, first and last words."""
    stems = [word[:_STEM] for word in words]
    marks = set(stems)
    marks.update(f"{theme}|{stem}" for stem in stems if theme)
    for place, word in enumerate(words):
        if word in _NEGATIONS:
            marks.update(f"!{stem}" for stem in stems[place + 1 : place + 1 + _REACH])
    marks.update(_pairs(stems))
    if words:
        marks.update((f"^{words[0]}", f"^^{' '.join(words[:2])}", f"{words[-1]}$"))
    return sorted(zlib.crc32(mark.encode()) for mark in marks)


def _pairs(stems: Sequence[str]) -> Iterator[str]:
    for distance in (1, 2):
        yield from (f"{a}_{b}" for a, b in zip(stems, stems[distance:], strict=False))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a span begins and ends."""
    begins = [match.end() for match in _SENTENCE_END.finditer(text, 0, start)]
    after = _SENTENCE_END.search(text, max(end - 1, start))
    return (begins[-1] if begins else 0), (after.end() if after else len(text))


def _longest_first(hits: Sequence[Hit]) -> list[Hit]:
    """Hits without those inside a longer one, as the stance lexicon asks for."""
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.first - hit.last, hit.first, hit.entry)):
        if taken.isdisjoint(range(hit.first, hit.last)):
            kept.append(hit)
            taken.update(range(hit.first, hit.last))
    return sorted(kept, key=lambda hit: hit.first)


def _word_range(words: Words, start: int, end: int) -> tuple[int, int]:
    first = bisect_right(words.ends, start)
    return first, max(bisect_left(words.starts, end), first)
