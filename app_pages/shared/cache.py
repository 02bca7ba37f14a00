"""Everything the app keeps between clicks, in one place; pages cache nothing themselves."""

from __future__ import annotations

import hashlib
from pathlib import Path

import streamlit as st

from text_analysis import review
from text_analysis.errors import WorkspaceError
from text_analysis.records import Released
from text_analysis.review import ReviewComment
from text_analysis.workspace import SurveyEntry, list_surveys


def surveys() -> tuple[SurveyEntry, ...]:
    """The analysed surveys of this computer."""
    return list_surveys()


def released(entry: SurveyEntry) -> Released:
    """The survey's release, read again only when its certificate has changed.

    Raises
    ------
    WorkspaceError : the release is missing or damaged.
    """
    return _load(str(entry.release_folder), _run_of(entry))


def comments_to_review(entry: SurveyEntry) -> tuple[ReviewComment, ...]:
    """What there is to review in the survey, found again only when it has been run again.

    Raises
    ------
    WorkspaceError : the survey has no files to review.
    """
    return _to_review(str(entry.folder), _run_of(entry))


def _run_of(entry: SurveyEntry) -> str:
    """What tells one run of a survey from another."""
    certificate = entry.release_folder / "certificate.json"
    if not certificate.exists():
        raise WorkspaceError(
            "Undersökningen finns inte längre.",
            where=entry.slug,
            remedy="Välj en annan undersökning på startsidan.",
        )
    return hashlib.sha256(certificate.read_bytes()).hexdigest()


@st.cache_resource(max_entries=4, show_spinner=False)
def _load(folder: str, certificate_hash: str) -> Released:
    """Shared between sessions and never changed: `present` only reads it."""
    from text_analysis.release import load_release

    return load_release(Path(folder))


@st.cache_resource(max_entries=2, show_spinner=False)
def _to_review(folder: str, certificate_hash: str) -> tuple[ReviewComment, ...]:
    """Shared as the release is; what people say of the comments is put to it afterwards."""
    return review.comments_to_review(Path(folder))
