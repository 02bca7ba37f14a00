"""Exports on their way in: files as tables with proposed mappings, and the analysis with its steps."""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from text_analysis.kept_mappings import keep_mappings
from text_analysis.own_lists import own_lists
from text_analysis.present.translation import say
from text_analysis.read import (
    ColumnPreview,
    Mapping,
    Proposal,
    RawTable,
    load_mapping,
    preview_columns,
    propose_mapping,
    read_table,
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
    """The uploaded file as a table with a proposal; read once per file and session.

    Raises
    ------
    TextAnalysisError : the file cannot be read.
    """
    data = file.getvalue()
    with st.spinner(say("Läser filen")):
        return _read(hashlib.sha256(data).hexdigest(), Path(file.name).name, name, data)


@st.cache_resource(max_entries=12, scope="session", show_spinner=False)
def _read(file_hash: str, file_name: str, name: str, _data: bytes) -> Upload:
    """The hash stands for the bytes, so that no answer becomes part of a key."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file_name
        path.write_bytes(_data)
        table = read_table(path)
    return Upload(table, propose_mapping(table, name=name), preview_columns(table))


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
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mappning.toml"
        path.write_bytes(file.getvalue())
        return load_mapping(path)


def analyse(survey: Survey, mappings: Sequence[Mapping]) -> str:
    """Analyse and release the survey while its steps and time are shown; its name, to link to.

    The mappings are kept with the survey, for the next wave.

    Raises
    ------
    TextAnalysisError : the analysis or the release is refused; nothing has been written.
    """
    from text_analysis import pipeline

    start = time.monotonic()
    with st.status(say("Analyserar"), expanded=True) as status:
        bar = st.progress(0.0)

        def show(step: str, share: float) -> None:
            bar.progress(share, text=f"{say(step)} ({time.monotonic() - start:.0f} s)")

        folder = survey_folder(slug_of(survey.name))
        pipeline.run(survey, folder, lists=own_lists(), progress=show)
        keep_mappings(folder, mappings)
        took = f"{time.monotonic() - start:.0f}"
        status.update(label=say("Klart på {n} sekunder", n=took), state="complete")
    return survey.name
