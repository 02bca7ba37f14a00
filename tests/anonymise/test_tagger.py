"""Names that no list holds and no rule finds, told by what stands around them."""

import numpy as np
import pytest

from text_analysis.anonymise import mask_texts
from text_analysis.anonymise.lexicon import shipped_lexicon
from text_analysis.anonymise.recognisers.person import left_by_rules
from text_analysis.anonymise.tagger import FILE
from text_analysis.anonymise.tagger_features import N_BUCKETS, buckets

LEFT = (
    "Good team, bad chairs, and the boss is always in a hurry",
    *("Max 3 per pass", "Bo nära jobbet är en dröm", "Sten för sten bygger vi", "heltid borde va 37 tim"),
    *("Se [docs/skydd.md](docs/skydd.md)", "`resultat/release/` skrivs", "Tim- och månadsanställda"),
    # Short forms with a full stop or colon inside, and codes with hyphens.
    *("tim.anst. får vänta", "SIP:arna hjälper inte", "CAM-ICU görs inte", "Det heter HSLF-FS nu"),
    *("Björn, älg och vildsvin i samma park", "Alm, ek och ask utanför fönstret"),
    *("Everyone is tired", "Arbetsglädje", "Kommunikation! Kommunikation!"),
)


@pytest.mark.parametrize("text", LEFT)
def test_leaves_words_that_are_no_names(text, found):
    """Words, openings, code and links are not taken for names."""
    assert [span for span, kind in found(text) if kind == "PERSON"] == []


def test_a_name_in_context_is_masked_and_reviewed(masker):
    """What the model adds is masked, and a person looks at it."""
    masked = mask_texts(["Stig i trean slår andra barn"], masker)[0]
    assert masked.text == "[NAMN] i trean slår andra barn"
    assert masked.review


def test_the_model_only_sees_what_the_rules_leave():
    """A listed name is the rules'; only the other words come to the model."""
    words = [
        scene.tokens[i].text
        for scene, i, _ in left_by_rules("Annika och Qvillra tog passet", shipped_lexicon())
    ]
    assert "Annika" not in words


def test_the_same_word_in_the_same_place_has_the_same_features():
    """Features are hashed without a seed, so that training and masking agree."""
    lexicon = shipped_lexicon()
    one, other = (next(left_by_rules("Max tolv hinner vi", lexicon)) for _ in range(2))
    assert buckets(*one) == buckets(*other)
    assert max(buckets(*one)) < N_BUCKETS


def test_a_name_beside_tells_of_a_name():
    """A list of persons changes what the model sees of its last word."""
    lexicon = shipped_lexicon()
    seen = [
        buckets(*next(left_by_rules(text, lexicon)))
        for text in ("Annika, Lena och Blanka", "Mjölk, gräs och Blanka")
    ]
    assert seen[0] != seen[1]


def test_the_weights_are_plain_arrays():
    """The file holds numbers only: it loads without pickle."""
    with np.load(FILE, allow_pickle=False) as arrays:
        assert arrays["weights"].shape == (N_BUCKETS,)
        assert arrays["weights"].dtype == np.int16
        assert arrays["thresholds"].shape == (2,)
