"""Personal identity numbers: what is found and what is left alone."""

import re

import pytest

from text_analysis.anonymise import mask_texts

FOUND = (
    *("850101-2382", "19850101-2382", "198501012382", "850101+2382", "850161-2397", "850101 2382"),
    *("19850101 2382", "850101 - 2382", "850101–2382", "850101−2382", "850101‑2382", "85-01-01-2382"),
    *("1985-01-01-2382", "85 01 01 2382", "1985 01 01 23 82", "personnummer 850101-2383", "850101-XXXX"),
    *(
        "850101-****",
        "19850101-xxxx",
        "850101-T238",
        "8501\u00ad01-2382",
        "8501\u200b01-2382",
        "pnr8501012382",
    ),
    *("８５０１０１-２３８２", "patienten 850100-2382", "pnr 198501012382", "850101/2382", "850101.2382"),
    *("samordningsnummer 8501612397", "reservnummer 19850101-A12B", "8 5 0 1 0 1 - 2 3 8 2"),
    *("mina fyra sista är 2382", "sista fyra siffrorna: 2382", "personnr: 850101 2382"),
    "patientens personnummer 8501012382",
    *("reservnummer 99741102-T2K7", "19 85 01 01 23 82", "850101-238?", "850101-...."),
    *("slutar på 2382 i personnumret", "personnumret slutar 2382", "85O1O1-2382"),
    *("mitt personnummer börjar på 850101", "fyra sista 23 82", "kontrollsiffrorna 2382", "19-58-1122-3347"),
    *("personnummer 850 101 2382", "personnummer 850101 streck 2382", "personnummer 850101 och sen 2382"),
    *("personnummer 850101,2382", "personnummer 85010-2382", "reservnummer 2501-850101-12", "pnr 850101-238"),
    *("tillfälligt nummer 850101-TF01", "mitt personnummer börjar på 6704 och slutar på 2285"),
    *("850101_2382", "850101:2382", "850101--2382", "850101, 2382", "850101 (2382)", "1985 0101-2382"),
    *("85 0101-2382", "8 5 0 1 0 1 - 2 3 8 3", "pnr 19850101, 2383"),
    "19.85.01.01-2382",
    "850101..2382",
    "pnr 850101238",
    "personnummer 8501012382 och 850101239",
    "19/85/01/01-2382",
    "pnr: åtta-fem-noll-ett-noll-ett, 2382",
    "mitt personnummer är åttiofem noll ett noll ett tjugotre åttiotvå",
    "fyra sista är två tre åtta två",
    "620430 980 8 på patienten",
    "sista fyra: 23-82",
    "sista siffrorna i pnr är 2382",
    "850101 med sista siffrorna 2382",
    "Reservnumret 240118-K4T2 hängde med",
    "Vi skriver inte personnummer på tavlan, bara 2391.",
)
LEFT = (
    *("tiden 230415-0730", "projektet 250101-2512", "datumet 250101 2200", "perioden 250101-251231"),
    *("schemat 250106-250202", "natten 250101 2100-0700", "fakturan 202501012382", "EAN 7310865004703"),
    *("orgnr 556677-8899", "organisationsnummer 16 556677-8899"),
    "kodplanen 71-11-22-4300",
    "artikel 71-11-22-4300",
    *("organisationsnummer 212000-9999", "projekt 900115", "Konto 5010, ansvar 41200", "budget 3 450 000 kr"),
    *("tider 0700-1530", "2025-10-28", "ring 1177", "faktura 4711-2025", "artikel 0840-2215"),
    *("850 personer och 2382 kronor", "åren 1998-2003", "referens 8517012382", "mötet 20251028, 1430"),
    *(
        "orgnr 232100-0016",
        "serien 2024-2025",
        "avtalet 20240101-20241231",
        "version 20240115-1",
    ),
    *("de fyra sista dagarna 2024", "de sista fyra veckorna 2400 timmar", "rapporten slutar på 2382 ord"),
    "de fyra sista två åren",
    "ordernummer 850101238",
    "de sista fyra tre dagar i rad",
    "listan 250101 123 4",
    "de sista siffrorna 2024 visar underskott",
    "Personnummer behövs inte, bara 2391 personer svarade",
)


@pytest.mark.parametrize("text", FOUND)
def test_masks_every_written_form(text, masker):
    """A personal number is masked whatever its form, so that no run of four digits is left."""
    masked = mask_texts([f"Det stod {text} på lappen."], masker)[0]
    assert "[PERSONNUMMER]" in masked.text
    assert not re.search(r"\d{4}", masked.text)


@pytest.mark.parametrize("text", LEFT)
def test_leaves_other_numbers(text, found):
    """Numbers of organisations, projects, money and time are no one's."""
    assert found(f"Det gäller {text} hos oss.") == []
