"""The part of a coder that leans on a language model, kept beside the model file; there is none by default.

The language model itself stays where it lies. Its folder and the hash of its files are written down, so that
another model in the same place is told and not used.
"""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Final

import numpy as np

from text_analysis.errors import ModelError
from text_analysis.themes.embeddings import NEEDED, EmbeddingHead, load_encoder

ARRAYS: Final = "embeddings.npz"
FACTS: Final = "embeddings.toml"


def save_head(head: EmbeddingHead, encoder: Path, folder: Path) -> None:
    """Write the head of a language model to a models folder."""
    import tomli_w

    np.savez(folder / ARRAYS, weights=head.weights, mix=head.mix)
    facts = {
        "folder": str(encoder.resolve()),
        "encoder_sha256": _hash_of(encoder, NEEDED),
        "sha256": _hash_of(folder, (ARRAYS,)),
    }
    (folder / FACTS).write_text(tomli_w.dumps(facts), encoding="utf-8", newline="\n")


def remove_head(folder: Path) -> None:
    """Take away the head of an earlier training, if there is one."""
    for name in (ARRAYS, FACTS):
        (folder / name).unlink(missing_ok=True)


def head_hash(folder: Path) -> str:
    """What the figures depend on beside the model file; empty without a language model."""
    facts = folder / FACTS
    if not facts.exists():
        return ""
    told = tomllib.loads(facts.read_text(encoding="utf-8"))
    return f"{told['sha256']}{told['encoder_sha256']}"


def load_head(folder: Path) -> EmbeddingHead | None:
    """The head of a models folder with its language model, or None where training used none.

    Raises
    ------
    ModelError : the language model is gone or is another one, or the extra is not installed.
    """
    if not (folder / FACTS).exists():
        return None
    told = tomllib.loads((folder / FACTS).read_text(encoding="utf-8"))
    encoder = Path(told["folder"])
    encode = load_encoder(encoder)
    if _hash_of(encoder, NEEDED) != told["encoder_sha256"] or _hash_of(folder, (ARRAYS,)) != told["sha256"]:
        raise ModelError(
            "Språkmodellen är inte den som kodaren tränades med.",
            where=encoder.name,
            remedy="Kör `roda-tradar train --embeddings MAPP`, eller `roda-tradar train` för att vara utan.",
        )
    with np.load(folder / ARRAYS, allow_pickle=False) as arrays:
        return EmbeddingHead(arrays["weights"], arrays["mix"], encode)


def _hash_of(folder: Path, names: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for name in names:
        with (folder / name).open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()
