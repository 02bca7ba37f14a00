"""Surveys made of people, so that every test knows the truth behind the released figures."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from text_analysis import tables
from text_analysis.codebook import load_codebook
from text_analysis.instruments import load_instruments
from text_analysis.records import ENPS_GROUPS, STANCES, UNIT_SEPARATOR, Measures, Released
from text_analysis.release import release
from text_analysis.settings import Settings

ROOT = "Region"
SPECS = {
    spec.name: spec
    for spec in (
        tables.RESPONSE,
        tables.ENPS,
        tables.INDICES,
        tables.DISTRIBUTION,
        tables.THEMES,
        tables.PREVALENCE,
        tables.LINKS,
        tables.QUOTES,
        tables.TOPICS,
    )
}


@dataclass(frozen=True)
class Person:
    """A respondent: unit, wave, eNPS score, index values, item answers and (theme, stance) pairs."""

    unit: str
    enps: int | None = 7
    wave: str = "2025"
    indices: Mapping[str, float] = field(default_factory=dict)
    items: Mapping[str, int] = field(default_factory=dict)
    comment: bool = False
    themes: tuple[tuple[str, str], ...] = ()
    texts: tuple[str, ...] = ()
    held: bool = False


def people(n: int, unit: str, **fields: object) -> list[Person]:
    """As many equal respondents of a unit (below the root, unless it is the root)."""
    path = unit if unit.startswith(ROOT) else f"{ROOT}{UNIT_SEPARATOR}{unit}"
    return [Person(path, **fields) for _ in range(n)]  # type: ignore[arg-type]


def scored(scores: Iterable[int | None], unit: str, **fields: object) -> list[Person]:
    """A respondent per eNPS score."""
    return [replace(people(1, unit, **fields)[0], enps=score) for score in scores]


def writers(n: int, unit: str, theme: str = "", stance: str = "negativ", **fields: object) -> list[Person]:
    """Respondents who wrote a comment, about a theme if one is given."""
    themes = ((theme, stance),) if theme else ()
    return people(n, unit, comment=True, themes=themes, **fields)


def enps_group(score: int | None) -> str:
    """The eNPS group of a score."""
    if score is None:
        return ""
    return ENPS_GROUPS[0] if score <= 6 else ENPS_GROUPS[1] if score <= 8 else ENPS_GROUPS[2]


def _ancestors(unit: str) -> list[str]:
    parts = unit.split(UNIT_SEPARATOR)
    return [UNIT_SEPARATOR.join(parts[: i + 1]) for i in range(len(parts))]


def _label(unit: str, wave: str) -> dict[str, object]:
    parts = unit.split(UNIT_SEPARATOR)
    return {"wave": wave, "level": len(parts) - 1, "unit": unit, "parent": UNIT_SEPARATOR.join(parts[:-1])}


def measures_of(persons: Sequence[Person], theme_ids: Sequence[str] | None = None) -> Measures:
    """The measures of a list of respondents, computed in the plainest way there is."""
    groups: dict[tuple[str, str], list[int]] = {}
    for i, person in enumerate(persons):
        for unit in _ancestors(person.unit):
            groups.setdefault((person.wave, unit), []).append(i)
    used = {theme for person in persons for theme, _ in person.themes}
    ids = list(theme_ids) if theme_ids is not None else [t.id for t in load_codebook().themes if t.id in used]
    rows: dict[str, list[dict[str, object]]] = {name: [] for name in tables.RELEASED if name != "threads"}
    for (wave, unit), members in sorted(groups.items()):
        label, some = _label(unit, wave), [persons[i] for i in members]
        rows["response"].append(label | _response(some))
        if any(p.enps is not None for p in persons):
            rows["enps"].append(label | _enps(some))
        rows["indices"] += [label | row for row in _indices(some)]
        rows["distribution"] += [label | row for row in _distribution(some)]
        rows["themes"] += [label | row for row in _themes(some, ids)]
        if unit == ROOT:
            rows["prevalence"] += [label | row for row in _estimates(some, ids)]
        rows["links"] += [label | row for row in _links(some, ids)]
    for i, person in enumerate(persons):
        for (theme, stance), text in zip(person.themes, person.texts, strict=False):
            rows["quotes"].append(
                _label(person.unit, person.wave)
                | {"comment_id": f"k{i}", "respondent_id": f"r{i}", "theme": theme, "stance": stance}
                | {"score": 0.9, "text": text, "held": person.held, "start": 0, "end": len(text)}
            )
    return Measures(**{name: _table(name, rows[name]) for name in rows})


def _table(name: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    spec = SPECS[name]
    if not rows:
        return spec.empty()
    return tables.check(pd.DataFrame(rows).reindex(columns=list(spec.columns)), spec)


def _estimates(some: list[Person], ids: Sequence[str]) -> list[dict[str, object]]:
    """A coder that errs by a tenth: what is estimated is the true share, within a fifth."""
    wrote = [p for p in some if p.comment]
    shares = {i: sum(i in {theme for theme, _ in p.themes} for p in wrote) / max(len(wrote), 1) for i in ids}
    return [
        {"theme": i, "share": share, "low": 0.8 * share, "high": min(1.2 * share, 1.0)}
        for i, share in shares.items()
    ]


def _response(some: list[Person]) -> dict[str, object]:
    written = [p for p in some if p.comment]
    sent = round(len(some) / 0.745)
    return {
        "sent": sent,
        "responses": len(some),
        "response_rate": len(some) / sent,
        "n_comments": len(written),
        "n_writers": len(written),
        "n_writers_without_theme": sum(not p.themes for p in written),
        "source": "svar",
    }


def _enps(some: list[Person]) -> dict[str, object]:
    found = [enps_group(p.enps) for p in some if p.enps is not None]
    counts = {name: found.count(name) for name in ENPS_GROUPS}
    n = len(found)
    value = 100 * (counts["ambassadorer"] - counts["kritiker"]) / n if n else None
    spread = 60 / n**0.5 if n else None
    interval = {"low": value - spread, "high": value + spread} if n else {}
    return {"n": n, **counts, "enps": value, **interval, "source": "svar"}


def _indices(some: list[Person]) -> list[dict[str, object]]:
    rows = []
    for key in sorted({key for p in some for key in p.indices}):
        values = np.array([p.indices[key] for p in some if key in p.indices])
        mean, half = float(values.mean()), 1.96 * float(values.std()) / len(values) ** 0.5
        interval = {"low": mean - half, "high": mean + half}
        rows.append({"index_key": key, "n": len(values), "value": mean, **interval, "source": "svar"})
    return rows


def _distribution(some: list[Person]) -> list[dict[str, object]]:
    scales = {item.key: item for item in load_instruments().items}
    rows = []
    for key in sorted({key for p in some for key in p.items}):
        answers = [p.items[key] for p in some if key in p.items]
        low, high = scales[key].scale
        for answer in range(low, high + 1):
            count = answers.count(answer)
            rows.append({"index_key": scales[key].index_key, "item": key, "answer": answer, "n": len(answers),
                         "n_answer": count, "share": count / len(answers)})  # fmt: skip
    return rows


def _themes(some: list[Person], ids: Sequence[str]) -> list[dict[str, object]]:
    n_writers = sum(p.comment for p in some)
    tally: dict[tuple[str, str, str], int] = dict.fromkeys(
        itertools.product(ids, (tables.ALL, *STANCES), (tables.ALL, *ENPS_GROUPS)), 0
    )
    for p in some:
        own = {tables.ALL, enps_group(p.enps)} - {""}
        for theme in {theme for theme, _ in p.themes}:
            for stance in {tables.ALL} | {s for t, s in p.themes if t == theme}:
                for group in own:
                    tally[theme, stance, group] += 1
    rows = []
    for (theme, stance, group), n in tally.items():
        row: dict[str, object] = {"theme": theme, "stance": stance, "enps_group": group}
        row |= {"n_respondents": n, "n_writers": n_writers}
        if n_writers:
            share = n / n_writers
            row |= {"share": share, "low": 0.9 * share, "high": min(1, 1.1 * share)}
        rows.append(row)
    return rows


def _links(some: list[Person], ids: Sequence[str]) -> list[dict[str, object]]:
    scored_writers = [p for p in some if p.comment and p.enps is not None]
    rows = []
    for theme in ids:
        with_it = [p for p in scored_writers if theme in {t for t, _ in p.themes}]
        without = [p for p in scored_writers if theme not in {t for t, _ in p.themes}]
        if with_it and without:
            a, b = float(str(_enps(with_it)["enps"])), float(str(_enps(without)["enps"]))
            rows.append({"theme": theme, "n_with": len(with_it), "n_without": len(without), "enps_with": a,
                         "enps_without": b, "impact": (a - b) / 10, "low": -1.0, "high": 1.0, "q_value": 0.5,
                         "index_key": ""})  # fmt: skip
    return rows


def released(persons: Sequence[Person], settings: Settings | None = None, **options: object) -> Released:
    """The release of a list of respondents."""
    options = {"certificate": {}} | options
    return release(
        "Prov",
        measures_of(persons),
        settings=settings or Settings(),
        codebook=load_codebook(),
        **options,  # type: ignore[arg-type]
    )


def row(table: pd.DataFrame, unit: str, **keys: object) -> pd.Series:
    """The one row of a unit (below the root, unless it is the root) and key."""
    path = unit if unit.startswith(ROOT) else f"{ROOT}{UNIT_SEPARATOR}{unit}"
    found = table[table["unit"] == path]
    for name, value in keys.items():
        found = found[found[name] == value]
    if len(found) != 1:
        raise LookupError(f"{len(found)} rader för {unit} {keys}")
    return found.iloc[0]


def status(table: pd.DataFrame, unit: str, **keys: object) -> str:
    """Whether the one row of a unit and key is shown or hidden."""
    return str(row(table, unit, **keys)["status"])
