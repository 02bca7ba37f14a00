"""A theme's span and its surroundings as numbers that tell stance."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from text_analysis.language.hashing import hashed_matrix, unit_length
from text_analysis.language.lexicon import Hit, Lexicon
from text_analysis.language.question import KINDS, question_kind
from text_analysis.language.words import Words, split_words
from text_analysis.linear import Floats
from text_analysis.stance.marks import mark_rows

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

PART_COLUMNS: Final = 2**17
SIGNS: Final = ("positiv", "negativ", "forslag", "neg", "int", "contrast", "irony")
PLACES: Final = ("span", "before", "after")
_SIGN_PLACE: Final = {sign: place for place, sign in enumerate(SIGNS)}
_HIGHEST_SUM: Final = 6.0
_PART_LENGTH: Final = 0.7  # how much word parts count beside word stems (length 1)
_SENTENCE_END: Final = re.compile(r"[.!?…\n]+(?=\s|$)|\n")


@dataclass(frozen=True, slots=True)
class Case:
    """A theme at ``[start, end)`` of a text that answers a question (wording, code or empty)."""

    text: str = field(repr=False)
    question: str
    theme: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Read:
    """A text's words, the stance lexicon's hits, where sentences end, and its first word's number of all."""

    words: Words
    hits: list[Hit]
    sentence_ends: list[int]
    first: int


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

        read: dict[str, _Read] = {}
        forms: list[str] = []
        for case in cases:
            if case.text not in read:
                read[case.text] = self._read(case.text, len(forms))
                forms += read[case.text].words.forms
        known = [read[case.text] for case in cases]
        own = [_word_range(text.words, case.start, case.end) for text, case in zip(known, cases, strict=True)]
        dense = [self._dense(*three) for three in zip(cases, known, own, strict=True)]
        offsets = np.array([[text.first] for text in known], dtype=np.int64).reshape(-1, 1)
        spans = np.array(own, dtype=np.int64).reshape(-1, 2) + offsets
        around = [_sentence(text, case.start, case.end) for text, case in zip(known, cases, strict=True)]
        sentences = np.array(around, dtype=np.int64).reshape(-1, 2) + offsets
        parts = hashed_matrix([forms[begin:end] for begin, end in spans.tolist()], PART_COLUMNS)
        return hstack(
            [
                unit_length(parts) * _PART_LENGTH,
                unit_length(mark_rows(forms, spans, [case.theme for case in cases])),
                unit_length(mark_rows(forms, sentences, [""] * len(cases))) * _PART_LENGTH,
                csr_matrix(np.array(dense, dtype=np.float32).reshape(-1, self.n_dense)),
            ],
            format="csr",
        )

    def _read(self, text: str, first: int) -> _Read:
        words = split_words(text)
        ends = [*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
        starts = {bisect_left(words.starts, end) for end in (0, *ends)}
        return _Read(words, _longest_first(self.lexicon.find(words.forms, starts)), ends, first)

    def _dense(self, case: Case, text: _Read, span: tuple[int, int]) -> Floats:
        first, last = span
        row = np.zeros(self.n_dense, dtype=np.float32)
        sums = [0.0] * (len(PLACES) * len(SIGNS))
        for hit in text.hits:
            entry = self.lexicon.entries[hit.entry]
            place = 1 if hit.first < first else 2 if hit.first >= last else 0
            sums[place * len(SIGNS) + _SIGN_PLACE[entry.category]] += entry.weight
        row[: len(sums)] = [0.2 * min(total, _HIGHEST_SUM) for total in sums]
        kind = KINDS.index(question_kind(case.question))
        row[len(sums) + kind] = 1
        if case.theme in self.themes:  # an organisation's own theme has no columns
            theme = len(sums) + len(KINDS) + self.themes.index(case.theme)
            row[theme] = row[theme + len(self.themes) * (1 + kind)] = 0.3
        words = case.text[case.start : case.end]
        row[-4:] = ("!" in words, "?" in words, 0.2 * math.log1p(last - first), 1)
        return row


def _sentence(text: _Read, start: int, end: int) -> tuple[int, int]:
    """The words of the sentence around a span: the first, and the one after the last."""
    begin = bisect_right(text.sentence_ends, start)
    starts_at = text.sentence_ends[begin - 1] if begin else 0
    return _word_range(text.words, starts_at, text.sentence_ends[bisect_left(text.sentence_ends, end)])


def _longest_first(hits: Sequence[Hit]) -> list[Hit]:
    """Hits without those inside a longer one, as the stance lexicon asks for."""
    kept: list[Hit] = []
    taken = 0  # a bit for each word
    for hit in sorted(hits, key=lambda hit: (hit.first - hit.last, hit.first, hit.entry)):
        words = (1 << hit.last) - (1 << hit.first)
        if not taken & words:
            kept.append(hit)
            taken |= words
    return sorted(kept, key=lambda hit: hit.first)


def _word_range(words: Words, start: int, end: int) -> tuple[int, int]:
    first = bisect_right(words.ends, start)
    return first, max(bisect_left(words.starts, end), first)
