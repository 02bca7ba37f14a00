"""The audit as plain values and as a text for unions and safety representatives."""

from __future__ import annotations

import json

import pytest

from tests.release.surveys import released, scored
from tests.release.test_attacks import mixed
from text_analysis.release import audit_text


@pytest.fixture(scope="module")
def certificate():
    """The certificate of a release with hidden units."""
    survey = scored(mixed(20), "A") + scored(mixed(7), "B") + scored(mixed(4), "C")
    return released(survey).certificate


def test_every_cell_is_counted_once(certificate):
    """Shown cells and those hidden at each stage sum to all cells."""
    for cells in certificate["audit"]["cells"].values():
        stages = ("shown", "hidden_limit", "hidden_complementary", "hidden_audit")
        assert cells["cells"] == sum(cells[stage] for stage in stages)


def test_the_audit_tells_limit_from_protection_in_total_only(certificate):
    """One unit is under the limit, one is hidden beside it; which one is nowhere said."""
    cells = certificate["audit"]["cells"]["response"]
    assert (cells["hidden_limit"], cells["hidden_complementary"]) == (1, 1)
    assert "Region >" not in json.dumps(certificate, ensure_ascii=False)


def test_the_text_is_swedish_and_promises_no_anonymity(certificate):
    """The words are plain, the figures are there, and nothing is called anonymous."""
    text = audit_text(certificate)
    assert text.startswith("# Granskning av röjanderisk: Prov")
    assert "minst 5 svar" in text
    assert "| Svarsfrekvens | 4 | 2 | 1 | 1 | 0 |" in text
    assert "anonym" not in text.casefold()


def test_the_text_tells_what_an_attacker_learns_at_most(certificate):
    """Per kind of figure, how closely the best attacker gets: never closer than two people."""
    narrowest = certificate["audit"]["attack"]["narrowest_people"]
    assert min(narrowest.values()) >= 2
    assert "personer: Svarsfrekvens" in audit_text(certificate)
    assert "## Vad en angripare som mest får veta" in audit_text(certificate)
