"""Names of persons: which words are names, told from lists, form and the words around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from text_analysis.anonymise.hits import Hit
from text_analysis.anonymise.lexicon import Kind, Lexicon
from text_analysis.anonymise.recognisers.person_spans import Verdict, spans
from text_analysis.anonymise.tokens import Case, Token, tokenise

_SURNAME: Final = re.compile(
    r".{2,}(?:sson|sdotter|qvist|kvist|quist|gren|ström|lund|stedt|stedt|dahl|berg|blom|löf|roth|sjö|strand|vall|wall|mark|crantz|nder|"
    r"vić|vic|ević|owski|ewski|owska|ewska|inski|iński|wicz|czyk|nen|pour|zadeh|zade|oğlu|oglu|yan|dze|shvili|enko|chuk|escu|ullah|"
    r"poulos|idis|akis|zai|nejad|manesh|khani|dottir|dóttir)s?$"
)
_PLACE_END: Final = re.compile(
    r".{2,}(?:gården|gård|skolan|skola|hemmet|huset|kliniken|mottagningen|centralen|centrum|sjukhuset|sjukhus|backen|gläntan|hagen|"
    r"ängen|ängarna|parken|torget|gatan|vägen|viken|sund|köping|borg|stad|holmen|kommun|kommunen|verket|bolaget|staden|dalen|berget|"
    r"lunden|sjön|byn|udden|åsen|hamnen|liden|allén|kullen|boet|bo|fors|hult|torp|ryd|näs|vik|hamn|arna|erna|systemet|portalen|"
    r"appen|teamet|enheten|avdelningen|ås|den|het|ning|ningen|tion|tionen|sk|ska|iskt|ande|ende|isk|lig|ligt)s?$"
)
_HYPHEN_TAIL: Final = re.compile(r"-(?=[a-zåäö])")
_SHORT: Final = 3
_ACRONYM: Final = 4
_PLACED_AND_ACTING: Final = re.compile(r" (?:på|i|från|hos|vid) \w+ (?P<verb>\w+)")
_NOBLE: Final = frozenset({"von", "af", "van", "de", "al", "bin"})
# Verbs that things may have as subject: not enough for an unknown word first in a sentence.
_WEAK: Final = frozenset(
    "är var blir blev har hade kommer kom går gick får fick kan kunde ska skulle vill ville borde behöver tar tog ger gav gör gjorde står"
    " stod sitter satt ligger stannar stannade finns hinner saknas fattas börjar började visar visade hjälper hjälpte skickar skickade"
    " håller slutade fixar fixade springer delar hämtar skapar planerar kräver testade åker kör is was has had".split()
)
_POSSESSIVE: Final = frozenset(
    {"hans", "mina", "vår", "min", "din", "dina", "mitt", "sin", "sina", "era", "er"}
)
_NOT_AFTER_HANS: Final = frozenset({"är", "var"})


@dataclass(frozen=True, slots=True)
class _Scene:
    """A text and its words, as the rules look around in it."""

    text: str
    tokens: list[Token]
    case: Case
    lexicon: Lexicon

    def near(self, i: int, step: int) -> Token | None:
        """The word one `step` before or after, if only a space or comma lies between."""
        j = i + step
        if not 0 <= j < len(self.tokens):
            return None
        left, right = (self.tokens[j], self.tokens[i]) if step < 0 else (self.tokens[i], self.tokens[j])
        return (
            self.tokens[j]
            if self.text[left.end : right.start]
            in (" ", ", ", "  ", ". ", ": ", " (", "/", " /", " //", "\n")
            else None
        )

    def next(self, i: int) -> str:
        """The next word in lower case, if a single space lies between; else empty."""
        token = self.near(i, 1)
        return token.low if token and self.text[self.tokens[i].end : token.start] == " " else ""

    def previous(self, i: int) -> str:
        """The word before in lower case; empty at a sentence's start."""
        token = self.near(i, -1)
        return token.low if token else ""


def finder(lexicon: Lexicon) -> Callable[[str], Iterator[Hit]]:
    """The recogniser of names."""

    def find(text: str) -> Iterator[Hit]:
        tokens, case = tokenise(text, lexicon)
        if not tokens:
            return
        scene = _Scene(text, tokens, case, lexicon)
        silent = [match.span() for match in lexicon.never.finditer(text)]
        verdicts = [_judge(scene, i) if _may_be_name(tokens[i], silent) else None for i in range(len(tokens))]
        yield from spans(text, tokens, _propagate(tokens, verdicts, case), lexicon)

    return find


def _may_be_name(token: Token, silent: list[tuple[int, int]]) -> bool:
    return not any(start <= token.start < end for start, end in silent)


def _judge(scene: _Scene, i: int) -> Verdict | None:
    """Whether word `i` is a name, how sure, and by which rule; None if it is not."""
    token = scene.tokens[i]
    kind = token.kind
    if kind & Kind.ALWAYS:
        return Verdict("own_list", True)
    if "-" in token.text and not kind:
        return _judge_hyphenated(scene, i)
    if len(token.text) == 1:
        return None
    if kind & Kind.SYSTEM:
        return None
    if kind & Kind.SYSTEM_OR_PERSON and _is_system(scene, i):
        return None
    if kind & Kind.NEVER:
        return (
            Verdict("word_beside_name", False)
            if token.capital and not token.initial and _name_beside(scene, i)
            else None
        )
    if (
        token.text.isupper()
        and scene.case is Case.NORMAL
        and len(token.text) <= _ACRONYM
        and not _person_before(scene, i)
    ):
        return None
    if kind & (Kind.WORD | Kind.PLACE) and kind & (Kind.NAME | Kind.OTHER):
        return _judge_word(scene, i)
    if kind & Kind.PLACE:
        return None
    if kind & Kind.NAME:
        return _judge_clear(scene, i)
    if kind & Kind.OTHER:
        return _judge_other(scene, i)
    return _judge_unknown(scene, i)


def _judge_hyphenated(scene: _Scene, i: int) -> Verdict | None:
    """A double name, or a name at the front of a compound ("Lotta-timmen")."""
    token = scene.tokens[i]
    parts = token.text.split("-")
    kinds = [
        scene.lexicon.kind(part.lower().removesuffix("'s"))
        or scene.lexicon.kind(part.lower().removesuffix("s"))
        for part in parts
    ]
    names = [
        bool(kind & Kind.NAME) and not kind & (Kind.SYSTEM | Kind.NEVER | Kind.FUNCTION) for kind in kinds
    ]
    titled = [part[:1].isupper() for part in parts]
    if all(titled) and (
        all(names)
        or (
            any(names) and all(name or _unknown(part, scene) for name, part in zip(names, parts, strict=True))
        )
    ):
        return Verdict("double", True)
    clear = bool(kinds[0] & Kind.NAME) and not kinds[0] & (
        Kind.WORD | Kind.PLACE | Kind.SYSTEM | Kind.SYSTEM_OR_PERSON | Kind.NEVER
    )
    if titled[0] and not titled[1] and clear:
        return Verdict("compound", True, length=len(parts[0]))
    if all(names) and not any(kind & Kind.WORD for kind in kinds):
        return Verdict("double_lower", True)
    if all(titled) and any(bool(_SURNAME.match(part.lower())) for part in parts):
        return Verdict("double_surname", False)
    return None


def _unknown(part: str, scene: _Scene) -> bool:
    return (
        len(part) > 1
        and part.lower() not in scene.lexicon.words
        and not scene.lexicon.kind(part.lower()) & (Kind.PLACE | Kind.SYSTEM)
    )


def _judge_clear(scene: _Scene, i: int) -> Verdict | None:
    """A listed name that is no word: a name in any case."""
    token = scene.tokens[i]
    if token.capital:
        return Verdict("list", True)
    if token.low in scene.lexicon.words or (len(token.base) <= _SHORT and not token.kind & Kind.SWEDISH):
        return (
            Verdict("list_lower", False)
            if _person_before(scene, i) and scene.next(i) in scene.lexicon.cues.verbs
            else None
        )
    return Verdict("list_lower", True)


def _judge_word(scene: _Scene, i: int) -> Verdict | None:
    """A name that is also a word or a place: told by capital, place in the sentence and neighbours."""
    token, following = scene.tokens[i], scene.next(i)
    cues = scene.lexicon.cues
    if not token.capital or scene.case is not Case.NORMAL:
        return _judge_word_without_capital(scene, i)
    if token.kind & Kind.PLACE and scene.previous(i) in cues.thing_before:
        return None
    if not token.initial:
        if token.genitive and token.low in scene.lexicon.words and not _name_beside(scene, i):
            return None
        return Verdict("word_inside", True)
    if _name_beside(scene, i):
        return Verdict("word_beside_name", True)
    if token.kind & Kind.FUNCTION and not token.kind & Kind.THING:
        return _judge_function_first(token, following, scene)
    if following in cues.human_verbs or (following in cues.verbs and following not in _WEAK):
        return Verdict("word_acts", True)
    if token.genitive and following in scene.lexicon.words and token.low not in scene.lexicon.words:
        return Verdict("word_genitive", False)
    placed = _PLACED_AND_ACTING.match(scene.text, token.end)
    if placed and (placed["verb"] in cues.human_verbs or placed["verb"].endswith("ade")):
        return Verdict("word_placed_acts", False)
    return None


def _judge_function_first(token: Token, following: str, scene: _Scene) -> Verdict | None:
    if token.low in _POSSESSIVE:
        after = scene.text[token.end :].split(None, 2)[1:2]
        if following in _NOT_AFTER_HANS:
            plain = not after or after[0].strip(".,!?").lower() in (
                "inte",
                "den",
                "det",
                "de",
                "som",
                "en",
                "ett",
            )
            return None if plain else Verdict("function_acts", False)
        return Verdict("function_acts", True) if following in scene.lexicon.cues.verbs else None
    return (
        Verdict("function_acts", True)
        if following in scene.lexicon.cues.human_verbs and following != token.low
        else None
    )


def _judge_word_without_capital(scene: _Scene, i: int) -> Verdict | None:
    token, following = scene.tokens[i], scene.next(i)
    if token.kind & Kind.FUNCTION or len(token.low) < _SHORT:
        return None
    if scene.case is not Case.NORMAL and token.capital:
        return (
            Verdict("word_cue", False)
            if _person_before(scene, i) and token.low not in scene.lexicon.words
            else None
        )
    if (
        _person_before(scene, i)
        and (following in scene.lexicon.cues.verbs or not following)
        and token.low not in scene.lexicon.words
    ):
        return Verdict("word_lower", False)
    if following in scene.lexicon.cues.speech and scene.previous(i) not in (
        "en",
        "ett",
        "den",
        "det",
        "de",
        "dom",
        "någon",
        "min",
        "i",
    ):
        return Verdict("word_speaks", False)
    return None


def _judge_other(scene: _Scene, i: int) -> Verdict | None:
    """A name of the lists of other countries: with a capital, and first in a sentence beside a verb or name."""
    token, following = scene.tokens[i], scene.next(i)
    if token.low in scene.lexicon.words:
        return None
    if not token.capital:
        return (
            Verdict("other_lower", False)
            if _person_before(scene, i) and following in scene.lexicon.cues.verbs
            else None
        )
    if scene.case is not Case.NORMAL:
        return Verdict("other_cue", False) if _person_before(scene, i) else None
    if scene.previous(i) in ("i", "på", "via") or _PLACE_END.match(token.low) or _after_thing(scene, i):
        return None
    if not token.initial or following in scene.lexicon.cues.verbs or _name_beside(scene, i) or token.genitive:
        return Verdict("other", True)
    return None


def _judge_unknown(scene: _Scene, i: int) -> Verdict | None:
    """A word in no list: a name only by form (surname endings) or by its neighbours."""
    token, following, before = scene.tokens[i], scene.next(i), scene.previous(i)
    cues, words = scene.lexicon.cues, scene.lexicon.words
    if (
        token.low in words
        or (token.low.endswith("s") and token.low[:-1] in words)
        or len(token.text) < _SHORT
    ):
        return None
    if not token.capital:
        if scene.lexicon.is_misspelt_name(token.low) and _person_before(scene, i) and following in cues.verbs:
            return Verdict("misspelt_lower", False)
        known = following in cues.verbs and _person_noun(scene, i)
        return (
            Verdict("unknown_lower", False)
            if known and token.low.isalpha() and not _looks_inflected(token.low)
            else None
        )
    if (
        token.text.isupper()
        or scene.case is not Case.NORMAL
        or not token.text[1:].replace("-", "").replace("'", "").islower()
    ):
        return None
    if before in _NOBLE and scene.tokens[i - 1].end + 1 == token.start:
        return Verdict("noble", True)
    if scene.lexicon.is_misspelt_name(token.low) and before not in cues.thing_before:
        return Verdict("misspelt", False)
    if _PLACE_END.match(token.low) and not _SURNAME.match(token.low):
        return None
    if _SURNAME.match(token.low) and before not in ("i", "på", "från"):
        return Verdict("surname_form", True)
    if token.initial:
        acts = following in cues.human_verbs and following not in _WEAK
        return Verdict("unknown_acts", False) if acts and not _system_near(scene, i) else None
    if before in cues.thing_before or _system_near(scene, i):
        return None
    if _person_before(scene, i) or following in cues.human_verbs:
        return Verdict("unknown_cue", False)
    return None


def _after_thing(scene: _Scene, i: int) -> bool:
    """Whether the word just before names a place, company or system, of which this is the second part."""
    token = scene.near(i, -1)
    return (
        token is not None
        and token.capital
        and bool(token.kind & (Kind.PLACE | Kind.SYSTEM))
        and not token.kind & Kind.NAME
    )


def _looks_inflected(low: str) -> bool:
    return low.endswith(
        (
            "ar",
            "ade",
            "en",
            "et",
            "na",
            "or",
            "ig",
            "lig",
            "igt",
            "ing",
            "ningen",
            "de",
            "te",
            "at",
            "as",
            "ts",
            "sk",
        )
    )


def _person_before(scene: _Scene, i: int) -> bool:
    before = scene.previous(i)
    return before in scene.lexicon.cues.before or _person_noun(scene, i)


def _person_noun(scene: _Scene, i: int) -> bool:
    before = scene.previous(i)
    return before.endswith(scene.lexicon.cues.noun_ends) and len(before) > _SHORT


def _name_beside(scene: _Scene, i: int) -> bool:
    """Whether a clear name, or a capitalised word-name, follows or stands before, also across "och"."""
    for step in (1, -1):
        token = scene.near(i, step)
        if token and token.low in ("och", "o", "&", "eller"):
            token = scene.near(i + step, step)
        if token and token.capital and _likely(token) and not (token.initial and token.kind & Kind.WORD):
            return True
    return False


def _likely(token: Token) -> bool:
    if token.kind & Kind.NAME and not token.kind & (Kind.NEVER | Kind.SYSTEM):
        return not token.kind & Kind.PLACE
    return not token.kind and _SURNAME.match(token.low) is not None


def _system_near(scene: _Scene, i: int) -> bool:
    """Whether the sentence around word `i` speaks of systems."""
    token = scene.tokens[i]
    left = max(scene.text.rfind(mark, 0, token.start) for mark in ".!?\n") + 1
    ends = [place for mark in ".!?\n" if (place := scene.text.find(mark, token.end)) >= 0]
    sentence = scene.text[left : min(ends, default=len(scene.text))]
    return scene.lexicon.cues.system_words.search(sentence) is not None


def _is_system(scene: _Scene, i: int) -> bool:
    """Whether a word that names both a system and persons stands for the system here."""
    following, before = scene.next(i), scene.previous(i)
    if following in scene.lexicon.cues.speech or _person_noun(scene, i):
        return False
    if before in ("i", "från", "via", "in", "systemet", "modulen", "programmet", "appen", "verktyget"):
        return True
    acts = following in scene.lexicon.cues.human_verbs and following not in _WEAK
    return _system_near(scene, i) and (not acts or _system_beside(scene, i))


def _system_beside(scene: _Scene, i: int) -> bool:
    for step in (1, -1):
        token = scene.near(i, step)
        if token and token.low in ("och", "eller"):
            token = scene.near(i + step, step)
        if token and token.kind & (Kind.SYSTEM | Kind.SYSTEM_OR_PERSON):
            return True
    return False


def _propagate(tokens: list[Token], verdicts: list[Verdict | None], case: Case) -> list[Verdict | None]:
    """Judges a capitalised word inside a sentence as a name if the same word is a sure name elsewhere."""
    sure = {
        token.base
        for token, verdict in zip(tokens, verdicts, strict=True)
        if verdict and verdict.sure and not verdict.length
    }
    if not sure or case is not Case.NORMAL:
        return verdicts
    return [
        verdict
        or (Verdict("again", True) if token.capital and token.base in sure and not token.initial else None)
        for token, verdict in zip(tokens, verdicts, strict=True)
    ]
