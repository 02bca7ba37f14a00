"""The sheet for a unit's own dialogue: the questions of the process, each with what the answers give it."""

from __future__ import annotations

from dataclasses import dataclass

from text_analysis.present.threads import thread_lists
from text_analysis.present.translation import say
from text_analysis.present.views import ThreadList
from text_analysis.records import Released

# The questions managers and safety representatives work through, from the region's process of 2025.
QUESTIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "bevara": (
        "Vad är viktigt att bevara?",
        (
            "Vad är vi nöjda med: goda resultat, tydliga förbättringar? Varför tror vi att det fungerar bra?",
            "Hur kan vi aktivt bevara och utveckla det?",
            "Kan vi ta med några lärdomar till andra områden?",
        ),
    ),
    "missnojd": (
        "Vad behöver förbättras och åtgärdas?",
        (
            "Är det något i resultatet vi behöver hantera för en bättre arbetsmiljö och arbetssituation?",
            "Finns det något i resultatet som visar på risk för ohälsa?",
            "Vad kan vi påverka på vår nivå? Hur kan vi eliminera, minimera eller hantera risker?",
        ),
    ),
    "forslag": (
        "Finns behov som behöver lyftas till övergripande nivå?",
        (
            "Saknas resurser för att vidta någon åtgärd som vi ser som viktig?",
            "Saknas befogenheter för att genomföra något vi ser som viktigt?",
            "Har vi behov som berör fler enheter än vår egen och som behöver lyftas?",
        ),
    ),
}
FIELDS = ("Åtgärd", "Ansvarig", "Klart senast", "Följs upp")


@dataclass(frozen=True, slots=True)
class DialoguePart:
    """One heading of the sheet: its questions, and the threads of the unit that belong to it."""

    key: str
    title: str
    questions: tuple[str, ...]
    threads: ThreadList


def dialogue(released: Released, wave: str, unit: str) -> tuple[DialoguePart, ...]:
    """The sheet's parts in the order of the process: keep, improve, raise."""
    lists = {listed.kind: listed for listed in thread_lists(released, wave, unit)}
    return tuple(
        DialoguePart(kind, say(title), tuple(say(question) for question in questions), lists[kind])
        for kind, (title, questions) in QUESTIONS.items()
    )
