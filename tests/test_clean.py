"""Non-answers are told from answers, and languages from each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from text_analysis.clean import clean, has_content

NON_ANSWERS = [
    "-", "--", "...", "…", "?", "x", "XX", "nej", "Nej.", "nej tack", "Nä, inget", "inget",
    "Inget särskilt.",
    "Inga kommentarer", "ingen kommentar", "Inga synpunkter just nu", "vet ej", "Vet inte riktigt",
    "hmm vet inte",
    "se ovan", "Se mitt svar ovan", "se föregående fråga", "samma som förra gången", "Samma svar som ovan",
    "har inget att tillägga", "Jag har inget mer att säga", "kommer inte på något",
    "kan inte komma på nåt just nu",
    "pass", "Passar på den", "hoppar över denna", "vill inte svara", "ej aktuellt", "Inte aktuellt för mig",
    "n/a", "N/A", "none", "nothing to add", "No comment", "I don't know", "ei mitään", "ingen aning",
    "asdf", "Har ej mer att tillägga", "vet faktiskt ej", "nej det behövs inte", "Nej inget exempel",
    "nej, tack ändå", "Nej tack, inte den här gången", "Inget jag kommer på så här på rak arm",
    "Svårt att säga", "lämnar blankt", "Det har jag redan svarat på",
    "har redan svarat", "Allt är sagt", "ingenting att tillägga just nu, tack", "😀", "👍👍", "!!!", "0",
]  # fmt: skip
ANSWERS = [
    "Lön", "lönen!", "Schema", "Chefen", "Fler", "Nej, lönen är för låg", "Inget fungerar",
    "Inget stöd från chefen",
    "Ingen lyssnar", "Inga vikarier sätts in", "Vet inte vem som är min chef", "Vet aldrig när jag jobbar",
    "Se över schemat", "Se oss!", "Samma lön för samma jobb", "Samma människor får alltid ledigt",
    "Inget att klaga på",
    "Inga raster", "Passen är för långa", "Har inget att säga till om", "Kan inte ta ut min semester",
    "Allt är bra", "Trivs", "10/10", "Nothing works", "No breaks", "Inget, men kaffet är dåligt",
    "Kommer inte på något dåligt, underbara kollegor", "Ej tillräckligt med personal",
    "Ingen svarar på frågor", "Inget förslag blir av", "Det är inte bra", "Vet inte vad jag får säga",
]  # fmt: skip


@pytest.mark.parametrize("text", NON_ANSWERS)
def test_non_answers_are_set_aside(text: str) -> None:
    """A text that says nothing has no content."""
    assert not has_content(text)


@pytest.mark.parametrize("text", ANSWERS)
def test_short_answers_are_kept(text: str) -> None:
    """A text with a thought has content, however short, and however like a non-answer it begins."""
    assert has_content(text)


@pytest.mark.parametrize("text", ["", "   ", "\x00\x01\x02", "\u200b\u200e", "\n\n\t", "\ud7ff"])
def test_nothing_readable_is_no_content(text: str) -> None:
    """Empty strings, control characters and blanks have no content and do not crash."""
    assert not has_content(text) or text.strip().isalnum()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Schemat är dåligt och vi är för få på helgerna", "sv"),
        ("Lönen!", "sv"),
        ("bättre chef", "sv"),
        ("My manager always listens and the team is great", "en"),
        ("Please hire more people, we need help", "en"),
        ("Esimies ei kuuntele meitä ja työtä on liian paljon", "fi"),
        ("Jeg får ikke vite hva som skjer, og lønnen er dårlig", "nb"),
        ("راتبي قليل جدا", "ar"),
        ("Зарплата маленькая", "ru"),
        ("12 %", "und"),
        ("😀", "und"),
    ],
)
def test_languages_are_told_apart(text: str, language: str) -> None:
    """The language is that of the words, Swedish where nothing else is said."""
    assert clean([text])[0].language == language


def test_a_long_text_is_content_without_a_closer_look() -> None:
    """A text of 100 kB is content and is read in no time."""
    assert has_content("ord " * 25_000)


@given(st.lists(st.text(max_size=60), max_size=5))
def test_cleaning_keeps_number_and_order(texts: list[str]) -> None:
    """One answer per text, the same whatever stands around it."""
    assert clean(texts) == [clean([text])[0] for text in texts]
