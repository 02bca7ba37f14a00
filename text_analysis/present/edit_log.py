"""The log of edits in words: when, who and what, the latest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import pandas as pd

from text_analysis.edits import (
    Action,
    Confirm,
    Decide,
    Edit,
    Merge,
    Move,
    Prioritise,
    Promote,
    Rename,
    Retire,
    Split,
    Undo,
    in_force,
)
from text_analysis.present.cut import unit_name
from text_analysis.present.translation import say
from text_analysis.present.wording import STANCE_NAMES

DECISION_NAMES = {"keep": "Behåll", "mask": "Maskera", "hold": "Håll inne"}
SHORT = 6  # signs of a comment's hash that tell it from others in a log


def log_table(edits: Sequence[Edit], names: Mapping[str, str]) -> pd.DataFrame:
    """Every edit, undone ones too and named as such, the latest first.

    Parameters
    ----------
    edits : the whole log.
    names : name of every theme.
    """
    holding = {edit.number for edit in in_force(edits)}
    lines = [
        {
            say("När"): _time(edit.at),
            say("Vem"): edit.who,
            say("Vad"): described(edit.action, names) + _state(edit, holding),
        }
        for edit in reversed(edits)
    ]
    return pd.DataFrame(lines, columns=[say("När"), say("Vem"), say("Vad")])


def _time(at: str) -> str:
    """The time of the log on this computer's clock, to the minute."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")


def _state(edit: Edit, holding: set[int]) -> str:
    is_undone = edit.number not in holding and not isinstance(edit.action, Undo)
    return say(" (ångrad)") if is_undone else ""


def described(action: Action, names: Mapping[str, str]) -> str:
    """An action in words; a comment is named by the first signs of its hash."""
    match action:
        case Decide() | Confirm() | Move():
            return f"{_of_comment(action, names)} · {action.comment[:SHORT]}"
        case Prioritise(_, unit, themes, reason):
            order = ", ".join(names.get(theme, theme) for theme in themes)
            told = {"unit": unit_name(unit), "order": order, "reason": reason}
            return say("Ordnade områdena i {unit}: {order}. Skäl: {reason}", **told)
        case Undo(number):
            return say("Ångrade ändring {number}", number=str(number))
        case _:
            return _of_theme(action, names)


def _of_comment(action: Decide | Confirm | Move, names: Mapping[str, str]) -> str:
    match action:
        case Decide(_, decision):
            return say(DECISION_NAMES[decision])
        case Confirm(_, theme):
            return say("Rätt: {theme}", theme=names.get(theme, theme)) if theme else say("Rätt: inget tema")
        case Move(_, theme, into, stance):
            return _moved(names.get(theme, theme), names.get(into, into), stance)


def _of_theme(action: Rename | Merge | Split | Promote | Retire, names: Mapping[str, str]) -> str:
    match action:
        case Rename(theme, new):
            return say("{theme} heter nu {name}", theme=names.get(theme, theme), name=new)
        case Merge(theme, into):
            told = {"theme": names.get(theme, theme), "into": names.get(into, into)}
            return say("{theme} slogs ihop med {into}", **told)
        case Split(theme, _, new, query):
            told = {"theme": names.get(theme, theme), "name": new, "query": query}
            return say("{name} delades ut ur {theme} med regeln {query}", **told)
        case Promote(_, _, new, query, _):
            return say("{name} blev ett eget tema med regeln {query}", name=new, query=query)
        case Retire(theme):
            return say("{theme} används inte längre", theme=names.get(theme, theme))


def _moved(theme: str, into: str, stance: str | None) -> str:
    told = f" ({say(STANCE_NAMES[stance]).lower()})" if stance else ""
    if theme == into:
        return say("Annan hållning: {theme}", theme=theme) + told
    if not into:
        return say("Fel: {theme}", theme=theme)
    if not theme:
        return say("Saknades: {theme}", theme=into) + told
    return say("{theme} blev {into}", theme=theme, into=into) + told
