"""A stream of comments is coded as all of them at once, in order, whatever the number of processes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from text_analysis.code_stream import TextAndQuestion, code_stream
from text_analysis.coding import code_texts

ROWS = [
    ("Höj lönen!", ""),
    ("kollegorna", "Vad är viktigast att bevara?"),
    ("-", ""),
    ("Journalsystemet hänger sig varje dag", "Vad behöver förbättras?"),
    ("", ""),
    ("Good team and nice boss", ""),
    ("Delade turer varannan helg", ""),
] * 3
WHOLE = code_texts([text for text, _ in ROWS], [question for _, question in ROWS])


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("chunk", [2, 5, 1000])
def test_pieces_and_processes_change_nothing(processes: int, chunk: int) -> None:
    """Each text has its own answer, with its own question, in the order given."""
    assert list(code_stream(ROWS, processes=processes, chunk=chunk)) == WHOLE


def test_texts_are_taken_as_they_are_needed() -> None:
    """An endless stream gives its first answers: nothing waits for the last text."""

    def endless() -> Iterator[TextAndQuestion]:
        while True:
            yield from ROWS

    stream = code_stream(endless(), processes=1, chunk=4)
    assert [next(stream) for _ in ROWS] == WHOLE


def test_no_texts_give_no_answers() -> None:
    """An empty stream is empty."""
    assert list(code_stream([])) == []
