"""A survey as it is kept: without anything that was masked, and whole otherwise."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from tests.small_survey import items_of, survey_of
from text_analysis.errors import WorkspaceError
from text_analysis.masked_survey import COMMENTS, load_masked_survey, mask_survey, write_masked_survey
from text_analysis.records import Comment, Rejection, Survey

TEXTS = ("Chefen Annika Lindström ljög.", "Jag är enda fysioterapeuten här.", "radbrytning\u2028mitt i", "")


@pytest.fixture
def survey() -> Survey:
    """Answers, comments with a name and a giveaway, and a row left out."""
    made = survey_of(
        [{"enps": 9, "frisk.1": 7}, {"enps": 3, "frisk.1": None}],
        items=items_of("frisk.halsa"),
        sent=[("2025", "R", 4)],
        comparisons=[("2025", "R", "enps", 12.0)],
    )
    comments = tuple(Comment(f"p0.{i}", "p0", text, "Fråga?") for i, text in enumerate(TEXTS))
    return replace(made, comments=comments, rejections=(Rejection(7, "saknar enhet", "Enhet"),), sha256="ab")


def test_what_is_kept_is_what_is_loaded(survey: Survey, tmp_path) -> None:
    """Texts, places, hashes, answers, items and reasons come back."""
    kept = mask_survey(survey)
    write_masked_survey(kept, tmp_path)
    loaded = load_masked_survey(tmp_path)
    assert (loaded.masked, loaded.hashes, loaded.names) == (kept.masked, kept.hashes, kept.names)
    for name in ("respondents", "sent", "comparisons"):
        pd.testing.assert_frame_equal(getattr(loaded.survey, name), getattr(survey, name))
    for name in ("name", "items", "rejections", "missing_answers", "n_rows", "sha256"):
        assert getattr(loaded.survey, name) == getattr(survey, name)
    assert loaded.survey.comments == kept.survey.comments


def test_a_masked_name_is_in_no_file(survey: Survey, tmp_path) -> None:
    """Neither the comments nor the facts spell out what was masked."""
    write_masked_survey(mask_survey(survey), tmp_path)
    assert "[NAMN]" in load_masked_survey(tmp_path).masked[0].text
    for path in tmp_path.iterdir():
        assert b"Lindstr" not in path.read_bytes()
        assert b"Annika" not in path.read_bytes()


def test_a_damaged_file_is_an_error_that_says_what_to_do(survey: Survey, tmp_path) -> None:
    """A half-written file is refused, and reading the export again is the way out."""
    write_masked_survey(mask_survey(survey), tmp_path)
    (tmp_path / COMMENTS).write_text("{", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="Läs in filen"):
        load_masked_survey(tmp_path)
