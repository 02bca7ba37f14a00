"""A language model, when there is one, is weighed in behind the same interface; without one nothing changes.

The language model here is a made-up one that tells two words apart. real_encoder.py tests the real libraries
with a tiny model; `make test-transformers` runs it, since it needs torch.
"""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from text_analysis.coding import code_texts
from text_analysis.embedding_files import load_head, remove_head, save_head
from text_analysis.errors import ModelError
from text_analysis.gold import GoldLabel, GoldText
from text_analysis.linear import Floats
from text_analysis.model_store import Coder, load_coder, model_hash
from text_analysis.places import MODELS
from text_analysis.themes.embeddings import PARTS, EmbeddingHead, fit_head, load_encoder
from text_analysis.training import with_language_model

WORDS = ("flexifix", "guldkanten")


def encode(texts: Sequence[str]) -> Floats:
    """Vectors of length 1 that say whether a text has the first word, the second, or neither."""
    rows = [[word in text.lower() for word in WORDS] + [True] for text in texts]
    vectors = np.array(rows, dtype=np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


TEXTS = [f"{word} {n}" for n in range(40) for word in ("Flexifix", "Guldkanten", "Något annat")]
THEMES = np.array([[word in text for word in ("Flexifix", "Guldkanten")] for text in TEXTS], dtype=np.float32)
FILES = np.array([("kommunpuls", "regionenheter", "kommunpuls", "extra")[n % 4] for n in range(len(TEXTS))])
TELLING = FILES != "extra"
UNKNOWING = np.full(THEMES.shape, -1.0, dtype=np.float32)


def test_what_the_language_model_knows_is_weighed_in() -> None:
    """Where the coder knows nothing, its logits follow the language model, also on files left out."""
    head, unseen = fit_head(encode, TEXTS, THEMES, UNKNOWING, FILES, TELLING)
    assert ((unseen > 0) == (THEMES > 0)).all()
    mixed = head.mixed(np.full((2, 2), -1.0, np.float32), ["flexifix igen", "ingenting"])
    assert mixed[0, 0] > 0 > max(mixed[0, 1], *mixed[1])


def test_a_language_model_that_knows_nothing_is_left_aside() -> None:
    """Where the coder is right already, its own logits decide."""
    right = np.where(THEMES > 0, 3.0, -3.0).astype(np.float32)
    head, _ = fit_head(
        lambda texts: np.ones((len(texts), 2), np.float32), TEXTS, THEMES, right, FILES, TELLING
    )
    assert abs(head.mix[1]) < 0.2 < head.mix[0]


def test_files_of_other_proportions_do_not_tell_what_a_score_is_worth() -> None:
    """A file where one theme is everywhere would make every score of it look more certain."""
    dwelling = np.where(TELLING[:, None], THEMES, 1).astype(np.float32)
    unsure = np.zeros((1, 2), dtype=np.float32)

    def sureness(telling: NDArray[np.bool_]) -> Floats:
        head, _ = fit_head(encode, TEXTS, dwelling, UNKNOWING, FILES, telling)
        return head.mixed(unsure, ["något annat"])

    assert (sureness(TELLING) < sureness(np.ones_like(TELLING))).all()


def test_a_theme_nobody_has_gets_nothing() -> None:
    """A theme without a comment, or one that all have, has no weights rather than an error."""
    none_all = np.column_stack([np.zeros(len(TEXTS)), np.ones(len(TEXTS))]).astype(np.float32)
    knowing = np.column_stack([UNKNOWING[:, 0], -UNKNOWING[:, 0]])
    head, _ = fit_head(encode, TEXTS, none_all, knowing, FILES, TELLING)
    assert not head.weights.any()


def test_the_shipped_coder_uses_none() -> None:
    """It is off by default."""
    assert load_coder().themes.head is None


def test_a_comment_is_coded_with_what_it_adds() -> None:
    """The same coding steps, another score: the system's name is known through the language model alone."""
    coder = load_coder()
    column = coder.themes.space.themes.index("it_system")
    weights = np.zeros((len(WORDS) + 2, len(coder.themes.space.themes)), dtype=np.float32)
    weights[0, column] = 20
    head = EmbeddingHead(weights, np.array([1, 1, 0], np.float32), encode)
    knowing = Coder(replace(coder.themes, head=head), coder.stance)
    text = "Flexifix är ett elände"
    assert "it_system" not in {label.theme for label in code_texts([text], coder=coder)[0].labels}
    (label,) = [la for la in code_texts([text], coder=knowing)[0].labels if la.theme == "it_system"]
    assert text[label.start : label.end]
    assert code_texts(["-", ""], coder=knowing) == code_texts(["-", ""], coder=coder)


def test_training_fits_it_to_coded_comments() -> None:
    """Shares are corrected for the coder as it has become."""
    model = load_coder().themes
    comments = [
        GoldText(
            text, "", True, (GoldLabel("it_system", "negativ", 0, 3),) if "Flexifix" in text else (), file
        )
        for text, file in zip(TEXTS, FILES.tolist(), strict=True)
    ]
    logits = np.full((len(TEXTS), len(model.space.themes)), -1.0, np.float32)
    trained, weighed = with_language_model(model, encode, comments, logits)
    assert trained.head is not None
    column = model.space.themes.index("it_system")
    assert ((weighed[:, column] > 0) == (THEMES[:, 0] > 0)).all()
    assert trained.lift[0] != model.lift[0]


@pytest.fixture
def encoder_folder(tmp_path: Path) -> Path:
    """A folder with the files a language model has."""
    folder = tmp_path / "sprakmodell"
    folder.mkdir()
    (folder / "config.json").write_text("{}", encoding="utf-8")
    (folder / "model.safetensors").write_bytes(b"tal")
    return folder


@pytest.fixture
def models(tmp_path: Path, encoder_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped model with the head of a language model beside it."""
    folder = Path(shutil.copytree(MODELS, tmp_path / "models"))
    weights = np.ones((len(WORDS) + 2, 27), dtype=np.float32)
    save_head(EmbeddingHead(weights, np.array([1, 2, 3], np.float32), encode), encoder_folder, folder)
    monkeypatch.setattr("text_analysis.embedding_files.load_encoder", lambda _: encode)
    return folder


def test_it_is_kept_beside_the_model_and_named_in_the_hash(models: Path) -> None:
    """What was trained is what is loaded, and a certificate tells the two coders apart."""
    head = load_coder(models).themes.head
    assert head is not None
    assert head.mix.tolist() == [1, 2, 3]
    assert model_hash(models) != model_hash()
    remove_head(models)
    assert load_head(models) is None
    assert model_hash(models) == model_hash()


def test_another_language_model_in_its_place_is_refused(models: Path, encoder_folder: Path) -> None:
    """Weights fitted to one model say nothing of another's vectors."""
    (encoder_folder / "model.safetensors").write_bytes(b"andra tal")
    with pytest.raises(ModelError, match="inte den som kodaren tränades med"):
        load_head(models)


def test_without_the_extra_the_error_says_how_to_install_it(
    encoder_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plain installation names what is missing and the way out."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(ModelError, match=r"roda-tradar\[transformers\]"):
        load_encoder(encoder_folder)


def test_a_folder_without_a_model_names_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says which files a language model has, and that nothing is fetched."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda part: part in PARTS)
    with pytest.raises(ModelError, match=r"config.json, model.safetensors") as caught:
        load_encoder(tmp_path / "finns_inte")
    assert "hämtar aldrig" in caught.value.remedy
