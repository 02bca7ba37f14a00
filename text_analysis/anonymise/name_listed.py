"""Whether a word of the name lists is a name here: clear names, names that are words, names of elsewhere."""

from __future__ import annotations

import re
from typing import Final

from text_analysis.anonymise.hits import Verdict
from text_analysis.anonymise.lexicon import Kind
from text_analysis.anonymise.name_things import names_a_thing
from text_analysis.anonymise.scene import CERTAIN_SURNAME, SHORT, Scene, ends_like_place
from text_analysis.anonymise.shape import name_shape
from text_analysis.anonymise.tokens import Case

_UNCLEAR: Final = Kind.WORD | Kind.NEVER | Kind.PLACE | Kind.SYSTEM | Kind.CAPITAL
_CERTAIN: Final = 0.9  # see name_unlisted
_IS_SOMEONE: Final = re.compile(
    r" (?:är|var) (?:en|vår|min|den)(?: \w+){0,2} \w*(?:chef|kollega|ledare|kille|människa|person"
    r"|arbetskamrat|klippa|stjärna"
    r"|rektor|lärare|läkare|handläggare|samordnare|vän|kompis)(?:en)?\b"
    r"| (?:är|var) en \w+ \w{4,}are(?=[,.!]| som\b|$)"
)
_LEADS: Final = re.compile(
    r" (?:är|var|blev|blir) (?:\w+)?(?:chef|rektor|samordnare|ordförande|handläggare) (?:för|på|i|hos)\b"
)
_IS_APPOSED: Final = re.compile(
    r", (?:vår|min|våra|den nya|den nye|nya|nye|en)(?: \w+)? \w*(?:chef|kollega|ledare|rektor|lärare"
    r"|läkare|handläggare|samordnare"
    r"|vän|kompis|sköterska|kock|vaktmästare|kurator|psykolog|pedagog|vikarie|assistent|granne)(?:en|n)?[,.]"
)
_TIMES: Final = frozenset({"natt", "dag", "kväll", "vår", "sommar", "vinter", "helg", "per"})
_HAS_DONE: Final = re.compile(
    r" (?:har|hade) (?:alltid |aldrig |redan |inte |nu |också |själv )?"
    r"(?:jobbat|arbetat|slutat|sagt|skrivit|lovat|svarat|bett|ringt|sökt|pratat|lyssnat|hjälpt|lärt|bestämt"
    r"|glömt|försökt|tackat|skällt|gråtit|gått hem|bytt jobb|varit (?:här|sjuk|ledig|borta))\b"
)
_REFLEXIVE: Final = re.compile(r" [a-zåäö]{2,}(?:r|de|te) (?:om |in |ut |upp |av )?sig\b")
# "Hans är kortare än min": a possessive compared with another.
_COMPARED: Final = re.compile(
    r" (?:är|var|blev|blir) (?:\w+ )?\w+re än (?:min|mitt|mina|din|ditt|vår|vårt|våra|hennes|deras)\b"
)
_ARTICLES: Final = frozenset(
    {"de", "den", "det", "dom", "dessa", "alla", "våra", "era", "deras", "mina", "dina", "sina"}
)
_DEFINITE: Final = ("na", "en", "et", "n", "or", "ar", "er")
_TITLES: Final = frozenset({"herr", "fru", "fröken", "doktor", "dr", "professor"})
_SPEAKS: Final = ("sa", "sade", "säger", "tycker")


def judge_clear(scene: Scene, i: int) -> Verdict | None:
    """A listed name that is no word: a name in any case."""
    token, cues = scene.tokens[i], scene.lexicon.cues
    known = scene.lexicon.is_word(token.low)
    if token.capital:
        return None if known and token.genitive and token.initial else Verdict("list", True)
    short = len(token.base) <= SHORT and not token.kind & Kind.SWEDISH
    if known and token.genitive:
        return None
    if not (token.kind & Kind.CAPITAL or short):
        return None if _is_adjective(scene, i) else Verdict("list_lower", True)
    acts = scene.next(i) in (cues.speech if short else cues.verbs)
    beside = any(
        t and t.kind & Kind.FIRST and not t.kind & _UNCLEAR for t in (scene.across(i, 1), scene.across(i, -1))
    )
    if known:
        paired = beside and token.kind & Kind.SWEDISH and token.low not in cues.verbs
        return Verdict("list_lower", False) if paired else None
    return Verdict("list_lower", False) if acts or beside or scene.cued(i) else None


def _is_adjective(scene: Scene, i: int) -> bool:
    """Whether a name in lower case stands between an article and a noun: "de sanna hjältarna"."""
    following = scene.next(i)
    noun = (
        len(following) > SHORT
        and scene.lexicon.is_word(following)
        and following not in scene.lexicon.cues.verbs
    )
    return (
        scene.previous(i) in _ARTICLES
        and noun
        and following.endswith(_DEFINITE)
        and not scene.tokens[i].genitive
    )


def judge_other(scene: Scene, i: int) -> Verdict | None:
    """A name of other countries' lists: with a capital, and first in a sentence beside a verb or name."""
    token, following, verbs = scene.tokens[i], scene.next(i), scene.lexicon.cues.verbs
    if scene.lexicon.is_word(token.low):
        return None
    if not token.capital:
        return Verdict("other_lower", False) if scene.cued(i) and following in verbs else None
    if scene.case is not Case.NORMAL:
        return Verdict("other_cue", False) if scene.cued(i) else None
    if scene.previous(i) in ("i", "på", "via") or ends_like_place(token.low) or scene.after_thing(i):
        return None
    beside = following in verbs or scene.name_beside(i) or token.genitive or name_shape(token.low) > _CERTAIN
    return Verdict("other", True) if beside or not token.initial else None


def judge_word(scene: Scene, i: int) -> Verdict | None:
    """A name that is also a word or a place: told by capital, place in the sentence and neighbours."""
    token = scene.tokens[i]
    if not token.capital or scene.case is not Case.NORMAL:
        return Verdict("word_trade", False) if _has_trade(scene, i) else _without_capital(scene, i)
    if token.kind & Kind.NEVER:
        beside = (scene.name_beside(i) or _is_pair(scene, i)) and token.low not in scene.lexicon.cues.bearers
        return (
            Verdict("word_beside_name", False)
            if not token.initial and (beside or _is_told(scene, i))
            else None
        )
    if names_a_thing(scene, i):
        return None
    if not token.initial:
        common_genitive = token.genitive and scene.lexicon.is_word(token.low)
        return Verdict("word_inside", True) if not common_genitive or scene.name_beside(i) else None
    return Verdict("word_beside_name", True) if scene.name_beside(i) else _first_in_sentence(scene, i)


def _is_pair(scene: Scene, i: int) -> bool:
    """Whether two names that are nearly always words stand together with capitals: "att Do Thi inte …"."""
    last = len(scene.tokens) - 1
    before = i > 0 and scene.touches(i) and _are_rare(scene, i - 1, i)
    return before or (i < last and scene.touches(i + 1) and _are_rare(scene, i, i + 1))


def _are_rare(scene: Scene, *places: int) -> bool:
    tokens = [scene.tokens[place] for place in places]
    return all(token.kind & Kind.NAME and token.text.istitle() and not token.initial for token in tokens)


def _is_told(scene: Scene, i: int) -> bool:
    """Whether someone is called this, or has a title: "hon heter Vi", "fru Grön"."""
    token, before = scene.tokens[i], scene.previous(i)
    called = before in ("heter", "hette") and token.kind & Kind.FIRST
    titled = before in _TITLES and token.kind & Kind.NAME and scene.touches(i)
    return bool(called or titled) and token.text[1:].islower()


def _first_in_sentence(scene: Scene, i: int) -> Verdict | None:
    token, following, cues = scene.tokens[i], scene.next(i), scene.lexicon.cues
    if token.low in cues.possessives:
        return _possessive(scene, i)
    counted = token.low in cues.counting and following in cues.weak_verbs
    if following in cues.human_verbs and following != token.low and not counted:
        return Verdict("word_acts", True)
    if token.kind & Kind.NAME and (
        _HAS_DONE.match(scene.text, token.end)
        or _LEADS.match(scene.text, token.end)
        or _IS_APPOSED.match(scene.text, token.end)
        or _IS_SOMEONE.match(scene.text, token.end)
    ):
        return Verdict("word_acts", False)
    if token.kind & Kind.FIRST and following in cues.verbs and not _inverted(scene, i):
        particle = token.kind & Kind.FUNCTION and token.low not in cues.names_before_is
        return None if particle else Verdict("word_is", False)
    if token.kind & Kind.NAME and scene.acts_in_place(i):
        return Verdict("word_placed", False)
    return _owns(scene, i)


def _owns(scene: Scene, i: int) -> Verdict | None:
    """Whether a word in the genitive and no word of its own stands before what it owns ("Alms schema")."""
    token, following = scene.tokens[i], scene.next(i)
    owned = token.genitive and scene.lexicon.is_word(following) and not scene.lexicon.is_word(token.low)
    return Verdict("word_genitive", False) if owned and not token.kind & Kind.FUNCTION else None


def _possessive(scene: Scene, i: int) -> Verdict | None:
    """Whether a possessive is a name: "Hans är chef", "Mina säger", not "Hans är inte den enda …"."""
    token, following = scene.tokens[i], scene.next(i)
    if _COMPARED.match(scene.text, token.end):
        return None
    if following in ("är", "var"):
        if _IS_SOMEONE.match(scene.text, token.end):
            return Verdict("word_is", False)
        complement = _second_after(scene, i) in scene.lexicon.cues.complements | {""}
        return None if complement or token.low != "hans" else Verdict("word_is", False)
    acts = following in scene.lexicon.cues.verbs or _REFLEXIVE.match(scene.text, token.end) is not None
    return Verdict("word_acts", True) if acts or scene.acts_in_place(i) else None


def _without_capital(scene: Scene, i: int) -> Verdict | None:
    token, following, cues = scene.tokens[i], scene.next(i), scene.lexicon.cues
    if token.kind & (Kind.FUNCTION | Kind.NEVER) or len(token.low) < SHORT:
        return _word_of_grammar(scene, i)
    known = scene.lexicon.is_word(token.low)
    if scene.case is not Case.NORMAL and token.capital:
        return Verdict("word_cue", False) if scene.cued(i) and not known else None
    if not known and scene.cued(i) and (following in cues.verbs or not following):
        return Verdict("word_lower", False)
    first = token.kind & Kind.FIRST and not token.genitive
    if first and token.low not in cues.verbs and scene.previous(i) in cues.strong_before:
        return Verdict("word_lower", False)
    if first and token.initial and scene.acts_in_place(i):
        return Verdict("word_placed", False)
    speaks = following in _SPEAKS and scene.previous(i) not in cues.not_speaker
    return Verdict("word_speaks", False) if speaks and not _inverted(scene, i) else None


def _word_of_grammar(scene: Scene, i: int) -> Verdict | None:
    """Whether a word of grammar in lower case is a first name: with a surname, or speaking first."""
    if _has_surname(scene, i):
        return Verdict("word_surname", True)
    return Verdict("word_speaks", False) if _begins_and_speaks(scene, i) else None


def _has_surname(scene: Scene, i: int) -> bool:
    """Whether a surname that is no word stands straight after a first name: "per olofsson"."""
    surname = scene.near(i, 1)
    if surname is None or not scene.tokens[i].kind & Kind.FIRST or not scene.touches(i + 1):
        return False
    clear = surname.kind & Kind.LAST and not surname.kind & (Kind.WORD | Kind.NEVER | Kind.PLACE)
    return bool(clear) and CERTAIN_SURNAME.match(surname.low) is not None


def _begins_and_speaks(scene: Scene, i: int) -> bool:
    """Whether a word of grammar that is also a first name begins the sentence and speaks: "per säger"."""
    token, cues = scene.tokens[i], scene.lexicon.cues
    counts = token.low in cues.possessives | cues.counting
    named = token.initial and token.kind & Kind.FIRST and not (counts or token.kind & Kind.NEVER)
    return bool(named) and scene.next(i) in _SPEAKS and not _inverted(scene, i)


def _has_trade(scene: Scene, i: int) -> bool:
    """Whether a name that is a word in lower case has a trade or thanks before it: "läkaren berg är ny"."""
    token, following, cues = scene.tokens[i], scene.next(i), scene.lexicon.cues
    named = token.kind & Kind.NAME and not token.kind & Kind.NEVER and not token.genitive
    if not named or token.low in cues.verbs or token.low in _TIMES or scene.case is not Case.NORMAL:
        return False
    if scene.person_noun_before(i) and scene.touches(i):
        return following in cues.verbs and not _inverted(scene, i)
    thanked = scene.previous(i) == "till" and scene.previous(i - 1) in ("tack", "tackar", "hälsa", "hälsning")
    return thanked and bool(token.kind & Kind.FIRST) and following in ("på", "i", "som", "från", "och", "")


def _inverted(scene: Scene, i: int) -> bool:
    """Whether the next verb has another subject ("ärlig sa jag")."""
    return _second_after(scene, i) in scene.lexicon.cues.pronouns


def _second_after(scene: Scene, i: int) -> str:
    after = scene.text[scene.tokens[i].end :].split(None, 2)[1:2]
    return after[0].strip(".,!?").lower() if after else ""
