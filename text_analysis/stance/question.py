"""What the wording of a question asks for: praise, faults, suggestions, or anything."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

QuestionKind = Literal["praise", "fault", "suggestion", "open"]
KINDS: Final[tuple[QuestionKind, ...]] = ("praise", "fault", "suggestion", "open")

# Tried in this order within a wording; a wording that asks for both praise and faults is open.
_FAULT: Final = re.compile(
    r"\b(?:mindre (?:bra|nöjd|väl)\w*|dålig\w*|sämre|sämst\w*|missnöj\w*|problem\w*|hinder|hindrar|"
    r"svår\w*|saknar|saknas|stör\w*|"
    r"bekymmer|brister|utmaning\w*|kritik|negativ\w*|inte (?:fungerar|bra)|fungerar inte|fungerar mindre|"
    r"oroar|stress\w*|tungt|"
    r"tyngst|slippa|worst|bad|negative|problem\w*|dislike|difficult|challeng\w*|missing)\b"
)
_SUGGESTION: Final = re.compile(
    r"\b(?:f[öo]rb[äa]ttr\w*|förslag\w*|f[öo]rslag\w*|föreslå\w*|ändra\w*|förändra\w*|utveckla\w*|"
    r"satsa\w*|önska\w*|önskar|"
    r"vill du (?:se|ha)|borde|bör|behövs?|behöver|kan (?:vi|arbetsgivaren|chefen) göra|göra (?:mer|"
    r"annorlunda|bättre)|bli bättre|"
    r"ta bort|börja|prioritera\w*|improve\w*|suggest\w*|change\w*|better|start|wish\w*|should|need\w*|"
    r"idéer|tips|lyfta)\b"
)
_PRAISE: Final = re.compile(
    r"\b(?:bevara\w*|behålla\w*|(?<!mindre )bra|bäst\w*|(?<!mindre )nöjd\w*|styrk\w*|positiv\w*|"
    r"uppskatta\w*|fungerar (?:bra|väl)|"
    r"trivs|stolt\w*|glad\w*|gläd\w*|vara rädd om|slå vakt|fortsätta|värdesätt\w*|gott|keep\w*|"
    r"preserve\w*|good|best|strength\w*|"
    r"proud|like|appreciate|positive|works well)\b"
)
_BETTER: Final = re.compile(r"\b(?:bli (?:ännu )?bättre|ännu bättre|bättre|bli bra|better)\b")


@lru_cache(maxsize=1000)
def question_kind(wording: str) -> QuestionKind:
    """What a question asks for, by its wording; "open" if empty or if it asks for both sides.

    >>> [question_kind(w) for w in ("Vad är bra med din arbetsplats?", "Vad behöver förbättras?", "Övrigt")]
    ['praise', 'suggestion', 'open']
    """
    text = " ".join(wording.lower().replace("_", " ").split())
    suggestion, fault = bool(_SUGGESTION.search(text)), bool(_FAULT.search(text))
    praise = bool(_PRAISE.search(_BETTER.sub(" ", text)))
    if praise and not (suggestion or fault):
        return "praise"
    if praise:
        return (
            "praise" if re.match(r"(?:vad|vilka) .{0,30}(?:bevara|behålla)", text) and not fault else "open"
        )
    if fault:
        return "fault"
    return "suggestion" if suggestion else "open"
