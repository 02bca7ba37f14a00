"""What a question asks for, by its wording."""

from __future__ import annotations

import pytest

from text_analysis.language.question import question_kind


@pytest.mark.parametrize(
    ("wording", "kind"),
    [
        ("Vad är viktigast att bevara?", "praise"),
        ("Vad är bra med din arbetsplats?", "praise"),
        ("Vad är du mest nöjd med?", "praise"),
        ("bevara", "praise"),
        ("What works well?", "praise"),
        ("Vad behöver förbättras?", "improvement"),
        ("Vad kan vi göra bättre?", "improvement"),
        ("Vad borde vi satsa på?", "suggestion"),
        ("Vilka förslag har du?", "suggestion"),
        ("forbattra", "improvement"),
        ("forslag", "suggestion"),
        ("Vad är du mindre nöjd med?", "fault"),
        ("Vad är dåligt på din arbetsplats?", "fault"),
        ("Vad är det största problemet?", "fault"),
        ("Vad är bra och vad är dåligt?", "open"),
        ("Övriga synpunkter", "open"),
        ("ovrigt", "open"),
        ("", "open"),
    ],
)
def test_the_wording_tells_what_is_asked_for(wording: str, kind: str) -> None:
    """Praise, faults, improvements and suggestions are told apart; both sides, or neither, is open."""
    assert question_kind(wording) == kind
