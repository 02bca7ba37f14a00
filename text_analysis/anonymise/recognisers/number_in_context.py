"""Numbers that tell who someone is, by their look and the words around: what no rule knows the word for.

A linear model weighs many weak signs together ("ligger som 4417 i dörrsystemet"). It reads only what the
rules leave, with names and what else they found as tags, and every find is unsure. Trained by
data/numbers/train.py; the weights are in data/numbers/numbers.npz.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from text_analysis.anonymise.hits import Hit
from text_analysis.anonymise.number_features import buckets, numbers
from text_analysis.places import DATA
from text_analysis.records import FindingType

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE: Final = DATA / "numbers" / "numbers.npz"
# The classes of the model after the first, which is "tells nobody".
TYPES: Final[tuple[FindingType, ...]] = (
    "PHONE",
    "ID",
    "ADDRESS",
    "PERSONNUMMER",
    "DATE_OF_BIRTH",
    "PLATE",
)


def find(text: str) -> Iterator[Hit]:
    """The numbers of a text with tags where the model's log odds reach its threshold."""
    for start, end in numbers(text):
        logits = _model().logits(buckets(text, start, end))
        if odds(logits) >= _model().threshold:
            kind = TYPES[int(logits[1:].argmax())]
            yield Hit(start, end, kind, "number.context", sure=False)


def odds(logits: NDArray[np.floating[Any]]) -> NDArray[np.floating[Any]]:
    """Log odds that a number tells someone, from the logits of the classes in the last dimension."""
    import numpy as np

    return np.asarray(np.logaddexp.reduce(logits[..., 1:], axis=-1) - logits[..., 0])


@dataclass(frozen=True, slots=True)
class _Model:
    """Weights per bucket and class, and what the log odds must reach."""

    weights: NDArray[np.int16] = field(repr=False)
    scale: float
    bias: NDArray[np.float64]
    threshold: float

    def logits(self, features: list[int]) -> NDArray[np.float64]:
        summed: NDArray[np.int64] = self.weights[features].sum(axis=0, dtype="int64")
        return self.bias + self.scale * summed


@cache
def _model() -> _Model:
    import numpy as np

    with np.load(FILE, allow_pickle=False) as arrays:
        return _Model(
            arrays["weights"], float(arrays["scale"][0]), arrays["bias"], float(arrays["threshold"][0])
        )
