"""Whether a word in no list is a name: by its form, its spelling and its neighbours."""

from __future__ import annotations

import re
from typing import Final

from text_analysis.anonymise.hits import Verdict
from text_analysis.anonymise.lexicon import Kind
from text_analysis.anonymise.scene import (
    CERTAIN_SURNAME,
    SHORT,
    SURNAME,
    Scene,
    ends_like_place,
)
from text_analysis.anonymise.shape import name_shape
from text_analysis.anonymise.things_in_lists import in_list_of_places
from text_analysis.anonymise.tokens import Case

_DEFINITE: Final = re.compile(r".{3,}(?:en|et|an|na|ns|ar|er|or|ande|ning|het|tion)$")
_INFLECTED: Final = re.compile(r".*(?:ar|ade|en|et|na|or|ig|igt|ing|de|te|at|as|ts|sk)$")
_COINED_CASE: Final = re.compile(
    r"(?:O'|D'|d'|L'|Mac|Mc|Fitz|Di|De|La|Le|El|Al|Abu|Ibn)(?=[A-ZÅÄÖ][a-zåäö]{2,})[\w']+$"
)
_PLACE_OF_NAME: Final = re.compile(
    r"(?P<stem>.{3,}?)(?:lund|berg|strand|vall|sjö|mark|ro|dal|borg|bo|hem|gård|torp|vik)$"
)
# Only persons sign, decide and write: "attesteras av Lundeborg".
_DONE_BY: Final = re.compile(
    r"(?i)\b(?:attester|signer|kontrasigner|godkän|besluta|bestäm|skriv|skrev|underteckn|skicka|klaga"
    r"|justera|föredra|formuler"
    r"|författa|undertecknat|sagt|sade|påstå|lova|hålln|höll|hålls|leds|leddes|chefa|granska|utreda"
    r"|utredd|utsatt|mobba|kränk|trakasser|avskeda"
    r"|anställ|intervjua|handled|introducera|skälld|utskälld|tillrättavis|bjuds|bjöd)\w*(?: in| på| ut"
    r"| till| över| upp)? av $"
)
_COMPANY: Final = re.compile(
    r".{2,}(?:kommun|regionen|verket|bolaget|förvaltningen|tjänst|gruppen|gården|hemmet|huset|skolan"
    r"|kliniken|mottagningen|centralen|backen|hagen|ängen|parken|byn|staden"
    r"|universitetet|institutet|förbundet|nämnden|styrelsen|myndigheten|museet|fonden|consult\w*|data"
    r"|tech|soft|ab)s?$"
)
_CLAUSE: Final = 40
_LEAVES: Final = re.compile(r" (?:slutar|slutade|har (?:redan |nu |också )?(?:slutat|sagt upp sig))\b")
_ENDINGS: Final = ("s", "en", "et", "n", "arna", "erna")
_LONG: Final = 7
# Spelling model, on forms held out from its training: 74 % of names reach 0.8 and 63 % reach 0.9; of words
# 2.5 and 1.3 %, of places and systems 15 and 8 %.
_FAINT: Final = 0.2
_POSSIBLE: Final = 0.5
_PROBABLE: Final = 0.7
_LIKELY: Final = 0.8
_CERTAIN: Final = 0.9
_BEYOND_DOUBT: Final = 0.95


def judge_unlisted(scene: Scene, i: int) -> Verdict | None:
    """A word in no list: a name by form, spelling or neighbours; most often unsure."""
    token = scene.tokens[i]
    if len(token.text) < SHORT or _is_known(scene, i):
        return None
    if _COINED_CASE.match(token.text):
        return Verdict("prefix", False)
    if not token.capital:
        return _in_lower_case(scene, i)
    if scene.case is Case.CAPITALS and token.low.isalpha():
        certain = len(token.low) > SHORT + 1 and name_shape(token.low) > _BEYOND_DOUBT
        return Verdict("spelling_capitals", False) if certain else None
    if scene.case is not Case.NORMAL or not token.text[1:].replace("'", "").islower():
        return None
    return _by_form(scene, i) or _by_neighbours(scene, i)


def _is_known(scene: Scene, i: int) -> bool:
    """Whether the word is an ordinary one, or made of such."""
    return _is_form_of_word(scene, scene.tokens[i].low) or scene.in_dictionary(i) or _is_compound(scene, i)


def _is_form_of_word(scene: Scene, low: str) -> bool:
    """Whether a word is in the vocabulary, or is the genitive or definite form of one that is."""
    if scene.lexicon.is_word(low):
        return True
    stems = (low.removesuffix(ending) for ending in _ENDINGS if low.endswith(ending))
    return any(len(stem) >= SHORT and scene.lexicon.is_word(stem) for stem in stems)


def _is_compound(scene: Scene, i: int) -> bool:
    """Whether the word is two known ones, and neither its form nor its neighbours say surname."""
    low = scene.tokens[i].low
    return scene.lexicon.is_compound(low) and not (SURNAME.match(low) or scene.cued(i) or scene.acts(i))


def _in_lower_case(scene: Scene, i: int) -> Verdict | None:
    token, following, cues = scene.tokens[i], scene.next(i), scene.lexicon.cues
    if not token.low.isalpha() or len(token.low) <= SHORT + 1:
        return None
    if (scene.previous(i) in cues.before_any or following in cues.after_any) and name_shape(
        token.low
    ) > _BEYOND_DOUBT:
        return Verdict("spelling_lower", False)
    if following not in cues.verbs:
        return None
    announced = scene.cued(i) or (token.initial and following in cues.speech | cues.misspelt_verbs)
    if announced and scene.lexicon.is_misspelt_name(token.low):
        return Verdict("misspelt_lower", False)
    shape = name_shape(token.low)
    noun = scene.person_noun_before(i) and (not _INFLECTED.match(token.low) or shape > _LIKELY)
    spelt = (scene.cued(i) or following in cues.speech) and shape > _CERTAIN
    return Verdict("unknown_lower", False) if noun or spelt else None


def _by_form(scene: Scene, i: int) -> Verdict | None:
    """By a particle before it, a surname's ending, or a slip from a Swedish first name."""
    token, before, cues = scene.tokens[i], scene.previous(i), scene.lexicon.cues
    if before in cues.noble:
        return Verdict("noble", True)
    from_place = before in ("i", "på", "från") and not CERTAIN_SURNAME.match(token.low)
    place = from_place or _is_place(scene, i) or in_list_of_places(scene, i)
    if _DONE_BY.search(scene.text[max(0, token.start - _CLAUSE) : token.start]) and not _COMPANY.match(
        token.low
    ):
        return Verdict("agent", False)
    finnish = not (token.low.endswith("en") and _is_definite_noun(scene, token.low))
    if SURNAME.match(token.low) and finnish and not place:
        return Verdict("surname_form", True)
    misspelt = scene.lexicon.is_misspelt_name(token.low) and before not in cues.thing_before
    if misspelt and (not token.initial or len(token.low) >= _LONG or scene.acts(i)):
        return Verdict("misspelt", False)
    return None


def _is_definite_noun(scene: Scene, low: str) -> bool:
    """Whether a word that ends like a Finnish surname is a noun: "Sommarlönen", "Trojanen"."""
    return scene.lexicon.is_word(low[:-2]) or scene.lexicon.is_compound(low[:-2])


def _by_neighbours(scene: Scene, i: int) -> Verdict | None:
    token, cues = scene.tokens[i], scene.lexicon.cues
    if ends_like_place(token.low) or _is_place(scene, i) or in_list_of_places(scene, i):
        return None
    shape = name_shape(token.low.removesuffix("'s"))
    person = scene.cued(i) or scene.acts(i)
    if scene.system_near(i) and not (shape > _CERTAIN and person):
        return None
    if token.initial:
        return _first_in_sentence(scene, i, shape)
    towards_thing = scene.previous(i) in cues.thing_before and not _towards_person(scene, i, shape)
    if towards_thing or scene.joined(i) in cues.units:
        return None
    doubtful = shape < (_PROBABLE if _DEFINITE.match(token.low) else _FAINT)
    return None if doubtful or not (person or scene.name_beside(i)) else Verdict("unknown_inside", False)


def _first_in_sentence(scene: Scene, i: int, shape: float) -> Verdict | None:
    """A word in no list first in a sentence: by what it does, or by its spelling."""
    token, following = scene.tokens[i], scene.next(i)
    if scene.acts(i) and (not _DEFINITE.match(token.low) or shape > _CERTAIN):
        return Verdict("unknown_acts", False)
    goes_on = scene.lexicon.is_word(following)
    leaves = _LEAVES.match(scene.text, token.end) is not None and not _DEFINITE.match(token.low)
    genitive = token.low.endswith("s") and goes_on and name_shape(token.low[:-1]) > _LIKELY
    spelling = (
        genitive
        or (shape > _POSSIBLE and leaves)
        or (shape > _BEYOND_DOUBT and goes_on)
        or (shape > _POSSIBLE and (_signs(scene, i) or _with_surname(scene, i)))
        or (shape > _LIKELY and (following in scene.lexicon.cues.verbs or scene.name_beside(i)))
    )
    return Verdict("spelling_first", False) if spelling else None


def _is_place(scene: Scene, i: int) -> bool:
    """Whether a surname's ending stands on a first name, as in names of places ("Annelund")."""
    match = _PLACE_OF_NAME.match(scene.tokens[i].low)
    stem = match["stem"] if match else ""
    stems = (stem, stem.removesuffix("s"), stem.removesuffix("e") + "a")
    made = any(scene.lexicon.kind(form) & Kind.FIRST for form in stems if form)
    before = scene.near(i, -1)
    named = before is not None and before.capital and bool(before.kind & Kind.FIRST) and scene.touches(i)
    return scene.after_thing(i) or (made and not (named or scene.person_noun_before(i) or scene.acts(i)))


def _signs(scene: Scene, i: int) -> bool:
    """Whether the word ends the comment after a full stop or slash, as a signature does."""
    token = scene.tokens[i]
    ends = i == len(scene.tokens) - 1 and len(scene.text) - token.end <= 1
    return ends and scene.text[: token.start].rstrip(" ")[-1:] in (".", "!", "?", "/", "-", "\n", ",")


def _with_surname(scene: Scene, i: int) -> bool:
    """Whether another capitalised word in no list, or a surname, follows."""
    token = scene.near(i, 1)
    if token is None or not token.capital or scene.text[scene.tokens[i].end : token.start] != " ":
        return False
    unknown = not token.kind and not scene.lexicon.is_word(token.low) and token.text[1:].islower()
    return unknown or bool(token.kind & (Kind.LAST | Kind.OTHER))


def _towards_person(scene: Scene, i: int, shape: float) -> bool:
    """Whether "till" or "på" before the word goes with a person: "tack till", "lita på"."""
    before, cues = scene.previous(i), scene.lexicon.cues
    if before == "till":
        return shape > _LIKELY or scene.previous(i - 1) in cues.to_person
    if before == "på":
        return scene.previous(i - 1) in cues.on_person
    return before == "från" and shape > _CERTAIN and scene.acts(i)
