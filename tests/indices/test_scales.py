"""Index values, their parts and intervals, and the distribution of answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.small_survey import FEW, items_of, row_of, survey_of
from text_analysis.indices import measure_distribution, measure_indices
from text_analysis.instruments import load_instruments

INSTRUMENTS = load_instruments()
HME = items_of("hme.motivation", "hme.ledarskap", "hme.styrning")
MOTIVATION = items_of("hme.motivation")
ORGANISING = INSTRUMENTS.index("osa.dimension.arbetets_organisering").part_keys

PEOPLE = st.lists(
    st.fixed_dictionaries(
        {"unit": st.sampled_from(["R > A", "R > B > 1", "R"])}
        | {item.key: st.none() | st.integers(1, 5) for item in MOTIVATION}
    ),
    min_size=1,
    max_size=25,
)


def all_items(items, value, **fields):
    return fields | {item.key: value for item in items}


def indices_of(rows, items, **given_figures):
    return measure_indices(survey_of(rows, items=items, **given_figures), INSTRUMENTS)


def test_an_index_is_the_mean_of_respondents_own_means():
    """Someone who answered one item weighs as much as someone who answered all."""
    rows = [{"hme.motivation.1": 5}, all_items(MOTIVATION, 1)]
    row = row_of(indices_of(rows, MOTIVATION), index_key="hme.motivation")
    assert row[["n", "value"]].tolist() == [2, 50.0]


def test_those_who_answered_no_item_are_not_counted():
    """Counted are the respondents with at least one answer; a unit without any has no row."""
    rows = [all_items(MOTIVATION, 5, unit="R > A"), {"unit": "R > B"}]
    table = indices_of(rows, MOTIVATION)
    assert row_of(table, unit="R")["n"] == 1
    assert "R > B" not in set(table["unit"])


def test_the_items_own_scale_counts():
    """An organisation that asks on 0–4 gets the same index for its highest answer."""
    items = [replace(item, scale=(0, 4)) for item in MOTIVATION]
    assert indices_of([all_items(items, 3)], items).loc[0, "value"] == 75


def test_hme_is_the_mean_of_its_parts_and_counts_those_with_all_three():
    """A part answered by more people keeps its own value in the total."""
    rows = [all_items(HME, 5), all_items(MOTIVATION, 1)]
    table = indices_of(rows, HME)
    assert row_of(table, index_key="hme.motivation")[["n", "value"]].tolist() == [2, 50.0]
    assert row_of(table, index_key="hme")["n"] == 1
    assert row_of(table, index_key="hme")["value"] == pytest.approx((50 + 100 + 100) / 3)


def test_hme_has_no_value_unless_all_parts_are_asked():
    """Two of three parts are not HME."""
    table = indices_of([all_items(HME[:6], 4)], HME[:6])
    assert set(table["index_key"]) == {"hme.motivation", "hme.ledarskap"}


def test_a_dimension_that_mixes_directions_turns_the_themes_where_high_is_bad():
    """No role conflicts and full marks elsewhere is 100, not 80."""
    items = items_of(*ORGANISING)
    answers = {item.key: 1 if item.index_key == "osa.rollkonflikter" else 5 for item in items}
    table = indices_of([answers], items)
    assert row_of(table, index_key="osa.rollkonflikter")["value"] == 0
    assert row_of(table, index_key="osa.dimension.arbetets_organisering")["value"] == 100


def test_a_dimension_where_high_is_bad_throughout_is_not_turned():
    """High demands are a high value of Krav."""
    items = items_of("osa.emotionella_krav", "osa.arbetsmangd")
    table = indices_of([all_items(items, 5)], items)
    assert row_of(table, index_key="osa.dimension.krav")["value"] == 100
    assert INSTRUMENTS.index("osa.dimension.krav").high_is_bad


def test_patient_safety_counts_those_with_patient_contact_only():
    """Answers without patient contact, or without knowing, are left out of HSE but not of HME."""
    items = (*MOTIVATION, *items_of("hse", "hse.trygg_narstaende"))
    rows = [all_items(items, value, patient_contact=yes) for value, yes in ((5, True), (1, False), (1, None))]
    survey = survey_of(rows, items=items)
    table = measure_indices(survey, INSTRUMENTS)
    assert row_of(table, index_key="hse")[["n", "value"]].tolist() == [1, 100.0]
    assert row_of(table, index_key="hse.trygg_narstaende")["n"] == 1
    assert row_of(table, index_key="hme.motivation")["n"] == 3
    distribution = measure_distribution(survey, INSTRUMENTS)
    assert set(distribution.loc[distribution["index_key"] == "hse", "n"]) == {1}


def test_without_a_question_on_patient_contact_everyone_who_answered_counts():
    """Then the survey tool has chosen who is asked about patient safety."""
    items = items_of("hse")
    assert indices_of([all_items(items, 5), {}], items).loc[0, "n"] == 1


def test_the_pulse_keeps_its_own_scale():
    """Factors are means on 1–10."""
    items = items_of("frisk.halsa")
    table = indices_of([{"frisk.halsa.1": 7}, {"frisk.halsa.1": 8}], items)
    assert table.loc[0, "value"] == 7.5


def test_the_interval_is_students_t():
    """Six answers with mean 50 and variance 250: ± t(5 degrees) · √(250/6)."""
    item = items_of("hse.trygg_narstaende")
    rows = [{item[0].key: answer} for answer in (2, 3, 3, 3, 3, 4)]
    row = indices_of(rows, item).iloc[0]
    half = 2.570582 * (250**0.5) / 6**0.5  # t with 5 degrees, variance 250
    assert row[["low", "high"]].tolist() == pytest.approx([50 - half, 50 + half], abs=1e-4)


def test_one_answer_has_no_interval():
    """Nothing is known about the spread."""
    assert indices_of([{"frisk.halsa.1": 7}], items_of("frisk.halsa")).loc[0, ["low", "high"]].isna().all()


def test_differences_follow_the_waves_of_the_index_itself():
    """A pulse in between that did not ask HME is not its previous wave."""
    items = (*MOTIVATION, *items_of("frisk.halsa"))
    rows = [
        all_items(MOTIVATION, 3, wave="2023-01"),
        {"frisk.halsa.1": 7, "wave": "2023-05"},
        all_items(MOTIVATION, 4, wave="2023-10"),
    ]
    table = indices_of(rows, items, comparisons=[("2023-10", "SKR", "hme.motivation", 70.0)])
    row = row_of(table, wave="2023-10", unit="R", index_key="hme.motivation")
    assert row[["diff_previous", "diff_parent"]].tolist() == [25.0, 5.0]


def test_every_answer_on_the_scale_has_its_row():
    """Answers nobody chose are 0, and the shares add up."""
    table = measure_distribution(
        survey_of([{"frisk.halsa.1": 7}, {"frisk.halsa.1": 7}], items=items_of("frisk.halsa")), INSTRUMENTS
    )
    assert table["answer"].tolist() == list(range(1, 11))
    assert table["share"].tolist() == [0, 0, 0, 0, 0, 0, 1, 0, 0, 0]


@pytest.mark.parametrize(
    ("answer", "shares"),
    [
        pytest.param(4 - 1e-12, [0, 0, 0, 1, 0], id="a step but for rounding"),
        pytest.param(2.8, [], id="between"),
    ],
)
def test_answers_between_two_steps_have_no_distribution(answer, shares):
    """An item asked on another scale may fall between the steps; then only its index is known."""
    items = items_of("hse.trygg_narstaende")
    survey = survey_of([{items[0].key: answer}], items=items)
    assert measure_distribution(survey, INSTRUMENTS)["share"].tolist() == shares
    assert len(measure_indices(survey, INSTRUMENTS)) == 1


def test_a_survey_without_scales_has_empty_tables():
    """Comments and eNPS alone are a survey too."""
    survey = survey_of([{"enps": 7}])
    assert measure_indices(survey, INSTRUMENTS).empty
    assert measure_distribution(survey, INSTRUMENTS).empty


@FEW
@given(PEOPLE)
def test_intervals_contain_the_value_and_stay_on_the_scale(people):
    """For any answers."""
    table = indices_of(people, MOTIVATION)
    known = table[table["low"].notna()]
    assert ((known["low"] <= known["value"] + 1e-9) & (known["value"] <= known["high"] + 1e-9)).all()
    assert known["low"].ge(0).all()
    assert known["high"].le(100).all()


@FEW
@given(PEOPLE)
def test_the_distribution_counts_every_answer_once(people):
    """Per unit and item the answers add up to n and the shares to 1; the root holds all answers."""
    table = measure_distribution(survey_of(people, items=MOTIVATION), INSTRUMENTS)
    sums = table.groupby(["unit", "item"]).agg(
        n=("n", "first"), counted=("n_answer", "sum"), share=("share", "sum")
    )
    assert (sums["n"] == sums["counted"]).all()
    assert sums["share"].to_numpy(dtype=float) == pytest.approx(1)
    answers = sum(person[item.key] is not None for person in people for item in MOTIVATION)
    assert table.loc[table["level"] == 0, "n_answer"].sum() == answers


@FEW
@given(PEOPLE, st.randoms(use_true_random=False))
def test_the_order_of_respondents_changes_no_index(people, random):
    """Same people, same values."""
    one = indices_of(people, MOTIVATION)
    other = indices_of(random.sample(people, len(people)), MOTIVATION)
    assert one["n"].tolist() == other["n"].tolist()
    assert one["value"].to_numpy(dtype=float) == pytest.approx(other["value"].to_numpy(dtype=float))
