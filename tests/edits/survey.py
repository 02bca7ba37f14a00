"""A small coded survey for the tests of edits."""

from __future__ import annotations

import pandas as pd

from text_analysis import tables
from text_analysis.edits import Action, Edit
from text_analysis.records import Stance
from text_analysis.tables import check

TEXTS = {
    "c1": "Delade turer varje helg",
    "c2": "Lönen är låg och chefen syns aldrig",
    "c3": "Bilpoolen står alltid tom när vi ska ut",
    "c4": "Boka bilar i poolen tar en timme",
    "c5": "Jag byter ofta pass med kort varsel",
}


def hashed(comment_id: str) -> str:
    """The hash that names a comment in the log."""
    return f"hash of {comment_id}"


def comments() -> pd.DataFrame:
    """Five comments by five people."""
    rows = [
        {
            "comment_id": name,
            "respondent_id": f"r{name[1:]}",
            "wave": "2023-05",
            "unit": "Kommunen",
            "enps_group": "kritiker",
            "question": "",
            "text_hash": hashed(name),
            "masked": text,
            "content": True,
            "language": "sv",
            "review": False,
            "reasons": "",
            "quasi_score": 0,
        }
        for name, text in TEXTS.items()
    ]
    return check(pd.DataFrame(rows), tables.COMMENTS)


def assignments() -> pd.DataFrame:
    """What the coder found in them."""
    rows = [
        ("c1", "schema_arbetstid", "negativ", 0.9, 0, 23),
        ("c2", "lon_formaner", "negativ", 0.9, 0, 12),
        ("c2", "narmaste_chef", "negativ", 0.8, 17, 35),
        ("c5", "schema_arbetstid", "neutral", 0.6, 0, 35),
    ]
    table = pd.DataFrame(rows, columns=["comment_id", "theme", "stance", "score", "start", "end"])
    return check(table.assign(respondent_id="r" + table["comment_id"].str[1:]), tables.ASSIGNMENTS)


def logged(*actions: Action) -> list[Edit]:
    """The actions as the log would give them."""
    return [
        Edit(number, "2026-11-22T09:00:00+01:00", "Kim", action, {})
        for number, action in enumerate(actions, 1)
    ]


def negative(comment_id: str, theme: str, start: int, end: int) -> Stance:
    """A stance for every span."""
    return "negativ"


def themes_of(table: pd.DataFrame) -> dict[str, list[str]]:
    """The themes of each comment, in alphabetical order."""
    return {str(name): sorted(part["theme"]) for name, part in table.groupby("comment_id")}
