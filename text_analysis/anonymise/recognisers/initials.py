"""Persons named by their initials: "chefen M", "B.G.", "AL bestämmer"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit
from text_analysis.anonymise.lexicon import Lexicon

_DOTTED: Final = re.compile(r"(?<![\w.])[A-ZÅÄÖ]\. ?[A-ZÅÄÖ]\.(?!\w)")
_DOUBLE: Final = re.compile(r"(?<![\w-])[A-ZÅÄÖ]-[A-ZÅÄÖ](?:s|:s)?(?![\w-])")
_PLACED: Final = re.compile(r"(?<![\w-])(?P<initials>[A-HJ-ZÅÄÖ]{2}) (?:på|i|från) \w+ (?P<verb>[a-zåäö]+)\b")
_AFTER_NOUN: Final = re.compile(
    r"\b(?P<noun>[a-zåäöA-ZÅÄÖ][a-zåäö]+) (?P<initials>[A-ZÅÄÖ](?:\.[A-ZÅÄÖ]\.?|[A-ZÅÄÖ])?)(?![\w-])"
)
_BEFORE_VERB: Final = re.compile(r"(?<![\w-])(?P<initials>[A-HJ-ZÅÄÖ]{1,2})(?:,)? (?P<verb>[a-zåäö]+)\b")
_PAIR: Final = re.compile(
    r"(?<![\w-])(?P<one>[A-HJ-ZÅÄ]{1,2}) (?:och|o|&|eller) (?P<two>[A-HJ-ZÅÄ]{1,2}) (?P<verb>[a-zåäö]+)\b"
)
_CLEFT: Final = re.compile(
    r"\b(?:det (?:är|var|blev)|(?:är|var|blev) det) (?P<initials>[A-HJ-ZÅÄÖ]{2}) som\b|\b(?:har|får) man (?P<against>[A-HJ-ZÅÄÖ]{2}) (?:emot|mot|med)\b"
)
_ACRONYMS: Final = frozenset(
    "HR IT VD AT ST VA MR GD AB AC AI AO BB BF BT CE CT CV DN DO EG EKG EM EN ES ET EU EX FM FN FP FT GC HK HM HS ID IP IVA KS KF KI KU LA LO"
    " LS MB MC MD ME MI MS MT NE NO NT NU OB OK OM OP OS OT PA PC PM PR PT RB RH RK RS RT SD SF SK SO SR SS SU SV SÖ TB TF TV UD UK UL US UV"
    " UX VC VM VP VR VS WC XL ÖV ÖB ÖS ÖT ÄR PÅ ÄN AV DE DU HA JA MIN MAN NI SÅ TA UT UR VI ÅR ÅT BR DR ED FÅ GÅ HJ KL MA MF NR MU OF PS SA TÅ Å Ö I".split()
)
_GENERIC: Final = frozenset(
    "personal gruppen grupp plan hus sal klass vitamin hepatit lag del avdelning avd team linje skift block typ"
    " bilaga alternativ kategori zon lokal korridor trappa ingång nivå steg fas modul vecka pass tur schema kort körkort".split()
)
_TITLE_CASE: Final = 2


def finder(lexicon: Lexicon) -> Callable[[str], Iterator[Hit]]:
    """The recogniser of initials."""
    person = lexicon.cues.noun_ends
    verbs = lexicon.cues.human_verbs

    def find(text: str) -> Iterator[Hit]:
        if text.isupper():
            return
        found = set[str]()
        for match in _DOTTED.finditer(text):
            yield Hit(match.start(), match.end(), "PERSON", "initials.dotted", False)
        for match in _AFTER_NOUN.finditer(text):
            noun = match["noun"].lower()
            if noun.endswith(person) and noun not in _GENERIC and match["initials"] not in _ACRONYMS:
                found.add(match["initials"])
                yield Hit(*match.span("initials"), "PERSON", "initials.after_noun", False)
        for match in _DOUBLE.finditer(text):
            if not _after_generic(text, match.start()):
                yield Hit(match.start(), match.end(), "PERSON", "initials.double", False)
        for match in _PLACED.finditer(text):
            if match["verb"] in verbs and match["initials"] not in _ACRONYMS:
                found.add(match["initials"])
        for match in _PAIR.finditer(text):
            if (
                match["one"] not in _ACRONYMS
                and match["two"] not in _ACRONYMS
                and match["verb"].endswith(("r", "de", "a", "ck", "g", "t"))
            ):
                found |= {match["one"], match["two"]}
        for match in _BEFORE_VERB.finditer(text):
            if (
                match["verb"] in verbs
                and match["initials"] not in _ACRONYMS
                and not _after_generic(text, match.start())
            ):
                found.add(match["initials"])
        for match in _CLEFT.finditer(text):
            initials = match["initials"] or match["against"]
            if initials not in _ACRONYMS:
                found.add(initials)
        for initials in found:
            for match in re.finditer(rf"(?<![\w.-]){re.escape(initials)}(?:s|:s)?(?![\w-])", text):
                if not _after_generic(text, match.start()):
                    yield Hit(match.start(), match.end(), "PERSON", "initials.again", False)

    return find


def _after_generic(text: str, start: int) -> bool:
    before = text[max(0, start - 24) : start].lower().split()
    return bool(before) and before[-1] in _GENERIC
