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
    ("personlig skylt MAMMA 1", "MAMMA 1"),
    ("personlig skylt SOLROS", "SOLROS"),
    ("Min elmoppe AB 12345", "AB 12345"),
    ("Danska bilen AB 12 345", "AB 12 345"),
    ("Norska EK 12345 på bilen", "EK 12345"),
    ("skylten D-L-R-4-1-8 på bilen", "D-L-R-4-1-8"),
    ("Regnumret är abc 12d", "abc 12d"),
)
LEFT = (
    "Blanketterna HBF 310 och KLN 22B ska in i två exemplar, regnr eller ej",
    "Lokal ABC 123 på plan 1 är varken en bil eller en lokal",
    "i kulverten mellan hus 40 o 48",
    "Utbildningen PED 101",
    "Sal MHS 204 är kall",
    "AFS 202 är tydlig",
    "HME 100 är målet",
    "SOL 201",
    "Kursen OMV 214",
    "ISO 900",
    "OSA 402",
    "LSS 9 §",
    *(
        "AFS 202 säger något annat.",
        "HME 100 och SOL 201 på förvaltningen.",
        "Kurs ABC 123 är obligatorisk.",
        "Blankett FKB 123 fungerar inte.",
        "Rum DEF 456 är kallt.",
        "Kör med ISO 900 i stället.",
        "Bilen kostade oss 300 i månaden.",
        "bilen tog oss 100 mil",
        "Avtal AB 05 och ABT 06 gäller bilar.",
        "Modell XRF 200 av lyften är bäst.",
        "Säng BHT 200 är trasig.",
        "Vår bil fick max 150 mil.",
    ),
    "a-b-c 1-2-3 sjunger barnen",
)


@pytest.mark.parametrize(("text", "plate"), FOUND, ids=[text for text, _ in FOUND])
def test_masks_plates(text, plate, found):
    """A plate is masked in capitals and not, with space, hyphen or nothing between."""
    assert (plate, "PLATE") in found(text)


@pytest.mark.parametrize("text", LEFT)
def test_leaves_look_alikes(text, found):
    """Three letters and a number are no plate unless the comment speaks of vehicles."""
    assert found(text) == []
