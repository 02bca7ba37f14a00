"""Dates of birth: a date near a word for birth, or beside a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit

_MONTH: Final = (
    r"(?:jan(?:uari)?|feb(?:r(?:uari)?)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)\b\.?"
)
_ORDINAL: Final = (
    r"(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|elfte|tolfte|trettonde|fjortonde|femtonde|sextonde"
    r"|sjuttonde|artonde|nittonde|tjugonde|tjugo(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde)|trettionde"
    r"|trettio(?:första)?)"
)
_DAY: Final = rf"(?:{_ORDINAL}|[0-3]?\d(?::?(?:e|a))?)"
_YEAR: Final = r"(?:(?:19|20)\d\d|[-']?\d\d(?! ?(?:kr|st|%|år|gånger|personer)))"
_NUMERIC: Final = (
    r"(?:(?:19|20)\d\d(?P<a>[-./ ])(?:0?[1-9]|1[0-2])(?P=a)(?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])(?P<b>[-./ ])(?:0?[1-9]|1[0-2])(?:(?P=b)|[- ])(?:(?:19|20)?\d\d)"
    r"|\d\d(?P<c>[-/. ])(?:0[1-9]|1[0-2])(?P=c)(?:0[1-9]|[12]\d|3[01])"
    r"|(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))"
)
_WORDED: Final = rf"(?:den )?{_DAY} {_MONTH}(?:[ ,]{{1,2}}{_YEAR})"
_DATE: Final = re.compile(rf"(?i)(?<![\w/.-])(?:{_WORDED}|{_NUMERIC})(?![\w/]|[.-]\d)")
_BIRTH: Final = re.compile(
    r"(?i)\b(?:född?a?|fött|föddes|f\.? ?(?=\d)|f\.|födelse\w*|födelsedat\w*|föd\.|fyller|fyllde|bursdag\w*|birthday|born|dob|b-day)(?!\w)"
)
_DAY_CUE: Final = re.compile(
    rf"(?i)\b(?:född?|föddes|födelsedag(?:en|s)?|fyller(?: år| jämnt)?|fyllde(?: år)?|birthday|born)(?:[ ,:]{{1,2}}(?:är|var|infaller|år|på|den|i|on|is|alltid))*[ ,:]{{1,2}}"
    rf"(?P<date>(?:{_DAY} {_MONTH}(?: {_YEAR})?|{_MONTH} {_YEAR}|[0-3]?\d/(?:1[0-2]|0?[1-9])(?![\d/])(?: ?-? ?(?:19|20)?\d\d\b)?))"
)
_CUE_AFTER: Final = re.compile(
    rf"(?i)(?P<date>{_DAY} {_MONTH}(?: {_YEAR})?|[0-3]?\d/(?:1[0-2]|0?[1-9]))(?: (?:fyller (?:jag|hon|han)|är (?:jag|hon|han|min \w+|\w+s) född))"
)
_BESIDE_PERSON: Final = re.compile(
    rf"(?i)[\(,] ?(?P<date>{_WORDED}|[0-3]?\d[/.](?:1[0-2]|0?[1-9])[ -./]{{1,2}}(?:19)?\d\d|(?:19[1-9]\d|20[01]\d)-\d\d-\d\d|[1-9]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?=[\),;.]|$)"
)
_AFTER_PERSON: Final = re.compile(
    r"(?<![\w/-])(?:19[1-9]\d|20[01]\d|[1-9]\d)(?P<a>[-. ]?)(?:0[1-9]|1[0-2])(?P=a)(?:0[1-9]|[12]\d|3[01])(?![\w/]|[-+ ]?[\dXx*])"
)
_JUST_BEFORE: Final = re.compile(
    r"(?i)\b(?:patient(?:en)?|brukare?n?|elev(?:en)?|pojke?n?|flickan?|dam(?:en)?|man(?:nen)?|kvinna?n?|barn(?:et)?|kund(?:en)?|kille?n?|tjej(?:en)?)(?: på| från| med)? $"
)
_PERSON: Final = re.compile(
    r"(?i)\b(?:patient\w*|brukar\w*|kund(?:en)?|elev\w*|pojk\w*|flick\w*|dam\w*|man(?:nen)?|kvinna\w*|farbro\w*|tant\w*|barn\w*|son(?:en)?|dotter\w*"
    r"|mamma\w*|pappa\w*|maka?n?|boende\w*|gäst\w*|klient\w*|kolleg\w*|säng\w*|tjej\w*|kille\w*)\b"
)
_NOT_BIRTH: Final = re.compile(
    r"(?i)(?:sedan|sen|från|till|before|since|anställd|började|beslut\w*|daterad|version|infördes|möte\w*|gäller|senast|efter)(?: och med)?(?: den)? $"
)
_BEFORE: Final = 24
_PERSON_WINDOW: Final = 45


def find(text: str) -> Iterator[Hit]:
    """The dates of birth of the text."""
    if _BIRTH.search(text):
        for match in _DATE.finditer(text):
            if not _NOT_BIRTH.search(text[max(0, match.start() - _BEFORE) : match.start()]):
                yield Hit(_without_den(match), match.end(), "DATE_OF_BIRTH", "birth.cue")
        for pattern in (_DAY_CUE, _CUE_AFTER):
            for match in pattern.finditer(text):
                yield Hit(*match.span("date"), "DATE_OF_BIRTH", "birth.day")
    for match in _AFTER_PERSON.finditer(text):
        if _JUST_BEFORE.search(text[max(0, match.start() - 20) : match.start()]):
            yield Hit(match.start(), match.end(), "DATE_OF_BIRTH", "birth.after_person")
    for match in _BESIDE_PERSON.finditer(text):
        before = text[max(0, match.start() - _PERSON_WINDOW) : match.start()]
        if _PERSON.search(before) or re.search(r"[A-ZÅÄÖ][a-zåäöé]+ ?$", before):
            yield Hit(*match.span("date"), "DATE_OF_BIRTH", "birth.beside_person")


def _without_den(match: re.Match[str]) -> int:
    return match.start() + (4 if match.group().lower().startswith("den ") else 0)
