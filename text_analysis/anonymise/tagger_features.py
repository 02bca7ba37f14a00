"""What the model of names in context sees of a word: its own look, what stands around it, and the names near.

Each feature is a text, hashed without a seed to a bucket of the model's weights, so that training
(data/names/train_tagger.py) and masking agree.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from typing import Final

from text_analysis.anonymise.hits import Verdict
from text_analysis.anonymise.lexicon import Kind
from text_analysis.anonymise.name_things import is_doubtful
from text_analysis.anonymise.scene import SURNAME, Scene, ends_like_place
from text_analysis.anonymise.shape import name_shape
from text_analysis.anonymise.tokens import Token

N_BUCKETS: Final = 1 << 17
Verdicts = Sequence[Verdict | None]
_SHAPE_STEPS: Final = (0.02, 0.1, 0.3, 0.5, 0.7, 0.85, 0.95, 0.99)
_SUFFIX: Final = 3
_LONGEST_EDGE: Final = 4
_DIGIT: Final = re.compile(r"\d")
_FAR: Final = 3
# Swedish surnames are made of two short words of nature, as names of places and units are.
_TWO_PARTS: Final = re.compile(
    r"(?:a(?:lm|hl|sp)|berg|bj[öo]rk|blom|bo|brand|b[äe]ck|dal|eke?|e[lr]|eng|fager|falk|fors|fjäll|frid|gran"
    r"|grön|gull|gyll(?:en)?|ha|hag|hall|hamm?ar|hed|hell|hå|hjort|holm|hult|häg|hög|kron|kull|kvarn|lager"
    r"|lenn?|lilje|linde?|ljung|lund|löf|löv|malm|mo|ny|norr?d?|näs|od|palm|ram|rose?n?|rud|ryd|rön|sand"
    r"|sjö|skog|sten|strand|strö|ström|sund|svan|säll|söder|tall|tor|törn|ul|v?w?all|[vw]ik|[vw]est(?:er)?"
    r"|väst(?:er)?|zetter|åker|ås|äng|öster|öst|öhr|brun|lejon|stål|silver|rosen|ferm|fri|granat|gustaf)s?"
    r"(?:malm|dahl|dal|borg|berg|hage|häll|hed|holm|m[au]nn?|mark|backa|bäck|[vw]ik|stam|d?ell|[ée]n|ing?|lius"
    r"|l?ander|ling|l?and|hammar|rud|fors|feldt|f[äe]lt|sten|skog|sköld|hjelm|stj?i?erna|crona|stråle|svärd"
    r"|lö[vf]|blad|roth?|ros|åker|äng|rup|[zxs]ell|gren|lund|ström|[qk]v?u?ist|stedt|strand|[vw]all|å|ö)s?$"
)
_LIST: Final = frozenset({"och", "o", "&", "samt", "eller"})
_KINDS: Final = (
    ("n", Kind.NAME),
    ("o", Kind.OTHER),
    ("t", Kind.THING),
    ("f", Kind.FUNCTION),
    ("v", Kind.NEVER),
    ("p", Kind.PLACE),
    ("s", Kind.SYSTEM_OR_PERSON),
)
_PERSON_PRONOUNS: Final = frozenset({"hon", "han", "hen", "henne", "honom", "hennes", "hans"})
_SENTENCE: Final = 12
_GRAM: Final = 3
_MIX: Final = (2654435761, 40503)
_SHIFT: Final = 9


def buckets(scene: Scene, i: int, verdicts: Verdicts) -> set[int]:
    """The buckets of the features of word `i`; `verdicts` is what the rules say of each word.

    They are the word's own look, its surroundings, and each of the surroundings together with its looks.
    """
    token = scene.tokens[i]
    around = [zlib.crc32(feature.encode()) for feature in _surroundings(scene, i, verdicts)]
    looks = [zlib.crc32(look.encode()) for look in _looks(scene, token)]
    own = [zlib.crc32(feature.encode()) for feature in _own(scene, token)]
    found = {value % N_BUCKETS for value in (*around, *looks, *own)}
    found |= {_pair(looks[0], feature) for feature in (*own, looks[1])}
    return found | {_pair(look, feature) for look in looks for feature in around}


def _pair(look: int, feature: int) -> int:
    """The bucket of two features together; multiplied, since sums and exclusive ors of checks coincide."""
    return ((look * _MIX[0] + feature * _MIX[1]) >> _SHIFT) % N_BUCKETS


def _looks(scene: Scene, token: Token) -> Iterator[str]:
    """What the surroundings are weighed with: kind and case, spelling, and the word that is also a name."""
    yield _status(scene, token)
    yield f"h{_step(name_shape(token.low.removesuffix(chr(39) + 's')))}"
    if token.kind & (Kind.WORD | Kind.NEVER | Kind.SYSTEM_OR_PERSON) or scene.lexicon.is_word(token.low):
        yield f"w={token.base}{'1' if token.initial else ''}"


def _surroundings(scene: Scene, i: int, verdicts: Verdicts) -> Iterator[str]:
    yield from _around(scene, i)
    yield from _company(scene, i, verdicts)


def _status(scene: Scene, token: Token) -> str:
    """The word's kind in one letter each, and its case and place in the sentence."""
    kinds = "".join(letter for letter, bits in _KINDS if token.kind & bits)
    known = "w" if scene.lexicon.is_word(token.low) else ""
    return f"{kinds or '-'}{known}{'C' if token.capital else 'l'}{'1' if token.initial else ''}"


def _own(scene: Scene, token: Token) -> Iterator[str]:
    low = token.low
    yield f"len{min(len(low), 9)}"
    for n in range(2, _LONGEST_EDGE + 1):
        yield f"e={low[-n:]}$"
        yield f"b=^{low[:n]}"
    for at in range(1, len(low) - _GRAM):
        yield f"i={low[at : at + _GRAM]}"
    traits = (
        ("genitive", token.genitive),
        ("last", bool(token.kind & Kind.LAST)),
        ("first", bool(token.kind & Kind.FIRST)),
        ("swedish", bool(token.kind & Kind.SWEDISH)),
        ("place", ends_like_place(low)),
        ("compound", not token.kind and scene.lexicon.is_compound(low)),
        ("surname", SURNAME.match(low) is not None),
        ("two parts", _TWO_PARTS.match(low) is not None),
        ("slip", not token.kind and scene.lexicon.is_misspelt_name(low)),
        ("inflected", not token.kind and scene.lexicon.is_inflected(low)),
        ("definite name", low.endswith(("n", "na")) and bool(scene.lexicon.kind(low.rstrip("a")[:-1]))),
        ("hyphen", "-" in low),
        ("upper", token.text.isupper()),
    )
    for name, holds in traits:
        if holds:
            yield name


def _around(scene: Scene, i: int) -> Iterator[str]:
    """The words and marks beside the word."""
    tokens, text = scene.tokens, scene.text
    left = text[tokens[i - 1].end if i else 0 : tokens[i].start]
    right = text[tokens[i].end : tokens[i + 1].start if i + 1 < len(tokens) else len(text)]
    left, right = _DIGIT.sub("0", left), _DIGIT.sub("0", right)
    yield f"g-{left.strip()[-2:] or ('^' if not i else '')}{'n' if chr(10) in left else ''}"
    yield f"g+{right.strip()[:2] or ('$' if i + 1 == len(tokens) else '')}"
    yield f"n{min(len(tokens), 4)}"
    for step in (-2, -1, 1, 2):
        j = i + step
        token = tokens[j] if 0 <= j < len(tokens) else None
        yield f"{step}={token.low if token else ''}"
        if token:
            yield f"{step}e={token.low[-_SUFFIX:]}"
            yield f"{step}e2={token.low[-2:]}"
            yield f"{step}k{_neighbour(scene, token)}"
    yield f"1+2={'|'.join(token.low for token in tokens[i + 1 : i + 3])}"
    yield f"-2-1={'|'.join(token.low for token in tokens[max(0, i - 2) : i])}"
    yield f"-1+1={tokens[i - 1].low if i else ''}|{tokens[i + 1].low if i + 1 < len(tokens) else ''}"


def _company(scene: Scene, i: int, verdicts: Verdicts) -> Iterator[str]:
    """What the cue lists say of the surroundings, and what the rules say of the words near."""
    tokens, cues, following = scene.tokens, scene.lexicon.cues, scene.next(i)
    acts = "".join(str(int(following in verbs)) for verbs in (cues.verbs, cues.human_verbs, cues.weak_verbs))
    yield f"v{acts}"
    yield f"c{int(scene.cued(i))}{int(scene.previous(i) in cues.thing_before)}{int(scene.name_beside(i))}"
    if scene.system_near(i):
        yield "system"
    if is_doubtful(scene, i):
        yield "thing"
    near = tokens[max(0, i - _FAR) : i]
    if any(token.low.endswith(cues.noun_ends) for token in near):
        yield "person-"
    if any(token.low.endswith(cues.system_nouns) for token in near):
        yield "thing-"
    if any(token.low in _PERSON_PRONOUNS for token in tokens[i + 1 : i + _SENTENCE]):
        yield "pronoun+"
    if any(token.low in _PERSON_PRONOUNS for token in tokens[max(0, i - _SENTENCE) : i]):
        yield "pronoun-"
    for step in (-1, 1):
        yield f"m{step}{_mate(scene, i, step, verdicts)}"
    if any(verdicts):
        yield "others"


def _mate(scene: Scene, i: int, step: int, verdicts: Verdicts) -> str:
    """Whether the next word in a list with this one is a name by the rules, has a capital, or neither."""
    j = i + step
    if 0 <= j < len(scene.tokens) and scene.tokens[j].low in _LIST:
        j += step
    if not 0 <= j < len(scene.tokens):
        return ""
    return "n" if verdicts[j] else "C" if scene.tokens[j].capital else "l"


def _neighbour(scene: Scene, token: Token) -> str:
    known = scene.lexicon.is_word(token.low)
    name = bool(token.kind & (Kind.NAME | Kind.OTHER))
    return f"{'C' if token.capital else 'l'}{int(known)}{int(name)}{int(bool(token.kind & Kind.PLACE))}"


def _step(share: float) -> int:
    return sum(share >= step for step in _SHAPE_STEPS)
