"""A survey whose comments are masked, and how it is kept: the raw text goes no further than here.

What is kept is enough to code, review and release the survey again without the export.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from text_analysis import tables
from text_analysis.anonymise import NameTokens, comment_hash, load_masker, mask_texts, name_tokens, settled
from text_analysis.errors import WorkspaceError
from text_analysis.records import (
    UNIT_SEPARATOR,
    Comment,
    Finding,
    Item,
    MaskedText,
    QuasiFlag,
    Rejection,
    Survey,
)
from text_analysis.tables import TableSpec, check

if TYPE_CHECKING:
    from text_analysis.anonymise import MaskLists

FACTS: Final = "survey.json"
COMMENTS: Final = "masked.jsonl"
_TABLES: Final = {"respondents": tables.RESPONDENTS, "sent": tables.SENT, "comparisons": tables.COMPARISONS}


@dataclass(frozen=True)
class MaskedSurvey:
    """A survey with masked comments; lists are in the order of `survey.comments`.

    Attributes
    ----------
    survey : the texts of its comments are the masked ones.
    masked : what was masked and what gives away; all places point into the masked text.
    hashes : hash of what was written (`anonymise.comment_hash`).
    names : the tokens of every masked name, as digests.
    """

    survey: Survey
    masked: tuple[MaskedText, ...] = field(repr=False)
    hashes: tuple[str, ...] = field(repr=False)
    names: NameTokens = field(repr=False)


def mask_survey(survey: Survey, lists: MaskLists | None = None) -> MaskedSurvey:
    """The survey with its comments masked; the names of its units are left as they are."""
    units = sorted(set(survey.respondents["unit"]))
    masker = load_masker(
        lists=lists, unit_names=[name for unit in units for name in unit.split(UNIT_SEPARATOR)]
    )
    texts = [comment.text for comment in survey.comments]
    found = mask_texts(texts, masker)
    masked = tuple(settled(text, result) for text, result in zip(texts, found, strict=True))
    return MaskedSurvey(
        survey=_with_texts(survey, masked),
        masked=masked,
        hashes=tuple(comment_hash(text) for text in texts),
        names=name_tokens(texts, found),
    )


def with_masked(survey: MaskedSurvey, masked: list[MaskedText]) -> MaskedSurvey:
    """The same survey with its masked texts as a reviewer has decided."""
    return replace(survey, survey=_with_texts(survey.survey, tuple(masked)), masked=tuple(masked))


def write_masked_survey(masked: MaskedSurvey, folder: Path) -> None:
    """Write what is to be kept into a folder that exists."""
    survey = masked.survey
    for name in _TABLES:
        getattr(survey, name).to_parquet(folder / f"{name}.parquet", index=False)
    facts = {
        "name": survey.name,
        "items": [asdict(item) for item in survey.items],
        "rejections": [asdict(rejection) for rejection in survey.rejections],
        "missing_answers": dict(survey.missing_answers),
        "n_rows": survey.n_rows,
        "sha256": survey.sha256,
        "name_digests": sorted(masked.names.names),
        "word_digests": sorted(masked.names.words),
    }
    (folder / FACTS).write_text(json.dumps(facts) + "\n", encoding="utf-8", newline="\n")
    with (folder / COMMENTS).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(row) + "\n" for row in _rows(masked))


def load_masked_survey(folder: Path) -> MaskedSurvey:
    """The survey kept in a folder.

    Raises
    ------
    WorkspaceError : a file is missing or is not what was written.
    """
    try:
        return _load(folder)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WorkspaceError(
            "Undersökningens sparade svar går inte att läsa.",
            where=folder.name,
            remedy="Läs in filen från enkätverktyget igen. Rättningar och beslut finns kvar.",
        ) from error


def _load(folder: Path) -> MaskedSurvey:
    facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
    with (folder / COMMENTS).open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    survey = Survey(
        name=facts["name"],
        items=tuple(Item(**{**item, "scale": tuple(item["scale"])}) for item in facts["items"]),
        comments=tuple(Comment(row["id"], row["by"], row["text"], row["question"]) for row in rows),
        rejections=tuple(Rejection(**rejection) for rejection in facts["rejections"]),
        missing_answers=facts["missing_answers"],
        n_rows=facts["n_rows"],
        sha256=facts["sha256"],
        **{name: _table(folder, name, spec) for name, spec in _TABLES.items()},
    )
    return MaskedSurvey(
        survey=survey,
        masked=tuple(_masked(row) for row in rows),
        hashes=tuple(row["hash"] for row in rows),
        names=NameTokens(frozenset(facts["name_digests"]), frozenset(facts["word_digests"])),
    )


def _table(folder: Path, name: str, spec: TableSpec) -> pd.DataFrame:
    return check(pd.read_parquet(folder / f"{name}.parquet"), spec, extra=True)


def _rows(kept: MaskedSurvey) -> Iterator[dict[str, object]]:
    for comment, masked, name in zip(kept.survey.comments, kept.masked, kept.hashes, strict=True):
        yield {
            "id": comment.id,
            "by": comment.respondent_id,
            "question": comment.question,
            "hash": name,
            "text": masked.text,
            "findings": [asdict(finding) for finding in masked.findings],
            "quasi": [asdict(flag) for flag in masked.quasi],
            "review": masked.review,
            "reasons": masked.reasons,
        }


def _masked(row: dict[str, Any]) -> MaskedText:
    return MaskedText(
        text=row["text"],
        findings=tuple(Finding(**finding) for finding in row["findings"]),
        quasi=tuple(QuasiFlag(**flag) for flag in row["quasi"]),
        review=row["review"],
        reasons=tuple(row["reasons"]),
    )


def _with_texts(survey: Survey, masked: tuple[MaskedText, ...]) -> Survey:
    pairs = zip(survey.comments, masked, strict=True)
    return replace(survey, comments=tuple(replace(comment, text=text.text) for comment, text in pairs))
