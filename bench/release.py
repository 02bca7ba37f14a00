"""How long the gate takes on a dense made-up region, beside what it takes to compute the measures.

`python bench/release.py [UNITS]` makes two waves of 7,153 respondents in `UNITS` units (default 100) of six
areas who answer every question of HME, HSE and OSA, six in ten with a comment, coded in 27 themes and four
stances. It prints processor seconds, the gate as a multiple of the measures (much the same on any machine),
and the share of cells that each stage of the gate hides.
"""

from __future__ import annotations

import sys
import time

import numpy as np
import pandas as pd

from text_analysis import indices, link, tables
from text_analysis.codebook import load_codebook
from text_analysis.index_values import enps_groups
from text_analysis.instruments import load_instruments
from text_analysis.records import STANCES, Measures, Survey
from text_analysis.release import release
from text_analysis.settings import Settings

N_AREAS = 6
N_RESPONDENTS = 7153
WAVES = ("2024", "2025")
WRITE = 0.6
CONTACT = 0.88  # of the respondents have patient contact
INSTRUMENTS = ("hme", "hse", "osa")


def made_survey(n_units: int, draw: np.random.Generator) -> Survey:
    """A survey of made-up answers; unit sizes are spread as those of a real region."""
    items = [item for item in load_instruments().items if item.index_key.split(".")[0] in INSTRUMENTS]
    weight = draw.lognormal(0, 0.8, n_units)
    parts = []
    for wave in WAVES:
        unit = draw.choice(n_units, N_RESPONDENTS, p=weight / weight.sum())
        mood = draw.normal(0, 1, N_RESPONDENTS) + draw.normal(0, 0.4, n_units)[unit]
        answers = {
            item.key: np.clip(np.rint(3.4 + 0.6 * mood + draw.normal(0, 0.9, N_RESPONDENTS)), 1, 5)
            for item in items
        }
        parts.append(
            pd.DataFrame(
                {
                    "wave": wave,
                    "unit": [f"Region > Område {u % N_AREAS} > Enhet {u:03d}" for u in unit],
                    "enps": np.clip(np.rint(5.8 + 1.8 * mood + draw.normal(0, 1.4, N_RESPONDENTS)), 0, 10),
                    "patient_contact": draw.random(N_RESPONDENTS) < CONTACT,
                    **answers,
                }
            )
        )
    people = pd.concat(parts, ignore_index=True)
    people.insert(0, "respondent_id", [f"p{i}" for i in range(len(people))])
    respondents = tables.check(people, tables.RESPONDENTS, extra=True)
    return Survey(
        name="Prov", respondents=respondents, items=tuple(items), comments=(), sent=tables.SENT.empty(),
        comparisons=tables.COMPARISONS.empty(), rejections=(), missing_answers={}, n_rows=len(people),
        sha256="",
    )  # fmt: skip


def coded_comments(survey: Survey, draw: np.random.Generator) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Comments of six in ten, with one to three themes each; the most common is ten times the rarest."""
    who = survey.respondents.assign(enps_group=enps_groups(survey.respondents["enps"]))
    wrote = who[draw.random(len(who)) < WRITE].reset_index(drop=True)
    comments = wrote[["respondent_id", "wave", "unit", "enps_group"]].assign(
        comment_id=[f"c{i}" for i in range(len(wrote))], question="", text_hash="", masked="Vi är för få.",
        content=True, language="sv", review=False, reasons="", quasi_score=0,
    )  # fmt: skip
    themes = np.array([theme.id for theme in load_codebook().themes])
    common = np.geomspace(1, 0.1, len(themes))
    rows = [
        (comment, person, theme, STANCES[draw.integers(0, len(STANCES))], 0.9, 0, 3)
        for comment, person in zip(comments["comment_id"], comments["respondent_id"], strict=True)
        for theme in draw.choice(themes, draw.integers(1, 4), replace=False, p=common / common.sum())
    ]
    assignments = pd.DataFrame(rows, columns=list(tables.ASSIGNMENTS.columns))
    return tables.check(comments, tables.COMMENTS), tables.check(assignments, tables.ASSIGNMENTS)


def measured(survey: Survey, comments: pd.DataFrame, assignments: pd.DataFrame) -> Measures:
    """Every statistic of the made-up region; it has no quotes."""
    writers = comments.assign(n_comments=1, has_theme=True)[
        ["respondent_id", "n_comments", "content", "has_theme"]
    ]
    codebook, instruments = load_codebook(), load_instruments()
    return Measures(
        response=indices.measure_response(survey, writers),
        enps=indices.measure_enps(survey),
        indices=indices.measure_indices(survey, instruments),
        distribution=indices.measure_distribution(survey, instruments),
        themes=link.measure_themes(survey, comments, assignments),
        prevalence=tables.PREVALENCE.empty(),
        links=link.measure_links(survey, comments, assignments, codebook),
        quotes=tables.QUOTES.empty(),
        topics=tables.TOPICS.empty(),
    )


def main(n_units: int) -> None:
    """Measure and print."""
    draw = np.random.default_rng(2025)
    survey = made_survey(n_units, draw)
    comments, assignments = coded_comments(survey, draw)
    start = time.process_time()
    measures = measured(survey, comments, assignments)
    measuring = time.process_time() - start
    start = time.process_time()
    released = release(
        "Prov", measures, settings=Settings(), codebook=load_codebook(), certificate={"name": "Prov"}
    )
    gate = time.process_time() - start
    print(f"measures {measuring:.1f} s, gate {gate:.1f} s = {gate / measuring:.1f} times the measures")
    audit = released.certificate["audit"]
    for layer, cells in audit["cells"].items():  # type: ignore[index]
        shares = {
            stage: f"{n / max(cells['cells'], 1):.1%}" for stage, n in cells.items() if stage != "cells"
        }
        print(f"{layer:14} {cells['cells']:7} cells {shares}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
