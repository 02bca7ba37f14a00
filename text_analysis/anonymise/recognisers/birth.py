"""Dates of birth: a date near a word for birth, or beside a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit, Rule, found_by
from text_analysis.anonymise.recognisers.number_words import DIGITS, MONTH, ORDINAL, TENS

_MM: Final = r"(?:0[1-9]|1[0-2])"
_DD: Final = r"(?:0[1-9]|[12]\d|3[01])"
_DAY_MONTH: Final = r"[0-3]?\d/(?:1[0-2]|0?[1-9])"  # "6/11"
_DAY: Final = rf"(?:{ORDINAL}|[0-3]?\d(?::?(?:e|a)|st|nd|rd|th)?)"
_HOLIDAY: Final = (
    r"(?:jul(?:afton|dagen)|annandag(?:en)?(?: jul| påsk)?|nyårs(?:afton|dagen)|lucia(?:dagen)?|skottdagen"
    r"|valborg(?:smässoafton)?|midsommar(?:afton|dagen)|trettondag\w*|nationaldagen|alla hjärtans dag"
    r"|påsk(?:afton|dagen)|första advent)(?: (?:19|20)?\d\d)?"
)
_TENS: Final = rf"(?:{TENS})"
_ONES: Final = rf"(?:ett|{DIGITS})"
_YEAR_IN_WORDS: Final = (
    rf"(?:(?:nitton|arton)hundra(?:{_TENS}{_ONES}?|{_ONES}|\w*ton|tio|elva|tolv)?|{_TENS}{_ONES}?)"
)
_YEAR: Final = rf"(?:{_YEAR_IN_WORDS}\b|(?:19|20)\d\d|[-']?\d\d(?! ?(?:(?:kr|st|år|gånger|personer)\b|%)))"
_ANY_YEAR: Final = rf"(?:{_YEAR_IN_WORDS}\b|19\d\d|20[0-2]\d|\d\d)"
_ADULT_YEAR: Final = rf"(?:{_YEAR_IN_WORDS}\b|19[3-9]\d|[3-9]\d)"
_NUMERIC: Final = (
    r"(?:(?:1[34]|19|20)\d\d(?P<a>[-./ ])(?:0?[1-9]|1[0-2])(?P=a)(?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])(?P<b>[-./ ])(?:0?[1-9]|1[0-2])(?:(?P=b)|[- ])(?:(?:19|20)?\d\d)"
    r"|(?:0?[1-9]|1[0-2])(?P<us>[./])(?:1[3-9]|2\d|3[01])(?P=us)(?:19|20)\d\d"
    rf"|\d\d(?P<c>[-/. ]){_MM}(?P=c){_DD}"
    rf"|(?:19|20)?\d\d{_MM}{_DD})"
)
_WORDED: Final = rf"{_DAY} {MONTH}(?:[ ,]{{1,2}}{_YEAR})"
_DATE: Final = re.compile(rf"(?i)(?:(?<![\w/.-])|(?<=\bf\.))(?P<date>{_WORDED}|{_NUMERIC})(?![\w/]|[.-]\d)")
_BIRTH: Final = re.compile(
    r"(?i)\b(?:född?a?|fött|föddes|f\.|födelse\w*|födelsedat\w*|föd\.|fyller|fyllde"
    r"|(?:datum(?:et)?|nummer|uppgift\w*) (?:på|i) (?:passet|id-kortet|leg\w*|körkortet|armbandet"
    r"|patientbrickan)"
    r"|(?:passet|legget|körkortet|id-kortet|patientbrickan|armbandet)[^.!?\d]{0,20} (?:står|stod|säger|visar)"
    r"|(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)barn"
    r"|bursdag\w*|bemärkelsedag\w*|personalakt\w*|folkbokföring\w*|[\w-]+årsdag(?:en)?|birthday|born|dob"
    r"|d\.o\.b\."
    r"|bl(?:ir|ev) (?:(?:jag|hon|han) )?[2-9]\d|[3-9]0-års(?:present|uppvaktning|gåva|blomm)\w*"
    r"|b-day)(?!\w)"
    r"|(?-i:(?<![\w.])f)[. :] ?(?:19|20)?\d\d(?:-?\d\d-?\d\d)?\b"
)
_DAY_CUE: Final = re.compile(
    rf"(?i)\b(?:född?|föddes|(?<![\w.])f\.|födelsedat(?:um(?:et)?)?|(?:födelse|bemärkelse)dag(?:en|s)?"
    rf"|(?:jag|hon|han|hen) blev [2-9]\d(?: år)?|blev (?:jag|hon|han|hen) [2-9]\d(?: år)?"
    rf"|[\w-]+årsdag(?:en)?|fyller(?: år| jämnt)?"
    rf"|fyllde(?: år| \d\d)?|birthday|born|blir (?:[2-9]\d|\w+tio(?:fem)?)(?: år)?"
    rf"|grattis(?: på födelsedagen)?)"
    rf"(?:[ ,:]{{1,2}}(?:är|var|infaller|år|på|den|i|on|is|alltid|(?:början|mitten|slutet) av))*[ ,:(]{{1,2}}"
    rf"(?P<date>(?:{_HOLIDAY}|(?:{ORDINAL}|\d{{1,2}}:?[ea]) i (?:{ORDINAL}|\d{{1,2}}:?[ea])(?: {_YEAR})?"
    rf"|{_DAY} of {MONTH}|{_DAY} {MONTH}(?: {_YEAR})?|{MONTH} {_YEAR}|{MONTH} {_DAY}(?!\d)(?:,? {_YEAR})?"
    rf"|{_DAY_MONTH}(?![\d/])(?: ?[-']? ?(?:19|20)?\d\d\b)?))"
)
# A year alone, in digits or words: of one person ("född -71"), not of a year's children ("födda 2019").
_BIRTH_YEAR: Final = re.compile(
    rf"(?i)(?<![\w.])(?:född|född år|född i|född på|föddes|fött"
    rf"|(?-i:f\.) ?|(?-i:f)(?= (?:19|20)\d\d| ?-\d\d)|födelseår(?:et)?)(?: är|:)? ?(?P<date>(?:(?:våren"
    rf"|sommaren|hösten|vintern) )?[-']?{_ANY_YEAR})(?![\w/]|[-.:,] ?\d| (?:år|vecko|tim"
    rf"|dag|km)\w*)"
)
_COHORT: Final = re.compile(
    rf"(?i)\b(?:årgång|årskull|födelsekull|årsmodell)(?:en)?(?: är|:)? (?P<date>[-']?{_ADULT_YEAR})(?!\w"
    rf"|[-/]\d)"
)
_OF_YEAR: Final = re.compile(
    r"(?i)(?:\b(?:är|som|en|två|tre|vi|jag|hon|han) (?:en |född |gammal )?|(?<!\w)-)"
    r"(?P<date>(?:'|19)?[3-9]\d:(?:a|or))\b"
)
_WORDED_WHOLE: Final = re.compile(
    rf"(?i)\b(?P<date>nittonhundra(?!talet)\w*(?:,? den|,)? {ORDINAL} {MONTH}"
    rf"|{ORDINAL} {MONTH},? nittonhundra(?!talet)\w*)(?!\w)"
)
# No paper or plan of a comment is so old: "Rauni 1947-12-30 kalk, waran".
_LONG_AGO: Final = re.compile(
    rf"(?<![\w./-])(?P<date>19(?:[1-5]\d|6[0-9])(?P<mark>[-./]){_MM}(?P=mark){_DD}"
    r")(?![\w/]|[.-]\d)"
)
_IS_BIRTHDAY: Final = re.compile(rf"(?i)(?P<date>{MONTH} {_DAY}|{_DAY} {MONTH}) is my birthday")
_CUE_AFTER: Final = re.compile(
    rf"(?i)(?P<date>{_DAY} {MONTH}(?: {_YEAR})?|{_DAY_MONTH})(?: (?:fyller (?:jag"
    rf"|hon|han)|(?:är|var) (?:jag|hon|han|min \w+|\w+s) född))"
)
_BESIDE_PERSON: Final = re.compile(
    rf"(?i)[\(,] ?(?P<date>{_WORDED}|[0-3]?\d[/.](?:1[0-2]|0?[1-9])[ -./]{{1,2}}(?:20[01]\d|(?:19)?\d\d)"
    rf"|(?:19[1-9]\d|20[01]\d)(?P<d>-?)\d\d(?P=d)\d\d|[1-9]\d{_MM}{_DD}"
    rf"|[013-9]\d-{_MM}-{_DD})(?=[\),;.]|$| och \d| \()"
)
_AFTER_PERSON: Final = re.compile(
    rf"(?<![\w/-])(?:19[1-9]\d|20[01]\d|[1-9]\d)(?P<a>[-. ]?){_MM}(?P=a){_DD}"
    r"(?![\w/]|[-+ ]?[\dXx*])"
)
# "fyller i blanketten", "fyller på förrådet" are no birthdays.
_TURNS: Final = rf"fyller(?! (?:på|upp|ut|igen)\b| i (?!{MONTH}|dag|morgon|år))"
_JUST_BEFORE: Final = re.compile(
    r"(?i)\b(?:patient(?:en)?|brukare?n?|elev(?:en)?|pojke?n?|flickan?|dam(?:en)?|man(?:nen)?"
    r"|kvinna?n?|(?:barn)?barn(?:et)?|son(?:en)?|dotter(?:n)?|dottern|mamman?|pappan?|maken|makan"
    r"|tvillingarna|kund(?:en)?|kille?n?|tjej(?:en)?)(?: på| från| med)? $"
)
_NEAR_CUE: Final = re.compile(
    rf"(?i)\b(?:född?a?|föddes|födelsedag\w*|{_TURNS}|fyllde|bursdag\w*|\w*årsdag(?:en)?"
    rf"|[a-z]{{3,9}}barn(?=,)|[3-9]0-års(?:present|uppvaktning|gåva|blomm)\w*"
    rf"|birthday)(?:,? [^\s.!?]+){{0,6}}?,? (?P<date>{_DAY} {MONTH}|{_DAY_MONTH}"
    rf"(?![\d/]))"
)
_NEAR_CUE_BEFORE: Final = re.compile(
    rf"(?i)(?P<date>{_DAY} {MONTH}|{_DAY_MONTH})(?:,? [^\s.!?]+){{0,3}}? (?:fyller|fyllde"
    rf"|föddes|född|födelsedag\w*|bursdag|blir (?:jag|hon|han) [2-9]\d)\b"
)
# The day alone: "Hon fyller 50 den 12".
_TURNS_ON: Final = re.compile(
    rf"(?i)\b{_TURNS} (?:\w+ )?[1-9]\d(?: år)?(?: nu)? den (?P<date>[0-3]?\d(?::?e)?)(?![\w/:.]\d"
    rf"| {MONTH}|\w)"
)
_CONGRATULATED: Final = re.compile(
    rf"(?i:\bgrattis)(?: [a-zåäö]+){{0,3}}(?: [A-ZÅÄÖ][a-zåäöé-]+){{1,2}},? (?:den )?"
    rf"(?P<date>{_DAY} {MONTH}|{_DAY_MONTH})(?![\d/])"
)
# A list of birthdays: "Grattis i mars: Elin 3/3, Omar 17/3".
_LIST_CUE: Final = re.compile(r"(?i)grattis|födelsedag|bursdag|jubil|fyller år|tårt|uppvakt|\bfirar?s?\b")
_LISTED: Final = re.compile(
    r"[A-ZÅÄÖ][\w-]+(?: tårta)?(?:,? den)? "
    rf"(?P<date>{_DAY} {MONTH}(?: {_YEAR})?|{_DAY_MONTH}(?![\d/]))"
)
# How old someone becomes that day: "Henry 6/11 90 år", "Maj 12 juni, 60 år".
_BECOMES: Final = re.compile(
    rf"(?<!\w)[A-ZÅÄÖ][a-zåäöé-]+,? (?:den )?(?P<date>{_DAY} {MONTH}|{_DAY_MONTH}),? "
    r"\(?(?:blir |fyller )?[1-9]\d ?år\b(?! (?:sedan|sen|gam))"
)
# "Barnen är 3 maj 2016 och 11 okt 2018": a whole date that someone is.
_IS_DATE: Final = re.compile(
    rf"(?i)\b(?:hon|han|hen|jag|barne[nt]|sonen|dottern|(?:pojk|flick|tvilling|syskon|elev|brukar)\w*"
    rf"|patienten|mamman"
    rf"|pappan|mannen|kvinnan|ungarna|killen|tjejen|grabben) (?:är |är från |kom till världen (?:den )?)"
    rf"(?P<date>{_WORDED}|{_NUMERIC})(?![\w/]|[.-]\d)(?: (?:och|resp\.?) (?P<other>{_WORDED})(?!\w))?"
)
# Written for the person in letters and records: "Kallelse till 20010301", "remiss för 480701".
_SENT: Final = re.compile(
    r"(?i)\b(?:kallelse\w*|remiss\w*|provsvar\w*|labbsvar\w*|journal(?:en|kopi\w*)?|recept\w*|intyg\w*"
    r"|epikris\w*"
    r"|svar(?:et)?|läkemedel|dosett\w*|genomförandeplan\w*|gick)(?: \w+)? (?:till|för|på) "
    rf"(?P<date>(?:19\d\d|200\d|201\d|[3-9]\d){_MM}{_DD})(?![\w/]"
    r"|[-+., ]{1,2}\d)"
)
# "ta bort 910612 ur mitt användarnamn"
_IN_USER_NAME: Final = re.compile(
    rf"(?i)(?<![\w/.-])(?P<date>(?:19|20)?\d\d{_MM}{_DD}) (?:\w+ )?(?:ur|i"
    r"|från|som) "
    r"(?:mitt|hennes|hans|sitt|vårt|våra|min|sin|hennes|alla) (?:användarnamn\w*|mejl\w*|mail\w*"
    r"|lösenord\w*|inlogg\w*"
    r"|kod|pinkod|alias)"
)
_FEWEST_LISTED: Final = 2
_THING: Final = re.compile(
    r"(?i)(?:kommunen|regionen|skolan|sjukhuset|enheten|huset|hemmet|bolaget|förvaltningen|kliniken"
    r"|avdelningen"
    r"|avtalet|lagen|verket|föreningen|staden|idé|idén|projektet|tanken|systemet|organisationen|enhet"
    r"|gruppen) $"
)
_PERSON: Final = re.compile(
    r"(?i)\b(?:hon|han|herr\w*|patient\w*|brukar\w*|kund(?:en)?|elev\w*|pojk\w*|flick\w*|dam\w*|man(?:nen)?"
    r"|kvinna\w*|farbro\w*|tant\w*|\w*barn\w*|tvilling\w*|flickor\w*|mor|far|syster\w*|bror\w*|son(?:en)?"
    r"|dotter\w*"
    r"|mamma\w*|pappa\w*|maka?n?|boende\w*|gäst\w*|klient\w*|kolleg\w*|säng\w*|tjej\w*|kille\w*)\b"
)
_NOT_BIRTH: Final = re.compile(
    r"(?i)(?:sedan|sen|från|till|before|since|anställd|började|beslut\w*|daterad|version|infördes"
    r"|möte\w*|gäller|senast|efter)(?: och med)?(?: den)? $"
)
# One of these stands in every text without digits that tells a birth: much quicker to look for.
_STEMS: Final = ("föd", "fött", "fyll", "bemärk", "bursdag", "årsdag", "birth", "born", "blir", "blev")
_BEFORE: Final = 24
_PERSON_WINDOW: Final = 45
_BEFORE_LAST_FOUR: Final = re.compile(
    rf"(?<!\d)(?P<date>(?:19|20)?\d\d{_MM}{_DD})(?=,? (?:med "
    r"|och )?(?:de )?(?:slutsiffror|sista fyra|fyra sista|sista siffrorna))"
)
_DIGIT: Final = re.compile(r"\d")
_SHORT_DASHED: Final = re.compile(r"\d\d-\d\d-\d\d")
_CAPITALISED: Final = re.compile(r"[A-ZÅÄÖ][a-zåäöé]+ ?$")


def _is_birth(match: re.Match[str]) -> bool:
    """Whether nothing before the date says that it is one of work ("sedan", "anställd")."""
    return not _NOT_BIRTH.search(match.string[max(0, match.start() - _BEFORE) : match.start()])


def _is_after_person(match: re.Match[str]) -> bool:
    return _JUST_BEFORE.search(match.string[max(0, match.start() - _BEFORE) : match.start()]) is not None


def _is_beside_person(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - _PERSON_WINDOW) : match.start()]
    if _PERSON.search(before):
        return True
    return not _SHORT_DASHED.fullmatch(match["date"]) and _CAPITALISED.search(before) is not None


def _is_of_person(match: re.Match[str]) -> bool:
    """Whether it is no house or agency that the birthday is said of."""
    return not _THING.search(match.string[max(0, match.start() - _BEFORE) : match.start()])


_CUED_RULES: Final = (
    Rule("birth.cue", _DATE, "date", _is_birth),
    Rule("birth.day", _DAY_CUE, "date"),
    Rule("birth.day", _CUE_AFTER, "date"),
    Rule("birth.year", _BIRTH_YEAR, "date", _is_of_person),
    Rule("birth.near_cue", _NEAR_CUE, "date", _is_of_person),
    Rule("birth.near_cue", _NEAR_CUE_BEFORE, "date"),
    Rule("birth.day", _TURNS_ON, "date", _is_of_person),
)
_WORD_RULES: Final = (
    Rule("birth.day", _DAY_CUE, "date"),
    Rule("birth.year", _BIRTH_YEAR, "date", _is_of_person),
)
_ENGLISH_RULES: Final = (Rule("birth.day", _IS_BIRTHDAY, "date"),)
_YEAR_RULES: Final = (Rule("birth.in_words", _WORDED_WHOLE, "date", _is_birth),)
_PERSON_RULES: Final = (
    Rule("birth.after_person", _AFTER_PERSON, accept=_is_after_person),
    Rule("birth.before_last_four", _BEFORE_LAST_FOUR, "date"),
    Rule("birth.long_ago", _LONG_AGO, "date", _is_birth),
    Rule("birth.cohort", _COHORT, "date"),
    Rule("birth.cohort", _OF_YEAR, "date"),
    Rule("birth.beside_person", _BESIDE_PERSON, "date", _is_beside_person),
    Rule("birth.congratulated", _CONGRATULATED, "date"),
    Rule("birth.becomes", _BECOMES, "date", _is_of_person),
    Rule("birth.is_date", _IS_DATE, "date"),
    Rule("birth.is_date", _IS_DATE, "other", lambda match: match["other"] is not None),
    Rule("birth.sent", _SENT, "date"),
    Rule("birth.user_name", _IN_USER_NAME, "date"),
)


def find(text: str) -> Iterator[Hit]:
    """The dates of birth of the text."""
    digits = _DIGIT.search(text) is not None
    low = text.lower()
    if (digits or any(stem in low for stem in _STEMS)) and _BIRTH.search(text):
        yield from found_by(_CUED_RULES if digits else _WORD_RULES, "DATE_OF_BIRTH", text)
    if "my birthday" in low:
        yield from found_by(_ENGLISH_RULES, "DATE_OF_BIRTH", text)
    if "nittonhundra" in low:
        yield from found_by(_YEAR_RULES, "DATE_OF_BIRTH", text)
    if digits:
        yield from found_by(_PERSON_RULES, "DATE_OF_BIRTH", text)
        yield from _listed(text)


def _listed(text: str) -> Iterator[Hit]:
    """The dates of a list of birthdays, where at least two follow a name each."""
    dates = list(_LISTED.finditer(text)) if _LIST_CUE.search(text) else []
    if len(dates) >= _FEWEST_LISTED:
        yield from (Hit(*match.span("date"), "DATE_OF_BIRTH", "birth.list") for match in dates)
