"""Telephone numbers: what is found and what is left alone."""

import pytest

FOUND = (
    ("ring 0 7 3 - 1 7 4 0 6 2 1", "0 7 3 - 1 7 4 0 6 2 1"),
    ("telefoner på labbet, 4417 vid dörren", "4417"),
    ("Ring 070-174 06 21", "070-174 06 21"),
    ("Ring 0701740621.", "0701740621"),
    ("mobil 070 17 40 621", "070 17 40 621"),
    ("08-465 004 40 i växeln", "08-465 004 40"),
    ("0980-319 214 är jouren", "0980-319 214"),
    ("040 628 04 17", "040 628 04 17"),
    ("+46 70 174 06 21", "+46 70 174 06 21"),
    ("+46 (0)70-174 06 21", "+46 (0)70-174 06 21"),
    ("0046 70 174 06 21", "0046 70 174 06 21"),
    ("4670174 06 21 i katalogen", "4670174 06 21"),
    ("070.174.06.21", "070.174.06.21"),
    ("070/174 06 21", "070/174 06 21"),
    ("(070) 174 06 21", "(070) 174 06 21"),
    ("0771-567 567", "0771-567 567"),
    ("0 7 0 1 7 4 0 6 2 1", "0 7 0 1 7 4 0 6 2 1"),
    ("o70-174 o6 21", "o70-174 o6 21"),
    ("070\u00a0174\u00a006\u00a021", "070\u00a0174\u00a006\u00a021"),
    ("noll sjuttio ett sjuttiofyra noll sex tjugoett", "noll sjuttio ett sjuttiofyra noll sex tjugoett"),
    ("ankn 4512", "4512"),
    ("Anknytningen är 60 418", "60 418"),
    ("sökare 61234 piper", "61234"),
    ("internnummer 7-3391", "7-3391"),
    ("numret till jouren: 174 06 55", "174 06 55"),
    ("Sök mig på 61234", "61234"),
    ("031-12 34 56 är jouren", "031-12 34 56"),
    ("0920-437116", "0920-437116"),
    ("Ring 0650-556 71", "0650-556 71"),
    ("070·174·06·21", "070·174·06·21"),
    ("070_1740621", "070_1740621"),
    ("Mitt snr är 5512", "5512"),
    ("söknummer 45 12", "45 12"),
    ("pager 61-882 är trasig", "61-882"),
    ("Ring 217 så kommer vi", "217"),
    ("(0)70-174 06 21", "(0)70-174 06 21"),
    ("070•174•06•21", "070•174•06•21"),
    ("Ring Anna på 4412", "4412"),
    ("4412 är min anknytning", "4412"),
    ("kortnr *5512, står det", "*5512"),
    ("ring 46 50 04 40", "46 50 04 40"),
    ("anknytning 9", "9"),
    ("ringer man 4412 kommer man fel", "4412"),
    ("nolla sju nolla tolv trettiofyra femtiosex", "nolla sju nolla tolv trettiofyra femtiosex"),
)
LEFT = (
    *(
        "Ring 112",
        "Larma på 2222",
        "1177 svarar inte",
        "passet 07-16",
        "06.45-15.30",
        "0700-1530",
        "vecka 34",
    ),
    *(
        "vi fick 1500 samtal",
        "3 450 000 kr",
        "82,5 %",
        "år 1998-2003",
        "Linje 14 går 08-16",
        "ring efter 16.30",
    ),
    *(
        "0700-1530 och 0645-1600",
        "kl 07:15-16:00",
        "ring 3 gånger",
        "nå 100 procent",
        "sök 1500 jobb",
        "nå 250 barn",
    ),
    *("05-10 2024", "4 kap 1 §", "rum 3412", "7,5 timmar"),
)


@pytest.mark.parametrize(("text", "number"), FOUND, ids=[text for text, _ in FOUND])
def test_masks_numbers(text, number, found):
    """A number is masked in every written form, with no digit left outside."""
    assert (number, "PHONE") in found(text)


@pytest.mark.parametrize("text", LEFT)
def test_leaves_public_numbers_and_times(text, found):
    """Public numbers, hours, weeks, money and counts stay."""
    assert found(text) == []
