"""Advice on the set of themes in words."""

from __future__ import annotations

from collections.abc import Mapping

from text_analysis.edits import Advice
from text_analysis.present.numbers import percent, whole
from text_analysis.present.translation import say

WORDS = {
    "many": "Kodboken har {n} teman. Så många är svåra att överblicka; slå ihop dem som liknar varandra.",
    "thin": "Färre än fem personer skrev om ”{first}”. Temat visas inte; behåll det om det behövs för "
    "trenden, slå annars ihop det med ett närliggande.",
    "overlap": "”{first}” och ”{second}” tas upp av nästan samma personer. "
    "Slå ihop dem eller skärp reglerna.",
    "vague": "Namnet ”{first}” säger inte vad temat handlar om. Ge det ett mer konkret namn.",
    "unplaced": "Bara {share} av dem som skrev har något tema. Se om någon av kandidaterna ska bli ett tema.",
}


def told(advice: Advice, names: Mapping[str, str]) -> str:
    """The advice as a sentence; `names` are those of the themes."""
    first, second = (*(names.get(theme, theme) for theme in advice.themes), "", "")[:2]
    values = {"first": first, "second": second, "n": whole(advice.figure), "share": percent(advice.figure, 0)}
    return say(WORDS[advice.kind], **values)
