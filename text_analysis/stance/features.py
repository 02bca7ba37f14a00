"""A theme's span and its surroundings as numbers that tell stance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from text_analysis.language.hashing import hashed_matrix
from text_analysis.language.lexicon import Hit, Lexicon
from text_analysis.language.words import Words, split_words
from text_analysis.linear import Floats
from text_analysis.stance.question import KINDS, question_kind

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

COLUMNS: Final = 2**16
SIGNS: Final = ("positiv", "negativ", "forslag", "neg", "int", "contrast", "irony")
PLACES: Final = ("span", "before", "after")
_HIGHEST_SUM: Final = 6.0
_ENDINGS: Final = frozenset(".!?…\n")


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

    Columns: hashed parts of the span; hashed parts of the rest; lexicon sums per place and sign; entries in
    the span; kind of question; theme; theme and kind; length and signs; a constant.
    """

    themes: tuple[str, ...]
    lexicon: Lexicon

    @property
    def n_columns(self) -> int:
        """Width of a row."""
        own = len(PLACES) * len(SIGNS) + len(KINDS) + len(self.themes) * (1 + len(KINDS)) + 4
        return 2 * COLUMNS + len(self.lexicon.entries) + own

    def rows(self, cases: Sequence[Case]) -> csr_matrix:
        """Feature rows, shape (n_cases, n_columns)."""
        from scipy.sparse import csr_matrix, hstack

        read: dict[str, tuple[Words, list[Hit]]] = {}
        for case in cases:
            if case.text not in read:
                read[case.text] = self._read(case.text)
        spans, rests, entries = [], [], []
        dense = np.zeros((len(cases), self.n_columns - 2 * COLUMNS - len(self.lexicon.entries)), np.float32)
        for number, case in enumerate(cases):
            words, hits = read[case.text]
            first, last = _word_range(words, case.start, case.end)
            spans.append(words.forms[first:last])
            rests.append(words.forms[max(0, first - 12) : first] + words.forms[last : last + 12])
            entries.append([hit.entry for hit in hits if first <= hit.first < last])
            dense[number] = self._dense(case, hits, first, last)
        return hstack(
            [
                _unit_length(hashed_matrix(spans, COLUMNS)),
                _unit_length(hashed_matrix(rests, COLUMNS), 0.5),
                _indicator(entries, len(self.lexicon.entries), 0.3),
                csr_matrix(dense),
            ],
            format="csr",
        )

    def _read(self, text: str) -> tuple[Words, list[Hit]]:
        words = split_words(text)
        starts = {
            number
            for number, start in enumerate(words.starts)
            if number == 0 or not _ENDINGS.isdisjoint(text[words.ends[number - 1] : start])
        }
        return words, _longest_first(self.lexicon.find(words.forms, starts))

    def _dense(self, case: Case, hits: Sequence[Hit], first: int, last: int) -> Floats:
        sums = np.zeros((len(PLACES), len(SIGNS)), dtype=np.float32)
        for hit in hits:
            entry = self.lexicon.entries[hit.entry]
            place = 1 if hit.first < first else 2 if hit.first >= last else 0
            sums[place, SIGNS.index(entry.category)] += entry.weight
        kind = KINDS.index(question_kind(case.question))
        theme = self.themes.index(case.theme)
        own = np.zeros(len(KINDS) + len(self.themes) * (1 + len(KINDS)) + 4, dtype=np.float32)
        own[kind] = 1
        own[len(KINDS) + theme] = 0.3
        own[len(KINDS) + len(self.themes) * (1 + kind) + theme] = 0.3
        span = case.text[case.start : case.end]
        own[-4:] = ("!" in span, "?" in span, 0.2 * np.log1p(last - first), 1)
        return np.concatenate([np.minimum(sums, _HIGHEST_SUM).ravel() * 0.2, own]).astype(np.float32)


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
    first, last = np.searchsorted(words.ends, start, side="right"), np.searchsorted(words.starts, end)
    return int(first), max(int(last), int(first))


def _unit_length(parts: csr_matrix, length: float = 1.0) -> csr_matrix:
    rows = parts.copy()
    rows.data = 1 + np.log(rows.data)
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel()) / length
    rows.data /= np.repeat(np.where(lengths == 0, 1, lengths), np.diff(rows.indptr)).astype(np.float32)
    return rows


def _indicator(rows: Sequence[Sequence[int]], columns: int, value: float) -> csr_matrix:
    from scipy.sparse import csr_matrix

    ends = np.cumsum([0, *map(len, rows)])
    indices = np.fromiter((column for row in rows for column in row), dtype=np.int32, count=int(ends[-1]))
    return csr_matrix(
        (np.full(len(indices), value, dtype=np.float32), indices, ends), shape=(len(rows), columns)
    )
