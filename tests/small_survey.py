"""Surveys of a few made-up respondents, for tests of the measures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd
from hypothesis import settings

from text_analysis import tables
from text_analysis.index_values import enps_groups
from text_analysis.instruments import load_instruments
from text_analysis.records import Item, Survey

# every example makes tables, which takes milliseconds; the first one imports as well
FEW = settings(max_examples=25)

Row = Mapping[str, object]


def items_of(*index_keys: str) -> tuple[Item, ...]:
    """The instruments' items of these indices."""
    return tuple(item for item in load_instruments().items if item.index_key in index_keys)


def survey_of(
    rows: Sequence[Row],
    *,
    items: Sequence[Item] = (),
    sent: Iterable[tuple[str, str, int]] = (),
    comparisons: Iterable[tuple[str, str, str, float]] = (),
) -> Survey:
    """A survey; a row may give unit, wave, enps, patient_contact and answers by item key."""
    plain = {"wave": "2025", "unit": "R", "enps": pd.NA, "patient_contact": pd.NA}
    answers = {item.key: pd.NA for item in items}
    people = [{"respondent_id": f"p{i}"} | plain | answers | dict(row) for i, row in enumerate(rows)]
    respondents = tables.check(pd.DataFrame(people), tables.RESPONDENTS, extra=True)
    return Survey(
        name="Provundersökning",
        respondents=respondents.astype(dict.fromkeys(answers, "Float64")),
        items=tuple(items),
        comments=(),
        sent=_table(sent, tables.SENT),
        comparisons=_table(comparisons, tables.COMPARISONS),
        rejections=(),
        missing_answers={},
        n_rows=len(rows),
        sha256="",
    )


def comments_of(survey: Survey, rows: Sequence[Row]) -> pd.DataFrame:
    """Comments by respondent number `by`; a row may give content, masked, review and quasi_score."""
    who = survey.respondents.assign(enps_group=enps_groups(survey.respondents["enps"]))
    plain = {"question": "", "text_hash": "", "masked": "Bra schema.", "content": True}
    plain |= {"language": "sv", "review": False}
    made = []
    for i, row in enumerate(rows):
        person = who.iloc[row["by"]]
        known = {name: person[name] for name in ("respondent_id", "wave", "unit", "enps_group")}
        given = {name: value for name, value in row.items() if name in tables.COMMENTS.columns}
        made.append({"comment_id": f"c{i}", "reasons": "", "quasi_score": 0} | known | plain | given)
    return _table([tuple(row[name] for name in tables.COMMENTS.columns) for row in made], tables.COMMENTS)


def assignments_of(comments: pd.DataFrame, rows: Sequence[tuple[int, str, str]]) -> pd.DataFrame:
    """Assignments of comment number, theme and stance; the evidence is the comment's first word."""
    who = comments["respondent_id"]
    made = [(f"c{i}", who[i], theme, stance, 0.9, 0, 3) for i, theme, stance in rows]
    return _table(made, tables.ASSIGNMENTS)


def row_of(table: pd.DataFrame, **where: object) -> pd.Series:
    """The only row with these values."""
    chosen = np.logical_and.reduce([table[name] == value for name, value in where.items()])
    (row,) = (row for _, row in table[chosen].iterrows())
    return row


def _table(rows: Iterable[tuple[object, ...]], spec: tables.TableSpec) -> pd.DataFrame:
    given = list(rows)
    return tables.check(pd.DataFrame(given, columns=list(spec.columns)), spec) if given else spec.empty()
