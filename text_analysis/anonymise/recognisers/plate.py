"""Car plates: three letters, two digits, a digit or letter (Transportstyrelsen; I, Q and V are unused)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit, Rule, found_by

_LETTERS: Final = "A-HJ-PR-UW-Z"
_GAP: Final = r"(?: {1,2}|[-.:_]|)"
_PLATE: Final = re.compile(
    rf"(?i)(?<![\w-])[{_LETTERS}]{{3}}{_GAP}\d\d(?:\d| ?[{_LETTERS}])(?![\w-]|[.,:]\d| ?%)"
)
_ANY_LETTERS: Final = re.compile(r"(?<![\w-])[A-ZÅÄÖ]{3}[ -]?\d\d[\dA-Z](?![\w-]|[.,:]\d| ?%)")
_REGISTERED: Final = re.compile(
    r"(?i)\b(?:reg(?:nr|istr\w*|\.? ?n(?:r|ummer))?|bil(?:en|ar)?|skylt\w*|parker\w*|släp(?:et)?"
    r"|p-bot|fordon\w*)\b"
)
_AFTER_WORD: Final = re.compile(
    r"\b(?i:reg(?:istrerings?)?\.? ?(?:nr|nummer)|skyltad|skylten|nummerplåt\w*|plåten)\W{1,3}(?:är "
    r"|på |med )?"
    r"(?P<plate>[A-ZÅÄÖ]{1,3}[ -]?[A-Z]{0,2} ?\d{2,5}[A-Z]?)(?!\w)"
)
# Neighbouring countries' forms, near a word for the car's registration or the country.
_NORDIC: Final = re.compile(r"(?<![\w-])[A-Z]{2} ?(?:\d{5}|\d\d \d{3})(?![\w-]|[.,:]\d| ?%)")
_NORDIC_CUE: Final = re.compile(
    r"(?i)\b(?:dansk\w*|norsk\w*|bil(?:en|ar|s)?|\w+bil(?:en)?|reg(?:nr|istr\w*)|skylt\w*|parker\w*"
    r"|\w*moped\w*"
    r"|\w*moppe\w*)\b"
)
# A plate of one's own words.
_OWN_PLATE: Final = re.compile(
    r"\b(?i:personlig\w* (?:reg-?|nummer|bil)?skylt\w*|(?:reg-?|nummer|bil)skylt\w*|skylten)(?:,|:| med| är"
    r"| på| som"
    r"| det står| står det)* [\"']?(?P<plate>[A-ZÅÄÖ][A-ZÅÄÖ\d]{1,6}(?: \d{1,3})?)(?!\w)"
)
_SPACED: Final = re.compile(
    rf"(?i)(?<![\w-])[{_LETTERS}](?:[ .-][{_LETTERS}]){{2}}[ .-]{{1,3}}"
    rf"\d(?:[ .-]\d){{1,2}}(?:[ .-][{_LETTERS}])?(?![\w-])"
)
_DISTINCT: Final = re.compile(rf"[{_LETTERS}]{{3}}{_GAP}\d\d[{_LETTERS}]")
_CUE: Final = re.compile(
    r"(?i)\b\w*(?:bil(?:en|ar|arna|s)?|kärra\w*|skylt\w*|plåt(?:en|ar)?|park(?:ering\w*|eraf?d?\w*)"
    r"|fordon\w*|släp(?:et)?|buss(?:en|ar)?|taxi\w*|moped\w*"
    r"|motorcykel\w*|mc|traktor\w*|skjuts\w*"
    r"|lastbil\w*|husvagn\w*|skoter\w*|hoj(?:en)?|van|pickup\w*)\b"
    r"|\b(?:reg(?:nr|istr\w*|\.? ?n(?:r|ummer))?|regn?r|reg-?num(?:mer|ret)|parker\w*|p-?b(?:ot|öter)\w*"
    r"|p-plats\w*"
    r"|nummerplåt\w*|skylt\w*|plåt(?:en|ar)?"
    r"|garage\w*|däck\w*|vinterdäck|krock\w*|besikt\w*|bärg\w*|felparker\w*|handikapplats\w*|lastplats\w*"
    r"|lastkaj\w*|infart\w*|laddstolp\w*"
    r"|laddplats\w*|kör(?:de|t|ning\w*|förbud\w*|journal\w*)?|tank\w*|fortkör\w*|ambulans\w*|vagn(?:en|ar)?"
    r"|cykel\w*|moppe\w*|nyck(?:el|lar)\w*|mätarställning\w*|chassi\w*|ratt(?:en)?|motor(?:n)?)\b"
    r"|\b(?:volvo|saab|toyota|tesla|vw|volkswagen|skoda|kia|bmw|audi|ford|mercedes|renault|peugeot"
    r"|nissan|opel"
    r"|seat|hyundai|mazda|fiat|citro[eë]n|honda|polestar|dacia|subaru|golf|passat|caddy|transit|kangoo"
    r"|berlingo|partner|sprinter|leaf|zoe|polo|fiesta|focus|yaris|corolla|ducato|crafter|vito|trafic"
    r"|id\.?[34])\w{0,3}\b"
)
_BEFORE: Final = 30
_STANDS: Final = re.compile(
    r"(?i)(?<!\w)(?:blocker\w*|tuta\w*|uppfart\w*|grind\w*|p-hus\w*|motor\w*|bensin\w*|diesel\w*|laddar?"
    r"|skrap\w*|buckl\w*|repa[dnt]?|repor|bromsar?|vindruta\w*"
    r"|hjul\w*|dubb\w*|körjournal\w*|milersättning\w*|rast(?:ar|ade)|trafik\w*|p-skiva\w*"
    r"|körförbud\w*|bärgad?e?|bogser\w*|rattlås\w*|säkerhetsbälte\w*"
    r"|står|stod|ställer|ställ(?:t|de)|parkerad\w*|bokad\w*|fordonspool\w*|chaufför\w*|förare\w*"
    r"|plats(?:en)?|äger|ägare\w*|flytta[rs]?"
    r"|punka|handskfack\w*|servicebok\w*|\w*tillstånd\w*|i vägen|\w*nyck(?:el|eln|lar|larna)|bälte\w*"
    r"|baklucka\w*|baksäte\w*|motorlampa\w*|låsa|låst|olåst|tank(?:ad|at|kort\w*)|bensinkort\w*)\b"
)
_UPPER: Final = re.compile(rf"[{_LETTERS}]{{3}}{_GAP}\d\d[\d{_LETTERS}]")
_NOT_BEFORE: Final = re.compile(
    r"(?i)\b(?:kurs\w*|program\w*|föreskrift\w*|sal(?:en)?|rum|projekt\w*|kod\w*|blankett\w*|version"
    r"|modell\w*|artikel\w*|standard\w*|mall\w*|möte\w*|vecka|sida) $"
)
_FORM_OR_ROOM: Final = re.compile(
    r"(?i)\b(?:blankett\w*|lokal(?:en|er)?|skrivare\w*)(?: [A-Z]{3} ?\d\d\w(?:,| och))? $"
)
_NOT_PLATE: Final = re.compile(
    r"(?i)^(?:afs|hme|hse|osa|sol|lss|hsl|las|apt|omv|sfs|dnr|kap|ob|avd|rum|sal|kl|tel|ank|osl|hvb|pm|sid)\b"
)
# Words of three letters before a number: a plate only in capitals.
_WORD: Final = re.compile(
    r"(?:den|max|ca|kod|hus|rum|sal|ser|har|tog|tar|ger|hon|han|man|mer|hos|ett|som|med|mot|oss|var|dag"
    r"|per|rad"
    r"|kan|ska|del"
    r"|fel|nya|bra|dem|dom|hur|nog|nej|ens|sen|ner|upp|all|ned|gav|bor|tre|fem|sex|sju|nio|tio|två|det"
    r"|och|att|the"
    r"|and|for|are|was|has|had|but|not|our|you|she|ten|six)\b"
)


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _BEFORE) : match.start()]


def _is_plate(match: re.Match[str]) -> bool:
    """Whether a look-alike (AFS 202) is a plate: by its form, or a word about vehicles in the comment."""
    found, text = match.group(), match.string
    if (
        _NOT_PLATE.match(found)
        or _WORD.match(found)
        or _NOT_BEFORE.search(_before(match))
        or _is_form_or_room(match)
    ):
        return False
    if _DISTINCT.fullmatch(found) or _CUE.search(text):
        return True
    return _UPPER.fullmatch(found) is not None and _STANDS.search(text) is not None


def _is_form_or_room(match: re.Match[str]) -> bool:
    """Whether a form or a room is so called: "blanketterna HBF 310 och KLN 22B"."""
    return _FORM_OR_ROOM.search(_before(match)) is not None


def _is_registered(match: re.Match[str]) -> bool:
    if _is_form_or_room(match):
        return False
    return _REGISTERED.search(match.string) is not None and not _NOT_PLATE.match(match.group())


def _is_nordic(match: re.Match[str]) -> bool:
    return _NORDIC_CUE.search(match.string) is not None and not _NOT_BEFORE.search(_before(match))


_RULES: Final = (
    Rule("plate.form", _PLATE, accept=_is_plate),
    Rule("plate.after_word", _AFTER_WORD, "plate"),
    Rule("plate.nordic", _NORDIC, accept=_is_nordic),
    Rule("plate.any_letters", _ANY_LETTERS, accept=_is_registered),
    Rule("plate.spaced", _SPACED, accept=lambda match: _CUE.search(match.string) is not None),
)


_WORD_RULES: Final = (Rule("plate.own_words", _OWN_PLATE, "plate"),)


def find_in_words(text: str) -> Iterator[Hit]:
    """The plates of one's own words: "personlig skylt SOLROS"."""
    if "skylt" in text.lower():
        yield from found_by(_WORD_RULES, "PLATE", text)


def find(text: str) -> Iterator[Hit]:
    """The car plates of the text."""
    yield from found_by(_RULES, "PLATE", text)
