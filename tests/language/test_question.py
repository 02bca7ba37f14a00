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
        ("Vad är du minst nöjd med?", "fault"),
        ("Vad är svårast i ditt arbete just nu?", "fault"),
        ("Vad stör dig mest?", "fault"),
        ("Vad tar mest energi?", "fault"),
        ("Vad skulle få dig att sluta?", "fault"),
        ("Vad har blivit sämre?", "fault"),
        ("Vad har blivit bättre?", "praise"),
        ("Vad ger dig energi på jobbet?", "praise"),
        ("Vad gör att du stannar?", "praise"),
        ("Vad saknar du på jobbet?", "improvement"),
        ("Vad är viktigast att arbeta vidare med?", "improvement"),
        ("Vad skulle göra störst skillnad?", "suggestion"),
        ("Vad skulle få dig att rekommendera oss?", "suggestion"),
        ("Vad skulle få dig att trivas bättre?", "suggestion"),
        ("Vad behöver du för att kunna göra ett bra jobb?", "suggestion"),
        ("Hur kan arbetsbelastningen bli rimligare?", "suggestion"),
        ("What would make the biggest difference?", "suggestion"),
        ("Hur trivs du på jobbet?", "open"),
        ("Känner du dig sedd och uppskattad?", "open"),
        ("Skulle du rekommendera oss? Varför, varför inte?", "open"),
        ("Vad har blivit bättre eller sämre det senaste året?", "open"),
        ("Vad gör att du trivs eller inte trivs?", "open"),
        ("Beskriv din arbetsplats med några ord", "open"),
        ("Vad är bra och vad är dåligt?", "open"),
        ("Övriga synpunkter", "open"),
        ("ovrigt", "open"),
        ("", "open"),
    ],
)
def test_the_wording_tells_what_is_asked_for(wording: str, kind: str) -> None:
    """Praise, faults, improvements and suggestions are told apart; both sides, or neither, is open."""
    assert question_kind(wording) == kind
