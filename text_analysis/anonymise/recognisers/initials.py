"""Persons named by their initials: "chefen M", "B.G.", "AL bestämmer"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from text_analysis.anonymise.cues import Cues
from text_analysis.anonymise.hits import Hit

_DOTTED: Final = re.compile(r"(?<![\w.])(?!P\. ?S\.)[A-ZÅÄÖ]\. ?[A-ZÅÄÖ]\.(?!\w)")
_DOUBLE: Final = re.compile(r"(?<![\w-])[A-ZÅÄÖ]-[A-ZÅÄÖ](?:s|:s)?(?: [A-ZÅÄÖ](?=\.?$))?(?![\w-])")
_AFTER_NOUN: Final = re.compile(
    r"\b(?P<noun>[a-zåäöA-ZÅÄÖ][a-zåäö]+) \(?(?P<one>[A-ZÅÄÖ](?:\.[A-ZÅÄÖ]\.?|[A-ZÅÄÖ])?)(?![\w-])"
)
_PLACED: Final = re.compile(r"(?<![\w-])(?P<one>[A-HJ-ZÅÄÖ]{2}) (?:på|i|från) \w+ (?P<verb>[a-zåäö]+)\b")
_BEFORE_VERB: Final = re.compile(r"(?<![\w-])(?P<one>[A-HJ-ZÅÄÖ]{1,2}),? (?P<verb>[a-zåäö]+)\b")
_PAIR: Final = re.compile(
    r"(?<![\w-])(?P<one>[A-HJ-ZÅÄ]{1,2}) (?:och|o|&|eller) (?P<two>[A-HJ-ZÅÄ]{1,2}) (?P<verb>[a-zåäö]+)\b"
)
_CLEFT: Final = re.compile(r"\b(?:det (?:är|var|blev)|(?:är|var|blev) det) (?P<one>[A-HJ-ZÄ]{1,2}) som\b")
_AGAINST: Final = re.compile(r"\b(?:har|får) man (?P<one>[A-HJ-ZÅÄÖ]{2}) (?:emot|mot|med)\b")
_ASKED: Final = re.compile(
    r"\b(?:[Ff]råga|[Pp]rata med|[Tt]ala med|[Rr]ing|[Mm]ejla|[Kk]ontakta) (?P<one>[A-HJ-ZÅÄÖ])"
    r"(?:\. (?:på|i|hos)| (?:på|hos)) (?!enkäten|sidan|formuläret|frågan)"
)
# One of these stands in every text with initials.
_SHORT_CAPITALS: Final = re.compile(r"(?<!\w)[A-ZÅÄÖ]{1,2}(?!\w)")
_VERB_ENDS: Final = ("r", "de", "a", "ck", "g", "t")
_OTHER_LETTER: Final = re.compile(
    r"(?<=\w )[A-ZÅÄÖ]{1,2}(?:, [A-ZÅÄÖ]{1,2})* (?:och|o|&|eller) $|(?<=\w )(?:[A-ZÅÄÖ]{1,2}, )+$"
)
_BEFORE: Final = 24
_SEVERAL_ENDS: Final = ("arna", "orna", "erna")


def finder(cues: Cues) -> Callable[[str], Iterator[Hit]]:
    """The recogniser of initials; every find is unsure."""

    def find(text: str) -> Iterator[Hit]:
        if text.isupper() or not _SHORT_CAPITALS.search(text):
            return
        for pattern in (_DOTTED, _DOUBLE):
            for match in pattern.finditer(text):
                if not _after_letter_noun(text, match.start(), cues):
                    yield Hit(match.start(), match.end(), "PERSON", "initials.form", False)
        for initials in sorted(_named(text, cues)):
            for match in re.finditer(rf"(?<![\w.-]){re.escape(initials)}(?:s|:s)?(?![\w-])", text):
                if not _after_letter_noun(text, match.start(), cues):
                    yield Hit(match.start(), match.end(), "PERSON", "initials.named", False)

    return find


def _named(text: str, cues: Cues) -> set[str]:
    """The initials that stand for a person somewhere in the text."""
    found = {
        match["one"] for match in _AFTER_NOUN.finditer(text) if _is_person_noun(match["noun"].lower(), cues)
    }
    for pattern in (_PLACED, _BEFORE_VERB):
        for match in pattern.finditer(text):
            if match["verb"] in cues.human_verbs and not _after_letter_noun(text, match.start(), cues):
                found.add(match["one"])
    for match in _PAIR.finditer(text):
        both = {match["one"], match["two"]}
        if match["verb"].endswith(_VERB_ENDS) and not {one.lower() for one in both} & cues.acronyms:
            found |= both
    found |= {match["one"] for pattern in (_CLEFT, _AGAINST, _ASKED) for match in pattern.finditer(text)}
    return {initials for initials in found if initials.lower() not in cues.acronyms}


def _is_person_noun(noun: str, cues: Cues) -> bool:
    return noun.endswith(cues.noun_ends) and noun not in cues.before_letter


def _after_letter_noun(text: str, start: int, cues: Cues) -> bool:
    """Whether a noun that takes a letter stands before ("grupp A", "hissarna C och D")."""
    before = _OTHER_LETTER.sub("", text[max(0, start - _BEFORE) : start]).lower().split()
    if not before:
        return False
    noun, persons = before[-1], (*cues.noun_ends, *cues.person_ends)
    return noun in cues.before_letter or (noun.endswith(_SEVERAL_ENDS) and not noun.endswith(persons))
