"""Fitting the models whose evidence is weighed, several at a time on a computer with several cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import Any, Final

from text_analysis.linear import Floats, fit_margins
from text_analysis.network import Network, fit_network
from text_analysis.themes.features import FeatureSpace
from text_analysis.themes.material import Material, Samples
from text_analysis.themes.model import Opinions

SEEDS: Final = (20261122, 20261124)  # of the networks of clauses and of wholes
STRENGTH: Final = 1.0  # of the segment model; chosen by leave-files-out
MOST_PROCESSES: Final = 4  # each takes up to 3 GB


def fit_opinions(
    space: FeatureSpace, material: Material, without: Sequence[Sequence[str]], *, processes: int | None = None
) -> Iterator[Opinions]:
    """The models fitted without each group of files, in order; the same however many processes there are.

    Parameters
    ----------
    space : themes and lexicon.
    material : what to train on.
    without : groups of files to leave out, one for each set of models.
    processes : how many models are fitted at a time; one per core, at most `MOST_PROCESSES`, if not given.
    """
    jobs = [job for files in without for job in _jobs(material, files)]
    wanted = processes or min(os.cpu_count() or 1, MOST_PROCESSES)
    if wanted == 1:
        yield from _sets(space, map(_done, jobs), len(without))
        return
    # Spawned on every system: a fork of a process with threads may hang.
    with ProcessPoolExecutor(wanted, get_context("spawn")) as pool:
        yield from _sets(space, pool.map(_done, jobs), len(without))


def _jobs(material: Material, files: Sequence[str]) -> list[Callable[[], Any]]:
    """One fit for each model of a set, in the order `_sets` takes them."""
    return [
        partial(_segment_weights, material.segments, files),
        partial(_network, material.clauses, files, SEEDS[0]),
        partial(_network, material.wholes, files, SEEDS[1]),
    ]


def _sets(space: FeatureSpace, fitted: Iterator[Any], n: int) -> Iterator[Opinions]:
    for _ in range(n):
        yield Opinions(space, next(fitted), next(fitted), next(fitted))


def _done(job: Callable[[], Any]) -> Any:  # noqa: ANN401  weights or a network
    return job()


def _segment_weights(samples: Samples, files: Sequence[str]) -> Floats:
    kept = samples.without(files)
    return fit_margins(kept.rows, kept.themes, kept.weights, strength=STRENGTH)


def _network(samples: Samples, files: Sequence[str], seed: int) -> Network:
    kept = samples.without(files)
    return fit_network(kept.kept(kept.sizes > 0).bags(), seed=seed)
