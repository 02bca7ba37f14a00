"""What a reviewer decided of masked comments, applied to them.

Decisions are kept by the hash of what was written, so they hold however often the comment is read again.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from text_analysis.anonymise.hits import TAGS
from text_analysis.records import Decision, Finding, MaskedText, QuasiFlag

OMITTED: Final = "[UTELÄMNAT]"
HELD: Final = "Hålls inne av granskaren"


def comment_hash(text: str) -> str:
    """The comment's hash: the same for the same words however their letters are composed.

    >>> comment_hash("Bjo\u0308rn") == comment_hash("Björn")
    True
    """
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()


def settled(original: str, masked: MaskedText) -> MaskedText:
    """The masked text with its findings and giveaways as places in itself: the original is needed no more."""
    edges = _edges(original, masked)

    def moved(start: int, end: int) -> tuple[int, int]:
        cut = [found for found in masked.findings if found.start < end and start < found.end]
        widest = min([start, *(found.start for found in cut)]), max([end, *(found.end for found in cut)])
        first, last = (_place(original, position, edges) for position in widest)
        return min(first, len(masked.text)), min(last, len(masked.text))

    findings = (Finding(*moved(f.start, f.end), f.type, f.rule) for f in masked.findings)
    quasi = (QuasiFlag(*moved(q.start, q.end), q.label, q.score) for q in masked.quasi)
    return replace(masked, findings=tuple(findings), quasi=tuple(quasi))


def apply_decisions(
    masked: Sequence[MaskedText], hashes: Sequence[str], decisions: Mapping[str, Decision]
) -> list[MaskedText]:
    """The settled masked texts after review.

    `keep` lets the comment through as it was masked, `mask` leaves out its giveaways too, and `hold` keeps
    it in review for good. A comment without a decision stays as it was.
    """
    return [_apply(text, decisions.get(name)) for text, name in zip(masked, hashes, strict=True)]


def _apply(masked: MaskedText, decision: Decision | None) -> MaskedText:
    if decision is None:
        return masked
    if decision == "hold":
        return replace(masked, review=True, reasons=(HELD,))
    if decision == "mask":
        masked = _without_giveaways(masked)
    return replace(masked, review=False, reasons=())


def _without_giveaways(masked: MaskedText) -> MaskedText:
    """One mark for each giveaway or run of overlapping ones; the findings are tags and need no place."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted((flag.start, flag.end) for flag in masked.quasi):
        if start >= at:
            pieces += [masked.text[at:start], OMITTED]
        at = max(at, end)
    return replace(masked, text="".join([*pieces, masked.text[at:]]), findings=(), quasi=())


def _edges(original: str, masked: MaskedText) -> list[tuple[int, int]]:
    """Where findings end in the original and their tags in the masked text, after a first edge of 0, 0."""
    edges = [(0, 0)]
    for finding in masked.findings:
        before = _place(original, finding.start, edges)
        edges.append((finding.end, before + len(TAGS[finding.type])))
    return edges


def _place(original: str, position: int, edges: Sequence[tuple[int, int]]) -> int:
    """Where a place of the original that no finding holds lies in the masked text."""
    at, there = next(edge for edge in reversed(edges) if edge[0] <= position)
    return there + len(unicodedata.normalize("NFC", original[at:position]))
