"""Every figure of the two source reports falls out of the bundled surveys (instruments.yaml, reference)."""

from __future__ import annotations

import json

import pandas as pd
import pytest
import yaml

from tests.small_survey import row_of
from text_analysis import tables
from text_analysis.index_values import enps_groups
from text_analysis.indices import measure_distribution, measure_enps, measure_indices, measure_response
from text_analysis.instruments import load_instruments
from text_analysis.link import measure_themes
from text_analysis.places import DATA

INSTRUMENTS = load_instruments()
REFERENCE = yaml.safe_load((DATA / "instruments.yaml").read_text(encoding="utf-8"))["reference"]
REGION = REFERENCE["region_2025"]
PULSE = REFERENCE["municipal_pulse_may_2023"]
HSF = "Hälso- och sjukvårdsförvaltningen"
SF = "Socialförvaltningen"
ABOVE = "Region Västerbotten"


@pytest.fixture(scope="module")
def region_enps(region):
    return measure_enps(region)


@pytest.fixture(scope="module")
def region_indices(region):
    return measure_indices(region, INSTRUMENTS)


@pytest.fixture(scope="module")
def pulse_enps(pulse):
    return measure_enps(pulse)


@pytest.fixture(scope="module")
def pulse_indices(pulse):
    return measure_indices(pulse, INSTRUMENTS)


def response_of(survey):
    """The response table, every comment taken as one with content."""
    counts = pd.Series([comment.respondent_id for comment in survey.comments], dtype="str").value_counts()
    writers = pd.DataFrame({"respondent_id": counts.index, "n_comments": counts.to_numpy()})
    return measure_response(survey, writers.assign(content=True, has_theme=False))


# The region's staff survey of 2025 ---------------------------------------------------------------


def test_the_region_has_its_response_rate_and_history(region):
    """7 153 av 9 597 is 74,5 %, after 68,4 and 73,5 %."""
    table = response_of(region)
    now = row_of(table, wave="2025", unit=HSF)
    assert now[["responses", "sent"]].tolist() == [REGION["responses"], REGION["employees"]]
    history = table[table["unit"] == HSF].set_index("wave")["response_rate"]
    rates = {int(wave): round(100 * float(rate), 1) for wave, rate in history.items()}
    assert rates == REGION["response_rate_history_pct"]


def test_the_regions_enps_is_counted_and_not_made_of_rounded_shares(region_enps):
    """−36,9 from 1 017, 2 442 and 3 639; the rounded shares would give −37,0."""
    row = row_of(region_enps, wave="2025", unit=HSF)
    counts = {name: int(row[name]) for name in REGION["enps_counts"]}
    assert counts == REGION["enps_counts"]
    assert {name: round(100 * n / row["n"], 1) for name, n in counts.items()} == REGION["enps_shares_pct"]
    assert (row["n"], round(row["enps"], 1)) == (7098, REGION["enps"])
    assert (round(row["low"], 1), round(row["high"], 1)) == (-38.6, -35.2)


def test_the_region_is_compared_with_last_year_and_with_the_level_above(region_enps):
    """+3,9 since 2024; the whole region −32,2 after −36,0, that is +3,8."""
    own = row_of(region_enps, wave="2025", unit=HSF)
    above = row_of(region_enps, wave="2025", unit=ABOVE)
    before = row_of(region_enps, wave="2024", unit=HSF)
    assert before["enps"] == REGION["enps_2024"]
    assert round(own["diff_previous"], 1) == REGION["enps_diff"]
    assert above["enps"] == REGION["enps_parent"][2025]
    assert round(above["diff_previous"], 1) == REGION["enps_parent"]["diff"]
    assert own["diff_parent"] == pytest.approx(own["enps"] - above["enps"])


def test_patient_safety_is_counted_on_those_with_patient_contact(region, region_indices):
    """6 352 of 7 153 answer about HSE, everyone about HME; the index is made of nine items."""
    for key in ("hse", "hse.trygg_narstaende"):
        n = row_of(region_indices, wave="2025", unit=HSF, index_key=key)["n"]
        assert REGION["patient_contact_n"] * 0.97 < n <= REGION["patient_contact_n"]
    assert row_of(region_indices, unit=HSF, index_key="hse")["n"] == REGION["patient_contact_n"]
    assert row_of(region_indices, unit=HSF, index_key="hme.motivation")["n"] == REGION["responses"]
    assert sum(item.index_key == "hse" for item in region.items) == 9


def test_the_region_has_plausible_levels(region_indices):
    """Strong sides and strains as in the report: leadership and colleagues high, workload and stress too."""
    values = region_indices[region_indices["unit"] == HSF].set_index("index_key")["value"].astype(float)
    assert 76 <= values["hme"] <= 79
    assert 75 <= values["hse"] <= 78
    assert values["hme"] == pytest.approx(
        (values["hme.motivation"] + values["hme.ledarskap"] + values["hme.styrning"]) / 3
    )
    assert values["osa.samarbete_kollegor"] > 75
    assert values[["osa.arbetsmangd", "osa.emotionella_krav", "osa.stress"]].between(45, 65).all()


def test_the_region_has_six_areas_and_a_hundred_units(region_enps):
    """Every level adds up to the same people, and some units are too small to be shown."""
    now = region_enps[(region_enps["wave"] == "2025") & (region_enps["source"] == "svar")]
    assert now.groupby("level").size().to_dict()[1] == 6
    assert now.groupby("level").size().to_dict()[2] == 101
    assert set(now.groupby("level")["n"].sum()) == {7098}
    assert (now["n"] < 5).sum() >= 2
    assert 50 <= now.loc[now["level"] == 2, "n"].median() <= 70


def test_the_regions_answers_are_all_in_the_distribution(region):
    """Shares add up for every unit and item."""
    table = measure_distribution(region, INSTRUMENTS)
    sums = table.groupby(["unit", "item"])["share"].sum().to_numpy(dtype=float)
    assert sums == pytest.approx(1)
    assert table["item"].nunique() == len(region.items) == 9 + 11 + 30


# The municipal pulse of May 2023 -----------------------------------------------------------------


def test_the_pulse_has_its_response_rate_and_comments(pulse):
    """843 av 1 239 is 68 %, and 305 wrote a comment."""
    row = row_of(response_of(pulse), wave="2023-05", unit=SF)
    assert row[["sent", "responses"]].tolist() == [PULSE["sent"], PULSE["responses"]]
    assert round(100 * row["response_rate"]) == PULSE["response_rate_pct"]
    assert row["n_comments"] == row["n_writers"] == PULSE["comments"]


def test_the_pulse_has_its_five_means(pulse_indices):
    """To one decimal, with leadership, autonomy and communication on top."""
    may = pulse_indices[(pulse_indices["wave"] == "2023-05") & (pulse_indices["unit"] == SF)]
    values = may.set_index("index_key")["value"].astype(float)
    means = {name: values[f"frisk.{name}"] for name in PULSE["means"]}
    assert {name: round(mean, 1) for name, mean in means.items()} == PULSE["means"]
    assert sorted(means, key=means.__getitem__, reverse=True)[:3] == PULSE["top3_factors"]


def test_the_pulse_has_its_enps(pulse_enps):
    """+14 of 843 answers."""
    row = row_of(pulse_enps, wave="2023-05", unit=SF)
    assert (row["n"], round(row["enps"])) == (PULSE["responses"], PULSE["enps"])


def test_the_pulse_has_a_trend_to_talk_about(pulse_enps, pulse_indices):
    """Up in September when the schedules were mended, down in December."""
    enps = pulse_enps[pulse_enps["unit"] == SF].set_index("wave")["diff_previous"]
    assert enps["2023-09"] > 0 > enps["2023-12"]
    september = pulse_indices[(pulse_indices["wave"] == "2023-09") & (pulse_indices["unit"] == SF)]
    assert (
        september.set_index("index_key")["diff_previous"][["frisk.halsa", "frisk.sjalvstyre"]].gt(0.05).all()
    )


def test_the_managers_stick_out_on_communication(pulse_indices):
    """Their group of answers lies far below the rest."""
    row = row_of(pulse_indices, wave="2023-05", unit=f"{SF} > Chefsgruppen", index_key="frisk.kommunikation")
    assert row["diff_parent"] < -0.8


# What the hand-written labels say ----------------------------------------------------------------


def labelled_themes(survey, name):
    """The theme table as it would be with a coder that agrees with the hand-made labels."""
    lines = (DATA / "demo" / name).read_text(encoding="utf-8").splitlines()
    gold = {comment["text"]: comment for comment in map(json.loads, lines)}
    who = survey.respondents.assign(enps_group=enps_groups(survey.respondents["enps"]))
    comments = pd.DataFrame(
        {
            "comment_id": [comment.id for comment in survey.comments],
            "respondent_id": [comment.respondent_id for comment in survey.comments],
            "masked": [comment.text for comment in survey.comments],
            "content": [gold[comment.text]["content"] for comment in survey.comments],
        }
    ).merge(who[["respondent_id", "wave", "unit", "enps_group"]], on="respondent_id")
    comments = comments.assign(
        question="", text_hash="", language="sv", review=False, reasons="", quasi_score=0
    )
    labels = [
        (comment.id, comment.respondent_id, label["theme"], label["stance"], 1.0, 0, 1)
        for comment in survey.comments
        for label in gold[comment.text]["labels"]
    ]
    assignments = pd.DataFrame(labels, columns=list(tables.ASSIGNMENTS.columns))
    return measure_themes(
        survey, tables.check(comments, tables.COMMENTS), tables.check(assignments, tables.ASSIGNMENTS)
    )


@pytest.mark.parametrize(
    ("stance", "threads"), [("negativ", "threads_negative"), ("forslag", "threads_suggestion")]
)
def test_the_red_threads_of_may_are_in_the_labels(pulse, stance, threads):
    """The report's three threads of criticism and of suggestions are the largest themes, in any order."""
    table = labelled_themes(pulse, "puls_kommentarer.jsonl")
    cells = table[(table["unit"] == SF) & (table["wave"] == "2023-05") & (table["enps_group"] == "alla")]
    largest = cells[cells["stance"] == stance].sort_values("n_respondents", ascending=False)["theme"]
    wanted = {theme for thread in PULSE[threads] for theme in thread}
    assert wanted <= set(largest.head(len(wanted) + 1))
