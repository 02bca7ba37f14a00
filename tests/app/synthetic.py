"""Made-up releases, shaped by the codebook and the instruments, for tests of what people see.

Nothing here is anyone's answer. `region` has hidden units and figures given from outside; `puls` has
three waves.
"""

from __future__ import annotations

from itertools import product

import numpy as np
import pandas as pd

from text_analysis import tables
from text_analysis.codebook import load_codebook
from text_analysis.instruments import load_instruments
from text_analysis.records import ENPS_GROUPS, STANCES, Released
from text_analysis.settings import Settings
from text_analysis.units import level, parent

REGION = "Vårdförvaltningen"
REGION_UNITS = {
    REGION: 7153,
    f"{REGION} > Norra området": 2900,
    f"{REGION} > Norra området > Akutmottagningen": 140,
    f"{REGION} > Norra området > Dialysen": 6,
    f"{REGION} > Södra området": 3100,
    f"{REGION} > Södra området > Hälsocentralen Åsele": 12,
    f"{REGION} > Tandvården": 1153,
}
TINY = f"{REGION} > Norra området > Dialysen"
PULSE = "Socialförvaltningen"
PULSE_UNITS = {PULSE: 843, f"{PULSE} > Äldreomsorg": 520, f"{PULSE} > Individ och familj": 323}
QUOTES = {
    "negativ": "Delade turer gör att hela dagen går åt, även när passet är kort.",
    "forslag": "Låt oss vara med och lägga schemat tidigare.",
    "positiv": "Vi hjälps åt, **alltid**, även de dagar det är <b>tungt</b>.",
    "neutral": "Schemat läggs av samordnaren.",
}


def region() -> Released:
    """One wave, two levels below the whole, a hidden unit, and figures for 2024 and the level above."""
    return _make("Vårdförvaltningen 2025", REGION_UNITS, ("2025",), ("hme", "hse", "osa"), given=True)


def pulse() -> Released:
    """Three waves of the pulse, one level below the whole, nothing hidden."""
    return _make("Pulsen", PULSE_UNITS, ("2023-05", "2023-09", "2023-12"), ("frisk",), given=False)


def _make(
    name: str, units: dict[str, int], waves: tuple[str, ...], instruments: tuple[str, ...], *, given: bool
) -> Released:
    rng = np.random.default_rng(20251122)
    rows: dict[str, list[dict[str, object]]] = {table: [] for table in tables.RELEASED}
    for wave, (unit, n) in product(waves, units.items()):
        _unit_rows(rows, rng, wave, unit, n, instruments)
    if given:
        _given_rows(rows, next(iter(units)))
    _differences(rows["enps"], "enps")
    _differences(rows["indices"], "value")
    frames = {table: _frame(rows[table], table) for table in tables.RELEASED}
    return Released(
        name=name, codebook=load_codebook(), **frames, certificate=_certificate(name, sum(units.values()))
    )


def _frame(rows: list[dict[str, object]], table: str) -> pd.DataFrame:
    spec = tables.RELEASED[table]
    return tables.check(pd.DataFrame(rows, columns=list(spec.columns)), spec)


def _unit_rows(rows, rng, wave, unit, n, instruments) -> None:
    at = {"wave": wave, "level": level(unit), "unit": unit, "parent": parent(unit)}
    status = "shown" if n >= 10 else "hidden"
    shown = status == "shown"
    head = at | {"status": status}
    writers = max(round(n * 0.36), 1)
    rate = {"sent": round(n / 0.745), "responses": n, "response_rate": n / round(n / 0.745)}
    wrote = {"n_comments": writers + 9, "n_writers": writers, "n_writers_without_theme": writers // 10}
    rows["response"].append(head | ((rate | wrote) if shown else {}) | {"source": "svar"})
    rows["enps"].append(head | (_enps(rng, n) if shown else {}) | {"source": "svar"})
    definitions = [index for index in load_instruments().indices if index.instrument in instruments]
    for index in definitions:
        low, high = index.value_range
        value = float(low + (high - low) * rng.uniform(0.55, 0.85))
        half = (high - low) * 0.4 / np.sqrt(n)
        figures = {"n": n, "value": value, "low": value - half, "high": value + half}
        rows["indices"].append(head | {"index_key": index.key, "source": "svar"} | (figures if shown else {}))
    keys = {index.key for index in definitions}
    for item in (item for item in load_instruments().items if item.index_key in keys):
        answers = range(item.scale[0], item.scale[1] + 1)
        shares = rng.dirichlet(np.linspace(1, 6, len(answers)))
        for answer, share in zip(answers, shares, strict=True):
            told = {"index_key": item.index_key, "item": item.key, "answer": answer}
            rows["distribution"].append(head | told | ({"share": float(share)} if shown else {}))
    _theme_rows(rows, rng, head, writers)


def _enps(rng, n: int) -> dict[str, object]:
    critics, passive = round(n * rng.uniform(0.3, 0.5)), round(n * 0.34)
    promoters = n - critics - passive
    value = (promoters - critics) / n * 100
    half = 170 / np.sqrt(n)
    counts = {"n": n, "kritiker": critics, "passiva": passive, "ambassadorer": promoters}
    return counts | {"enps": value, "low": value - half, "high": value + half}


def _theme_rows(rows, rng, head, writers: int) -> None:
    enough = head["status"] == "shown" and writers >= 10
    sizes = {}
    for number, theme in enumerate(load_codebook().themes[:20]):
        size = int(writers * rng.uniform(0.02, 0.3) / (1 + number / 6))
        split = dict(zip(STANCES, rng.multinomial(size, rng.dirichlet((4, 2, 2, 1))), strict=True))
        groups = dict(zip(ENPS_GROUPS, rng.multinomial(size, (0.5, 0.3, 0.2)), strict=True))
        sizes[theme.id] = split
        cells = {("alla", "alla"): size}
        cells |= {(stance, "alla"): int(n) for stance, n in split.items()}
        cells |= {("alla", group): int(n) for group, n in groups.items()}
        for (stance, group), n in cells.items():
            rows["themes"].append(_theme_cell(head, theme.id, stance, group, n, writers, enough))
        if head["level"] == 0:
            rows["prevalence"].append(_estimate(head, theme.id, number, size / writers))
            rows["topics"] += _topics(head, theme.id, number, size)
        _link_rows(rows, rng, head, theme, enough=enough and size >= 5)
        for stance in STANCES:
            if enough and split[stance] >= 5:
                quote = {"theme": theme.id, "stance": stance, "text": QUOTES[stance], "start": 0, "end": 7}
                rows["quotes"].append(head | quote)
    for kind, stance in (("missnojd", "negativ"), ("forslag", "forslag"), ("bevara", "positiv")):
        ranked = sorted(sizes, key=lambda theme, stance=stance: -int(sizes[theme][stance]))
        for rank, theme in enumerate(ranked[:5], start=1):
            n = int(sizes[theme][stance])
            if enough and n >= 5:
                told = {"kind": kind, "rank": rank, "theme": theme, "n_respondents": n, "share": n / writers}
                rows["threads"].append(head | told)


def _theme_cell(head, theme, stance, group, n: int, writers: int, enough: bool) -> dict[str, object]:
    key = {"theme": theme, "stance": stance, "enps_group": group}
    if not enough or 0 < n < 5:
        return head | key | {"status": "hidden"}
    share = n / writers
    half = 1 / np.sqrt(writers)
    ends = {"low": max(share - half, 0.0), "high": min(share + half, 1.0)}
    return head | key | {"n_respondents": n, "share": share} | ends


def _estimate(head, theme, place: int, share: float) -> dict[str, object]:
    ends = {"low": max(round(share - 0.03, 2), 0.0), "high": round(share + 0.03, 2)}
    ranks = {"rank_low": max(place, 1), "rank_high": place + 2}
    return head | {"theme": theme, "share": round(share, 2)} | ends | ranks


def _topics(head, theme, number: int, size: int) -> list[dict[str, object]]:
    told = {"theme": theme, "words": "ord, ämne", "is_new": number % 5 == 0, "x": number / 20, "y": -0.5}
    whole = {"topic": theme, "kind": "tema", "label": "", "n_respondents": size}
    part = {
        "topic": f"{theme}.{number}",
        "kind": "deltema",
        "label": "Ord och ämne",
        "n_respondents": size // 3,
    }
    return [head | told | one for one in ((whole, part) if size >= 30 else (whole,))]


def _link_rows(rows, rng, head, theme, *, enough: bool) -> None:
    asked = {row["index_key"] for row in rows["indices"]}
    for key in tuple(key for key in theme.index_keys if key in asked) or ("",):
        told = {"theme": theme.id, "index_key": key}
        if not enough:
            rows["links"].append(head | told | {"status": "hidden"})
            continue
        impact = float(rng.normal(-1, 2))
        figures = {"enps_with": -30 + 3 * impact, "enps_without": -20.0, "impact": impact}
        figures |= {"low": impact - 0.5, "high": impact + 0.5, "q_value": float(rng.uniform(0, 0.5))}
        if key:
            low, high = load_instruments().index(key).value_range
            figures |= {"index_with": low + 0.61 * (high - low), "index_without": low + 0.66 * (high - low)}
        rows["links"].append(head | told | figures)


def _given_rows(rows, unit: str) -> None:
    """Last year's figures and those of the level above, given from outside."""
    own = {"wave": "2024", "level": 0, "unit": unit, "parent": "", "status": "shown", "source": "angiven"}
    above = own | {"level": -1, "unit": "Region Norrland"}
    rows["response"] += [own | {"response_rate": 0.735}, own | {"wave": "2023", "response_rate": 0.684}]
    rows["enps"] += [own | {"enps": -40.8}, above | {"enps": -36.0}, above | {"wave": "2025", "enps": -32.2}]


def _differences(rows: list[dict[str, object]], measure: str) -> None:
    """The differences a release carries, worked out from its own shown rows."""
    known = {
        (r["wave"], r["unit"], r.get("index_key")): r.get(measure) for r in rows if r["status"] == "shown"
    }
    for row in rows:
        value = row.get(measure)
        if value is None:
            continue
        earlier = [
            w for w, u, k in known if u == row["unit"] and k == row.get("index_key") and w < row["wave"]
        ]
        if earlier:
            row["diff_previous"] = value - known[max(earlier), row["unit"], row.get("index_key")]
        above = row["parent"] or ("Region Norrland" if row["level"] == 0 else "")
        reference = known.get((row["wave"], above, row.get("index_key")))
        if reference is not None:
            row["diff_parent"] = value - reference


def _certificate(name: str, n: int) -> dict[str, object]:
    settings = Settings()
    return {
        "name": name,
        "made_from": "0" * 64,
        "product": "0.1.0",
        "input_sha256": "1" * 64,
        "model_sha256": "2" * 64,
        "codebook_version": load_codebook().version,
        "settings": {key: getattr(settings, key) for key in settings.__dataclass_fields__},
        "rows": n + 3,
        "respondents": n,
        "left_out": {"Raden saknar enhet": 3},
        "missing_answers": 41,
        "comments": 2600,
        "non_answers": 103,
        "for_review": 12,
    }
