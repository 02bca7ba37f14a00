"""The region's staff survey of 2025, whose totals are those of the source report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
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
from region_units import AREAS, ORGANISATION, REGION, SMALL, Place, places, unit_path, workplace

from text_analysis.instruments import load_instruments
from text_analysis.records import Item

SEED = 2025
WAVE = "2025"
RESPONSES = 7153
PATIENT_CONTACT = 6352
GROUPS = {"kritiker": 3639, "passiva": 2442, "ambassadorer": 1017}  # the other 55 gave no score
SCORE_WEIGHTS = {
    "kritiker": {0: 7, 1: 4, 2: 8, 3: 13, 4: 14, 5: 27, 6: 27},
    "passiva": {7: 52, 8: 48},
    "ambassadorer": {9: 58, 10: 42},
}
# Mean answer 1–5 that each index aims at: the source's strong sides are motivation, leadership and
# colleagues, its weak ones workload, stress and emotional demands.
TARGETS = {
    "hme.motivation": 4.08, "hme.ledarskap": 4.22, "hme.styrning": 4.02, "hse": 4.05,
    "hse.trygg_narstaende": 4.11, "hse.patientdelaktighet": 3.62, "osa.rollkonflikter": 2.86,
    "osa.inflytande": 3.05, "osa.forutsagbarhet": 3.34, "osa.mojlighet_att_utfora": 3.45,
    "osa.rolltydlighet": 4.1, "osa.emotionella_krav": 3.3, "osa.arbetsmangd": 3.12,
    "osa.samarbete_kollegor": 4.24, "osa.rattvisa": 3.62, "osa.ledarkvalitet": 3.75,
    "osa.stod_fran_chef": 4.12, "osa.tillit_kollegor": 3.96, "osa.forandringar": 3.02,
    "osa.konflikt_arbete_privatliv": 2.74, "osa.stress": 2.98,
}  # fmt: skip
# How much patient contact is expected of each kind; the fewest are those who answer no.
CONTACT = {"administration": -4.0, "laboratorium": -1.5}
QUESTIONS = {
    "bevara": "Vad är viktigast att bevara på din arbetsplats?",
    "forbattra": "Vad behöver förbättras?",
    "ovrigt": "Övriga synpunkter",
}
ENPS_HEADER = (
    "Hur sannolikt är det att du skulle rekommendera Region Västerbotten som arbetsgivare "
    "till en vän eller bekant?"
)
CONTACT_HEADER = "Har du direkt eller indirekt patientkontakt i ditt arbete?"

Comment = Mapping[str, Any]


def asked_items() -> list[Item]:
    """The closed questions of this survey, HME and HSE first and OSA last."""
    return [item for item in load_instruments().items if item.index_key in TARGETS]


def headers() -> list[str]:
    """The header row: background, eNPS, question texts without their full stop, comments."""
    items = [item.text.removesuffix(".") for item in asked_items()]
    background = ["Löpnr", "År", "Område", "Arbetsplats", CONTACT_HEADER]
    return [*background, ENPS_HEADER, *items, *QUESTIONS.values()]


def region_table(comments: Sequence[Comment]) -> tuple[tuple[list[str], list[list[Cell]]], dict[str, int]]:
    """Header and rows of the export, and the employees of each workplace by its full path."""
    random = np.random.default_rng(SEED)
    every = places()
    employees = _employees(random, every)
    responses = _responses(random, employees)
    place_of = random.permutation(np.repeat(np.arange(len(every)), responses))
    mood = random.normal(0, 0.4, len(every))[place_of]
    written = _written(every, place_of, comments)
    enps = _scores(random, mood, written)
    contact = _contact(random, every, place_of)
    columns = _answers(random, enps, mood, place_of, written)
    rows = [
        [
            *(f"R{i + 1:05d}", WAVE, AREAS[every[place][0]][0], workplace(every[place])),
            *("Ja" if contact[i] else "Nej", int(enps[i]) if enps[i] >= 0 else "Vet ej"),
            *_closed(columns, i, bool(contact[i])),
            *_open(written.get(i, ())),
        ]
        for i, place in enumerate(place_of)
    ]
    sent = {unit_path(place): int(n) for place, n in zip(every, employees, strict=True)}
    return (headers(), rows), sent


def _closed(columns: Mapping[str, Sequence[Cell]], respondent: int, contact: bool) -> list[Cell]:
    """The respondent's answers; the survey tool asks about patient safety only those with patient contact."""
    asked = asked_items()
    return [
        "" if item.index_key.startswith("hse") and not contact else columns[item.key][respondent]
        for item in asked
    ]


def _open(comments: Sequence[Comment]) -> list[str]:
    texts = {comment["question"]: str(comment["text"]) for comment in comments}
    return [texts.get(question, "") for question in QUESTIONS]


def _employees(random: np.random.Generator, every: Sequence[Place]) -> Whole:
    """Sizes with a long tail, each area adding up to its number of employees."""
    sizes = np.array([SMALL.get(place, 0) for place in every])
    drawn = np.exp(random.normal(0, 0.55, len(every)))
    for area, (_, total) in AREAS.items():
        mine = [i for i, place in enumerate(every) if place[0] == area and place not in SMALL]
        small = sum(n for place, n in SMALL.items() if place[0] == area)
        sizes[mine] = shared_out(total - small, drawn[mine].tolist())
    return sizes


def _responses(random: np.random.Generator, employees: Whole) -> Whole:
    rate = np.clip(random.normal(0.745, 0.07, len(employees)), 0.5, 0.95)
    return shared_out(RESPONSES, (rate * employees).tolist(), employees.tolist())


def _written(
    every: Sequence[Place], place_of: Whole, comments: Sequence[Comment]
) -> dict[int, list[Comment]]:
    """Comments by respondent: each to one of its area and kind of workplace.

    Every fourth respondent also takes a comment to another question by someone with the same score,
    area and kind: in a survey with three questions some answer several.
    """
    free: dict[tuple[str, str], list[int]] = {}
    for respondent, place in enumerate(place_of):
        free.setdefault(every[place][:2], []).append(respondent)
    written: dict[int, list[Comment]] = {}
    open_for_more: dict[tuple[str, str, int], int] = {}
    for comment in comments:
        where = (comment["area"], comment["workplace"])
        kin = (*where, comment["enps"])
        partner = open_for_more.get(kin, -1)
        if partner >= 0 and comment["question"] not in {said["question"] for said in written[partner]}:
            written[open_for_more.pop(kin)].append(comment)
            continue
        respondent = free[where].pop()
        written[respondent] = [comment]
        if len(written) % 4 == 0:
            open_for_more[kin] = respondent
    return written


def _scores(random: np.random.Generator, mood: Numbers, written: Mapping[int, Sequence[Comment]]) -> Whole:
    """eNPS, −1 where there is none: the writers' own, and the rest so that the groups come out exactly."""
    scores = np.full(len(mood), -1)
    for respondent, comments in written.items():
        scores[respondent] = comments[0]["enps"]
    used = Counter(scores[scores >= 0].tolist())
    counts: dict[int, int] = {}
    for group, weights in SCORE_WEIGHTS.items():
        left = GROUPS[group] - sum(used[score] for score in weights)
        counts |= dict(zip(weights, shared_out(left, list(weights.values())).tolist(), strict=True))
    silent = random.permutation(np.flatnonzero(scores < 0))
    silent = silent[: sum(counts.values())]
    scores[silent] = scores_by_rank(mood[silent] + random.standard_normal(len(silent)), counts)
    return scores


def _contact(random: np.random.Generator, every: Sequence[Place], place_of: Whole) -> np.ndarray:
    expected = np.array([CONTACT.get(kind, 0.0) for _, kind, _ in every])[place_of]
    rank = np.argsort(-(expected + random.standard_normal(len(place_of))), kind="stable")
    contact = np.zeros(len(place_of), dtype=bool)
    contact[rank[:PATIENT_CONTACT]] = True
    return contact


def _answers(
    random: np.random.Generator,
    enps: Whole,
    mood: Numbers,
    place_of: Whole,
    written: Mapping[int, Sequence[Comment]],
) -> dict[str, list[int | str]]:
    """Answers by item: eNPS, the workplace, what the respondent wrote, the index's own factor, chance."""
    n = len(enps)
    instruments = load_instruments()
    shifts = shifts_of_comments([(i, comment) for i, said in written.items() for comment in said], n)
    person = 0.55 * standardised(np.where(enps < 0, np.mean(enps), enps)) + 0.4 * random.standard_normal(n)
    columns: dict[str, list[int | str]] = {}
    for key, target in TARGETS.items():
        at_work = random.normal(0, 0.3, place_of.max() + 1)[place_of]  # units that stick out in this index
        factor = person + 0.5 * mood + at_work + 0.5 * random.standard_normal(n)
        good = standardised(factor) + shifts.get(key, np.zeros(n))
        high_is_good = -1 if instruments.index(key).high_is_bad else 1
        for item in asked_items():
            if item.index_key == key:
                latent = standardised(high_is_good * good + 0.7 * random.standard_normal(n))
                aim = target + random.uniform(-0.12, 0.12)
                columns[item.key] = with_gaps(random, on_scale(latent, aim, (1, 5), 1.05), 0.012)
    return columns


def region_mapping(employees: Mapping[str, int]) -> dict[str, object]:
    """The mapping that reads the export, with last year's and the whole region's figures as given."""
    header = headers()
    first_item = header.index(ENPS_HEADER) + 1
    keys = [item.key for item in asked_items()]
    given = [
        ("2023", "", "response_rate", 0.684),
        ("2024", "", "response_rate", 0.735),
        ("2024", "", "enps", -40.8),
        ("2024", REGION, "enps", -36.0),
        ("2025", REGION, "enps", -32.2),
    ]
    return {
        "version": 1,
        "name": "Hälso- och sjukvårdsförvaltningen 2025",
        "organisation": ORGANISATION,
        "unit": ["Område", "Arbetsplats"],
        "enps": ENPS_HEADER,
        "respondent": "Löpnr",
        "wave": {"column": "År"},
        "patient_contact": {"column": CONTACT_HEADER, "yes": ["Ja"]},
        "comments": {question: question for question in QUESTIONS.values()},
        "items": dict(zip(header[first_item : first_item + len(keys)], keys, strict=True)),
        "sent": [{"wave": WAVE, "unit": unit, "n": n} for unit, n in employees.items()],
        "comparison": [
            {"wave": wave, "unit": unit, "index_key": key, "value": value} for wave, unit, key, value in given
        ],
    }
