"""Which question a header is."""

import pytest

from text_analysis.instruments import load_instruments
from text_analysis.read.headers import match_question

SURE = {
    "whole text": ("Mitt arbete känns meningsfullt.", "hme.motivation.1"),
    "capitals without full stop": ("MITT ARBETE KÄNNS MENINGSFULLT", "hme.motivation.1"),
    "numbered": ("3. Jag ser fram emot att gå till arbetet", "hme.motivation.3"),
    "question number": ("Q12_3: Jag vågar prata om mina misstag.", "hse.6"),
    "instrument in front": ("HME - Motivation - Mitt arbete känns meningsfullt", "hme.motivation.1"),
    "in brackets": ("Ta ställning [Jag lär nytt och utvecklas i mitt dagliga arbete.]", "hme.motivation.2"),
    "scale behind": ("Mitt arbete har tydliga mål (1=stämmer dåligt, 5=stämmer bra)", "osa.rolltydlighet.1"),
    "a word more": ("Jag lär mig nytt och utvecklas i mitt dagliga arbete", "hme.motivation.2"),
    "a word less": ("Min chef visar uppskattning för mina arbetsinsatser", "hme.ledarskap.1"),
    "another form": ("Jag är insatt i arbetsplatsens mål", "hme.styrning.1"),
    "another word": ("Jag blir alltid väl bemött på min arbetsplats när jag behöver hjälp", "hse.7"),
    "one of a pair": (
        "Arbetet tar så mycket tid att det går ut över mitt privatliv",
        "osa.konflikt_arbete_privatliv.2",
    ),
    "key": ("hme.ledarskap.2", "hme.ledarskap.2"),
    "key with underscores": ("OSA_stress_1", "osa.stress.1"),
    "pulse name": ("Självstyre", "frisk.sjalvstyre.1"),
    "pulse text": ("1. Jag upplever att min hälsa är god när jag är på mitt arbete", "frisk.halsa.1"),
}


@pytest.mark.parametrize(("header", "key"), SURE.values(), ids=SURE)
def test_a_question_is_known_however_it_is_dressed(header: str, key: str) -> None:
    """Case, punctuation, numbering and small differences of wording do not hide a question."""
    matches = match_question(header)
    assert [(match.key, match.sure) for match in matches] == [(key, True)]


@pytest.mark.parametrize("item", load_instruments().items, ids=lambda item: item.key)
def test_every_question_is_itself_and_no_other(item: object) -> None:
    """No two questions of the instruments are taken for each other."""
    assert [match.key for match in match_question(item.text)] == [item.key]  # type: ignore[attr-defined]


UNSURE = {
    "other verb": "Min närmaste chef är bra på att kommunicera",
    "negation": "Jag känner mig inte stressad i arbetet",
    "half a question": "Min närmaste chef är tillgänglig",
    "between a pair": "Arbetet tar så mycket kraft att det går ut över mitt privatliv",
    "two questions in one": "Mitt arbete känns meningsfullt. Mitt arbete har tydliga mål.",
}


@pytest.mark.parametrize("header", UNSURE.values(), ids=UNSURE)
def test_what_only_resembles_a_question_is_not_sure(header: str) -> None:
    """A question that means something else is never taken without asking."""
    matches = match_question(header)
    assert matches
    assert not any(match.sure for match in matches)


@pytest.mark.parametrize(
    "header",
    ["Kommentar", "Enhet", "Hur trivs du på din arbetsplats?", "Jag trivs med mina kollegor", "", "1", "?!"],
)
def test_other_headers_are_no_question(header: str) -> None:
    """Most headers of an export are no question of the instruments."""
    assert match_question(header) == ()
