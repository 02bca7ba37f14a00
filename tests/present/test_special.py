"""Themes that belong to a group, and what comments and indices say together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.release.surveys import people, released
from text_analysis.instruments import load_instruments
from text_analysis.present.findings import findings
from text_analysis.present.special import special_for_groups, special_for_unit
from text_analysis.records import STANCES

INSTRUMENTS = load_instruments()
AT = ("2025", "Region")


def wrote(n: int, theme: str, *, enps: int = 7, unit: str = "A", wave: str = "2025"):
    """Respondents who wrote about one theme, as many of each stance as there can be."""
    return [
        replace(person, themes=((theme, STANCES[i % len(STANCES)]),))
        for i, person in enumerate(people(n, unit, enps=enps, wave=wave, comment=True))
    ]


def test_a_theme_of_the_kritiker_is_told_with_its_odds_ratio():
    """Sixty in a hundred of what kritiker bring up is staffing, and twelve in a hundred of the others'."""
    survey = wrote(60, "bemanning", enps=2) + wrote(40, "kompetens", enps=2)
    for score in (7, 10):
        survey += wrote(12, "bemanning", enps=score) + wrote(88, "kompetens", enps=score)
    found = {row.name: row for row in special_for_groups(released(survey), *AT)}
    row = found["Bemanning: kritiker"]
    assert row.texts == ("60,0\N{NO-BREAK SPACE}%", "12,0\N{NO-BREAK SPACE}%")
    assert row.note.startswith("oftare (oddskvot ")
    assert found["Bemanning: ambassadörer"].note.startswith("mer sällan")


def test_groups_that_write_alike_have_no_theme_of_their_own():
    """Forty themes and groups are tested, and chance alone gives none."""
    draw = np.random.default_rng(3)
    themes = ["bemanning", "kompetens", "kollegor", "lon_formaner", "schema_arbetstid", "it_system"]
    survey = [person for score in (2, 7, 10) for person in
              (wrote(1, str(draw.choice(themes)), enps=score)[0] for _ in range(120))]  # fmt: skip
    assert special_for_groups(released(survey), *AT) == ()


def test_a_theme_of_a_unit_is_told_and_chance_is_not():
    """Staffing stands out in one unit, and a unit that is as the rest has nothing of its own."""
    survey = [
        person
        for unit, staffing, competence in (("A", 80, 40), ("B", 60, 240), ("C", 20, 42))
        for score in (2, 7, 10)
        for theme, n in (("bemanning", staffing), ("kompetens", competence))
        for person in wrote(n, theme, unit=unit, enps=score)
    ]
    result = released(survey)
    names = {
        unit: [row.name for row in special_for_unit(result, "2025", f"Region > {unit}")] for unit in "AC"
    }
    assert "Bemanning" in names["A"]
    assert names["C"] == []


def two_waves(critical: tuple[int, int], workload: tuple[float, float]):
    """Three hundred writers in two waves: critics of staffing, and the workload index around a value."""
    survey = []
    for wave, n, value in zip(("2024", "2025"), critical, workload, strict=True):
        for i in range(300):
            theme = ("bemanning", "negativ") if i < n else ("kompetens", "positiv")
            index = {"osa.arbetsmangd": value + 20.0 * (i % 3 - 1)}
            survey += people(1, "A", wave=wave, enps=i % 11, comment=True, themes=(theme,), indices=index)
    result = released(survey)
    indices = result.indices
    indices["diff_previous"] = indices["diff_previous"].mask(
        indices["wave"] == "2025", workload[1] - workload[0]
    )
    return replace(result, indices=indices)


@pytest.mark.parametrize(
    ("critical", "workload", "expected"),
    [
        ((30, 90), (50.0, 40.0), "går isär"),
        ((30, 90), (40.0, 50.0), "pekar åt samma håll"),
        ((90, 30), (50.0, 40.0), "pekar åt samma håll"),
        ((30, 34), (50.0, 40.0), ""),
        ((30, 90), (50.0, 49.5), ""),
    ],
    ids=["bättre-index-mer-kritik", "sämre-båda", "bättre-båda", "kritiken-osäker", "indexet-osäkert"],
)
def test_index_and_comments_are_told_together_where_both_have_surely_moved(critical, workload, expected):
    """A high workload is bad, so a lower value is better."""
    found = [
        head for head, _ in findings(two_waves(critical, workload), *AT, INSTRUMENTS) if "Arbetsmängd" in head
    ]
    assert found == ([f"Bemanning och Arbetsmängd {expected}"] if expected else [])


def test_a_change_that_may_not_be_shown_is_no_finding():
    """The release shows no difference where a few people came or left, and neither does a finding."""
    result = two_waves((30, 90), (50.0, 40.0))
    hidden = replace(result, indices=result.indices.assign(diff_previous=None))
    assert not any("Arbetsmängd" in head for head, _ in findings(hidden, *AT, INSTRUMENTS))


def test_what_many_write_about_and_no_index_asks_is_told():
    """Staffing has an index here, competence has none in this survey."""
    survey = [person for score in (2, 7, 10) for person in wrote(60, "kompetens", enps=score)]
    survey += [person for score in (2, 7, 10) for person in wrote(40, "bemanning", enps=score)]
    asked = [
        replace(person, indices={"osa.arbetsmangd": 40.0 + 10 * (i % 3)}) for i, person in enumerate(survey)
    ]
    found = dict(findings(released(asked), *AT, INSTRUMENTS))
    assert "inget index mäter det" in found["Kompetensutveckling och introduktion"]
    assert "Bemanning" not in found
