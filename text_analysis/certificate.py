"""What made a set of figures; no clock and no machine in it, so it can be repeated."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from text_analysis import __version__
from text_analysis.edits import Edit, as_fields, in_force
from text_analysis.model_store import model_hash
from text_analysis.places import DATA, ROOT
from text_analysis.settings import Settings

if TYPE_CHECKING:
    import pandas as pd

    from text_analysis.codebook import Codebook
    from text_analysis.masked_survey import MaskedSurvey


def certificate_of(
    masked: MaskedSurvey,
    comments: pd.DataFrame,
    *,
    settings: Settings,
    codebook: Codebook,
    edits: Sequence[Edit] = (),
) -> Mapping[str, object]:
    """Input, product, model, codebook, settings and edits by hash or version, and what was left out."""
    survey = masked.survey
    held = in_force(edits)
    return {
        "name": survey.name,
        "made_from": made_from(survey.sha256, settings),
        "product": __version__,
        "input_sha256": survey.sha256,
        "masked_sha256": _hash_of_texts(comment.text for comment in survey.comments),
        "model_sha256": model_hash(),
        "codebook_version": codebook.version,
        "edits": len(held),
        "edits_sha256": _hash_of_edits(held),
        "settings": asdict(settings),
        "rows": survey.n_rows,
        "respondents": len(survey.respondents),
        "left_out": dict(sorted(Counter(rejection.reason for rejection in survey.rejections).items())),
        "missing_answers": sum(survey.missing_answers.values()),
        "comments": len(comments),
        "non_answers": int((~comments["content"]).sum()),
        "for_review": int(comments["review"].sum()),
    }


def made_from(input_sha256: str, settings: Settings) -> str:
    """One hash over what decides the figures before edits: input, settings, model, data files and code.

    An organisation's own mask lists are not in it; what they do is in the hash of the masked comments.
    """
    digest = hashlib.sha256(f"{input_sha256}{sorted(asdict(settings).items())}{model_hash()}".encode())
    for path in _read_files():
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _read_files() -> Iterator[Path]:
    """The code, and the data files it reads of its own accord; the coder has a hash of its own."""
    yield from sorted((ROOT / "text_analysis").rglob("*.py"))
    yield from sorted(
        path for folder in (DATA, DATA / "names") for path in folder.iterdir() if path.is_file()
    )


def _hash_of_texts(texts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        digest.update(f"{len(text)}:{text}".encode())
    return digest.hexdigest()


def _hash_of_edits(edits: Sequence[Edit]) -> str:
    """Hash of what the edits do; who did them and when changes no figure."""
    return hashlib.sha256(repr([as_fields(edit.action) for edit in edits]).encode()).hexdigest()
