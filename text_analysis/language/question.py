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

# Tried first, in this order; what no pattern of these tells is weighed word by word.
_WHOLE: Final[tuple[tuple[QuestionKind, re.Pattern[str]], ...]] = (
    (  # "how do you like it here?" and "do you feel appreciated?" take any answer
        "open",
        re.compile(
            r"^(?:\w+: )?(?:hur (?!kan|ska|skulle|får|gör)"
            r"|(?:känner|upplever|får|är|trivs|tycker|mår|skulle) (?:du|ni)\b"
            r"|har (?:du|ni) (?:det|den|de)\b|how (?!can|could)|do you|are you"
            r"|beskriv (?:kort|med|din|hur))\b"
            r"|\b(?:eller|och) (?:inte|sämre|mindre)\b|beskriver din|du beskriva|lyfta fram"
        ),
    ),
    (
        "fault",
        re.compile(
            r"\bdig att (?:\w+ )?(?:sluta|lämna|säga upp|byta)\b|\btar (?:\w+ )?(?:energi|kraft|tid)\w*"
            r"|\brisker\b|orättvis\w*|ojämlik\w*|\b(?:blivit|blev) (?:\w+ )?sämre|försämrats"
        ),
    ),
    (
        "suggestion",
        re.compile(
            r"\b(?:få dig att|för att du (?:ska|skulle)|hur (?:kan|ska|skulle|får|gör))\b|göras? annorlunda"
            r"|\bskulle (?:\w+ ){0,5}(?:skillnad|rekommendera|stanna|göra|vilja|behöva|underlätta|hjälpa)\b"
            r"|\bwould (?:\w+ ){0,4}(?:recommend|stay|difference|help|like)\b|\bhow (?:can|could)\b"
        ),
    ),
    (
        "praise",
        re.compile(
            r"\b(?:har|är|blev|blivit) (?:\w+ ){0,3}bättre\b|förbättrats"
            r"|\bger (?:\w+ )?(?:energi|kraft|glädje)"
            r"|\b(?:får dig att|gör att du) (?:trivs|trivas|stannar?|går till)|varför stannar"
        ),
    ),
    ("improvement", re.compile(r"\b(?:(?:arbeta|jobba|gå)(?: vidare)? med|ta itu|ta tag i|fokusera)\b")),
)
# Tried in this order within a wording; a wording that asks for both praise and faults is open.
_FAULT: Final = re.compile(
    r"\b(?:(?:mindre|minst|inte) (?:bra|nöjd|väl|positiv|uppskattad|glad)\w*|"
    r"(?:trivs|uppskattar|gillar) du (?:minst|sämst)|"
    r"dålig\w*|sämre|sämst\w*|missnöj\w*|problem\w*|hinder|hindrar|svår\w*|"
    r"stör(?:s|t|de|ande|ning\w*|moment\w*)?|"
    r"bekymmer|brister|utmaning\w*|kritik|negativ\w*|inte fungerar|fungerar inte|fungerar mindre|"
    r"oroar|stress\w*|tungt|jobbig\w*|besvärlig\w*|"
    r"tyngst|slippa|worst|least|bad|negative|dislike|difficult|challeng\w*)\b"
)
_IMPROVEMENT: Final = re.compile(
    r"\b(?:f[öo]rb[äa]ttr\w*|utveckla\w*|bli bättre|göra\w* bättre|fungera\w* bättre|lyfta|"
    r"saknar|saknas|missing|improve\w*|better)\b"
)
_SUGGESTION: Final = re.compile(
    r"\b(?:f[öo]rslag\w*|föreslå\w*|ändra\w*|förändra\w*|satsa\w*|önska\w*|önskar|vill du (?:se|ha)|"
    r"borde|bör|"
    r"behövs?|behöver|kan (?:vi|arbetsgivaren|chefen) göra|göra (?:mer|annorlunda)|ta bort|börja|"
    r"prioritera\w*|"
    r"suggest\w*|change\w*|start|wish\w*|should|need\w*|idéer|tips)\b"
)
_PRAISE: Final = re.compile(
    r"\b(?:bevara\w*|behålla\w*|bra|bäst\w*|nöjd\w*|styrk\w*|positiv\w*|"
    r"uppskatta\w*|fungerar (?:bra|väl)|"
    r"trivs|stolt\w*|glad\w*|gläd\w*|vara rädd om|slå vakt|fortsätta|värdesätt\w*|gott|keep\w*|"
    r"preserve\w*|good|best|strength\w*|"
    r"proud|like|appreciate|positive|works well)\b"
)
_LESS: Final = re.compile(
    r"\b(?:mindre|minst|inte|ej|least|not) (?:\w+ )?(?:bra|nöjd|väl|positiv|uppskattad|glad|good|happy)\w*"
)
_PURPOSE: Final = re.compile(r"\bför att (?:\w+ ){0,4}(?:bra|bäst\w*|gott|trivas|stolt)\b.*|\bi order to\b.*")
_KEEP: Final = re.compile(r"(?:vad|vilka) .{0,30}(?:bevara|behålla)")
_BETTER: Final = re.compile(r"\b(?:bli (?:ännu )?bättre|ännu bättre|bättre|bli bra|better)\b")


@lru_cache(maxsize=1000)
def question_kind(wording: str) -> QuestionKind:
    """What a question asks for, by its wording; "open" if empty or if it asks for both sides.

    >>> [question_kind(w) for w in ("Vad är bra med din arbetsplats?", "Vad behöver förbättras?", "Övrigt")]
    ['praise', 'improvement', 'open']
    """
    text = " ".join(wording.lower().replace("_", " ").split())
    for kind, pattern in _WHOLE:
        if pattern.search(text):
            return kind
    improvement, fault = bool(_IMPROVEMENT.search(text)), bool(_FAULT.search(text))
    suggestion = bool(_SUGGESTION.search(text))
    praise = bool(_PRAISE.search(_LESS.sub(" ", _PURPOSE.sub(" ", _BETTER.sub(" ", text)))))
    if praise and (suggestion or fault or improvement):
        return "praise" if _KEEP.match(text) and not (fault or improvement) else "open"
    kinds: tuple[tuple[bool, QuestionKind], ...] = (
        (praise, "praise"),
        (fault, "fault"),
        (improvement, "improvement"),
        (suggestion, "suggestion"),
    )
    return next((kind for found, kind in kinds if found), "open")
