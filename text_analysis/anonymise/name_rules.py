"""Whether a word is a name: which rules a word comes under, by what the lists say of it."""

from __future__ import annotations

from typing import Final

from text_analysis.anonymise.hits import Verdict
from text_analysis.anonymise.lexicon import Kind
from text_analysis.anonymise.name_listed import judge_clear, judge_other, judge_word
from text_analysis.anonymise.name_things import is_no_name
from text_analysis.anonymise.name_unlisted import judge_unlisted
from text_analysis.anonymise.scene import SURNAME, Scene
from text_analysis.anonymise.tokens import Token

# Ends of what stands after a name and a hyphen and is no person ("Klara-huset").
_NAMED_THINGS: Final = (
    *("rummet", "salen", "huset", "hemmet", "gården", "skolan", "boendet", "boende", "systemet", "appen"),
    *("kläder", "traktorn", "bilen", "notiser", "notisen", "larmet", "servern", "maskinen", "skrivaren"),
    *("vagnar", "vagnarna", "evangeliet", "pumparna", "pumpar", "klipparen", "klippare", "boxar", "boxarna"),
    *("borren", "borrar", "hjälmen"),
    *("burken", "burkar", "burkarna", "flaskan", "maten", "saften", "sylten", "kakan", "kakor"),
    *("metern", "mätaren", "skopet", "katetern", "kateter", "sonden", "skenan", "pumpen", "provet"),
    *("projektet", "enkäten", "studien", "modulen", "registret", "portalen", "programmet"),
    *("plåstret", "kannan", "kanna", "filtret", "filter", "grytan", "pannan", "ugnen", "kniven", "pinnar"),
)
# "Tor-fre": Tor is a name too.
_DAYS: Final = frozenset({"mån", "tis", "ons", "tor", "tors", "fre", "lör", "sön"})


def judge(scene: Scene, i: int) -> Verdict | None:
    """Whether word `i` is a name, how sure, and by which rule; None if it is not."""
    token = scene.tokens[i]
    kind = token.kind
    if kind & Kind.ALWAYS:
        return Verdict("own_list", True)
    if "-" in token.text and not kind:
        return _judge_parts(scene, i)
    if is_no_name(scene, i):
        return None
    if kind & (Kind.WORD | Kind.PLACE | Kind.NEVER):
        return judge_word(scene, i) if kind & (Kind.NAME | Kind.OTHER) else None
    if kind & Kind.NAME:
        return judge_clear(scene, i)
    return judge_other(scene, i) if kind & Kind.OTHER else judge_unlisted(scene, i)


def _judge_parts(scene: Scene, i: int) -> Verdict | None:
    """Days are none ("Tor-fre"), the same part twice is a name ("Ting-Ting hade kört"); else as below."""
    token = scene.tokens[i]
    if _DAYS.issuperset(token.low.split("-")):
        return None
    return Verdict("double", False) if _is_doubled(scene, i) else _judge_hyphenated(scene, token)


def _judge_hyphenated(scene: Scene, token: Token) -> Verdict | None:
    """A double name, or a name at an end of a compound ("Lotta-timmen", "hyr-Robert")."""
    parts = token.text.split("-")
    lows = [part.lower().removesuffix("'s") for part in parts]
    kinds = [scene.lexicon.kind(low) or scene.lexicon.kind(low.removesuffix("s")) for low in lows]
    names = [bool(kind & (Kind.NAME | Kind.OTHER)) and not kind & Kind.SYSTEM for kind in kinds]
    titled = [part[:1].isupper() for part in parts]
    unclear = Kind.WORD | Kind.PLACE | Kind.SYSTEM_OR_PERSON | Kind.NEVER
    doubtful = [bool(kind & unclear) for kind in kinds]
    if all(titled) and any(names) and not token.text.isupper():
        coined = all(name or _is_coined(scene, low) for name, low in zip(names, lows, strict=True))
        if coined:
            return Verdict("double", True) if not all(doubtful) else None
        nickname = kinds[-1] & Kind.FIRST and not doubtful[-1] and scene.lexicon.is_word(lows[0])
        return Verdict("nickname", True) if nickname else None
    if titled[0] and _is_named_thing(scene, lows[1], kinds[0]):
        return None
    clear = [name and not unsure for name, unsure in zip(names, doubtful, strict=True)]
    if titled[0] and not titled[1] and clear[0] and not parts[0].isupper():
        return Verdict("compound", True, length=len(parts[0]))
    prefixed = not titled[0] and titled[-1] and clear[-1] and len(parts[0]) > 1
    if prefixed or all(clear) or (any(clear) and all(kind & Kind.FIRST for kind in kinds)):
        return Verdict("prefixed" if prefixed else "double_lower", True)
    surname = all(titled) and any(SURNAME.match(low) for low in lows)
    return Verdict("double_surname", False) if surname else None


def _is_doubled(scene: Scene, i: int) -> bool:
    """Whether the same part stands twice, each with a capital, and is no word, or someone acts."""
    first, _, second = scene.tokens[i].text.partition("-")
    named = first == second and first.istitle()
    acts = scene.next(i) in scene.lexicon.cues.verbs
    return named and (acts or not scene.lexicon.is_word(first.lower()))


def _is_named_thing(scene: Scene, noun: str, kind: int) -> bool:
    """Whether what stands after a name and a hyphen is called after someone long gone, or a make."""
    cues = scene.lexicon.cues
    if noun in cues.named_goods or noun.endswith(_NAMED_THINGS):
        return True
    ours = bool(kind & Kind.FIRST) and noun in ("modellen", "metoden")
    return noun in cues.eponym_nouns and not ours


def _is_coined(scene: Scene, low: str) -> bool:
    """Whether half a double name is at least no word, place or system."""
    thing = scene.lexicon.kind(low) & (Kind.PLACE | Kind.SYSTEM)
    return len(low) > 1 and not scene.lexicon.is_word(low) and not thing
