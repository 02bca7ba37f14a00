"""Index values with intervals, and the distribution of answers per item (stoppljus)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from text_analysis.index_values import index_values, mean_of_parts, with_contact
from text_analysis.indices.comparisons import add_differences, add_given
from text_analysis.instruments import IndexDefinition, Instruments
from text_analysis.records import Item, Survey
from text_analysis.tables import DISTRIBUTION, INDICES, UNIT_COLUMNS, check
from text_analysis.units import expand


def measure_indices(survey: Survey, instruments: Instruments) -> pd.DataFrame:
    """Table `tables.INDICES`: one row per wave, unit and index with any answer, and the figures given.

    The group's value is the mean of its respondents' own values. An index on parts (HME total, the
    dimensions of OSA) is the mean of the parts' group values and n the respondents with every part. In
    the dimension that mixes directions (arbetets organisering: rollkonflikter beside inflytande …) the
    themes where high is bad are turned, 100 − value, so that high is good; a dimension where high is bad
    in every theme is not turned. Intervals are 95 %, by Student's t, kept inside the index's range.
    """
    values = index_values(survey.respondents, survey.items, instruments)
    wide = expand(pd.concat([survey.respondents[["wave", "unit"]], values], axis=1))
    grouped = wide.groupby(UNIT_COLUMNS)[list(values.columns)]
    means, counts, deviations = grouped.mean(), grouped.count(), grouped.std()
    rows = []
    for key in values.columns:
        definition = instruments.index(key)
        value = mean_of_parts(means, definition) if definition.part_keys else means[key]
        rows.append(_index_rows(value, counts[key], deviations[key], definition))
    own = pd.concat(rows, ignore_index=True) if rows else INDICES.empty().drop(columns="source")
    keys = [definition.key for definition in instruments.indices]
    return check(add_differences(add_given(own, survey, keys, "value"), "value"), INDICES)


def _index_rows(
    value: pd.Series[float], n: pd.Series[int], deviation: pd.Series[float], definition: IndexDefinition
) -> pd.DataFrame:
    from scipy.special import stdtrit  # Student's t without the weight of scipy.stats

    counted = n.to_numpy(dtype=float)
    spread = deviation.to_numpy(dtype=float)
    degrees = np.where(counted > 1, counted - 1, np.nan)
    half = stdtrit(degrees, 0.975) * spread / np.sqrt(np.where(counted > 0, counted, np.nan))
    lowest, highest = definition.value_range
    rows = pd.DataFrame({"value": value, "n": n}).assign(
        low=np.maximum(value - half, lowest), high=np.minimum(value + half, highest)
    )
    rows = rows[rows["n"] > 0].reset_index()
    return rows.assign(index_key=definition.key)


def measure_distribution(survey: Survey, instruments: Instruments) -> pd.DataFrame:
    """Table `tables.DISTRIBUTION`: one row per wave, unit, item and answer on the item's scale.

    Answers that nobody chose have their row; a unit where nobody answered the item has none. Items on
    patient safety count respondents with patient contact only. An item that was answered on another
    scale whose steps fall between those of the item (1–7 for 1–5) has an index but no distribution.
    """
    respondents = survey.respondents
    contact = with_contact(respondents)
    keys = [item.key for item in survey.items]
    answers = respondents[["wave", "unit", *keys]].copy()
    for item in survey.items:
        if instruments.index(item.index_key).patient_contact_only:
            answers[item.key] = answers[item.key].where(contact)
    wide = expand(answers)
    groups = wide.groupby(UNIT_COLUMNS)
    units, code = groups.size().index.to_frame(index=False), groups.ngroup().to_numpy()
    rows = [
        _item_rows(item, wide[item.key], code, units)
        for item in survey.items
        if _has_steps(respondents[item.key])
    ]
    table = pd.concat(rows, ignore_index=True) if rows else DISTRIBUTION.empty()
    return check(table, DISTRIBUTION)


def _has_steps(answers: pd.Series[float]) -> bool:
    given = answers.dropna().to_numpy(dtype=float)
    return bool(
        np.allclose(given, np.rint(given), rtol=0, atol=1e-6)
    )  # recalculated answers miss by rounding


def _item_rows(item: Item, answers: pd.Series[float], code: np.ndarray, units: pd.DataFrame) -> pd.DataFrame:
    low, high = item.scale
    width = high - low + 1
    given = answers.notna().to_numpy()
    answer = np.rint(answers[given].to_numpy(dtype=float)).astype(int)
    cell = code[given] * width + answer - low
    counts = np.bincount(cell, minlength=len(units) * width).reshape(-1, width)
    n = counts.sum(axis=1)
    rows = units.loc[units.index.repeat(width)].reset_index(drop=True)
    rows = rows.assign(
        index_key=item.index_key,
        item=item.key,
        answer=np.tile(np.arange(low, high + 1), len(units)),
        n=np.repeat(n, width),
        n_answer=counts.ravel(),
    )
    rows = rows[rows["n"] > 0]
    return rows.assign(share=rows["n_answer"] / rows["n"])
