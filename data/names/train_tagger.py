"""Trains tagger.npz: what a name looks like in its surroundings where the rules say nothing.

`python data/names/train_tagger.py` from the repository's root; two minutes, the same bytes each time. Learnt
from the training comments (clean, and with names put in by program) and from the labelled comments that were
worked on (`dev` of open.jsonl, egen_dev, egen_dev2, egen_dev3 and egna_fall.jsonl). In each of four folds the
vocabulary lacks the words of its own comments, and a quarter of all names, places and systems is taken out
of the lists: the model sees unknown words as they will come.
"""

from __future__ import annotations

import json
import random
import sys
import unicodedata
import zlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, get_args

import build
import numpy as np
from made_comments import Names, Span, with_names, with_other_names, with_things
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from text_analysis.anonymise import name_listed, name_unlisted, shape, tagger
from text_analysis.anonymise.lexicon import Kind, Lexicon, delete_index, shipped_lexicon
from text_analysis.anonymise.normalise import normalise
from text_analysis.anonymise.recognisers import person
from text_analysis.anonymise.recognisers.person import left_by_rules
from text_analysis.anonymise.tokens import Token
from text_analysis.model_store import zipped
from text_analysis.places import DATA
from text_analysis.records import FindingType

N_FOLDS: Final = 4
N_MADE: Final = 3  # comments with names made of each clean one
STRENGTH: Final = 0.2  # inverse of the penalty; chosen among 0.05, 0.2 and 0.5 by the folds
CLEAN_WEIGHT: Final = 6.0  # labelled comments without names hold the traps
EXCHANGED_WEIGHT: Final = 0.5
MAX_CLEAN_TOUCHED: Final = 0.0015  # share of clean comments the model may touch, by the folds
SCALE: Final = 0.001
COMMON: Final = (
    *("björn", "sten", "stig", "liv", "my", "bo", "per", "dag", "love", "rut", "alma", "vera", "max", "tim"),
    *(
        "sol",
        "maj",
        "siv",
        "tor",
        "tove",
        "saga",
        "rosa",
        "klara",
        "nova",
        "ida",
        "stella",
        "hans",
        "jan",
        "dan",
    ),
    *("sam", "kim", "bror", "frej", "viva", "lo", "lova", "hilda", "siri", "linn"),
)
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
    clean : its number among the clean comments as written; -1 for the others.
    only_names : its other words are learnt from already.
    """

    text: str
    spans: Sequence[Span] = ()
    other: Sequence[Span] = ()
    weight: float = 1.0
    clean: int = -1
    only_names: bool = False


@dataclass(slots=True)
class Examples:
    """What the model learns from: a word's buckets, label, weight, fold, clean comment and case."""

    buckets: list[set[int]] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    folds: list[int] = field(default_factory=list)
    clean: list[int] = field(default_factory=list)
    capital: list[bool] = field(default_factory=list)

    def add(self, comment: Comment, lexicon: Lexicon, fold: int) -> None:
        """The words of a comment that the rules leave."""
        if normalise(comment.text).text != comment.text:
            return
        for scene, i in left_by_rules(comment.text, lexicon):
            token = scene.tokens[i]
            named = _overlaps(token, comment.spans)
            if (named or not comment.only_names) and not _overlaps(token, comment.other):
                self.buckets.append(tagger.buckets(scene, i))
                self.labels.append(int(named))
                self.weights.append(comment.weight)
                self.folds.append(fold)
                self.clean.append(comment.clean)
                self.capital.append(token.capital)


def main() -> None:
    """Writes tagger.npz."""
    _use_unseen_spellings()
    texts = [*_texts("training/*.jsonl"), *_texts("training/phrases/*.jsonl")]
    clean = [text for text in texts if not _names_someone(text)]
    examples = Examples()
    for fold in range(N_FOLDS):
        _add_fold(examples, clean, fold)
    matrix = _matrix(examples.buckets)
    labels, weights = np.array(examples.labels), np.array(examples.weights)
    thresholds = _thresholds(examples, matrix, len(clean))
    model = LogisticRegression(C=STRENGTH, max_iter=500).fit(matrix, labels, sample_weight=weights)
    arrays = {
        "weights": np.round(model.coef_[0] / SCALE).astype(np.int16),
        "scale": np.array([SCALE]),
        "bias": np.round(model.intercept_, 3),
        "thresholds": np.array(thresholds).round(2),
    }
    tagger.FILE.write_bytes(zipped(arrays))


def _names_someone(text: str) -> bool:
    """Whether the rules find a sure name: such a comment would teach that names are none."""
    return any(hit.sure for hit in person.finder(shipped_lexicon())(normalise(text).text))


def _add_fold(examples: Examples, clean: Sequence[str], fold: int) -> None:
    rng = random.Random(fold)  # noqa: S311 - made comments, no secret
    lexicon, names = _reduced(clean, fold, rng)
    for number, text in enumerate(clean):
        if _fold_of(text) == fold:
            for comment in _of_clean(text, number, names, rng):
                examples.add(comment, lexicon, fold)
    for row in _labelled():
        if _fold_of(row["text"]) == fold:
            for comment in _of_labelled(row, names, rng):
                examples.add(comment, lexicon, fold)


def _of_clean(text: str, number: int, names: Names, rng: random.Random) -> Iterator[Comment]:
    """A clean comment as written, with names put in, and with a thing's name put in."""
    yield Comment(text, clean=number)
    for _ in range(N_MADE):
        made, spans = with_names(text, names, rng)
        yield Comment(made, spans, only_names=True)
    thing = with_things(text, names, rng)
    if thing is not None:
        yield Comment(thing)


def _of_labelled(row: Mapping[str, Any], names: Names, rng: random.Random) -> Iterator[Comment]:
    """A labelled comment as written and with its names exchanged."""
    spans, other = _spans(row, {"PERSON"}), _spans(row, _OTHER_TYPES)
    yield Comment(row["text"], spans, other, weight=1.0 if spans or other else CLEAN_WEIGHT)
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
    shipped = shipped_lexicon()
    seen, own = Counter[str](), Counter[str]()
    for text in clean:
        part = own if _fold_of(text) == fold else seen
        part.update(build.WORD.findall(unicodedata.normalize("NFC", text)))
    words = shipped.words - (own.keys() - seen.keys() - build.own_words())
    clear = _forms(shipped, Kind.NAME | Kind.OTHER, _UNCLEAR)
    things = _forms(shipped, *_THINGS)
    removed = rng.sample(clear, len(clear) // 4)
    gone = {*removed, *rng.sample(things, len(things) // 4)}
    kinds = {form: kind for form, kind in shipped.kinds.items() if form not in gone}
    lexicon = replace(shipped, words=words, kinds=kinds, name_deletes=delete_index(kinds))
    surname_only = {form for form in removed if shipped.kind(form) & Kind.NAME == Kind.LAST}
    unknown = [form for form in removed if form not in surname_only]
    return lexicon, replace(_names_of(lexicon), unknown=unknown, things=things)


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


def _thresholds(examples: Examples, matrix: csr_matrix, n_clean: int) -> list[float]:
    """The lowest scores, with and without capital, that touch at most their half of the allowed share."""
    labels, capital, scores = np.array(examples.labels), np.array(examples.capital), _scores(examples, matrix)
    thresholds = []
    for case in (True, False):
        highest: dict[int, float] = {}
        for number, score in zip(
            np.array(examples.clean)[capital == case], scores[capital == case], strict=True
        ):
            if number >= 0:
                highest[number] = max(score, highest.get(number, -np.inf))
        threshold = sorted(highest.values(), reverse=True)[int(MAX_CLEAN_TOUCHED / 2 * n_clean)]
        names = (labels == 1) & (capital == case)
        found = (scores[names] >= threshold).mean()
        sys.stdout.write(
            f"capital {case}: threshold {threshold:.2f} finds {found:.1%} of {names.sum()} names\n"
        )
        thresholds.append(float(threshold))
    return thresholds


def _scores(examples: Examples, matrix: csr_matrix) -> np.ndarray:
    """What a model trained on the other folds says of each word."""
    labels, weights, folds = map(np.array, (examples.labels, examples.weights, examples.folds))
    scores = np.zeros(len(labels))
    for fold in range(N_FOLDS):
        seen = folds != fold
        model = LogisticRegression(C=STRENGTH, max_iter=500)
        model.fit(matrix[seen], labels[seen], sample_weight=weights[seen])
        scores[~seen] = model.decision_function(matrix[~seen])
    return scores


def _use_unseen_spellings() -> None:
    """Lets the spelling model judge each listed form as if it had not been trained on it."""
    forms, is_name, weight = zip(*build.labelled_forms(), strict=True)
    matrix, y, w = build.spelling_matrix(forms), np.array(is_name), np.array(weight)
    part = np.array([zlib.crc32(form.encode()) % 3 for form in forms])
    unseen: dict[str, float] = {}
    for k in range(3):
        model = build.fit_spelling(matrix[part != k], y[part != k], w[part != k])
        shares = model.predict_proba(matrix[part == k])[:, 1]
        unseen.update(zip(np.array(forms)[part == k].tolist(), shares.tolist(), strict=True))
    trained = shape.name_shape
    for module in (tagger, name_listed, name_unlisted):
        vars(module)["name_shape"] = lambda form: unseen[form] if form in unseen else trained(form)


def _matrix(rows: Sequence[set[int]]) -> csr_matrix:
    indices = [bucket for row in rows for bucket in sorted(row)]
    ends = np.cumsum([0, *map(len, rows)])
    return csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(rows), tagger.N_BUCKETS))


def _labelled() -> Iterator[Mapping[str, Any]]:
    for file in ("open", "egen_dev", "egen_dev2", "egen_dev3", "egna_fall"):
        for line in (DATA / "masking" / f"{file}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("split", "dev") == "dev":
                yield row


def _texts(pattern: str) -> Iterator[str]:
    for file in sorted(DATA.glob(pattern)):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


if __name__ == "__main__":
    main()
