"""Names that stand for no person: houses, storms, systems, laws and set words that bear a person's name."""

from __future__ import annotations

import re
from typing import Final

from text_analysis.anonymise.lexicon import Kind
from text_analysis.anonymise.name_called import is_called, is_thing_noun, is_whole_name
from text_analysis.anonymise.name_wards import is_day, is_storm, is_ward
from text_analysis.anonymise.scene import Scene
from text_analysis.anonymise.things_in_lists import in_list_of_places, in_list_of_systems
from text_analysis.anonymise.tokens import Case, Token

_CONTRACTION: Final = re.compile(r"'(?:ve|m|ll|d|re|t)$", re.I)
_LONGEST_ACRONYM: Final = 4
_DEFINITE: Final = ("na", "en", "et", "inte", "om")
_NO_OBJECT: Final = frozenset({"även", "igen", "men", "sen", "redan", "vet", "egen", "någon"})
_SAINT: Final = re.compile(r"(?i)\b(?!(?-i:ST)\b)(?:s:ta?|sta?\.|st|sankta?|jungfru|heliga) $")
_THINGS_DO: Final = frozenset({"är", "var", "blir", "ger", "räcker", "växer", "luktar", "smakar"})
# Kings and companies: "Ludvig XIV", "Lindqvist & Söner".
_NO_PERSON_AFTER: Final = re.compile(
    r" [IVX]{2,}\b|s? & (?:[Ss]öner|[Ss]on|[Cc]o|[Pp]artners?|[Dd]öttrar|[Bb]röder)\b|s? AB\b"
)
# "Karl Johansgatan", "Sven Erikssonskolan".
_BUILT: Final = re.compile(
    r".{4,}(?:gatan|vägen|torget|allén|leden|parken|skolan|gymnasiet|kyrkan|sjukhuset|gården|huset)s?$"
)
_LONGEST_NAME: Final = 2
_TRAVELS: Final = (
    "pendl",
    "res",
    "flytt",
    "buss",
    "tåg",
    "linje",
    "utlokaliser",
    "förlagd",
    "förlagt",
    "mil",
)
_LONGEST_LIST: Final = 6
_SHORTEST_SYSTEM_NOUN: Final = 5
_FAR_BEFORE: Final = 10
# Months that are names, and what tells them: "Jan till april är värst".
_MONTHS: Final = frozenset({"jan", "maj", "juni", "juli", "august"})
_TO_MONTH: Final = re.compile(
    r"(?i)(?: till | t\.?o\.?m\.? |[-–/])(?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*"
)


def is_no_name(scene: Scene, i: int) -> bool:
    """Whether word `i` is no person's name here, whatever the lists say."""
    return is_barred(scene, i) or is_doubtful(scene, i) or bears_a_name(scene, i)


def is_doubtful(scene: Scene, i: int) -> bool:
    """Whether what stands around tells word `i` from a name, less surely than a thing that bears it."""
    token, cues = scene.tokens[i], scene.lexicon.cues
    if token.kind & Kind.SYSTEM_OR_PERSON and scene.is_system(i):
        return True
    if token.initial and token.low in cues.english_names and _begins_english(scene, i):
        return True
    if token.low in cues.imperatives and scene.next(i) in cues.particles and _is_verb(scene, i):
        return not scene.acts_in_place(i)
    if token.low in cues.imperatives and _has_object(scene, i):
        return True
    return _follows_a_thing(scene, i)


def is_barred(scene: Scene, i: int) -> bool:
    """Whether word `i` is a letter, system, half a word, unit, or no name ("Vilja att …", "Per dag")."""
    token, cues = scene.tokens[i], scene.lexicon.cues
    if token.kind & Kind.WORD and scene.next(i) == "att":
        return True
    if token.low == "per" and scene.next(i) in cues.counted_by:
        return True
    if token.low in _MONTHS and _TO_MONTH.match(scene.text, token.end):
        return True
    short_form = scene.case is Case.CAPITALS and token.low in cues.acronyms
    if short_form or len(token.text) == 1 or token.kind & Kind.SYSTEM or _CONTRACTION.search(token.low):
        return True
    return bool(token.kind & Kind.UNIT and _is_unit(scene, i)) or _is_stub(scene, i, token)


def _begins_english(scene: Scene, i: int) -> bool:
    """Whether the word begins an English sentence, and no person acts: "Grant more time, please"."""
    following = scene.next(i)
    return bool(following) and following not in scene.lexicon.cues.verbs and scene.is_english()


def _is_verb(scene: Scene, i: int) -> bool:
    """Whether a name that is also a verb stands where a verb can: first, or in lower case."""
    return scene.tokens[i].initial or not scene.tokens[i].capital


def _has_object(scene: Scene, i: int) -> bool:
    """Whether a word that is also an imperative has what it acts on after it: "lotta semestrarna"."""
    following = scene.next(i)
    if following in _NO_OBJECT or following in scene.lexicon.cues.verbs:
        return False
    return scene.lexicon.is_word(following) and following.endswith(_DEFINITE)


def _is_unit(scene: Scene, i: int) -> bool:
    """Whether a unit with a person's name is meant: after "på", or where no person acts or is announced."""
    return scene.previous(i) in scene.lexicon.cues.thing_before or not (scene.acts(i) or scene.cued(i))


def names_a_thing(scene: Scene, i: int) -> bool:
    """Whether a name that is also a word or a place means the thing here ("avdelning Björk", "i Nora")."""
    token, before, cues = scene.tokens[i], scene.joined(i), scene.lexicon.cues
    if before in cues.units or scene.after_thing(i):
        return True
    if token.low in cues.holidays and (before in cues.before_holiday or _beside_holiday(scene, i)):
        return True
    if token.kind & Kind.PLACE and before == "till" and scene.previous(i - 1).startswith(_TRAVELS):
        return True
    if token.kind & Kind.PLACE and (
        before in (cues.place_before if token.kind & Kind.FIRST else cues.thing_before)
        or in_list_of_places(scene, i)
    ):
        return True
    if before == "på" and scene.previous(i - 1) in cues.on_person:
        return False
    return bool(token.kind & Kind.THING) and before in ("i", "på") and not scene.acts(i)


def _beside_holiday(scene: Scene, i: int) -> bool:
    """Whether another holiday stands beside: "Lucia eller Valborg"."""
    beside = (scene.across(i, -1), scene.across(i, 1))
    return any(token is not None and token.low in scene.lexicon.cues.holidays for token in beside)


def _is_stub(scene: Scene, i: int, token: Token) -> bool:
    """Whether the word is an acronym ("IVA") or the first half of a compound ("tim- och månadsanställda")."""
    after = scene.text[token.end : token.end + 1]
    stub = scene.text[token.end : token.end + 2] == "- " or after == "_" or after.isdigit()
    mixed = "-" not in token.text and not token.text[1:].islower()  # "IVA", "SoL"
    acronym = mixed and scene.case is Case.NORMAL and len(token.text) <= _LONGEST_ACRONYM
    named = scene.person_noun_before(i) or (len(token.text) == _LONGEST_ACRONYM and scene.cued(i))
    return stub or (acronym and not named)


def bears_a_name(scene: Scene, i: int) -> bool:
    """Whether the word before or after is a thing that bears a person's name."""
    token, before, following, cues = scene.tokens[i], scene.joined(i), scene.next(i), scene.lexicon.cues
    if (
        before in cues.bearers
        or _bears_elsewhere(scene, i)
        or scene.joined(_first_of_run(scene, i)) in cues.bearers
        or _in_list_of_things(scene, i)
        or is_called(scene, i)
    ):
        return True
    if _after_thing_noun(scene, i) or is_ward(scene, i) or is_storm(scene, i) or is_day(scene, i):
        return True
    just_before = scene.text[max(0, token.start - _FAR_BEFORE) : token.start]
    if _SAINT.search(just_before) or _NO_PERSON_AFTER.match(scene.text, token.end):
        return True
    if len(before) >= _SHORTEST_SYSTEM_NOUN and before.endswith(cues.system_nouns) and scene.touches(i):
        return not _begins_clause(scene, i)
    return _names_a_house(scene, i) or (following == "lag" and bool(token.kind & Kind.OTHER))


def _bears_elsewhere(scene: Scene, i: int) -> bool:
    """Whether a room is called this elsewhere in the text ("rummet Selma … Selma är"), and no one acts."""
    token = scene.tokens[i]
    if not token.capital or scene.acts(i) or scene.cued(i):
        return False
    return any(
        other.base == token.base and scene.joined(number) in scene.lexicon.cues.rooms
        for number, other in enumerate(scene.tokens)
        if number != i
    )


def _first_of_run(scene: Scene, i: int) -> int:
    """The number of the first of the capitalised words that word `i` ends ("färjan Ebba Brahe").

    A word that announces a person ("… köket Tack Anna") is no part of a name.
    """
    first, announces = i, scene.lexicon.cues.before
    while first and scene.touches(first) and (token := scene.tokens[first - 1]).capital:
        if token.initial or token.low in announces:
            break
        first -= 1
    return first


def _names_a_house(scene: Scene, i: int) -> bool:
    """Whether what follows the name is called after someone: "Birger Jarls torg", "Anderssons Måleri"."""
    cues, last = scene.lexicon.cues, i
    while last - i < _LONGEST_NAME and (token := scene.near(last, 1)) and token.capital and not token.initial:
        if not scene.touches(last + 1):
            break
        last += 1
        front, hyphen, noun = token.low.rpartition("-")
        if token.low in cues.trades or _BUILT.search(token.low):
            return True
        if hyphen and front and noun.endswith(cues.system_nouns):
            return True
    return any(scene.next(j) in cues.eponym_nouns and not is_whole_name(scene, j) for j in sorted({i, last}))


def _after_thing_noun(scene: Scene, i: int) -> bool:
    """Whether a thing begins the sentence and a name no list calls Swedish follows: "Kaffet Arvid smakar …".

    What the name does must be what things do: else a clause on a person may follow ("Mejlet Anna fick …").
    """
    first = _first_of_run(scene, i)
    thing = bool(first) and scene.tokens[first - 1].initial and scene.touches(first)
    if not thing or scene.tokens[i].kind & Kind.SWEDISH or scene.next(i) not in _THINGS_DO:
        return False
    return is_thing_noun(scene, scene.tokens[first - 1].low)


def _begins_clause(scene: Scene, i: int) -> bool:
    """Whether a Swedish name begins a clause on the thing before it: "datorn Anna lånade"."""
    cues, following = scene.lexicon.cues, scene.next(i)
    acts = following in cues.human_verbs or following.endswith("ade")
    return acts and following not in cues.weak_verbs and bool(scene.tokens[i].kind & Kind.SWEDISH)


def _in_list_of_things(scene: Scene, i: int) -> bool:
    """Whether a list of names that a thing's noun begins holds the word ("rummen Selma, Astrid och Elsa")."""
    for j in range(i - 1, max(-1, i - 1 - _LONGEST_LIST), -1):
        token = scene.tokens[j]
        if scene.tokens[j + 1].initial:
            return False
        if token.low in scene.lexicon.cues.bearers_of_many:
            return scene.touches(j + 1) and scene.tokens[j + 1].low not in ("och", "samt")
        if token.low not in ("och", "samt", "heter", "kallas") and not token.capital:
            return False
    return False


def _follows_a_thing(scene: Scene, i: int) -> bool:
    """Whether what stands around makes the word a system, or the second part of a place ("Lilla Björn")."""
    token, before = scene.tokens[i], scene.near(i, -1) if scene.touches(i) else None
    if scene.acts_like_system(i) or (scene.told_system(i) and not scene.cued(i)):
        return True
    if before and before.capital and not before.initial and before.low in ("lilla", "stora", "nya", "gamla"):
        return True
    if scene.acts(i) or scene.cued(i) or token.kind & Kind.WORD:
        return False
    return in_list_of_systems(scene, i) or (
        scene.joined(i) in scene.lexicon.cues.into_system and scene.system_near(i)
    )
