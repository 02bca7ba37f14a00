"""Training anew gives the shipped bytes and no worse figures; `make quality` runs it, for it takes minutes.

The name keeps it out of `make test`. Files left out of the training of their own scores are the sectors and
styles of data/training, in four groups.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from text_analysis import quality
from text_analysis.model_store import model_hash
from text_analysis.places import DATA
from text_analysis.training import train


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model trained now on the data that stands."""
    folder = tmp_path_factory.mktemp("models")
    train(DATA, folder)
    return folder


def test_training_gives_the_shipped_bytes(models: Path) -> None:
    """The model that is shipped is the one that code and data make."""
    assert model_hash(models) == model_hash()


@pytest.mark.parametrize("group", [quality.LEFT_OUT, quality.OPEN, quality.DRAWS])
def test_no_figure_has_fallen(models: Path, group: str) -> None:
    """On files left out and on the open set, every figure is as good as its interval allows."""
    kept = {figure.name: figure for figure in quality.read_figures()[group]}
    fallen = [f for f in quality.read_figures(models)[group] if quality.fallen(f, kept[f.name])]
    assert not fallen
