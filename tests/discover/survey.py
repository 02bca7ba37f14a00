"""A made-up survey: two themes the coder knows, one it does not, and small talk left over beside them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from text_analysis.discover import DiscoverySegment

THEMES = ("lon_formaner", "schema_arbetstid", "it_system")
PARTS = {
    "lon": (("höj", "sänkt", "ojämn"), ("lönen", "lön", "ob"), ("i hemtjänsten", "på natten", "för nya")),
    "schema": (
        ("delade", "korta", "långa"),
        ("turer", "schemat", "pass"),
        ("varje helg", "på sommaren", "i jul"),
    ),
    "bil": (
        ("trasiga", "tomma", "smutsiga"),
        ("bilar", "laddare", "nycklar"),
        ("i bilpoolen", "vid bilpoolen"),
    ),
}
TALK = ("kaffet", "regnet", "tåget", "hissen", "löven", "gräset", "katten", "fönstret", "lampan", "snön")
LOG_ODDS = {"lon": (3, -5, -5), "schema": (-5, 3, -5), "bil": (-7, -6, -2.5), "prat": (-4, -4.5, -4)}
THEME_OF = {"lon": "lon_formaner", "schema": "schema_arbetstid"}


def survey(n_each: int = 40, wave: str = "a") -> tuple[list[DiscoverySegment], NDArray[np.float64]]:
    """`n_each` comments of each kind and their log-odds; comments with a theme have small talk beside it."""
    random = np.random.default_rng(sum(map(ord, wave)))
    segments: list[DiscoverySegment] = []
    rows: list[NDArray[np.float64]] = []

    def add(name: str, kind: str, text: str, start: int) -> None:
        segments.append(
            DiscoverySegment(name, f"r{name}", text, THEME_OF.get(kind, ""), start, start + len(text))
        )
        rows.append(np.array(LOG_ODDS[kind]) + random.normal(0, 0.4, len(THEMES)))

    for kind in (*PARTS, "prat"):
        for number in range(n_each):
            name = f"{wave}-{kind}-{number}"
            talk = f"och {random.choice(TALK)} är som {random.choice(TALK)}"
            clause = " ".join(random.choice(part) for part in PARTS.get(kind, ((talk,),)))
            add(name, kind, clause, 0)
            if kind in THEME_OF:
                add(name, "prat", talk, len(clause) + 1)
    return segments, np.array(rows)
