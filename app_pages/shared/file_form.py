"""The form of Läs in that describes the chosen files: what is open, and what each column means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from app_pages.shared import doubt_form, mapping_form, parts
from app_pages.shared.upload import Upload
from text_analysis.errors import TextAnalysisError
from text_analysis.present.translation import say
from text_analysis.read import Mapping, RawTable

Group = tuple[Upload, ...]  # files with the same columns


class Form(NamedTuple):
    """What the form holds: each file with its mapping, and what is left to answer."""

    described: list[tuple[RawTable, Mapping]]
    n_open: int
    sent: int | None
    is_sent: bool


def ask(
    groups: Sequence[Group], starts: Sequence[tuple[Mapping, bool]], error: TextAnalysisError | None
) -> Form:
    """The form with what is open and what each column means, and what it holds now."""
    described: list[tuple[RawTable, Mapping]] = []
    n_open = 0
    with st.form("mapping"):
        if error is not None and error.field not in mapping_form.FIELDS:
            parts.show_error(error)
        for group, (mapping, is_settled) in zip(groups, starts, strict=True):
            if len(groups) > 1:
                st.subheader(parts.plain(", ".join(one.table.file for one in group)), anchor=False)
            doubts = {doubt.text: doubt for one in group for doubt in one.proposal.doubts if not is_settled}
            settled = doubt_form.settle([*doubts.values()], mapping)
            n_open += settled.n_open
            key = f"{group[0].table.sha256[:8]}:{is_settled}"
            edited = mapping_form.edit(group, mapping, error, key=key)
            described += [(table, settled.added_to(own)) for table, own in edited]
        sent = st.number_input(say("Antal tillfrågade, om du vet"), min_value=0, value=0)
        mapping_form.beside("sent", error)
        is_sent = st.form_submit_button(say("Kontrollera"), type="primary")
    return Form(described, n_open, sent or None, is_sent)
