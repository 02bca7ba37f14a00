"""Names that stand for no person: houses, storms, systems, laws and set words that bear a person's name."""

from __future__ import annotations

import re
from typing import Final

from text_analysis.anonymise.lexicon import Kind
from text_analysis.anonymise.scene import Scene
from text_analysis.anonymise.tokens import Case, Token

_CONTRACTION: Final = re.compile(r"'(?:ve|m|ll|d|re|t)$", re.I)
_LONGEST_ACRONYM: Final = 4
_DEFINITE: Final = ("na", "en", "et", "inte", "om")
_NO_OBJECT: Final = frozenset({"även", "igen", "men", "sen", "redan", "vet", "egen", "någon"})
_LONGEST_LIST: Final = 6
_SHORTEST_SYSTEM_NOUN: Final = 5


def is_no_name(scene: Scene, i: int) -> bool:
    """Whether word `i` is no person's name here, whatever the lists say."""
    token, cues = scene.tokens[i], scene.lexicon.cues
    if len(token.text) == 1 or token.kind & Kind.SYSTEM or _CONTRACTION.search(token.low):
        return True
    if token.kind & Kind.SYSTEM_OR_PERSON and scene.is_system(i):
        return True
    if token.kind & Kind.UNIT and _is_unit(scene, i):
        return True
    if token.low in cues.imperatives and scene.next(i) in cues.particles and token.initial:
        return not scene.acts_in_place(i)
    if token.low in cues.imperatives and _has_object(scene, i):
        return True
    return _is_stub(scene, i, token) or _bears_a_name(scene, i) or _follows_a_thing(scene, i)


def _has_object(scene: Scene, i: int) -> bool:
    """Whether a word that is also an imperative has what it acts on after it: "lotta semestrarna"."""
    following = scene.next(i)
    return scene.lexicon.is_word(following) and following.endswith(_DEFINITE) and following not in _NO_OBJECT


def _is_unit(scene: Scene, i: int) -> bool:
    """Whether a unit with a person's name is meant: after "på", or where no person acts or is announced."""
    return scene.previous(i) in scene.lexicon.cues.thing_before or not (scene.acts(i) or scene.cued(i))


def names_a_thing(scene: Scene, i: int) -> bool:
    """Whether a name that is also a word or a place means the thing here ("avdelning Björk", "i Nora")."""
    token, before, cues = scene.tokens[i], scene.previous(i), scene.lexicon.cues
    if before in cues.units or scene.after_thing(i):
        return True
    if token.low in cues.holidays and before in cues.before_holiday:
        return True
    if token.kind & Kind.PLACE and before in (
        cues.place_before if token.kind & Kind.FIRST else cues.thing_before
    ):
        return True
    return bool(token.kind & Kind.THING) and before in ("i", "på") and not scene.acts(i)


def _is_stub(scene: Scene, i: int, token: Token) -> bool:
    """Whether the word is an acronym ("IVA") or the first half of a compound ("tim- och månadsanställda")."""
    after = scene.text[token.end : token.end + 1]
    stub = scene.text[token.end : token.end + 2] == "- " or after == "_" or after.isdigit()
    acronym = token.text.isupper() and scene.case is Case.NORMAL and len(token.text) <= _LONGEST_ACRONYM
    named = scene.person_noun_before(i) or (len(token.text) == _LONGEST_ACRONYM and scene.cued(i))
    return stub or (acronym and not named)


def _bears_a_name(scene: Scene, i: int) -> bool:
    """Whether the word before or after is a thing that bears a person's name."""
    token, before, following, cues = scene.tokens[i], scene.previous(i), scene.next(i), scene.lexicon.cues
    if before in cues.bearers or _in_list_of_things(scene, i):
        return True
    if len(before) >= _SHORTEST_SYSTEM_NOUN and before.endswith(cues.system_nouns) and _touches(scene, i):
        return True
    return following in cues.eponym_nouns or (following == "lag" and bool(token.kind & Kind.OTHER))


def _touches(scene: Scene, i: int) -> bool:
    """Whether only a space parts the word from the one before."""
    return scene.text[scene.tokens[i - 1].end : scene.tokens[i].start] == " "


def _in_list_of_things(scene: Scene, i: int) -> bool:
    """Whether a list of names that a thing's noun begins holds the word ("rummen Selma, Astrid och Elsa")."""
    for token in reversed(scene.tokens[max(0, i - _LONGEST_LIST) : i]):
        if token.low in scene.lexicon.cues.bearers_of_many:
            return True
        if token.low not in ("och", "samt", "heter", "kallas") and not token.capital:
            return False
    return False


def _follows_a_thing(scene: Scene, i: int) -> bool:
    """Whether what stands around makes the word a system, or the second part of a place ("Lilla Björn")."""
    token, before = scene.tokens[i], scene.near(i, -1)
    if scene.acts_like_system(i):
        return True
    if before and before.capital and not before.initial and before.low in ("lilla", "stora", "nya", "gamla"):
        return True
    if scene.acts(i) or scene.cued(i) or token.kind & Kind.WORD:
        return False
    system = any(t and t.kind & Kind.SYSTEM for t in (scene.across(i, 1), scene.across(i, -1)))
    return system or (scene.previous(i) in scene.lexicon.cues.into_system and scene.system_near(i))
