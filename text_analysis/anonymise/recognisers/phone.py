"""Telephone numbers, extensions and pagers, in digits; phone_words reads those in words.

Forms: Post- och telestyrelsen's numbering plan (area codes of two to four digits, 07x for mobiles).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit, Rule, found_by
from text_analysis.anonymise.recognisers.phone_words import DIGITS_AND_WORDS

_SEP: Final = r"[ ./:;)_·•~*|,-]{0,3}"
_GAP: Final = r"[ ./;·•~*|_-]{0,2}"
_INTERNATIONAL: Final = re.compile(
    rf"(?<![\w+])(?:\+|00) ?[1-9]\d{{0,2}}{_SEP}(?:\(0\))?(?:{_SEP}\d){{6,11}}(?!\d)"
)
_NATIONAL: Final = re.compile(
    rf"(?<![\w+])(?<!\d[.,/-])(?:\(0[1-9]\d{{0,2}}\)|\(\+46\) ?\d{{1,3}}|(?:0"
    rf"|\(0\)) ?[1-9]\d{{0,2}}){_SEP}\d(?:{_GAP}\d){{4,8}}(?!\d)"
)
_SPACED: Final = re.compile(r"(?<!\d)(?<!\d )0(?:(?: | ?- ?)\d){8,9}(?! ?\d)")
# Some of the digits left out: "070-xxx 45 67", "0704 ... 22 18 9".
_LEFT_OUT: Final = re.compile(
    r"(?<!\w)0[1-9]\d{1,2}[ -]{0,3}(?:[xX*?.]{2,5}|\d)(?:[ -]{0,3}(?:[xX*?.]{2,5}|\d)){3,8}(?![\w])"
)
_LETTER_ZERO: Final = re.compile(r"(?<!\w)[0oO][1-9][\doOlI]?(?:[ ./-]{0,2}[\doOlI]){7,8}(?!\w)")
_TIMES: Final = re.compile(r"0\d[.:][0-5]\d(?:[ ,/-]+[0-2]\d[.:][0-5]\d)+(?:[ ,/-]+[0-2]\d)?")
_HOURS: Final = re.compile(r"[0-2]\d[.: ]?[0-5]\d ?- ?[0-2]\d[.: ]?[0-5]\d")
_DATE: Final = re.compile(r"0\d[./ -](?:0?\d|1[0-2])[./ -](?:19|20)\d\d|0\d-\d\d (?:19|20)\d\d")
_WHO: Final = r"(?:mig|mej|oss|henne|honom|dem|dom|gärna|då|direkt|hem|privat|växeln|chefen)"
_EXTENSION: Final = re.compile(
    r"(?i)\b(?:ankn?(?:ytning(?:en)?)?|intern(?:nummer|nr|telefon|tel|t|kort)?|(?:person)?sökare?n?|personsök"
    r"|sök(?:ar)?(?:nummer|nr|numret)|snabb(?:nummer|numret|nr|val)"
    r"|kort(?:nummer|nr)|dect(?::en|telefon|nummer)?|\w*jour(?:s?nummer|s?numret)|direkt(?:nummer|nr|val)"
    r"|[a-zåäö]*telefon(?:en|nr"
    r"|nummer|numret)?"
    r"|tel(?:en|nr|nummer|numret)?|tfn|sök(?=: \d| \d(?: \d\d){2}| \d{4,5}(?: (?:dag|kväll|natt|helg)\w*"
    r"| mellan| efter| vardag\w*| dygnet| och| eller| på| så| när| om|[.,;!?)]"
    r"|$))|söks|söker"
    r"|anknyt|direkt(?=: ?\d|,? \d{3}[ -]?\d\d(?:[,.;!?)]|$))|larmsökaren?|trådlösa?"
    r"|lur(?:en)?|vxl|jour(?:nummer|numret"
    r"|mobil(?:en)?)|mobil(?:en|nr|nummer|numret)?"
    r"|fax(?:nr|nummer|en)?|rakel-?(?:nr|nummer|numret|id|telefon)?|beeper(?:n)?|piparen?"
    r"|(?:bak)?jouren?|softphone(?:n)?|tele|tlf|telef|direktlinje(?:n)?|sladdlösa?"
    r"|(?:natt|kvälls?|dag|helg|hem|jobb|privat|larm|bak)-?(?:nummer|numret|nr)|swish(?:a"
    r"|nummer|nr|numret)?|minicall|ext(?:ension)?|snr|pager)\b(?: - "
    r"|[-.,:]{0,2} ?)"
    r"(?:(?:nr\.?|nummer|är|ligger|på|till|har|heter|numret|mig|min|mitt|hennes|hans)[: ]{1,2}|= ?|: ?"
    r"|\(){0,3}"
    r"(?P<number>[xX]?\d(?:[ -]?\d){2,9}|[*#]\d+(?:[*#]\d+)*#?)"
    r"(?![\d%]|[.,:]\d| ?(?:kr|st|tim|min|år|samtal|gånger|dagar|veckor)\b)"
)
# Several telephones: "sökarna 2290 och 2291", "telefoner på röntgen, 5512 vid disken".
_PLURAL: Final = re.compile(
    r"(?i)\b(?:sökar(?:e|na)|telefoner(?:na)?|anknytningar(?:na)?|lurar(?:na)?)(?: (?:på|i|vid|hos) \w+)?"
    r"[,:]? (?P<number>\d{3,5})(?![\d%]|[.,:-]\d| ?(?:kr|st|tim|år|av|personer)\b)"
)
_CALL: Final = re.compile(
    rf"(?i)\b(?:ring(?:a|er)?|nås|sms:?a|slå|messa|(?:nå|sök)(?= (?:{_WHO}|på|nr|nummer) ))"
    rf"(?: {_WHO})*(?: (?:på|till|via|mig på|nummer|nr))?:? "
    r"(?P<number>\d(?:[ -]?\d){3,7})(?![\d%]|[.,:]\d| ?(?:kr|st|tim|min|år|samtal|gånger|dagar"
    r"|personer|olika)\b)"
)
# "Sök läkaren på 4471", "ring köket 62 718", "lämna meddelande på 4471", "ring mig, 4471".
_CALL_PLACE: Final = re.compile(
    rf"(?i)\b(?:(?:ring(?:a|er)?|sök(?:a|er)?|nå(?:r)?|kalla(?:r)? på|faxa|sms:?a|texta|anropa|larma) "
    rf"(?:{_WHO}|[a-zåäö-]+(?:en|et|an|ern|orna|arna))|prata in|tala in|lämna (?:ett )?meddelande|anropa"
    rf"|texta)"
    r"(?: på| till|,)? \(?(?P<number>\d(?:[ -]?\d){3,4})(?=\)|[,.;!?](?!\d)|$| (?:så|om|vid|när|för|och"
    r"|efter|på|i|innan)\b)"
)
_AS_NUMBER: Final = re.compile(
    r"(?i)(?<![\d.,:/-])(?P<number>\d(?:[ -]?\d){3,5})(?= som (?:sitt |mitt |vårt )?(?:direkt|anknytn"
    r"|kortn|jour|sök|telefon"
    r"|intern|snabb))"
)
_CALL_SHORT: Final = re.compile(
    r"(?i)\b(?:ring|sms:?a|messa)(?: (?:mig|oss|gärna|på|till|nr|nummer)){0,2} (?P<number>\d{3})"
    r"(?= så\b| om\b|[.!]?$)"
)
_LOCAL: Final = re.compile(
    r"(?<![\d.,:/+-])(?<!\d )\d{2,3}(?:(?:[ -]\d\d){2,3}|[ -]\d{3}[ -]\d{2,3}|[ -]\d\d[ -]\d{3})(?![\d%]"
    r"|[ .,:-]\d| ?(?:kr|st|tim|min|år|kronor"
    r"|samtal|gånger|dagar|personer|procent)\b)"
)
_WITHOUT_ZERO: Final = re.compile(
    r"(?<![\d+.,/-])(?<!\d )7[02369][ -]?\d{3}[ -]?\d\d[ -]?\d\d(?![ -]?\d|[.,]\d)"
)
_LOCAL_CUE: Final = re.compile(
    r"(?i)\b(?:svarar?|ring\w*|tel|telefon\w*|tfn|mobil\w*|nummer|numret|nås|nå|sms\w*|växel\w*|jour\w*"
    r"|växeln"
    r"|ankn\w*|sök\w*|direktnummer\w*|lur\w*)\b"
)
_ANSWERED: Final = re.compile(
    r"(?i)\b(?:svarar(?: alltid| aldrig| inte| ingen| bara)? på|nås(?: \w+)? på"
    r"|koppla[srd]?(?:e)?(?: \w+)? till|vidarekoppla\w*(?: till)?|snabbval(?:et)?|internt"
    r"|telefonnummer|telefonnumret|numret|mobilnummer|nummer)(?: är| slutar (?:på|med)"
    r"|:)? (?P<number>\d(?:[ -]?\d){3,8})(?![\d%]|[.,:]\d)"
)
# "Ring växeln och be om 62719", "koppla till 4471".
_ASKED: Final = re.compile(
    r"(?i)\b(?:be(?:r|d|dd)? (?:att få (?:bli kopplad till )?|om |dem koppla till )+"
    r"|säg (?:bara )?)(?P<number>\d{4,6})"
    r"(?![\d%]|[.,:-]\d| ?(?:kr|kronor|st|tim|min|år|dagar|veckor)\b)"
)
_SWITCHBOARD: Final = re.compile(r"(?i)\b(?:växel\w*|ring\w*|koppla\w*|telefonist\w*|receptionen)\b")
_ENDS: Final = re.compile(
    r"(?i)\b(?:mobil(?:en|nummer|numret)?|telefon(?:en|nummer|numret)?|nummer|numret"
    r"|ankn(?:ytningen)?) (?:slutar"
    r"|börjar) (?:på|med)"
    r" (?P<number>\d(?: ?\d){2,5})(?!\d|[.,:]\d)"
)
_CALL_NAMED: Final = re.compile(
    r"\b(?i:ring|sms:?a|nå|messa|kontakta|sök)(?:a|er|s)? (?:[A-ZÅÄÖ][\w-]+|chefen|växeln|jouren|kontoret)"
    r"(?: på| på nr|,| ?\()? ?(?P<number>\d(?:[ -]?\d){3,4})(?![\d%]|[.,:]\d| ?(?:kr|st|tim|min|år|gånger)\b)"
)
_ANSWERS: Final = re.compile(
    r"(?i)\b(?:på (?P<after>\b)|(?:ringer|ringde|slår|slog) (?:man|du|vi|jag) )(?P<number>\d{4,5})"
    r"(?= (?(after)(?:svarar|når|sitter|nås|får man)|[a-zåäö]))(?! (?:kr|st|personer|år)\b)"
)
_LINE: Final = re.compile(
    r"(?<![\d.,:/+-])(?<!\d )(?P<number>\d\d ?\d{2,3})(?= (?:svarar|är (?:alltid |jämt )?upptaget|kopplas"
    r"|tutar"
    r"|går (?:direkt )?till (?:telefon|köket|växeln|en )))"
)
# A list of who has which number: "I telefonlistan står Ove 5512, Evelina 5521".
_LIST_CUE: Final = re.compile(
    r"(?i)\b(?:telefon|nummer|anknytnings|ring|kontakt|jour|sök)-?(?:lista\w*|listor\w*|katalog\w*"
    r"|pärm\w*)|\bankn|kortnummer"
    r"|snabbval|snabbnummer"
)
_LISTED: Final = re.compile(
    r"(?<!\w)(?!Rum|Sal|Plan|Hus|Box|Linje|Konto|Kontot|Projekt|Version|Office|Windows|Excel|Vecka|Lex"
    r"|Lag|Avd|Kod|Blankett"
    r"|Ring)"
    r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?(?: [A-ZÅÄÖ][a-zåäöé]+|:| har| på)? (?P<number>\d{3,5}"
    r"|\d\d[ -]\d\d)"
    r"(?![\w%-]|[.,:/]\d| ?(?:kr|kronor|st|tim|år|personer|gånger)\b)"
)
# In brackets: "Gun (4471) svarar", "mitt nummer, 4471,", and the word for it in them: "4471 (ankn)".
_IN_BRACKETS: Final = re.compile(
    r"(?:[A-ZÅÄÖ][a-zåäö]+|\b[Nn]umret|\b[Jj]ouren) \((?P<number>\d{4,5}|\d\d \d\d)\)"
    r"|\b(?:[Mm]itt|hennes|hans|vårt|[Dd]itt) nummer, (?P<other>\d{4,5})(?=[,.])"
    r"|(?<![\d.,:/-])(?P<named>\d{3,5}|\d\d[ -]\d\d)(?= \((?:ankn|tel|mobil|sök|jour|intern|direkt))"
)
_SHORT_EXTENSION: Final = re.compile(
    r"(?i)\b(?:ankn(?:ytning(?:en)?)?|snabb(?:nummer|numret|nr|val))\b[.:]? ?(?:nr |nummer "
    r"|är )?(?P<number>\d\d?)(?! ?(?:gånger|av|st|kr|%)|[\d.,:/-]*\d)"
)
_BEFORE_CUE: Final = re.compile(
    r"(?i)(?<![\d.,:/-])(?P<number>\d(?:[ -]?\d){3,5})(?=\)?,? (?:den (?:här |där )?(?:anknytning|sökar"
    r"|lur|telefon|linje)|det (?:här |där )?(?:numret|telefonn)"
    r"|om (?:ni|du|man) (?:vill|ska|behöver|måste) (?:nå|ringa|få tag)|når (?:ni|du|man) (?:mig|oss"
    r"|henne|honom|natt|jour)|går (?:direkt )?(?:till|hem till) (?:mig"
    r"|min mobil)|är (?:min |mitt |hennes |hans |vår "
    r"|vårt )?(?:anknytning|ankn|interna?|direkt\w*|nummer|telefon\w*|sökare)))"
)
_NOT_PHONE: Final = re.compile(
    r"(?i)(?:(?:order|best(?:ällning)?s?|artikel|art|faktura|serie|inventarie|projekt|avtals?"
    r"|modell)-?\.?(?:nr|nummer)?\.?:?"
    r"|\b(?:beställning|artikel|faktura|order|kodplanen?|kontosträng\w*|konto|kundtjänst|kontaktcent(?:er"
    r"|ret|rum)|medborgarservice"
    r"|servicecenter)"
    r"(?:en|s)?(?: på| är| har)?:?) $"
)
_NO_PLUS: Final = re.compile(rf"(?<![\d+])46{_SEP}(?:\(0\))?{_SEP}7[02369](?:[ ./-]{{0,2}}\d){{7}}(?!\d)")
_MORE: Final = re.compile(
    r"(?: (?:vid|på|i|hos) [a-zåäö]+)?"
    r"(?: ?/ ?|, (?:kväll |natt |helg |jour )?| och | eller )(?P<number>\d(?:[ -]?\d){1,5})(?![\d%]|[.,:]\d)"
)
_PUBLIC: Final = frozenset({"112", "1177", "11313", "11414", "118118", "116117", "90000", "2222"})
_SWEDISH_DIGITS: Final = range(8, 12)
_FEWEST_DIGITS: Final = 7
_BEFORE: Final = 30
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
# Numbers of goods: after one, others of its form in the comment are too.
_OF_GOODS: Final = re.compile(rf"{_NOT_PHONE.pattern[:-3]}) (?P<goods>[\d -]{{7,14}}\d)")


def _is_national(match: re.Match[str]) -> bool:
    number = match.group()
    n_digits = sum(c.isdigit() for c in number)
    other = _HOURS.fullmatch(number) or _TIMES.fullmatch(number) or _DATE.fullmatch(number)
    before = match.string[max(0, match.start() - _BEFORE) : match.start()]
    if n_digits not in _SWEDISH_DIGITS or other or _NOT_PHONE.search(before):
        return False
    goods = _OF_GOODS.search(match.string)
    return goods is None or _form(goods["goods"]) != _form(number)


def _form(number: str) -> str:
    """The number's first digits, and how the rest are grouped: "070-44151" is "070-#####"."""
    return number[:3] + re.sub(r"\d", "#", number[3:])


def _has_letter_digits(match: re.Match[str]) -> bool:
    letters = any(c.isalpha() for c in match.group())
    return letters and sum(c.isdigit() for c in match.group()) >= _FEWEST_DIGITS


def _is_personal(match: re.Match[str]) -> bool:
    """Whether the number is no public one and no year."""
    number = match["number"]
    return re.sub(r"\D", "", number) not in _PUBLIC and not _YEAR.fullmatch(number)


def _is_asked(match: re.Match[str]) -> bool:
    return _SWITCHBOARD.search(match.string) is not None and _is_personal(match)


_RULES: Final = (
    Rule("phone.international", _INTERNATIONAL),
    Rule("phone.national", _NATIONAL, accept=_is_national),
    Rule("phone.spaced", _SPACED),
    Rule(
        "phone.left_out", _LEFT_OUT, accept=lambda match: re.search(r"[xX*?]|\.\.", match.group()) is not None
    ),
    Rule("phone.letter_zero", _LETTER_ZERO, accept=_has_letter_digits),
    Rule("phone.no_plus", _NO_PLUS),
    *DIGITS_AND_WORDS,
    Rule("phone.extension", _EXTENSION, "number", _is_personal),
    Rule("phone.extension", _PLURAL, "number", _is_personal),
    Rule("phone.call", _CALL, "number", _is_personal),
    Rule("phone.call", _CALL_PLACE, "number", _is_personal),
    Rule("phone.before_cue", _AS_NUMBER, "number", _is_personal),
    Rule("phone.asked", _ASKED, "number", _is_asked),
    Rule("phone.ends", _ENDS, "number"),
    Rule("phone.call", _CALL_SHORT, "number", _is_personal),
    Rule("phone.call", _CALL_NAMED, "number", _is_personal),
    Rule("phone.answered", _ANSWERED, "number", _is_personal),
    Rule("phone.answers", _ANSWERS, "number", _is_personal),
    Rule("phone.answers", _LINE, "number", _is_personal),
    Rule("phone.extension", _SHORT_EXTENSION, "number"),
    Rule("phone.before_cue", _BEFORE_CUE, "number", _is_personal),
)
_LIST_RULES: Final = (Rule("phone.list", _LISTED, "number", _is_personal),)
_LOCAL_RULES: Final = (Rule("phone.local", _LOCAL), Rule("phone.without_zero", _WITHOUT_ZERO))


def find(text: str) -> Iterator[Hit]:
    """The telephone numbers of the text; public ones (112, 1177 …) are no one's and stay."""
    for hit in found_by(_RULES, "PHONE", text):
        yield hit
        yield from _more(text, hit)
    if _LIST_CUE.search(text):
        yield from found_by(_LIST_RULES, "PHONE", text)
    if _LOCAL_CUE.search(text):
        yield from _in_brackets(text)
        yield from found_by(_LOCAL_RULES, "PHONE", text)


def _in_brackets(text: str) -> Iterator[Hit]:
    """The short numbers that stand in brackets, between commas, or before a word in brackets."""
    for match in _IN_BRACKETS.finditer(text):
        group = match.lastgroup or "number"
        if not _YEAR.fullmatch(match[group]):
            yield Hit(*match.span(group), "PHONE", "phone.brackets")


def _more(text: str, first: Hit) -> Iterator[Hit]:
    """The short numbers of the same length that follow one in a list ("ankn 771 eller 772")."""
    match = _MORE.match(text, first.end)
    while match and len(match["number"]) == first.end - first.start:
        yield Hit(*match.span("number"), "PHONE", "phone.list")
        match = _MORE.match(text, match.end())
