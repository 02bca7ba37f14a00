"""A small region whose hidden cells are worked out by hand."""

from __future__ import annotations

import pytest

from tests.release.surveys import ROOT, people, released, row, scored, status
from tests.release.test_attacks import mixed

# Region 99 = Nord 47 + Syd 43 + Stab 9.
# Nord: Akut 20, Medicin 16, Röntgen 7, Labb 4: Labb is below five, alone, so Röntgen goes with it (11).
# Syd: Kirurgi 25, Barn 13, Rehab 3, Psyk 2: Rehab and Psyk are below five; their pool is 3 + 2 = 5, enough.
# Stab has no units. Nobody is hidden at the areas' level.
SIZES = {
    "Nord > Akut": 20,
    "Nord > Medicin": 16,
    "Nord > Röntgen": 7,
    "Nord > Labb": 4,
    "Syd > Kirurgi": 25,
    "Syd > Barn": 13,
    "Syd > Rehab": 3,
    "Syd > Psyk": 2,
    "Stab": 9,
}
HIDDEN = {"Nord > Röntgen", "Nord > Labb", "Syd > Rehab", "Syd > Psyk"}


@pytest.fixture(scope="module")
def golden():
    """The release of the region."""
    return released([person for unit, n in SIZES.items() for person in scored(mixed(n), unit)])


@pytest.mark.parametrize("unit", [ROOT, "Nord", "Syd", *SIZES])
def test_responses_are_hidden_as_worked_out_by_hand(golden, unit):
    """A small unit is hidden, and the next smallest where it would be alone."""
    assert status(golden.response, unit) == ("hidden" if unit in HIDDEN else "shown")


def test_shown_figures_are_the_true_ones(golden):
    """What is shown is neither rounded nor shifted."""
    assert row(golden.response, "Nord")["responses"] == 47
    assert row(golden.enps, ROOT)["n"] == 99
    assert row(golden.enps, "Nord > Akut")[["kritiker", "passiva", "ambassadorer"]].tolist() == [8, 5, 7]


@pytest.mark.parametrize(
    ("n", "expected"),
    [(4, "hidden"), (5, "shown"), (6, "shown")],
    ids=["under", "på", "över"],
)
def test_the_limit_itself_is_shown(n, expected):
    """Five answers are enough, four are not."""
    survey = scored(mixed(n), "A") + scored(mixed(20), "B") + scored(mixed(21), "C")
    assert status(released(survey).response, "A") == expected


@pytest.mark.parametrize(("n", "expected"), [(9, "hidden"), (10, "shown")], ids=["under", "på"])
def test_a_distribution_needs_ten(n, expected):
    """The distribution of answers needs ten where the index needs five."""
    survey = [
        person
        for i in range(n)
        for person in people(1, "A", indices={"hse": 25.0 * (1 + i % 3)}, items={"hse.1": 2 + i % 3})
    ]
    for unit in ("B", "C"):
        for i in range(20):
            survey += people(1, unit, indices={"hse": 25.0 * (i % 5)}, items={"hse.1": 1 + i % 5})
    result = released(survey)
    assert status(result.indices, "A", index_key="hse") == "shown"
    assert status(result.distribution, "A", item="hse.1", answer=3) == expected


def test_an_index_is_hidden_with_its_distribution():
    """Where the index is hidden, a distribution would give it back."""
    survey = people(4, "A", indices={"hse": 50.0}, items={"hse.1": 3})
    for unit, n in (("B", 12), ("C", 20), ("D", 22)):
        for i in range(n):
            survey += people(1, unit, indices={"hse": 25.0 * (i % 5)}, items={"hse.1": 1 + i % 5})
    result = released(survey)
    index = {unit: status(result.indices, unit, index_key="hse") for unit in "ABCD"}
    assert index == {"A": "hidden", "B": "hidden", "C": "shown", "D": "shown"}
    assert status(result.distribution, "B", item="hse.1", answer=3) == "hidden"


def test_a_part_takes_the_total_with_it():
    """HME total and two parts would give the third part away."""
    parts = ("hme.motivation", "hme.ledarskap", "hme.styrning")
    survey = []
    for unit, n in (("A", 8), ("B", 12), ("C", 20), ("D", 22)):
        for i in range(n):
            asked = parts[:2] if unit == "A" and i >= 4 else parts
            values = {key: 25.0 * ((i + j) % 5) for j, key in enumerate(asked)}
            whole = {"hme": sum(values.values()) / 3} if len(asked) == 3 else {}
            survey += people(1, unit, indices=values | whole)
    rows = released(survey).indices
    assert {status(rows, "A", index_key=key) for key in ("hme", *parts)} == {"hidden"}


def test_the_sensitive_theme_needs_twice_as_many():
    """Harassment is shown from ten people, other themes from five."""
    survey = people(9, "A", comment=True, themes=(("utsatthet", "negativ"),))
    survey += people(9, "A", comment=True, themes=(("bemanning", "negativ"),))
    survey += people(30, "A", comment=True, themes=(("kompetens", "positiv"),))
    rows = released(survey).themes
    assert status(rows, "A", theme="bemanning", stance="negativ", enps_group="alla") == "shown"
    assert status(rows, "A", theme="utsatthet", stance="negativ", enps_group="alla") == "hidden"


def test_figures_from_outside_are_always_shown():
    """A comparison has no counts, so it is shown, also beside a hidden unit of its own."""
    from dataclasses import replace

    import pandas as pd

    from tests.release.surveys import measures_of
    from text_analysis.codebook import load_codebook
    from text_analysis.release import release
    from text_analysis.settings import Settings

    survey = measures_of(scored(mixed(30), "A", wave="2025") + scored(mixed(4), "B", wave="2025"))
    given = {"wave": "2024", "level": 1, "unit": "Region > A", "parent": "Region", "enps": -40.8}
    rows = pd.DataFrame([given | {"source": "angiven"}]).reindex(columns=survey.enps.columns)
    both = pd.concat([survey.enps, rows.astype(survey.enps.dtypes)], ignore_index=True)
    both["diff_previous"] = both["diff_previous"].mask(both["unit"] == "Region > A", 3.9)
    result = release(
        "Prov", replace(survey, enps=both), settings=Settings(), codebook=load_codebook(), certificate={}
    )
    before = result.enps[result.enps["wave"] == "2024"].iloc[0]
    assert (before["status"], before["enps"], before["source"]) == ("shown", -40.8, "angiven")
