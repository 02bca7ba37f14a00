"""Themes of a unit: the list with size, stance and eNPS groups, and all there is about one theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from text_analysis.codebook import Theme
from text_analysis.present.cut import nearest, rows_of
from text_analysis.present.enps import GROUP_NAMES, GROUP_SCORES
from text_analysis.present.estimates import estimate_words
from text_analysis.present.kept import kept
from text_analysis.present.numbers import interval, people, percent, whole
from text_analysis.present.theme_changes import change_words
from text_analysis.present.translation import say, spoken, theme_name
from text_analysis.present.views import Bar, Part, Quote, Shade, Shown, Tile
from text_analysis.present.wording import HIDDEN, STANCE_NAMES
from text_analysis.records import ENPS_GROUPS, Released
from text_analysis.tables import ALL, SHOWN

# The order of a stance bar: criticism and suggestions from the left, praise at the right end.
STANCE_ORDER: tuple[Shade, ...] = ("negativ", "forslag", "neutral", "positiv")
HOW_TO_READ = (
    "Storleken är personer som skrivit om temat, andel av dem som skrivit en kommentar och inom parentes "
    "95 % osäkerhet. Staplarna visar antal personer per hållning; den som både kritiserar och berömmer "
    "räknas i båda."
)


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme in the list: its size in words, its stances and how the eNPS groups speak of it.

    `share` is of those who wrote a comment, 0–1; where that is protected, the share of the largest part.
    `estimate` is the share corrected for the coder's errors and `place` the theme's; `change` is
    that of the share since the wave before. Each is empty where not shown.
    """

    theme: Theme
    people: str
    detail: str
    share: float
    stances: Bar
    groups: str
    group_tiles: tuple[Tile, ...]
    estimate: str
    place: str
    change: str


def themes_shown(released: Released, wave: str, unit: str) -> Shown:
    """The theme rows of the unit, or of the nearest level above that may be shown."""
    return nearest(released.themes, wave, unit)


@kept
def theme_lines(released: Released, wave: str, unit: str) -> tuple[ThemeLine, ...]:
    """The themes of which anything may be shown, largest first."""
    cells = _shown(released, wave, unit)
    known = cells[(cells["enps_group"] == ALL) & (cells["n_respondents"] > 0)]
    told = estimate_words(released, wave, unit)
    themes = [released.codebook.theme(str(theme)) for theme in known["theme"].unique()]
    changed = change_words(released, wave, unit)
    lines = [_line(cells, theme, told.get(theme.id, ("", "")), changed.get(theme.id, "")) for theme in themes]
    return tuple(sorted(lines, key=lambda line: (-line.share, theme_name(line.theme))))


def definition(theme: Theme) -> str:
    """What the theme is about and, where Swedish is spoken, what belongs to it."""
    told = say(theme.definition)
    return told if spoken() == "en" else f"{told} Hit hör {', '.join(theme.includes)}."


def theme_tiles(line: ThemeLine) -> tuple[Tile, ...]:
    """The size of a theme as figures: counted, and estimated where it is."""
    estimate = (Tile(say("Uppskattad andel"), line.estimate, line.place),) if line.estimate else ()
    return (Tile(say("Skriver om temat"), line.people, line.detail), *estimate)


def stance_legend() -> Bar:
    """A bar only for the names of its fields."""
    named = tuple(Part(say(STANCE_NAMES[stance]), 0, "", stance) for stance in STANCE_ORDER)
    return Bar("", (*named, Part(say("Skyddat"), 0, "", "protected")), "")


@kept
def theme_line(released: Released, wave: str, unit: str, theme_id: str) -> ThemeLine | None:
    """One theme of the list, or None where it is hidden or not mentioned."""
    lines = theme_lines(released, wave, unit)
    return next((line for line in lines if line.theme.id == theme_id), None)


def _shown(released: Released, wave: str, unit: str) -> pd.DataFrame:
    rows = rows_of(released.themes, wave, unit)
    return rows[rows["status"] == SHOWN]


def _line(cells: pd.DataFrame, theme: Theme, estimated: tuple[str, str], change: str) -> ThemeLine:
    own = cells[cells["theme"] == theme.id]
    told, detail, share = _size(own)
    tiles = _group_tiles(own)
    return ThemeLine(
        theme=theme,
        people=told,
        detail=detail,
        share=share,
        stances=_stance_bar(own, theme),
        groups=_told([(tile.label, None if tile.hidden else tile.value) for tile in tiles]),
        group_tiles=tiles,
        estimate=estimated[0],
        place=estimated[1],
        change=change,
    )


def _size(own: pd.DataFrame) -> tuple[str, str, float]:
    """People, share in words, and share; the largest part is a least number where the whole is protected."""
    everyone = own[(own["stance"] == ALL) & (own["enps_group"] == ALL)]
    if everyone.empty:
        row = own.sort_values("n_respondents").iloc[-1]
        return (
            say("minst {people}", people=people(row["n_respondents"])),
            say("totalen är skyddad"),
            float(row["share"]),
        )
    row = everyone.iloc[0]
    spread = interval(row["low"] * 100, row["high"] * 100)
    share = percent(row["share"])
    return people(row["n_respondents"]), f"{share} ({spread})" if spread else share, float(row["share"])


def _stance_bar(own: pd.DataFrame, theme: Theme) -> Bar:
    """People per stance; one with two stances counts in both, so the fields can be more than the people.

    Where stances are protected, what is left of the theme's people is one field without a number.
    """
    by_stance = own[(own["stance"] != ALL) & (own["enps_group"] == ALL)].set_index("stance")["n_respondents"]
    counts = {stance: float(by_stance[stance]) for stance in STANCE_ORDER if stance in by_stance.index}
    everyone = own.loc[(own["stance"] == ALL) & (own["enps_group"] == ALL), "n_respondents"]
    is_partly = len(counts) < len(STANCE_ORDER)
    total = max(sum(counts.values()), float(everyone.sum()), 1.0)
    parts = [Part(say(STANCE_NAMES[stance]), n / total, whole(n), stance) for stance, n in counts.items()]
    if is_partly:
        parts.append(Part(say("Skyddat"), 1 - sum(counts.values()) / total, "", "protected"))
    texts = {stance: whole(n) for stance, n in counts.items()}
    told = _told([(say(STANCE_NAMES[stance]), texts.get(stance)) for stance in STANCE_ORDER])
    return Bar(say("Hållning, antal personer"), tuple(parts), f"{theme_name(theme)}: {told}", note=told)


def _told(counts: Sequence[tuple[str, str | None]]) -> str:
    """Names with their counts, and one word for those that are protected.

    >>> _told([("Kritik", "51"), ("Förslag", None), ("Beröm", "74")])
    'Kritik 51 · Beröm 74 · övriga skyddade'
    """
    shown = [f"{name} {n}" for name, n in counts if n is not None]
    if not shown:
        return say("{names}: skyddade", names=", ".join(name for name, _ in counts))
    return " · ".join(shown if len(shown) == len(counts) else [*shown, say("övriga skyddade")])


def _group_tiles(own: pd.DataFrame) -> tuple[Tile, ...]:
    by_group = own[own["stance"] == ALL].set_index("enps_group")["n_respondents"]
    return tuple(
        Tile(
            name,
            whole(by_group[group]),
            say("{scores} på frågan om rekommendation", scores=GROUP_SCORES[group]),
        )
        if group in by_group.index
        else Tile(name, say(HIDDEN), hidden=True)
        for group, name in ((group, say(name)) for group, name in GROUP_NAMES.items())
    )


@kept
def theme_quotes(released: Released, wave: str, unit: str, theme_id: str) -> tuple[Quote, ...]:
    """The theme's released quotes, criticism first, then suggestions, praise and the rest."""
    rows = rows_of(released.quotes, wave, unit)
    rows = rows[(rows["theme"] == theme_id) & (rows["status"] == SHOWN)]
    order = {stance: place for place, stance in enumerate(STANCE_NAMES)}
    rows = rows.sort_values("stance", key=lambda stances: stances.map(order), kind="stable")
    name = theme_name(released.codebook.theme(theme_id))
    return tuple(
        Quote(str(text), name, say(STANCE_NAMES[str(stance)]), ((int(start), int(end)),))
        for text, stance, start, end in zip(
            rows["text"], rows["stance"], rows["start"], rows["end"], strict=True
        )
    )


def themes_table(released: Released, wave: str, unit: str) -> pd.DataFrame:
    """The list as a table: people with the theme, in all, per stance and per eNPS group."""
    cells = _shown(released, wave, unit)
    lines = []
    for line in theme_lines(released, wave, unit):
        own = cells[cells["theme"] == line.theme.id]
        counts = own.set_index(["stance", "enps_group"])["n_respondents"]
        stances = {say(STANCE_NAMES[stance]): _count(counts, (stance, ALL)) for stance in STANCE_ORDER}
        groups = {say(GROUP_NAMES[group]): _count(counts, (ALL, group)) for group in ENPS_GROUPS}
        lines.append(
            {say("Tema"): theme_name(line.theme), say("Personer"): line.people, say("Andel"): line.detail}
            | {say("Uppskattad andel"): line.estimate, say("Plats"): line.place}
            | stances
            | groups
        )
    return pd.DataFrame(lines)


def _count(counts: pd.Series, key: tuple[str, str]) -> str:
    return whole(counts[key]) if key in counts.index else say(HIDDEN)
