"""New versions of a release that people already have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.release.surveys import people, released, scored, status, writers
from tests.release.test_attacks import mixed
from text_analysis.errors import ReleaseRefusedError
from text_analysis.settings import Settings

SURVEY = scored(mixed(20), "A") + scored(mixed(22), "B") + scored(mixed(24), "C")


def test_another_coding_of_the_same_people_is_a_new_version():
    """A review that moves three comments to another theme changes nobody's answers."""
    first = writers(12, "A", "bemanning") + writers(12, "A", "kompetens", "positiv")
    second = writers(9, "A", "bemanning") + writers(15, "A", "kompetens", "positiv")
    result = released(second, previous=released(first))
    assert status(result.themes, "A", theme="bemanning", stance="negativ", enps_group="alla") == "shown"


def test_a_changed_answer_is_refused():
    """One person's corrected score moves one count by one."""
    corrected = [replace(SURVEY[0], enps=10), *SURVEY[1:]]
    with pytest.raises(ReleaseRefusedError, match="så få personer"):
        released(corrected, previous=released(SURVEY))


def test_a_mean_that_few_can_have_moved_is_refused():
    """Same number of answers, but a mean that one person's correction explains."""
    before = people(10, "A", indices={"hse": 40.0}) + people(10, "A", indices={"hse": 60.0})
    after = people(11, "A", indices={"hse": 40.0}) + people(9, "A", indices={"hse": 60.0})
    with pytest.raises(ReleaseRefusedError, match="indices"):
        released(after, previous=released(before))


def test_what_people_have_seen_cannot_protect_others():
    """With a higher limit one unit would be hidden; those shown before cannot be hidden beside it."""
    survey = scored(mixed(7), "A") + scored(mixed(20), "B") + scored(mixed(22), "C")
    first = released(survey)
    second = released(survey, Settings(min_scores=8), previous=first)
    assert status(second.response, "A") == "hidden"
    assert status(second.response, "B") == "shown"
