"""How likely a word the rules left is a name: a linear model over the word and what stands around it.

The rules ask one question at a time; this model weighs many weak signs together. It is read only where
the rules say no, and every find it adds is unsure. Trained by data/names/train_tagger.py; the weights are in
data/names/tagger.npz.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from text_analysis.anonymise.hits import Verdict
from text_analysis.anonymise.lexicon import Kind
from text_analysis.anonymise.name_things import bears_a_name, is_barred
from text_analysis.anonymise.scene import SHORT, Scene
from text_analysis.anonymise.tagger_features import Verdicts, buckets
from text_analysis.anonymise.things_in_lists import in_list_of_places
from text_analysis.anonymise.tokens import Case, Token
from text_analysis.places import DATA

FILE: Final = DATA / "names" / "tagger.npz"
_COUNTS: Final = re.compile(r" \d(?!\d? år\b)")
# A list of things: "Björn, älg och vildsvin i samma park".
_LISTED: Final = re.compile(
    r", (?P<one>[a-zåäö]{2,})(?:, [a-zåäö]{2,})* och (?P<two>[a-zåäö]{2,})"
    r"(?=[.!?]|$| (?:i|på|utanför|bakom|vid|finns|växer|är|var|som|lockar)\b)"
)
_LONGEST_INITIALS: Final = 3
_CODE_MARKS: Final = frozenset("`*[]{}|=<>_#\\")


def judge_by_context(scene: Scene, i: int, verdicts: Verdicts) -> Verdict | None:
    """An unsure name where the model's probability reaches its threshold."""
    if not may_be_judged(scene, i):
        return None
    model = _model()
    score = model.bias + sum(model.weights[bucket] for bucket in buckets(scene, i, verdicts))
    least = model.threshold if scene.tokens[i].capital else model.threshold_lower
    return Verdict("context", False) if score >= least and not _begins_list(scene, i) else None


def _begins_list(scene: Scene, i: int) -> bool:
    """Whether a name that is a thing begins a list of things: no verb and no person follows in it."""
    token, cues = scene.tokens[i], scene.lexicon.cues
    match = _LISTED.match(scene.text, token.end) if token.initial and token.kind & Kind.WORD else None
    if match is None:
        return False
    others = (match["one"], match["two"])
    return not any(word in cues.verbs | cues.pronouns or word.endswith(cues.noun_ends) for word in others)


def may_be_judged(scene: Scene, i: int) -> bool:
    """Whether the model was trained on such words: no things by rule, no letters, no words of grammar."""
    token = scene.tokens[i]
    if len(token.low) < SHORT - 1 or scene.case is Case.TITLE or token.low in scene.lexicon.cues.before:
        return False
    looks = _capital_may_be_judged if token.capital else _lower_may_be_judged
    if not looks(scene, token) or is_barred(scene, i) or _stands_in_code(scene, token):
        return False
    if scene.in_dictionary(i):
        return False
    counts = token.kind & Kind.FUNCTION or not token.kind & Kind.NAME or scene.lexicon.is_word(token.low)
    if counts and _COUNTS.match(scene.text, token.end):
        return False
    return not (_is_thing(scene, i) or (token.capital and in_list_of_places(scene, i)))


def _is_thing(scene: Scene, i: int) -> bool:
    """Whether the rules are sure of a thing: it acts like one, bears a name, or is a unit's name."""
    if scene.acts_like_system(i) or scene.told_system(i) or bears_a_name(scene, i):
        return True
    return scene.joined(i) in scene.lexicon.cues.units and not scene.tokens[i].kind & Kind.FIRST


def _capital_may_be_judged(scene: Scene, token: Token) -> bool:
    if token.kind & Kind.NEVER and token.initial:
        return False
    parts = token.text.split("-")
    if len(parts) > 1:
        acronym = token.text.isupper() and len(token.text) > _LONGEST_INITIALS
        return scene.case is Case.NORMAL and not acronym and all(part[:1].isupper() for part in parts)
    mixed = not token.text[1:].islower() and not token.text.isupper()
    if mixed or (len(token.low) < SHORT and not token.kind & Kind.NAME):
        return False
    return scene.case is Case.NORMAL and (len(token.low) < SHORT or not token.text.isupper())


def _lower_may_be_judged(scene: Scene, token: Token) -> bool:
    if token.kind & (Kind.FUNCTION | Kind.NEVER | Kind.PLACE) or len(token.low) < SHORT or "-" in token.text:
        return False
    known = scene.lexicon.is_word(token.low)
    if scene.text[max(0, token.start - len("0 ")) : token.start].strip().isdigit():
        return False
    if token.kind & Kind.FIRST:
        return not (known and token.genitive)
    swapped = not token.kind and scene.lexicon.is_swapped_word(token.low)
    return len(token.low) > SHORT and not (known or swapped) and not scene.is_english()


def _stands_in_code(scene: Scene, token: Token) -> bool:
    """Whether a mark touches the word that stands in links, tables, code and short forms."""
    before, after = scene.text[token.start - 1 : token.start], scene.text[token.end : token.end + 1]
    slash = not token.capital and "/" in (before, after)
    ending = before == ":" and not token.capital
    return slash or ending or before in _CODE_MARKS or after in _CODE_MARKS or _is_abbreviation(scene, token)


def _is_abbreviation(scene: Scene, token: Token) -> bool:
    """Whether the word is the first part of one with a full stop inside ("Pers.nr", "tim.anst")."""
    after = scene.text[token.end : token.end + 2]
    return after[:1] == "." and after[1:].islower()


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
        return _Model(float(arrays["bias"][0]), weights, *arrays["thresholds"].tolist())
