"""What the reviewer decided of a comment, kept by the comment's hash so that it survives a new run."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal, get_args

from text_analysis.anonymise.hits import TAGS
from text_analysis.errors import MaskingError
from text_analysis.records import MaskedText

Decision = Literal["keep", "mask", "hold"]
DECISIONS: Final[tuple[Decision, ...]] = get_args(Decision)
OMITTED: Final = "[UTELÄMNAT]"
HELD: Final = "Hålls inne av granskaren"


def comment_hash(text: str) -> str:
    """The comment's hash: the same for the same words however their letters are composed.

    >>> comment_hash("Bjo\u0308rn") == comment_hash("Björn")
    True
    """
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()


def load_decisions(path: Path) -> dict[str, Decision]:
    """The decisions by comment hash; none if the file does not exist yet.

    Raises
    ------
    MaskingError : the file is not JSON, or holds something else than decisions.
    """
    if not path.exists():
        return {}
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise _error(path) from error
    if not isinstance(raw, dict) or not all(value in DECISIONS for value in raw.values()):
        raise _error(path)
    return raw


def save_decisions(path: Path, decisions: Mapping[str, Decision]) -> None:
    """Writes the decisions, sorted by hash; a half-written file never replaces a whole one."""
    part = path.with_name(f"{path.name}.part")
    part.write_text(json.dumps(dict(sorted(decisions.items())), indent=1) + "\n", encoding="utf-8")
    part.replace(path)


def apply_decisions(
    originals: Sequence[str], masked: Sequence[MaskedText], decisions: Mapping[str, Decision]
) -> list[MaskedText]:
    """The masked texts after review.

    `keep` lets the comment through as it was masked, `mask` leaves out its giveaways too, and `hold` keeps
    it in review for good. A comment without a decision stays as it was.
    """
    return [
        _apply(text, result, decisions.get(comment_hash(text)))
        for text, result in zip(originals, masked, strict=True)
    ]


def _apply(text: str, masked: MaskedText, decision: Decision | None) -> MaskedText:
    if decision is None:
        return masked
    if decision == "hold":
        return replace(masked, review=True, reasons=(HELD,))
    if decision == "mask":
        masked = replace(masked, text=_without_giveaways(text, masked))
    return replace(masked, review=False, reasons=())


def _without_giveaways(text: str, masked: MaskedText) -> str:
    """The text with tags for findings, and one mark for each giveaway whatever it holds."""
    spans = [(flag.start, flag.end, OMITTED) for flag in masked.quasi]
    spans += [(found.start, found.end, TAGS[found.type]) for found in masked.findings]
    pieces: list[str] = []
    at = 0
    for start, end, tag in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= at:
            pieces += [text[at:start], tag]
        elif end > at and pieces[-1] != OMITTED:
            pieces.append(OMITTED)
        at = max(at, end)
    return unicodedata.normalize("NFC", "".join([*pieces, text[at:]]))


def _error(path: Path) -> MaskingError:
    return MaskingError(
        "Filen med granskningsbeslut går inte att läsa.",
        where=path.name,
        expected="ett JSON-objekt från kommentarens hash till keep, mask eller hold",
        remedy="Återställ filen från en säkerhetskopia, eller ta bort den och granska om.",
    )
