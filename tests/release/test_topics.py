"""Topics of the release: nobody can work out a group of fewer than five from what is shown."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.release import surveys
from tests.release.surveys import ROOT, Person, measures_of, people, writers
from text_analysis import tables
from text_analysis.codebook import load_codebook
from text_analysis.records import STANCES, Released
from text_analysis.release import release
from text_analysis.settings import FLOOR, Settings

THEME = "lon_formaner"
SENSITIVE = next(theme.id for theme in load_codebook().themes if theme.sensitive)
Row = tuple[str, str, str, int]  # topic, kind, theme, people


def about(n: int, theme: str, wave: str = "2025") -> list[Person]:
    """Writers about a theme, of every stance and eNPS group in turn, so that the theme itself is shown."""
    mixed = itertools.islice(itertools.cycle((s, e) for s in STANCES for e in (3, 7, 9)), n)
    return [writers(1, "A", theme, stance, enps=enps, wave=wave)[0] for stance, enps in mixed]


def table(rows: Sequence[Row], n_theme: int, wave: str = "2025") -> pd.DataFrame:
    """The measures' table of the topics given."""
    head = {"wave": wave, "level": 0, "unit": ROOT, "parent": "", "x": 0.1, "y": 0.2, "is_new": False}
    told = [
        head
        | {"topic": topic, "kind": kind, "theme": theme, "label": "Delade turer", "words": "delade, turer"}
        | {"n_respondents": n, "n_theme": n_theme if theme else None}
        for topic, kind, theme, n in rows
    ]
    return tables.check(pd.DataFrame(told, columns=list(tables.TOPICS.columns)), tables.TOPICS)


def released(persons: Sequence[Person], topics: pd.DataFrame, previous: Released | None = None) -> Released:
    """The release of people and topics."""
    certificate = {"input_sha256": str(len(persons)), "made_from": str(len(persons))}
    return release(
        "Test",
        replace(measures_of(persons), topics=topics),
        settings=Settings(),
        codebook=load_codebook(),
        certificate=certificate,
        previous=previous,
    )


def shown(rows: Sequence[Row], n_theme: int = 60, theme: str = THEME) -> set[str]:
    """The topics shown, of a theme of so many people."""
    found = released([*about(n_theme, theme), *people(40, "A", comment=True)], table(rows, n_theme))
    return set(found.topics["topic"])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([("a.1", "deltema", THEME, 5)], {"a.1"}, id="five people"),
        pytest.param([("a.1", "deltema", THEME, 4)], set(), id="four"),
        pytest.param([("a.1", "deltema", THEME, 56)], set(), id="all but four of the theme"),
        pytest.param(
            [("a.1", "deltema", THEME, 30), ("a.2", "deltema", THEME, 28)], {"a.1"}, id="parts that leave two"
        ),
        pytest.param([("kandidat.1", "kandidat", "", 9)], {"kandidat.1"}, id="a candidate"),
        pytest.param([("kandidat.1", "kandidat", "", 97)], set(), id="all writers but three"),
        pytest.param([("a.1", "deltema", "kollegor", 9)], set(), id="a theme that is not shown"),
        pytest.param([(THEME, "tema", THEME, 60)], {THEME}, id="the theme itself, for its words"),
    ],
)
def test_a_topic_is_shown_where_it_and_what_is_left_are_enough(rows, expected):
    """The limits of a theme hold for a topic and for the theme less its topics."""
    assert shown(rows) == expected


@pytest.mark.parametrize(("n", "is_shown"), [(9, False), (10, True)])
def test_a_sensitive_theme_needs_twice_as_many(n, is_shown):
    """A sub-theme of harassment is shown from ten people."""
    assert (shown([("a.1", "deltema", SENSITIVE, n)], theme=SENSITIVE) == {"a.1"}) is is_shown


def test_too_few_writers_show_no_topic():
    """With nine writers there is neither theme nor topic."""
    assert not set(released(about(9, THEME), table([("kandidat.1", "kandidat", "", 5)], 9)).topics["topic"])


@settings(max_examples=25)
@given(
    st.lists(st.integers(1, 60), min_size=1, max_size=5),
    st.lists(st.integers(1, 100), max_size=3),
)
def test_an_attacker_finds_no_group_below_the_floor(parts, candidates):
    """Shown sub-themes subtracted from their theme, or a candidate from the writers, leave five people."""
    rows: list[Row] = [(f"a.{number}", "deltema", THEME, n) for number, n in enumerate(parts)]
    rows += [(f"kandidat.{number}", "kandidat", "", n) for number, n in enumerate(candidates)]
    found = released([*about(60, THEME), *people(40, "A", comment=True)], table(rows, 60)).topics
    told = found.loc[found["kind"] == "deltema", "n_respondents"].tolist()
    alone = found["n_respondents"].tolist()
    for size in range(len(told) + 1):
        assert all(60 - sum(some) >= FLOOR for some in itertools.combinations(told, size))
    assert all(n >= FLOOR for n in alone)
    assert all(100 - n >= FLOOR for n in found.loc[found["kind"] == "kandidat", "n_respondents"])


def test_a_corrected_file_does_not_tell_the_topic_of_one_person():
    """With one answer changed, a topic that lost one person is not shown in the new version."""
    persons = [*about(60, THEME), *people(40, "A", comment=True)]
    rows: list[Row] = [("a.1", "deltema", THEME, 12), ("a.2", "deltema", THEME, 20)]
    first = released(persons, table(rows, 60))
    fewer: list[Row] = [("a.1", "deltema", THEME, 11), ("a.2", "deltema", THEME, 20)]
    second = released([*persons, *people(30, "A")], table(fewer, 60), previous=first)
    assert set(second.topics["topic"]) == {"a.2"}


def test_small_waves_are_not_compared_for_a_few_people():
    """In waves of under thirty writers a topic that grew by one is shown in the first only."""
    waves = ("2024", "2025")
    persons = [
        p for wave in waves for p in (*about(24, THEME, wave), *people(3, "A", comment=True, wave=wave))
    ]
    both = [table([("a.1", "deltema", THEME, n)], 24, wave) for n, wave in zip((7, 8), waves, strict=True)]
    found = released(persons, pd.concat(both, ignore_index=True)).topics
    assert found["wave"].tolist() == ["2024"]


def test_surveys_without_topics_have_an_empty_table():
    """Nothing discovered is no error."""
    assert surveys.released(about(60, THEME)).topics.empty
