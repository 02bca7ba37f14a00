"""The order of the steps and nothing else: a survey in, an analysis out, a release on disk."""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from text_analysis import __version__, indices, link, tables
from text_analysis.anonymise import leaked_names, load_masker, mask_texts, name_tokens
from text_analysis.codebook import load_codebook
from text_analysis.coding import CodedText, code_texts
from text_analysis.instruments import load_instruments
from text_analysis.model_store import load_coder, model_hash
from text_analysis.places import DATA, ROOT
from text_analysis.records import Analysis, MaskedText, Measures, Released, Survey
from text_analysis.settings import Settings
from text_analysis.tables import check

if TYPE_CHECKING:
    from text_analysis.anonymise import MaskLists, NameTokens

Progress = Callable[[str, float], None]


def silent(step: str, share: float) -> None:
    """Progress for callers that show none."""


def analyse(
    survey: Survey,
    *,
    settings: Settings | None = None,
    lists: MaskLists | None = None,
    progress: Progress = silent,
) -> Analysis:
    """The coded survey with every statistic, for HR's own computer; nothing in it is released.

    Parameters
    ----------
    survey : what `read` made of the files.
    settings : limits named in the certificate; the defaults if not given.
    lists : the organisation's names to mask, names and systems to leave.
    progress : called with a Swedish step name and the share done, 0–1.
    """
    progress("Avidentifierar kommentarer", 0.05)
    units = sorted(set(survey.respondents["unit"]))
    masker = load_masker(lists=lists, unit_names=[name for unit in units for name in unit.split(" > ")])
    masked = mask_texts([comment.text for comment in survey.comments], masker)
    progress("Kodar kommentarer i teman", 0.25)
    questions = [comment.question for comment in survey.comments]
    coded = code_texts([text.text for text in masked], questions, coder=load_coder())
    comments, assignments = _comment_table(survey, masked, coded), _assignment_table(survey, coded)
    names = name_tokens([comment.text for comment in survey.comments], masked)
    progress("Räknar index och kopplingar", 0.5)
    return Analysis(
        name=survey.name,
        comments=comments,
        assignments=assignments,
        measures=_measure(survey, comments, assignments, names),
        certificate=_certificate(survey, comments, settings or Settings()),
    )


def publish(
    analysis: Analysis, folder: Path, *, settings: Settings | None = None, progress: Progress = silent
) -> Released:
    """Release the analysis into `folder`/release and keep the masked comments in `folder`/internal.

    Raises
    ------
    ReleaseRefusedError : the release would show what must not be shown; nothing is written.
    """
    from text_analysis.release import release, write_release

    progress("Prövar vad som får visas", 0.7)
    released = release(
        analysis.name,
        analysis.measures,
        settings=settings or Settings(),
        codebook=load_codebook(),
        certificate=analysis.certificate,
    )
    progress("Sparar", 0.95)
    _write_internal(analysis, folder / "internal")
    write_release(released, folder / "release")
    progress("Klart", 1.0)
    return released


def _measure(
    survey: Survey, comments: pd.DataFrame, assignments: pd.DataFrame, names: NameTokens
) -> Measures:
    codebook, instruments = load_codebook(), load_instruments()
    return Measures(
        response=indices.measure_response(survey, _writers(comments, assignments)),
        enps=indices.measure_enps(survey),
        indices=indices.measure_indices(survey, instruments),
        distribution=indices.measure_distribution(survey, instruments),
        themes=link.measure_themes(survey, comments, assignments),
        links=link.measure_links(survey, comments, assignments, codebook),
        quotes=_held_if_named(link.measure_quotes(survey, comments, assignments), names),
    )


def _held_if_named(quotes: pd.DataFrame, names: NameTokens) -> pd.DataFrame:
    """The quotes, those held back that name somebody whose name was masked in another comment."""
    named = {leak.output for leak in leaked_names(quotes["text"], names)}
    return quotes.assign(held=quotes["held"] | quotes.index.isin(named))


def _writers(comments: pd.DataFrame, assignments: pd.DataFrame) -> pd.DataFrame:
    """Respondents who wrote something: number of comments, any with content, any with a theme."""
    with_theme = comments["comment_id"].isin(set(assignments["comment_id"]))
    return (
        comments.assign(has_theme=with_theme)
        .groupby("respondent_id", as_index=False, sort=True)
        .agg(n_comments=("comment_id", "size"), content=("content", "any"), has_theme=("has_theme", "any"))
    )


def _comment_table(survey: Survey, masked: Sequence[MaskedText], coded: Sequence[CodedText]) -> pd.DataFrame:
    comments = pd.DataFrame(
        {
            "comment_id": [comment.id for comment in survey.comments],
            "respondent_id": [comment.respondent_id for comment in survey.comments],
            "question": [comment.question for comment in survey.comments],
            "masked": [text.text for text in masked],
            "content": [code.cleaned.content for code in coded],
            "language": [code.cleaned.language for code in coded],
            "review": [text.review for text in masked],
            "reasons": ["; ".join(text.reasons) for text in masked],
            "quasi_score": [sum(flag.score for flag in text.quasi) for text in masked],
        }
    )
    who = survey.respondents[["respondent_id", "wave", "unit"]].assign(
        enps_group=indices.enps_groups(survey.respondents["enps"])
    )
    return check(comments.merge(who, on="respondent_id", how="left", validate="many_to_one"), tables.COMMENTS)


def _assignment_table(survey: Survey, coded: Sequence[CodedText]) -> pd.DataFrame:
    rows = [
        {"comment_id": comment.id, "respondent_id": comment.respondent_id} | asdict(label)
        for comment, code in zip(survey.comments, coded, strict=True)
        for label in code.labels
    ]
    return check(pd.DataFrame(rows, columns=[*tables.ASSIGNMENTS.columns]), tables.ASSIGNMENTS)


def _certificate(survey: Survey, comments: pd.DataFrame, settings: Settings) -> Mapping[str, object]:
    """What made these figures and what was left out; no clock and no machine in it, so it can be repeated."""
    languages = comments["language"].value_counts().sort_index()
    return {
        "name": survey.name,
        "made_from": made_from(survey.sha256, settings),
        "product": __version__,
        "input_sha256": survey.sha256,
        "model_sha256": model_hash(),
        "codebook_version": load_codebook().version,
        "settings": asdict(settings),
        "rows": survey.n_rows,
        "respondents": len(survey.respondents),
        "left_out": dict(sorted(Counter(rejection.reason for rejection in survey.rejections).items())),
        "missing_answers": sum(survey.missing_answers.values()),
        "comments": len(comments),
        "non_answers": int((~comments["content"]).sum()),
        "languages": {str(language): int(n) for language, n in languages.items()},
        "for_review": int(comments["review"].sum()),
    }


def made_from(input_sha256: str, settings: Settings) -> str:
    """One hash over everything that decides the figures: input, settings, model, data files and code."""
    digest = hashlib.sha256(f"{input_sha256}{sorted(asdict(settings).items())}{model_hash()}".encode())
    for path in sorted([*DATA.glob("*.yaml"), *(ROOT / "text_analysis").rglob("*.py")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _write_internal(analysis: Analysis, folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, mode=0o700)
    analysis.comments.to_parquet(folder / "comments.parquet", index=False)
    analysis.assignments.to_parquet(folder / "assignments.parquet", index=False)
