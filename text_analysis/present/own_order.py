"""Five areas in the order people have set by hand, with who, when and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import pandas as pd

from text_analysis.edits import Edit, Prioritise, in_force
from text_analysis.present import priority
from text_analysis.present.priority import N_AREAS
from text_analysis.present.translation import say
from text_analysis.records import Released


def order_in_force(edits: Iterable[Edit], wave: str, unit: str) -> Edit | None:
    """The latest order set for a unit and wave that has not been undone."""
    for edit in reversed(in_force(edits)):
        match edit.action:
            case Prioritise(at_wave, at_unit, _, _) if (at_wave, at_unit) == (wave, unit):
                return edit
    return None


def by_hand(found: pd.DataFrame, edit: Edit) -> pd.DataFrame:
    """The areas of `priority.areas` with those of the order first; a theme no longer shown is left out.

    Parameters
    ----------
    found : what `priority.areas` gives.
    edit : whose action is a `Prioritise`.
    """
    chosen = edit.action.themes if isinstance(edit.action, Prioritise) else ()
    places = {theme: place for place, theme in enumerate(chosen)}
    keys = found["theme"].map(places).fillna(len(places) + found["rank"])
    ordered = found.assign(key=keys).sort_values("key", kind="stable").drop(columns="key")
    return ordered.reset_index(drop=True).assign(
        rank=range(1, len(found) + 1), is_first=[place < N_AREAS for place in range(len(found))]
    )


def order_line(edit: Edit) -> str:
    """Who set the order, when and why."""
    reason = edit.action.reason if isinstance(edit.action, Prioritise) else ""
    day = datetime.fromisoformat(edit.at).astimezone().strftime("%Y-%m-%d")
    return say("Ordnade för hand av {who} {day}: {reason}", who=edit.who, day=day, reason=reason)


def areas_by_hand(
    released: Released, edits: Iterable[Edit], wave: str, unit: str
) -> tuple[tuple[tuple[str, str], ...], str] | None:
    """The first areas as people ordered them, and who did it; None where nobody has."""
    edit = order_in_force(edits, wave, unit)
    found = priority.areas(released, wave, unit)
    if edit is None or found.empty:
        return None
    return priority.first_areas(by_hand(found, edit)), order_line(edit)
