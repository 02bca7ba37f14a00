"""Telephone numbers, extensions and pagers, in digits and in words.

Forms: Post- och telestyrelsen's numbering plan (area codes of two to four digits, 07x for mobiles).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit

_SEP: Final = r"[ ./-]{0,3}"
_INTERNATIONAL: Final = re.compile(
    rf"(?<![\w+])(?:\+|00) ?[1-9]\d{{0,2}}{_SEP}(?:\(0\))?(?:{_SEP}\d){{6,11}}(?!\d)"
)
_NATIONAL: Final = re.compile(
    rf"(?<![\w+])(?<!\d[.,/-])\(?0[1-9]\d{{0,2}}\)?{_SEP}\d(?:[ ./-]{{0,2}}\d){{4,8}}(?!\d)"
)
_LETTER_ZERO: Final = re.compile(r"(?<!\w)[0oO]7[\doO](?:[ ./-]{0,2}[\doO]){7}(?!\w)")
_HOURS: Final = re.compile(r"[0-2]?\d[.: ]?[0-5]\d ?- ?[0-2]?\d[.: ]?[0-5]\d")
_DATE: Final = re.compile(r"0\d[./ -](?:0?\d|1[0-2])[./ -](?:19|20)\d\d|0\d-\d\d (?:19|20)\d\d")
_WHO: Final = r"(?:mig|oss|henne|honom|dem|dom|gärna|då|direkt|hem|privat|växeln|chefen)"
_EXTENSION: Final = re.compile(
    r"(?i)\b(?:ankn(?:ytning(?:en)?)?|intern(?:nummer|nr|telefon|tel|t)?|(?:person)?sökare?n?|sökarnummer|kortnummer"
    r"|dect(?:telefon|nummer)?|direkt(?:nummer|nr|val)|tel(?:efon)?(?:en|nr|nummer|numret)?|tfn"
    r"|mobil(?:en|nr|nummer|numret)?|fax(?:nr|nummer|en)?|swish(?:a|nummer|nr)?|minicall|ext)\b"
    r"[-.,:]{0,2} ?(?:(?:nr\.?|nummer|är|på|till|har|heter|numret|mig|min|mitt|hennes|hans)[: ]{1,2}|= ?|: ?|\(){0,3}"
    r"(?P<number>\d(?:[ -]?\d){2,9})(?![\d%]|[.,:]\d| ?(?:kr|st|tim|min|år|samtal|gånger|dagar|veckor)\b)"
)
_CALL: Final = re.compile(
    rf"(?i)\b(?:ring(?:a|er)?|nås|nå|sms:?a|slå|sök|smsa|messa)(?: {_WHO})*(?: (?:på|till|mig på|nummer|nr))? "
    r"(?P<number>\d(?:[ -]?\d){3,7})(?![\d%]|[.,:]\d| ?(?:kr|st|tim|min|år|samtal|gånger|dagar|personer|olika)\b)"
)
_LOCAL: Final = re.compile(
    r"(?<![\d.,:/+-])(?<!\d )\d{2,3}(?:[ -]\d\d){2}(?![\d%]|[ .,:-]\d| ?(?:kr|st|tim|min|år|kronor|samtal|gånger|dagar|personer|procent)\b)"
)
_LOCAL_CUE: Final = re.compile(
    r"(?i)\b(?:ring\w*|tel|telefon\w*|tfn|mobil\w*|nummer|numret|nås|nå|sms\w*|växel\w*|jour\w*|ankn\w*|sök\w*|direktnummer\w*|lur\w*)\b"
)
_BEFORE_CUE: Final = re.compile(
    r"(?i)(?<![\d.,:/-])(?P<number>\d(?:[ -]?\d){3,5})(?= (?:är (?:min|mitt|hennes|hans|vår|vårt) (?:anknytning|ankn|interna?|direkt\w*|nummer|telefon\w*|sökare)))"
)
_NO_PLUS: Final = re.compile(rf"(?<![\d+])46{_SEP}(?:\(0\))?{_SEP}7[02369](?:[ ./-]{{0,2}}\d){{7}}(?!\d)")
_ONES: Final = "noll|ett|en|två|tre|fyra|fem|sex|sju|åtta|nio"
_TENS: Final = "tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio"
_TEENS: Final = "tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton"
_WORD: Final = rf"(?:(?:{_TENS})(?:{_ONES})?|{_TEENS}|{_ONES}|\d{{1,3}})"
_IN_WORDS: Final = re.compile(
    rf"(?i)\b(?:noll[ ,-]{{0,2}}(?:{_WORD})|plus[ ,-]fyrtiosex)(?:[ ,-]{{1,2}}{_WORD}\b){{3,}}"
)
_PUBLIC: Final = frozenset({"112", "1177", "11313", "11414", "118118", "116117", "90000", "2222"})
_SWEDISH_DIGITS: Final = range(8, 12)
_DIGITS_MIN: Final = 7


def find(text: str) -> Iterator[Hit]:
    """The telephone numbers of the text; public ones (112, 1177 …) are no one's and stay."""
    for match in _INTERNATIONAL.finditer(text):
        yield Hit(match.start(), match.end(), "PHONE", "phone.international")
    for match in _NATIONAL.finditer(text):
        if _is_national(match.group()):
            yield Hit(match.start(), match.end(), "PHONE", "phone.national")
    for match in _LETTER_ZERO.finditer(text):
        if sum(c.isdigit() for c in match.group()) >= _DIGITS_MIN:
            yield Hit(match.start(), match.end(), "PHONE", "phone.letter_zero")
    for match in _NO_PLUS.finditer(text):
        yield Hit(match.start(), match.end(), "PHONE", "phone.no_plus")
    if _LOCAL_CUE.search(text):
        for match in _LOCAL.finditer(text):
            yield Hit(match.start(), match.end(), "PHONE", "phone.local")
    for rule, pattern in (("extension", _EXTENSION), ("call", _CALL), ("before_cue", _BEFORE_CUE)):
        for match in pattern.finditer(text):
            if _is_personal(match["number"]):
                yield Hit(*match.span("number"), "PHONE", f"phone.{rule}")


def find_in_words(text: str) -> Iterator[Hit]:
    """The telephone numbers written in words: "noll sjuttio ett …"."""
    for match in _IN_WORDS.finditer(text):
        yield Hit(match.start(), match.end(), "PHONE", "phone.words")


def _is_national(number: str) -> bool:
    n_digits = sum(c.isdigit() for c in number)
    return n_digits in _SWEDISH_DIGITS and not _HOURS.match(number) and not _DATE.fullmatch(number)


def _is_personal(number: str) -> bool:
    digits = re.sub(r"\D", "", number)
    year = len(digits) == 4 and digits[:2] in ("19", "20") and digits == number  # noqa: PLR2004 - a year
    return digits not in _PUBLIC and not year
