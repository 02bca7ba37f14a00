"""The bridge between two waves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from text_analysis.discover import Topic, Topics
from text_analysis.discover.bridge import keep_ids


def topic(name: str, parent: str, words: str, centroid: tuple[float, ...]) -> Topic:
    label, is_known = words.capitalize(), name == parent
    return Topic(name, parent, 10, tuple(words.split()), label, ("c1",), centroid, is_known)


THEMES = ("a", "b")
POOL = topic("kandidat.4", "", "bilpoolen bilar laddning", (-1.0, 2.0))
SPEECH = topic("kandidat.2", "", "språk tolkar svenska", (2.0, -1.0))
WHOLE = topic("lon_formaner", "lon_formaner", "lönen", (3.0, 0.0))
PARTS = (
    topic("lon_formaner#0", "lon_formaner", "löneläge grannkommunen", (3.0, 0.2)),
    topic("lon_formaner#1", "lon_formaner", "ob natt", (2.8, -0.2)),
)
BEFORE = Topics((WHOLE, SPEECH, POOL), (), (), (), THEMES, 7)


@pytest.mark.parametrize(
    ("now", "ids", "kinds"),
    [
        pytest.param(
            [topic("#0", "", "bilar bilpoolen nycklar", (-1.1, 1.8)), WHOLE],
            {"#0": "kandidat.4", "lon_formaner": "lon_formaner"},
            ["gone", "kept", "kept"],
            id="kept by centre and words",
        ),
        pytest.param(
            [topic("#0", "", "hunden apporterar", (-1.0, -2.0))],
            {"#0": "kandidat.8"},
            ["gone", "gone", "gone", "new"],
            id="a number is not used again",
        ),
        pytest.param(
            [WHOLE, *PARTS],
            {
                "lon_formaner": "lon_formaner",
                "lon_formaner#0": "lon_formaner.8",
                "lon_formaner#1": "lon_formaner.9",
            },
            ["gone", "gone", "kept", "new", "new"],
            id="sub-themes of a theme that had none",
        ),
    ],
)
def test_ids_and_kinds(now, ids, kinds):
    """Topics that keep most of their meaning keep their id; the rest is said for what it is."""
    given_ids, rows, _ = keep_ids(now, BEFORE, THEMES)
    assert given_ids == ids
    assert sorted(row.kind for row in rows) == kinds


def test_a_sub_theme_known_by_the_same_word_keeps_its_id():
    """Another second word and another centre are the same sub-theme still."""
    before = Topics((WHOLE,), (replace(PARTS[1], id="lon_formaner.3"),), (), (), THEMES, 3)
    now = topic("lon_formaner#0", "lon_formaner", "ob helg", (-1.0, 0.4))
    ids, rows, _ = keep_ids([WHOLE, now], before, THEMES)
    assert ids["lon_formaner#0"] == "lon_formaner.3"
    assert {row.kind for row in rows} == {"kept"}


def test_two_candidates_that_become_one_are_merged():
    """What two candidates spoke of and one speaks of now is a merger."""
    twin = replace(POOL, id="kandidat.5")
    before = Topics((POOL, twin), (), (), (), THEMES, 9)
    _, rows, _ = keep_ids([replace(POOL, id="#0")], before, THEMES)
    assert [(row.kind, row.previous, row.current) for row in rows] == [
        ("kept", "kandidat.4", "kandidat.4"),
        ("merged", "kandidat.5", "kandidat.4"),
    ]


def test_a_candidate_that_becomes_two_is_split():
    """The likest of the two keeps the id; the other is told to come from the same."""
    now = [replace(POOL, id="#0"), replace(POOL, id="#1", words=("bilpoolen", "bilar", "nycklar"))]
    ids, rows, _ = keep_ids(now, replace(BEFORE, topics=(POOL,)), THEMES)
    assert ids == {"#0": "kandidat.4", "#1": "kandidat.8"}
    assert [(row.kind, row.previous, row.current) for row in rows] == [
        ("kept", "kandidat.4", "kandidat.4"),
        ("split", "kandidat.4", "kandidat.8"),
    ]


def test_a_first_wave_has_no_bridge():
    """Without a wave before there is nothing to compare, and numbers start at 1."""
    ids, rows, last = keep_ids([POOL, WHOLE], None, THEMES)
    assert (ids, rows, last) == ({"kandidat.4": "kandidat.1", "lon_formaner": "lon_formaner"}, (), 1)


def test_waves_with_other_themes_are_compared_in_those_they_share():
    """A theme that was retired or is new to the coder moves no topic's id."""
    now = replace(POOL, id="#0", centroid=(9.0, -1.0))
    ids, _, _ = keep_ids([now], BEFORE, ("c", "a"))
    assert ids["#0"] == "kandidat.4"
