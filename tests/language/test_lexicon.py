"""Lexicon entries are found with wildcards, gaps and sentence starts."""

from __future__ import annotations

import pytest

from text_analysis.language.lexicon import Entry, Lexicon
from text_analysis.language.words import split_words


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("lön", "min lön", True),
        ("lön", "lönen", False),
        ("lön*", "löneläget", True),
        ("*schema", "sommarschema", True),
        ("*schem*", "helgschemat", True),
        ("höj _ ob*", "höj ob:t", True),
        ("höj _ ob*", "höj vårt låga nya ob:t", True),
        ("höj _ ob*", "höj vårt låga nya gamla ob:t", False),
        ("ob:n", "OB:n är låga", True),
        ("börjar 6.45", "Börjar 6.45.", True),
        ("80/90/100", "80/90/100-modellen", True),
        ("hot & våld", "Hot & våld varje vecka", True),
        ("inte ens", "inte hans", False),
    ],
)
def test_an_entry_is_found_where_it_says(pattern: str, text: str, found: bool) -> None:
    """`*` continues a word, `_` skips at most three words, everything else is exact."""
    hits = Lexicon([Entry(pattern, "tema", 3)]).find(split_words(text).forms)
    assert bool(hits) is found


def test_overlapping_entries_are_all_found() -> None:
    """A phrase and its words count together."""
    lexicon = Lexicon(
        [Entry("delade turer", "schema", 3), Entry("turer", "schema", 2), Entry("delade", "schema", 1)]
    )
    assert [hit.entry for hit in lexicon.find(["delade", "turer"])] == [2, 0, 1]


def test_a_start_entry_is_found_at_starts_only() -> None:
    """`^` asks for the first word of a sentence."""
    lexicon = Lexicon([Entry("^höj", "forslag", 3)])
    assert lexicon.find(["höj", "lönen"])
    assert not lexicon.find(["de", "höj"])
    assert lexicon.find(["nej", "höj"], sentence_starts=(0, 1))


def test_every_word_of_decomposed_text_is_found() -> None:
    """A decomposed å, ä or ö is the same letter."""
    assert Lexicon([Entry("lön", "lon", 3)]).find(split_words("lo\u0308n").forms)
