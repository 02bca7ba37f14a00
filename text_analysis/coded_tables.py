"""Masked and coded comments as the tables that the statistics are made of, and how they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pandas as pd

from text_analysis import tables
from text_analysis.errors import WorkspaceError
from text_analysis.index_values import enps_groups
from text_analysis.masked_survey import MaskedSurvey
from text_analysis.tables import check

if TYPE_CHECKING:
    from text_analysis.coding import CodedText
    from text_analysis.records import Analysis

# Kept in `internal`: the comments after review, the coder's assignments, and what the edits made of them.
KEPT: Final = {"comments": tables.COMMENTS, "coded": tables.ASSIGNMENTS, "assignments": tables.ASSIGNMENTS}


def comment_table(masked: MaskedSurvey, coded: Sequence[CodedText]) -> pd.DataFrame:
    """Table `tables.COMMENTS`: what each comment says of its writer, its content and its review."""
    survey, texts = masked.survey, masked.masked
    comments = pd.DataFrame(
        {
            "comment_id": [comment.id for comment in survey.comments],
            "respondent_id": [comment.respondent_id for comment in survey.comments],
            "question": [comment.question for comment in survey.comments],
            "text_hash": masked.hashes,
            "masked": [text.text for text in texts],
            "content": [code.cleaned.content for code in coded],
            "language": [code.cleaned.language for code in coded],
            "review": [text.review for text in texts],
            "reasons": ["; ".join(text.reasons) for text in texts],
            "quasi_score": [sum(flag.score for flag in text.quasi) for text in texts],
        }
    )
    who = survey.respondents[["respondent_id", "wave", "unit"]].assign(
        enps_group=enps_groups(survey.respondents["enps"])
    )
    return check(comments.merge(who, on="respondent_id", how="left", validate="many_to_one"), tables.COMMENTS)


def assignment_table(masked: MaskedSurvey, coded: Sequence[CodedText]) -> pd.DataFrame:
    """Table `tables.ASSIGNMENTS`: one row a comment and theme, as the coder made them."""
    rows = [
        {"comment_id": comment.id, "respondent_id": comment.respondent_id} | asdict(label)
        for comment, code in zip(masked.survey.comments, coded, strict=True)
        for label in code.labels
    ]
    return check(pd.DataFrame(rows, columns=[*tables.ASSIGNMENTS.columns]), tables.ASSIGNMENTS)


def writer_table(comments: pd.DataFrame, assignments: pd.DataFrame) -> pd.DataFrame:
    """Respondents who wrote something: number of comments, any with content, any with a theme."""
    with_theme = comments["comment_id"].isin(set(assignments["comment_id"]))
    return (
        comments.assign(has_theme=with_theme)
        .groupby("respondent_id", as_index=False, sort=True)
        .agg(n_comments=("comment_id", "size"), content=("content", "any"), has_theme=("has_theme", "any"))
    )


def write_coded(analysis: Analysis, folder: Path) -> None:
    """Keep the tables of an analysis in a folder that exists."""
    for name in KEPT:
        getattr(analysis, name).to_parquet(folder / f"{name}.parquet", index=False)


def read_coded(folder: Path, name: str) -> pd.DataFrame:
    """A kept table, by its name in `KEPT`.

    Raises
    ------
    WorkspaceError : the folder has no such table.
    """
    path = folder / f"{name}.parquet"
    if not path.exists():
        raise WorkspaceError(
            "Undersökningen saknar sparade kommentarer.", where=path.name, remedy="Analysera den igen."
        )
    return check(pd.read_parquet(path), KEPT[name])
