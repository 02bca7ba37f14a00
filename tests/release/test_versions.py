"""New versions of a release that people already have."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pandas as pd
import pytest

from tests.release.surveys import ROOT, people, released, row, scored, status, writers
from tests.release.test_attacks import mixed
from text_analysis.errors import ReleaseRefusedError
from text_analysis.release import load_previous, write_release
from text_analysis.settings import Settings

SURVEY = scored(mixed(20), "A") + scored(mixed(22), "B") + scored(mixed(24), "C")
FILE = {"input_sha256": "aa", "rows": 66, "respondents": 66, "left_out": {}, "missing_answers": 0}
CODER = {"product": "1", "codebook_version": 1, "model_sha256": "m1"}
FIRST = FILE | CODER
OTHER_FILE = FIRST | {"input_sha256": "bb"}
CRITICAL = {"theme": "bemanning", "stance": "negativ", "enps_group": "alla"}


def coded(n: int):
    """Twenty-four writers, the first n of them critical of staffing."""
    return writers(n, "A", "bemanning") + writers(24 - n, "A", "kompetens", "positiv")


def test_another_coding_of_the_same_people_is_a_new_version():
    """A review that moves three comments to another theme changes nobody's answers."""
    first = released(coded(12), certificate=FIRST)
    result = released(coded(9), previous=first, certificate=FIRST)
    assert row(result.themes, "A", **CRITICAL)["n_respondents"] == 9


def test_another_model_on_another_file_with_the_same_answers_is_a_new_version():
    """A new wave in the file and a new model: the old wave's themes move without anybody's doing."""
    later = OTHER_FILE | {"model_sha256": "m2"}
    result = released(coded(9), previous=released(coded(12), certificate=FIRST), certificate=later)
    assert row(result.themes, "A", **CRITICAL)["n_respondents"] == 9


def test_the_same_coder_on_another_file_tells_whose_comment_changed():
    """Same answers and same coder: a theme that shrinks by three is three people's edited comments."""
    first = released(coded(12), certificate=FIRST)
    with pytest.raises(ReleaseRefusedError, match="tabellen themes"):
        released(coded(9), previous=first, certificate=OTHER_FILE)


def test_themes_are_compared_where_answers_have_changed():
    """Ten newcomers of whom two write about staffing: what the two wrote would be told."""
    first = released(coded(12), certificate=FIRST)
    later = OTHER_FILE | {"model_sha256": "m2"}
    more = coded(12) + writers(2, "A", "bemanning") + writers(8, "A", "kompetens", "positiv")
    with pytest.raises(ReleaseRefusedError, match="tabellen themes"):
        released(more, previous=first, certificate=later)


def test_a_changed_answer_is_refused_whatever_the_file():
    """One person's corrected score moves one count by one, also when only the mapping has changed."""
    corrected = [replace(SURVEY[0], enps=10), *SURVEY[1:]]
    with pytest.raises(ReleaseRefusedError, match="så få personer"):
        released(corrected, previous=released(SURVEY, certificate=FIRST), certificate=FIRST)


@pytest.mark.parametrize("certificate", [{}, OTHER_FILE], ids=["okänd-fil", "annan-fil"])
def test_a_mean_that_few_can_have_moved_is_refused(certificate):
    """Same number of answers, but a mean that one person's correction explains."""
    before = people(10, "A", indices={"hse": 40.0}) + people(10, "A", indices={"hse": 60.0})
    after = people(11, "A", indices={"hse": 40.0}) + people(9, "A", indices={"hse": 60.0})
    with pytest.raises(ReleaseRefusedError, match="indices"):
        released(after, previous=released(before, certificate=FIRST), certificate=certificate)


def test_the_same_file_computed_otherwise_is_a_new_version():
    """A corrected formula moves every mean and tells of nobody."""
    before = people(10, "A", indices={"hse": 40.0}) + people(10, "A", indices={"hse": 60.0})
    after = people(10, "A", indices={"hse": 40.5}) + people(10, "A", indices={"hse": 60.5})
    result = released(after, previous=released(before, certificate=FIRST), certificate=FIRST)
    assert row(result.indices, "A", index_key="hse")["value"] == pytest.approx(50.5)


def test_a_removed_comment_is_refused_whatever_the_coder():
    """Somebody's comment is gone: the number of comments tells, so the coding does not hide whose."""
    first = released(coded(12), certificate=FIRST)
    fewer = [*coded(12)[:-1], replace(coded(12)[-1], comment=False, themes=())]
    with pytest.raises(ReleaseRefusedError, match="tabellen response"):
        released(fewer, previous=first, certificate=OTHER_FILE | {"model_sha256": "m2"})


def test_what_was_hidden_stays_hidden_where_answers_have_changed():
    """23 = 12 + 7 + 4 and then 28 = 12 + 7 + 9: the seven, shown now, would open the four of before."""
    first = released(scored(mixed(12), "A") + scored(mixed(7), "B") + scored(mixed(4), "C"))
    assert status(first.response, "B") == "hidden"
    later = scored(mixed(12), "A") + scored(mixed(7), "B") + scored([*mixed(4), 2, 2, 2, 2, 2], "C")
    second = released(later, previous=first)
    assert status(second.response, ROOT) == "shown"
    assert {status(second.response, unit) for unit in "BC"} == {"hidden"}


def test_few_people_in_what_is_left_are_refused():
    """The whole grows by ten and one unit by eight: the other units' two newcomers would be told."""
    first = released(scored([2, 7, 9] * 10, "A") + scored(mixed(7), "B") + scored(mixed(4), "C"))
    later = scored([2, 7, 9] * 10 + [2] * 8, "A") + scored(mixed(8), "B") + scored([*mixed(4), 2], "C")
    assert row(first.response, ROOT)["responses"] == 41
    with pytest.raises(ReleaseRefusedError, match=f"{ROOT}, tabellen response"):
        released(later, previous=first)


def test_the_same_people_in_other_units_are_refused():
    """By ward first and by occupation then: where the two overlap, one person may be left."""
    by_ward = scored(mixed(20), "Avdelning 1") + scored(mixed(20), "Avdelning 2")
    by_occupation = scored(mixed(19), "Läkare") + scored(mixed(21), "Sjuksköterskor")
    with pytest.raises(ReleaseRefusedError, match="andra enheter"):
        released(by_occupation, previous=released(by_ward))


def test_a_unit_that_is_divided_is_a_new_version():
    """Two wards that were one: nothing overlaps."""
    one = scored(mixed(24), "Avdelning 1") + scored(mixed(20), "Avdelning 2")
    two = (
        scored(mixed(12), "Avdelning 1A")
        + scored(mixed(12), "Avdelning 1B")
        + scored(mixed(20), "Avdelning 2")
    )
    assert status(released(two, previous=released(one)).response, "Avdelning 1A") == "shown"


def test_what_people_have_seen_cannot_protect_others():
    """With a higher limit one unit would be hidden; those shown before cannot be hidden beside it."""
    survey = scored(mixed(7), "A") + scored(mixed(20), "B") + scored(mixed(22), "C")
    first = released(survey)
    second = released(survey, Settings(min_scores=8), previous=first)
    assert status(second.response, "A") == "hidden"
    assert status(second.response, "B") == "shown"


def test_a_new_wave_beside_the_old_is_a_new_version():
    """The old wave is as people have it, so the two versions tell no more than the new one."""
    first = released(SURVEY, certificate=FIRST)
    later = SURVEY + [replace(person, wave="2026") for person in SURVEY[3:]]
    second = released(later, previous=first, certificate=OTHER_FILE)
    pd.testing.assert_frame_equal(second.enps[second.enps["wave"] == "2025"], first.enps)


def test_the_version_before_is_read_from_its_folder(tmp_path):
    """None where there is none, and what was written where there is."""
    assert load_previous(tmp_path / "release") is None
    first = released(SURVEY, certificate=FIRST)
    write_release(first, tmp_path / "release")
    previous = load_previous(tmp_path / "release")
    pd.testing.assert_frame_equal(previous.enps, first.enps)
    assert previous.certificate["input_sha256"] == "aa"


def test_a_version_of_an_older_product_is_compared_as_far_as_it_goes(tmp_path):
    """A table and a column that were not written then are missing, and no fault."""
    first = released(SURVEY, certificate=FIRST)
    folder = tmp_path / "release"
    write_release(first, folder)
    first.enps.drop(columns="diff_parent").to_parquet(folder / "enps.parquet", index=False)
    content = json.loads((folder / "certificate.json").read_text(encoding="utf-8"))
    content["files"]["enps"] = hashlib.sha256((folder / "enps.parquet").read_bytes()).hexdigest()
    del content["files"]["links"]
    (folder / "links.parquet").unlink()
    (folder / "certificate.json").write_text(json.dumps(content), encoding="utf-8")
    previous = load_previous(folder)
    assert previous.links.empty
    assert previous.enps["diff_parent"].isna().all()
    assert previous.enps["n"].equals(first.enps["n"])


def test_a_version_somebody_has_changed_is_compared_with_nothing(tmp_path):
    """A figure taken out of the version people have would let the next one tell too much."""
    first = released(SURVEY, certificate=FIRST)
    write_release(first, tmp_path / "release")
    first.enps.iloc[:0].to_parquet(tmp_path / "release" / "enps.parquet", index=False)
    with pytest.raises(ReleaseRefusedError, match="kan inte läsas"):
        load_previous(tmp_path / "release")


def test_a_version_that_cannot_be_read_stops_the_next(tmp_path):
    """Without knowing what people have, nobody can say what a new version gives away."""
    write_release(released(SURVEY), tmp_path / "release")
    (tmp_path / "release" / "enps.parquet").write_bytes(b"hej")
    with pytest.raises(ReleaseRefusedError, match="kan inte läsas"):
        load_previous(tmp_path / "release")
