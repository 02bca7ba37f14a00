"""Numbers of employment, cards, accounts, customers and badges."""

import pytest

TWICE = (
    ("Mitt tjänste-id är HJ-3092 men på brickan står HJ-3029", "HJ-3029"),
    ("Anst.nr 31 0442 och 31 0424 har blandats ihop", "31 0424"),
)
FOUND = (
    ("Min kod är 4-8-1-1-7 och alla kan den, för den sitter på en lapp.", "4-8-1-1-7"),
    ("Numret på min tjänstelegitimation, SK 4409 217, har lagts ut.", "SK 4409 217"),
    ("RFID-brickan 04:A2:19:7F är min", "04:A2:19:7F"),
    ("tjänstekort nr A 44109", "A 44109"),
    ("anst. 48822", "48822"),
    ("mitt konto 3300 850101 2382", "3300 850101 2382"),
    ("dossiernummer 12-345678", "12-345678"),
    ("dossiernr 12345678", "12345678"),
    ("pass 12345678", "12345678"),
    ("legnr 123456", "123456"),
    ("lånekort 21234 00012345", "21234 00012345"),
    ("pin 4455", "4455"),
    ("PIN-koden 4455 står på en lapp", "4455"),
    ("min kod 4455 är spärrad", "4455"),
    ("Lösenordet Sommar2024! delas av alla", "Sommar2024!"),
    ("lösenord: Vinter24", "Vinter24"),
    ("lösen katten123", "katten123"),
    ("Datornamn KOM-LT-44128", "KOM-LT-44128"),
    ("försäkringsnummer 12345678", "12345678"),
    ("Kund 44-1182 i systemet", "44-1182"),
    ("klient 44182", "44182"),
    ("bibliotekskort 1234 5678", "1234 5678"),
    ("busskort 1234567890", "1234567890"),
    ("konto i Swedbank 8214-9 123 456 7", "8214-9 123 456 7"),
    ("RFID 0004412331", "0004412331"),
    ("taxilegitimation 123456", "123456"),
    ("enkätkod X7K2P", "X7K2P"),
    ("svarskod X7K2P9", "X7K2P9"),
    ("inloggningskod X7K2P9", "X7K2P9"),
    ("PUK 12345678", "12345678"),
    ("datornr PC-44121", "PC-44121"),
    ("datorn PC44121 är min", "PC44121"),
    ("min dator W10-44121", "W10-44121"),
    ("mobil-IMEI 356938035643809", "356938035643809"),
    ("IMEI 356938035643809", "356938035643809"),
    ("IP 10.44.12.31", "10.44.12.31"),
    ("IP-adress 10.44.12.31", "10.44.12.31"),
    ("MAC 00:1A:2B:3C:4D:5E", "00:1A:2B:3C:4D:5E"),
    ("kundnummer i friskvårdsportalen 88213", "88213"),
    ("P-tillstånd nr 1183", "1183"),
    ("parkeringstillstånd 1183", "1183"),
    ("nyckelbricka nr 118", "118"),
    ("anst 204418", "204418"),
    ("min kod i stämpelklockan är 2044", "2044"),
    ("stämpelkod 2044", "2044"),
    ("stämplar med 2044", "2044"),
    ("min stämpelkod, 2044, används av andra", "2044"),
    ("kod 2044 är min", "2044"),
    ("ID-bricka 2044", "2044"),
    ("bricka 2044", "2044"),
    ("kort 4571 12xx xxxx 9012", "4571 12xx xxxx 9012"),
)
LEFT = (
    "Kostnadsställe 44182 gick back.",
    "Ordernummer 4500123456 har inte levererats.",
    "Artikel 44182 är slut i förrådet.",
    "Fakturanummer 1234567 är felkonterad.",
    "Inventarienummer 44182 på lyften saknas.",
    "Serienummer 1234567 på hjälpmedlet.",
    "Rum 214 är för litet.",
    "Skåpen 214 stycken räcker inte.",
    "Sal 2140 är bokad.",
    "Koden till skrivaren byts hela tiden.",
    "Koden är svår att komma ihåg.",
    "ICD-10 F43.8 ska det stå.",
    "BVC-journal 3.0 är seg.",
    "NEWS2 6 poäng larmar.",
    "Nivå 3 och 4 i BAS.",
    "Windows 11 och Office 365.",
    "Teams fungerar.",
    "Lyft Arjo 2000 är trasig.",
    "Blankett FK7263 finns inte.",
    "Blankett 3059 från Försäkringskassan.",
    "pH 7,4 och Hb 120.",
    "Dos 500 mg x 3.",
    "COVID-19 2020 var värst.",
    "VAS 8 i tre dagar.",
    "Brickan är sliten.",
    "Pass 12345 finns inte, vi har bara A, B och C.",
    "Passet 0700-1600 är för långt.",
    "pass 1 och 2",
    "Skåp saknas.",
    "Vi är klient 1 i kön.",
    "Kund nr 1 är brukaren.",
    "kort sagt 100 procent fel",
    "Dator 2 är seg.",
    "SFI kurs D och SVA 3.",
    *(
        "konto 4010 och 5010",
        "kod 1177",
        "kod 45 i frånvaron",
        "id-kort saknas",
        "SITHS-kort byttes 2023",
        "kortet slutade gälla 2023-12-31",
        "enkät 2024",
        "Version 10.4.2",
        "kortläsaren 3 gånger",
        "pin-up 2000",
    ),
    *(
        "kod 2044 betyder semester",
        "kod 31 i schemat",
        "bricka 3 i kön",
        "Anställd 2019 och fortfarande vikarie",
        "anställd 100 procent",
        "det står 40 minuter i schemat",
        "min kod är rakt och enkelt",
        "stämplar med 5 minuters marginal",
        "P-tillstånd kostar 400 kr",
        "parkeringstillstånd 2024 dras in",
        "kort 45 minuter",
        "kortet gäller till 2026",
        "kontot 4010",
        "konto 6990 och 7410",
        "Kortet slutar fungera 1 mars",
    ),
)


@pytest.mark.parametrize(("text", "number"), FOUND, ids=[text for text, _ in FOUND])
def test_masks_numbers_of_registers(text, number, found):
    """A number that stands for one person somewhere is masked."""
    assert found(text) == [(number, "ID")]


@pytest.mark.parametrize("text", LEFT)
def test_leaves_numbers_of_things(text, found):
    """Goods, money, rooms, doses, scales and versions stay."""
    assert found(text) == []


@pytest.mark.parametrize(("text", "second"), TWICE, ids=[text for text, _ in TWICE])
def test_masks_the_next_number_of_the_same_shape(text, second, found):
    """A second number written like the first is masked without a word of its own."""
    assert (second, "ID") in found(text)
