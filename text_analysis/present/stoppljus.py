"""Stoppljus: how the answers behind an index divide into worse, middle and better."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from text_analysis.instruments import IndexDefinition, Instruments
from text_analysis.present.cut import rows_of
from text_analysis.present.numbers import percent
from text_analysis.present.translation import say
from text_analysis.present.views import Bar, Part
from text_analysis.records import Item, Released
from text_analysis.tables import SHOWN

N_FIELDS = 5  # five answers, or ten answers two by two
MIDDLE = 2  # the field between the two low and the two high ones
Lights = tuple[float, float, float]  # shares of bad, middle and good answers


def lights(released: Released, wave: str, unit: str, instruments: Instruments) -> Mapping[str, Bar]:
    """The stoppljus of every index whose questions all may show their answers: index key → bar.

    A question's answers count alike however many questions an index has. For demands, conflict and
    stress, a high answer is a bad one.
    """
    rows = rows_of(released.distribution, wave, unit)
    hidden = set(rows.loc[rows["status"] != SHOWN, "item"])
    rows = rows[~rows["item"].isin(hidden)]
    shares: dict[str, dict[int, float]] = defaultdict(dict)
    for item, answer, share in zip(rows["item"], rows["answer"], rows["share"], strict=True):
        shares[item][int(answer)] = float(share)
    found = {
        index.key: _mean(_lights(item, shares, instruments) for item in _items(index, instruments))
        for index in instruments.indices
        if not index.is_exposure
    }
    return {key: _bar(light) for key, light in found.items() if light is not None}


def _items(index: IndexDefinition, instruments: Instruments) -> tuple[Item, ...]:
    keys = {index.key, *index.part_keys}
    return tuple(item for item in instruments.items if item.index_key in keys)


def _lights(item: Item, shares: Mapping[str, dict[int, float]], instruments: Instruments) -> Lights | None:
    """The three shares of a question, or None where it was not asked or may not be shown."""
    if item.key not in shares:
        return None
    low, high = item.scale
    width = (high - low + 1) // N_FIELDS
    fields = [((answer - low) // width, share) for answer, share in shares[item.key].items()]
    bad = sum(share for place, share in fields if place < MIDDLE)
    good = sum(share for place, share in fields if place > MIDDLE)
    if instruments.index(item.index_key).high_is_bad:
        bad, good = good, bad
    return bad, 1 - bad - good, good


def _mean(found: Iterable[Lights | None]) -> Lights | None:
    """The mean of the questions that were asked; None where there is none."""
    known = [light for light in found if light is not None]
    if not known:
        return None
    bad, middle, good = (sum(column) / len(known) for column in zip(*known, strict=True))
    return bad, middle, good


def _bar(light: Lights) -> Bar:
    bad, middle, good = (percent(share, 0) for share in light)
    parts = (
        Part("▼", light[0], bad, "answer1"),
        Part("◆", light[1], middle, "answer3"),
        Part("▲", light[2], good, "answer5"),
    )
    told = say(
        "Stoppljus: {bad} svar åt det sämre hållet, {middle} i mitten, {good} åt det bättre.",
        bad=bad,
        middle=middle,
        good=good,
    )
    return Bar("", parts, told)
