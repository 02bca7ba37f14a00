"""The language of a short text, told from its commonest words; Swedish unless something speaks against."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from text_analysis.language.words import WORD, normal_form

_COMMON: Final = {
    "sv": (
        "och i att se det som en på är av för med till den har de inte om ett men var jag vi man från så "
        "kan när ska vara mycket mer eller får bra hos oss dom ingen inget alla bara här nu vill må måste "
        "skulle också mellan sig efter över blir blev varje lite många aldrig alltid än även utan hur vad "
        "varför å ja nej åt mig min mitt mina slut sluta hade denna detta någon något nog under upp ner "
        "personal chef chefen kollegor lön lönen"
    ),
    "en": (
        "the and to of a is in that it for you are with on as have be this not but we they at or from by my "
        "our me us more can all so there when would been was were no what if do your their i very good "
        "better please nice need want should could always never just like time work team manager people "
        "salary boss colleagues"
    ),
    "fi": (
        "ja on ei että se en hän niin mutta oli ovat joka kun myös tai olla minä meidän hyvä työ paljon "
        "kanssa mitään koska vain enemmän aina liian tämä ole kaikki esimies palkka työkaverit pitäisi"
    ),
    "nb": (
        "og å ikke jeg er det på som til med har av en et vi må hva bare mye mer veldig bra meg deg være "
        "også hvor noe noen hvis blir fra etter når sjefen lønn kolleger arbeidsplass nok ble"
    ),
    "da": (
        "og at ikke jeg er det på som til med har af en et vi hvad kun meget mere mig dig være også hvor "
        "noget nogen hvis bliver fra efter når chefen løn kolleger arbejdsplads blev godt gør lige"
    ),
    "de": (
        "und die der das ist nicht ich wir sie es ein eine mit auf für von zu den im auch aber sehr mehr "
        "gut immer werden haben sind wenn kollegen arbeit chef"
    ),
}
# What a word says for each language: a word of two languages counts half for both.
_VOTES: Final = {
    word: tuple((tongue, 1.0 / len(tongues)) for tongue in tongues)
    for word, tongues in (
        (word, [tongue for tongue, words in _COMMON.items() if word in words.split()])
        for word in sorted({word for words in _COMMON.values() for word in words.split()})
    )
}
_LETTERS: Final = {"sv": "åäö", "fi": "äö", "nb": "æøå", "da": "æøå", "de": "äöüß"}
_LETTER_VOTE: Final = 0.3
_SCRIPTS: Final = {
    "ARABIC": "ar", "CYRILLIC": "ru", "GREEK": "el", "HEBREW": "he", "THAI": "th", "HANGUL": "ko",
    "HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh", "DEVANAGARI": "hi", "ETHIOPIC": "am",
}  # fmt: skip
_LATIN: Final = re.compile(r"[a-zA-Z]")
_SWEDISH_FIRST: Final = 1.0  # a Swedish survey: a lone "bra" or "chef" is Swedish
_SIGNS_READ: Final = 400  # enough to tell


def language(text: str) -> str:
    """ISO 639-1 code of the language; "und" where there are no letters or the script is unknown.

    >>> [language(text) for text in ("Bra chef", "Good team and nice boss", "12 %")]
    ['sv', 'en', 'und']
    """
    sample = text[:_SIGNS_READ]
    script = _script(sample)
    if script != "LATIN":
        return _SCRIPTS.get(script, "und")
    scores = dict.fromkeys(_COMMON, 0.0)
    scores["sv"] = _SWEDISH_FIRST
    for word in WORD.findall(sample):
        for tongue, vote in _votes(word):
            scores[tongue] += vote
    return max(scores, key=lambda tongue: scores[tongue])


def _script(sample: str) -> str:
    """Script of the letter in the middle; empty if there is no letter."""
    if sample.isascii() and _LATIN.search(sample):
        return "LATIN"
    letters = [*filter(str.isalpha, sample)]
    return unicodedata.name(letters[len(letters) // 2], "").split(" ")[0] if letters else ""


@lru_cache(maxsize=100_000)
def _votes(word: str) -> tuple[tuple[str, float], ...]:
    """What the word and its letters beyond a–z say for each language."""
    form = normal_form(word)
    special = (
        (tongue, _LETTER_VOTE) for tongue, signs in _LETTERS.items() if any(sign in form for sign in signs)
    )
    return (*_VOTES.get(form, ()), *special)
