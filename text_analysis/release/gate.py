"""The one gate: every figure, word and quote that people see has passed through here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

import numpy as np

from text_analysis.codebook import Codebook
from text_analysis.errors import ReleaseRefusedError
from text_analysis.instruments import load_instruments
from text_analysis.records import Measures, Released
from text_analysis.release.closure import close
from text_analysis.release.complement import TreeLayer, protect_tree
from text_analysis.release.cube import LAYERS, Cube, Masks, cube_of
from text_analysis.release.diffs import blank_diffs
from text_analysis.release.emit import emit
from text_analysis.release.limits import limit_of, primaries
from text_analysis.release.quotes import named_columns, quotes_of
from text_analysis.release.threads import threads_of
from text_analysis.settings import Settings


def release(
    name: str,
    measures: Measures,
    *,
    settings: Settings,
    codebook: Codebook,
    certificate: Mapping[str, object],
    previous: Released | None = None,
    forbidden_tokens: frozenset[str] = frozenset(),
) -> Released:
    """What people may see of a survey.

    Parameters
    ----------
    name : name of the survey, for people.
    measures : every statistic of the survey.
    settings : the limits.
    codebook : the themes; sensitive ones have stricter limits.
    certificate : what made the measures; the audit is added under "audit".
    previous : the release people already have of the same survey and waves, if there is one.
    forbidden_tokens : case-folded words of masked names; no text of the release may hold one.

    Raises
    ------
    ReleaseRefusedError : the release would show what must not be shown.
    TableError : a table of the measures is not what it should be.
    """
    cube = cube_of(measures, codebook, load_instruments())
    first = primaries(cube, settings)
    masks = settle(first, cube, settings)
    blank_diffs(cube, masks, settings)
    emitted = emit(cube, masks)
    quotes = quotes_of(measures.quotes, cube, masks, settings, forbidden_tokens)
    emitted |= {"threads": threads_of(emitted["themes"]), "quotes": quotes.table}
    _refuse_names(name, emitted, forbidden_tokens)
    audit = {"limits": asdict(settings), "quotes_with_names": quotes.n_with_names}
    return Released(name=name, certificate=dict(certificate) | {"audit": audit}, **emitted)


def settle(first: Masks, cube: Cube, settings: Settings) -> Masks:
    """The hidden cells with everything that must be hidden beside them, to a fixed point."""
    masks = {layer: hidden.copy() for layer, hidden in first.items()}
    while True:
        before = _n_hidden(masks)
        close(masks, cube)
        for layer in LAYERS:
            locked = np.zeros_like(masks[layer])
            is_themes = layer == "themes"
            tree = TreeLayer(
                people=np.where(np.isfinite(cube.people(layer)), cube.people(layer), 0.0),
                need=limit_of(layer, cube, settings),
                locked=locked,
                empty_counts=is_themes,
                top_down=not is_themes,
            )
            masks[layer] = protect_tree(masks[layer], tree, cube.nodes)
        if _n_hidden(masks) == before:
            return masks


def _n_hidden(masks: Masks) -> int:
    return sum(int(hidden.sum()) for hidden in masks.values())


def _refuse_names(name: str, emitted: Mapping[str, object], forbidden: frozenset[str]) -> None:
    import pandas as pd

    frames = [table for table in emitted.values() if isinstance(table, pd.DataFrame)]
    columns = named_columns([*frames, pd.DataFrame({"undersökningens namn": [name]})], forbidden)
    if columns:
        raise ReleaseRefusedError(
            "Resultatet innehåller ett namn som har maskerats i kommentarerna.",
            where=f"kolumn {', '.join(columns)}",
            remedy="Byt namn på enheten eller frågan, eller ta bort namnet ur listan.",
        )
