"""Mappings kept with the surveys they were used for, and the one of them that fits a new file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from text_analysis.errors import MappingError
from text_analysis.read import Mapping, load_mapping, write_mapping
from text_analysis.workspace import list_surveys

FOLDER = "mappings"  # in the survey's folder, one file for each kind of export


class Kept(NamedTuple):
    """A mapping and the survey it was used for."""

    survey: str
    mapping: Mapping


def keep_mappings(survey_folder: Path, mappings: Sequence[Mapping]) -> None:
    """Keep the mappings a survey was read with; those it had before are replaced."""
    folder = survey_folder / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.toml"):
        old.unlink()
    for number, mapping in enumerate(mappings, start=1):
        write_mapping(mapping, folder / f"{number}.toml")


def fitting_mapping(headers: Sequence[str]) -> Kept | None:
    """The kept mapping whose columns are all in a new file, the one with most columns; None if none fits.

    What belongs to the earlier wave is left out: its date, the number of people asked and comparisons.

    Raises
    ------
    MappingError : a kept mapping is damaged.
    """
    kept = [
        Kept(entry.name, _load(path, entry.name))
        for entry in list_surveys()
        for path in sorted((entry.folder / FOLDER).glob("*.toml"))
    ]
    fitting = [one for one in kept if one.mapping.columns and set(one.mapping.columns) <= set(headers)]
    if not fitting:
        return None
    best = max(fitting, key=lambda one: (len(one.mapping.columns), one.survey))
    wave = replace(best.mapping.wave, value="")
    return Kept(best.survey, replace(best.mapping, wave=wave, sent=(), comparisons=()))


def _load(path: Path, survey: str) -> Mapping:
    try:
        return load_mapping(path)
    except MappingError as error:
        raise MappingError(
            f"En sparad mappning är skadad. {error.what}",
            where=f"undersökningen {survey}, {FOLDER}/{error.where}",
            expected=error.expected,
            remedy=f"Ta bort filen {path.name} bland undersökningens mappningar, eller rätta den.",
        ) from error
