"""What must stand in a text for a pattern to match: never a match without its signs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from text_analysis.anonymise.signs import runs, signs

COMMON = frozenset({"jag", "som"})
LITERALS = st.text("abå 1_.", min_size=1, max_size=3).map(re.escape)
ATOMS = st.one_of(
    LITERALS, st.sampled_from([r"\b", r"\w", r"\d", "[ab]", "[1-3]", "[^.]", ".", "(?!b)", "(?<!a)"])
)
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map("".join),
        st.lists(inner, min_size=1, max_size=4).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{0,2}", "{2}", "+?"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    ),
    max_leaves=12,
)


@given(
    PATTERNS,
    st.lists(st.sampled_from(["a", "b", "å", " ", "1", "_", ".", "ab ", "ba1"]), max_size=12).map("".join),
)
def test_a_text_that_matches_has_every_sign(pattern, text):
    """No pattern is passed over in a text it matches."""
    if re.search(pattern, text):
        assert all(runs(text) & sign for sign in signs(pattern, COMMON))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\b(?:vi|oss) två\b", "Bara oss två kvar."),
        (r"\b\d\d år\b", "Efter 25 år här"),
        (r"\bsom (?:\w+ )?(?:enda|ende)\b", "som den enda"),
        (r"läkar(?:en|e)? som", "läkare som"),
        (r"\b(?:ms|als)\b", "har als."),
    ],
    ids=["short words", "digits", "a word that may lack", "an ending that may lack", "two letters"],
)
def test_the_signs_of_a_pattern_stand_in_its_texts(pattern, text):
    """A pattern's signs stand in a text it matches, and not in one of other words."""
    found = signs(pattern, COMMON)
    assert found
    assert all(runs(text) & sign for sign in found)
    assert not all(runs("Helt andra ting.") & sign for sign in found)


def test_a_common_word_is_the_poorer_sign():
    """Of what an alternative needs, the rarer stands for it."""
    (sign,) = signs(r"\b(?:jag \w+ ms|som \w+ als)\b", COMMON)
    assert {run.strip("\0 ") for run in sign} == {"ms", "als"}


def test_a_pattern_of_nothing_certain_has_no_signs():
    """A pattern that may match anything is always tried."""
    assert signs(r"\w+(?: .)?", COMMON) == []
