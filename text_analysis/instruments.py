"""The instruments: which questions make which index, from the yaml files of data/."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import yaml

from text_analysis.errors import REPORT, CodebookError
from text_analysis.places import DATA
from text_analysis.records import Item

# An index on items is either a mean recalculated to 0-100 or a mean on its own scale; an index on
# parts is the mean of the parts' values (HME total, OSA dimensions).
Method = Literal["mean100", "mean"]


@dataclass(frozen=True, slots=True)
class IndexDefinition:
    """An index: its key, Swedish name and how it is made.

    Attributes
    ----------
    key : "hme", "hme.motivation", "hse", "osa.stress", "frisk.halsa" …
    instrument : "hme", "hse", "osa", "frisk", "utveckling", "chef" or "utsatthet".
    name : Swedish name for people.
    method : see `Method`.
    scale : lowest and highest answer of its items.
    part_keys : keys of the indices it is the mean of; empty if it is made of items.
    turned_keys : those of `part_keys` that point the other way and are turned (lowest + highest − value).
    high_is_bad : True where a high value is a problem (demands, conflict, stress).
    patient_contact_only : True where only respondents with patient contact count.
    is_exposure : True for a yes or no on having been exposed; the value is the percentage of yes, and its
        limits are stricter.
    """

    key: str
    instrument: str
    name: str
    method: Method
    scale: tuple[int, int]
    part_keys: tuple[str, ...] = ()
    turned_keys: tuple[str, ...] = ()
    high_is_bad: bool = False
    patient_contact_only: bool = False
    is_exposure: bool = False

    @property
    def value_range(self) -> tuple[float, float]:
        """Lowest and highest value the index can take."""
        return (0.0, 100.0) if self.method == "mean100" else (float(self.scale[0]), float(self.scale[1]))


@dataclass(frozen=True, slots=True, eq=False)
class Instruments:
    """Every index and item known, and the answer labels of the five-point scale."""

    indices: tuple[IndexDefinition, ...]
    items: tuple[Item, ...]
    five_point_labels: tuple[str, ...]

    def index(self, key: str) -> IndexDefinition:
        """The definition of this key; `CodebookError` if there is none."""
        for definition in self.indices:
            if definition.key == key:
                return definition
        raise CodebookError(
            f"Indexet {key} finns inte bland instrumenten.", where="data/instruments.yaml", remedy=REPORT
        )


HSE_OUTCOMES = {
    "hse.trygg_narstaende": "Trygg om en närstående vårdas här",
    "hse.patientdelaktighet": "Patienter erbjuds delaktighet i säkerhetsarbetet",
}
HME_NAMES = {"motivation": "Motivation", "ledarskap": "Ledarskap", "styrning": "Styrning"}
FRISK_NAMES = {
    "halsa": "Hälsa",
    "larande": "Lärande",
    "ledarskap": "Ledarskap",
    "kommunikation": "Kommunikation",
    "sjalvstyre": "Självstyre",
}


@cache
def load_instruments() -> Instruments:
    """The instruments shipped with the product."""
    raw = yaml.safe_load((DATA / "instruments.yaml").read_text(encoding="utf-8"))
    osa = yaml.safe_load((DATA / "osa_items.yaml").read_text(encoding="utf-8"))["themes"]
    sections = yaml.safe_load((DATA / "sections.yaml").read_text(encoding="utf-8"))
    made = [*_hme(raw["hme"]), *_hse(raw["hse"]), *_osa(raw["osa"], osa), *_frisk(raw["frisk"])]
    made += [each for key in ("utveckling", "chef") for each in _section(key, sections)]
    made += _exposure(sections["utsatthet"])
    return Instruments(
        indices=tuple(definition for definition, _ in made),
        items=tuple(item for _, items in made for item in items),
        five_point_labels=tuple(raw["hme"]["labels"]),
    )


_Made = Iterator[tuple[IndexDefinition, tuple[Item, ...]]]


def _items(index_key: str, texts: list[str], scale: tuple[int, int]) -> tuple[Item, ...]:
    return tuple(Item(f"{index_key}.{i}", index_key, text, scale) for i, text in enumerate(texts, start=1))


def _hme(raw: dict[str, Any]) -> _Made:
    scale = _scale(raw)
    keys = tuple(f"hme.{part}" for part in raw["parts"])
    yield IndexDefinition("hme", "hme", "HME totalt", "mean100", scale, part_keys=keys), ()
    for key, texts in zip(keys, raw["parts"].values(), strict=True):
        name = f"HME {HME_NAMES[key.split('.')[1]]}"
        yield IndexDefinition(key, "hme", name, "mean100", scale), _items(key, texts, scale)


def _hse(raw: dict[str, Any]) -> _Made:
    scale = _scale(raw)
    definition = IndexDefinition("hse", "hse", "HSE", "mean100", scale, patient_contact_only=True)
    yield definition, _items("hse", raw["parts"]["index"], scale)
    for (key, name), text in zip(HSE_OUTCOMES.items(), raw["parts"]["utfall"], strict=True):
        outcome = IndexDefinition(key, "hse", name, "mean100", scale, patient_contact_only=True)
        yield outcome, _items(key, [text], scale)


def _osa(raw: dict[str, Any], items: dict[str, Any]) -> _Made:
    scale = _scale(raw)
    for dimension, content in raw["dimensions"].items():
        parts = tuple(f"osa.{theme}" for theme in content["themes"])
        turned = tuple(key for key in parts if key.removeprefix("osa.") in raw["high_is_bad"])
        bad = turned == parts  # nothing to turn where every theme points the same way
        yield (
            IndexDefinition(
                key=f"osa.dimension.{dimension}",
                instrument="osa",
                name=content["name"],
                method="mean100",
                scale=scale,
                part_keys=parts,
                turned_keys=() if bad else turned,
                high_is_bad=bad,
            ),
            (),
        )
    for theme, content in items.items():
        key, bad = f"osa.{theme}", theme in raw["high_is_bad"]
        definition = IndexDefinition(key, "osa", content["name"]["sv"], "mean100", scale, high_is_bad=bad)
        yield definition, _items(key, content["items"], scale)


def _frisk(raw: dict[str, Any]) -> _Made:
    scale = _scale(raw)
    for name, text in raw["items"].items():
        key = f"frisk.{name}"
        yield IndexDefinition(key, "frisk", FRISK_NAMES[name], "mean", scale), _items(key, [text], scale)


def _section(key: str, sections: dict[str, Any]) -> _Made:
    raw = sections[key]
    scale = _scale(raw)
    yield IndexDefinition(key, key, raw["name"], "mean100", scale), _items(key, raw["items"], scale)


def _exposure(raw: dict[str, Any]) -> _Made:
    scale = _scale(raw)
    for kind, content in raw["kinds"].items():
        key = f"utsatthet.{kind}"
        yield (
            IndexDefinition(
                key, "utsatthet", content["name"], "mean100", scale, high_is_bad=True, is_exposure=True
            ),
            _items(key, [content["item"]], scale),
        )


def _scale(raw: dict[str, Any]) -> tuple[int, int]:
    low, high = raw["scale"]
    return int(low), int(high)
