"""Coding of any number of comments: in pieces, in order, on every core, with flat memory."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context
from typing import Final, TypeVar

from text_analysis.coding import CHUNK, CodedText, code_texts
from text_analysis.model_store import load_coder
from text_analysis.records import Cleaned, Label, Stance

MOST_PROCESSES: Final = 4  # each holds the coder, some 200 MB
WORTH_STARTING: Final = 4  # pieces; a process takes as long to start as a piece or two to code
_AHEAD: Final = 2  # pieces under way per process: none is idle, and none pile up

TextAndQuestion = tuple[str, str]
_Plain = tuple[bool, str, list[tuple[str, Stance, float, int, int]]]
Row = TypeVar("Row")


def code_stream(
    rows: Iterable[TextAndQuestion], *, processes: int | None = None, chunk: int = CHUNK
) -> Iterator[CodedText]:
    """What `code_texts` says of each text, in the same order, as the texts come.

    Processes and not threads: most of the time goes to Python's own loops over words, which share one lock.
    Few texts are coded in this process.

    Parameters
    ----------
    rows : texts and the wording of the question each answers, or empty.
    processes : how many code at a time; one per core, at most `MOST_PROCESSES`, if not given.
    chunk : texts in a piece; memory holds few pieces, so it stays flat for any number of rows.
    """
    wanted = processes or min(os.cpu_count() or 1, MOST_PROCESSES)
    chunks = pieces(rows, chunk)
    first = list(islice(chunks, WORTH_STARTING))
    if wanted == 1 or len(first) < WORTH_STARTING:
        for part in chain(first, chunks):
            yield from _code(part)
        return
    # Spawned on every system: a fork of a process with threads may hang.
    with ProcessPoolExecutor(wanted, get_context("spawn"), initializer=load_coder) as pool:
        waiting: deque[Future[list[_Plain]]] = deque()
        for part in chain(first, chunks):
            waiting.append(pool.submit(_plainly, part))
            if len(waiting) >= _AHEAD * wanted:
                yield from map(_restored, waiting.popleft().result())
        while waiting:
            yield from map(_restored, waiting.popleft().result())


def pieces(rows: Iterable[Row], size: int = CHUNK) -> Iterator[list[Row]]:
    """The rows in lists of `size`, the last one shorter.

    >>> list(pieces("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    left = iter(rows)
    while part := list(islice(left, size)):
        yield part


def _code(rows: Sequence[TextAndQuestion]) -> list[CodedText]:
    return code_texts([text for text, _ in rows], [question for _, question in rows])


def _plainly(rows: Sequence[TextAndQuestion]) -> list[_Plain]:
    """What is coded, as tuples: they pass between processes five times as fast as records."""
    return [
        (
            coded.cleaned.content,
            coded.cleaned.language,
            [(label.theme, label.stance, label.score, label.start, label.end) for label in coded.labels],
        )
        for coded in _code(rows)
    ]


def _restored(plain: _Plain) -> CodedText:
    content, language, labels = plain
    return CodedText(Cleaned(content, language), tuple(Label(*label) for label in labels))
