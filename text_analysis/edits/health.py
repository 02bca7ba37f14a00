"""How well a set of themes serves: too many, too thin, overlapping, vague, or leaving too much outside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal

import pandas as pd

from text_analysis.settings import FLOOR

MOST_THEMES: Final = (
    35  # the shipped codebook has 27; 30 were felt to be many by evaluators of a consultation tool
)
MOST_OVERLAP: Final = 0.7  # Jaccard of the people; the rule of i-dot-ai/themefinder, theme-set rules
LEAST_SHARE_PLACED: Final = 0.7  # below this a third of the writers are heard in no theme
_VAGUE: Final = re.compile(
    r"\b(övrig\w*|divers\w*|bland(?:at|ade)|annat|allmän\w*|olika|m\.?m\.?|etc|saker|synpunkter|kommentarer|tankar)\b",
    re.IGNORECASE,
)

HealthKind = Literal["many", "thin", "overlap", "vague", "unplaced"]


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to look at: its kind, the themes it concerns and plain advice in Swedish."""

    kind: HealthKind
    themes: tuple[str, ...]
    text: str


def theme_set_health(
    assignments: pd.DataFrame, names: Mapping[str, str], n_writers: int
) -> tuple[Advice, ...]:
    """What is worth mending in a set of themes; empty where nothing is.

    Parameters
    ----------
    assignments : table `tables.ASSIGNMENTS`.
    names : name of every theme in use.
    n_writers : respondents who wrote a comment with content.
    """
    people = {
        theme: set(assignments.loc[assignments["theme"] == theme, "respondent_id"]) for theme in sorted(names)
    }
    return (
        *_many(names),
        *_thin(people, names),
        *_overlaps(people, names),
        *_vague(names),
        *_unplaced(people, n_writers),
    )


def _many(names: Mapping[str, str]) -> list[Advice]:
    if len(names) <= MOST_THEMES:
        return []
    text = (
        f"Kodboken har {len(names)} teman. Fler än {MOST_THEMES} är svåra att överblicka; "
        "slå ihop dem som liknar varandra."
    )
    return [Advice("many", (), text)]


def _thin(people: Mapping[str, set[str]], names: Mapping[str, str]) -> list[Advice]:
    return [
        Advice(
            "thin",
            (theme,),
            f"Färre än {FLOOR} personer skrev om ”{names[theme]}”. Temat visas inte; behåll det om det "
            "behövs för trenden, slå annars ihop det med ett närliggande.",
        )
        for theme, who in people.items()
        if len(who) < FLOOR
    ]


def _overlaps(people: Mapping[str, set[str]], names: Mapping[str, str]) -> list[Advice]:
    return [
        Advice(
            "overlap",
            (first, second),
            f"”{names[first]}” och ”{names[second]}” tas upp av nästan samma personer. "
            "Slå ihop dem eller skärp reglerna så att de skiljs åt.",
        )
        for first, second in combinations(people, 2)
        if min(len(people[first]), len(people[second])) >= FLOOR
        and _jaccard(people[first], people[second]) > MOST_OVERLAP
    ]


def _vague(names: Mapping[str, str]) -> list[Advice]:
    return [
        Advice(
            "vague",
            (theme,),
            f"Namnet ”{name}” säger inte vad temat handlar om. Ge det ett mer konkret namn.",
        )
        for theme, name in sorted(names.items())
        if len(name.strip()) < len("Lön") or _VAGUE.search(name)
    ]


def _unplaced(people: Mapping[str, set[str]], n_writers: int) -> list[Advice]:
    placed = len(set().union(*people.values()))
    if n_writers < FLOOR or placed >= LEAST_SHARE_PLACED * n_writers:
        return []
    percent = f"{100 * placed / n_writers:.0f} %".replace(" ", "\u00a0")
    text = (
        f"Bara {percent} av dem som skrev har något tema. Se om någon av kandidaterna ska bli ett eget tema."
    )
    return [Advice("unplaced", (), text)]


def _jaccard(first: set[str], second: set[str]) -> float:
    return len(first & second) / len(first | second)
