"""The region's six areas and their workplaces; areas as in the source report, workplace names invented."""

from __future__ import annotations

from typing import Final

ORGANISATION: Final = "Hälso- och sjukvårdsförvaltningen"
REGION: Final = "Region Västerbotten"

# area of the comments → name, employees; together 9,597
AREAS: Final = {
    "nsv_umea": ("NSV Umeå", 1900),
    "nsv_skelleftea": ("NSV Skellefteå", 1750),
    "nsv_sodra_lappland": ("NSV Södra Lappland", 1050),
    "tandvard": ("Tandvård", 720),
    "lso_1": ("LSO 1", 2200),
    "lso_2": ("LSO 2", 1977),
}
# area → kind of workplace of the comments → workplaces
WORKPLACES: Final = {
    "nsv_umea": {
        "hälsocentral": ("Almen", "Björken", "Cedern", "Eken", "Furan", "Granen"),
        "vårdavdelning": ("1", "2", "3", "4"),
        "psykiatri": ("öppenvård", "heldygn", "unga"),
        "rehab": ("Umeå",),
        "akut": ("Umeå",),
        "mottagning": ("Hjärta", "Kvinnor", "Barn"),
        "administration": ("ledning", "vårdservice"),
    },
    "nsv_skelleftea": {
        "hälsocentral": ("Heden", "Kusten", "Skogen", "Älven"),
        "vårdavdelning": ("1", "2", "3"),
        "psykiatri": ("öppenvård", "heldygn"),
        "operation": ("1",),
        "ambulans": ("norr", "söder"),
        "röntgen": ("1",),
        "rehab": ("Skellefteå",),
        "laboratorium": ("1",),
        "habilitering": ("1",),
        "akut": ("Skellefteå",),
        "administration": ("ledning",),
    },
    "nsv_sodra_lappland": {
        "hälsocentral": ("Fjället", "Forsen", "Ljungen", "Myren", "Sjön", "Tjärnen"),
        "vårdavdelning": ("1", "2"),
        "ambulans": ("inland", "fjäll", "väg"),
        "psykiatri": ("öppenvård", "unga"),
        "operation": ("1",),
        "administration": ("ledning", "vårdservice"),
    },
    "tandvard": {
        "folktandvård": (
            "Alen", "Boken", "Dungen", "Enen", "Hasseln", "Idegranen", "Linden", "Oxeln", "Rönnen", "Tallen",
            "Videt", "Specialist",
        ),
        "administration": ("ledning", "kundtjänst"),
    },
    "lso_1": {
        "vårdavdelning": ("5", "6", "7", "8", "9"),
        "operation": ("2", "3", "4"),
        "intensivvård": ("1", "2"),
        "mottagning": ("Kirurgi", "Ortopedi", "Hud", "Sår"),
        "akut": ("länssjukvård",),
        "administration": ("ledning",),
    },
    "lso_2": {
        "psykiatri": ("specialist", "rätts", "ätstörning"),
        "laboratorium": ("2", "3", "4"),
        "röntgen": ("2", "3"),
        "habilitering": ("2", "3", "4"),
        "rehab": ("specialist", "smärta"),
        "mottagning": ("Syn", "Hörsel"),
        "administration": ("ledning", "vårdservice"),
    },
}  # fmt: skip
# workplaces that are too small for most figures → employees
SMALL: Final = {
    ("nsv_umea", "administration", "ledning"): 9,
    ("nsv_skelleftea", "laboratorium", "1"): 6,
    ("nsv_skelleftea", "habilitering", "1"): 5,
    ("nsv_skelleftea", "administration", "ledning"): 14,
    ("nsv_sodra_lappland", "administration", "ledning"): 7,
    ("nsv_sodra_lappland", "ambulans", "väg"): 8,
    ("tandvard", "administration", "kundtjänst"): 12,
    ("lso_1", "administration", "ledning"): 10,
    ("lso_1", "mottagning", "Sår"): 11,
    ("lso_2", "psykiatri", "ätstörning"): 13,
    ("lso_2", "mottagning", "Hörsel"): 5,
}

Place = tuple[str, str, str]


def places() -> list[Place]:
    """Every workplace as area, kind and name."""
    return [
        (area, kind, name)
        for area, kinds in WORKPLACES.items()
        for kind, names in kinds.items()
        for name in names
    ]


def workplace(place: Place) -> str:
    """The workplace's name, one of a kind in its area."""
    return f"{place[1].capitalize()} {place[2]}"


def unit_path(place: Place) -> str:
    """The workplace's full path."""
    return " > ".join((ORGANISATION, AREAS[place[0]][0], workplace(place)))
