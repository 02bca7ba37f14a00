"""How likely a word the rules left is a name: a linear model over the word and what stands around it.

The rules ask one question at a time; this model weighs many weak signs together. It is read only where
the rules say no, and every find it adds is unsure. Trained by data/names/train_tagger.py; the weights are in
data/names/tagger.npz.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from text_analysis.anonymise.hits import Verdict
from text_analysis.anonymise.lexicon import Kind
from text_analysis.anonymise.name_things import is_no_name
from text_analysis.anonymise.scene import SHORT, SURNAME, Scene, ends_like_place, in_list_of_places
from text_analysis.anonymise.shape import name_shape
from text_analysis.anonymise.tokens import Case, Token
from text_analysis.places import DATA

FILE: Final = DATA / "names" / "tagger.npz"
N_BUCKETS: Final = 1 << 15
_SHAPE_STEPS: Final = (0.02, 0.1, 0.3, 0.5, 0.7, 0.85, 0.95, 0.99)
_SUFFIX: Final = 3
_DIGIT: Final = re.compile(r"\d")
_COUNTS: Final = re.compile(r" \d(?!\d? år\b)")
_CODE_MARKS: Final = frozenset("`*[]{}|=<>_#\\")
_FAR: Final = 2


def judge_by_context(scene: Scene, i: int) -> Verdict | None:
    """An unsure name where the model's probability reaches its threshold."""
    if not may_be_judged(scene, i):
        return None
    model = _model()
    score = model.bias + sum(model.weights[bucket] for bucket in buckets(scene, i))
    least = model.threshold if scene.tokens[i].capital else model.threshold_lower
    return Verdict("context", False) if score >= least else None


def may_be_judged(scene: Scene, i: int) -> bool:
    """Whether the model was trained on such words: no things by rule, no letters, no words of grammar."""
    token = scene.tokens[i]
    if len(token.low) < SHORT - 1 or scene.case is Case.TITLE or is_no_name(scene, i):
        return False
    counts = token.kind & Kind.FUNCTION or not token.kind & Kind.NAME or scene.lexicon.is_word(token.low)
    if _stands_in_code(scene, token) or (counts and _COUNTS.match(scene.text, token.end)):
        return False
    if "-" in token.text and not all(part[:1].isupper() for part in token.text.split("-")):
        return False
    return _capital_may_be_judged(scene, i) if token.capital else _lower_may_be_judged(scene, token)


def _capital_may_be_judged(scene: Scene, i: int) -> bool:
    token = scene.tokens[i]
    mixed = "-" not in token.text and not token.text[1:].islower() and not token.text.isupper()
    if mixed or (len(token.low) < SHORT and not token.kind & Kind.NAME) or in_list_of_places(scene, i):
        return False
    return scene.case is Case.NORMAL and (len(token.low) < SHORT or not token.text.isupper())


def _lower_may_be_judged(scene: Scene, token: Token) -> bool:
    if token.kind & (Kind.FUNCTION | Kind.NEVER | Kind.PLACE) or len(token.low) < SHORT:
        return False
    return bool(token.kind & Kind.FIRST) or (len(token.low) > SHORT and not scene.lexicon.is_word(token.low))


def _stands_in_code(scene: Scene, token: Token) -> bool:
    """Whether a mark touches the word that stands in links, tables and code rather than in sentences."""
    before, after = scene.text[token.start - 1 : token.start], scene.text[token.end : token.end + 1]
    slash = not token.capital and "/" in (before, after)
    return slash or before in _CODE_MARKS or after in _CODE_MARKS


def buckets(scene: Scene, i: int) -> set[int]:
    """The buckets of the word's features."""
    return {zlib.crc32(feature.encode()) % N_BUCKETS for feature in _features(scene, i)}


def _features(scene: Scene, i: int) -> Iterator[str]:
    """What the model sees: the word's own look, its neighbours, and both together."""
    token = scene.tokens[i]
    status = _status(scene, token)
    own = list(_own(scene, token))
    around = list(_around(scene, i))
    yield status
    yield from own
    yield from around
    for feature in around:
        yield f"{status}&{feature}"
    likeness = name_shape(token.low.removesuffix("'s"))
    shape = f"h{_step(likeness)}"
    yield from (shape, f"{status}&{shape}")
    for feature in around:
        yield f"{shape}&{feature}"
    if token.kind & (Kind.WORD | Kind.NEVER):
        word = f"w={token.base}{'1' if token.initial else ''}"
        yield word
        for feature in around:
            yield f"{word}&{feature}"


def _status(scene: Scene, token: Token) -> str:
    """The word's kind in one letter each, and its case and place in the sentence."""
    kind = token.kind
    known = scene.lexicon.is_word(token.low)
    kinds = "".join(
        letter
        for letter, bits in (
            ("n", Kind.NAME),
            ("o", Kind.OTHER),
            ("t", Kind.THING),
            ("f", Kind.FUNCTION),
            ("v", Kind.NEVER),
            ("p", Kind.PLACE),
            ("s", Kind.SYSTEM_OR_PERSON),
        )
        if kind & bits
    )
    return (
        f"{kinds or '-'}{'w' if known else ''}{'C' if token.capital else 'l'}{'1' if token.initial else ''}"
    )


def _own(scene: Scene, token: Token) -> Iterator[str]:
    low = token.low
    yield f"len{min(len(low), 9)}"
    yield f"e={low[-_SUFFIX:]}"
    yield f"e2={low[-2:]}"
    if token.genitive:
        yield "genitive"
    if token.kind & Kind.LAST:
        yield "last"
    if token.kind & Kind.FIRST:
        yield "first"
    if ends_like_place(low):
        yield "place"
    if not token.kind and scene.lexicon.is_compound(low):
        yield "compound"
    if SURNAME.match(low):
        yield "surname"
    if not token.kind and scene.lexicon.is_misspelt_name(low):
        yield "slip"


def _around(scene: Scene, i: int) -> Iterator[str]:
    tokens, text = scene.tokens, scene.text
    left = text[tokens[i - 1].end if i else 0 : tokens[i].start]
    right = text[tokens[i].end : tokens[i + 1].start if i + 1 < len(tokens) else len(text)]
    left, right = _DIGIT.sub("0", left), _DIGIT.sub("0", right)
    yield f"g-{left.strip()[-2:] or ('^' if not i else '')}{'n' if chr(10) in left else ''}"
    yield f"g+{right.strip()[:2] or ('$' if i + 1 == len(tokens) else '')}"
    yield f"n{min(len(tokens), 4)}"
    for step in (-_FAR, -1, 1, _FAR):
        j = i + step
        token = tokens[j] if 0 <= j < len(tokens) else None
        yield f"{step}={token.low if token else ''}"
        if token and abs(step) == 1:
            yield f"{step}k{_neighbour(scene, token)}"
            yield f"{step}e={token.low[-_SUFFIX:]}"
    yield f"1+2={'|'.join(token.low for token in tokens[i + 1 : i + 3])}"
    following = scene.next(i)
    cues = scene.lexicon.cues
    acts = "".join(str(int(following in verbs)) for verbs in (cues.verbs, cues.human_verbs, cues.weak_verbs))
    yield f"v{acts}"
    yield f"c{int(scene.cued(i))}{int(scene.previous(i) in cues.thing_before)}{int(scene.name_beside(i))}"
    if scene.system_near(i):
        yield "system"


def _neighbour(scene: Scene, token: Token) -> str:
    known = scene.lexicon.is_word(token.low)
    name = bool(token.kind & (Kind.NAME | Kind.OTHER))
    return f"{'C' if token.capital else 'l'}{int(known)}{int(name)}{int(bool(token.kind & Kind.PLACE))}"


def _step(share: float) -> int:
    return sum(share >= step for step in _SHAPE_STEPS)


@dataclass(frozen=True, slots=True)
class _Model:
    """Weights per bucket and what a score must reach, for words with and without capital, as log odds."""

    bias: float
    weights: list[float]
    threshold: float
    threshold_lower: float


@cache
def _model() -> _Model:
    import numpy as np

    with np.load(FILE, allow_pickle=False) as arrays:
        scale = float(arrays["scale"][0])
        weights = (arrays["weights"].astype(np.float64) * scale).tolist()
        capital, lower = arrays["thresholds"].tolist()
        return _Model(float(arrays["bias"][0]), weights, capital, lower)
