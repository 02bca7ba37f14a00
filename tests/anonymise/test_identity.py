"""User names, signatures, employee and card numbers."""

import pytest

FOUND = (
    ("Kolla loggen för användare han1203, han läser journaler", "han1203"),
    ("en lapp med jr1946, lösen Sommar24", "jr1946"),
    ("Pärmen är signerad MaLi, rör den inte", "MaLi"),
    ("allt är signerat GuA", "GuA"),
    ("Tappade kort 4410 0027 913", "4410 0027 913"),
    ("Jag heter annlin i Lifecare", "annlin"),
    ("jourläkaren (perlin) signerar inte", "perlin"),
    ("annhed3 är lika illa", "annhed3"),
    ("HÖL kontrasignerade inget", "HÖL"),
    ("signatur: MB står överallt", "MB"),
    ("användarnamn lisaandersson", "lisaandersson"),
    ("passertagg 447123", "447123"),
    ("ordningsvaktsnummer 58-2209", "58-2209"),
    ("signatur EKLA signerar", "EKLA"),
    ("Mitt användarnamn annsve03 spärras", "annsve03"),
    ("Kontot KOMMUN\\malind02 ligger kvar", "KOMMUN\\malind02"),
    ("konto: adm_stehag", "adm_stehag"),
    ("Inloggning xhmr42 kräver", "xhmr42"),
    ("inlogg ingfal har aldrig", "ingfal"),
    ("anst.nr 0071-338", "0071-338"),
    ("Anställningsnummer 48213 har fel lön", "48213"),
    ("LMA-kort 50-884213/7 godtas", "50-884213/7"),
    ("Tjänstekort 9001 4427 fungerar inte", "9001 4427"),
    ("HSA-id SE0000000000-A7KD", "SE0000000000-A7KD"),
    ("Loggar in som mirkar", "mirkar"),
    ("medarbetar-id A10442", "A10442"),
    ("AD-kontot kommun\\tosv är låst", "kommun\\tosv"),
    ("kort nr 889 214", "889 214"),
    ("SITHS-kortet 9752 3310 0042", "9752 3310 0042"),
    ("Jag heter ekan03 i systemet", "ekan03"),
    ("Mitt namn i systemet är EKAN", "EKAN"),
    ("rapporten skrevs av ANSV03", "ANSV03"),
    ("AL2 har signerat", "AL2"),
    ("Vem är KBG som signerar", "KBG"),
    ("min signatur, KBG,", "KBG"),
    ("KBG är min signatur", "KBG"),
    ("I TES heter jag soflar", "soflar"),
    ("I Heroma står jag som lindst02", "lindst02"),
    ("loggen visar lindst02", "lindst02"),
    ("Journalen öppnades av lindst02", "lindst02"),
    ("Mitt namn i schemat är ANLI", "ANLI"),
    ("Kvitterat av JHK", "JHK"),
    ("användaren heter perola3", "perola3"),
    ("signaturen 'PEOL'", "PEOL"),
    ("Signerar alltid 'TBG'", "TBG"),
    ("sign TBG/MAN", "TBG/MAN"),
    ("Signaturlistan har TLM på fel ställe", "TLM"),
    ("MAWE har glömt att signera", "MAWE"),
    ("men sen tog kajhol-adm bort mappen", "kajhol-adm"),
    ("Vem är usr_88214?", "usr_88214"),
    ("ext-annlin kommer inte åt", "ext-annlin"),
    ("det står petnil i loggen", "petnil"),
    ("Gerd skriver under med GE", "GE"),
    ("Jag signerar alltid med AK2", "AK2"),
    ("Noterat av AKL", "AKL"),
    ("Kvitterat AKL 07.15", "AKL"),
    ("Kolla inpasseringen: hk4471 gick in 02.14", "hk4471"),
    ("Konton att stänga: ext_wlk09 (konsulten) och praktik7b", "praktik7b"),
    ("Konton att spärra: annsve och lisber2", "lisber2"),
    ("Min signatur blir AKL2", "AKL2"),
)
LEFT = (
    *(
        "jag hinner inte signera allt",
        "loggar in och chansar",
        "inom kort 120 nya platser",
        "behörighet till riksdag",
    ),
    *("Konto 5010, ansvar 41200", "Loggar in i systemet varje dag", "signera läkemedel", "signatur saknas"),
    *("covid19 tog all tid", "Version 11.2.4", "kortet funkar inte", "inloggningen tar tid", "HLR och BPSD"),
    *(
        "Konto 5010 ska användas för löner.",
        "Vi loggar in som vanligt.",
        "Jag loggar in varje dag i Cosmic.",
        "Alla användare ska byta lösenord.",
        "Lösenordet byts var 90:e dag.",
        "Kontot är låst.",
        "Signatur saknas på listan.",
        "KVÅ-kod XS005 används fel.",
    ),
    *(
        "IP-telefoni fungerar inte",
        "signerar ALLA läkemedel",
        "det står INTE i schemat",
        "HLR-utbildning, BPSD och NEWS signeras",
        "vi signerar digitalt i MCSS",
    ),
    *(
        "signerar KAD och PVK",
        "Kvitterat av chefen",
        "signerat av ansvarig",
        "I TES heter det insats",
        "står jag som ensam",
        "det står fel i loggen",
    ),
    *("Signaturen syns inte i MCSS", "Signatur på KAD och PVK saknas", "ALLA har glömt att signera"),
    "Vi signerar med BankID och skriver under med PIN",
    "Kontot att använda är 5010",
    "Behörighet att läsa saknas",
    "Den nya user-guiden är bra",
    "test-miljön ligger nere",
    "ext-personal får inget kort",
)


@pytest.mark.parametrize(("text", "identity"), FOUND, ids=[text for text, _ in FOUND])
def test_masks_identities(text, identity, found):
    """What stands for a person in a register is masked."""
    assert (identity, "ID") in found(text)


@pytest.mark.parametrize("text", LEFT)
def test_leaves_accounts_and_words(text, found):
    """Accounts of money, versions and plain words stay."""
    assert found(text) == []
