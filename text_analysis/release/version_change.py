"""Whether a new version may follow the one people have, or the two together would tell too much."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pandas as pd

from text_analysis.errors import ReleaseRefusedError
from text_analysis.records import Released
from text_analysis.release.versions import CODER, READ, alike
from text_analysis.settings import Settings
from text_analysis.tables import SHOWN

# Counts that only answers and comments can change, and counts that the coding changes too.
_ANSWERED: Final = {
    "response": ("responses", "n_comments"),
    "enps": ("n", "kritiker", "passiva", "ambassadorer"),
    "indices": ("n",),
}
_CODED: Final = {"response": ("n_writers", "n_writers_without_theme"), "themes": ("n_respondents",)}
_KEYS: Final = {"indices": ["index_key"], "themes": ["theme", "stance", "enps_group"]}
_EPSILON: Final = 1e-6
# Units gone and units new under one parent: two of each may cut the same people in two ways.
_CROSSING: Final = 2
_REMEDY: Final = (
    "Behåll den förra versionen, eller vänta tills fler rättelser finns. Om ingen har fått se den förra: "
    "ta bort mappen release bland undersökningens resultat, så räknas den nya som den första."
)


def refuse_small_change(
    emitted: Mapping[str, pd.DataFrame],
    previous: Released,
    certificate: Mapping[str, object],
    settings: Settings,
) -> None:
    """Refuse a version in which a shown figure differs by a few people from the one people have.

    Whoever has both would know what those few answered. The same holds for what a unit's shown children
    leave. Answers are always compared. What the coding decides is compared in waves where answers have
    changed, and in other files coded alike; another codebook, model or review moves people between
    themes without anybody having answered otherwise, and so does not tell who wrote what.

    Parameters
    ----------
    emitted : the new version's tables.
    previous : the version people have.
    certificate : what the new version was made from.
    settings : `min_scores` is the fewest people two versions may differ by.

    Raises
    ------
    ReleaseRefusedError : a count differs by 1 to `min_scores` − 1, a mean by what so few can cause, or
        the same people are divided into other units.
    """
    _refuse_other_grouping(emitted["response"], previous.response)
    changed = _compare(_ANSWERED, emitted, previous, settings)
    if not alike(READ, certificate, previous):
        changed |= _refuse_small_means(emitted["indices"], previous.indices, settings)
        if alike(CODER, certificate, previous):
            changed = set(emitted["response"]["wave"])
    coded = {name: emitted[name][emitted[name]["wave"].isin(changed)] for name in _CODED}
    _compare(_CODED, coded, previous, settings)


def _compare(
    counts: Mapping[str, tuple[str, ...]],
    emitted: Mapping[str, pd.DataFrame],
    previous: Released,
    settings: Settings,
) -> set[str]:
    """The waves in which any count has changed; refuses those that change by few."""
    changed: set[str] = set()
    for name, columns in counts.items():
        pair = _pair(emitted[name], getattr(previous, name), name)
        for column in columns:
            change = (pair[column].astype("Float64") - pair[f"{column}_before"].astype("Float64")).fillna(0)
            rest = change - _below(pair.assign(change=change), name)
            for each in (change, rest):
                few = (each.abs() >= 1) & (each.abs() < settings.min_scores)
                _refuse(pair, few, name)
            changed |= set(pair.loc[change != 0, "wave"])
    return changed


def _below(pair: pd.DataFrame, name: str) -> pd.Series[float]:
    """The change of all children shown in both versions, for the row of each parent."""
    key = _KEYS.get(name, [])
    sums = pair.groupby(["wave", "parent", *key])[["change"]].sum().reset_index()
    sums = sums.rename(columns={"parent": "unit", "change": "below"})
    found = pair[["wave", "unit", *key]].merge(sums, how="left", on=["wave", "unit", *key])["below"]
    return found.fillna(0).set_axis(pair.index)


def _pair(now: pd.DataFrame, before: pd.DataFrame, name: str) -> pd.DataFrame:
    """The rows shown in both versions side by side."""
    shown = [table[table["status"] == SHOWN] for table in (now, before)]
    return shown[0].merge(shown[1], on=["wave", "unit", *_KEYS.get(name, [])], suffixes=("", "_before"))


def _refuse_small_means(now: pd.DataFrame, before: pd.DataFrame, settings: Settings) -> set[str]:
    """The waves in which a mean has moved; refuses those that few people's answers can have moved."""
    from text_analysis.instruments import load_instruments

    pair = _pair(now, before, "indices")
    ranges = {d.key: d.value_range[1] - d.value_range[0] for d in load_instruments().indices}
    few = (settings.min_scores - 1) * pair["index_key"].map(ranges).astype("Float64")
    moved = ((pair["value"] - pair["value_before"]) * pair["n"]).abs()
    _refuse(pair, (moved > _EPSILON) & (moved <= few) & (pair["n"] == pair["n_before"]), "indices")
    return set(pair.loc[(moved > _EPSILON).fillna(value=False).astype(bool), "wave"])


def _refuse_other_grouping(now: pd.DataFrame, before: pd.DataFrame) -> None:
    """Refuse two ways to divide the people of one unit: where they overlap, a few people are left."""
    earlier_units = _families(before)
    for (wave, parent), units in _families(now).items():
        earlier = earlier_units.get((wave, parent), units)
        if min(len(units - earlier), len(earlier - units)) >= _CROSSING:
            raise ReleaseRefusedError(
                "Den nya versionen delar in samma personer i andra enheter än den förra.",
                where=f"{parent}, mätning {wave}",
                expected="samma enheter, eller enheter som delats eller slagits ihop",
                remedy=_REMEDY,
            )


def _families(response: pd.DataFrame) -> dict[tuple[str, str], set[str]]:
    """The units of each wave and parent."""
    families: dict[tuple[str, str], set[str]] = {}
    below = response[response["level"] > 0]
    for wave, parent, unit in zip(below["wave"], below["parent"], below["unit"], strict=True):
        families.setdefault((wave, parent), set()).add(unit)
    return families


def _refuse(pair: pd.DataFrame, wrong: pd.Series[bool], name: str) -> None:
    wrong = wrong.fillna(value=False).astype(bool)
    if wrong.any():
        raise ReleaseRefusedError(
            "Den nya versionen skiljer sig med så få personer från den förra att deras svar kan räknas ut.",
            where=f"{pair.loc[wrong, 'unit'].iloc[0]}, tabellen {name}",
            expected="ingen skillnad, eller minst så många personer som gränsen",
            remedy=_REMEDY,
        )
