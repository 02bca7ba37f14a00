"""Candidates for quotes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.small_survey import assignments_of, comments_of, survey_of
from text_analysis.link import measure_quotes
from text_analysis.link.quotes import sentences_around

SURVEY = survey_of([{"unit": "R > A"}, {"unit": "R > B"}])


@pytest.mark.parametrize(
    ("text", "evidence", "expected"),
    [
        pytest.param("Bra chef. Schemat är dåligt! Lönen?", "Schemat", "Schemat är dåligt!", id="middle"),
        pytest.param("Bra chef. Dåligt schema", "schema", "Dåligt schema", id="last, without a stop"),
        pytest.param(
            "Möte kl. 7 varje dag, t.ex. måndag. Bra.", "7", "Möte kl. 7 varje dag, t.ex. måndag.", id="kl."
        ),
        pytest.param("- kollegorna\n- lönen\n- chefen", "lönen", "- lönen", id="a line of a list"),
        pytest.param("Bra. Dåligt schema. Låg lön. Slut", "schema. Låg", "Dåligt schema. Låg lön.", id="two"),
        pytest.param("[NAMN] är bra. [PLATS] är kall.", "kall", "[PLATS] är kall.", id="a mask begins it"),
        pytest.param("Hon sa ”vänta.” Åter ingen lön.", "lön", "Åter ingen lön.", id="after a quotation"),
        pytest.param(
            "bra chef. dåligt schema", "schema", "bra chef. dåligt schema", id="no capitals, no cut"
        ),
    ],
)
def test_a_quote_is_the_sentences_around_the_evidence(text, evidence, expected):
    """Whole sentences, never half of one."""
    start = text.index(evidence)
    quote, begins, ends = sentences_around(text, start, start + len(evidence))
    assert quote == expected
    assert quote[begins:ends] == evidence


@given(st.text(alphabet="aÅ .!\n[", max_size=40), st.data())
def test_a_quote_holds_its_evidence(text, data):
    """Whatever the text, the quote is part of it and holds the evidence without its outer blanks."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote, begins, ends = sentences_around(text, start, end)
    assert quote in text
    assert quote[begins:ends].strip() == text[start:end].strip()


def test_a_quote_may_be_shown_in_every_unit_above_its_writer():
    """One candidate per level, with the writer to be counted by."""
    comments = comments_of(SURVEY, [{"by": 1, "masked": "Bra schema. Låg lön."}])
    quotes = measure_quotes(SURVEY, comments, assignments_of(comments, [(0, "schema_arbetstid", "positiv")]))
    assert quotes[["unit", "text"]].values.tolist() == [["R", "Bra schema."], ["R > B", "Bra schema."]]
    assert set(quotes["respondent_id"]) == {"p1"}


@pytest.mark.parametrize(
    ("flags", "held"),
    [
        pytest.param({}, False, id="nothing"),
        pytest.param({"quasi_score": 1}, False, id="one giveaway"),
        pytest.param({"quasi_score": 2}, True, id="two giveaways"),
        pytest.param({"review": True}, True, id="marked for review"),
    ],
)
def test_a_comment_that_may_point_out_its_writer_is_held(flags, held):
    """A person decides about those before anyone else reads them."""
    comments = comments_of(SURVEY, [{"by": 0} | flags])
    quotes = measure_quotes(SURVEY, comments, assignments_of(comments, [(0, "kollegor", "positiv")]))
    assert set(quotes["held"]) == {held}


def test_non_answers_and_no_theme_give_no_quotes():
    """There is nothing to show."""
    comments = comments_of(SURVEY, [{"by": 0, "content": False}, {"by": 1}])
    said = [(0, "kollegor", "positiv"), (1, "ingen", "neutral")]
    assert measure_quotes(SURVEY, comments, assignments_of(comments, said)).empty
