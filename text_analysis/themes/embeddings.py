"""What a language model from elsewhere says of the themes, weighed together with the coder; off by default.

Whoever has the folder of a sentence model (KBLab/sentence-bert-swedish-cased, multilingual-e5) can train with
it: a linear model per theme on one vector a comment, whose logits are added to the coder's own. Nothing is
ever downloaded. The vectors are rounded, since a language model's last digits depend on the machine.
"""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.errors import ModelError
from text_analysis.linear import Floats, fit_logistic

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

Encoder = Callable[[Sequence[str]], Floats]

PARTS: Final = ("torch", "transformers")
NEEDED: Final = ("config.json", "model.safetensors")  # no pickled weights: they can run code
STRENGTH: Final = 10.0
DECIMALS: Final = 4
_BATCH: Final = 32
_MOST_TOKENS: Final = 256
_OFFLINE: Final = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
_N_FOLDS: Final = 4


@dataclass(frozen=True)
class EmbeddingHead:
    """A linear model per theme on a comment's vector, and how it is weighed with the coder.

    Attributes
    ----------
    weights : (width + 1, n_themes), the last row a constant.
    mix : weights of the coder's logit, of this model's, and a constant.
    encode : texts → vectors of length 1, shape (n, width).
    """

    weights: Floats = field(repr=False)
    mix: Floats
    encode: Encoder = field(repr=False, compare=False)

    def mixed(self, logits: Floats, texts: Sequence[str]) -> Floats:
        """The coder's logits, shape (n, n_themes), with what this model says of the texts."""
        own = with_constant(self.encode(texts)) @ self.weights
        return np.asarray(self.mix[0] * logits + self.mix[1] * own + self.mix[2], dtype=np.float32)


def fit_head(
    encode: Encoder,
    texts: Sequence[str],
    themes: Floats,
    logits: Floats,
    files: NDArray[np.str_],
    telling: NDArray[np.bool_],
) -> tuple[EmbeddingHead, Floats]:
    """The model fitted to coded comments, and the weighed logits of each from a model that saw not its file.

    Parameters
    ----------
    encode : the language model.
    texts : comments.
    themes : 0/1, shape (n, n_themes).
    logits : what the coder says of each without having seen its file, shape (n, n_themes).
    files : the file of each comment.
    telling : whether a comment's file tells what a score is worth (`fit.ORDINARY`).
    """
    vectors = with_constant(encode(texts))
    unseen = np.zeros_like(logits)
    names = sorted(set(files.tolist()))
    for fold in range(_N_FOLDS):
        out = np.isin(files, names[fold::_N_FOLDS])
        if out.any():
            unseen[out] = vectors[out] @ _fit(vectors[~out], themes[~out])
    inputs = np.stack([logits, unseen, np.ones_like(logits)], axis=2)
    mix = fit_logistic(inputs[telling].reshape(-1, 3), themes[telling].ravel() > 0, strength=STRENGTH)
    weighed = np.asarray(inputs @ mix, dtype=np.float32)
    return EmbeddingHead(_fit(vectors, themes), mix, encode), weighed


def with_constant(vectors: Floats) -> Floats:
    """The rows with a column of ones."""
    ones = np.ones((len(vectors), 1), dtype=np.float32)
    return np.hstack([np.round(vectors, DECIMALS).astype(np.float32), ones])


def _fit(vectors: Floats, themes: Floats) -> Floats:
    """Weights per theme; one that all or none of the comments have gets 0."""
    found = np.zeros((vectors.shape[1], themes.shape[1]), dtype=np.float32)
    for number, theme in enumerate(themes.T > 0):
        if theme.any() and not theme.all():
            found[:, number] = fit_logistic(vectors, theme, strength=STRENGTH)
    return found


def load_encoder(folder: Path) -> Encoder:
    """The language model of a folder, as a function from texts to vectors of length 1.

    Raises
    ------
    ModelError : the extra is not installed, or the folder holds no language model.
    """
    if any(importlib.util.find_spec(part) is None for part in PARTS):
        raise ModelError(
            "Tillägget för språkmodeller är inte installerat.",
            where=", ".join(PARTS),
            remedy="Installera med `pip install roda-tradar[transformers]`, eller träna utan --embeddings.",
        )
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    if missing:
        raise _no_model(folder, f"Filer saknas: {', '.join(missing)}.")
    os.environ.update(_OFFLINE)
    from transformers import AutoModel, AutoTokenizer

    try:
        tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
        model = AutoModel.from_pretrained(folder, local_files_only=True, use_safetensors=True).eval()
    except (OSError, ValueError, KeyError) as error:
        raise _no_model(folder, "Mappen kan inte läsas som en språkmodell.") from error
    first_only = _takes_first_token(folder)
    return lambda texts: _encoded(texts, tokenizer, model, first_only=first_only)


def _no_model(folder: Path, what: str) -> ModelError:
    return ModelError(
        what,
        where=folder.name,
        expected=f"en mapp med {', '.join(NEEDED)} och ordlista",
        remedy="Hämta modellen på en dator med nät och kopiera hela mappen; programmet hämtar aldrig något.",
    )


def _takes_first_token(folder: Path) -> bool:
    """Whether the sentence model's own settings ask for the first token in place of the mean of all."""
    settings = folder / "1_Pooling" / "config.json"
    if not settings.is_file():
        return False
    return bool(json.loads(settings.read_text(encoding="utf-8")).get("pooling_mode_cls_token"))


def _encoded(
    texts: Sequence[str], tokenizer: PreTrainedTokenizerBase, model: PreTrainedModel, *, first_only: bool
) -> Floats:
    """Vectors of the texts, in batches of like length so that little is padding."""
    import torch

    order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    vectors = np.zeros((len(texts), model.config.hidden_size), dtype=np.float32)
    for first in range(0, len(order), _BATCH):
        places = order[first : first + _BATCH]
        batch = tokenizer(
            [texts[place] for place in places],
            padding=True,
            truncation=True,
            max_length=_MOST_TOKENS,
            return_tensors="pt",
        )
        with torch.inference_mode():
            hidden = model(**batch).last_hidden_state
        pooled = hidden[:, 0] if first_only else _mean_of_tokens(hidden, batch["attention_mask"])
        vectors[places] = torch.nn.functional.normalize(pooled, dim=1).numpy()
    return vectors


def _mean_of_tokens(hidden: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    real = mask.unsqueeze(-1).to(hidden.dtype)
    return (hidden * real).sum(dim=1) / real.sum(dim=1).clamp(min=1)
