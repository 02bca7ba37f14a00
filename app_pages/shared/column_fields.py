"""Fields in which a column of the file is chosen, with the reason for what is proposed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from app_pages.shared.upload import Upload
from text_analysis.present.translation import say

NONE = ""

Why = Callable[..., str | None]


def reasons_of(group: Sequence[Upload]) -> Why:
    """What the proposal rests on, for the columns of a field."""
    reasons = {header: told for upload in group for header, told in upload.proposal.reasons.items()}

    def why(*headers: str) -> str | None:
        told = [reasons[header] for header in headers if header in reasons]
        return say("Föreslaget därför att {why}", why="; ".join(dict.fromkeys(told))) if told else None

    return why


def one_column(label: str, headers: tuple[str, ...], chosen: str, why: Why, key: str) -> str:
    """One column, or empty for none."""
    options = [NONE, *headers]
    place = options.index(chosen) if chosen in options else 0
    return st.selectbox(
        label,
        options,
        place,
        format_func=lambda header: header or say("(ingen kolumn)"),
        help=why(chosen),
        key=key,
    )


def several_columns(
    label: str, headers: tuple[str, ...], chosen: Sequence[str], why: Why, key: str
) -> tuple[str, ...]:
    """Any number of columns, in the order they are chosen."""
    known = [header for header in chosen if header in headers]
    found = st.multiselect(label, headers, known, help=why(*known), placeholder=say("Välj kolumner"), key=key)
    return tuple(found)
