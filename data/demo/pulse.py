"""The municipal pulse of 2023: three waves whose totals are those of the source report for May."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from answers import (
    Numbers,
    Whole,
    on_scale,
    scores_by_rank,
    shared_out,
    shifts_of_comments,
    standardised,
    with_gaps,
)
from files import Cell

from text_analysis.instruments import load_instruments

SEED = 2023
LARGE_UNIT = 20  # staff comes and goes in units of at least this many
ORGANISATION = "Socialförvaltningen"
CHEFER = "Chefsgruppen"  # every manager is in one group of answers of its own, without units

# avdelning → group of the comments → unit → people asked in May; invented names
UNITS: dict[str, dict[str, dict[str, int]]] = {
    "Äldreomsorg": {
        "sabo": {
            "Björken": 62, "Ekbacken": 58, "Lindgården": 55, "Solgården": 48, "Tallhöjden": 41,
            "Åsgläntan": 38, "Korttidsboendet Ängen": 26, "Växelvården": 12,
        },
        "hemtjanst": {
            "Hemtjänst norr": 58, "Hemtjänst söder": 54, "Hemtjänst centrum": 52, "Hemtjänst öster": 47,
            "Hemtjänst väster": 44, "Hemtjänst landsbygd": 33, "Trygghetslarm": 14,
            "Hemtjänstens planering": 8,
        },
        "natt": {"Nattpatrull norr": 34, "Nattpatrull söder": 31, "Natt särskilt boende": 25},
    },
    "Funktionshinder": {
        "lss": {
            "Gruppbostad Granen": 24, "Gruppbostad Hasseln": 22, "Gruppbostad Kastanjen": 21,
            "Gruppbostad Rönnen": 20, "Gruppbostad Syrenen": 18, "Servicebostad Klippan": 17,
            "Servicebostad Fyren": 15, "Korttids Regnbågen": 13,
        },
        "daglig": {
            "Daglig verksamhet Verkstaden": 22, "Daglig verksamhet Caféet": 16,
            "Daglig verksamhet Media": 13, "Daglig verksamhet Ute": 9,
        },
        "assistans": {"Assistans grupp 1": 29, "Assistans grupp 2": 26, "Assistans grupp 3": 20},
        "boendestod": {"Boendestöd centrum": 27, "Boendestöd ytter": 17, "Mobila teamet": 6},
    },
    "Individ- och familjeomsorg": {
        "ifo": {
            "Barn och unga utredning": 28, "Vuxenenheten": 19, "Ekonomiskt bistånd": 18,
            "Familjehemsenheten": 9, "Öppenvården": 7, "Familjerätten": 4,
        },
        "hvb": {"HVB Stigen": 21, "HVB Ankaret": 14},
    },
    "Stab": {"admin": {"Administration": 10, "Utveckling och kvalitet": 4}},
    CHEFER: {"chefer": {"": 30}},
}  # fmt: skip

# answers per group in May; the other waves share out their totals in the same proportion
ANSWERS_MAY = {
    "sabo": 222, "hemtjanst": 198, "natt": 57, "lss": 105, "daglig": 44, "assistans": 48,
    "boendestod": 37, "ifo": 66, "hvb": 26, "chefer": 28, "admin": 12,
}  # fmt: skip
SCORE_WEIGHTS = {  # how scores lie within each eNPS group
    "kritiker": {0: 2, 1: 3, 2: 5, 3: 10, 4: 18, 5: 36, 6: 26},
    "passiva": {7: 48, 8: 52},
    "ambassadorer": {9: 57, 10: 43},
}


@dataclass(frozen=True)
class Wave:
    """What a wave must add up to: people asked and answers in all, eNPS groups, mean of each factor."""

    name: str
    change: int  # people asked compared with May
    groups: Mapping[str, int]
    means: Mapping[str, float]


WAVES = (
    Wave(  # instruments.yaml, municipal_pulse_may_2023: 843 answers, eNPS 118/843 = +14
        "2023-05",
        0,
        {"kritiker": 202, "passiva": 321, "ambassadorer": 320},
        {"halsa": 7.6, "larande": 7.7, "ledarskap": 8.2, "kommunikation": 7.8, "sjalvstyre": 7.9},
    ),
    Wave(  # the schedule complaints are gone: better health and more say
        "2023-09",
        5,
        {"kritiker": 183, "passiva": 308, "ambassadorer": 321},
        {"halsa": 7.7, "larande": 7.7, "ledarskap": 8.2, "kommunikation": 7.9, "sjalvstyre": 8.1},
    ),
    Wave(  # pay and a new app: fewer would recommend
        "2023-12",
        -3,
        {"kritiker": 212, "passiva": 313, "ambassadorer": 304},
        {"halsa": 7.5, "larande": 7.6, "ledarskap": 8.2, "kommunikation": 7.7, "sjalvstyre": 7.9},
    ),
)
FACTORS = ("halsa", "larande", "ledarskap", "kommunikation", "sjalvstyre")
ENPS_HEADER = (
    "Hur sannolikt är det att du skulle rekommendera Socialförvaltningen som arbetsgivare "
    "till en vän eller bekant? (0-10)"
)
COMMENT_HEADER = "Kommentera gärna ditt svar"


def headers() -> list[str]:
    """The header row: question texts with their numbers, as a survey tool exports them."""
    texts = {item.index_key: item.text for item in load_instruments().items}
    questions = [f"{i}. {texts[f'frisk.{factor}']}" for i, factor in enumerate(FACTORS, start=1)]
    return ["Svars-ID", "Mätning", "Avdelning", "Enhet", *questions, ENPS_HEADER, COMMENT_HEADER]


def pulse_table(
    comments: Sequence[Mapping[str, Any]],
) -> tuple[tuple[list[str], list[list[Cell]]], list[dict[str, Any]]]:
    """Header and rows of the export, and the people asked per wave and unit for the mapping."""
    random = np.random.default_rng(SEED)
    places = [
        (avdelning, group, unit)
        for avdelning, groups in UNITS.items()
        for group, units in groups.items()
        for unit in units
    ]
    mood = random.normal(0, 0.35, len(places))  # a unit keeps its mood over the waves
    rows: list[list[Cell]] = []
    sent: list[dict[str, Any]] = []
    for wave in WAVES:
        asked = _asked(random, places, wave.change)
        written = [comment for comment in comments if comment["wave"] == wave.name]
        rows += _wave_rows(random, wave, places, asked, mood, written)
        sent += [
            {"wave": wave.name, "unit": unit_path(place), "n": int(n)}
            for place, n in zip(places, asked, strict=True)
        ]
    numbered = [[f"S{number:05d}", *row] for number, row in enumerate(rows, start=1)]
    return (headers(), numbered), sent


def unit_path(place: tuple[str, str, str]) -> str:
    """The full path of a unit, without the level it lacks."""
    return " > ".join(part for part in (ORGANISATION, place[0], place[2]) if part)


def _asked(random: np.random.Generator, places: list[tuple[str, str, str]], change: int) -> Whole:
    asked = np.array([UNITS[avdelning][group][unit] for avdelning, group, unit in places])
    large = np.flatnonzero(asked >= LARGE_UNIT)
    moved = random.choice(large, abs(change), replace=False)
    asked[moved] += np.sign(change)
    return asked


def _answering(wave: Wave, places: list[tuple[str, str, str]], asked: Whole) -> Whole:
    """The place of each respondent: each group's answers shared out over its units by people asked."""
    per_group = shared_out(sum(wave.groups.values()), list(ANSWERS_MAY.values()))
    of: list[int] = []
    for group, n in zip(ANSWERS_MAY, per_group, strict=True):
        mine = [i for i, place in enumerate(places) if place[1] == group]
        shares = shared_out(int(n), asked[mine].tolist(), asked[mine].tolist())
        of += np.repeat(mine, shares).tolist()
    return np.array(of)


def _wave_rows(
    random: np.random.Generator,
    wave: Wave,
    places: list[tuple[str, str, str]],
    asked: Whole,
    mood: Numbers,
    written: Sequence[Mapping[str, Any]],
) -> list[list[Cell]]:
    place_of = random.permutation(_answering(wave, places, asked))
    group_of = np.array([places[i][1] for i in place_of])
    writer_of = _writers(group_of, written)
    enps = _scores(random, wave, mood[place_of], writer_of)
    shifts = shifts_of_comments(list(writer_of.items()), len(place_of))
    person = 0.75 * standardised(enps.astype(float)) + 0.5 * mood[place_of]
    person += 0.5 * random.standard_normal(len(place_of))
    columns = [
        _factor(random, factor, wave, person, group_of, shifts.get(f"frisk.{factor}")) for factor in FACTORS
    ]
    texts = [str(writer_of[i]["text"]) if i in writer_of else "" for i in range(len(place_of))]
    units = [(places[i][0], places[i][2]) for i in place_of]
    return [
        [wave.name, *unit, *(column[i] for column in columns), int(enps[i]), texts[i]]
        for i, unit in enumerate(units)
    ]


def _writers(group_of: np.ndarray, written: Sequence[Mapping[str, Any]]) -> dict[int, Mapping[str, Any]]:
    """Each comment to a respondent of its group; respondents stand in random order already."""
    free = {group: list(np.flatnonzero(group_of == group)) for group in ANSWERS_MAY}
    return {int(free[comment["group"]].pop()): comment for comment in written}


def _scores(
    random: np.random.Generator, wave: Wave, mood: Numbers, writer_of: Mapping[int, Mapping[str, Any]]
) -> Whole:
    """The writers' own scores, and the rest so that the wave's groups come out exactly."""
    used = Counter(int(comment["enps"]) for comment in writer_of.values())
    counts: dict[int, int] = {}
    for group, weights in SCORE_WEIGHTS.items():
        left = wave.groups[group] - sum(used[score] for score in weights)
        counts |= dict(zip(weights, shared_out(left, list(weights.values())).tolist(), strict=True))
    silent = np.array([i for i in range(len(mood)) if i not in writer_of])
    scores = np.empty(len(mood), dtype=np.int64)
    scores[silent] = scores_by_rank(mood[silent] + random.standard_normal(len(silent)), counts)
    for i, comment in writer_of.items():
        scores[i] = comment["enps"]
    return scores


def _factor(
    random: np.random.Generator,
    factor: str,
    wave: Wave,
    person: Numbers,
    group_of: np.ndarray,
    shift: Numbers | None,
) -> list[Cell]:
    latent = standardised(person + 0.8 * random.standard_normal(len(person)))
    if shift is not None:
        latent = latent + shift
    if factor == "kommunikation":  # as in the source: the managers stick out with a lower mean
        latent = latent - 0.9 * (group_of == "chefer")
    answers = on_scale(latent, wave.means[factor], (1, 10), 1.9)
    return list(with_gaps(random, answers, 0.006))


def pulse_mapping(sent: list[dict[str, Any]]) -> dict[str, object]:
    """The mapping that reads the export."""
    header = headers()
    return {
        "version": 1,
        "name": "Socialförvaltningen, pulsmätning 2023",
        "organisation": ORGANISATION,
        "unit": ["Avdelning", "Enhet"],
        "enps": ENPS_HEADER,
        "respondent": "Svars-ID",
        "wave": {"column": "Mätning"},
        "comments": {COMMENT_HEADER: COMMENT_HEADER},
        "items": {column: f"frisk.{factor}.1" for column, factor in zip(header[4:9], FACTORS, strict=True)},
        "sent": sent,
    }
