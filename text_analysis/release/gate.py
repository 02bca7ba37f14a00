"""The one gate: every figure, word and quote that people see has passed through here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

import numpy as np

from text_analysis.codebook import Codebook
from text_analysis.errors import ReleaseRefusedError
from text_analysis.instruments import load_instruments
from text_analysis.records import Measures, Released
from text_analysis.release.cube import LAYERS, cube_of
from text_analysis.release.diffs import blank_diffs
from text_analysis.release.emit import emit
from text_analysis.release.engine import decide
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
    locked = {layer: np.zeros_like(cube.grid(layer).asked) for layer in LAYERS}
    decision = decide(cube, settings, locked)
    masks = decision.final
    emitted = emit(cube, masks)
    for table in ("enps", "indices"):
        emitted[table] = blank_diffs(emitted[table], settings)
    quotes = quotes_of(measures.quotes, cube, masks, settings, forbidden_tokens)
    emitted |= {"threads": threads_of(emitted["themes"]), "quotes": quotes.table}
    _refuse_names(name, emitted, forbidden_tokens)
    audit = {"limits": asdict(settings), "quotes_with_names": quotes.n_with_names}
    return Released(name=name, certificate=dict(certificate) | {"audit": audit}, **emitted)


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
