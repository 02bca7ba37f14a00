"""Masking as a whole: its laws, its tags and the organisation's own lists."""

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from text_analysis.anonymise import MaskLists, load_masker, mask_texts
from text_analysis.places import DATA

OPEN_SET = [
    json.loads(line)["text"] for line in (DATA / "masking" / "open.jsonl").read_text("utf-8").splitlines()
]
WORDS = (
    *(
        "Anna Berg",
        "björn",
        "Stig",
        "chefen",
        "070-174 06 21",
        "850101-2382",
        "a.b@c.se",
        "[NAMN]",
        "👍🏽",
        "och",
    ),
    *("Storgatan 4", "född 3 juli 1958", "ABC 12D", "sa", ".", ",", "/", "Hans", "i Vera", "@annsve", "K."),
)
PIECES = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@pytest.mark.parametrize("text", OPEN_SET[::7])
def test_masking_a_masked_comment_changes_nothing(text, masker):
    """Masking twice is masking once."""
    once = mask_texts([text], masker)[0].text
    again = mask_texts([once], masker)[0]
    assert again.text == once
    assert again.findings == ()


@given(PIECES)
@settings(max_examples=150)
def test_masking_twice_is_masking_once_for_any_mixture(text):
    """No order of names, numbers and tags leaves something that only a second masking finds."""
    masker = load_masker()
    once = mask_texts([text], masker)[0].text
    assert mask_texts([once], masker)[0].text == once


@pytest.mark.parametrize("text", OPEN_SET[3::11])
def test_composed_and_decomposed_comments_are_masked_the_same(text, masker):
    """The way letters are composed decides nothing."""
    forms = [unicodedata.normalize(form, text) for form in ("NFC", "NFD")]
    composed, decomposed = mask_texts(forms, masker)
    assert composed.text == decomposed.text
    assert [f.rule for f in composed.findings] == [f.rule for f in decomposed.findings]


def test_findings_are_ordered_apart_and_inside_the_original(masker):
    """Findings never overlap, stand in order and point into the text as it was given."""
    for text, masked in zip(OPEN_SET, mask_texts(OPEN_SET, masker), strict=True):
        ends = [0, *(f.end for f in masked.findings)]
        assert all(end <= f.start < f.end <= len(text) for end, f in zip(ends, masked.findings, strict=False))


def test_the_order_of_comments_decides_nothing(masker):
    """Each comment is masked for itself."""
    there = mask_texts(OPEN_SET, masker)
    back = mask_texts(OPEN_SET[::-1], masker)
    assert there == back[::-1]


def test_tags_are_plain_swedish(masker):
    """Each type has its tag, and the rest of the comment stays to the letter."""
    text = "Anna (070-174 06 21, a@b.se, 850101-2382) bor på Storgatan 4, bil ABC 12D, född 3 juli 1985."
    assert mask_texts([text], masker)[0].text == (
        "[NAMN] ([TELEFON], [E-POST], [PERSONNUMMER]) bor på [ADRESS], bil [REGNR], född [FÖDELSEDATUM]."
    )


def test_an_unsure_name_sends_the_comment_to_review(masker):
    """What only looks like a name is masked and shown to a person, with the reason in Swedish."""
    masked = mask_texts(["chefen zarvin ser oss"], masker)[0]
    assert masked.review
    assert masked.reasons == ("Osäkert namn",)


def test_own_lists_mask_always_and_never():
    """The organisation's words are masked or left as its list says."""
    lists = MaskLists(always=("Skutan",), never=("Villa Klara", "Mårtensson-priset"), systems=("Bodil",))
    masker = load_masker(lists=lists)
    texts = [
        "skutan bestämmer allt",
        "Mårtensson-priset går till oss",
        "Vi loggar in i Bodil",
        "Bodil sa nej",
    ]
    assert [masked.text for masked in mask_texts(texts, masker)] == [
        "[NAMN] bestämmer allt",
        "Mårtensson-priset går till oss",
        "Vi loggar in i Bodil",
        "[NAMN] sa nej",
    ]


def test_unit_names_are_left_alone():
    """A unit that bears a name is a unit."""
    masker = load_masker(unit_names=["Ellens hus", "Team Svante"])
    assert mask_texts(["Vi i Team Svante trivs på Ellens hus"], masker)[0].findings == ()


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Vi på Saga har det bra", "Vi på Saga har det bra"),
        ("Saga har tre platser tomma", "Saga har tre platser tomma"),
        ("Saga grät efter mötet", "[NAMN] grät efter mötet"),
        ("Tack Saga för hjälpen", "Tack [NAMN] för hjälpen"),
    ],
)
def test_a_unit_called_as_a_person_is_told_from_the_person(text, masked):
    """A unit with a first name for name does not let persons of that name through."""
    assert mask_texts([text], load_masker(unit_names=["Saga"]))[0].text == masked


def test_the_never_list_wins_over_name_rules_only():
    """A number in a sentence with a word of the list is masked all the same."""
    masker = load_masker(lists=MaskLists(never=("Ellen",)))
    assert mask_texts(["Ellen nås på 070-174 06 21"], masker)[0].text == "Ellen nås på [TELEFON]"


def test_the_always_list_is_masked_in_any_form():
    """A name of the list is masked with capital, in lower case and in the genitive."""
    masker = load_masker(lists=MaskLists(always=("Grynet",)))
    texts = ["grynet bestämmer", "Grynets idé", "Det är Grynet"]
    assert [m.text for m in mask_texts(texts, masker)] == ["[NAMN] bestämmer", "[NAMN] idé", "Det är [NAMN]"]


def test_nothing_of_a_comment_is_shown_by_repr(masker):
    """A masked text in a log shows no word of the comment."""
    assert "kaffet" not in repr(mask_texts(["Anna gillar kaffet"], masker)[0])


def test_an_empty_comment_is_masked_to_nothing(masker):
    """Empty and blank comments pass."""
    assert [masked.text for masked in mask_texts(["", "  \n"], masker)] == ["", "  \n"]
