"""Exports on their way in: files as tables with proposed mappings, and the analysis with its steps."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from app_pages.shared import steps
from text_analysis.kept_mappings import keep_mappings
from text_analysis.own_lists import own_lists
from text_analysis.present.translation import say
from text_analysis.read import (
    ColumnPreview,
    Mapping,
    Proposal,
    RawTable,
    parse_mapping,
    parse_table,
    preview_columns,
    propose_mapping,
)
from text_analysis.records import Survey
from text_analysis.workspace import slug_of, survey_folder


@dataclass(frozen=True)
class Upload:
    """A file as read, what its columns hold and what they seem to mean."""

    table: RawTable
    proposal: Proposal
    columns: tuple[ColumnPreview, ...]


def read_upload(file: UploadedFile, name: str) -> Upload:
    """The uploaded file as a table with a proposal; read once per file and session, and never on disk.

    Raises
    ------
    TextAnalysisError : the file cannot be read.
    """
    data = file.getvalue()
    file_hash, file_name = hashlib.sha256(data).hexdigest(), Path(file.name).name
    with st.spinner(say("Läser filen")):
        return _described(file_hash, file_name, name, _read(file_hash, file_name, data))


# The hash stands for the bytes, so that no answer becomes part of a key.
@st.cache_resource(max_entries=12, scope="session", show_spinner=False)
def _read(file_hash: str, file_name: str, _data: bytes) -> RawTable:
    return parse_table(_data, file_name)


@st.cache_resource(max_entries=12, scope="session", show_spinner=False)
def _described(file_hash: str, file_name: str, name: str, _table: RawTable) -> Upload:
    """Apart from the reading, which a survey under another name needs no more of."""
    return Upload(_table, propose_mapping(_table, name=name), preview_columns(_table))


def by_headers(uploads: Sequence[Upload]) -> tuple[tuple[Upload, ...], ...]:
    """The files in groups with the same columns, which one form can describe."""
    groups: dict[frozenset[str], tuple[Upload, ...]] = {}
    for upload in uploads:
        key = frozenset(upload.table.headers)
        groups[key] = (*groups.get(key, ()), upload)
    return tuple(groups.values())


def content_hash(uploads: Sequence[Upload]) -> str:
    """One hash for all the files, so that what was checked belongs to just them."""
    return " ".join(upload.table.sha256 for upload in uploads)


def read_mapping(file: UploadedFile) -> Mapping:
    """A saved mapping.

    Raises
    ------
    MappingError : the file is no mapping.
    """
    return parse_mapping(file.getvalue(), file.name)


def analyse(survey: Survey, mappings: Sequence[Mapping]) -> str:
    """Analyse and release the survey while its steps and time are shown; its name, to link to.

    The mappings are kept with the survey, for the next wave; the files as they were read are let go.

    Raises
    ------
    TextAnalysisError : the analysis or the release is refused; nothing has been written.
    """
    from text_analysis import pipeline

    folder = survey_folder(slug_of(survey.name))
    with steps.shown(say("Analyserar")) as show:
        pipeline.run(survey, folder, lists=own_lists(), progress=show)
        keep_mappings(folder, mappings)
        _read.clear()
        _described.clear()
    return survey.name
