"""Numbers that stand for a person in a register: of employment, cards, accounts, customers and badges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit, Rule, found_by

_FORM_RULES: Final = (
    Rule("id.hsa", re.compile(r"(?i)(?<!\w)SE-?\d{6,12}-\w{3,14}(?!\w)")),
    Rule("id.lma", re.compile(r"(?<![\w-])\d{2}-\d{6}/\d(?!\d)")),
    Rule("id.iban", re.compile(r"(?i)(?<!\w)SE\d\d(?: ?\d{4}){5}(?!\d)")),
    Rule("id.card", re.compile(r"(?<![\d-])\d{4}[ -][\dxX*]{4}[ -][\dxX*]{4}[ -]\d{4}(?!\d)")),
    Rule("id.card", re.compile(r"(?i)\bkort(?:et)? (?P<id>\d{4} \d{3,4} \d{3,4})(?![\d-]| \d)"), "id"),
    Rule("id.letter", re.compile(r"(?<![\w@./\\-])[a-zåäö]{1,3}\d{5,6}(?![\w@/-]|[.,:]\d)")),
    # The number a badge sends: bytes in hexadecimal.
    Rule("id.badge", re.compile(r"(?<![\w:])(?=[\dA-F:]*[A-F])[\dA-F]{2}(?::[\dA-F]{2}){3,7}(?![\w:])")),
)
_LISTED: Final = (
    r"anst(?:ällnings?|älld|\.)?[ -]?(?:nr|nummer|id|numret)|anst\.|anställd|tjänste(?:kort|id|nummer"
    r"|nr)\w*|löntagar\w*|arbetstagar\w*"
    r"|(?:pass|passer|id-?|inpasserings?|sits|siths?-?|e-?tjänste|tjänste|lma-?|uppehållstillstånds"
    r"|behörighets|nyckel|bank|kredit|drivmedels"
    r"|tank|förar|fören|lån|lunch|parkerings|kort|efos-?|besöks)kort\w*|lma-?(?:nr|nummer)|(?:medarbetar"
    r"|personal|vikarie|brukar|rapport|löne?|löp|resurs|klient|deltagar|student|tjänstgörings"
    r"|ordningsvakts|kund|medlems?|medlem"
    r"|skåp"
    r"|nyckel|bricka|brick|legitimations?|pass|körkorts?|konto|kassör|kassa|agent|användar|patient"
    r"|journal|arbets|elev|ärende|roll)"
    r"-? ?(?:nr|nummer|numret|id|id-?nummer|id-?nr|kod)|hsa-?id|kort(?:et|-? ?nr|-? ?nummer|numret"
    r"|(?= \d{5}))"
    r"|id(?:-?nr|-?nummer|-kort\w*)?|(?:p-|parkerings)tillstånd(?:et)?|anst(?= \d{4})|stämpel(?:kod|nr"
    r"|nummer|kort)(?:en|et)?|stämplar (?:in )?med(?= \d{4})"
    r"|(?:mitt|hennes|hans) kort|clearing\w*|bankkonto\w*|dator(?:namn|-?id|nr)(?:et)?|rfid"
    r"|puk(?:-?kod)?|(?:mobil-?)?imei|[a-zåäö]+legitimation(?:en)?"
    r"|körkort\w*|bankgiro\w*|bg|plusgiro\w*|signeringskod\w*|ref(?:erens)?\.?(?:nr|nummer)"
    r"|förskrivarkod\w*|arbetsplatskod\w*|badge|\w*tagg(?:en)?"
    r"|(?:läkar|sjuksköterske|tjänste)?leg(?:itimation(?:en)?)?|kassör|förare"
    r"|(?:nyckel|rfid-?|id-?|inpasserings|passer)?brick(?:a|an)|a-nr|idnr|idnummer|lma|lid|rid"
    r"|ocr(?:-?nr|-?nummer)?|pool-?(?:nr|nummer)|kort(?= som slutar)"
)
# Any other word for a number is one of a register too, but for numbers of goods, money, rooms and rules.
_NOT_PERSONAL: Final = (
    r"order|beställ|art(?:ikel)?-?n|faktura|rum|sal|inventarie|serie|kostnad|projekt|avdelning|avd|linje"
    r"|buss|tåg"
    r"|sid|version|org|veck|tele|tel|tfn|mobil|direkt|intern|jour|sök|swish|post|person|pers|reserv"
    r"|samordning|lager"
    r"|modell|batch|lot|parti|varu|vara|prod|plan|möte|paragraf|sfs|kanal|bil|reg|avtal|kurs|program|rad"
    r"|klass|bygg|fastighet|kvitto|grupp|enhet|nivå|tillverk|licens|larm|nöd|fax|hus|dörr|våning|port"
    r"|föreskrift"
    r"|kapitel|fråg|punkt|bilag|blankett|mall|säng|storlek|tvätt|chassi|fordon|motor|kommun|rikt|region"
    r"|områdes"
    r"|tnr|pnr|hnr|dnr|diarie|lgh|lägenhet|gat|skylt|hem|anknyt|ankn|kod|mål|kvällens|stor|bank|parkering"
)
_ANY_NUMBER: Final = re.compile(
    rf"(?i)\b(?!{_NOT_PERSONAL})[a-zåäö]{{3,}}-?(?:nr|nummer|numret)(?: i [\w-]+)?(?:\.|:| är| med| på| var"
    rf"| blev|,)?[ ]"
    r"(?P<id>(?-i:[A-ZÅÄÖ]{1,3}[ -]?)?\d(?:[-/ .]?\d){4,13})(?![\w-]|[.,:]\d)"
)
_LINK: Final = (
    r"(?:[^\w\n]{1,3}(?:nr|nummer|numret|med|är|har|på|slutar|heter|som|id|serienr|serienummer"
    r"|lönespec\w*|lönebesked\w*|kortet|legget|brickan|baksidan|schemat|listan|var|lyder"
    r"|mitt|min|hennes"
    r"|hans|kollegans|chefens))*"
    r"[^\w\n]{1,3}"
)
_CUED: Final = re.compile(
    rf"(?i)\b(?:{_LISTED}){_LINK}"
    r"(?P<id>(?:(?-i:[A-ZÅÄÖ]{1,3}) (?=\d{3}))?(?:[a-zåäö]{2,4}-){0,2}(?=[\w-]{0,12}\d)[a-zåäö]{0,4}-?\d[\w]*"
    r"(?:[-/ .]\d[\w]*)*(?:-(?-i:[A-ZÅÄÖ]{2,4}))?)(?!\w)"
)
_OWN_CODE: Final = re.compile(
    r"(?i)\b(?:min|mitt|hennes|hans|chefens|kollegans|(?-i:[A-ZÅÄÖ]\w+s)) (?:personliga |egna |gamla |nya )?"
    r"(?:\w*kod(?: i \w+)?|pin|\w*nummer på \w+|\w*bricka|dosa|kod till \w+)(?: nr| nummer)?"
    r"(?: är| var|:|,)? (?P<id>(?:(?-i:[A-ZÅÄÖ]{1,2})-?)?\d(?:-?\d){3,7})(?![\w-]|[.,:]\d)"
)
_CODE_OF_MINE: Final = re.compile(r"(?i)\bkod (?P<id>\d{4,6}) är (?:min|hennes|hans)\b")
_PIN: Final = re.compile(r"(?i)\bpin(?:-?kod(?:en)?)?(?: är|:)? (?P<id>\d{4,6})(?!\w|[.,:]\d)")
_OWN_ACCOUNT: Final = re.compile(
    r"(?i)\b(?:mitt|hennes|hans|bank|löne|spar|privat|clearing[^.!?]{1,20}) ?konto(?:t|nr|nummer)?"
    r"(?: är|:| på|,)? "
    r"(?P<id>\d(?:[ -]{0,1}\d){3,6}, \d(?:[ -]{0,1}\d){6,10}|\d(?:[ -]{0,1}\d){6,16})(?![\w-])"
)
_BANK: Final = re.compile(
    r"(?i)\b(?:konto(?:t)? i(?: \w+)?|handelsbanken|swedbank|nordea|seb|sbab)(?: är|:|,)? "
    r"(?P<id>\d(?:[ ,-]{0,2}\d){8,16})(?![\w-])"
)
# The number before what it is, or far after: "1234567 som mitt personalnummer", "mitt kort till x, nr 77 11".
_BEFORE_WORD: Final = re.compile(
    r"(?i)(?<![\w./-])(?P<id>(?-i:[A-Z]{1,3}[ -]?)?\d(?:[ -]?\d){3,9}) (?:som|är|var|blev) (?:alltså )?"
    r"(?:mitt|min|ditt|hennes|hans|kollegans|chefens) (?!tele|tel|mobil|direkt|anknyt|order)\w*"
    r"(?:nummer|nr|id|kort|bricka|kod|konto)\b"
)
_OWN_FAR: Final = re.compile(
    r"(?i)\b(?:min|mitt|hennes|hans|chefens|kollegans|(?-i:[A-ZÅÄÖ]\w+s)) \w*(?:kort|bricka|tagg|nyckel"
    r"|dosa|konto)"
    r"(?: \w+){1,4},? (?:nr|nummer|id)\.? (?P<id>\d(?:[ -]?\d){3,15})(?![\w-]|[.,:]\d)"
)
_IN_BANK: Final = re.compile(
    r"(?i)\bkonto(?:t|nr|nummer)? (?P<id>\d(?:[ ,-]{0,2}\d){8,16}) (?:i|på) (?:\w*bank\w*|nordea|seb|sbab)\b"
)
# The bank's number, a comma and the account's: "fel konto, 8327-9, 994 018 233-1".
_CLEARED: Final = re.compile(
    r"(?i)\b(?:\w*konto(?:t|nr|nummer)?|bank(?:en)?|lönen?|utbetal\w*)\b[^.!?\d]{0,30}"
    r"(?P<id>\d{4}(?:-\d)?, ?\d(?:[ -]?\d){6,11})(?![\w-])"
)
# A number in brackets after the card it is of: "nytt SITHS-kort, det gamla (1400 8822 7)".
_IN_BRACKETS: Final = re.compile(
    r"(?i)(?:kort|bricka|brickan|tagg|nyckel|dosa|legitimation|passet|konto)(?:et|en|n"
    r"|t)?(?:,? [a-zåäö-]+){0,4} "
    r"\((?:nr\.? |nummer )?(?P<id>(?!(?:19|20)\d\d-(?:19|20)\d\d)[A-ZÅÄÖ]{0,3}\d[\d -]{2,18}\d)\)"
)
_CARD: Final = re.compile(
    r"(?i)\b(?!rekord|vy|spel)[a-zåäö]{3,}kort(?:et)?(?: nr| nummer|:)? (?P<id>\d[\d ]{2,18}\d)(?!\w|[.,:]\d)"
)
_PERSON_NUMBERED: Final = re.compile(
    r"(?i)\b(?:kund|klient|patient|brukare|elev|deltagare|sökande|medlem|anställd|vårdtagare|hyresgäst"
    r"|låntagare|resenär"
    r"|medarbetare|vikarie|uppdragstagare|reseräkning|rekvisition)(?:e?n)?(?: nr| nummer)? "
    r"(?P<id>\d{5,9}|\d{2,4}-\d{3,6})(?![\w-]|[.,:]\d)"
)
_CODE: Final = re.compile(
    r"(?i)\b(?:enkät|svars|inloggnings|engångs|aktiverings)kod(?:en)?(?: är"
    r"|:)? (?P<id>(?=\w*\d)(?=\w*[a-z])\w{4,12})(?!\w)"
)
_COMPUTER: Final = re.compile(
    r"\b[Dd]ator(?:n)?(?:,| med nr| heter"
    r"| med namnet)? (?P<id>[A-Z]{1,3}\d{0,2}-?\d{4,6})(?![\w-])"
)
_IP: Final = re.compile(r"(?i)\bip(?:-?adress(?:en)?)?(?: är|:)? (?P<id>\d{1,3}(?:\.\d{1,3}){3})(?![\w.]\d)")
_PASSPORT: Final = re.compile(
    r"(?i)\bpass(?:et|port)?(?: nr| nummer|:| med nr| med nummer| är)? \(?(?P<id>\d{8}"
    r"|(?-i:[A-Z]{1,2}) ?\d{6,8})(?![\w-]|[.,:]\d)"
)
_PASSWORD: Final = re.compile(
    r"(?i)\blösen(?:ord(?:et)?)?(?: är| var|:)? (?P<id>(?=\S*[a-zåäö])(?=\S*\d)[\w!?#$%&*.-]{5,}[\w!])"
)
_COUNTED: Final = re.compile(
    r" ?(?:kr\b|kronor|%|procent|gånger|dagar|veckor|månader|år\b|personer|st\b|timmar|minuter|kommentarer"
    r"|tkr|miljoner|per |om (?:året|dagen|dan)|elever|patienter|kunder|anställda|stycken)"
)
# Words before another number of the same shape: "står HJ-3029", "och 31 0424".
_AGAIN: Final = (
    r"(?i:\b(?:nummer|nr|numret|id|och|eller|inte|blev|med|står|är|till|mitt|mot|hade|för)[. ]{1,2})"
)
# A firm's own numbers: with its registration or an order in the same comment.
_OF_FIRM: Final = re.compile(r"(?i)(?:bankgiro|bg|plusgiro|kund)")
_FIRM: Final = re.compile(
    r"(?i)\b(?:organisationsnum|org\.?-?(?:nr|nummer)|order(?:nr|num)|leverans|leverantör|faktur|offert"
    r"|beställning)"
)
_YEAR: Final = re.compile(r"19\d\d|20[0-3]\d")
_FEWEST_DIGITS: Final = 3
_DIGITS: Final = re.compile(r"\d\W{0,3}\d\W{0,3}\d|\d[A-Za-z]|[a-zA-Z]\d|:[A-F\d]{2}:")


def _is_identity(match: re.Match[str]) -> bool:
    """Whether the number has digits enough, and is no count, no year and no firm's."""
    if _OF_FIRM.match(match.group()) and _FIRM.search(match.string):
        return False
    n_digits = sum(c.isdigit() for c in match["id"])
    counted = _COUNTED.match(match.string, match.end()) or _YEAR.fullmatch(match["id"])
    return n_digits >= _FEWEST_DIGITS and not counted


_OTHER_RULES: Final = (
    Rule("id.number", _ANY_NUMBER, "id", _is_identity),
    Rule("id.own_code", _OWN_CODE, "id", _is_identity),
    Rule("id.own_code", _CODE_OF_MINE, "id"),
    Rule("id.own_code", _PIN, "id", _is_identity),
    Rule("id.account", _OWN_ACCOUNT, "id", _is_identity),
    Rule("id.account", _BANK, "id", _is_identity),
    Rule("id.own_far", _OWN_FAR, "id", _is_identity),
    Rule("id.account", _IN_BANK, "id", _is_identity),
    Rule("id.account", _CLEARED, "id", _is_identity),
    Rule("id.card", _IN_BRACKETS, "id", _is_identity),
    Rule("id.card", _CARD, "id", _is_identity),
    Rule("id.person", _PERSON_NUMBERED, "id", _is_identity),
    Rule("id.code", _CODE, "id"),
    Rule("id.computer", _COMPUTER, "id"),
    Rule("id.computer", _IP, "id"),
    Rule("id.passport", _PASSPORT, "id"),
    Rule("id.password", _PASSWORD, "id"),
)


def find(text: str) -> Iterator[Hit]:
    """The numbers of registers in the text."""
    if not _DIGITS.search(text):
        return
    yield from found_by(_FORM_RULES, "ID", text)
    yield from found_by(_OTHER_RULES, "ID", text)
    shapes = set[str]()
    for match in (*_CUED.finditer(text), *_BEFORE_WORD.finditer(text)):
        if _is_identity(match):
            shapes.add(_shape(match["id"]))
            yield Hit(*match.span("id"), "ID", "id.number")
    for shape in sorted(shapes):
        again = re.compile(rf"{_AGAIN}(?P<id>{shape})(?![\w-]|[.,:]\d)")
        yield from found_by((Rule("id.number_again", again, "id", _is_identity),), "ID", text)


def _shape(number: str) -> str:
    """A pattern of numbers written alike: its letters and digits any others, its marks the same."""
    return "".join(r"\d" if c.isdigit() else "[^\\W\\d_]" if c.isalpha() else re.escape(c) for c in number)
