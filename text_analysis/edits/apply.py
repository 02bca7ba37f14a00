"""Edits applied to coded comments: the same function for a new run, the next wave and older waves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pandas as pd

from text_analysis import tables
from text_analysis.edits.actions import (
    Confirm,
    Decide,
    Edit,
    Merge,
    Move,
    Promote,
    Rename,
    Retire,
    Split,
    in_force,
)
from text_analysis.edits.query import matches
from text_analysis.records import Decision, Stance
from text_analysis.tables import check

StanceOf = Callable[[str, str, int, int], Stance]
BY_PERSON = 1.0  # score of what a person or a person's rule decided


def apply_edits(
    assignments: pd.DataFrame, edits: Iterable[Edit], *, comments: pd.DataFrame, stance_of: StanceOf
) -> pd.DataFrame:
    """The assignments as the edits in force make them; the table given is left as it is.

    Parameters
    ----------
    assignments : table `tables.ASSIGNMENTS`, as the coder made it.
    edits : the whole log; what is undone is left out here.
    comments : table `tables.COMMENTS`; rules look in the masked comments with content.
    stance_of : stance of a theme at a span of a comment (comment id, theme, start, end), where a person or a
        rule gives a theme and says no stance.
    """
    table = check(assignments, tables.ASSIGNMENTS)
    known = comments[comments["content"].astype(bool)].set_index("comment_id")
    for edit in in_force(edits):
        table = _applied(table, edit, known, stance_of)
    ordered = table.sort_values(["comment_id", "start", "end", "theme"], kind="stable")
    return check(ordered, tables.ASSIGNMENTS)


def decisions_of(edits: Iterable[Edit]) -> dict[str, Decision]:
    """The last decision on each comment, by the hash of what was written."""
    return {
        edit.action.comment: edit.action.decision
        for edit in in_force(edits)
        if isinstance(edit.action, Decide)
    }


def corrections_of(edits: Iterable[Edit]) -> tuple[tuple[str, str, bool], ...]:
    """What a person last said of each comment and theme: hash, theme, and whether the comment has it."""
    said: dict[tuple[str, str], bool] = {}
    for edit in in_force(edits):
        match edit.action:
            case Confirm(comment, theme) if theme:
                said[comment, theme] = True
            case Move(comment, theme, into, _):
                said |= {(comment, theme): False} if theme else {}
                said |= {(comment, into): True} if into else {}
            case _:
                continue
    return tuple((comment, theme, present) for (comment, theme), present in said.items())


def edited_ids(edits: Iterable[Edit]) -> dict[str, str]:
    """Where merged and promoted topics went, and "" for what is retired; for discovered topics."""
    places: dict[str, str] = {}
    for edit in in_force(edits):
        match edit.action:
            case Merge(theme, into) | Promote(theme, into) if theme:
                old, new = theme, into
            case Retire(theme):
                old, new = theme, ""
            case _:
                continue
        places = {key: new if value == old else value for key, value in places.items()} | {old: new}
    return places


def given_names(edits: Iterable[Edit]) -> dict[str, str]:
    """The names people gave, by the id of the theme or discovered topic."""
    return {
        edit.action.theme: edit.action.name for edit in in_force(edits) if isinstance(edit.action, Rename)
    }


def _applied(table: pd.DataFrame, edit: Edit, comments: pd.DataFrame, stance_of: StanceOf) -> pd.DataFrame:
    match edit.action:
        case Merge(theme, into):
            return _once(table.assign(theme=table["theme"].replace(theme, into)))
        case Retire(theme):
            return table[table["theme"] != theme]
        case Split(theme, into, _, query):
            inside = table["theme"] == theme
            texts = _texts(comments, set(table.loc[inside, "comment_id"]))
            found = {hit.comment_id for hit in matches(query, texts)}
            moved = inside & table["comment_id"].isin(found)
            return _once(table.assign(theme=table["theme"].mask(moved, into)))
        case Promote(_, theme, _, query, _):
            rows = [
                (hit.comment_id, hit.start, hit.end, stance_of(hit.comment_id, theme, hit.start, hit.end))
                for hit in matches(query, _texts(comments, set(comments.index)))
            ]
            return _once(_with(table, comments, theme, rows))
        case Move():
            return _moved(table, edit.action, comments, stance_of)
        case _:
            return table


def _moved(table: pd.DataFrame, move: Move, comments: pd.DataFrame, stance_of: StanceOf) -> pd.DataFrame:
    """The table with a comment moved; one that is not here, of another wave, changes nothing."""
    for comment_id in comments.index[comments["text_hash"] == move.comment]:
        table = _moved_one(table, move, str(comment_id), comments, stance_of)
    return table


def _moved_one(
    table: pd.DataFrame, move: Move, comment_id: str, comments: pd.DataFrame, stance_of: StanceOf
) -> pd.DataFrame:
    here = (table["comment_id"] == comment_id) & (table["theme"] == move.theme)
    if move.theme and not here.any():
        return table
    kept = table[~here]
    if not move.into:
        return kept
    start, end = 0, len(str(comments.loc[comment_id, "masked"]))
    if move.theme:
        start, end = int(table.loc[here, "start"].iloc[0]), int(table.loc[here, "end"].iloc[0])
    had = table.loc[here, "stance"].iloc[0] if move.theme else stance_of(comment_id, move.into, start, end)
    return _once(_with(kept, comments, move.into, [(comment_id, start, end, move.stance or str(had))]))


def _with(
    table: pd.DataFrame, comments: pd.DataFrame, theme: str, rows: Sequence[tuple[str, int, int, str]]
) -> pd.DataFrame:
    if not rows:
        return table
    new = pd.DataFrame(
        {
            "comment_id": [row[0] for row in rows],
            "respondent_id": [str(comments.loc[row[0], "respondent_id"]) for row in rows],
            "theme": theme,
            "stance": [row[3] for row in rows],
            "score": BY_PERSON,
            "start": [row[1] for row in rows],
            "end": [row[2] for row in rows],
        }
    )
    return pd.concat([table, check(new, tables.ASSIGNMENTS)], ignore_index=True)


def _once(table: pd.DataFrame) -> pd.DataFrame:
    """One row a comment and theme: the surest, the first of equals."""
    ranked = table.sort_values(
        ["score", "start", "end", "stance"], ascending=[False, True, True, True], kind="stable"
    )
    return ranked.drop_duplicates(["comment_id", "theme"])


def _texts(comments: pd.DataFrame, ids: set[str]) -> list[tuple[str, str]]:
    chosen = comments[comments.index.isin(ids)]
    return [(str(comment_id), str(text)) for comment_id, text in chosen["masked"].items()]
