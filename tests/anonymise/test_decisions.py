"""Review decisions: how they are kept and what they do."""

import unicodedata

import pytest

from text_analysis.anonymise import apply_decisions, comment_hash, load_decisions, mask_texts, save_decisions
from text_analysis.errors import MaskingError

TEXT = "Jag är den enda fysioterapeuten på kliniken och Anna vet det."


def test_decisions_survive_a_new_run(tmp_path):
    """What is saved is what is loaded, and a first run has none."""
    path = tmp_path / "beslut.json"
    assert load_decisions(path) == {}
    save_decisions(path, {comment_hash(TEXT): "hold", comment_hash("b"): "keep"})
    assert load_decisions(path) == {comment_hash(TEXT): "hold", comment_hash("b"): "keep"}


def test_the_file_holds_no_comment(tmp_path):
    """Only hashes are written."""
    path = tmp_path / "beslut.json"
    save_decisions(path, {comment_hash(TEXT): "mask"})
    assert "fysioterapeut" not in path.read_text(encoding="utf-8")


def test_a_hash_does_not_hang_on_how_letters_are_composed():
    """The same words have the same hash."""
    assert comment_hash(unicodedata.normalize("NFD", "Björn")) == comment_hash("Björn")


@pytest.mark.parametrize("content", ["{", "[]", '{"a": "release"}', '{"a": ["keep"]}'])
def test_refuses_a_damaged_file(tmp_path, content):
    """A file that cannot be trusted stops the run instead of forgetting a hold."""
    path = tmp_path / "beslut.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(MaskingError, match=r"beslut\.json"):
        load_decisions(path)


def test_keep_lets_the_comment_through_as_masked(masker):
    """A kept comment leaves review and keeps its giveaways."""
    masked = mask_texts([TEXT], masker)
    kept = apply_decisions([TEXT], masked, {comment_hash(TEXT): "keep"})[0]
    assert (kept.text, kept.review, kept.reasons) == (masked[0].text, False, ())


def test_mask_leaves_out_the_giveaways_too(masker):
    """A comment to mask loses its giveaways and its names."""
    masked = mask_texts([TEXT], masker)
    hidden = apply_decisions([TEXT], masked, {comment_hash(TEXT): "mask"})[0]
    assert "[UTELÄMNAT]" in hidden.text
    assert "fysioterapeut" not in hidden.text
    assert "Anna" not in hidden.text
    assert not hidden.review


def test_hold_keeps_the_comment_in_review(masker):
    """A held comment stays in review whatever the rules say."""
    masked = mask_texts(["Bra lokaler"], masker)
    held = apply_decisions(["Bra lokaler"], masked, {comment_hash("Bra lokaler"): "hold"})[0]
    assert held.review
    assert held.reasons == ("Hålls inne av granskaren",)


def test_a_comment_without_decision_stays_as_it_was(masker):
    """Other comments' decisions do nothing to it."""
    masked = mask_texts([TEXT], masker)
    assert apply_decisions([TEXT], masked, {comment_hash("annan"): "hold"}) == masked
