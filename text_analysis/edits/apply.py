"""Edits applied to coded comments: the same function for a re-run, the next wave and older waves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import pandas as pd

from text_analysis import tables
from text_analysis.edits.actions import Edit, Merge, Move, Promote, Rename, Retire, Split, in_force
from text_analysis.edits.query import matches
from text_analysis.records import Stance
from text_analysis.tables import check

StanceOf = Callable[[str, int, int], Stance]
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
    stance_of : stance of a span of a comment (id, start, end), for themes that a rule finds.
    """
    table = check(assignments, tables.ASSIGNMENTS)
    known = comments[comments["content"].astype(bool)].set_index("comment_id")
    for edit in in_force(edits):
        table = _applied(table, edit, known, stance_of)
    ordered = table.sort_values(["comment_id", "start", "end", "theme"], kind="stable")
    return check(ordered, tables.ASSIGNMENTS)


def edited_names(names: Mapping[str, str], edits: Iterable[Edit]) -> dict[str, str]:
    """Names of themes and topics after the edits; what is retired or merged has none."""
    known = dict(names)
    for edit in in_force(edits):
        match edit.action:
            case Rename(theme, name):
                known[theme] = name
            case Split(_, into, name, _) | Promote(_, into, name, _):
                known[into] = name
            case Merge(theme, _) | Retire(theme):
                known.pop(theme, None)
    return known


def edited_ids(edits: Iterable[Edit]) -> dict[str, str]:
    """Where merged and promoted topics went, and "" for what is retired; for discovered topics."""
    places: dict[str, str] = {}
    for edit in in_force(edits):
        match edit.action:
            case Merge(theme, into) | Promote(theme, into, _, _):
                old, new = theme, into
            case Retire(theme):
                old, new = theme, ""
            case _:
                continue
        places = {key: new if value == old else value for key, value in places.items()} | {old: new}
    return places


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
        case Promote(_, theme, _, query):
            rows = [
                (hit.comment_id, hit.start, hit.end, stance_of(hit.comment_id, hit.start, hit.end))
                for hit in matches(query, _texts(comments, set(comments.index)))
            ]
            return _once(_with(table, comments, theme, rows))
        case Move():
            return _moved(table, edit.action, comments, stance_of)
        case _:
            return table


def _moved(table: pd.DataFrame, move: Move, comments: pd.DataFrame, stance_of: StanceOf) -> pd.DataFrame:
    """The table with one comment moved; a comment of another wave is not in it and changes nothing."""
    if move.comment_id not in comments.index:
        return table
    here = (table["comment_id"] == move.comment_id) & (table["theme"] == move.theme)
    if move.theme and not here.any():
        return table
    kept = table[~here]
    if not move.into:
        return kept
    start, end = 0, len(str(comments.loc[move.comment_id, "masked"]))
    if move.theme:
        start, end = int(table.loc[here, "start"].iloc[0]), int(table.loc[here, "end"].iloc[0])
    had = str(table.loc[here, "stance"].iloc[0]) if move.theme else stance_of(move.comment_id, start, end)
    return _once(_with(kept, comments, move.into, [(move.comment_id, start, end, move.stance or had)]))


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
