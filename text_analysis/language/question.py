"""What the wording of a question asks for: praise, faults, improvements, suggestions, or anything.

To "what needs to be improved?" people answer with complaints and with wishes, to "what do you suggest?"
mostly with wishes, so the two are kept apart.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

QuestionKind = Literal["praise", "fault", "improvement", "suggestion", "open"]
KINDS: Final[tuple[QuestionKind, ...]] = ("praise", "fault", "improvement", "suggestion", "open")

# Tried in this order within a wording; a wording that asks for both praise and faults is open.
_FAULT: Final = re.compile(
    r"\b(?:mindre (?:bra|nöjd|väl)\w*|dålig\w*|sämre|sämst\w*|missnöj\w*|problem\w*|hinder|hindrar|"
    r"svår\w*|saknar|saknas|stör\w*|"
    r"bekymmer|brister|utmaning\w*|kritik|negativ\w*|inte (?:fungerar|bra)|fungerar inte|fungerar mindre|"
    r"oroar|stress\w*|tungt|"
    r"tyngst|slippa|worst|bad|negative|problem\w*|dislike|difficult|challeng\w*|missing)\b"
)
_IMPROVEMENT: Final = re.compile(
    r"\b(?:f[öo]rb[äa]ttr\w*|utveckla\w*|bli bättre|göra\w* bättre|fungera\w* bättre|lyfta|improve\w*|"
    r"better)\b"
)
_SUGGESTION: Final = re.compile(
    r"\b(?:f[öo]rslag\w*|föreslå\w*|ändra\w*|förändra\w*|satsa\w*|önska\w*|önskar|vill du (?:se|ha)|"
    r"borde|bör|"
    r"behövs?|behöver|kan (?:vi|arbetsgivaren|chefen) göra|göra (?:mer|annorlunda)|ta bort|börja|"
    r"prioritera\w*|"
    r"suggest\w*|change\w*|start|wish\w*|should|need\w*|idéer|tips)\b"
)
_PRAISE: Final = re.compile(
    r"\b(?:bevara\w*|behålla\w*|(?<!mindre )bra|bäst\w*|(?<!mindre )nöjd\w*|styrk\w*|positiv\w*|"
    r"uppskatta\w*|fungerar (?:bra|väl)|"
    r"trivs|stolt\w*|glad\w*|gläd\w*|vara rädd om|slå vakt|fortsätta|värdesätt\w*|gott|keep\w*|"
    r"preserve\w*|good|best|strength\w*|"
    r"proud|like|appreciate|positive|works well)\b"
)
_KEEP: Final = re.compile(r"(?:vad|vilka) .{0,30}(?:bevara|behålla)")
_BETTER: Final = re.compile(r"\b(?:bli (?:ännu )?bättre|ännu bättre|bättre|bli bra|better)\b")


@lru_cache(maxsize=1000)
def question_kind(wording: str) -> QuestionKind:
    """What a question asks for, by its wording; "open" if empty or if it asks for both sides.

    >>> [question_kind(w) for w in ("Vad är bra med din arbetsplats?", "Vad behöver förbättras?", "Övrigt")]
    ['praise', 'improvement', 'open']
    """
    text = " ".join(wording.lower().replace("_", " ").split())
    improvement, fault = bool(_IMPROVEMENT.search(text)), bool(_FAULT.search(text))
    suggestion = bool(_SUGGESTION.search(text))
    praise = bool(_PRAISE.search(_BETTER.sub(" ", text)))
    if praise and (suggestion or fault or improvement):
        return "praise" if _KEEP.match(text) and not (fault or improvement) else "open"
    kinds: tuple[tuple[bool, QuestionKind], ...] = (
        (praise, "praise"),
        (fault, "fault"),
        (improvement, "improvement"),
        (suggestion, "suggestion"),
    )
    return next((kind for found, kind in kinds if found), "open")
