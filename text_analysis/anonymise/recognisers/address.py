"""Street addresses, flat numbers and postcodes.

A street without a number is a place, and stays unless someone is said to live there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit, Rule, found_by
from text_analysis.anonymise.recognisers.number_words import DIGITS, TEENS

_NUMBER: Final = r"\d{1,4}(?::\d{1,3})?(?: ?[-/] ?\d{1,4}(?!\d))?(?: ?[A-Ha-h](?![\w:]))?(?!\d|:[ae]\b|\.\d)"
_NOT_COUNTED: Final = (
    r"(?! ?(?:km|mil|meter|procent|%|gånger|år|min|minuter|tim|timmar|kr|kronor|dagar|veckor|st|personer"
    r"|gång)(?!\w))"
)
_UPPER: Final = "A-ZÅÄÖÉÜ"
_STREET_ENDS: Final = (
    r"gatan|gata|aveny(?:n|en)?|vägen|väg|stigen|stig|gränden|gränd|torget|torg|allén|allé|esplanaden|stråket"
    r"|slingan|kroken|rundan"
    r"|svängen|kajen|boulevard(?:en)?|(?:norr|söder) \w+strand|leden|promenaden|tvären|spåret|stranden"
    r"|trappan|trappor|sg\.?|\w{3}(?:[bdfgkmnpst]v|arv)(?= )|\w{3}v\.|\w{3}[bdfkmpst]g(?= )|gat\.|väg\.|vgn"
)
_PLAIN_STREET_ENDS: Final = r"(?:gatan|vägen|stigen|gränden|gränd|allén|esplanaden|slingan|kroken)"
_NUMBER_WORD: Final = rf"ett|{DIGITS}|{TEENS}|tjugo"
# These end both streets and names of units ("Ekbacken 2"): they count as an address near a word for one.
_PLACE_ENDS: Final = (
    r"backen|backe|liden|plan|gården|gård|ringen|hagen|ängen|dalen|berget|parken|höjden|åsen|udden"
    r"|viken|platsen|plats"
    r"|byn|brynet|gången|myran|torp|torpet|näs|näset|hult|ryd|böle|mark|sjö|hed|heden|mo|gärde|gärdet"
    r"|tjärn|fors"
    r"|sätra|bo|lund|vik"
    r"|lyckan|slätten|vreten|vret|bruket|bygget|ängen|äng|hagalid|lid|ro|fridhem|hem|sidan|holmen|holme"
    r"|sel|selet|träsk|ön|brinken|bruk|by|dal|ås|berg|kulla|kullen|änge|lid|sund|hammar|strand|kvarn"
    r"|kvarnen|rud"
)
_STREET: Final = re.compile(
    rf"(?:\b(?:[{_UPPER}](?:[\w'.-]*|[IVX]*:s) ){{1,3}}(?i:(?:\w[\w'-]*)?(?:{_STREET_ENDS}))"
    rf"|\b(?i:\w[\w'-]*?(?:{_STREET_ENDS})))"
    rf",? ?(?:nr\.? ?|nummer )?\(?{_NUMBER}{_NOT_COUNTED}"
)
_CUED: Final = re.compile(
    rf"\b(?:[{_UPPER}][\w'-]* ){{0,2}}(?:[{_UPPER}][\w'-]*(?:{_PLACE_ENDS})"
    rf"|(?<=[\w] )(?:Backe|Lid|Ring|Hag|Äng|Dal|Gård|Plats|Park|Lund|Berg)(?:n|en|et)) {_NUMBER}"
)
_LOWER_STREET: Final = re.compile(
    rf"\b(?:(?:norra|södra|östra|västra|stora|lilla|gamla|nya|övre|nedre|yttre|inre|kung|drottning"
    rf"|prins|sankt|skeppar|mäster|biskop|greve|doktor|kapten) )?(?:[^\W\d_]+s )"
    rf"(?:väg|gata|gränd|stig|plats|torg|backe|allé) (?:nr\.? ?)?{_NUMBER}"
    rf"|\b(?:norra|södra|östra|västra|stora|lilla|gamla|nya|övre|nedre) [^\W\d_]+(?:gatan|vägen"
    rf"|gränd|stigen) {_NUMBER}"
    rf"|\b(?i:stor|kungs|björk|lind|gran|tall|slotts?|kanal|bro|central|torg|mellan|lång|skol|kyrko|bäck"
    rf"|sjö|vasa|hamn|järnvägs|köpmans?|linné|göt|drottning|norr"
    rf"|söder|väster|öster|strand|park|ny|kvarn"
    rf"|bruks|industri|ring|ek|alm|asp|lönn|hassel|rönn|idrotts?|skogs|åker|ängs?|berg|dal|kloster|borg"
    rf"|kapell|prästgårds"
    rf"|stations|gamla|läns|tegel|smed|myr|solhems|backa?|sten|ham[nm]|trädgårds|fabriks|smedje"
    rf"|hantverkar|regerings|biblioteks"
    rf"|nygat?s?)(?:g\.?|v(?=[. ])\.?) \d{{1,3}} ?[A-Ha-h]?\b(?!\d)"
)
_PROPERTY: Final = re.compile(rf"\b(?:[{_UPPER}][a-zåäöé'-]+ ){{1,2}}\d{{1,3}}:\d{{1,3}}(?![\d:])")
# Any capitalised name and number, straight after a word for living or going there.
_LIVES: Final = re.compile(
    rf"\b(?:(?i:bor|bodde|bott|boende|(?:hem)?adress(?:en)?|hem(?:ma)?|hembesök(?:et)?|kund(?:en)?|brukaren"
    rf"|larm(?:et)?|insats(?:en)?|dörren|villan|huset|torp(?:et)?|gård(?:en)?|(?:sommar)?stugan?"
    rf"|fastighet(?:en)?"
    rf"|hyr|skriven|folkbokförd|mantalsskriven|sommarhus|avin gick|skickad?e?s?|post(?:en)?|hem till (?:mig"
    rf"|henne|honom|oss)|brevlådan?|dök upp|(?:\w*kallelsen"
    rf"|brevet) kom)"
    rf"|(?i:åker|åka|kör(?:a)?|(?<!vi )(?<!vi har )flyttat?)(?= (?:hem |ut |upp )?(?:till|från))"
    rf"|(?i:post(?:en)?|brev(?:et)?|kallelse(?:n|rna)?|lönespec\w*|faktur\w*)(?: \w+){{1,2}}(?= till))"
    rf"(?: numera| nu| själv| sedan \w+(?: \w+)?| hem)?(?: är| på| i| till| hos| vid|:|,| kunden"
    rf"| brukaren){{0,2}} "
    rf"(?P<place>(?:[{_UPPER}][a-zåäöé'-]+ ){{1,2}}{_NUMBER}){_NOT_COUNTED}"
)
_CUE: Final = re.compile(
    r"(?i)\b(?:adress\w*|hemadress\w*|bor|bodde|(?:inne)?boende|hemma|hem(?:besök|met)?|kund(?:en)?|brukaren?"
    r"|lgh|lägenhet\w*|postnr|post(?:en)?"
    r"|flytta\w*|besök\w*|ambulans\w*|larm\w*|familje\w*|fastighet\w*|sonen|dottern|damen|mannen"
    r"|tanten|farbrorn|granne\w*|dörr\w*|nyck(?:el|eln|lar)|mat till|hos|portkod\w*|c/o"
    r"|dubbelbemanning|mat(?:låd\w*|leverans\w*)|rutt(?:en)?|skolskjuts\w*|färdtjänst\w*|taxi\w*|bilen"
    r"|blommor\w*|paket\w*|resan?|skjuts\w*"
    r"|hämta\w*|lämna\w*|insats\w*|medicin(?:en)?|brevlåda\w*|trapp\w*|hyr\w*|villa\w*|hus(?:et)?|åk\w*"
    r"|kör\w*)\b"
)
_FLAT: Final = re.compile(
    r"(?i)\b(?:lghe?t?|lägenhet(?:en)?|lägenheter(?:na)?(?= \d{4}\b)|lgh-?nr"
    r"|lägenhets(?:nummer|nr))\b[.:]? ?(?:nr\.? ?"
    r"|nummer )?(?P<flat>\d{1,4}[A-Z]?)(?!\w|[.,]\d)"
)
# The town after a postcode belongs to the address, and is masked with it.
_TOWN: Final = rf"[{_UPPER}][{_UPPER}a-zåäö]{{2,}}(?:-[{_UPPER}][a-zåäö]+)?"
_POSTCODE: Final = re.compile(
    rf"(?<![\d.,:-])(?P<code>(?:SE?[- ] ?)?(?:\d{{3}} ?\d{{2}}|\d{{2}} \d{{3}}) {_TOWN})(?![\d-])"
)
_AFTER_STREET: Final = re.compile(
    r"[, ]{1,3}(?:i |och )?(?:\d ?tr,? ?)?"
    rf"(?P<code>(?:SE?- ?)?(?:\d{{3}} ?\d{{2}}|\d{{2}} \d{{3}})(?![\d.,:-]*\d)(?: {_TOWN})?)"
)
_POSTCODE_CUE: Final = re.compile(
    r"(?i)\b(?:post(?:nr|nummer|numret|kod)\w*[: ]{1,2}(?:är )?|(?:bor|bodde|bott|flyttat?"
    r"|hemma) (?:\w+ )?(?:i|på"
    r"|till) )"
    r"(?P<code>(?:SE?- ?)?\d{3} ?\d{2})(?![\d:,]| (?:kr|personer|invånare|år))"
)
# "…prov. 5" is the end of a sentence, "Björkv. 5" a street.
_ENDS_SENTENCE: Final = re.compile(r"[a-zåäö][\w-]*v\. ")
_LEADING: Final = re.compile(
    r"(?:(?:Vi|Jag|Min|Hon|Han|De|Dom|På|Till|Från|Vid|Hos|I|Den|Det|Bor|Adress|Hemadressen|Adressen"
    r"|Kunden|Åker|Kör|Och|Men|När) )+"
)
_BOX: Final = re.compile(r"\b[Bb]ox \d{2,5}(?=,? ?\d{3} ?\d{2}\b)")
_AFTER_BOX: Final = re.compile(r"\b[Bb]ox \d{2,5},? ?(?P<code>(?:SE?- ?)?\d{3} ?\d{2})(?![\d-])")
_FLOOR: Final = re.compile(
    r",? (?P<floor>\d{1,2} ?tr(?:appor)?\b(?: (?:ö|n) ?g\b)?|(?:vån(?:ing(?:en)?)?|plan) \d{1,2}\b)"
)
# Where someone lives, also without a number: a street, and the stairs and the door.
_LIVING: Final = (
    r"(?:[Bb]or|[Bb]odde|[Bb]ott|[Ff]lytta(?:t|de|r)?|[Hh]yr|[Aa]dress(?:en)?|[Gg]rann(?:e|en|ar|arna)"
    r"|[Hh]emma)"
)
_HOME_STREET: Final = re.compile(
    rf"\b{_LIVING}(?: (?:\w+|själv|kvar)){{0,4}}? (?:på|vid|längs|till|i) "
    rf"(?P<place>(?:[{_UPPER}][\w'.-]* ){{0,2}}(?:[{_UPPER}][\w'-]*(?i:{_PLAIN_STREET_ENDS})"
    rf"|(?<=[\w.] )(?:väg|gata|gränd|stig|allé))(?: (?:nummer |nr )?(?:{_NUMBER_WORD})(?!\w))?)(?!\w)"
)
_STAIRS: Final = re.compile(
    r"\b(?:[Uu]ppgång(?:en)?|[Tt]rappuppgång|[Tt]rappa|[Pp]ort) (?P<stairs>[A-H])(?![\w-])"
)
_STAIRS_AFTER: Final = re.compile(
    r"(?i),? (?P<stairs>(?:uppg(?:ång)?|trapp(?:a|hus)|tr|ing(?:ång)?|port|hus)\.? [A-H])(?![\w-])"
)
# More houses of the same street: "Ekvägen 4, 4 A och 6". A number alone must end its part of the sentence.
_NEXT_HOUSE: Final = re.compile(
    r"(?:,| och| eller| samt| resp\.?| &|, och) (?:nr |nummer )?(?P<house>\d{1,3} ?[A-Ha-h](?![\w:])"
    r"|\d{1,3}(?=[,.;!?)]|$| (?:och|eller|samt) \d{1,3}\b(?! ?(?:tr|kr|st)\b)| (?:har|hade|är|var|ska"
    r"|skulle|saknar|behöver|larmar|står|ligger|får|fick"
    r"|kan|delar|blir|blev|där|som|på|i|med|finns)\b))(?! ?(?:tr|kr|st|m|år|personer)\b)"
)
# A house further off than units are numbered: "till Slalombacken 33", not "på Ekbacken 2".
_FAR_HOUSE: Final = re.compile(
    rf"\b(?i:till|på|från|vid|hos|i) (?P<place>(?!\w*plan )(?:(?:Nedre|Övre|Inre|Yttre) [{_UPPER}]\w+"
    rf"|[{_UPPER}][a-zåäöé]{{2,}}"
    r"(?:backen|liden|ringen|hagen|ängen|dalen|berget|parken|höjden|åsen|udden|viken|brynet|gången|lund"
    r"|hult|torp|ryd"
    r"|lyckan|slätten|vreten|sidan|holmen|brinken|plan|tomten|kullen|gärdet|stranden|kajen|trädgården))"
    r" (?:[1-9]\d|[1-3]\d\d)(?: ?[A-Ha-h])?)(?=[.,;:!?)]|$| (?:är|var|har|ska|bor|och|när|som|för|där|kl"
    r"|med|på|innan|efter)\b)"
)
_THERE: Final = re.compile(
    rf"(?P<place>(?:[{_UPPER}][a-zåäöé'-]+ ){{1,2}}{_NUMBER})(?=,? där (?:(?:bor|bodde) (?:jag|hon|han|vi)"
    rf"|(?:jag|hon|han|vi) (?:bor|bodde))\b)"
)
_HOME: Final = re.compile(rf"\b{_LIVING}\b|(?i:\b(?:lgh|lägenhet\w*)\b|\w(?:gatan|vägen|stigen|gränd)\b)")
_BLOCK: Final = re.compile(
    rf"\b(?:[Ff]astighet(?:en)?|[Kk]v\.|[Kk]varteret) (?P<place>[{_UPPER}][a-zåäö]+ \d{{1,3}})(?![\d:])"
)
_BOX_ALONE: Final = re.compile(
    r"\b(?:Box \d{3,5}(?! är (?!min|mitt|vår|hennes|hans))|(?i:boxadress|postlåda:?|postbox"
    r"|po) Box \d{2,5})(?![\d.,-]*\d)"
)
_NEXT_FLAT: Final = re.compile(r"(?:, | och | samt | eller |/)(?P<flat>\d{4})(?!\d|[.,:]\d)")
_FOUR_DIGITS: Final = re.compile(r"(?!19|20)\d{4}")
_YEAR: Final = re.compile(r" (?:19|20)\d\d$")
_NOT_PLACE: Final = re.compile(
    r"^(?:Lag|SFS|AFS|SOSFS|HSLF-FS|Prop|Plan|Version|Rum|Sal|Hus|Avd\w*|Linje|Buss|Team|Grupp|Kap"
    r"|Kvot\w*|Skala\w*|Andel\w*"
    r"|Klass|Enhet|Dnr|Vers|Windows|Office|Lifecare|Volvo|Saab|Toyota)\b"
)


def _is_place(match: re.Match[str]) -> bool:
    """Whether a capitalised word and a number are no law, room, system or year."""
    return not _NOT_PLACE.match(match["place"]) and not _YEAR.search(match["place"])


_OTHER_RULES: Final = (
    Rule("address.street", _LOWER_STREET),
    Rule("address.lives", _LIVES, "place", _is_place),
    Rule("address.lives", _THERE, "place"),
    Rule("address.far", _FAR_HOUSE, "place", _is_place),
    Rule("address.postcode", _POSTCODE, "code"),
    Rule("address.postcode", _POSTCODE_CUE, "code"),
    Rule("address.block", _BLOCK, "place"),
    Rule("address.postcode", _AFTER_BOX, "code"),
    Rule("address.box", _BOX),
    Rule("address.box", _BOX_ALONE),
    Rule("address.stairs", _STAIRS, "stairs", lambda match: _HOME.search(match.string) is not None),
)


_WORD_RULES: Final = (Rule("address.home_street", _HOME_STREET, "place"),)


def find_without_number(text: str) -> Iterator[Hit]:
    """The streets that someone is said to live in."""
    yield from found_by(_WORD_RULES, "ADDRESS", text)


def find(text: str) -> Iterator[Hit]:
    """The addresses of the text, each part a find of its own."""
    for match in _STREET.finditer(text):
        if _ENDS_SENTENCE.match(match.group()):
            continue
        yield from _with_postcode(text, match, "address.street")
    for match in _PROPERTY.finditer(text):
        if not _NOT_PLACE.match(match.group()):
            yield Hit(match.start() + _lead(match.group()), match.end(), "ADDRESS", "address.property")
    for match in _CUED.finditer(text):
        after = _AFTER_STREET.match(text, match.end()) or _FLOOR.match(text, match.end())
        cued = after or _CUE.search(text)
        if cued and not _NOT_PLACE.match(match.group()):
            yield from _with_postcode(text, match, "address.place")
    yield from _flats(text)
    yield from found_by(_OTHER_RULES, "ADDRESS", text)


def _flats(text: str) -> Iterator[Hit]:
    """The numbers of flats, also those that follow in a list ("lägenhet 1203, 1304")."""
    for first in _FLAT.finditer(text):
        match: re.Match[str] | None = first
        while match:
            yield Hit(*match.span("flat"), "ADDRESS", "address.flat")
            match = _NEXT_FLAT.match(text, match.end("flat"))
    four = sorted(
        {first["flat"][:2] for first in _FLAT.finditer(text) if _FOUR_DIGITS.fullmatch(first["flat"])}
    )
    for floor in four:
        for again in re.finditer(
            rf"(?<![\w.,:/-]){floor}\d\d(?![\w%-]|[.,:]\d| ?(?:kr|st|tim|personer)\b)", text
        ):
            yield Hit(*again.span(), "ADDRESS", "address.flat_again")


def _houses(text: str, end: int) -> Iterator[Hit]:
    """The further houses of a street ("Ekvägen 4, 4 A och 6")."""
    while match := _NEXT_HOUSE.match(text, end):
        yield Hit(*match.span("house"), "ADDRESS", "address.next_house")
        end = match.end("house")


def _with_postcode(text: str, match: re.Match[str], rule: str) -> Iterator[Hit]:
    yield Hit(match.start() + _lead(match.group()), match.end(), "ADDRESS", rule)
    yield from _houses(text, match.end())
    after = _AFTER_STREET.match(text, match.end())
    if after:
        yield Hit(*after.span("code"), "ADDRESS", "address.postcode")
    floor = _FLOOR.match(text, match.end())
    if floor:
        yield Hit(*floor.span("floor"), "ADDRESS", "address.floor")
    stairs = _STAIRS_AFTER.match(text, match.end())
    if stairs:
        yield Hit(*stairs.span("stairs"), "ADDRESS", "address.stairs")


def _lead(found: str) -> int:
    """How many characters at the front are a sentence's first word and no part of the street's name."""
    match = _LEADING.match(found)
    return match.end() if match else 0
