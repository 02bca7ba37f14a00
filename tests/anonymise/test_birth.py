"""Dates of birth and other dates."""

import pytest

FOUND = (
    ("Mina tvillingar (20151009) går på samma skola", "20151009"),
    ("Grattislistan: Elin 3/3 och Omar 17/3", "17/3"),
    ("Eleven (f. 11-02-03) har", "11-02-03"),
    ("född första juni 1939", "första juni 1939"),
    ("född tjugoandra mars trettiosex", "tjugoandra mars trettiosex"),
    ("Hon fyllde år sista april", "sista april"),
    ("hans 60-årsdag den 3 maj", "3 maj"),
    ("jag är född julafton 1970", "julafton 1970"),
    ("Blir 60 den 6 juni", "6 juni"),
    ("my birthday is May 3", "May 3"),
    ("Agda f.380303 väntar", "380303"),
    ("damen bredvid (8 sept 1944)", "8 sept 1944"),
    ("född 1977 11 08", "1977 11 08"),
    ('"Sven-Olof, 5 maj -41, tål ej"', "5 maj -41"),
    ("060817 är flickans födelsedatum", "060817"),
    ("pojken född 14.9.2013 men", "14.9.2013"),
    ("Min födelsedag är 30 april", "30 april"),
    ("Kollegan som fyller 1 maj", "1 maj"),
    ("jag fyller år den 3 juli", "3 juli"),
    ("Maryam (6 nov. 1968)", "6 nov. 1968"),
    ("Patienten född 3/7-58", "3/7-58"),
    ("dottern till brukaren (24/12 1969)", "24/12 1969"),
    ("född i mars 2014", "mars 2014"),
    ("Hen är född tolfte april", "tolfte april"),
    ("Flickan, f. 12/4, borde", "12/4"),
    ("Pojken f 870412 väntar", "870412"),
    ("Födelsedatumet 12 apr 87 stod där", "12 apr 87"),
    ("födelsedatum 12/4 -87", "12/4 -87"),
    ("född -71 och får höra att jag är för gammal", "-71"),
    ("född 78", "78"),
    ("född 1964", "1964"),
    ("f 1964", "1964"),
    ("årgång 1964", "1964"),
    ("årgång 64", "64"),
    ("årskull 64", "64"),
    ("årsmodell 64 skämtar chefen", "64"),
    ("Hon (f. 1964) får gå", "1964"),
    ("(född 1964)", "1964"),
    ("Jag är en 64:a", "64:a"),
    ("född våren 1964", "våren 1964"),
    ("födelseår 1964", "1964"),
    ("född år 1964", "1964"),
    ("Jag är född sextiofyra", "sextiofyra"),
    ("Personalakten säger 11.22.1985", "11.22.1985"),
    ("han är nittonhundrafyrtiosju, tredje december", "nittonhundrafyrtiosju, tredje december"),
    ("Saeed, f. 1360-05-12 enligt passet", "1360-05-12"),
    ("Två tvillingar, 12-08-19 och 12-08-20", "12-08-19"),
    ("en lapp med Rauni 1947-12-30 kalk", "1947-12-30"),
    ("ute på nätet, 1968.10.02 för min del", "1968.10.02"),
    ("Alla med jubileum läses upp: Bengt 13/5 och Vesna 29/5", "29/5"),
)
LEFT = (
    *("2025-10-28 infördes det", "Sedan 1 januari 2024 har vi", "Mötet den 14 maj", "Jan-mars är tyngst"),
    *(
        "Hon fyller på skåpet",
        "anställd 1 maj 1987",
        "t.f. chef, t.f. 1/9",
        "Vi fyller luckor första maj",
        "Hus F 3 stängdes 2024-05-12",
        "projekt 900115",
    ),
    *(
        "Systemet är från 1998.",
        "Beslut den 3 mars 2024.",
        "Jag började den 3 mars 2019.",
        "Huset byggdes 1964.",
        "Mötet den 12 maj.",
        "Enheten föddes 2019 ur två andra.",
        "Kommunen fyller 50 år 2024.",
        "Avdelningen fyller 20 den 3 mars.",
        "En idé född 2020.",
        "Jag är född i Sverige.",
        "Barn födda 2019 saknar plats.",
        "Elever födda 2010 går i åttan.",
        "Barn födda 2015 och senare får plats.",
        "Alla över 60 får friskvård.",
        "Väntetiden fyller ingen funktion.",
        "fyller i blanketten den 3 mars",
        "Vi fyller på förrådet 3 mars.",
        "född och uppvuxen i byn",
        "Nyfödda 12 timmar gamla",
    ),
    "mötet 24-08-19 med patienten",
    "huset stod klart nittonhundrafyrtiosju",
    "på nittonhundratalet tredje maj",
    "protokollet 1998-12-30",
    "lagen gäller sedan 1962-01-01",
)


@pytest.mark.parametrize(("text", "date"), FOUND, ids=[text for text, _ in FOUND])
def test_masks_dates_of_birth(text, date, found):
    """A date near a word for birth, or beside a person, is masked in every form."""
    assert (date, "DATE_OF_BIRTH") in found(text)


@pytest.mark.parametrize("text", LEFT)
def test_leaves_dates_of_work(text, found):
    """Dates of projects, meetings and employment stay."""
    assert found(text) == []
