"""What the shipped coder always holds to, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from text_analysis.codebook import load_codebook
from text_analysis.coding import code_texts, explain, theme_shares
from text_analysis.records import STANCES

THEMES = {theme.id for theme in load_codebook().themes}
CLEAR = [
    ("Höj lönen!", "lon_formaner", "forslag"),
    ("Min chef lyssnar aldrig på oss", "narmaste_chef", "negativ"),
    ("Underbara kollegor som hjälper varandra", "kollegor", "positiv"),
    ("Journalsystemet hänger sig varje dag", "it_system", "negativ"),
    ("Delade turer varannan helg tar knäcken på mig", "schema_arbetstid", "negativ"),
    ("Stoppa besparingarna", "resurser_ekonomi", "forslag"),
    ("The salary is too low", "lon_formaner", "negativ"),
    ("My colleagues are wonderful", "kollegor", "positiv"),
]


@pytest.mark.parametrize(("text", "theme", "stance"), CLEAR)
def test_plain_comments_are_coded_as_anyone_would(text: str, theme: str, stance: str) -> None:
    """A comment nobody would argue over gets its theme and stance."""
    labels = {label.theme: label.stance for label in code_texts([text])[0].labels}
    assert labels.get(theme) == stance


def test_a_contrast_gets_two_stances() -> None:
    """Praise before "men" and criticism after it are not merged."""
    labels = {
        label.theme: label.stance for label in code_texts(["Bra kollegor men lönen är ett skämt"])[0].labels
    }
    assert labels["kollegor"] == "positiv"
    assert labels["lon_formaner"] == "negativ"


@pytest.mark.parametrize(
    ("question", "stance"),
    [
        ("Vad är viktigast att bevara?", "positiv"),
        ("Vad behöver förbättras?", "forslag"),
        ("Vad är du mindre nöjd med?", "negativ"),
    ],
)
def test_the_question_tells_what_a_bare_noun_means(question: str, stance: str) -> None:
    """A bare "kollegorna" is praise where asked what to keep, a wish where asked what to improve."""
    labels = code_texts(["kollegorna"], [question])[0].labels
    assert [label.stance for label in labels if label.theme == "kollegor"] == [stance]


@pytest.mark.parametrize(
    ("question", "answer", "theme"),
    [
        ("Får du den information du behöver?", "För det mesta.", "information"),
        ("Hur är arbetsbelastningen?", "Lagom", "arbetsbelastning"),
        ("Är ni tillräckligt många på arbetsplatsen?", "Nej, aldrig.", "bemanning"),
        ("Hur fungerar schemat för dig?", "Min chef är bra", "narmaste_chef"),
    ],
)
def test_an_answer_is_about_its_question_unless_it_says_otherwise(
    question: str, answer: str, theme: str
) -> None:
    """Words that name no theme take the question's; those that do keep their own."""
    assert [label.theme for label in code_texts([answer], [question])[0].labels] == [theme]


def test_an_answer_to_a_question_about_everything_is_coded_by_itself() -> None:
    """Asked how it is at work, or for anything else, people get no theme they did not name."""
    questions = ["", "Hur är det att jobba hos oss?", "Har du något mer att tillägga?"]
    coded = code_texts(["Lönen är för låg"] * 3, questions)
    assert {tuple(label.theme for label in answer.labels) for answer in coded} == {("lon_formaner",)}


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_every_label_has_its_span_in_the_text(text: str) -> None:
    """Spans lie within the text, hold something, come in order, and no theme comes twice."""
    coded = code_texts([text])[0]
    starts = [label.start for label in coded.labels]
    assert starts == sorted(starts)
    assert len({label.theme for label in coded.labels}) == len(coded.labels)
    for label in coded.labels:
        assert 0 <= label.start < label.end <= len(text)
        assert text[label.start : label.end].strip()
        assert label.theme in THEMES
        assert label.stance in STANCES
        assert 0 <= label.score <= 1


def test_order_and_company_do_not_matter() -> None:
    """A comment is coded the same alone, among others, and in any order."""
    texts = [text for text, _, _ in CLEAR] + ["-", "", "Allt är bra här"]
    together = code_texts(texts)
    assert together == [code_texts([text])[0] for text in texts]
    assert together == code_texts(texts[::-1])[::-1]


def test_non_answers_have_no_labels() -> None:
    """A text without content is not coded."""
    assert [coded.labels for coded in code_texts(["-", "nej", "se ovan"])] == [(), (), ()]


def test_the_word_that_made_the_theme_is_named() -> None:
    """The explanation of pay in a comment of pay and colleagues names pay, not colleagues."""
    text = "Bra kollegor men lönen är ett skämt"
    label = next(label for label in code_texts([text])[0].labels if label.theme == "lon_formaner")
    words = explain(text, label)
    assert words[0][0] == "lönen"
    assert all(weight > 0 for _, weight in words)


def test_shares_have_intervals_that_hold_them() -> None:
    """Corrected shares lie inside their intervals, and more comments make the sampling part smaller."""
    texts = [text for text, _, _ in CLEAR]
    few, many = theme_shares(texts), theme_shares(texts * 20)
    assert all(0 <= share.low <= share.share <= share.high <= 1 for share in few)
    assert sum(s.high - s.low for s in many) < sum(s.high - s.low for s in few)


def test_no_text_has_no_shares() -> None:
    """Nothing said gives no estimate rather than a division by zero."""
    assert theme_shares(["-"]) == ()
