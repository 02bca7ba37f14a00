"""Altair charts of released figures, in one style. Numbers are written into them as Swedish strings.

Every function takes a frame that `present` has made, with the text of each label in a column of its own,
so that no chart formats a number by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import altair as alt
import pandas as pd

from text_analysis.present.translation import say

Figure = alt.LayerChart | alt.FacetChart

INK: Final = "#1f2328"
GREY: Final = "#5c6068"
LINE: Final = "#e0dbd2"
RED: Final = "#a3241d"
PAPER: Final = "#fbfaf7"
FONT: Final = "Source Sans, sans-serif"
WIDE: Final = alt.when("width > 560").then(alt.value(1)).otherwise(alt.value(0))  # names need room


@dataclass(frozen=True)
class Picture:
    """A chart with a sentence that says what it shows (`alt`) and the same figures as a table."""

    chart: Figure
    alt: str
    table: pd.DataFrame = field(repr=False)


def trend(frame: pd.DataFrame, *, title: str) -> Figure:
    """A figure over waves, with its interval and its value at each point.

    Parameters
    ----------
    frame : columns wave, value, low, high (may be missing), label.
    title : name of the vertical axis.
    """
    frame = frame.assign(top=frame["high"].fillna(frame["value"]))
    base = alt.Chart(frame).encode(x=alt.X("wave:O", title=None, axis=alt.Axis(labelAngle=0)))
    scale = alt.Scale(zero=False, nice=True, padding=24)
    value = alt.Y("value:Q", title=title, scale=scale, axis=alt.Axis(labels=False, ticks=False, grid=False))
    bands = base.mark_rule(color=LINE, strokeWidth=8).encode(y=alt.Y("low:Q", scale=scale), y2="high:Q")
    lines = base.mark_line(color=RED, strokeWidth=2).encode(y=value)
    points = base.mark_point(color=RED, fill=PAPER, size=70, opacity=1).encode(y=value)
    top = alt.Y("top:Q", title=title, scale=scale)
    labels = base.mark_text(dy=-14, color=INK, fontSize=14).encode(y=top, text="label:N")
    return _styled(alt.layer(bands, lines, points, labels).properties(height=220))


def priority(frame: pd.DataFrame) -> Figure:
    """Themes by how many criticise them and how eNPS hangs together with them, the first five numbered.

    Parameters
    ----------
    frame : columns n_critical, impact, is_first (one of the five), rank, name, people (in words).
    """
    base = alt.Chart(frame).encode(
        x=alt.X("n_critical:Q", title=say("Kritik och förslag, personer →"),
                axis=alt.Axis(grid=False, tickMinStep=1, tickCount=8, format="d"),
                scale=alt.Scale(domainMin=0, nice=True)),
        y=alt.Y("impact:Q", title=say("← Lägre eNPS    Högre eNPS →"),
                axis=alt.Axis(grid=False, labels=False, ticks=False), scale=alt.Scale(padding=24)),
    )  # fmt: skip
    colour = alt.when(alt.datum["is_first"]).then(alt.value(RED)).otherwise(alt.value("#a8a397"))
    told = [alt.Tooltip("name:N", title=say("Tema")), alt.Tooltip("people:N", title=say("Personer"))]
    dots = base.mark_circle(size=120, opacity=1).encode(color=colour, tooltip=told)
    ranks = base.mark_text(dy=-16, fontSize=14, fontWeight=600, color=INK).encode(text="rank:O")
    ranks = ranks.properties(data=frame[frame["is_first"]])
    zero = alt.Chart(pd.DataFrame({"y": [0]})).mark_rule(color=LINE).encode(y="y:Q")
    return _styled(alt.layer(zero, dots, ranks).properties(height=320))


def topic_map(frame: pd.DataFrame, *, edge: float) -> Figure:
    """Topics where their meaning puts them, themes in red, sub-themes and candidates in grey.

    Parameters
    ----------
    frame : columns x, y (−1 to 1), people, size (people in words), name, is_theme, and the side its
        name stands on (left, right, or empty for no name).
    edge : where the map ends.
    """
    axis = alt.Axis(labels=False, ticks=False, grid=False, title=None, domain=False)
    scale = alt.Scale(domain=[-edge, edge], nice=False)
    base = alt.Chart(frame).encode(
        x=alt.X("x:Q", axis=axis, scale=scale), y=alt.Y("y:Q", axis=axis, scale=scale)
    )
    colour = alt.when(alt.datum["is_theme"]).then(alt.value(RED)).otherwise(alt.value("#8a857a"))
    dots = base.mark_circle(opacity=0.85).encode(
        color=colour,
        size=alt.Size("people:Q", scale=alt.Scale(range=[40, 700]), legend=None),
        tooltip=[alt.Tooltip("name:N", title=say("Ämne")), alt.Tooltip("size:N", title=say("Personer"))],
    )
    left = base.mark_text(align="left", dx=14, fontSize=13, color=INK).encode(text="name:N", opacity=WIDE)
    right = base.mark_text(align="right", dx=-14, fontSize=13, color=INK).encode(text="name:N", opacity=WIDE)
    left, right = (
        left.properties(data=frame[frame["side"] == "right"]),
        right.properties(data=frame[frame["side"] == "left"]),
    )
    return _styled(alt.layer(dots, left, right).properties(height=520))


def _styled(chart: Figure) -> Figure:
    return chart.properties(
        config=alt.Config(
            background="transparent",
            font=FONT,
            view=alt.ViewConfig(stroke=None),
            axis=alt.AxisConfig(
                labelColor=INK, titleColor=GREY, domainColor=LINE, tickColor=LINE, gridColor=LINE,
                labelFontSize=13, titleFontSize=13, titleFontWeight="normal",
            ),
            legend=alt.LegendConfig(labelColor=INK, labelFontSize=13),
        )
    )  # fmt: skip
