"""Numbers that tell who someone is, with no word for it that a rule knows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from text_analysis.anonymise import mask_texts
from text_analysis.anonymise.number_features import N_BUCKETS, buckets, numbers
from text_analysis.anonymise.recognisers.number_in_context import FILE, TYPES, find

TELLING = (
    ("Jag ligger som 48213 i passersystemet och ingen vet varför.", "48213"),
    ("Ta bort 7714 ur dörrlistan, hon slutade i våras.", "7714"),
    ("Jag blir femtio den 3 maj och ingen planerar något.", "3 maj"),
    ("Reseräkningen under 55102 har legat i sex veckor.", "55102"),
    ("Journalen öppnades av ö4471 mitt i natten.", "ö4471"),
    ("Svara på 4471, det är min.", "4471"),
)
NOT_TELLING = (
    *("Vi var 14 på avdelning 52 förra veckan.", "Passen 07-16 och 13-21 går inte ihop med barnen."),
    *("Rum 4417 är alltid iskallt.", "Blankett 7801 finns inte längre.", "Felkod E204 varje morgon."),
    *("Buss 118 går inte efter klockan 22.", "Budgeten är på 4,2 miljoner men vi fick 3,8."),
    *("Mötet den 14/9 ställdes in.", "Den 3 maj öppnar nya köket.", "Konto 6550 är slut redan i maj."),
    *("Vi jobbar enligt AFS 2023:1 och ISO 45001.", "112 personer svarade och 37 % var nöjda."),
    *("Sommaren 2024 var vi 3 av 9 på plats.", "Vecka 32 till 34 är alltid värst."),
)


@pytest.mark.parametrize(("text", "number"), TELLING, ids=[number for _, number in TELLING])
def test_a_number_that_tells_someone_is_masked_and_reviewed(text, number, masker):
    """What stands around it tells, and a person looks at it with the reason in Swedish."""
    masked = mask_texts([text], masker)[0]
    assert number not in masked.text
    assert "Osäkert nummer" in masked.reasons


@pytest.mark.parametrize("text", NOT_TELLING)
def test_a_number_that_tells_nobody_is_left(text, masker):
    """The same forms of rooms, hours, money, forms and meetings stay."""
    assert mask_texts([text], masker)[0].text == text


def test_only_what_the_rules_leave_is_read(masker):
    """A number with a word that a rule knows is the rule's, and sure."""
    masked = mask_texts(["Mitt anställningsnummer är 48213."], masker)[0]
    assert [finding.rule for finding in masked.findings] == ["id.number"]
    assert masked.reasons == ()


def test_a_name_beside_changes_what_is_seen():
    """The tag of a name is among the features."""
    with_name, without = "[NAMN] fyller den 14/9", "Enheten fyller den 14/9"
    (one,), (other,) = numbers(with_name), numbers(without)
    assert buckets(with_name, *one) != buckets(without, *other)


def test_a_long_comment_is_read_near_the_number_only():
    """What stands far away changes nothing, so that time grows with the length of a comment alone."""
    near = "och så vidare " * 40 + "4417"
    far = f"[NAMN] skrev. {near}"
    (one,), (other,) = numbers(near), numbers(far)
    assert buckets(near, *one) == buckets(far, *other)


@given(st.text(alphabet="abcåäö 0123456789-/:.majprn", max_size=60))
def test_numbers_stand_apart_inside_the_text(text):
    """Their places are in order, hold more than one character, and the finds are among them."""
    places = list(numbers(text))
    ends = [0, *(end for _, end in places)]
    assert all(before <= start for before, (start, _) in zip(ends, places, strict=False))
    assert all(end - start > 1 and end <= len(text) for start, end in places)
    assert {(hit.start, hit.end) for hit in find(text)} <= set(places)


def test_the_weights_are_plain_arrays():
    """The file holds numbers only: it loads without pickle."""
    with np.load(FILE, allow_pickle=False) as arrays:
        assert arrays["weights"].shape == (N_BUCKETS, 1 + len(TYPES))
        assert arrays["weights"].dtype == np.int16
