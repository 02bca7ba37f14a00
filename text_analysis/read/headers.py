"""Which question of the instruments a header is: by its whole text, by its key, or by nearly its words."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from text_analysis.instruments import load_instruments
from text_analysis.records import Item

How = Literal["text", "key", "name", "near"]

# Shares of weighted words that a header and a question have in common (Dice). Set on the questions
# themselves: two different ones share 0.63 at most, but for the pair "så mycket energi" and "så mycket
# tid" (0.88, told apart by the margin); small changes of wording keep 0.8 and more.
NEAR: Final = 0.8
PERHAPS: Final = 0.65
_MARGIN: Final = 0.1  # to the next best question
_STEM: Final = 6  # letters compared, so that "arbetsplatsens" is "arbetsplats"
_MIN_WORDS: Final = 3  # in a piece of a header that is compared by words
_NEGATIONS: Final = frozenset(
    {"inte", "ej", "aldrig", "ingen", "inget", "inga", "sällan", "utan", "not", "never"}
)
_NUMBERING: Final = re.compile(
    r"\s*(?:(?:q|f|fr|v|nr|fråga|question|item)[\s_]*)?\d+(?:[._]\d+)*[a-z]?(?:\s*[.:)\-–_|]+\s*|\s+)",
    re.IGNORECASE,
)
_PIECES: Final = re.compile(r"\s[-–—]\s|[:|\[\]/»>]")


@dataclass(frozen=True, slots=True)
class Match:
    """A question a header may be; `how` says what tells it, `sure` whether that is enough."""

    key: str
    text: str
    how: How
    sure: bool


def words(text: str) -> tuple[str, ...]:
    """The words in lower case without numbering in front, punctuation and underscores.

    >>> words("Q3. Jag lär nytt, och utvecklas!")
    ('jag', 'lär', 'nytt', 'och', 'utvecklas')
    """
    plain = unicodedata.normalize("NFKC", text)
    plain = _NUMBERING.sub("", plain, count=1) if _NUMBERING.match(plain) else plain
    return tuple(re.findall(r"[^\W_]+", plain.casefold()))


@dataclass(frozen=True, slots=True)
class _Question:
    """A question of the instruments with what headers are compared with."""

    item: Item
    words: tuple[str, ...]
    name: tuple[str, ...]

    def match(self, how: How, *, sure: bool = True) -> Match:
        """The match with this question."""
        return Match(self.item.key, self.item.text, how, sure)


@cache
def _questions() -> tuple[_Question, ...]:
    instruments = load_instruments()
    pulse = {index.key: words(index.name) for index in instruments.indices if index.instrument == "frisk"}
    return tuple(
        _Question(item, words(item.text), pulse.get(item.index_key, ())) for item in instruments.items
    )


def match_question(header: str) -> tuple[Match, ...]:
    """The questions a header may be: several if it cannot be told which, none if it is another.

    The pulse questions are known by their names too ("Hälsa"), the rest by wording and key only.

    >>> [(match.key, match.how) for match in match_question("HME - 3. Jag ser fram emot att gå till arbetet")]
    [('hme.motivation.3', 'text')]
    >>> match_question("Min närmaste chef är bra på att kommunicera")[0].sure
    False
    """
    found = words(header)
    return _by_key(found) or _by_text(found) or _by_words(header)


def _by_key(found: tuple[str, ...]) -> tuple[Match, ...]:
    keys = tuple(question.match("key") for question in _questions() if words(question.item.key) == found)
    return keys or tuple(question.match("name") for question in _questions() if question.name == found != ())


def _by_text(found: tuple[str, ...]) -> tuple[Match, ...]:
    """Questions whose whole wording stands in the header, whatever stands around it."""
    line = f" {' '.join(found)} "
    matches = [question for question in _questions() if f" {' '.join(question.words)} " in line]
    return tuple(question.match("text", sure=len(matches) == 1) for question in matches)


def _by_words(header: str) -> tuple[Match, ...]:
    """The question with nearly the same words, or the candidates."""
    parts = (words(part) for part in (header, *_PIECES.split(header)))
    pieces = [part for part in parts if len(part) >= _MIN_WORDS]
    if not pieces:
        return ()
    scores = [(max(_alike(piece, question.words) for piece in pieces), question) for question in _questions()]
    best, likest = max(scores, key=lambda pair: pair[0])
    if best < PERHAPS:
        return ()
    near = [question for score, question in scores if score > best - _MARGIN]
    same_sense = any(_negated(piece) == _negated(likest.words) for piece in pieces)
    sure = best >= NEAR and len(near) == 1 and same_sense
    return tuple(question.match("near", sure=sure) for question in near)


def _negated(found: Iterable[str]) -> bool:
    return not _NEGATIONS.isdisjoint(found)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """The share of the words' weight that both have, 0–1 (Dice); rare words weigh most."""
    left, right = Counter(_stems(one)), Counter(_stems(other))
    return 2 * _weight(left & right) / (_weight(left) + _weight(right))


def _weight(counts: Counter[str]) -> float:
    weights, unknown = _weights()
    return sum(weights.get(stem, unknown) * n for stem, n in counts.items())


def _stems(found: Iterable[str]) -> list[str]:
    return [word[:_STEM] for word in found]


@cache
def _weights() -> tuple[Mapping[str, float], float]:
    """How telling each stem is, the log of one over the share of questions with it; and an unknown stem."""
    questions = _questions()
    having = Counter(stem for question in questions for stem in set(_stems(question.words)))
    return {stem: math.log(len(questions) / n) for stem, n in having.items()}, math.log(len(questions))
