"""The attacks a release must stand, by their number in the list of attacks (docs/skydd.md)."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from tests.release.attacker import pool_width
from tests.release.surveys import (
    ROOT,
    measures_of,
    people,
    released,
    row,
    scored,
    status,
    writers,
)
from text_analysis.codebook import load_codebook
from text_analysis.errors import ReleaseRefusedError, TableError
from text_analysis.release import load_release, release, write_release
from text_analysis.settings import Settings

MIXED = (2, 9, 7, 10, 4, 8, 5, 9, 7, 1, 6, 10)


def mixed(n: int) -> list[int]:
    """Scores of all three groups."""
    return [MIXED[i % len(MIXED)] for i in range(n)]


def test_01_unit_of_four_has_no_number_anywhere(tmp_path):
    """A unit with four answers shows nothing, in no table and in no file."""
    survey = scored(mixed(4), "Liten") + scored(mixed(20), "Stor") + scored(mixed(18), "Mellan")
    write_release(released(survey), tmp_path / "release")
    loaded = load_release(tmp_path / "release")
    for table in (loaded.response, loaded.enps):
        hidden = row(table, "Liten")
        assert hidden["status"] == "hidden"
        assert hidden.drop(["wave", "level", "unit", "parent", "status", "source"]).isna().all()
    line = next(
        line
        for line in (tmp_path / "release" / "enps.csv").read_text("utf-8-sig").splitlines()
        if "Liten" in line
    )
    assert line == "2025;1;Region > Liten;Region;hidden;;;;;;;;;;svar"


def test_02_parent_of_23_hides_the_seven_beside_the_four():
    """23 = 12 + 7 + 4: the four are hidden, so the seven are too, and the twelve are not."""
    result = released(scored(mixed(12), "A") + scored(mixed(7), "B") + scored(mixed(4), "C")).response
    assert [status(result, unit) for unit in (ROOT, "A", "B", "C")] == ["shown", "shown", "hidden", "hidden"]


def test_03_only_child_is_not_told_apart_from_its_parent():
    """A parent whose only other part is one small unit is not shown beside its child."""
    survey = scored(mixed(14), "Område > A") + scored(mixed(3), "Område") + scored(mixed(40), "Annat")
    result = released(survey).response
    shown = {unit for unit in ("Område", "Område > A") if status(result, unit) == "shown"}
    assert len(shown) <= 1


def test_03_only_child_with_everybody_is_the_same_cell():
    """A parent with one child and nobody else tells nothing that the child does not."""
    result = released(scored(mixed(14), "Område > A") + scored(mixed(20), "Annat")).response
    assert status(result, "Område") == status(result, "Område > A") == "shown"


def test_04_a_second_grouping_of_the_same_people_is_refused():
    """Two groupings that overlap could differ by one person."""
    survey = measures_of(scored(mixed(20), "A") + scored(mixed(20), "B"))
    wave = survey.response.assign(unit=lambda t: t["unit"].replace({"Region > B": "Region > Sjuksköterskor"}))
    extra = wave[wave["level"] == 1].assign(responses=21, n_comments=0)
    both = pd.concat([survey.response, extra[extra["unit"].str.contains("Sjuk")]], ignore_index=True)
    with pytest.raises(ReleaseRefusedError, match="fler personer än nivån ovanför"):
        release(
            "Prov",
            replace(survey, response=both),
            settings=Settings(),
            codebook=load_codebook(),
            certificate={},
        )


def test_05_one_newcomer_gives_no_change_figure():
    """Twelve answers in one wave and thirteen in the next: both waves are shown, but no change."""
    before = scored(mixed(12), "A", wave="1") + scored(mixed(20), "B", wave="1")
    after = scored(mixed(13), "A", wave="2") + scored(mixed(26), "B", wave="2")
    survey = measures_of(before + after)
    survey.enps["diff_previous"] = survey.enps["diff_previous"].mask(survey.enps["wave"] == "2", 3.0)
    result = release(
        "Prov", survey, settings=Settings(), codebook=load_codebook(), certificate={}
    ).enps.query("wave == '2'")
    assert status(result, "A") == "shown"
    assert pd.isna(row(result, "A")["diff_previous"])
    assert row(result, "B")["diff_previous"] == pytest.approx(3.0)


def test_06_corrected_file_with_one_row_less_is_refused():
    """A new version that differs by one person would tell that person's answers."""
    first = released(scored(mixed(12), "A") + scored(mixed(20), "B"))
    with pytest.raises(ReleaseRefusedError, match="så få personer"):
        released(scored(mixed(11), "A") + scored(mixed(20), "B"), previous=first)


def test_06_corrected_file_with_five_rows_less_is_a_new_version():
    """Enough people differ for nobody to be told."""
    first = released(scored([3] * 10 + [7] * 10 + [9] * 10, "A") + scored(mixed(20), "B"))
    second = released(scored([3] * 5 + [7] * 5 + [9] * 5, "A") + scored(mixed(20), "B"), previous=first)
    assert row(second.enps, "A")["n"] == 15


@pytest.mark.parametrize("score", [0, 7, 10], ids=["kritiker", "passiva", "ambassadörer"])
def test_07_a_group_where_all_said_the_same_is_hidden(score):
    """Five who all answered alike tell what each of them answered."""
    result = released(scored([score] * 5, "A") + scored(mixed(20), "B") + scored(mixed(9), "C")).enps
    assert status(result, "A") == "hidden"


def test_07_an_index_at_the_end_of_its_scale_is_hidden():
    """A mean of 100 tells that everybody gave the highest answer."""
    survey = people(8, "A", indices={"hse": 100.0})
    survey += people(10, "B", indices={"hse": 40.0}) + people(10, "B", indices={"hse": 80.0})
    survey += people(10, "C", indices={"hse": 30.0}) + people(10, "C", indices={"hse": 60.0})
    result = released(survey).indices
    assert status(result, "A") == "hidden"


def test_08_three_writers_of_ten_have_no_theme_and_no_number():
    """Ten answers but three comments: the comments are seen only in the levels above."""
    survey = writers(3, "A", "bemanning") + people(7, "A") + writers(15, "B", "bemanning") + people(5, "B")
    survey += writers(8, "B", "lon_formaner") + writers(12, "C", "kompetens", "positiv")
    result = released(survey)
    unit = row(result.response, "A")
    assert unit["status"] == "shown"
    assert pd.isna(unit["n_writers"])
    assert pd.isna(unit["n_comments"])
    assert set(result.themes.query("unit == 'Region > A'")["status"]) == {"hidden"}


def test_09_themes_count_people():
    """Four people's theme is hidden, however much they wrote."""
    survey = writers(4, "A", "bemanning") + writers(14, "A", "kompetens", "positiv")
    result = released(survey).themes
    assert status(result, ROOT, theme="bemanning", stance="alla", enps_group="alla") == "hidden"
    assert status(result, ROOT, theme="kompetens", stance="positiv", enps_group="alla") == "shown"


def test_10_words_of_one_person_are_not_quoted():
    """A theme that one person wrote all quotes of has no quote."""
    survey = writers(
        1, "A", "bemanning", texts=("Det finns bara en tolksamordnare på hela sjukhuset i dag.",)
    )
    survey += writers(9, "A", "bemanning") + writers(10, "A", "kompetens", "positiv")
    result = released(survey)
    assert status(result.themes, ROOT, theme="bemanning", stance="negativ", enps_group="alla") == "shown"
    assert result.quotes.empty


def test_25_two_rows_for_one_cell_are_refused():
    """A table that says two things of the same unit is a fault, not a choice."""
    survey = measures_of(scored(mixed(20), "A"))
    doubled = replace(survey, enps=pd.concat([survey.enps, survey.enps.head(1)]))
    with pytest.raises(TableError):
        release("Prov", doubled, settings=Settings(), codebook=load_codebook(), certificate={})


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [("enps", "kritiker", 99), ("enps", "enps", 11.0), ("indices", "value", 120.0)],
    ids=["grupper-över-n", "enps-ej-av-antalen", "index-utanför-skalan"],
)
def test_26_figures_off_their_scale_are_refused(table, column, value):
    """What does not follow from the answers is not released."""
    survey = measures_of(scored(mixed(20), "A", indices={"hse": 50.0}))
    wrong = getattr(survey, table).assign(**{column: value})
    with pytest.raises(ReleaseRefusedError, match=r"stämmer inte|fler personer"):
        release(
            "Prov",
            replace(survey, **{table: wrong}),
            settings=Settings(),
            codebook=load_codebook(),
            certificate={},
        )


def test_27_enps_comes_from_counts_and_missing_answers_show():
    """1 017, 2 442 and 3 639 people give −36,9 with n = 7 098, though 7 153 answered the survey."""
    scores = [9] * 1017 + [7] * 2442 + [3] * 3639 + [None] * 55
    result = released(scored(scores, ROOT))
    assert row(result.enps, ROOT)["enps"] == pytest.approx(-36.94, abs=0.005)
    assert row(result.enps, ROOT)["n"] == 7098
    assert row(result.response, ROOT)["responses"] == 7153


@pytest.mark.parametrize("variant", ["HSL 1", "Hsl 1 ", "Hsl\N{NO-BREAK SPACE}1"])
def test_28_two_spellings_of_a_unit_are_refused(variant):
    """A unit spelt in two ways would be a tiny unit beside the real one."""
    with pytest.raises(ReleaseRefusedError, match="mellanslag eller stora bokstäver"):
        released(scored(mixed(20), "Hsl 1") + scored(mixed(8), variant))


def test_known_head_counts_do_not_narrow_a_hidden_mean():
    """Where the hidden pool is nearly at the top, more is hidden until a small unit's mean is free."""
    survey = people(4, "A", indices={"hse": 97.0}) + people(7, "B", indices={"hse": 99.0})
    survey += people(12, "C", indices={"hse": 55.0}) + people(12, "C", indices={"hse": 35.0})
    survey += people(15, "D", indices={"hse": 65.0}) + people(15, "D", indices={"hse": 45.0})
    rows = released(survey).indices
    if status(rows, ROOT) == "shown":
        assert pool_width(rows, ROOT, {"Region > A": 4})["Region > A"] >= 20
    assert status(rows, "B") == "hidden"
