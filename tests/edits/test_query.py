"""Rules of words, wildcards and gaps."""

from __future__ import annotations

import pytest

from text_analysis.edits import matches, parse_query
from text_analysis.errors import CodebookError


@pytest.mark.parametrize(
    ("query", "text", "span"),
    [
        pytest.param("bilpool*", "Vi har en Bilpoolsbil", "Bilpoolsbil", id="wildcard and capitals"),
        pytest.param("*chef", "Vår enhetschef lyssnar", "enhetschef", id="wildcard before"),
        pytest.param("byt* _ pass", "Jag byter allt oftare pass", "byter allt oftare pass", id="gap"),
        pytest.param("lön, ob", "Höj OB nu", "OB", id="any of several"),
        pytest.param("körjournal", "Körjournalen strular", None, id="whole words unless told"),
        pytest.param("högt i tak", "Det är högt i tak här", "högt i tak", id="a small word within"),
        pytest.param("byt* _ pass", "Byt ut detta gamla trötta system pass", None, id="gap of four"),
    ],
)
def test_a_query_finds_what_it_says(query, text, span):
    """The match points at its words in the comment."""
    found = [text[hit.start : hit.end] for hit in matches(query, [("c", text)])]
    assert found == ([] if span is None else [span])


@pytest.mark.parametrize(
    "query", ["", " , ", "a*", "*", "_ lön", "lön _", "i", "i å", "lön i*", "ett två tre fyra fem sex"]
)
def test_a_query_that_would_find_anything_is_refused(query):
    """Empty, too short and too long expressions are errors."""
    with pytest.raises(CodebookError):
        parse_query(query)
