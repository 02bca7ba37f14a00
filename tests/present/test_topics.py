"""Topics as people see them: sub-themes, candidates, what is new, and the map."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from tests.app import synthetic
from text_analysis import tables
from text_analysis.edits import Advice
from text_analysis.present import theme_advice, topics
from text_analysis.present.translation import speak
from text_analysis.records import Released

PAY = "lon_formaner"


def released(*rows: tuple[str, str, str, str, int, bool]) -> Released:
    """A release with these topics: wave, id, kind, theme, people, new."""
    told = [
        {"wave": wave, "level": 0, "unit": "R", "parent": "", "status": "shown", "topic": name, "kind": kind}
        | {"theme": theme, "label": name.capitalize(), "words": "ord, mål", "n_respondents": n, "is_new": new}
        | {"x": number / 10, "y": -number / 10}
        for number, (wave, name, kind, theme, n, new) in enumerate(rows)
    ]
    table = pd.DataFrame(told, columns=list(tables.RELEASED["topics"].columns))
    return replace(synthetic.pulse(), topics=tables.check(table, tables.RELEASED["topics"]))


@pytest.fixture(scope="module")
def waves() -> tuple[str, ...]:
    """The waves of the made-up pulse."""
    return tuple(sorted(set(synthetic.pulse().response["wave"])))


@pytest.fixture
def found(waves: tuple[str, ...]) -> Released:
    """A theme with two sub-themes, one known before, and a new candidate."""
    first, last = waves[-2], waves[-1]
    return released(
        (first, "kr", "deltema", PAY, 7, False),
        (last, PAY, "tema", PAY, 30, False),
        (last, "ob", "deltema", PAY, 6, True),
        (last, "kr", "deltema", PAY, 9, False),
        (last, "bilpool", "kandidat", "", 8, True),
    )


def test_sub_themes_are_listed_with_what_they_were(found, waves):
    """Largest first, with the people of the wave before or that they were too few to be shown."""
    lines = topics.sub_themes(found, waves[-1], PAY)
    assert [(line.label, line.people, line.since) for line in lines] == [
        ("Kr", "9\u00a0personer", "7\u00a0personer förra mätningen"),
        ("Ob", "6\u00a0personer", "för få för att visas förra mätningen"),
        ("Övrigt i temat", "minst 15\u00a0personer", ""),
    ]


def test_a_sub_theme_is_named_in_the_language_spoken(waves):
    """A shipped sub-theme has its English name; one that was given another name keeps that."""
    wave, name = waves[-1], "schema_arbetstid.helger"
    found = released((wave, name, "deltema", "schema_arbetstid", 9, False))
    shipped = replace(found, topics=found.topics.assign(label="Helger och röda dagar"))
    speak("en")
    try:
        assert topics.topics_table(shipped, wave)["Topic"].tolist() == ["Weekends and public holidays"]
        assert topics.topics_table(found, wave)["Topic"].tolist() == [name.capitalize()]
    finally:
        speak("sv")


def test_candidates_and_news(found, waves):
    """Candidates have no theme; news are what could not be shown before."""
    assert [line.label for line in topics.candidates(found, waves[-1])] == ["Bilpool"]
    assert [line.label for line in topics.news(found, waves[-1])] == ["Bilpool", "Ob"]
    assert topics.theme_words(found, waves[-1], PAY) == "ord, mål"


def test_the_map_has_the_same_topics_as_its_table(found, waves):
    """Every dot is a row; a theme goes by its name."""
    picture = topics.topic_map(found, waves[-1])
    assert picture is not None
    assert picture.table["Ämne"].tolist() == ["Lön och förmåner", "Kr", "Bilpool", "Ob"]
    assert "4 teman, delteman och kandidater" in picture.alt
    assert len(picture.chart.to_dict()["layer"]) == 3


@pytest.mark.parametrize(
    ("advice", "part"),
    [
        (Advice("many", figure=40), "40 teman"),
        (Advice("thin", ("a",)), "om ”Lön”"),
        (Advice("overlap", ("a", "b")), "”Lön” och ”Schema”"),
        (Advice("vague", ("b",)), "”Schema”"),
        (Advice("unplaced", figure=0.5), "50\u00a0% av dem"),
    ],
)
def test_advice_is_said_in_words(advice, part):
    """Each kind of advice names its themes and figures."""
    assert part in theme_advice.told(advice, {"a": "Lön", "b": "Schema"})


def test_two_topics_are_no_map(waves):
    """With fewer than three there is nothing to compare."""
    assert topics.topic_map(released((waves[-1], PAY, "tema", PAY, 30, False)), waves[-1]) is None
