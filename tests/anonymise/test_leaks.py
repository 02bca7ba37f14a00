"""The second pass over what leaves the analysis."""

import pytest

from text_analysis.anonymise import Leak, leaked_names, mask_texts, name_tokens

TEXTS = ["Shpresa Krasniqi är bäst", "Det var Björn som sa det", "Tack Lars-Åke", "Jag frågade Nora om det"]


@pytest.fixture(scope="module")
def tokens(masker):
    """The name tokens of four comments."""
    return name_tokens(TEXTS, mask_texts(TEXTS, masker))


@pytest.fixture(scope="module")
def masker():
    """The shipped masker."""
    from text_analysis.anonymise import load_masker

    return load_masker()


@pytest.mark.parametrize(
    "output",
    ["krasniqi schema", "KRASNIQIS idé", "tema_shpresa_3.csv", "lars-åke", "Shpresa", "kra\u00adsniqi"],
)
def test_finds_a_masked_name_in_any_output(output, tokens):
    """Topic words, quotes and file names are searched, in any case and with genitive."""
    assert leaked_names([output], tokens)


@pytest.mark.parametrize(
    "output", ["björn i skogen", "Björn i skogen", "larsson", "vi i Nora", "schema och lön"]
)
def test_leaves_words_and_places(output, tokens):
    """A name that is also a word counts only with a capital inside a sentence, one that is a place never."""
    assert leaked_names([output], tokens) == ()


def test_a_word_name_inside_a_sentence_is_a_leak(tokens):
    """A capital inside a sentence makes the word a name."""
    assert leaked_names(["lön", "Det sa Björn igår"], tokens) == (Leak(1, 7, 12),)


def test_the_tokens_spell_out_no_name(tokens):
    """What is kept beside the analysis holds digests only."""
    assert not any("krasniqi" in token for token in tokens.names | tokens.words)
    assert "krasniqi" not in repr(tokens)
