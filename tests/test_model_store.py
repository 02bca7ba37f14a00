"""The model file is what the manifest says, the same each time, and loads without pickle."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from text_analysis.errors import ModelError
from text_analysis.model_store import load_coder, model_hash, save_coder
from text_analysis.places import MODELS


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """A copy of the shipped models folder."""
    return Path(shutil.copytree(MODELS, tmp_path / "models"))


def test_a_missing_model_names_the_command(tmp_path: Path) -> None:
    """Without a model the error says which command makes one."""
    with pytest.raises(ModelError, match="roda-tradar train"):
        load_coder(tmp_path)


def test_a_changed_file_is_refused(models: Path) -> None:
    """A file that is not the one of the manifest is not loaded."""
    path = models / "coder.npz"
    path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(ModelError, match="manifestet"):
        load_coder(models)


def test_a_coder_survives_the_disk_with_the_same_bytes(tmp_path: Path) -> None:
    """The same coder is the same file, whatever the clock says, and loads as it was."""
    coder = load_coder()
    for name in ("one", "two"):
        save_coder(coder, tmp_path / name, {})
    assert (tmp_path / "one" / "coder.npz").read_bytes() == (tmp_path / "two" / "coder.npz").read_bytes()
    again = load_coder(tmp_path / "one")
    assert np.allclose(coder.themes.segment_weights, again.themes.segment_weights, atol=1e-6)
    assert again.themes.space.lexicon.entries == coder.themes.space.lexicon.entries


def test_the_model_is_small() -> None:
    """models/ stays below 25 MB."""
    assert sum(path.stat().st_size for path in MODELS.iterdir()) <= 25_000_000
    assert len(model_hash()) == 64
