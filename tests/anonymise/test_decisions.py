"""Review decisions: what they are kept by and what they do."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.small_survey import FEW
from text_analysis.anonymise import apply_decisions, comment_hash, load_masker, mask_texts, settled
from text_analysis.records import MaskedText

TEXT = "Jag är den enda fysioterapeuten på kliniken och Anna vet det."
PIECES = (
    "Anna Lindström",
    "070-123 45 67",
    "som enda man",
    "vi två fysioterapeuter",
    "Bra",
    "e\u0308",
    "å",
    ". ",
)


def masked(text: str) -> MaskedText:
    """The comment as it is kept."""
    (result,) = mask_texts([text], load_masker())
    return settled(text, result)


def decided(text: str, decision: str) -> MaskedText:
    """The comment after a decision on it."""
    return apply_decisions([masked(text)], [comment_hash(text)], {comment_hash(text): decision})[0]


def test_a_hash_does_not_hang_on_how_letters_are_composed():
    """The same words have the same hash."""
    assert comment_hash(unicodedata.normalize("NFD", "Björn")) == comment_hash("Björn")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_giveaways_point_into_the_masked_text(form):
    """After names and numbers have become tags, the giveaway is still where its words are."""
    kept = masked(unicodedata.normalize(form, f"Anna Lindström på 070-123 45 67 såg det. {TEXT}"))
    assert "enda fysioterapeuten" in kept.text[kept.quasi[0].start : kept.quasi[0].end]


@FEW
@given(st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))
def test_findings_point_at_their_tags(text):
    """Every finding of a kept comment is a tag, and every giveaway lies inside the text."""
    kept = masked(text)
    assert all(kept.text[found.start : found.end].startswith("[") for found in kept.findings)
    assert all(0 <= flag.start < flag.end <= len(kept.text) for flag in kept.quasi)


def test_keep_lets_the_comment_through_as_masked():
    """A kept comment leaves review and keeps its giveaways."""
    kept = decided(TEXT, "keep")
    assert (kept.text, kept.review, kept.reasons) == (masked(TEXT).text, False, ())


def test_mask_leaves_out_the_giveaways_too():
    """A comment to mask loses its giveaways and its names."""
    hidden = decided(TEXT, "mask")
    assert "[UTELÄMNAT]" in hidden.text
    assert "fysioterapeut" not in hidden.text
    assert "Anna" not in hidden.text
    assert not hidden.review


def test_hold_keeps_the_comment_in_review():
    """A held comment stays in review whatever the rules say."""
    held = decided("Bra lokaler", "hold")
    assert held.review
    assert held.reasons == ("Hålls inne av granskaren",)


def test_a_comment_without_decision_stays_as_it_was():
    """Other comments' decisions do nothing to it."""
    kept = masked(TEXT)
    assert apply_decisions([kept], [comment_hash(TEXT)], {comment_hash("annan"): "hold"}) == [kept]
