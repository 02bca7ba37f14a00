"""A small region whose hidden cells are worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from tests.release.surveys import ROOT, measures_of, people, released, row, scored, status, writers
from tests.release.test_attacks import mixed
from text_analysis.codebook import load_codebook
from text_analysis.instruments import load_instruments
from text_analysis.release import release
from text_analysis.release.closure import close
from text_analysis.release.cube import LAYERS, cube_of
from text_analysis.settings import Settings

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


@pytest.mark.parametrize(("n", "told"), [(9, False), (10, True)], ids=["under", "på"])
def test_enps_groups_need_ten_and_the_score_five(n, told):
    """The three groups and the interval are a distribution; the score alone is a mean."""
    survey = scored(mixed(n), "A") + scored(mixed(20), "B") + scored(mixed(30), "C") + scored(mixed(40), "D")
    found = row(released(survey).enps, "A")
    assert (found["status"], found["n"]) == ("shown", n)
    assert found[["kritiker", "passiva", "ambassadorer", "low", "high"]].notna().tolist() == [told] * 5


def test_groups_beside_hidden_groups_give_way_and_keep_their_score():
    """Nine people's groups would be the whole less the others': the next smallest unit's groups go too."""
    survey = scored(mixed(9), "A") + scored(mixed(20), "B") + scored(mixed(30), "C") + scored(mixed(40), "D")
    enps = released(survey).enps
    told = {unit: pd.notna(row(enps, unit)["kritiker"]) for unit in (ROOT, *"ABCD")}
    assert told == {ROOT: True, "A": False, "B": False, "C": True, "D": True}
    assert {status(enps, unit) for unit in (ROOT, *"ABCD")} == {"shown"}


@pytest.mark.parametrize(
    ("scores", "expected"),
    [([2, 3, 4, 5, 9], "hidden"), ([2, 3, 7, 7, 9], "shown")],
    ids=["fyra-kritiker-en-ambassadör", "spridda"],
)
def test_a_score_that_tells_the_groups_is_hidden(scores, expected):
    """With n = 5, −60 leaves only 4–0–1 and 3–2–0; −20 leaves kritiker from one to three."""
    survey = scored(scores, "A") + scored(mixed(20), "B") + scored(mixed(30), "C") + scored(mixed(40), "D")
    assert status(released(survey).enps, "A") == expected


def test_a_themes_enps_groups_are_hidden_with_the_units():
    """How many kritiker write about a theme is a part of how many kritiker there are."""
    survey = writers(30, "A", "bemanning") + writers(30, "B", "bemanning")
    cube = cube_of(measures_of(survey), load_codebook(), load_instruments())
    masks = {layer: np.zeros_like(cube.grid(layer).asked) for layer in LAYERS}
    masks["enps_spread"][1] = True
    close(masks, cube)
    hidden = cube.themes_view(masks["themes"])
    assert hidden[1, :, :, 1:].all()
    assert not hidden[1, :, :, 0].any()
    assert not hidden[[0, 2]].any()


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
