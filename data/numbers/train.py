"""Trains numbers.npz: which numbers tell who someone is, by their look and the words around.

`python data/numbers/train.py` from the repository's root; half a minute, the same bytes each time. Learnt
from the labelled comments that were worked on and from the numbers of training comments in which the
rules find nothing.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from text_analysis.anonymise import load_masker, mask_texts
from text_analysis.anonymise.evaluate import COVERED_SHARE
from text_analysis.anonymise.hits import TAGS
from text_analysis.anonymise.labelled import labelled
from text_analysis.anonymise.normalise import normalise
from text_analysis.anonymise.number_features import N_BUCKETS, buckets, numbers
from text_analysis.anonymise.recognisers.number_in_context import FILE, TYPES, odds
from text_analysis.linear import bucket_rows
from text_analysis.model_store import zipped
from text_analysis.places import DATA
from text_analysis.records import FindingType

N_FOLDS: Final = 6
STRENGTH: Final = 1.0  # inverse of the penalty; 0.3 to 3 do as well on files left out
CLEAN_WEIGHT: Final = 0.5
# In labelled comments of files left out, full of traps: so many of the numbers that tell nobody are taken.
FALSE_SHARE: Final = 0.02
SCALE: Final = 0.0005
_DIGIT: Final = re.compile(r"\d")
Span = tuple[int, int, FindingType]


@dataclass(slots=True)
class Examples:
    """Numbers to learn from: their buckets, class (0 for those that tell nobody), and file."""

    buckets: list[list[int]] = field(default_factory=list)
    classes: list[int] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    def add(self, features: list[int], kind: int, file: str) -> None:
        """One number."""
        self.buckets.append(features)
        self.classes.append(kind)
        self.files.append(file)


def main() -> None:
    """Writes numbers.npz."""
    examples = Examples()
    for file, row in labelled():
        add_labelled(examples, row, file)
    add_clean(examples)
    matrix = bucket_rows(examples.buckets, N_BUCKETS)
    classes, files = np.array(examples.classes), np.array(examples.files)
    weights = np.where(files == "", CLEAN_WEIGHT, 1.0)
    threshold = _threshold(matrix, classes, files, weights)
    model = _model().fit(matrix, classes, sample_weight=weights)
    arrays = {
        "weights": np.round(model.coef_.T / SCALE).astype(np.int16),
        "scale": np.array([SCALE]),
        "bias": np.round(model.intercept_, 3),
        "threshold": np.array([threshold]).round(2),
    }
    FILE.write_bytes(zipped(arrays))


def add_labelled(examples: Examples, row: Mapping[str, Any], file: str) -> None:
    """The numbers of a labelled comment, each seen with the other personal data as tags."""
    text = row["text"]
    if normalise(text).text != text:
        return
    spans = [(p["start"], p["end"], p["type"]) for p in row["pii"] if p["type"] != "QUASI"]
    tagged, _ = _with_tags(text, spans)
    for start, end in numbers(tagged):
        examples.add(buckets(tagged, start, end), 0, file)
    for span in spans:
        if span[2] in TYPES:
            tagged, places = _with_tags(text, [other for other in spans if other != span])
            for start, end in numbers(tagged):
                if _covers(places[start:end], span, text):
                    examples.add(buckets(tagged, start, end), 1 + TYPES.index(span[2]), file)


def add_clean(examples: Examples) -> None:
    """The numbers of the training comments in which the rules find nothing; their file is the empty one."""
    masker = load_masker()
    rules = replace(masker, in_context=lambda _: ())
    files = sorted(DATA.glob("training/*.jsonl"))
    lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    texts = [json.loads(line)["text"] for line in lines]
    with_digit = [text for text in texts if _DIGIT.search(text) and normalise(text).text == text]
    for text, masked in zip(with_digit, mask_texts(with_digit, rules), strict=True):
        if not masked.findings:
            for start, end in numbers(text):
                examples.add(buckets(text, start, end), 0, "")


def _with_tags(text: str, spans: Sequence[Span]) -> tuple[str, list[int]]:
    """The text with tags for the spans, and the place of each of its characters in the text (-1 in a tag)."""
    pieces, places, at = list[str](), list[int](), 0
    for start, end, kind in sorted(spans):
        tag = TAGS[kind]
        pieces += [text[at:start], tag]
        places += [*range(at, start), *[-1] * len(tag)]
        at = end
    return "".join([*pieces, text[at:]]), [*places, *range(at, len(text))]


def _covers(places: Sequence[int], span: Span, text: str) -> bool:
    """Whether a number holds nearly all letters and digits of a marked span."""
    letters = {i for i in range(span[0], span[1]) if text[i].isalnum()}
    return len(letters.intersection(places)) >= COVERED_SHARE * len(letters)


def _threshold(matrix: csr_matrix, classes: np.ndarray, files: np.ndarray, weights: np.ndarray) -> float:
    """The log odds that `FALSE_SHARE` of the labelled numbers that tell nobody reach, as unseen."""
    labelled = sorted({file for file in files if file})
    scores = np.zeros(len(classes))
    for fold in range(N_FOLDS):
        unseen = np.isin(files, labelled[fold::N_FOLDS])
        model = _model().fit(matrix[~unseen], classes[~unseen], sample_weight=weights[~unseen])
        scores[unseen] = odds(model.decision_function(matrix[unseen]))
    telling, nobody = scores[classes > 0], scores[(classes == 0) & (files != "")]
    threshold = float(np.quantile(nobody, 1 - FALSE_SHARE))
    found = (telling >= threshold).mean()
    sys.stdout.write(f"threshold {threshold:.2f} finds {found:.1%} of {len(telling)} numbers\n")
    return threshold


def _model() -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=500)


if __name__ == "__main__":
    main()
