"""Each respondent's eNPS group and own value of every index: the ground for units and for themes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from text_analysis.instruments import IndexDefinition, Instruments
from text_analysis.records import Item

# instruments.yaml, enps.groups: 0–6 kritiker, 7–8 passiva, 9–10 ambassadörer
HIGHEST_KRITIKER: Final = 6
HIGHEST_PASSIVA: Final = 8


def enps_groups(scores: pd.Series[int]) -> pd.Series[str]:
    """The eNPS group of each score 0–10, "" where there is none.

    >>> list(enps_groups(pd.Series([6, 7, 9, None], dtype="Int64")))
    ['kritiker', 'passiva', 'ambassadorer', '']
    """
    score = scores.to_numpy(dtype=float, na_value=np.nan)
    conditions = [np.isnan(score), score <= HIGHEST_KRITIKER, score <= HIGHEST_PASSIVA]
    groups = np.select(conditions, ["", "kritiker", "passiva"], default="ambassadorer")
    return pd.Series(groups, index=scores.index, dtype="str")


def index_values(respondents: pd.DataFrame, items: Sequence[Item], instruments: Instruments) -> pd.DataFrame:
    """The value of each index for each respondent, one float column per index key.

    An index on items is the mean of the answered items (at least one); `mean100` recalculates it as
    (x − min) / (max − min) · 100. An index on parts is the mean of all its parts, those of
    `turned_keys` turned, and missing unless every part has a value. Indices on patient safety are
    missing for respondents without patient contact.

    Parameters
    ----------
    respondents : table `tables.RESPONDENTS` with a column per item.
    items : the survey's items; an item's own scale counts, not the instrument's.
    instruments : definitions of the indices.

    Returns
    -------
    A frame with the index of `respondents`, NaN where there is no value. An index has a column if the
    survey asks at least one of its items, an index on parts if it asks all its parts.
    """
    values: dict[str, pd.Series[float]] = {}
    contact = with_contact(respondents)
    for definition in sorted(instruments.indices, key=lambda each: bool(each.part_keys)):
        if definition.part_keys:
            if set(definition.part_keys) <= set(values):
                values[definition.key] = mean_of_parts(pd.DataFrame(values), definition)
            continue
        asked = [item for item in items if item.index_key == definition.key]
        if asked:
            value = pd.concat([_answers(respondents, item, definition) for item in asked], axis=1).mean(
                axis=1
            )
            values[definition.key] = value.where(contact) if definition.patient_contact_only else value
    return pd.DataFrame(values, index=respondents.index)


def mean_of_parts(parts: pd.DataFrame, definition: IndexDefinition) -> pd.Series[float]:
    """The mean of an index's parts, row by row; missing where a part is missing.

    Parameters
    ----------
    parts : a column per part key, respondents or units as rows.
    definition : an index on parts; those of `turned_keys` count as lowest + highest − value.
    """
    low, high = definition.value_range
    columns = [
        low + high - parts[key] if key in definition.turned_keys else parts[key]
        for key in definition.part_keys
    ]
    return pd.concat(columns, axis=1).mean(axis=1, skipna=False)


def with_contact(respondents: pd.DataFrame) -> pd.Series[bool]:
    """True for those whose answers on patient safety count.

    Those are the respondents who said that they have patient contact. In a survey without that question
    the survey tool has chosen who gets the questions, and every answer counts.
    """
    contact = respondents["patient_contact"].astype("boolean")
    if contact.isna().all():
        return pd.Series(True, index=respondents.index)
    return contact.fillna(False).astype(bool)


def _answers(respondents: pd.DataFrame, item: Item, definition: IndexDefinition) -> pd.Series[float]:
    answers = pd.Series(respondents[item.key].to_numpy(dtype=float, na_value=np.nan), respondents.index)
    if definition.method == "mean":
        return answers
    low, high = item.scale
    return (answers - low) / (high - low) * 100
