"""Names, types and keys of every table that travels between the steps, and the check of them.

A column whose name ends in nothing special holds what `records` says; `n_` are counts, `share` is
0–1, `enps` −100..100, index values are on the index's own scale (0–100, or 1–10 for the pulse).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from text_analysis.errors import REPORT, TableError

ALL: Final = "alla"  # a theme cell over every stance or every eNPS group

TEXT: Final = "str"
WHOLE: Final = "Int64"
NUMBER: Final = "Float64"
FLAG: Final = "boolean"


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table's columns with their pandas types, and the columns whose values are unique together."""

    name: str
    columns: Mapping[str, str]
    key: tuple[str, ...]

    def empty(self) -> pd.DataFrame:
        """The table without rows, with the right types."""
        return pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in self.columns.items()})


def check(table: pd.DataFrame, spec: TableSpec, *, extra: bool = False) -> pd.DataFrame:
    """The table with exactly the columns and types of its specification, in that order.

    Parameters
    ----------
    table : the table a step made.
    spec : what it should be.
    extra : keep further columns (the item columns of `RESPONDENTS`) after those of the specification.

    Raises
    ------
    TableError : a column is missing, unknown or of another type, or the key is not unique.
    """
    missing = [name for name in spec.columns if name not in table.columns]
    unknown = [] if extra else [str(name) for name in table.columns if name not in spec.columns]
    if missing or unknown:
        raise TableError(
            f"Tabellen {spec.name} har fel kolumner: saknas {missing}, okända {unknown}.",
            expected=", ".join(spec.columns),
            remedy=REPORT,
        )
    further = [name for name in table.columns if name not in spec.columns]
    try:
        typed = table[[*spec.columns, *further]].astype(dict(spec.columns))
    except (TypeError, ValueError) as error:
        raise TableError(f"Tabellen {spec.name} har värden av fel typ.", remedy=REPORT) from error
    if typed.duplicated(list(spec.key)).any():
        raise TableError(f"Tabellen {spec.name} har flera rader med samma nyckel.", remedy=REPORT)
    return typed.reset_index(drop=True)


UNIT: Final = {"wave": TEXT, "level": WHOLE, "unit": TEXT, "parent": TEXT}
UNIT_COLUMNS: Final = list(UNIT)
SPAN: Final = {"start": WHOLE, "end": WHOLE}  # of evidence in a text, code points, half-open
UNIT_KEY: Final = ("wave", "unit")

# What was read and coded -----------------------------------------------------------------------

RESPONDENTS: Final = TableSpec(
    "respondents",  # and one Float64 column per item key
    {"respondent_id": TEXT, "wave": TEXT, "unit": TEXT, "enps": WHOLE, "patient_contact": FLAG},
    ("respondent_id",),
)
SENT: Final = TableSpec("sent", {"wave": TEXT, "unit": TEXT, "sent": WHOLE}, ("wave", "unit"))
COMPARISONS: Final = TableSpec(
    "comparisons",  # index_key is an index key, "enps" or "response_rate" (a share)
    {"wave": TEXT, "unit": TEXT, "index_key": TEXT, "value": NUMBER},
    ("wave", "unit", "index_key"),
)
COMMENTS: Final = TableSpec(
    "comments",
    {
        "comment_id": TEXT,
        "respondent_id": TEXT,
        "wave": TEXT,
        "unit": TEXT,
        "enps_group": TEXT,  # empty if the respondent gave no score
        "question": TEXT,
        "text_hash": TEXT,  # of what was written: names the comment in every log
        "masked": TEXT,
        "content": FLAG,
        "language": TEXT,
        "review": FLAG,
        "reasons": TEXT,  # joined by "; "
        "quasi_score": WHOLE,
    },
    ("comment_id",),
)
ASSIGNMENTS: Final = TableSpec(
    "assignments",  # start and end point into the masked comment
    {"comment_id": TEXT, "respondent_id": TEXT, "theme": TEXT, "stance": TEXT, "score": NUMBER} | SPAN,
    ("comment_id", "theme"),
)

# Measures: every statistic, before the gate ------------------------------------------------------
ANSWERS, GIVEN = "svar", "angiven"  # `source`: the survey's own answers, or a value from outside, no counts

RESPONSE: Final = TableSpec(
    "response",
    UNIT
    | {
        "sent": WHOLE,
        "responses": WHOLE,
        "response_rate": NUMBER,
        "n_comments": WHOLE,  # free-text answers, non-answers too
        "n_writers": WHOLE,  # respondents with at least one comment with content
        "n_writers_without_theme": WHOLE,
        "source": TEXT,
    },
    UNIT_KEY,
)
ENPS: Final = TableSpec(
    "enps",
    UNIT
    | {
        "n": WHOLE,
        "kritiker": WHOLE,
        "passiva": WHOLE,
        "ambassadorer": WHOLE,
        "enps": NUMBER,
        "low": NUMBER,
        "high": NUMBER,
        "diff_previous": NUMBER,
        "diff_parent": NUMBER,
        "source": TEXT,
    },
    UNIT_KEY,
)
INDICES: Final = TableSpec(
    "indices",
    UNIT
    | {
        "index_key": TEXT,
        "n": WHOLE,
        "value": NUMBER,
        "low": NUMBER,
        "high": NUMBER,
        "diff_previous": NUMBER,
        "diff_parent": NUMBER,
        "source": TEXT,
    },
    (*UNIT_KEY, "index_key"),
)
DISTRIBUTION: Final = TableSpec(
    "distribution",  # n = respondents who answered the item, n_answer = those who chose this answer
    UNIT
    | {
        "index_key": TEXT,
        "item": TEXT,
        "answer": WHOLE,
        "n": WHOLE,
        "n_answer": WHOLE,
        "share": NUMBER,
    },
    (*UNIT_KEY, "item", "answer"),
)
THEMES: Final = TableSpec(
    "themes",  # n_writers = respondents with a comment with content in the unit and wave
    UNIT
    | {
        "theme": TEXT,
        "stance": TEXT,
        "enps_group": TEXT,
        "n_respondents": WHOLE,
        "n_writers": WHOLE,
        "share": NUMBER,
        "low": NUMBER,
        "high": NUMBER,
    },
    (*UNIT_KEY, "theme", "stance", "enps_group"),
)
PREVALENCE: Final = TableSpec(
    "prevalence",  # of the whole organisation: writers who would have the theme if a person read everything
    UNIT | {"theme": TEXT, "share": NUMBER, "low": NUMBER, "high": NUMBER},
    (*UNIT_KEY, "theme"),
)
LINKS: Final = TableSpec(
    "links",  # one row a theme and index the codebook ties it to; index_key empty where it ties to none
    UNIT
    | {
        "theme": TEXT,
        "n_with": WHOLE,  # writers with the theme who answered eNPS
        "n_without": WHOLE,  # other writers who answered eNPS
        "enps_with": NUMBER,
        "enps_without": NUMBER,
        "impact": NUMBER,  # the unit's eNPS minus what it is without the theme's writers
        "low": NUMBER,
        "high": NUMBER,
        "q_value": NUMBER,
        "index_key": TEXT,
        "n_index_with": WHOLE,
        "n_index_without": WHOLE,
        "index_with": NUMBER,
        "index_without": NUMBER,
    },
    (*UNIT_KEY, "theme", "index_key"),
)
QUOTES: Final = TableSpec(
    "quotes",  # candidates: every evidence clause that may be shown as far as the writer is concerned
    UNIT
    | {
        "comment_id": TEXT,
        "respondent_id": TEXT,
        "theme": TEXT,
        "stance": TEXT,
        "score": NUMBER,
        "text": TEXT,
        "held": FLAG,  # flagged for review: never released before a person has decided
    }
    | SPAN,
    (*UNIT_KEY, "comment_id", "theme"),
)
WHOLE_THEME, SUB_THEME, CANDIDATE = "tema", "deltema", "kandidat"  # kinds of topics
TOPICS: Final = TableSpec(
    "topics",  # of the whole organisation; theme is empty for a candidate
    UNIT
    | {
        "topic": TEXT,
        "kind": TEXT,  # tema, deltema, kandidat
        "theme": TEXT,
        "label": TEXT,
        "words": TEXT,
        "n_respondents": WHOLE,
        "n_theme": WHOLE,  # people of its theme
        "is_new": FLAG,  # not there in the wave before
        "x": NUMBER,  # place on the map, −1..1
        "y": NUMBER,
    },
    (*UNIT_KEY, "topic"),
)

# The release: what people see -------------------------------------------------------------------


def _released(spec: TableSpec, *drop: str) -> TableSpec:
    """The specification of a measures table as it is released: with status, without inner columns."""
    columns = {name: dtype for name, dtype in spec.columns.items() if name not in drop}
    head = {name: columns.pop(name) for name in UNIT}
    return TableSpec(spec.name, head | {"status": TEXT} | columns, spec.key)


RELEASED: Final[Mapping[str, TableSpec]] = {
    "response": _released(RESPONSE),
    "enps": _released(ENPS),
    "indices": _released(INDICES),
    "distribution": _released(DISTRIBUTION, "n", "n_answer"),
    "themes": _released(THEMES, "n_writers"),
    "threads": TableSpec(
        "threads",
        UNIT
        | {
            "status": TEXT,
            "kind": TEXT,  # missnojd, forslag, bevara
            "rank": WHOLE,
            "theme": TEXT,
            "n_respondents": WHOLE,
            "share": NUMBER,
        },
        (*UNIT_KEY, "kind", "rank"),
    ),
    "prevalence": TableSpec(
        "prevalence",  # rank_low to rank_high are the places the theme may have among those shown
        UNIT
        | {"status": TEXT, "theme": TEXT, "share": NUMBER, "low": NUMBER, "high": NUMBER}
        | {"rank_low": WHOLE, "rank_high": WHOLE},
        (*UNIT_KEY, "theme"),
    ),
    "links": _released(LINKS, "n_with", "n_without", "n_index_with", "n_index_without"),
    "quotes": TableSpec(
        "quotes",
        UNIT | {"status": TEXT, "theme": TEXT, "stance": TEXT, "text": TEXT} | SPAN,
        (*UNIT_KEY, "theme", "stance", "text"),
    ),
    "topics": _released(TOPICS, "n_theme"),
}
SHOWN: Final = "shown"
HIDDEN: Final = "hidden"
