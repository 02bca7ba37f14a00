"""Car plates: three letters, two digits, a digit or letter (Transportstyrelsen; I, Q and V are unused)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit

_LETTERS: Final = "A-HJ-PR-UW-Z"
_PLATE: Final = re.compile(rf"(?i)(?<![\w-])[{_LETTERS}]{{3}}[ -]?\d\d[\d{_LETTERS}](?![\w-]|[.,:]\d| ?%)")
_SPACED: Final = re.compile(
    rf"(?i)(?<!\w)[{_LETTERS}](?: [{_LETTERS}]){{2}} \d(?: \d){{1,2}}(?: [{_LETTERS}])?(?!\w)"
)
_DISTINCT: Final = re.compile(rf"[{_LETTERS}]{{3}}[ -]?\d\d[{_LETTERS}]")
_CUE: Final = re.compile(
    r"(?i)\b\w*(?:bil(?:en|ar|arna|s)?|fordon\w*|släp(?:et)?|buss(?:en|ar)?|taxi\w*|moped\w*|motorcykel\w*|mc|traktor\w*|skjuts\w*"
    r"|lastbil\w*|husvagn\w*|skoter\w*|hoj(?:en)?|van|pickup\w*)\b"
    r"|\b(?:reg(?:nr|istr\w*|\.? ?n(?:r|ummer))?|regn?r|parker\w*|p-?b(?:ot|öter)\w*|p-plats\w*|nummerplåt\w*|skylt\w*|plåt(?:en|ar)?"
    r"|garage\w*|däck\w*|vinterdäck|krock\w*|besikt\w*|felparker\w*|handikapplats\w*|lastplats\w*|lastkaj\w*|infart\w*|laddstolp\w*"
    r"|laddplats\w*|volvo\w*|saab\w*|toyota|tesla|vw|volkswagen|skoda|kia|bmw|audi|ford|mercedes|renault|peugeot|nissan|opel|seat"
    r"|hyundai|mazda|fiat|citro[eë]n|honda|polestar|dacia|subaru|golf|passat|caddy|transit|kör(?:de|t)?|körde|tank\w*|fortkör\w*)\b"
)
_STANDS: Final = re.compile(
    r"(?i)\b(?:blocker\w*|tuta\w*|uppfart\w*|grind\w*|p-hus\w*|motor\w*|bensin\w*|diesel\w*|laddar?|skrap\w*|buckl\w*|repa[dnt]?|repor|bromsar?|vindruta\w*"
    r"|hjul\w*|dubb\w*|körjournal\w*|milersättning\w*|rast(?:ar|ade)|trafik\w*|p-skiva\w*|körförbud\w*|bärgad?e?|bogser\w*|rattlås\w*|säkerhetsbälte\w*"
    r"|står|stod|ställer|ställ(?:t|de)|parkerad\w*|bokad\w*|fordonspool\w*|chaufför\w*|förare\w*|plats(?:en)?)\b"
)
_UPPER: Final = re.compile(rf"[{_LETTERS}]{{3}}[ -]?\d\d[\d{_LETTERS}]")
_NOT_BEFORE: Final = re.compile(
    r"(?i)\b(?:kurs\w*|program\w*|föreskrift\w*|sal(?:en)?|rum|projekt\w*|kod\w*|blankett\w*|version|modell\w*|artikel\w*|standard\w*|mall\w*|möte\w*|vecka|sida) $"
)
_NOT_PLATE: Final = re.compile(
    r"(?i)^(?:afs|hme|hse|osa|sol|lss|hsl|las|apt|omv|sfs|dnr|kap|ob|avd|rum|sal|kl|tel|ank|osl|hvb|pm|sid|den|max|ca|kod)\b"
)


def find(text: str) -> Iterator[Hit]:
    """The car plates of the text; look-alikes (AFS 202) need a word about vehicles in the comment."""
    cue = _CUE.search(text) is not None
    for match in _PLATE.finditer(text):
        distinct = _DISTINCT.fullmatch(match.group()) is not None
        stands = _UPPER.fullmatch(match.group()) is not None and _STANDS.search(text) is not None
        before = _NOT_BEFORE.search(text[max(0, match.start() - 14) : match.start()])
        if (cue or distinct or stands) and not before and not _NOT_PLATE.match(match.group()):
            yield Hit(match.start(), match.end(), "PLATE", "plate.cue" if cue else "plate.form")
    if cue:
        for match in _SPACED.finditer(text):
            yield Hit(match.start(), match.end(), "PLATE", "plate.spaced")
