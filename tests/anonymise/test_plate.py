"""Car plates and their look-alikes."""

import pytest

FOUND = (
    ("svart bil, regnr ZUG 914, och", "ZUG 914"),
    ("Den som äger TUR 456 kan flytta den", "TUR 456"),
    ("P-tillstånd för ABC123 saknas", "ABC123"),
    ("p-böter på LOJ-56H", "LOJ-56H"),
    ("en skåpbil där, kuf07b, och", "kuf07b"),
    ("Tesla, HKH 48T, på", "HKH 48T"),
    ("poolbilen XTZ20B har", "XTZ20B"),
    ("skolskjutsen b s s 2 6 6 kommer", "b s s 2 6 6"),
    ("RKB 61T blockerar infarten", "RKB 61T"),
    ("bilen abc123 är trasig", "abc123"),
    ("Regskylt ABO 118 är inte min", "ABO 118"),
    ("Släpkärran GJE  519 saknar lyse", "GJE  519"),
    ("minibussen KRX 41 D står oanvänd", "KRX 41 D"),
)
LEFT = (
    "Utbildningen PED 101",
    "Sal MHS 204 är kall",
    "AFS 202 är tydlig",
    "HME 100 är målet",
    "SOL 201",
    "Kursen OMV 214",
    "ISO 900",
    "OSA 402",
    "LSS 9 §",
)


@pytest.mark.parametrize(("text", "plate"), FOUND, ids=[text for text, _ in FOUND])
def test_masks_plates(text, plate, found):
    """A plate is masked in capitals and not, with space, hyphen or nothing between."""
    assert (plate, "PLATE") in found(text)


@pytest.mark.parametrize("text", LEFT)
def test_leaves_look_alikes(text, found):
    """Three letters and a number are no plate unless the comment speaks of vehicles."""
    assert found(text) == []
