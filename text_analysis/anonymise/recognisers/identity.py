"""User names, signatures, employee and card numbers: what stands for a person in a register."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit

_FORMS: Final = (
    ("hsa", re.compile(r"(?<!\w)SE\d{10}-\w{3,6}(?!\w)")),
    ("lma", re.compile(r"(?<![\w-])\d{2}-\d{6}/\d(?!\d)")),
    ("iban", re.compile(r"(?i)(?<!\w)SE\d\d(?: ?\d{4}){5}(?!\d)")),
    ("card", re.compile(r"(?<![\d-])\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?!\d)")),
    ("domain", re.compile(r"(?<![\w\\/:])[A-Za-zÅÄÖåäö][\w-]*\\[\w.-]+\w")),
)
_NUMBER_CUE: Final = re.compile(
    r"(?i)\b(?:anst(?:ällnings?|\.)?[ -]?(?:nr|nummer|id|numret)|anställnings?-?(?:nr|nummer|id|numret)|tjänste(?:kort|id|nummer|nr)\w*"
    r"|(?:passer|id-?|in-?passerings|sits|siths|e-tjänste|tjänste|lma-?|uppehållstillstånds|behörighets|nyckel|bank)kort(?:et|s|snummer|snr|nummer|nr)?"
    r"|lma-?(?:nr|nummer)|medarbetar-?(?:nr|nummer|id)|personal-?(?:nr|nummer|id)|hsa-?id|kort(?:nr|nummer|numret)|användar-?id|patient-?(?:id|nr|nummer)"
    r"|kund(?:nr|nummer)|medlems?(?:nr|nummer)|medlemsnummer|löne?nummer|kontonummer|kontonr|clearing(?:nr|nummer)?|bankkonto\w*|passnummer"
    r"|körkort(?:snr|snummer|et)?|legitimations?(?:nr|nummer|kod)?|förskrivarkod\w*|arbetsplatskod|badge|tagg|brickan?|brick-?nr|skåpnummer)\b"
    r"[.:,]{0,2} ?(?:nr\.?|nummer|id|är|:|=|heter|som är|har|på|med|\(|slutar på)?[:. ]{0,2} ?"
    r"(?P<id>(?=[\w-]*\d)[\w]+(?:[-/ ]\d[\w]*)*)(?!\w)"
)
_AGAIN: Final = re.compile(r"(?i)\b(?:nummer|nr|numret|id)[. ]{1,2}(?P<id>\d{4,8})(?!\d)")
_EMPLOYEE: Final = re.compile(r"(?i)anst(?:ällnings?|\.)?[ -]?(?:nr|nummer|id)")
_USER_CUE: Final = re.compile(
    r"(?i)\b(?:användarnamn(?:et)?|användar-?id(?:t)?|användaren|inlogg(?:ning(?:en)?|et|ningsnamn(?:et)?)?|login|logga(?:r|de)? in (?:som|med|på)"
    r"|user(?:name)?|konto(?:t|n|namn(?:et)?)?|signatur(?:en|erna|er)?|sign\.?(?:en)?|signering(?:en)?|signerat?(?: av| med)?|initialer(?:na)?|usr|ad-konto(?:t)?|dator-?id)(?!\w)"
    r"[:,]? ?(?:är |heter |: ?|= ?|som |med |på |\"|\(|'|nr |för )?(?P<id>[^\W\d_][\w.-]*\w)(?!\w)"
)
_MORE: Final = re.compile(r"(?:,| och| eller|/| &) ?(?P<id>[^\W\d_][\w.-]*\w)(?!\w)")
_BRACKETED: Final = re.compile(r"[\(\[](?P<id>[a-zåäö]{3,8}\d{0,4})[\)\]]")
_SHAPED: Final = re.compile(r"(?<![\w@./\\-])(?P<letters>[a-zåäö]{4,8})\d{1,4}(?![\w@/]|[-.,:]\d)")
_SIX: Final = re.compile(r"(?<![\w@./\\-])[a-zåäö]{2,8}[_.][a-zåäö]{3,}\d*(?![\w@])")
_SIGNATURE: Final = re.compile(r"(?<!\w)(?P<id>[A-ZÅÄÖ]{4}|[a-zåäö]{4,6}\d{0,3})(?!\w)")
_SIGN_CUE: Final = re.compile(
    r"(?i)\b(?:signatur\w*|signera\w*|sign|inlogg\w*|användarnamn\w*|konto(?:t|n)?|behörighet\w*|loggar? in)\b"
)


def finder(
    is_word: Callable[[str], bool], starts_like_name: Callable[[str], bool]
) -> Callable[[str], Iterator[Hit]]:
    """The recogniser of identities.

    Parameters
    ----------
    is_word : whether a lower-case string is an ordinary word.
    starts_like_name : whether its first three letters begin a first name, as user names do.
    """

    def find(text: str) -> Iterator[Hit]:
        yield from _numbers(text)
        yield from _user_names(text, is_word)
        yield from _shapes(text, is_word, starts_like_name)

    return find


def _numbers(text: str) -> Iterator[Hit]:
    for rule, pattern in _FORMS:
        for match in pattern.finditer(text):
            yield Hit(match.start(), match.end(), "ID", f"id.{rule}")
    for match in _NUMBER_CUE.finditer(text):
        if sum(c.isdigit() for c in match["id"]) >= 3:  # noqa: PLR2004 - shorter is a count
            yield Hit(*match.span("id"), "ID", "id.number")
    if _EMPLOYEE.search(text):
        for match in _AGAIN.finditer(text):
            yield Hit(*match.span("id"), "ID", "id.number_again")


def _user_names(text: str, is_word: Callable[[str], bool]) -> Iterator[Hit]:
    for cue in _USER_CUE.finditer(text):
        match: re.Match[str] | None = cue
        while match and _looks_coined(match["id"], is_word):
            yield Hit(*match.span("id"), "ID", "id.user_name")
            match = _MORE.match(text, match.end())


def _shapes(
    text: str, is_word: Callable[[str], bool], starts_like_name: Callable[[str], bool]
) -> Iterator[Hit]:
    for match in _SHAPED.finditer(text):
        if not is_word(match["letters"]) and starts_like_name(match["letters"]):
            yield Hit(match.start(), match.end(), "ID", "id.shape")
    if not _SIGN_CUE.search(text):
        return
    for match in _SIX.finditer(text):
        yield Hit(match.start(), match.end(), "ID", "id.shape")
    for pattern, rule in ((_BRACKETED, "id.bracketed"), (_SIGNATURE, "id.signature")):
        for match in pattern.finditer(text):
            if _looks_coined(match["id"], is_word) and (rule == "id.bracketed" or match["id"].isupper()):
                yield Hit(*match.span("id"), "ID", rule)


def _looks_coined(found: str, is_word: Callable[[str], bool]) -> bool:
    letters = found.rstrip("0123456789")
    if letters != found or "_" in found:
        return not is_word(letters.lower())
    return 3 <= len(found) <= 8 and (found.isupper() or found.islower()) and not is_word(found.lower())  # noqa: PLR2004
