"""A click works nothing out again: what a page has shown of a release is kept."""

from __future__ import annotations

import gc

import pytest

from tests.app import synthetic
from tests.app.conftest import opened
from tests.app.test_pages import BY_UNIT
from text_analysis.present.cut import unit_label
from text_analysis.present.kept import RESULTS, kept
from text_analysis.present.translation import speak
from text_analysis.records import Released


def n_worked_out() -> int:
    """How much is kept of all releases."""
    return sum(len(results) for results in RESULTS.values())


UNIT = unit_label(f"{synthetic.REGION} > Norra området")


@pytest.mark.parametrize("page", BY_UNIT)
@pytest.mark.usefixtures("home")
def test_a_click_works_nothing_out_again(page: str) -> None:
    """Opening a page works its figures out; opening its tables, or the page again, does not."""
    app = opened(page, survey=synthetic.region().name, unit=UNIT)
    worked_out = n_worked_out()
    for toggle in app.toggle:
        toggle.set_value(True).run()
    opened(page, survey=synthetic.region().name, unit=UNIT)
    assert not app.exception
    assert n_worked_out() == worked_out


@pytest.mark.usefixtures("home")
def test_another_unit_is_worked_out() -> None:
    """What is kept belongs to the unit it was worked out for."""
    app = opened("oversikt", survey=synthetic.region().name, unit=UNIT)
    worked_out = n_worked_out()
    next(box for box in app.selectbox if box.label == "Enhet").set_value(
        f"{synthetic.REGION} > Tandvården"
    ).run()
    assert n_worked_out() > worked_out


def test_each_release_and_language_has_its_own() -> None:
    """Two releases with the same content are two, and what is said in Swedish is not kept for English."""
    asked: list[tuple[str, str]] = []

    @kept
    def first_unit(released: Released, wave: str) -> str:
        """What was asked, and that it was."""
        asked.append((str(id(released)), wave))
        return wave

    one, other = synthetic.pulse(), synthetic.pulse()
    for released, wave in ((one, "a"), (one, "a"), (one, "b"), (other, "a")):
        assert first_unit(released, wave) == wave
    assert len(asked) == 3
    speak("en")
    first_unit(one, "a")
    speak("sv")
    assert len(asked) == 4


def test_what_was_worked_out_goes_with_its_release() -> None:
    """A survey that has been run again leaves nothing behind."""

    @kept
    def table(released: Released) -> object:
        """Something made of a release."""
        return released.enps.copy()

    released = synthetic.pulse()
    table(released)
    n_before = len(RESULTS)
    del released
    gc.collect()
    assert len(RESULTS) < n_before
