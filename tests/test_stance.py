"""What a question asks for, by its wording."""

from __future__ import annotations

import pytest

from text_analysis.stance.question import question_kind


@pytest.mark.parametrize(
    ("wording", "kind"),
    [
        ("Vad är viktigast att bevara?", "praise"),
        ("Vad är bra med din arbetsplats?", "praise"),
        ("Vad är du mest nöjd med?", "praise"),
        ("bevara", "praise"),
        ("What works well?", "praise"),
        ("Vad behöver förbättras?", "suggestion"),
        ("Vad kan vi göra bättre?", "suggestion"),
        ("Vad borde vi satsa på?", "suggestion"),
        ("Vilka förslag har du?", "suggestion"),
        ("forbattra", "suggestion"),
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
    """Praise, faults and suggestions are told apart; both sides, or neither, is open."""
    assert question_kind(wording) == kind
