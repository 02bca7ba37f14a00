"""Stoppljus: shares of the answers behind an index, worse to better, of the release's own rows."""

from __future__ import annotations

import pytest

from tests.app import synthetic
from text_analysis.instruments import load_instruments
from text_analysis.present.numbers import percent
from text_analysis.present.stoppljus import lights
from text_analysis.records import Released


@pytest.fixture(scope="module")
def region() -> Released:
    """The made-up region."""
    return synthetic.region()


def answers(region: Released, item: str) -> dict[int, float]:
    """The released shares of a question, whole organisation."""
    rows = region.distribution.query("level == 0 and item == @item")
    return dict(zip(rows["answer"], rows["share"].astype(float), strict=True))


@pytest.mark.parametrize(
    ("index", "worse", "better"),
    [
        pytest.param("hme.motivation", (1, 2), (4, 5), id="high-is-good"),
        pytest.param("osa.stress", (4, 5), (1, 2), id="high-is-bad"),
    ],
)
def test_ends_are_the_answers_of_the_questions(region: Released, index: str, worse, better) -> None:
    """The mean over the index's questions of the two answers at each end."""
    items = [item.key for item in load_instruments().items if item.index_key == index]
    found = [answers(region, item) for item in items]
    bar = lights(region, "2025", synthetic.REGION, load_instruments())[index]
    for part, ends in ((bar.parts[0], worse), (bar.parts[2], better)):
        expected = sum(sum(shares[answer] for answer in ends) for shares in found) / len(found)
        assert part.share == pytest.approx(expected)
        assert part.text == percent(expected, 0)


def test_ten_answers_are_taken_two_by_two() -> None:
    """On 1–10 the worse end is 1–4 and the better 7–10."""
    pulse = synthetic.pulse()
    rows = pulse.distribution.query("level == 0 and wave == '2023-12' and index_key == 'frisk.halsa'")
    shares = dict(zip(rows["answer"], rows["share"].astype(float), strict=True))
    bar = lights(pulse, "2023-12", synthetic.PULSE, load_instruments())["frisk.halsa"]
    assert bar.parts[0].share == pytest.approx(sum(shares[n] for n in (1, 2, 3, 4)))
    assert bar.parts[1].share == pytest.approx(shares[5] + shares[6])


def test_protected_answers_give_no_light(region: Released) -> None:
    """A unit with hidden answers has none."""
    assert lights(region, "2025", synthetic.TINY, load_instruments()) == {}
