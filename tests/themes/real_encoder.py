"""The real libraries read a tiny language model made here; run by `make test-transformers`, with torch.

The name keeps it out of `make test`, whose environment has no torch.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from text_analysis.embedding_files import load_head, save_head
from text_analysis.errors import ModelError
from text_analysis.themes.embeddings import EmbeddingHead, load_encoder

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "lönen", "chefen", "är", "bra", "låg", ".", "schemat"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BERT of two layers and twelve words, as a sentence model's folder."""
    import torch
    from transformers import BertConfig, BertModel, BertTokenizer

    folder = tmp_path_factory.mktemp("modell")
    (folder / "vocab.txt").write_text("\n".join(WORDS) + "\n", encoding="utf-8")
    BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    torch.manual_seed(1)
    sizes = {"hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 32}
    BertModel(BertConfig(vocab_size=len(WORDS), **sizes)).save_pretrained(folder, safe_serialization=True)
    return folder


def test_texts_become_vectors_of_length_one(folder: Path) -> None:
    """One row a text, in order, the same in other company."""
    encode = load_encoder(folder)
    texts = ["lönen är låg", "", "chefen är bra . " * 300, "schemat"]
    vectors = encode(texts)
    assert vectors.shape == (4, 16)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.allclose(encode(texts[::-1])[::-1], vectors, atol=1e-5)
    assert not np.allclose(vectors[0], vectors[3], atol=1e-2)
    assert encode([]).shape == (0, 16)


def test_the_folder_says_how_tokens_are_pooled(folder: Path) -> None:
    """A sentence model that asks for the first token gets it."""
    mean = load_encoder(folder)(["lönen är låg"])
    (folder / "1_Pooling").mkdir()
    settings = {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False}
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(settings), encoding="utf-8")
    assert not np.allclose(load_encoder(folder)(["lönen är låg"]), mean, atol=1e-3)


def test_a_trained_head_finds_its_model_again(folder: Path, tmp_path: Path) -> None:
    """From the models folder alone."""
    encode = load_encoder(folder)
    save_head(EmbeddingHead(np.ones((17, 27), np.float32), np.ones(3, np.float32), encode), folder, tmp_path)
    head = load_head(tmp_path)
    assert head is not None
    logits = np.zeros((1, 27), np.float32)
    assert np.allclose(head.mixed(logits, ["lönen"]), 1 + encode(["lönen"]).sum() + 1, atol=1e-3)


def test_a_folder_that_is_no_model_is_told(tmp_path: Path) -> None:
    """Files of the right names and the wrong content give an error a person can mend."""
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    (tmp_path / "model.safetensors").write_bytes(b"")
    with pytest.raises(ModelError, match="språkmodell"):
        load_encoder(tmp_path)
