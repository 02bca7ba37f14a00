"""The folder of a small survey as the pipeline leaves it for review, with made-up comments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from tests.small_survey import survey_of
from text_analysis import tables
from text_analysis.anonymise import NameTokens
from text_analysis.discover import Topic, Topics
from text_analysis.masked_survey import MaskedSurvey, write_masked_survey
from text_analysis.records import Comment, MaskedText, QuasiFlag
from text_analysis.survey_topics import SurveyTopics, write_survey_topics

SCHEDULE, PAY, CHIEF = "schema_arbetstid", "lon_formaner", "narmaste_chef"
# Text, why the masking is unsure, spans that may point somebody out, and labels: theme, stance, score.
GIVEAWAY = ("Jag är enda kuratorn.", "Kan peka ut någon: roll", (QuasiFlag(7, 20, "roll", 1),), ())
UNSURE = ("Lönen är låg och schemat är trist.", "", (), ((PAY, "negativ", 0.45), (SCHEDULE, "negativ", 0.9)))
SURE = ("Schemat kommer sent.", "", (), ((SCHEDULE, "negativ", 0.95),))
LESS = ("Schemat kan bli bättre.", "", (), ((SCHEDULE, "negativ", 0.4),))
RARE = ("Chefen vet.", "", (), ((CHIEF, "negativ", 0.35),))
POOL = Topic("kandidat.2", "", 6, ("bilpoolen", "laddning"), "Bilpoolen och laddning", ("c1",), (0.1, 0.2))
EVENINGS = Topic("schema_arbetstid.1", SCHEDULE, 5, ("kvällen",), "Kvällen", ("c2",), (0.3, 0.1))
TOPICS = Topics((POOL,), (EVENINGS,), (), (), (SCHEDULE, PAY), 2)

Row = tuple[str, str, tuple[QuasiFlag, ...], tuple[tuple[str, str, float], ...]]


def survey_folder(folder: Path, *, n_sure: int = 6) -> Path:
    """Six comments to look at or not: one giveaway, some the coder is unsure of, and many it is sure of."""
    pay = ("Lönen.", "", (), ((PAY, "negativ", 0.9),))
    return written(folder, [GIVEAWAY, UNSURE, LESS, RARE, *[SURE] * n_sure, *[pay] * 4])


def written(folder: Path, rows: Sequence[Row]) -> Path:
    """The folder with these comments, one of each respondent."""
    internal = folder / "internal"
    internal.mkdir(parents=True)
    masked = tuple(MaskedText(text, quasi=quasi, review=bool(why), reasons=(why,) if why else ())
                   for text, why, quasi, _ in rows)  # fmt: skip
    hashes = tuple(f"hash{number:03}" for number in range(len(rows)))
    survey = survey_of([{"enps": 5}] * len(rows))
    object.__setattr__(survey, "comments", tuple(
        Comment(f"c{number}", f"p{number}", row[0]) for number, row in enumerate(rows)))  # fmt: skip
    write_masked_survey(MaskedSurvey(survey, masked, hashes, NameTokens(frozenset(), frozenset())), internal)
    _comments(rows, hashes).to_parquet(internal / "comments.parquet", index=False)
    for name in ("coded", "assignments"):
        _coded(rows).to_parquet(internal / f"{name}.parquet", index=False)
    write_survey_topics(SurveyTopics(TOPICS), {"2025"}, internal)
    return folder


def _comments(rows: Sequence[Row], hashes: Sequence[str]) -> pd.DataFrame:
    made: list[Mapping[str, object]] = [
        {
            "comment_id": f"c{number}", "text_hash": name, "respondent_id": f"p{number}", "wave": "2025",
            "unit": "R", "enps_group": "kritiker", "question": "Vad behöver förbättras?", "masked": row[0],
            "content": True, "language": "sv", "review": bool(row[1]), "reasons": row[1], "quasi_score": 0,
        }
        for number, (row, name) in enumerate(zip(rows, hashes, strict=True))
    ]  # fmt: skip
    return tables.check(pd.DataFrame(made), tables.COMMENTS)


def _coded(rows: Sequence[Row]) -> pd.DataFrame:
    made = [
        (f"c{number}", f"p{number}", theme, stance, score, 0, 5)
        for number, row in enumerate(rows)
        for theme, stance, score in row[3]
    ]
    return tables.check(pd.DataFrame(made, columns=list(tables.ASSIGNMENTS.columns)), tables.ASSIGNMENTS)
