"""What became of the topics since the previous wave, and the ids that follow from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.discover.topics import BridgeKind, BridgeRow, Topic, Topics

SAME: Final = 0.5  # similarity from which most of the meaning stays
CENTRE_WEIGHT: Final = 0.5  # the rest is words: the centre knows the themes, the words what is said of them


def similarity(before: Topic, now: Topic) -> float:
    """How much of a topic's meaning another has, 0–1: cosine of the centres and overlap of the words.

    What the codebook knows is itself and nothing else, topics of different themes have nothing in common,
    and sub-themes known by the same word are the same.
    """
    if before.id == now.id or before.is_known or now.is_known:
        return float(before.id == now.id)
    if before.parent_theme != now.parent_theme or _is_theme(before) != _is_theme(now):
        return 0.0
    if before.parent_theme and before.words[:1] == now.words[:1]:
        return 1.0
    first, second = np.array(before.centroid), np.array(now.centroid)
    lengths = float(np.linalg.norm(first) * np.linalg.norm(second))
    cosine = max(float(first @ second) / lengths, 0.0) if lengths else 0.0
    return CENTRE_WEIGHT * cosine + (1 - CENTRE_WEIGHT) * _overlap(before.words, now.words)


def _in_themes(topic: Topic, themes: Sequence[str], shared: Sequence[str]) -> Topic:
    """The topic with the columns of its centre that both waves have; themes may be retired between."""
    place = {theme: column for column, theme in enumerate(themes)}
    return replace(topic, centroid=tuple(topic.centroid[place[theme]] for theme in shared))


def _is_theme(topic: Topic) -> bool:
    return bool(topic.parent_theme) and topic.id == topic.parent_theme


def _overlap(first: Sequence[str], second: Sequence[str]) -> float:
    """Shared words as a share of the shorter list."""
    shortest = min(len(first), len(second))
    return len(set(first) & set(second)) / shortest if shortest else 0.0


def keep_ids(
    found: Sequence[Topic], previous: Topics | None, themes: Sequence[str]
) -> tuple[dict[str, str], tuple[BridgeRow, ...], int]:
    """New id of each topic, the bridge table, and the highest number used so far.

    Parameters
    ----------
    found : the topics of this wave with ids of their own.
    previous : the topics of the wave before; None for a first wave.
    themes : the columns of the centroids of `found`; centres are compared in the themes of both waves.
    """
    last = previous.last_number if previous else 0
    before = (*previous.topics, *previous.parts) if previous else ()
    shared = [theme for theme in themes if previous and theme in previous.themes]
    olds = [_in_themes(old, previous.themes, shared) for old in before] if previous else []
    news = [_in_themes(new, themes, shared) for new in found]
    table = np.array([[similarity(old, new) for new in news] for old in olds]).reshape(
        len(before), len(found)
    )
    pairs = _best_pairs(table)
    ids: dict[str, str] = {}
    for column, topic in enumerate(found):
        if topic.is_known:
            ids[topic.id] = topic.id
        elif column in pairs:
            ids[topic.id] = before[pairs[column]].id
        else:
            last += 1
            ids[topic.id] = f"{topic.parent_theme or 'kandidat'}.{last}"
    named = [replace(topic, id=ids[topic.id]) for topic in found]
    return ids, _rows(before, named, table) if previous else (), last


def _best_pairs(table: NDArray[np.float64]) -> dict[int, int]:
    """Column → row, the most similar pairs first, each row and column once."""
    rows, columns = np.nonzero(table >= SAME)
    order = sorted(zip(rows.tolist(), columns.tolist(), strict=True), key=lambda pair: (-table[pair], pair))
    pairs: dict[int, int] = {}
    for row, column in order:
        if column not in pairs and row not in pairs.values():
            pairs[column] = row
    return pairs


def _rows(before: Sequence[Topic], now: Sequence[Topic], table: NDArray[np.float64]) -> tuple[BridgeRow, ...]:
    """One row a topic kept, new or gone, and one a pair of a split or a merger."""
    linked = _linked(before, now, table)
    rows = []
    for row, old in enumerate(before):
        columns = np.flatnonzero(linked[row])
        if not len(columns):
            rows.append(BridgeRow("gone", old.id, "", 0.0))
        for column in columns.tolist():
            new, value = now[column], round(float(table[row, column]), 3)
            rows.append(
                BridgeRow(_kind(old, new, len(columns), int(linked[:, column].sum())), old.id, new.id, value)
            )
    rows += [
        BridgeRow("new", "", new.id, 0.0) for column, new in enumerate(now) if not linked[:, column].any()
    ]
    return tuple(rows)


def _kind(old: Topic, new: Topic, n_now: int, n_before: int) -> BridgeKind:
    """What happened to a topic that belongs to `n_now` topics now, one of which has `n_before` before it."""
    if old.id == new.id or (n_now == 1 and n_before == 1):
        return "kept"
    return "split" if n_now > 1 else "merged"


def _linked(before: Sequence[Topic], now: Sequence[Topic], table: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which topics belong together: same id, or alike where one of the two has no other."""
    linked = np.array([[old.id == new.id for new in now] for old in before], dtype=bool).reshape(table.shape)
    alone = ~linked.any(axis=1, keepdims=True) | ~linked.any(axis=0, keepdims=True)
    return np.asarray(linked | ((table >= SAME) & alone), dtype=np.bool_)
