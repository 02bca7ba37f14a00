"""Addresses, flats and postcodes."""

import pytest

FOUND = (
    ("Box 212, 352 46", ["Box 212", "352 46"]),
    ("Ekplan 4, 3 tr", ["Ekplan 4", "3 tr"]),
    ("Lägenheterna 1102 och 1104 drar", ["1102", "1104"]),
    ("på Tallkottsgatan 22 B, sen", ["Tallkottsgatan 22 B"]),
    ("Norra Sandåsgatan 5", ["Norra Sandåsgatan 5"]),
    ("lägenhet 1203, 1304 och den nya", ["1203", "1304"]),
    ("lönespecen går till Box 4471 jämt", ["Box 4471"]),
    ("bor på Gustav III:s Boulevard 5", ["Gustav III:s Boulevard 5"]),
    ("nyckeln till Åkerslätten 3", ["Åkerslätten 3"]),
    ("Kung Ottos väg 12, SE-973 18", ["Kung Ottos väg 12", "SE-973 18"]),
    ("Bäverns gränd 5", ["Bäverns gränd 5"]),
    ("hos kunden på tallkottsg. 31 lgh 1102", ["tallkottsg. 31", "1102"]),
    ("Familjehemmet på Kvarnmyran 3:17", ["Kvarnmyran 3:17"]),
    ("Dubbelbemanning på Norrbyn 214 hos sonen", ["Norrbyn 214"]),
    ("Vintergatan 2B, 97 455", ["Vintergatan 2B", "97 455"]),
    ("Storängsvägen 6-8", ["Storängsvägen 6-8"]),
    ("adressen är Solhöjden 14, 824 52 Hudiksvall", ["Solhöjden 14", "824 52"]),
    ("Hon bor på Lillåsen 8", ["Lillåsen 8"]),
    ("kung karls väg 3", ["kung karls väg 3"]),
    ("Larmet gick på Skogsbrynet 7", ["Skogsbrynet 7"]),
    ("lägenhetsnr 1104", ["1104"]),
    ("Postnr S-784 33", ["S-784 33"]),
)
LEFT = (
    *("Hemtjänsten på Kungsgatan", "Avd 51 och avd 53", "Klass 7B", "Rum 3412", "Linje 14", "Moment 22"),
    *(
        "Plan 3 och hus 7",
        "OSL 10:3",
        "SFS 2022:1697",
        "Windows 11",
        "1 mars. 2017 kom nästa",
        "arbetslag. 2017",
        "nej förlåt, provv. 5. Nästa punkt",
        "Hissen på Solgården 2 är trasig",
    ),
)


@pytest.mark.parametrize(("text", "parts"), FOUND, ids=[text for text, _ in FOUND])
def test_masks_addresses(text, parts, found):
    """Street, flat and postcode are finds of their own, and cover what points to a door."""
    covered = " ".join(span for span, kind in found(text) if kind == "ADDRESS")
    assert all(part.split()[-1] in covered for part in parts)
    assert all(word in covered for part in parts for word in part.split())


@pytest.mark.parametrize("text", LEFT)
def test_leaves_places_without_a_door(text, found):
    """Streets without number, rooms, wards, classes, laws and years stay."""
    assert found(text) == []
