"""The sections after the indices: development, managers' questions and exposure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.read.conftest import plain_mapping
from text_analysis.index_values import index_values
from text_analysis.instruments import load_instruments
from text_analysis.read import RawTable, propose_mapping, read_survey

Table = Callable[..., RawTable]
ASKED = "Har du under det senaste året varit utsatt för kränkande särbehandling i ditt arbete"
KEY = "utsatthet.krankande_sarbehandling"


def with_answers(table: Table, header: str, answers: Sequence[str]) -> RawTable:
    """A small survey with one more question."""
    rows = [("Enhet 1", str(6 + i % 5), "", answer) for i, answer in enumerate(answers)]
    return table(("Enhet", "eNPS", "Kommentar", header), *rows)


def test_exposure_is_known_by_its_text_and_yes_is_yes(table: Table) -> None:
    """Answers in words need no asking; the value is the percentage of yes."""
    found = with_answers(table, f"12. {ASKED}", ["Ja", "Nej", "NEJ", "nej", "Vill ej svara"])
    proposal = propose_mapping(found, name="Kommunen")
    assert proposal.mapping.items == {f"12. {ASKED}": f"{KEY}.1"}
    assert not any(ASKED in doubt for doubt in proposal.open)
    survey = read_survey([(found, plain_mapping(items={f"12. {ASKED}": f"{KEY}.1"}))], name="Kommunen")
    values = index_values(survey.respondents, survey.items, load_instruments())
    assert values[KEY].mean() == 25
    assert survey.missing_answers == {f"12. {ASKED}": 1}


def test_one_and_two_are_asked_about(table: Table) -> None:
    """Whether 1 is yes or no is never assumed."""
    proposal = propose_mapping(with_answers(table, ASKED, ["1", "2", "2", "2"]), name="Kommunen")
    assert any(ASKED in doubt and "[scales]" in doubt for doubt in proposal.open)


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("Jag får den kompetensutveckling som mina arbetsuppgifter kräver", "utveckling.2"),
        ("Jag får stöd från min egen chef i ledarskapet.", "chef.2"),
    ],
)
def test_sections_are_known_by_their_text(table: Table, header: str, key: str) -> None:
    """Development and managers' questions are read as the five-point questions they are."""
    found = with_answers(table, header, ["5", "4", "Stämmer mycket bra", "1"])
    assert propose_mapping(found, name="Kommunen").mapping.items == {header: key}
