"""Wards, storms and days that bear a person's name, told by where they stand."""

from __future__ import annotations

import re
from typing import Final

from text_analysis.anonymise.lexicon import Kind
from text_analysis.anonymise.scene import Scene

_IS_THERE: Final = re.compile(
    r"(?: och [A-ZÅÄÖ][a-zåäö]+)?"
    r" (?:är|var|blir|blev|finns|fanns|har|hade|får|fick|går|gick|ska|kan|jobbar|arbetar|saknas|råder"
    r"|firar|stänger|öppnar)"
    r"(?!.{0,40}\blita\b) (?:det|vi|man|de|dom|ni|jag|alla|ingen|personalen)\b"
)
# Units with a number: "Tuva 2 och Tuva 3 har bytt namn", "schemat på Solveig 3".
_NUMBERED: Final = re.compile(r" [1-9](?![\w/:.,-]*\d)(?=[,.!?]| och | som | är | har | där |$)")
_OF_UNITS: Final = re.compile(
    r"(?i)\b(?:(?:samman(?:slag|före)ning|hopslagning|ned?läggning|stängning|öppning|renovering|ombyggnad"
    r"|evakuering|invigning)\w* (?:av|mellan|med)"
    r"|(?:slås?|läggs?|slogs?|lades?|gå|går|gick|flyttar?|flyttas) (?:ihop|samman) med)"
    r"(?: (?-i:[A-ZÅÄÖ])[\w-]+(?:,| och| med)?)? $"
)
# "vi på Linnéa", "i Astrid, Elsa och Selma", not "i Anna har vi en bra chef".
_AT: Final = re.compile(
    r"(?:(?<!\w)i (?:[A-ZÅÄÖ](?:\w|-[A-ZÅÄÖ])+(?:, | och | eller | samt )){0,4}"
    r"|(?i:\b(?:vi|ni|oss|er|dem|alla|personalen|kollegorna|gänget|vikarierna|patienterna|de boende)) på )$"
)
_MEMBER: Final = re.compile(r"[A-ZÅÄÖ][\w-]+")
_IN_SOMEONE: Final = re.compile(
    r"(?:, \w+,)? (?:har|hade|får|fick|ser) (?:vi|jag|ni|de|dom|man|kommunen|skolan)\b"
)
_INTO_SOMEONE: Final = re.compile(
    r"(?i)\b(?:kär|förälskad|förtroende|hopp|tilltro|tro|bror|syster|fart|liv|tag|har (?:vi|jag)) i $"
)
_LIST_GOES_ON: Final = re.compile(r"(?:, | och | eller | samt )[A-ZÅÄÖ]")
# What storms do: "Gudrun tog skogen 2005".
_STORM_DID: Final = re.compile(
    r" (?:tog|fällde|knäckte|blåste (?:ner|bort)|slog ut|rev|välte|dränkte|drog (?:in|fram) över) (?:\w+ )?"
    r"(?:skogen|träden|vägarna|taken?|taket|elen|strömmen|broarna|järnvägen|mobilmasterna|kusten)\b"
)
_SHORT: Final = 3
_DAYS: Final = frozenset({"lucia", "valborg"})
_NEAR: Final = 80


def is_ward(scene: Scene, i: int) -> bool:
    """Whether the name is where something is, or is merged or shut: "På Stella är det kaos"."""
    token = scene.tokens[i]
    before = scene.text[max(0, token.start - _NEAR) : token.start]
    if _is_place_of_work(scene, i, before) or _is_numbered(scene, i):
        return True
    if scene.previous(i) == "på" and scene.previous(i - 1) not in scene.lexicon.cues.on_person:
        return _IS_THERE.match(scene.text, token.end) is not None
    return _OF_UNITS.search(before) is not None


def _is_numbered(scene: Scene, i: int) -> bool:
    """Whether a number follows after "på" or the like, or after the same name twice."""
    if not _NUMBERED.match(scene.text, scene.tokens[i].end):
        return False
    twice = sum(_NUMBERED.match(scene.text, token.end) is not None for token in scene.alike(i)) > 1
    return twice or scene.previous(i) in ("på", "i", "till", "från", "hos")


def _is_place_of_work(scene: Scene, i: int, before: str) -> bool:
    """Whether "i", or "vi på", stands before it or before its list, owning nothing: "i Lisbeths fack"."""
    at = _AT.search(before)
    if at is None or _INTO_SOMEONE.search(before) or _IN_SOMEONE.match(scene.text, scene.tokens[i].end):
        return False
    if at.group().endswith(", ") and not _LIST_GOES_ON.match(scene.text, scene.tokens[i].end):
        return False
    following, verbs = scene.next(i), scene.lexicon.cues.verbs
    listed = _MEMBER.findall(at.group()) if at.group().startswith("i ") else []
    named = all(scene.lexicon.kind(member.lower()) & Kind.NAME for member in listed)
    if listed and (following in verbs or not named):
        return False
    noun = len(following) > _SHORT and following not in verbs
    owned = noun and scene.lexicon.is_word(following)
    return not (owned and scene.tokens[i].low.endswith("s"))


def is_storm(scene: Scene, i: int) -> bool:
    """Whether the word is of a storm's name that begins the sentence, or does what storms do."""
    if _STORM_DID.match(scene.text, scene.tokens[i].end):
        return True
    token, before = scene.tokens[i], scene.near(i, -1)
    if before is not None and before.low == "storm" and before.initial:
        return scene.touches(i)
    named = scene.near(i, 1)
    if named is None or token.low != "storm" or not (token.initial and scene.touches(i + 1)):
        return False
    return named.capital and bool(named.kind & Kind.FIRST)


def is_day(scene: Scene, i: int) -> bool:
    """Whether the name is a day's, and nobody is meant: "inför Lucia"."""
    if scene.tokens[i].low not in _DAYS:
        return False
    if _IS_THERE.match(scene.text, scene.tokens[i].end):
        return True
    to_person = scene.previous(i) == "till" and scene.previous(i - 1) in scene.lexicon.cues.to_person
    if to_person or scene.acts(i) or scene.acts_in_place(i) or scene.cued(i):
        return False
    beside = (scene.across(i, -1), scene.across(i, 1))
    days = _DAYS | scene.lexicon.cues.holidays
    return any(token and token.low in days for token in beside) or not scene.name_beside(i)
