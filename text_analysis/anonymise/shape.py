"""How much a word's spelling looks like a name's: a linear model over its character n-grams.

It decides only for words in no list, beside what the neighbours say. Trained by data/names/build.py on the
name lists against the vocabulary, places and systems; the weights are in data/names/shape.json.
"""

from __future__ import annotations

import json
import math
import zlib
from functools import cache
from typing import Final

from text_analysis.places import DATA

N_BUCKETS: Final = 8192
_LENGTHS: Final = (1, 2, 3, 4)


def buckets(form: str) -> set[int]:
    """The buckets of a lower-case form's n-grams, its start and end marked.

    >>> buckets("bo") == buckets("bo") and len(buckets("bo")) <= 10
    True
    """
    marked = f"^{form}$"
    grams = {marked[i : i + n] for n in _LENGTHS for i in range(len(marked) - n + 1)}
    return {zlib.crc32(gram.encode()) % N_BUCKETS for gram in grams}


def name_shape(form: str) -> float:
    """The model's probability, 0–1, that a lower-case form is a name."""
    bias, weights = _model()
    return 1 / (1 + math.exp(-(bias + sum(weights[bucket] for bucket in buckets(form)))))


@cache
def _model() -> tuple[float, list[float]]:
    raw = json.loads((DATA / "names" / "shape.json").read_text(encoding="utf-8"))
    return raw["bias"] / raw["scale"], [weight / raw["scale"] for weight in raw["weights"]]
