"""An export on its way in: the file as a table with its proposed mapping, and the analysis with its steps."""

from __future__ import annotations

import hashlib
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from text_analysis.read import Mapping, Proposal, RawTable, load_mapping, propose_mapping, read_table
from text_analysis.records import Survey
from text_analysis.workspace import slug_of, survey_folder


@dataclass(frozen=True)
class Upload:
    """A file as read, and what its columns seem to mean."""

    table: RawTable
    proposal: Proposal


def read_upload(file: UploadedFile, name: str) -> Upload:
    """The uploaded file as a table with a proposal; read once per file and session.

    Raises
    ------
    TextAnalysisError : the file cannot be read.
    """
    data = file.getvalue()
    return _read(hashlib.sha256(data).hexdigest(), Path(file.name).name, name, data)


@st.cache_resource(max_entries=2, scope="session", show_spinner="Läser filen")
def _read(file_hash: str, file_name: str, name: str, _data: bytes) -> Upload:
    """The hash stands for the bytes, so that no answer becomes part of a key."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file_name
        path.write_bytes(_data)
        table = read_table(path)
    return Upload(table, propose_mapping(table, name=name))


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


def analyse(survey: Survey) -> str:
    """Analyse and release the survey while its steps and time are shown; its name, to link to.

    Raises
    ------
    TextAnalysisError : the analysis or the release is refused; nothing has been written.
    """
    from text_analysis import pipeline

    start = time.monotonic()
    with st.status("Analyserar", expanded=True) as status:
        bar = st.progress(0.0)

        def show(step: str, share: float) -> None:
            bar.progress(share, text=f"{step} ({time.monotonic() - start:.0f} s)")

        pipeline.run(survey, survey_folder(slug_of(survey.name)), progress=show)
        status.update(label=f"Klart på {time.monotonic() - start:.0f} sekunder", state="complete")
    return survey.name
