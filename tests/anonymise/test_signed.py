"""Names that sign a comment."""

import pytest

SIGNED = (
    ("Allt för lite folk. //björn", "björn"),
    ("Ge oss tid! mvh dag", "dag"),
    ("Fler händer. /maj", "maj"),
    ("Bra jobb. Mvh kicki på dagpasset", "kicki"),
    ("Tack. Med vänlig hälsning, Solvej Brann", "Solvej Brann"),
    ("Vi orkar inte.\n/Alma", "Alma"),
    ("Schemat. //qverina", "qverina"),
)
UNSIGNED = (
    *("2 dagar/vecka", "Lön/schema", "Hälsningar en trött undersköterska", "Mvh personalen på Granen"),
    *("Bra: kollegor / Dåligt: lönen", "Kram från köket", "jobba max 30 tim/vecka", "/nattugglan"),
)


@pytest.mark.parametrize(("text", "name"), SIGNED, ids=[text for text, _ in SIGNED])
def test_a_signature_is_a_name(text, name, found):
    """After a slash or greeting at the end also a name that is a word, in lower case, is found."""
    assert found(text) == [(name, "PERSON")]


@pytest.mark.parametrize("text", UNSIGNED)
def test_slashes_and_greetings_without_names_stay(text, found):
    """Words after a slash or greeting are no names."""
    assert found(text) == []


def test_an_unlisted_signature_is_reviewed(masker):
    """A signature in no list is masked, and a person looks at it."""
    from text_analysis.anonymise import mask_texts

    assert mask_texts(["Schemat. //qverina"], masker)[0].review
