"""An attacker who has the released tables and a solver finds no hidden count and no hidden value."""

from __future__ import annotations

import numpy as np
import pytest

from tests.release.attacker import attacks, pool_width
from tests.release.surveys import Person, released

THEMES = ("bemanning", "lon_formaner")
STANCES = ("negativ", "negativ", "forslag", "positiv", "neutral")


def region(seed: int, sizes: list[list[int]], waves: tuple[str, ...] = ("2025",)) -> list[Person]:
    """A small region with areas and units of the given sizes; everybody answers and writes."""
    draw = np.random.default_rng(seed)
    survey = []
    for wave in waves:
        for a, area in enumerate(sizes):
            for u, size in enumerate(area):
                for _ in range(size):
                    said = str(draw.choice(THEMES)), str(draw.choice(STANCES))
                    person = Person(
                        f"Region > Område {a} > Enhet {u}",
                        enps=int(draw.integers(0, 11)),
                        wave=wave,
                        indices={"hme.motivation": round(int(draw.integers(0, 13)) / 12 * 100, 3)},
                        comment=bool(draw.random() < 0.9),
                        themes=(said,),
                    )
                    survey.append(person)
    return [p if p.comment else Person(p.unit, p.enps, p.wave, p.indices) for p in survey]


SMALL = [[2, 4, 7, 12], [18, 12, 3], [5, 9]]


@pytest.mark.parametrize("seed", [1, 2], ids=["ett", "två"])
def test_no_hidden_count_can_be_told(seed):
    """No sum over units, stances or eNPS groups tells a hidden count to within two people."""
    release = released(region(seed, SMALL))
    told = {name: attack.exposed() for name, attack in attacks(release)}
    determined = {name: attack.determined() for name, attack in attacks(release)}
    assert {name: cells for name, cells in told.items() if cells} == {}
    assert {name: cells for name, cells in determined.items() if cells} == {}


def test_two_waves_tell_no_more_than_one():
    """The waves of one release are solved each for itself: no hidden count follows from either."""
    release = released(region(3, [[4, 11, 14], [6, 20]], waves=("1", "2")))
    assert all(not attack.exposed() for _, attack in attacks(release))


def test_the_attacker_finds_what_only_the_limit_hides():
    """The attacker is no straw man: a lone hidden unit and an empty pool are both found."""
    release = released(region(1, SMALL))
    shown = release.response.assign(status="shown")
    truth = {"Region > Område 0": 25, "Region > Område 0 > Enhet 0": 2, "Region > Område 0 > Enhet 2": 7}
    shown["responses"] = shown["unit"].map(truth).fillna(shown["responses"]).astype("Int64")
    opened = type(release)(**{**_tables(release), "response": shown})
    attack = dict(attacks(opened))["responses"]
    hidden = ("responses", "2025", "Region > Område 0 > Enhet 1")
    assert attack.counts[hidden] is None
    assert attack.exposed()[hidden] == pytest.approx((4.0, 4.0))
    assert hidden in attack.determined()


def test_hidden_values_stay_wide_for_somebody_who_counts_heads():
    """Knowing how many answered, the mean of a small unit is still uncertain by 20 points."""
    survey = region(4, SMALL)
    rows = released(survey).indices
    for area in ("Region > Område 0", "Region > Område 1", "Region > Område 2"):
        if rows[rows["unit"] == area].iloc[0]["status"] == "hidden":
            continue
        hidden = rows[(rows["parent"] == area) & (rows["status"] == "hidden")]["unit"]
        sizes = {unit: sum(person.unit == unit for person in survey) for unit in hidden}
        small = {unit: n for unit, n in sizes.items() if n < 5}
        assert all(width >= 20 for width in pool_width(rows, area, small).values())


def _tables(release) -> dict[str, object]:
    return {name: getattr(release, name) for name in release.__dataclass_fields__}
