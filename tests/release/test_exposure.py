"""Yes or no on harassment: never for small groups, never for few."""

from __future__ import annotations

import pytest

from tests.release.surveys import ROOT, people, released, row, status
from text_analysis.settings import Settings

KEY = "utsatthet.sexuella_trakasserier"


def answered(yes: int, no: int, unit: str):
    """Respondents who said yes, and those who said no."""
    said = [people(n, unit, indices={KEY: 100.0 * answer}, items={f"{KEY}.1": answer})
            for n, answer in ((yes, 1), (no, 0))]  # fmt: skip
    return said[0] + said[1]


REST = answered(30, 170, "B") + answered(40, 200, "C")


@pytest.mark.parametrize(
    ("yes", "no", "expected"),
    [(6, 23, "hidden"), (6, 24, "shown"), (4, 60, "hidden"), (5, 60, "shown"), (0, 60, "hidden")],
    ids=["29-svar", "30-svar", "fyra-ja", "fem-ja", "inget-ja"],
)
def test_exposure_needs_thirty_answers_and_five_of_each(yes, no, expected):
    """Four who said yes among sixty-four are as hidden as nobody is."""
    result = released(answered(yes, no, "A") + REST)
    assert status(result.indices, "A", index_key=KEY) == expected
    assert status(result.distribution, "A", item=f"{KEY}.1", answer=1) == expected
    assert row(result.indices, ROOT, index_key=KEY)["n"] == yes + no + 440


def test_what_a_hidden_unit_leaves_is_no_small_group():
    """A unit with few exposed is hidden, and the smallest beside it: together they hide whose yes it is."""
    indices = released(answered(2, 40, "A") + REST).indices
    assert [status(indices, unit, index_key=KEY) for unit in (ROOT, "A", "B", "C")] == [
        "shown", "hidden", "hidden", "shown",
    ]  # fmt: skip


def test_the_limit_can_be_raised():
    """An organisation may decide that exposure is shown from a hundred answers."""
    survey = answered(10, 50, "A") + REST + answered(10, 60, "D")
    indices = released(survey, Settings(min_exposure=100)).indices
    assert [status(indices, unit, index_key=KEY) for unit in "ABCD"] == ["hidden", "shown", "shown", "hidden"]
