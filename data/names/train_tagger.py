"""Trains tagger.npz: what a name looks like in its surroundings where the rules say nothing.

`python data/names/train_tagger.py` from the repository's root: three minutes, the same bytes. Learnt
from the training comments (clean, and with names put in by program) and from the labelled comments that were
worked on (`dev` of open.jsonl, egen_dev to egen_dev31 and egna_fall.jsonl), as tagger_examples.py says.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterator
from typing import Final

import build
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from tagger_examples import N_FOLDS, Examples, add_fold, trial_words

from text_analysis.anonymise import name_listed, name_signed, name_unlisted, shape, tagger, tagger_features
from text_analysis.anonymise.lexicon import shipped_lexicon
from text_analysis.anonymise.normalise import normalise
from text_analysis.anonymise.recognisers.person import named_by_rules
from text_analysis.anonymise.tagger_features import N_BUCKETS
from text_analysis.linear import bucket_rows
from text_analysis.model_store import zipped
from text_analysis.places import DATA

STRENGTH: Final = 0.1  # inverse of the penalty; 0.02 to 0.5 do as well on sets left out
# What a clean comment that is touched costs, in names found, for words with and without capital. In unread
# comments names are found far past their bar; clean ones lie at theirs, seldom touched in lower case.
TOUCHED_COSTS: Final = (0.5, 0.25)
NEARLY: Final = 4  # names: which score is best of those is chance
THRESHOLDS: Final = tuple(step / 10 for step in range(-20, 41))
SCALE: Final = 0.001


def main() -> None:
    """Writes tagger.npz."""
    _use_unseen_spellings()
    texts = [*_texts("training/*.jsonl"), *_texts("training/phrases/*.jsonl")]
    clean = [text for text in texts if not _names_someone(text)]
    examples = Examples()
    for fold in range(N_FOLDS):
        add_fold(examples, clean, fold)
    matrix = bucket_rows(examples.buckets, N_BUCKETS)
    labels, weights = np.array(examples.labels), np.array(examples.weights)
    thresholds = _thresholds(examples, matrix)
    model = _model().fit(matrix, labels, sample_weight=weights)
    arrays = {
        "weights": np.round(model.coef_[0] / SCALE).astype(np.int16),
        "scale": np.array([SCALE]),
        "bias": np.round(model.intercept_, 3),
        "thresholds": np.array(thresholds).round(2),
    }
    tagger.FILE.write_bytes(zipped(arrays))


def _model() -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=500)


def _names_someone(text: str) -> bool:
    """Whether the rules find a sure name: such a comment would teach that names are none."""
    return any(verdict.sure for verdict in named_by_rules(normalise(text).text, shipped_lexicon()))


def _thresholds(examples: Examples, matrix: csr_matrix) -> list[float]:
    """The scores, with and without capital, that find most names for what they touch.

    They are told by the labelled comments as written, with the lists as shipped; each is judged by a model
    that has not seen it.
    """
    trial = trial_words()
    capital, scores = np.array(trial.capital), _scores(examples, matrix, trial)
    cases = zip((True, False), TOUCHED_COSTS, strict=True)
    return [_threshold(trial, scores, capital == case, cost) for case, cost in cases]


def _threshold(trial: Examples, scores: np.ndarray, case: np.ndarray, cost: float) -> float:
    """The middle of the scores with nearly the most names found less a share of the comments touched."""
    labels, comments = np.array(trial.labels), np.array(trial.comments)
    gains = []
    for threshold in THRESHOLDS:
        reached = case & (scores >= threshold)
        n_found, touched = int((reached & (labels == 1)).sum()), set(comments[reached & (comments >= 0)])
        gains.append(n_found - cost * len(touched))
    chosen = float(
        np.median([t for t, gain in zip(THRESHOLDS, gains, strict=True) if gain >= max(gains) - NEARLY])
    )
    found = (scores[case & (labels == 1)] >= chosen).mean()
    sys.stdout.write(f"threshold {chosen:.2f} finds {found:.1%} of {(case & (labels == 1)).sum()} names\n")
    return chosen


def _scores(examples: Examples, matrix: csr_matrix, trial: Examples) -> np.ndarray:
    """What a model trained on the other folds says of each word of the trial."""
    labels, weights, folds = map(np.array, (examples.labels, examples.weights, examples.folds))
    trial_folds, trial_matrix = np.array(trial.folds), bucket_rows(trial.buckets, N_BUCKETS)
    scores = np.zeros(len(trial_folds))
    for fold in range(N_FOLDS):
        seen, tried = folds != fold, trial_folds == fold
        model = _model().fit(matrix[seen], labels[seen], sample_weight=weights[seen])
        scores[tried] = model.decision_function(trial_matrix[tried])
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
    for module in (tagger_features, name_listed, name_signed, name_unlisted):
        vars(module)["name_shape"] = lambda form: unseen[form] if form in unseen else trained(form)


def _texts(pattern: str) -> Iterator[str]:
    for file in sorted(DATA.glob(pattern)):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


if __name__ == "__main__":
    main()
