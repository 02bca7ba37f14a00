"""The waves of a measure in their order, which is that of their names ("2023-05" before "2023-09")."""

from __future__ import annotations

import pandas as pd


def wave_before(table: pd.DataFrame) -> pd.Series[str]:
    """The nearest earlier wave in which the row's index_key has any row, "" if there is none.

    >>> table = pd.DataFrame({"wave": ["2025", "2023", "2025"], "index_key": ["hme", "hme", "hse"]})
    >>> list(wave_before(table))
    ['2023', '', '']
    """
    waves = table[["index_key", "wave"]].drop_duplicates().sort_values(["index_key", "wave"])
    waves["before"] = waves.groupby("index_key")["wave"].shift()
    found = table[["index_key", "wave"]].merge(waves, how="left", on=["index_key", "wave"])["before"]
    return found.fillna("").set_axis(table.index)
