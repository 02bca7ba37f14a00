"""The words the model of names in context learns from, and those its thresholds are told by.

In each fold the vocabulary lacks the words of its own comments, and a quarter of all names, places and
systems is taken out of the lists: the model sees unknown words as they will come.
"""

from __future__ import annotations

import random
import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, get_args

import build
from made_comments import Names, Span, with_names, with_other_names, with_things

from text_analysis.anonymise.labelled import labelled
from text_analysis.anonymise.lexicon import Kind, Lexicon, delete_index, load_lexicon, shipped_lexicon
from text_analysis.anonymise.lists import MaskLists
from text_analysis.anonymise.normalise import normalise
from text_analysis.anonymise.recognisers.person import left_by_rules
from text_analysis.anonymise.tagger_features import buckets
from text_analysis.anonymise.tokens import Token
from text_analysis.records import FindingType

N_FOLDS: Final = 4
N_MADE: Final = 3  # comments with names made of each clean one
WRITTEN_WEIGHT: Final = 6.0  # labelled comments as written
EXCHANGED_WEIGHT: Final = 0.5
COMMON: Final = (
    *("björn", "sten", "stig", "liv", "my", "bo", "per", "dag", "love", "rut", "alma", "vera", "max", "tim"),
    *("sol", "maj", "siv", "tor", "tove", "saga", "rosa", "klara", "nova", "ida", "stella", "hans", "jan"),
    "dan",
    *("sam", "kim", "bror", "frej", "viva", "lo", "lova", "hilda", "siri", "linn"),
)
_UNIT_NOUN: Final = re.compile(r"[a-zåäö]{4,8}(?:an|en)")
_OTHER_TYPES: Final = frozenset(get_args(FindingType)) - {"PERSON"}
_THINGS: Final = (Kind.PLACE | Kind.SYSTEM, Kind.NAME | Kind.OTHER | Kind.WORD)
_UNCLEAR: Final = Kind.WORD | Kind.NEVER | Kind.PLACE | Kind.SYSTEM | Kind.SYSTEM_OR_PERSON


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment to learn from.

    Attributes
    ----------
    spans : where its names stand.
    other : where other personal data stands; nothing is learnt there.
    weight : of each of its words.
    only_names : its other words are learnt from already.
    """

    text: str
    spans: Sequence[Span] = ()
    other: Sequence[Span] = ()
    weight: float = 1.0
    only_names: bool = False


@dataclass(slots=True)
class Examples:
    """What the model learns from or is tried on, a word each.

    Attributes
    ----------
    buckets, labels, weights : of its features; whether it is a name; how much it counts.
    folds, comments : of the comment it stands in; -1 for no number.
    capital : whether it has a capital.
    """

    buckets: list[set[int]] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    folds: list[int] = field(default_factory=list)
    comments: list[int] = field(default_factory=list)
    capital: list[bool] = field(default_factory=list)

    def add(self, comment: Comment, lexicon: Lexicon, fold: int, number: int = -1) -> None:
        """The words of a comment that the rules leave."""
        if normalise(comment.text).text != comment.text:
            return
        for scene, i, verdicts in left_by_rules(comment.text, lexicon):
            token = scene.tokens[i]
            named = _overlaps(token, comment.spans)
            if (named or not comment.only_names) and not _overlaps(token, comment.other):
                self.buckets.append(buckets(scene, i, verdicts))
                self.labels.append(int(named))
                self.weights.append(comment.weight)
                self.folds.append(fold)
                self.comments.append(number)
                self.capital.append(token.capital)


def add_fold(examples: Examples, clean: Sequence[str], fold: int) -> None:
    """Adds the words of a fold: of the clean comments and of the labelled ones."""
    rng = random.Random(fold)  # noqa: S311 - made comments, no secret
    lexicon, names = _reduced(clean, fold, rng)
    for text in clean:
        if _fold_of(text) == fold:
            for comment in _of_clean(text, names, rng):
                examples.add(comment, lexicon, fold)
    for _, row in labelled():
        if _fold_of(row["text"]) == fold:
            for comment in _of_labelled(row, names, rng):
                examples.add(comment, lexicon, fold)


def _of_clean(text: str, names: Names, rng: random.Random) -> Iterator[Comment]:
    """A clean comment as written, with names put in, and with a thing's name put in."""
    yield Comment(text)
    for _ in range(N_MADE):
        made, spans = with_names(text, names, rng)
        yield Comment(made, spans, only_names=True)
    thing = with_things(text, names, rng)
    if thing is not None:
        yield Comment(thing)


def _of_labelled(row: Mapping[str, Any], names: Names, rng: random.Random) -> Iterator[Comment]:
    """A labelled comment as written and with its names exchanged."""
    spans, other = _spans(row, {"PERSON"}), _spans(row, _OTHER_TYPES)
    yield Comment(row["text"], spans, other, weight=WRITTEN_WEIGHT)
    for _ in range(N_FOLDS * N_MADE):
        exchanged = with_other_names(row, names, rng)
        if exchanged is not None:
            yield Comment(*exchanged, weight=EXCHANGED_WEIGHT)


def _fold_of(text: str) -> int:
    return zlib.crc32(text.encode()) % N_FOLDS


def _overlaps(token: Token, spans: Sequence[Span]) -> bool:
    return any(start < token.end and token.start < end for start, end in spans)


def _spans(row: Mapping[str, Any], types: Collection[str]) -> list[Span]:
    return [(span["start"], span["end"]) for span in row["pii"] if span["type"] in types]


def _reduced(clean: Sequence[str], fold: int, rng: random.Random) -> tuple[Lexicon, Names]:
    """The lists without the fold's words and a quarter of the names and things, and the names to put in."""
    shipped = load_lexicon(MaskLists(), ())
    seen, own = Counter[str](), Counter[str]()
    for text in clean:
        part = own if _fold_of(text) == fold else seen
        part.update(build.WORD.findall(unicodedata.normalize("NFC", text)))
    words = shipped.words - (own.keys() - seen.keys() - build.own_words())
    clear = _forms(shipped, Kind.NAME | Kind.OTHER, _UNCLEAR)
    things = _forms(shipped, *_THINGS)
    words_too = _forms(shipped, Kind.NAME, Kind.FUNCTION | Kind.NEVER | Kind.PLACE | Kind.SYSTEM, Kind.THING)
    removed = [*rng.sample(clear, len(clear) // 4), *rng.sample(words_too, len(words_too) // 4)]
    gone = {*removed, *rng.sample(things, len(things) // 4)}
    kinds = {form: kind for form, kind in shipped.kinds.items() if form not in gone}
    lexicon = replace(shipped, words=words, kinds=kinds, name_deletes=delete_index(kinds))
    surname_only = {form for form in removed if shipped.kind(form) & Kind.NAME == Kind.LAST}
    unknown = [form for form in removed if form not in surname_only]
    nouns = sorted(word for word in shipped.words if _UNIT_NOUN.fullmatch(word))
    last = sorted(surname_only)
    return lexicon, replace(
        _names_of(lexicon), unknown=unknown, unknown_last=last, things=things, nouns=nouns
    )


def listed_names() -> Names:
    """The names and things of the shipped lists; none is unknown."""
    return _names_of(shipped_lexicon())


def _names_of(lexicon: Lexicon) -> Names:
    return Names(
        known=_forms(lexicon, Kind.FIRST, _UNCLEAR),
        unknown=(),
        foreign=_forms(lexicon, Kind.OTHER, _UNCLEAR),
        words=_forms(lexicon, Kind.FIRST, Kind.NEVER, Kind.WORD | Kind.SYSTEM_OR_PERSON | Kind.PLACE),
        common=COMMON,
        last=_forms(lexicon, Kind.LAST, _UNCLEAR),
        things=_forms(lexicon, *_THINGS),
    )


def _forms(lexicon: Lexicon, wanted: int, unwanted: int, also: int = 0) -> list[str]:
    """The forms of some length that are one of `wanted`, none of `unwanted`, and one of `also` if given."""
    return sorted(
        form
        for form, kind in lexicon.kinds.items()
        if kind & wanted and not kind & unwanted and (kind & also or not also) and len(form) >= build.SHORTEST
    )


def trial_words() -> Examples:
    """The words of the labelled comments as written; only those without personal data have numbers."""
    trial, lexicon = Examples(), load_lexicon(MaskLists(), ())
    for number, (_, row) in enumerate(labelled()):
        spans, other = _spans(row, {"PERSON"}), _spans(row, _OTHER_TYPES)
        trial.add(
            Comment(row["text"], spans, other),
            lexicon,
            _fold_of(row["text"]),
            -1 if spans or other else number,
        )
    return trial
