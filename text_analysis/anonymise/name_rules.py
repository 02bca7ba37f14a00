"""Whether a word is a name: one rule for each kind of word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from text_analysis.anonymise.lexicon import Kind
from text_analysis.anonymise.shape import name_shape
from text_analysis.anonymise.scene import SHORT, SURNAME, Scene
from text_analysis.anonymise.tokens import Case, Token

_PLACE_END: Final = re.compile(
    r".{2,}(?:gården|gård|skolan|skola|hemmet|huset|kliniken|mottagningen|centralen|centrum|sjukhuset|sjukhus|backen"
    r"|gläntan|hagen|ängen|ängarna|parken|torget|gatan|vägen|viken|sund|köping|borg|stad|holmen|kommun|kommunen|verket"
    r"|bolaget|staden|dalen|berget|lunden|sjön|byn|udden|åsen|hamnen|liden|allén|kullen|boet|bo|fors|hult|torp|ryd|näs"
    r"|vik|hamn|arna|erna|systemet|portalen|appen|teamet|enheten|avdelningen|ås|den|het|ning|ningen|tion|tionen|sk|ska"
    r"|iskt|ande|ende|isk|lig|ligt|resa|resan|resor|ören|aren|erskan|ingen)s?$"
)
_DEFINITE: Final = re.compile(r".{3,}(?:en|et|an|na|ns|ar|er|or|ande|ning|het|tion)$")
_INFLECTED: Final = re.compile(r".*(?:ar|ade|en|et|na|or|ig|igt|ing|de|te|at|as|ts|sk)$")
_CONTRACTION: Final = re.compile(r"'(?:ve|m|ll|d|re|t)$", re.I)
_ACRONYM: Final = 4
_LONG: Final = 7
# Of names held out from training 74 % reach _LIKELY and 63 % _CERTAIN; of words 2.5 and 1.3 %, of places
# and systems 15 and 8 %.
_LIKELY: Final = 0.8
_CERTAIN: Final = 0.9
_BEYOND_DOUBT: Final = 0.95
_POSSIBLE: Final = 0.5
_FAINT: Final = 0.2
_BEFORE_ANY: Final = frozenset(
    {
        "med",
        "till",
        "av",
        "hos",
        "att",
        "när",
        "o",
        "och",
        "om",
        "åt",
        "för",
        "eller",
        "samt",
        "sms:a",
        "mellan",
        "utan",
        "både",
    }
)
_AFTER_ANY: Final = frozenset({"sa", "säger", "sade", "tycker", "lovade", "ringde", "o", "och"})
_TO_PERSON: Final = frozenset(
    {
        "tack",
        "tackar",
        "hälsa",
        "hälsar",
        "hälsning",
        "säg",
        "sa",
        "säga",
        "vända",
        "vänd",
        "vänder",
        "dig",
        "oss",
        "mig",
        "ring",
    }
    | {
        "ringa",
        "ringer",
        "mejla",
        "mejlade",
        "skriv",
        "skrev",
        "gav",
        "ge",
        "gå",
        "gick",
        "går",
        "prata",
        "förslag",
        "rapportera",
    }
    | {
        "kram",
        "grattis",
        "lyssna",
        "ansvaret",
        "ärendet",
        "vidare",
        "frågan",
        "frågor",
        "klagat",
        "klagade",
        "fru",
        "man",
        "sambo",
    }
)
_ON_PERSON: Final = frozenset(
    {
        "lita",
        "litar",
        "litade",
        "lyssna",
        "lyssnar",
        "lyssnade",
        "skäller",
        "skällde",
        "skriker",
        "skrek",
        "skyller",
        "skyllde",
    }
    | {
        "arg",
        "sur",
        "less",
        "trött",
        "förbannad",
        "imponerad",
        "vänta",
        "väntar",
        "väntade",
        "tänk",
        "tänker",
        "tänka",
        "ge",
        "hoppar",
    }
    | {
        "tro",
        "tror",
        "ropar",
        "ropade",
        "titta",
        "hänger",
        "bero",
        "beror",
        "besviken",
        "stolt",
        "avundsjuk",
        "kär",
    }
)
_NOBLE: Final = frozenset({"von", "af", "van", "bin"})
# A verb's particle after a name that is also an imperative: "Lotta ut", "Elda på", "Stig av".
_PARTICLES: Final = frozenset({"ut", "upp", "på", "av", "in", "om", "bort", "ner", "kvar"})
_IMPERATIVES: Final = frozenset({"lotta", "elda", "rita", "stig", "bo", "vila", "fira", "spana", "ring"})
_UNITS: Final = frozenset(
    {
        "avdelning",
        "avd",
        "lag",
        "laget",
        "team",
        "teamet",
        "grupp",
        "gruppen",
        "enhet",
        "enheten",
        "boende",
        "boendet",
    }
    | {
        "hus",
        "huset",
        "plan",
        "förskolan",
        "skolan",
        "avdelningen",
        "villa",
        "rum",
        "rummet",
        "byggnad",
        "korridor",
    }
)
_HOLIDAYS: Final = frozenset({"lucia", "ramadan", "valborg", "mars", "juni", "juli", "august", "may", "maj"})
_BEFORE_HOLIDAY: Final = frozenset(
    {"sen", "sedan", "efter", "före", "på", "i", "in", "on", "during", "under"}
)
_NOT_SPEAKER: Final = frozenset(
    {
        "en",
        "ett",
        "den",
        "det",
        "de",
        "dom",
        "någon",
        "min",
        "i",
        "vara",
        "är",
        "var",
        "blir",
        "till",
        "så",
        "inte",
    }
)
_PRONOUNS: Final = frozenset({"jag", "vi", "du", "ni", "han", "hon", "de", "dom", "man", "det", "den"})
_POSSESSIVE: Final = frozenset({"hans", "mina", "vår"})
_COMPLEMENT: Final = frozenset({"inte", "den", "det", "de", "som", "en", "ett", "att"})
_PLACED_AND_ACTING: Final = re.compile(r" (?:på|i|från|hos|vid) \w+ (?P<verb>\w+)")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A word judged to be a name; `length` where only its front is (a compound)."""

    rule: str
    sure: bool
    length: int = 0


def judge(scene: Scene, i: int) -> Verdict | None:
    """Whether word `i` is a name, how sure, and by which rule; None if it is not."""
    token = scene.tokens[i]
    kind = token.kind
    if kind & Kind.ALWAYS:
        return Verdict("own_list", True)
    if "-" in token.text and not kind:
        return _hyphenated(scene, token)
    if _is_no_name(scene, i, token):
        return None
    if kind & (Kind.WORD | Kind.PLACE | Kind.NEVER):
        return _word(scene, i) if kind & (Kind.NAME | Kind.OTHER) else None
    if kind & Kind.NAME:
        return _clear(scene, i)
    return _other(scene, i) if kind & Kind.OTHER else _unknown(scene, i)


def _is_no_name(scene: Scene, i: int, token: Token) -> bool:
    if len(token.text) == 1 or token.kind & Kind.SYSTEM or _CONTRACTION.search(token.low):
        return True
    if token.kind & Kind.SYSTEM_OR_PERSON and scene.is_system(i):
        return True
    if token.low in _IMPERATIVES and scene.next(i) in _PARTICLES and token.initial:
        return True
    stub = scene.text[token.end : token.end + 2] == "- " or scene.text[token.end : token.end + 1] == "_"
    acronym = token.text.isupper() and scene.case is Case.NORMAL and len(token.text) <= _ACRONYM
    return stub or (acronym and not scene.cued(i))


def _clear(scene: Scene, i: int) -> Verdict | None:
    """A listed name that is no word: a name in any case."""
    token = scene.tokens[i]
    if token.capital:
        word_first = token.genitive and token.initial and token.low in scene.lexicon.words
        return None if word_first else Verdict("list", True)
    doubtful = token.kind & Kind.CAPITAL or (token.low in scene.lexicon.words and token.genitive)
    if doubtful or (len(token.base) <= SHORT and not token.kind & Kind.SWEDISH):
        sure = scene.cued(i) and scene.next(i) in scene.lexicon.cues.verbs
        return Verdict("list_lower", False) if sure else None
    return Verdict("list_lower", True)


def _word(scene: Scene, i: int) -> Verdict | None:
    """A name that is also a word or a place: told by capital, place in the sentence and neighbours."""
    token = scene.tokens[i]
    if not token.capital or scene.case is not Case.NORMAL:
        return _word_without_capital(scene, i)
    if token.kind & Kind.NEVER:
        beside = not token.initial and scene.name_beside(i)
        return Verdict("word_beside_name", False) if beside else None
    if _names_a_thing(scene, i, token):
        return None
    if not token.initial:
        common_genitive = token.genitive and token.low in scene.lexicon.words
        return Verdict("word_inside", True) if not common_genitive or scene.name_beside(i) else None
    return Verdict("word_beside_name", True) if scene.name_beside(i) else _word_first(scene, i)


def _names_a_thing(scene: Scene, i: int, token: Token) -> bool:
    before = scene.previous(i)
    if before in _UNITS or scene.after_thing(i):
        return True
    if token.low in _HOLIDAYS and before in _BEFORE_HOLIDAY:
        return True
    if token.kind & Kind.PLACE and before in scene.lexicon.cues.thing_before:
        return True
    return bool(token.kind & Kind.THING) and before in ("i", "på") and not scene.acts(i)


def _word_first(scene: Scene, i: int) -> Verdict | None:
    """A word-name first in a sentence."""
    token, following, cues = scene.tokens[i], scene.next(i), scene.lexicon.cues
    if token.kind & Kind.FUNCTION and token.low in _POSSESSIVE:
        return _possessive_first(scene, token, following)
    if following in cues.human_verbs and following != token.low:
        return Verdict("word_acts", True)
    if token.kind & Kind.FUNCTION:
        return None
    if token.kind & Kind.FIRST and following in ("är", "var", "blev") and not _inverted(scene, token):
        return Verdict("word_is", False)
    if token.genitive and following in scene.lexicon.words and token.low not in scene.lexicon.words:
        return Verdict("word_genitive", False)
    placed = _PLACED_AND_ACTING.match(scene.text, token.end)
    if placed and (placed["verb"] in cues.human_verbs or placed["verb"].endswith("ade")):
        return Verdict("word_placed_acts", False)
    return None


def _possessive_first(scene: Scene, token: Token, following: str) -> Verdict | None:
    """ "Hans är chef" and "Mina säger", but not "Hans är inte den enda …" and "Mina pass"."""
    if following in ("är", "var"):
        after = scene.text[token.end :].split(None, 2)[1:2]
        complement = not after or after[0].strip(".,!?").lower() in _COMPLEMENT
        return None if complement or token.low != "hans" else Verdict("function_acts", False)
    return Verdict("function_acts", True) if following in scene.lexicon.cues.verbs else None


def _word_without_capital(scene: Scene, i: int) -> Verdict | None:
    token, following = scene.tokens[i], scene.next(i)
    if token.kind & (Kind.FUNCTION | Kind.NEVER) or len(token.low) < SHORT:
        return None
    known = token.low in scene.lexicon.words
    if scene.case is not Case.NORMAL and token.capital:
        return Verdict("word_cue", False) if scene.cued(i) and not known else None
    if scene.cued(i) and not known and (following in scene.lexicon.cues.verbs or not following):
        return Verdict("word_lower", False)
    speaks = following in ("sa", "sade", "säger", "tycker") and scene.previous(i) not in _NOT_SPEAKER
    return Verdict("word_speaks", False) if speaks and not _inverted(scene, token) else None


def _inverted(scene: Scene, token: Token) -> bool:
    """Whether the next verb has another subject ("ärlig sa jag")."""
    after = scene.text[token.end :].split(None, 2)[1:2]
    return bool(after) and after[0].strip(".,!?").lower() in _PRONOUNS


def _other(scene: Scene, i: int) -> Verdict | None:
    """A name of the lists of other countries: with a capital, and first in a sentence beside a verb or name."""
    token, following, verbs = scene.tokens[i], scene.next(i), scene.lexicon.cues.verbs
    if token.low in scene.lexicon.words:
        return None
    if not token.capital:
        return Verdict("other_lower", False) if scene.cued(i) and following in verbs else None
    if scene.case is not Case.NORMAL:
        return Verdict("other_cue", False) if scene.cued(i) else None
    if scene.previous(i) in ("i", "på", "via") or _PLACE_END.match(token.low) or scene.after_thing(i):
        return None
    if not token.initial or following in verbs or scene.name_beside(i) or token.genitive:
        return Verdict("other", True)
    return None


def _unknown(scene: Scene, i: int) -> Verdict | None:
    """A word in no list: a name only by form or by its neighbours."""
    token = scene.tokens[i]
    words = scene.lexicon.words
    if token.low in words or len(token.text) < SHORT or (token.low.endswith("s") and token.low[:-1] in words):
        return None
    if not token.capital:
        return _unknown_lower(scene, i)
    if scene.case is Case.CAPITALS and token.text.isupper() and token.low.isalpha():
        certain = len(token.low) > _ACRONYM and name_shape(token.low) > _BEYOND_DOUBT
        return Verdict("unknown_capitals", False) if certain else None
    if token.text.isupper() or scene.case is not Case.NORMAL or not token.text[1:].replace("'", "").islower():
        return None
    return _by_form(scene, i) or _by_neighbours(scene, i)


def _unknown_lower(scene: Scene, i: int) -> Verdict | None:
    token, following, cues = scene.tokens[i], scene.next(i), scene.lexicon.cues
    if not token.low.isalpha() or len(token.low) <= SHORT + 1:
        return None
    if (scene.previous(i) in _BEFORE_ANY or following in _AFTER_ANY) and name_shape(
        token.low
    ) > _BEYOND_DOUBT:
        return Verdict("unknown_shape_lower", False)
    if following not in cues.verbs:
        return None
    if scene.cued(i) and scene.lexicon.is_misspelt_name(token.low):
        return Verdict("misspelt_lower", False)
    shape = name_shape(token.low)
    if scene.person_noun_before(i) and (not _INFLECTED.match(token.low) or shape > _LIKELY):
        return Verdict("unknown_lower", False)
    announced = scene.cued(i) or following in cues.speech
    return Verdict("unknown_lower", False) if announced and shape > _CERTAIN else None


def _by_form(scene: Scene, i: int) -> Verdict | None:
    token, before = scene.tokens[i], scene.previous(i)
    if before in _NOBLE:
        return Verdict("noble", True)
    if SURNAME.match(token.low) and before not in ("i", "på", "från") and not scene.after_thing(i):
        return Verdict("surname_form", True)
    misspelt = scene.lexicon.is_misspelt_name(token.low) and before not in scene.lexicon.cues.thing_before
    if misspelt and (not token.initial or len(token.low) >= _LONG or scene.acts(i)):
        return Verdict("misspelt", False)
    return None


def _by_neighbours(scene: Scene, i: int) -> Verdict | None:
    token, cues = scene.tokens[i], scene.lexicon.cues
    if _PLACE_END.match(token.low) or scene.after_thing(i):
        return None
    shape = name_shape(token.low.removesuffix("'s"))
    if scene.system_near(i) and not (shape > _CERTAIN and (scene.cued(i) or scene.acts(i))):
        return None
    if token.initial:
        return _unknown_first(scene, i, shape)
    before = scene.previous(i)
    if before in _UNITS or (before in cues.thing_before and not _towards_person(scene, i, shape)):
        return None
    doubtful = shape < (_POSSIBLE if _DEFINITE.match(token.low) else _FAINT)
    if doubtful and not (scene.cued(i) or scene.acts(i) or scene.name_beside(i)):
        return None
    return Verdict("unknown_inside", False)


def _unknown_first(scene: Scene, i: int, shape: float) -> Verdict | None:
    """A word in no list first in a sentence: by what it does, or by its spelling."""
    token, following = scene.tokens[i], scene.next(i)
    if scene.acts(i) and (not _DEFINITE.match(token.low) or shape > _CERTAIN):
        return Verdict("unknown_acts", False)
    spelt = token.low.endswith("s") and following in scene.lexicon.words and name_shape(token.low[:-1])
    if (spelt and spelt > _LIKELY) or (shape > _BEYOND_DOUBT and following in scene.lexicon.words):
        return Verdict("unknown_shape", False)
    if shape > _POSSIBLE and (_signs(scene, i) or _with_surname(scene, i)):
        return Verdict("unknown_shape", False)
    if shape > _LIKELY and (following in scene.lexicon.cues.verbs or scene.name_beside(i)):
        return Verdict("unknown_shape", False)
    return None


def _signs(scene: Scene, i: int) -> bool:
    """Whether the word ends the comment after a full stop or slash, as a signature does."""
    token = scene.tokens[i]
    ends = i == len(scene.tokens) - 1 and len(scene.text) - token.end <= 1
    return ends and scene.text[: token.start].rstrip(" ")[-1:] in (".", "!", "?", "/", "-", "\n", ",")


def _with_surname(scene: Scene, i: int) -> bool:
    """Whether another capitalised word in no list follows: first name and surname."""
    token = scene.near(i, 1)
    if token is None or not token.capital or scene.text[scene.tokens[i].end : token.start] != " ":
        return False
    unknown = not token.kind and token.low not in scene.lexicon.words and token.text[1:].islower()
    return unknown or bool(token.kind & (Kind.LAST | Kind.OTHER))


def _towards_person(scene: Scene, i: int, shape: float) -> bool:
    """Whether "till" or "på" before the word goes with a person: "tack till", "lita på"."""
    before = scene.previous(i)
    if before == "till":
        return shape > _LIKELY or scene.previous(i - 1) in _TO_PERSON
    if before == "på":
        return scene.previous(i - 1) in _ON_PERSON
    return before == "från" and shape > _CERTAIN and scene.acts(i)


def _hyphenated(scene: Scene, token: Token) -> Verdict | None:
    """A double name, or a name at the front of a compound ("Lotta-timmen")."""
    parts = token.text.split("-")
    lows = [part.lower().removesuffix("'s") for part in parts]
    kinds = [scene.lexicon.kind(low) or scene.lexicon.kind(low.removesuffix("s")) for low in lows]
    names = [bool(kind & (Kind.NAME | Kind.OTHER)) and not kind & Kind.SYSTEM for kind in kinds]
    titled = [part[:1].isupper() for part in parts]
    doubtful = [bool(kind & (Kind.WORD | Kind.PLACE | Kind.SYSTEM_OR_PERSON | Kind.NEVER)) for kind in kinds]
    if all(titled) and any(names) and not token.text.isupper():
        coined = [name or _coined(scene, low) for name, low in zip(names, lows, strict=True)]
        return Verdict("double", True) if all(coined) and not all(doubtful) else None
    if titled[0] and not titled[1] and names[0] and not doubtful[0] and not parts[0].isupper():
        return Verdict("compound", True, length=len(parts[0]))
    if all(names) and not any(doubtful):
        return Verdict("double_lower", True)
    if all(titled) and any(SURNAME.match(low) for low in lows):
        return Verdict("double_surname", False)
    return None


def _coined(scene: Scene, low: str) -> bool:
    return (
        len(low) > 1
        and not scene.lexicon.is_word(low)
        and not scene.lexicon.kind(low) & (Kind.PLACE | Kind.SYSTEM)
    )
