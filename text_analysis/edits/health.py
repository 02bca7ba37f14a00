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
    """One thing to look at: its kind, the themes it concerns, and the figure it rests on.

    `figure` is the number of themes for "many" and the share of writers placed (0–1) for "unplaced".
    """

    kind: HealthKind
    themes: tuple[str, ...] = ()
    figure: float = 0.0


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
        *_thin(people),
        *_overlaps(people),
        *_vague(names),
        *_unplaced(people, n_writers),
    )


def _many(names: Mapping[str, str]) -> list[Advice]:
    return [Advice("many", figure=len(names))] if len(names) > MOST_THEMES else []


def _thin(people: Mapping[str, set[str]]) -> list[Advice]:
    return [Advice("thin", (theme,)) for theme, who in people.items() if len(who) < FLOOR]


def _overlaps(people: Mapping[str, set[str]]) -> list[Advice]:
    return [
        Advice("overlap", (first, second))
        for first, second in combinations(people, 2)
        if min(len(people[first]), len(people[second])) >= FLOOR
        and _jaccard(people[first], people[second]) > MOST_OVERLAP
    ]


def _vague(names: Mapping[str, str]) -> list[Advice]:
    return [
        Advice("vague", (theme,))
        for theme, name in sorted(names.items())
        if len(name.strip()) < len("Lön") or _VAGUE.search(name)
    ]


def _unplaced(people: Mapping[str, set[str]], n_writers: int) -> list[Advice]:
    placed = len(set().union(*people.values()))
    if n_writers < FLOOR or placed >= LEAST_SHARE_PLACED * n_writers:
        return []
    return [Advice("unplaced", figure=placed / n_writers)]


def _jaccard(first: set[str], second: set[str]) -> float:
    return len(first & second) / len(first | second)
