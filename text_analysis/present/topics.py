"""Sub-themes of a theme, candidates that no theme covers, what is new, and the map of them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from text_analysis.codebook import Codebook
from text_analysis.present import charts
from text_analysis.present.charts import Picture
from text_analysis.present.cut import waves
from text_analysis.present.kept import kept
from text_analysis.present.numbers import people
from text_analysis.present.translation import say, spoken, theme_name
from text_analysis.records import Released
from text_analysis.sub_themes import load_sub_themes
from text_analysis.tables import CANDIDATE, SHOWN, SUB_THEME, WHOLE_THEME

HOW_TO_READ = (
    "Delteman och kandidater hittar programmet i hela organisationens kommentarer. Ett deltema är de i temat "
    "som skriver om samma sak, med samma ord eller ord som betyder detsamma. Den som tar upp två delteman "
    "räknas i båda, så övriga är minst så många som det står. En kandidat är något som flera skriver om utan "
    "att något tema täcker det."
)
HOW_TO_READ_MAP = (
    "Teman som ligger nära varandra tas upp med liknande ord. Axlarna har ingen egen betydelse. "
    "Större prick är fler personer."
)
NOT_SHOWN_BEFORE = "för få för att visas förra mätningen"
MOST_NAMED = 16  # names on the map; more lie on top of each other
# Room on the map, in its units (−1 to 1): a letter's width, a line's height, a dot's radius.
_LETTER, _LINE, _DOT = 0.02, 0.09, 0.03
EDGE: Final = 1.4  # of the map
Box = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic in a list: label, size in words, the words people use, and what is new about it."""

    label: str
    people: str
    words: str
    since: str


@kept
def sub_themes(released: Released, wave: str, theme: str) -> tuple[TopicLine, ...]:
    """The sub-themes of a theme in the whole organisation, largest first, and what they leave of it."""
    found = _topics(released, wave)
    parts = found.query("kind == @SUB_THEME and theme == @theme")
    whole = found.query("kind == @WHOLE_THEME and theme == @theme")["n_respondents"]
    left = int(whole.sum() - parts["n_respondents"].sum())
    if parts.empty or left <= 0:
        return _lines(released, wave, parts)
    rest = TopicLine(say("Övrigt i temat"), say("minst {people}", people=people(left)), words="", since="")
    return (*_lines(released, wave, parts), rest)


@kept
def candidates(released: Released, wave: str) -> tuple[TopicLine, ...]:
    """What several people write of and no theme covers, largest first."""
    return _lines(released, wave, _topics(released, wave).query("kind == @CANDIDATE"))


@kept
def news(released: Released, wave: str) -> tuple[TopicLine, ...]:
    """Themes, sub-themes and candidates that could not be shown in the wave before, largest first."""
    found = _topics(released, wave)
    return _lines(released, wave, found[found["is_new"].astype(bool)])


@kept
def theme_words(released: Released, wave: str, theme: str) -> str:
    """The words that people use of a theme, with commas between; empty where none is used by five."""
    found = _topics(released, wave).query("kind == @WHOLE_THEME and theme == @theme")["words"]
    return str(found.iloc[0]) if len(found) else ""


@kept
def topic_map(released: Released, wave: str) -> Picture | None:
    """The topics of a wave on a map; None with fewer than three."""
    found = _topics(released, wave)
    if len(found) < 3:  # noqa: PLR2004  two points are no map
        return None
    frame = found.assign(
        name=[_label(row, released.codebook) for row in found.to_dict("records")],
        people=found["n_respondents"].astype(float),
        is_theme=found["kind"] == WHOLE_THEME,
    )
    frame["size"] = [people(n) for n in frame["people"]]
    frame = _with_names(frame.assign(x=_spread(frame["x"]), y=_spread(frame["y"])))
    largest = frame.sort_values("people", ascending=False)["name"].head(5)
    told = say("Karta över {n} teman, delteman och kandidater. Störst är {names}.",
               n=str(len(frame)), names=", ".join(largest))  # fmt: skip
    return Picture(charts.topic_map(frame, edge=EDGE), told, topics_table(released, wave))


def topics_table(released: Released, wave: str) -> pd.DataFrame:
    """Every topic of a wave as a table: kind, name, size, words and what is new."""
    kinds = {WHOLE_THEME: say("Tema"), SUB_THEME: say("Deltema"), CANDIDATE: say("Kandidat")}
    found = _topics(released, wave)
    ordered = _ordered(found)
    lines, codebook = _lines(released, wave, ordered), released.codebook
    rows = [
        {say("Ämne"): line.label, say("Slag"): kinds[str(kind)], say("Tema"): _theme(str(theme), codebook),
         say("Personer"): line.people, say("Ord"): line.words, say("Sedan förra mätningen"): line.since}
        for line, kind, theme in zip(lines, ordered["kind"], ordered["theme"], strict=True)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def _topics(released: Released, wave: str) -> pd.DataFrame:
    rows = released.topics
    return rows[(rows["wave"] == wave) & (rows["status"] == SHOWN)]


def _lines(released: Released, wave: str, found: pd.DataFrame) -> tuple[TopicLine, ...]:
    before = _before(released, wave)
    return tuple(
        TopicLine(
            label=_label(row, released.codebook),
            people=people(row["n_respondents"]),
            words=str(row["words"]),
            since=_since(row, before),
        )
        for row in _ordered(found).to_dict("records")
    )


def _ordered(found: pd.DataFrame) -> pd.DataFrame:
    """The largest topic first."""
    return found.sort_values(["n_respondents", "topic"], ascending=[False, True])


def _before(released: Released, wave: str) -> dict[str, int]:
    """People per topic in the wave before; empty for the first."""
    known = waves(released)
    place = known.index(wave)
    earlier = _topics(released, known[place - 1]) if place else released.topics.head(0)
    return dict(zip(earlier["topic"], earlier["n_respondents"], strict=True))


def _since(row: Mapping[Any, Any], before: dict[str, int]) -> str:
    if row["is_new"]:
        return say(NOT_SHOWN_BEFORE)
    known = before.get(str(row["topic"]))
    return "" if known is None else say("{people} förra mätningen", people=people(known))


def _label(row: Mapping[Any, Any], codebook: Codebook) -> str:
    """The topic's label; that of a theme is its name, and a sub-theme stands after its theme's."""
    label, theme = str(row["label"]), str(row["theme"])
    if row["kind"] == SUB_THEME:
        return _part_name(str(row["topic"]), label)
    if not theme:
        return label
    return _theme(theme, codebook) or label


def _part_name(topic: str, label: str) -> str:
    """The label of a sub-theme; in English where it has the name it was shipped with."""
    shipped = {(part.id, part.name_sv): part.name_en for part in load_sub_themes()}
    return shipped.get((topic, label), label) if spoken() == "en" else label


def _theme(theme: str, codebook: Codebook) -> str:
    """The name of a theme; empty for a candidate and for what is no theme of the codebook."""
    return next((theme_name(one) for one in codebook.themes if one.id == theme), "")


def _spread(place: pd.Series) -> pd.Series:
    """Places with more room in the crowded middle: the square root, with its sign."""
    values = place.astype(float)
    return values.abs().pow(0.5).mul(np.sign(values))


def _with_names(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with `side` (left or right) for the largest topics whose names lie on nothing else."""
    dots = list(zip(frame.index, frame["x"], frame["y"], strict=True))
    taken: list[Box] = []
    sides: dict[Any, str] = {}
    for index, row in frame.sort_values(["is_theme", "people"], ascending=False, kind="stable").iterrows():
        others = [*taken, *((x - _DOT, y, 2 * _DOT) for other, x, y in dots if other != index)]
        for side in ("left", "right") if row["x"] > 0 else ("right", "left"):
            box = _box(row["x"], row["y"], _LETTER * (len(row["name"]) + 1), side)
            if len(sides) < MOST_NAMED and not any(_meet(box, other) for other in others):
                taken.append(box)
                sides[index] = side
                break
    return frame.assign(side=[sides.get(index, "") for index in frame.index])


def _box(x: float, y: float, width: float, side: str) -> Box:
    return (x - _DOT - width if side == "left" else x + _DOT, y, width)


def _meet(first: Box, second: Box) -> bool:
    """Whether two boxes (left edge, middle, width) of one line meet or leave the map."""
    if min(first[0], second[0]) < -EDGE or max(first[0] + first[2], second[0] + second[2]) > EDGE:
        return True
    apart = first[0] >= second[0] + second[2] or second[0] >= first[0] + first[2]
    return not apart and abs(first[1] - second[1]) < _LINE
