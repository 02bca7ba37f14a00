"""The form the recognisers read, and the way back to the original."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from text_analysis.anonymise.normalise import normalise

TEXTS = st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=60)


def test_invisible_characters_and_dashes_are_made_plain():
    """Soft hyphens, zero-width characters, wide digits and odd dashes do not hide a number."""
    assert normalise("85\u00ad01\u200b01\u2011２３８２\u00a0x").text == "850101-2382 x"


def test_offsets_point_into_the_original_through_emoji_and_decomposed_letters():
    """A find after an emoji and a decomposed ö maps back to the code points it came from."""
    text = "👩\u200d⚕️ Bjo\u0308rn säger"
    read = normalise(text)
    start = read.text.index("Björn")
    assert text[slice(*read.original(start, start + 5))] == "Bjo\u0308rn"


@given(TEXTS)
def test_every_place_maps_inside_the_original(text):
    """Each code point of the normal form comes from a non-empty place in the original, in order."""
    read = normalise(text)
    places = [read.original(i, i + 1) for i in range(len(read.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


@given(TEXTS)
def test_composed_and_decomposed_texts_read_the_same(text):
    """NFC and NFD of a text have the same normal form."""
    assert (
        normalise(unicodedata.normalize("NFC", text)).text
        == normalise(unicodedata.normalize("NFD", text)).text
    )
