"""From an analysis to a folder of results: what people already have there counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.release.surveys import measures_of, row, scored
from tests.release.test_attacks import mixed
from tests.small_survey import survey_of
from text_analysis import tables
from text_analysis.anonymise import NameTokens
from text_analysis.codebook import load_codebook
from text_analysis.discover import Topics
from text_analysis.errors import ReleaseRefusedError
from text_analysis.masked_survey import MaskedSurvey
from text_analysis.pipeline import publish
from text_analysis.records import Analysis
from text_analysis.release import load_release
from text_analysis.settings import Settings
from text_analysis.survey_topics import SurveyTopics

SURVEY = scored(mixed(20), "A") + scored(mixed(22), "B")


def analysis(persons, sha256: str) -> Analysis:
    """An analysed survey without comments."""
    masked = MaskedSurvey(replace(survey_of([{}]), sha256=sha256), (), (), NameTokens())
    return Analysis(
        survey=masked,
        codebook=load_codebook(),
        comments=tables.COMMENTS.empty(),
        coded=tables.ASSIGNMENTS.empty(),
        assignments=tables.ASSIGNMENTS.empty(),
        topics=SurveyTopics(Topics((), (), (), (), (), 0)),
        measures=measures_of(persons),
        settings=Settings(),
        certificate={"input_sha256": sha256, "rows": len(persons)},
    )


def test_06_a_corrected_file_is_refused_and_the_old_results_stay(tmp_path):
    """One row less in the file: nothing is written, and the message says what can be done."""
    publish(analysis(SURVEY, "aa"), tmp_path)
    with pytest.raises(ReleaseRefusedError, match="ta bort mappen release"):
        publish(analysis(SURVEY[1:], "bb"), tmp_path)
    assert row(load_release(tmp_path / "release").enps, "A")["n"] == 20


def test_the_same_survey_can_be_published_again(tmp_path):
    """Analysing again after an upgrade or a review is no new version of anybody's answers."""
    first = publish(analysis(SURVEY, "aa"), tmp_path)
    assert publish(analysis(SURVEY, "aa"), tmp_path).enps.equals(first.enps)
