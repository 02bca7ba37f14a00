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
    ("Jag bor granne med chefen på Ekuddsvägen", ["Ekuddsvägen"]),
    ("Jag bor på Ekuddsvägen och cyklar till jobbet", ["Ekuddsvägen"]),
    ("Hon bor på Rönnbärsstigen granne med chefen", ["Rönnbärsstigen"]),
    ("Kungsv 8 B", ["Kungsv 8 B"]),
    ("bor på Fältspatsgatan tolv", ["Fältspatsgatan tolv"]),
    ("bor på Fältspatsgatan nummer tolv", ["Fältspatsgatan nummer tolv"]),
    ("Mitt torp, Skräddartorp 4", ["Skräddartorp 4"]),
    ("stugan på Hällevik 318", ["Hällevik 318"]),
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
    *(
        "Möte på Storgatan varje måndag.",
        "Vi jobbar på Solgården 3 och trivs.",
        "Enheten på Ekbacken 2 saknar personal.",
        "Rum 12 på Plan 3.",
        "Busslinje 4 från Torget 07.15.",
        "Buss 214 går från Norrgatan.",
        "Hus 14 våning 3.",
        "Kapitel 4 vägen framåt.",
        "Box 208 är kommunens egen postadress, så dit kan man skriva.",
        "Vi står på ruta 1 och går vägen 2 gånger om dagen.",
        "Cykelvägen 3 km från jobbet är fin.",
        "Halva vägen 50 procent.",
        "Team Norr 2 är bäst.",
        "Avdelning Granen 4 har bra chef.",
        "Lag 2018 gäller, och Hem 5.",
        "Förskolan Skogsbacken 2 behöver målas.",
        "Björkgården 1 och 2 slås ihop.",
        "På Plan 4 är det kallt.",
        "Vi har 300 00 kronor.",
        "Jag bor nära skolan.",
        "Jag bor på landet.",
        "Jag bor i Uppsala och pendlar 45 minuter.",
        "Jag bor på vägen till jobbet.",
        "Vi träffas på torget 12 gånger per år.",
        "Under våren 2024 och på gården 3 gånger i veckan.",
        "lägenheten är trång",
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
