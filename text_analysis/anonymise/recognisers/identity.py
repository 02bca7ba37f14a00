"""User names and signatures: what stands for a person in a system."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit, Rule, found_by
from text_analysis.anonymise.recognisers.coined import NO_SIGNATURE, is_inflected, is_user_name, looks_coined

_DOMAIN_RULES: Final = (Rule("id.domain", re.compile(r"(?<![\w\\/:])[A-Za-zÅÄÖåäö][\w-]*\\[\w.-]+\w")),)
_USER_WORDS: Final = (
    r"användarnamn(?:et)?|(?:ad|teams|domän|nät|citrix|windows)-?namn(?:et)?|inlogg?nings?uppgift\w*"
    r"|mitt ad|användar-?id(?:t|et)?|användare?n?|inlogg(?:ning(?:en)?|et"
    r"|ningsnamn(?:et)?|ad)?|login|logga(?:r|de|t)? in|user(?:name)?|\w+signatur(?:en)?"
    r"|\w*konto(?:t|n|na|namn(?:et)?)?|(?:mitt|ditt|hans|hennes|kollegans) (?:id|user)|signatur(?:en|erna"
    r"|er)?"
    r"|sign(?:\.|en|um)?|signering(?:en)?|signera(?:t|r|de|d|s)?"
    r"|initialer(?:na)?|usr|dator-?id|alias(?:et)?|vpn|behörighet(?:en|er)?|lösenord(?:et)? (?:för"
    r"|till)|under namnet|namn i (?:\w*systemet|journalen|datorn|schemat|listan)|i (?:(?-i:[A-ZÅÄÖ]\w+)"
    r"|\w*systemet|journalen) heter jag|(?:region|vgr|rs|efos|windows)-?id"
)
# One of these stands in every such word: much quicker to look for.
_USER_STEMS: Final = (
    *(
        "använd",
        "inlog",
        "login",
        "logga",
        "user",
        "sign",
        "konto",
        "namn",
        "mitt ad",
        " id",
        "initial",
        "usr",
    ),
    *("dator", "alias", "vpn", "behörig", "lösenord", "heter jag"),
)
_USER_LINK: Final = (
    r"(?:[^\w\n]{1,3}(?:är|heter|som|med|på|nr|för|till|av|mitt|min|namnet|signaturen|kontot|användaren"
    r"|under|lyder|blev|blir|var|hos|in|och|eller|att|ska|stänga|stängas|spärra|spärras|radera|raderas"
    r"|avsluta|avslutas|inaktivera"
    r"|ta|tas|bort|säga|sägs|upp|låsa|låst|låsta|kvar|öppna|byta|byts|återställa|återställas))*[^\w\n]{1,3}"
)
_USER_CUE: Final = re.compile(
    rf"(?i)\b(?:{_USER_WORDS})(?!\w)(?={_USER_LINK}(?P<id>[^\W\d_][\w.-]*\w)(?!\w))"
)
_INITIALS: Final = re.compile(
    r"(?i:\b(?:sign(?:\.|atur(?:en)?)?|initialer(?:na)?)[:.]? ?(?:är |som )?)"
    r"(?P<id>[A-ZÅÄÖ]{2,5}(?:/[A-ZÅÄÖ]{2,5})?)(?![\w-])"
)
# "heter annlin i journalen, ann.lind2 i mejlen": the user name in each system.
_NAMED_IN: Final = re.compile(
    r"(?:\bheter (?:fortfarande |numera |bara )?|(?<=\w)(?:,| och) )(?P<id>[^\W\d_][\w.-]*\w) i "
    r"(?=(?:[A-ZÅÄÖ]\w+|mejlen|journalen|datorn|\w*systemet)\b)"
)
_MORE: Final = re.compile(
    r"(?: \([^()]{2,20}\))?(?:,| och(?: inte)?| eller| inte|/| &) ?(?P<id>[^\W\d_][\w.-]*\w)(?!\w)"
)
_BRACKETED: Final = re.compile(r"[\(\[\"'](?P<id>[a-zåäö]{3,8}\d{0,4}|[A-ZÅÄÖ]{3,5})[\)\]\"']")
_SHAPED: Final = re.compile(r"(?<![\w@./\\-])(?P<letters>[^\W\d_]{4,8})\d{1,4}(?![\w@/]|[-.,:]\d)")
_CODED: Final = re.compile(r"(?<![\w@./\\-])(?P<letters>[^\W\d_]{1,4})-?\d{3,8}(?![\w@/]|[-.,:]\d)")
_MIXED: Final = re.compile(
    r"(?<![\w@./\\-])(?=[^\W\d_]*\d)(?=\d*[^\W\d_])(?:[^\W_]){5,10}(?![\w@/-]|[.,:]\d)"
)
_REGISTER_CUE: Final = re.compile(
    r"(?i)\b(?:användar\w*|inlogg\w*|logga\w*|konto\w*|behörig\w*|lösenord\w*|kort(?:et|en)?"
    r"|tagg(?:en)?|id|nummer|dator(?:n)?|inpassering\w*|(?:passer|inpasserings|larm)logg\w*|tagga\w*|it"
    r"|support(?:en)?|helpdesk|spärra\w*|registrer\w*|sign\w*)\b"
)
_JOINED: Final = re.compile(
    r"(?<![\w@./\\-])(?P<id>[^\W\d_]{2,8}[_.][^\W\d_]{3,}\d*|[^\W\d_]{2,8}_\d{3,})(?![\w@]|\.\w)"
)
# A second account of the same user, or a kind of account and the user: "kajhol-adm", "ext-annlin".
_ROLE: Final = r"(?:adm|admin|ext|extern|tst|test|usr|user|svc|konsult|vik)"
_WITH_ROLE: Final = re.compile(
    rf"(?<![\w@./\\-])(?P<id>(?P<user>[a-zåäö]{{4,9}}\d{{0,4}})[-_]{_ROLE}"
    rf"|{_ROLE}[-_](?P<other>[a-zåäö]{{4,9}}\d{{0,4}}|\d{{3,8}}))"
    r"(?![\w@-]|\.\w)"
)
_SIGNATURE: Final = re.compile(
    r"(?<!\w)(?P<id>[A-ZÅÄÖ]{3,5})(?= (?:har |hade )?(?:signer\w+|skriver|skrev|dokumenter\w+"
    r"|loggar?|loggade|godkän\w+|attester\w+|bokar|ordiner\w+|står))"
)
_SIGNS: Final = re.compile(
    r"(?<![\w-])(?P<id>[A-ZÅÄÖ]{3,5}\d{0,2}|[A-ZÅÄÖ]{2}\d{1,2})(?= (?:är (?:min|mitt|hennes|hans"
    r"|vems) (?:sign|initial)"
    r"|(?:som )?(?:har |hade )?(?:glömt (?:att )?|inte )?(?:(?:kontra)?signer|dokumenter|kvitter|ordiner"
    r"|vidimer|attester|godkän|journalför)))"
)
_DOES: Final = re.compile(
    r"(?<![\w@./\\-])(?P<id>[a-zåäö]{3,8}\d{0,4}) (?:har |hade )?"
    r"(?:signer(?:at|ar|ade)|logga(?:t|de|r in)|dokumenterat|attester(?:at|ar|ade))\b"
)
_DONE_BY: Final = re.compile(
    r"\b(?i:signerats?|skrive[tn]|kvittera[td]s?|skrevs|godkänd|dokumenterats?|godkänts?|attesterats?|loggat"
    r"|ordinerats?"
    r"|bokats?|inloggad)"
    r" (?:av|med|som|under) (?P<id>[^\W\d_]{3,8}\d{0,4})(?!\w)"
)
# In the log of a door or a register: "hk4471 gick in 02.14".
_IN_LOG: Final = re.compile(
    r"(?<![\w@./\\-])(?P<id>[a-zåäö]{2,4}\d{3,5})(?= (?:gick|loggade|öppnade|läste|skrev|tog|stämplade"
    r"|raderade|ändrade|passerade"
    r"|var (?:inne|inloggad))\b)"
)
# "Gerd skriver under med GE", "parafera med AKL".
_UNDER: Final = re.compile(
    r"\b(?i:(?:skriv\w*|skrev)(?: också| alltid| bara| numera)? under|signer\w*|underteckn\w*|parafer\w*"
    r"|kvitter\w*)"
    r"(?i: (?:alltid|också|bara|allt|numera|själv|dem|det|allting|lappar\w*|listan))* "
    r"(?i:med|som) (?P<id>[A-ZÅÄÖ]{2,4}\d{0,2})(?![\w-])"
)
# "Noterat av AKL", "kvitterat AKL 07.15".
_NOTED: Final = re.compile(
    r"\b(?i:(?:noter|dokumenter|kvitter|journalför|ordiner)\w* av|(?:kv|sign|kvitterat"
    r"|signerat)\.?(?= [A-ZÅÄÖ]{2,4} \d))"
    r" (?P<id>[A-ZÅÄÖ]{2,4}\d{0,2})(?![\w-])"
)
_FOUR: Final = re.compile(r"(?<![\w-])(?P<id>[A-ZÅÄÖ]{4})(?![\w-])")
_THREE: Final = re.compile(r"(?<![\w-])(?P<id>[A-ZÅÄÖ]{3})(?![\w-])")
_SIGNATURES: Final = re.compile(r"(?i)\b(?:signatur(?:en|er|erna|lista\w*)?|initialer(?:na)?|sign)\b")
_HALVES: Final = re.compile(r"(?<![\w@./\\-])(?P<id>[a-zåäö]{5,7})(?![\w@/-]|\.\w)")
_SIGN_CUE: Final = re.compile(
    r"(?i)\b(?:signatur\w*|signer\w*|sign|inlogg\w*|användar\w*|konto(?:t|n)?|ad-konto\w*"
    r"|behörighet\w*|logga\w*|lösen(?:ord\w*)?|spärra\w*|dikter\w*|journalför\w*|ordiner\w*|vidimer\w*"
    r"|attester\w*|kontrasigner\w*|kvittera[tds]\w*|logg(?:en|arna|bok(?:en)?|list\w*|fil\w*)|loggutdrag\w*"
    r"|i (?:historiken|ändringsloggen|revisionen))\b"
)
# One of these stands in every text with such a word, and one of those of _SIGNING where something is signed.
_SIGN_STEMS: Final = (
    *("sign", "inlogg", "använd", "konto", "behörig", "logg", "lösen", "spärr", "dikter", "journalför"),
    *("ordiner", "vidimer", "attester", "kvittera", "historiken", "revisionen"),
)
_SIGNING: Final = (
    *("sign", "kv.", "noter", "initial", "skriv", "skrev", "underteckn", "parafer", "kvitter", "dokumenter"),
    *("ordiner", "vidimer", "attester", "godkän", "journalför"),
)
_DIGIT: Final = re.compile(r"\d")
_NEAR: Final = 40
# Two letters each of a first name and a surname: "GuA", "MaLi".
_CAMEL: Final = re.compile(r"(?<![\w-])(?P<id>[A-ZÅÄÖ][a-zåäö]{1,2}[A-ZÅÄÖ][a-zåäö]{0,2})(?![\w-])")
_CUED_SHAPES: Final = (
    ("joined", _JOINED),
    ("camel", _CAMEL),
    ("bracketed", _BRACKETED),
    ("signature", _SIGNATURE),
    ("does", _DOES),
    ("done_by", _DONE_BY),
    ("four", _FOUR),
)


def finder(
    is_word: Callable[[str], bool], starts_like_name: Callable[[str], bool]
) -> Callable[[str], Iterator[Hit]]:
    """The recogniser of user names and signatures.

    Parameters
    ----------
    is_word : whether a lower-case string is an ordinary word or a known short form.
    starts_like_name : whether its first three letters begin a first name, as user names do.
    """

    def find(text: str) -> Iterator[Hit]:
        if "\\" in text:
            yield from found_by(_DOMAIN_RULES, "ID", text)
        yield from _user_names(text, is_word)
        if "heter" in text:
            yield from _named_in_systems(text, is_word)
        low = text.lower()
        yield from _with_role(text, is_word)
        if any(stem in low for stem in _SIGNING):
            yield from _signatures(text, is_word)
        cue = any(stem in low for stem in _SIGN_STEMS) and _SIGN_CUE.search(text) is not None
        if _DIGIT.search(text):
            yield from _shaped(text, is_word, starts_like_name, cue=cue)
        if cue:
            yield from _cued(text, is_word, starts_like_name)

    return find


def _with_role(text: str, is_word: Callable[[str], bool]) -> Iterator[Hit]:
    """Accounts with their kind."""
    for match in _WITH_ROLE.finditer(text) if "-" in text or "_" in text else ():
        if not is_inflected((match["user"] or match["other"]).rstrip("0123456789"), is_word):
            yield Hit(*match.span("id"), "ID", "id.role")


def _signatures(text: str, is_word: Callable[[str], bool]) -> Iterator[Hit]:
    """Initials after a word for them, and coined capitals that sign."""
    for match in _INITIALS.finditer(text):
        if match["id"] not in NO_SIGNATURE and not text.isupper():
            yield Hit(*match.span("id"), "ID", "id.initials")
    for match in _UNDER.finditer(text):
        if match["id"] not in NO_SIGNATURE and not text.isupper():
            yield Hit(*match.span("id"), "ID", "id.signs")
    for match in (*_SIGNS.finditer(text), *_NOTED.finditer(text)):
        if looks_coined(match["id"], is_word):
            yield Hit(*match.span("id"), "ID", "id.signs")


def _shaped(
    text: str, is_word: Callable[[str], bool], starts_like_name: Callable[[str], bool], *, cue: bool
) -> Iterator[Hit]:
    """User names by their form, letters and digits; more forms count near a word for signing or registers."""
    for match in _SHAPED.finditer(text):
        letters = match["letters"].lower()
        if not is_word(letters) and (cue or starts_like_name(letters)):
            yield Hit(match.start(), match.end(), "ID", "id.shape")
    for match in _DONE_BY.finditer(text):
        if match["id"][-1].isdigit() and not is_word(match["id"].rstrip("0123456789").lower()):
            yield Hit(*match.span("id"), "ID", "id.done_by")
    if cue or _REGISTER_CUE.search(text):
        yield from found_by((Rule("id.log", _IN_LOG, "id"),), "ID", text)
        yield from _mixed(text, is_word)


def _user_names(text: str, is_word: Callable[[str], bool]) -> Iterator[Hit]:
    low = text.lower()
    if not any(stem in low for stem in _USER_STEMS):
        return
    for cue in _USER_CUE.finditer(text):
        match: re.Match[str] | None = cue
        while match and is_user_name(match["id"], is_word):
            yield Hit(*match.span("id"), "ID", "id.user_name")
            match = _MORE.match(text, match.end("id"))


def _named_in_systems(text: str, is_word: Callable[[str], bool]) -> Iterator[Hit]:
    """The user names in a comment that says what someone is called in a system."""
    names = [match for match in _NAMED_IN.finditer(text) if looks_coined(match["id"], is_word)]
    if any(match.group().startswith("heter") for match in names):
        yield from (Hit(*match.span("id"), "ID", "id.named_in") for match in names)


def _cued(
    text: str, is_word: Callable[[str], bool], starts_like_name: Callable[[str], bool]
) -> Iterator[Hit]:
    """Signatures and user names in a comment that speaks of signing or logging in."""
    for rule, pattern in _CUED_SHAPES:
        for match in pattern.finditer(text):
            if rule in {"joined", "camel"} or looks_coined(match["id"], is_word):
                yield Hit(*match.span("id"), "ID", f"id.{rule}")
    if _SIGNATURES.search(text):
        for match in _THREE.finditer(text):
            if is_user_name(match["id"], is_word):
                yield Hit(*match.span("id"), "ID", "id.three")
    for match in _HALVES.finditer(text):
        found = match["id"]
        near = _SIGN_CUE.search(text, max(0, match.start() - _NEAR), match.end() + _NEAR)
        if near and starts_like_name(found) and not is_inflected(found, is_word):
            yield Hit(*match.span("id"), "ID", "id.halves")


def _mixed(text: str, is_word: Callable[[str], bool]) -> Iterator[Hit]:
    """Codes of letters and digits: "A-10442", and words of at least two of each that are no word's number."""
    for match in _CODED.finditer(text):
        if not is_word(match["letters"].lower()):
            yield Hit(match.start(), match.end(), "ID", "id.coded")
    for match in _MIXED.finditer(text):
        letters = "".join(c for c in match.group() if c.isalpha()).lower()
        mixed = len(letters) > 1 and len(match.group()) - len(letters) > 1
        if mixed and not is_word(letters):
            yield Hit(match.start(), match.end(), "ID", "id.mixed")
