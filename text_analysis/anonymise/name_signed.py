"""Names that sign a comment ("/Anna", "mvh björn på dagpasset"), where a word that can be a name is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.anonymise.hits import Verdict
from text_analysis.anonymise.lexicon import Kind
from text_analysis.anonymise.scene import SHORT, Scene
from text_analysis.anonymise.shape import name_shape
from text_analysis.anonymise.tokens import Token

_SIGN_OFF: Final = re.compile(
    r"(?:(?:(?<=[\s.!?)…:;,])|^)/{1,2} ?"
    r"|(?<!\w)(?i:m\.?v\.?h\.?|vh|kh|(?:med )?(?:vänliga? |bästa |varma )?hälsning(?:ar)?(?: från)?"
    r"|hälsn\.?|signerat|undertecknat|kram(?:ar)?(?: från)?)[,:.!]?\s{1,2})"
    r"(?P<name>[^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*)?)\.?"
    r"(?:,? (?:på|i|från|hos|vid) [\w ]{2,30}|,? [\w-]{4,25})?[\s.!]*$"
)
# What the respondent is called: "kalla mig Tussan", "hej lollo här från växeln".
_TOLD: Final = re.compile(
    r"(?i:\b(?:kalla(?:r|s)? (?:mig|jag)(?: för)?|(?:jag|hon|han|hen) går under namnet) )"
    r"(?P<called>[^\W\d_][\w'-]*)"
    r"|(?P<by>[A-ZÅÄÖ][a-zåäö]+) kalla(?:r|de) (?:vi|de|alla) (?:henne|honom|hen)\b"
    r"|^\W*(?i:hej(?:san)?|hallå|tjena|god ?(?:morgon|kväll))[,!]? (?P<here>[^\W\d_][\w'-]*) här\b"
)
# The same in lower case, where only a first name counts: "jag heter lo".
_NAMED: Final = re.compile(r"(?i:\b(?:jag|hon|han|hen)) heter (?P<named>[a-zåäöé]+)(?![\w-])")
# A name in brackets after another, or after a noun for a person: "Veronica (Nicka)", "kocken (Ville)".
_ALSO: Final = re.compile(r"(?<![\w-])[^\W\d_]+ \((?P<nick>[A-ZÅÄÖ][a-zåäöé]+)\)")
_LONGEST: Final = 90
_LIKELY: Final = 0.4


def told(scene: Scene) -> Iterator[tuple[int, Verdict]]:
    """The numbers of the words that the comment says someone is called, and what they are."""
    for match in _TOLD.finditer(scene.text):
        for i in _word_at(scene, match.start(match.lastgroup or 0)):
            if _can_be_called(scene, scene.tokens[i]):
                yield i, Verdict("told", bool(scene.tokens[i].kind & Kind.NAME))
    for match in _NAMED.finditer(scene.text) if " heter " in scene.text else ():
        for i in _word_at(scene, match.start("named")):
            if _is_first_name(scene.tokens[i]):
                yield i, Verdict("told", True)


def nicknames(scene: Scene) -> Iterator[tuple[int, Verdict]]:
    """The numbers of the words in brackets that name who stands before them.

    After a first name they are no known words or places, but for those that begin with letters of the
    name, "Veronica (Nicka)"; after a noun for a person they are first names.
    """
    for match in _ALSO.finditer(scene.text) if " (" in scene.text else ():
        for i in _word_at(scene, match.start("nick")):
            if i and (_follows_first_name(scene, i) or _follows_person_noun(scene, i)):
                yield i, Verdict("nickname", False)


def _word_at(scene: Scene, start: int) -> list[int]:
    """The number of the word that starts there, if one does."""
    return [i for i, token in enumerate(scene.tokens) if token.start == start]


def _follows_first_name(scene: Scene, i: int) -> bool:
    first, token = scene.tokens[i - 1], scene.tokens[i]
    clear = (
        first.capital
        and bool(first.kind & Kind.FIRST)
        and not first.kind & (Kind.WORD | Kind.PLACE | Kind.NEVER)
    )
    thing = token.kind & (Kind.PLACE | Kind.SYSTEM | Kind.NEVER) or scene.lexicon.is_compound(token.low)
    ordinary = scene.lexicon.is_word(token.low) and token.low[:SHORT] not in first.low
    return clear and len(token.low) >= SHORT and not thing and not ordinary


def _follows_person_noun(scene: Scene, i: int) -> bool:
    return scene.person_noun_before(i) and _is_first_name(scene.tokens[i])


def signatures(scene: Scene) -> Iterator[tuple[int, Verdict]]:
    """The numbers of the words that sign the comment, and what they are."""
    start = max(0, len(scene.text) - _LONGEST)
    match = _SIGN_OFF.search(scene.text, start)
    if match is None:
        return
    for i, token in enumerate(scene.tokens):
        if match.start("name") <= token.start and token.end <= match.end("name"):
            if not _is_name(scene, token):
                return
            yield i, Verdict("signed", bool(token.kind & Kind.NAME))


def _can_be_called(scene: Scene, token: Token) -> bool:
    """Whether a word said to be what someone is called is no ordinary one in lower case."""
    word = scene.lexicon.is_word(token.low) or token.kind & Kind.FUNCTION
    return not token.kind & Kind.SYSTEM and (token.capital or not word)


def _is_first_name(token: Token) -> bool:
    """Whether the lists say first name, and not one that is nearly always the word."""
    return bool(token.kind & Kind.FIRST) and not token.kind & (Kind.NEVER | Kind.SYSTEM)


def _is_name(scene: Scene, token: Token) -> bool:
    if token.kind & (Kind.NEVER | Kind.SYSTEM) or len(token.low) < SHORT - 1:
        return False
    if token.kind & (Kind.NAME | Kind.OTHER):
        return True
    known = scene.lexicon.is_word(token.low) or scene.lexicon.is_compound(token.low) or token.kind
    return not known and len(token.low) >= SHORT and name_shape(token.low) > _LIKELY
