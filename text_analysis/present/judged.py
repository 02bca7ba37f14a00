"""How often the coder was right in the comments people have reviewed, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from text_analysis.present.numbers import interval, percent, whole
from text_analysis.present.translation import say
from text_analysis.records import Judged
from text_analysis.settings import FLOOR


def judged_line(judged: Sequence[Judged]) -> str:
    """The share over all themes with its interval; empty where too little has been judged."""
    every = next((one for one in judged if not one.theme and one.n >= FLOOR), None)
    if every is None:
        return ""
    return say(
        "I den här undersökningens granskade kommentarer var {share} av temana rätt ({right} av {n}, 95 % "
        "osäkerhet {spread} %). De valdes för att kodaren var osäker på dem; bland alla är fler rätt.",
        share=percent(every.share, 0),
        right=whole(every.n_right),
        n=whole(every.n),
        spread=_spread(every),
    )


def judged_table(judged: Sequence[Judged], names: Mapping[str, str]) -> pd.DataFrame:
    """The share per theme, for the themes with at least `FLOOR` judged labels, most judged first."""
    shown = sorted((one for one in judged if one.theme and one.n >= FLOOR), key=lambda one: -one.n)
    lines = [
        {
            say("Tema"): names.get(one.theme, one.theme),
            say("Granskade"): whole(one.n),
            say("Rätt"): whole(one.n_right),
            say("Andel rätt"): percent(one.share, 0),
            say("95 % osäkerhet"): f"{_spread(one)} %",
        }
        for one in shown
    ]
    return pd.DataFrame(lines)


def _spread(one: Judged) -> str:
    return interval(one.low * 100, one.high * 100, digits=0)
