"""Personal identity numbers, coordination numbers and reserve numbers, in every written form.

Form and check digit: Skatteverket, "Personnummer" and "Samordningsnummer" (day + 60, lag 2022:1697).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit
from text_analysis.anonymise.recognisers.number_words import DIGITS, TENS

_DATE: Final = r"(?P<year>(?:18|19|20)\d\d|\d\d)(?P<s1>[ ./-]?)(?P<month>\d\d)(?P=s1)(?P<day>\d\d)"
_SPLIT_CENTURY: Final = r"(?:(?:18|19|20)(?P<s0>[ ./-])(?=\d\d(?P=s0)\d\d(?P=s0)\d\d[ +-]))?"
_FULL: Final = re.compile(
    rf"(?<!\d)(?<!\d[.,-]){_SPLIT_CENTURY}{_DATE}(?P<mark> ?[-+/._:]{{1,3}} ?| {{1,2}}"
    rf"|)(?P<last>\d\d ?\d\d|\d{{3}} \d|\d \d{{3}})(?!\d|-\d)"
)
_APART: Final = re.compile(
    r"(?<!\d)(?<!\d[.,-])(?:(?:18|19|20)-(?=\d\d-))?(?P<year>(?:18|19|20)\d\d"
    r"|\d\d)(?P<s1>[ -]?)(?P<month>\d\d)[ -]?(?P<day>\d\d)"
    r"(?P<mark> ?[-+] ?| |, | ?\()(?P<last>\d{4})(?!\d|-\d\d-\d)"
)
_PARTIAL: Final = re.compile(
    rf"(?<!\d){_DATE} ?[-+ ]? ?(?:[Xx*_#?•N]{{3,4}}|\.{{4}}|[Tt]\d{{3}}|\d[Xx*?_]{{3}}|\d\d[Xx*?_]{{2}}"
    rf"|\d{{3}}[Xx*?_])(?!\w)"
)
_RESERVE: Final = re.compile(
    r"(?<!\w)(?:(?:\d\d)?\d{6}[-+ ]?(?=\d{0,3}[A-ZÅÄÖ])[A-ZÅÄÖ\d]{4}|99\d{10})(?!\w)"
)
_LAST_FOUR: Final = re.compile(
    r"(?i)\b(?:(?:fyra|4) sista|sista (?:fyra|4)"
    r"|sista siffror(?:na)?(?= i (?:mitt |sitt |hennes |hans )?(?:pnr|person))"
    r"|(?<=\d{6} med )(?:de )?sista siffrorna"
    r"|(?:slut|kontroll)siffror(?:na)?|person(?:numret|nummer) slutar(?: på"
    r"| med)?)(?: siffror(?:na)?)?(?: i (?:mitt "
    r"|sitt |hennes "
    r"|hans )?\w+)?"
    r"(?:[,:;( ]| är| var| =|heter|\"){0,5}?[ ,:(\"]{1,3}(?P<four>\d(?:[ -]?\d){3})(?![\d\w])"
)
# Straight after a word for such numbers, however its digits are grouped, joined or left out.
_AFTER_WORD: Final = re.compile(
    r"(?i)\b(?:person-?\s?n(?:umme?r|r)\w*|p-?nr|pers\.? ?nr|samordningsn\w+|reservn\w+|tf-?n\w+"
    r"|tillfälligt nummer)"
    r"\.?(?: (?:är|var|börjar(?: på)?|med|på|som|slutar|blev|hade|har|stod"
    r"|fick))*[:, (\"']{1,3}(?P<number>\d[\d*?xX]*"
    r"(?:(?: ?[-,./:=~ ]{1,3}| (?:binde)?streck | och (?:sen|sedan) | (?:med|och) (?:de )?(?:fyra sista"
    r"|sista fyra)(?: är)? )"
    r"(?:[A-Z]{0,2}\d[\d*?xX]*|[*?xX]{3,4}))*)(?!\w)"
)
_FOUR_OF: Final = re.compile(
    r"(?i)\b(?:slutar (?:på|med)|sluts?iffror) (?P<four>\d{4}) i (?:\w+ )?(?:personnumret|pnr)\b"
)
# Of the number only the last four: "personnummer skriver vi inte ut, bara 2391".
_ONLY_FOUR: Final = re.compile(
    r"(?i)\b(?:person-?n(?:umme?r|r)\w*|pnr)[^.!?\d]{0,40}\b(?:bara|endast|utan|istället"
    r"|i stället)(?: med| de)? "
    r"(?P<four>(?!19|20)\d{4}|(?:19|20)\d\d(?= och (?:liknande|sådant)))(?!\d|[.,:]\d| ?(?:kr|st"
    r"|personer|patienter|barn|elever"
    r"|gånger|av)\b)"
)
_HALF: Final = re.compile(
    r"(?i)\b(?:person-?n(?:umme?r|r)\w*|pnr)[^.!?]{0,30}? (?:börjar|slutar) (?:på|med) (?P<half>\d{2,6})"
    r"(?:[^.!?\d]{1,20}(?:börjar|slutar) (?:på|med) (?P<other>\d{2,6}))?(?!\d)"
)
# The letter O typed for a nought.
_LETTER_O: Final = re.compile(r"(?<!\w)(?=[\d-]*O)[\dO]{6}(?:[\dO]{2})?[-+ ]?[\dO]{4}(?!\w)")
_ANOTHER: Final = re.compile(r"(?i)\b(?:med|och|eller|har) (?P<four>\d{4})(?!\d|[.,:]\d| ?(?:kr|år)\b)")
# In words after a word for it: "pnr: tolv-noll-fyra-noll-nio, 9814", "fyra sista är noll ett två åtta".
_DIGIT_WORD: Final = (
    r"(?:nolla?n?|tio|elva|tolv|(?:tret|fjor|fem|sex|sjut|ar|nit)ton(?:hundra\w*)?"
    rf"|(?:{TENS})?(?:ett|en|{DIGITS})|{TENS})"
)
_SAID: Final = re.compile(
    rf"(?i)\b(?:person-?n(?:umme?r|r)(?:et)?|p-?nr|(?:fyra|4) sista(?: siffrorna)?|sista fyra)[:,]?"
    rf"(?: (?:är|var|med|blir|alltså))* (?P<number>{_DIGIT_WORD}(?:[ ,-]{{1,3}}(?:{_DIGIT_WORD}"
    rf"|\d{{1,4}})){{3,}})(?!\w)"
)
# One of these stands wherever the pattern matches: much quicker to look for.
_STEMS: Final = ("pnr", "p-nr", "personn", "person-n", "sista")
_SPACED: Final = re.compile(r"(?<!\d)(?<!\d )\d(?: \d){5,7} ?[-+]? ?\d(?: \d){3}(?! ?\d)")
_CUE: Final = re.compile(
    r"(?i)person-?\s?n(?:umm?e?r|r)|\bp-?nr\b|pnr|samordning|(?:reserv|tf)-?(?:nummer|numre[tn]|nr)"
    r"|patient|brukare"
    r"|journal"
    r"|födel|född|legitim|identitet|\bid-?n"
)
_CODE: Final = re.compile(r"(?i)\b(?:kodplan|kontoplan|kontosträng|konter|artikel|faktura|projekt)\w*:? $")
_BEFORE: Final = 20
_MISTYPED: Final = re.compile(r"(?<![\d-])\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])-(?:\d{3}|\d{5})(?![\d-])")
# A digit short or too many and no hyphen: only where the comment names such a number.
_MISTYPED_WHOLE: Final = re.compile(
    r"(?<![\d-])(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]) ?(?:\d{3}|\d{5})(?![\d-]|[.,:]\d)"
)
_NAMED: Final = re.compile(r"(?i)person-?\s?n(?:umm?e?r|r)|\bp-?nr\b|samordningsn")
_DIGITS: Final = re.compile(r"\d\D{0,4}\d\D{0,4}\d\D{0,4}\d")
_LONGEST: Final = 12
_SHORTEST: Final = 6
# A day of these years and a time in whole five minutes: a shift, not a child's number.
_RECENT: Final = range(20, 31)
_TIME: Final = re.compile(r"(?:[01]\d|2[0-3])[0-5][05]")
_UNIT: Final = re.compile(r"\s?(?:kr\b|kronor|:-|%|st\b|tkr|timmar|tim\b|meter|exemplar)")


def find_in_words(text: str) -> Iterator[Hit]:
    """The personal identity numbers written in words after a word for such a number."""
    low = text.lower()
    if any(stem in low for stem in _STEMS):
        for match in _SAID.finditer(text):
            yield Hit(*match.span("number"), "PERSONNUMMER", "personnummer.words")


def find(text: str) -> Iterator[Hit]:
    """The personal identity numbers of the text, whole or in part, also with a wrong check digit."""
    if not _DIGITS.search(text):
        return
    cue = _CUE.search(text) is not None
    places = {
        "full": (match.span() for match in _FULL.finditer(text) if _stands(match, cue)),
        "apart": (match.span() for match in _APART.finditer(text) if _is_apart(match, cue)),
        "partial": (match.span() for match in _PARTIAL.finditer(text) if _date_like(match, loose=cue)),
        "reserve": (match.span() for match in _RESERVE.finditer(text) if cue),
        "after_word": (match.span("number") for match in _AFTER_WORD.finditer(text) if _has_digits(match)),
        "mistyped": (match.span() for match in _MISTYPED.finditer(text) if cue),
        "mistyped_whole": (match.span() for match in _MISTYPED_WHOLE.finditer(text) if _NAMED.search(text)),
        "half": (match.span(g) for match in _HALF.finditer(text) for g in ("half", "other") if match[g]),
        "letter_o": (match.span() for match in _LETTER_O.finditer(text) if _reads_as_number(match, cue)),
        "last_four": _last_fours(text),
        "spaced": (match.span() for match in _SPACED.finditer(text) if _is_spaced(match, cue)),
    }
    for rule, spans in places.items():
        for start, end in spans:
            yield Hit(start, end, "PERSONNUMMER", f"personnummer.{rule}")


def _last_fours(text: str) -> Iterator[tuple[int, int]]:
    """Where the last four of a number stand, and in a text that has such also the next person's."""
    found = [
        match.span("four")
        for pattern in (_LAST_FOUR, _FOUR_OF, _ONLY_FOUR)
        for match in pattern.finditer(text)
    ]
    yield from found
    if found:
        yield from (match.span("four") for match in _ANOTHER.finditer(text, found[0][1]))


def _stands(match: re.Match[str], cue: bool) -> bool:
    return not _UNIT.match(match.string, match.end()) and not _is_code(match) and _is_number(match, cue)


def _has_digits(match: re.Match[str]) -> bool:
    """Whether it has as many digits as a number may have, and counts nothing."""
    number = match["number"]
    n_digits = sum(c.isdigit() or c in "*?xX" for c in number)
    return _SHORTEST <= n_digits <= _LONGEST and not _UNIT.match(match.string, match.end("number"))


def _reads_as_number(match: re.Match[str], cue: bool) -> bool:
    """Whether noughts for the letters make it a number."""
    whole = _FULL.fullmatch(match.group().replace("O", "0"))
    return whole is not None and _date_like(whole, loose=cue)


def _is_code(match: re.Match[str]) -> bool:
    """Whether the word before says that the digits are a code of the accounts."""
    return _CODE.search(match.string[max(0, match.start() - _BEFORE) : match.start()]) is not None


def _is_apart(match: re.Match[str], cue: bool) -> bool:
    """Whether date and last four are a number, though space, comma or bracket part them."""
    dashed = "-" in match["mark"] or "(" in match["mark"]
    whole = len(match["year"]) > len("19") and match["mark"] != ", "  # a date and a time of day
    telephone = match["year"].startswith("0") and not dashed
    sure = cue or ((dashed or whole) and not _is_moment(match)) or (_luhn(match) and not telephone)
    return sure and _date_like(match, loose=False) and not _is_code(match)


def _is_spaced(match: re.Match[str], cue: bool) -> bool:
    """Whether digits with spaces between are a number; ten digits from 0 are a telephone number."""
    digits = re.sub(r"\D", "", match.group())
    whole = _FULL.fullmatch(digits)
    telephone = digits.startswith("0") and not cue
    return whole is not None and _date_like(whole, loose=cue) and not telephone


def _date_like(match: re.Match[str], *, loose: bool) -> bool:
    """Whether month and day can be those of a number; `loose` also takes the zeros of reserve numbers."""
    month, day = int(match["month"]), int(match["day"])
    low = 0 if loose else 1
    return low <= month <= 12 and (low <= day <= 31 or 60 + low <= day <= 91)  # noqa: PLR2004 - the calendar


def _is_number(match: re.Match[str], cue: bool) -> bool:
    if " " in match["last"] and match["last"][2] != " " and not cue:
        return False
    plain = not match["mark"] and not match["s1"]
    short = len(match["year"]) == 2  # noqa: PLR2004 - two-digit year
    if not _date_like(match, loose=cue):
        # A mistyped date still stands if the form is whole and the text speaks of such numbers.
        return cue and not plain and int(match["month"]) < 20  # noqa: PLR2004 - organisationsnummer begin here
    if not cue and _is_moment(match) and not _luhn(match):
        return False
    # Ten digits from 0 are a telephone number; others that hold a date are a number, if mistyped.
    return not (plain and short) or cue or not match["year"].startswith("0")


def _is_moment(match: re.Match[str]) -> bool:
    """Whether it is a day of late and a time: a shift rather than a child's number."""
    recent = int(match["year"][-2:]) in _RECENT and not match["year"].startswith("19")
    return recent and _TIME.fullmatch(match["last"]) is not None


def _luhn(match: re.Match[str]) -> bool:
    """Whether the check digit is right (modulus 10 over the ten digits)."""
    digits = f"{match['year'][-2:]}{match['month']}{match['day']}{match['last'].replace(' ', '')}"
    doubled = (int(digit) * (2 - i % 2) for i, digit in enumerate(digits))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0  # noqa: PLR2004 - Luhn
