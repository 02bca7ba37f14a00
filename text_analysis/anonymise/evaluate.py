"""How well masking finds what people have marked: recall per type and touched clean comments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, get_args

import pandas as pd

from text_analysis.anonymise.masker import Masker, mask_texts
from text_analysis.inference import wilson
from text_analysis.records import FindingType, MaskedText

COVERED_SHARE: Final = 0.8  # the open set's convention: 80 % of a span's letters and digits


@dataclass(frozen=True, slots=True)
class _Gold:
    text: str
    spans: tuple[tuple[int, int, str], ...]

    def of(self, quasi: bool) -> tuple[tuple[int, int, str], ...]:
        return tuple(span for span in self.spans if (span[2] == "QUASI") is quasi)


def evaluate_masking(rows: Sequence[Mapping[str, Any]], masker: Masker) -> pd.DataFrame:
    """A table of measures with columns measure, hits, n, share, low, high (Wilson 95 %).

    Parameters
    ----------
    rows : dicts with `text` and `pii`, a list of `start`, `end`, `type` (also type QUASI).
    """
    gold = [_Gold(row["text"], tuple((p["start"], p["end"], p["type"]) for p in row["pii"])) for row in rows]
    found = mask_texts([item.text for item in gold], masker)
    counts = [(f"recall {kind}", *_recall(gold, found, kind)) for kind in get_args(FindingType)]
    personal = [(g, f) for g, f in zip(gold, found, strict=True) if g.of(quasi=False)]
    clean = [(g, f) for g, f in zip(gold, found, strict=True) if not g.of(quasi=False)]
    leaking = [f for g, f in personal if any(not covered(g.text, f, s, e) for s, e, _ in g.of(quasi=False))]
    counts += [
        ("comments with a leak", len(leaking), len(personal)),
        ("comments with a leak, not held for review", sum(not f.review for f in leaking), len(personal)),
        ("clean comments touched", sum(bool(f.findings) for _, f in clean), len(clean)),
        *_quasi_counts(gold, found),
    ]
    table = pd.DataFrame(counts, columns=["measure", "hits", "n"])
    low, high = wilson(table["hits"], table["n"])
    return table.assign(share=table["hits"] / table["n"], low=low, high=high)


def covered(text: str, masked: MaskedText, start: int, end: int) -> bool:
    """Whether at least 80 % of the letters and digits of ``[start, end)`` are masked."""
    places = [i for i in range(start, end) if text[i].isalnum()]
    n_hidden = sum(any(f.start <= i < f.end for f in masked.findings) for i in places)
    return n_hidden >= COVERED_SHARE * len(places)


def _recall(gold: Sequence[_Gold], found: Sequence[MaskedText], kind: str) -> tuple[int, int]:
    spans = [
        (g.text, f, s, e)
        for g, f in zip(gold, found, strict=True)
        for s, e, type_ in g.spans
        if type_ == kind
    ]
    return sum(covered(*span) for span in spans), len(spans)


def _quasi_counts(gold: Sequence[_Gold], found: Sequence[MaskedText]) -> list[tuple[str, int, int]]:
    pairs = list(zip(gold, found, strict=True))
    with_quasi = [f for g, f in pairs if g.of(quasi=True)]
    without = [f for g, f in pairs if not g.of(quasi=True)]
    return [
        ("recall QUASI (comments)", sum(bool(f.quasi) for f in with_quasi), len(with_quasi)),
        ("other comments flagged QUASI", sum(bool(f.quasi) for f in without), len(without)),
    ]
