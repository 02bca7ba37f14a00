"""Sub-themes of real comments: words that mean the same come together, the rest is found by a noun."""

from __future__ import annotations

import numpy as np
import pytest

from text_analysis.codebook import load_codebook
from text_analysis.discover import DiscoverySegment, KnownThemes, Topic, Topics, discover
from text_analysis.discover.known_parts import shared_out
from text_analysis.sub_themes import load_sub_themes

SCHEDULE, PAY, STAFF = "schema_arbetstid", "lon_formaner", "bemanning"
THEMES = (SCHEDULE, PAY, STAFF)
KNOWN = KnownThemes({theme.id: theme.name_sv for theme in load_codebook().themes}, load_sub_themes())
WEEKENDS = (
    "Varannan helg är för ofta",
    "Jobbar nästan varje lördag",
    "Aldrig ledig en söndag i sommar",
    "Röda dagar fördelas alltid på oss",
    "Stod på tur för julafton igen",
)
SPLIT_SHIFTS = (
    "Ta bort de delade turerna",
    "Delade turer är ett gissel",
    "Håltimmarna mitt på dagen är obetald väntan",
    "Delat pass tre gånger i veckan",
    "Långpassen tar knäcken på folk",
)
TURNAROUNDS = (
    "Kväll-morgon-kväll-morgon",
    "Dygnsvilan följs inte",
    "Slutar 22 och börjar 06.45",
    "Elva timmars vila finns bara på papperet",
    "Korta byten gör att man inte sover",
)
POOL = (
    "Rotationen till Björkgården är hopplös",
    "Björkgården får alltid de sämsta raderna",
    "Man vet inte om det blir Björkgården",
    "På Björkgården är raderna lagda av en dator",
    "Skickas till Björkgården med en timmes varsel",
)
SMALL_CHANGE = (
    "Fick 340 kr mer",
    "700 kr efter skatt",
    "Det blev 37 kr",
    "Står på 24 500 kr",
    "En tusenlapp och 200 kr",
)
ADJECTIVES = ("Fina dagar", "En fin rad", "Fint lagt", "Fina rader ibland", "Har haft fina rader")


def topics_of(*groups: tuple[str, tuple[str, ...]], previous: Topics | None = None) -> Topics:
    """The topics of clauses with their theme, one person a clause, beside forty clauses of another theme."""
    clauses = [(theme, text) for theme, texts in groups for text in texts]
    clauses += [(STAFF, f"Så är det på avdelning {number}") for number in range(40)]
    segments = [
        DiscoverySegment(f"k{number}", f"r{number}", text, theme, 0, len(text))
        for number, (theme, text) in enumerate(clauses)
    ]
    odds = np.array([[3.0 if theme == own else -5.0 for own in THEMES] for theme, _ in clauses])
    return discover(segments, odds, themes=THEMES, known=KNOWN, previous=previous)


def labels(topics: Topics, theme: str) -> dict[str, int]:
    return {part.label: part.n for part in topics.parts if part.parent_theme == theme}


def part_of(topics: Topics, label: str) -> Topic:
    return next(part for part in topics.parts if part.label == label)


@pytest.fixture(scope="module")
def found() -> Topics:
    return topics_of((SCHEDULE, WEEKENDS), (SCHEDULE, SPLIT_SHIFTS), (SCHEDULE, TURNAROUNDS))


def test_what_a_strategist_tells_apart_is_told_apart(found):
    """Weekends, split shifts and short turnarounds come apart though each person used other words."""
    assert labels(found, SCHEDULE) == {
        "Helger och röda dagar": 5,
        "Delade turer och långa pass": 5,
        "Korta byten och dygnsvila": 5,
    }


def test_a_known_sub_theme_shows_no_word_that_few_used(found):
    """Five people with five words of their own make a sub-theme without words, typical comments it has."""
    weekends = part_of(found, "Helger och röda dagar")
    assert weekends.words == ()
    assert set(weekends.typical_ids) <= {f"k{number}" for number in range(5)}
    assert weekends.typical_ids


def test_a_known_sub_theme_has_the_same_id_in_every_wave(found):
    """The id comes from the file of sub-themes, whatever words people use and whatever was there before."""
    again = topics_of((SCHEDULE, WEEKENDS[::-1]), (PAY, SMALL_CHANGE), previous=found)
    assert part_of(again, "Helger och röda dagar").id == f"{SCHEDULE}.helger"
    kinds = {(row.kind, row.previous or row.current) for row in again.bridge}
    assert ("kept", f"{SCHEDULE}.helger") in kinds
    assert ("gone", f"{SCHEDULE}.delade_turer") in kinds


def test_four_people_make_no_sub_theme():
    """What four speak of stays in the theme's rest."""
    assert labels(topics_of((SCHEDULE, WEEKENDS[:4]), (SCHEDULE, SPLIT_SHIFTS)), SCHEDULE) == {
        "Delade turer och långa pass": 5
    }


def test_the_surveys_own_matter_is_found_by_its_noun():
    """A place that no file knows becomes a sub-theme by its name, beside the known ones."""
    found = topics_of((SCHEDULE, WEEKENDS), (SCHEDULE, POOL))
    own = [part for part in found.parts if not part.is_known]
    assert [(part.words[0], part.n) for part in own] == [("björkgården", 5)]


@pytest.mark.parametrize(
    ("theme", "clauses"), [(PAY, SMALL_CHANGE), (SCHEDULE, ADJECTIVES)], ids=["unit of money", "adjective"]
)
def test_a_bare_unit_or_adjective_names_nothing(theme, clauses):
    """Such words tell nobody what people speak of, and are no sub-theme, word or label."""
    found = topics_of((theme, clauses), (SCHEDULE, WEEKENDS))
    assert {part.label for part in found.parts} == {"Helger och röda dagar"}
    assert not {"kr", "fina"} & {word for topic in found.topics for word in topic.words}


def test_the_smallest_gives_way_and_its_segments_move_on():
    """A segment of a sub-theme that is too small goes to the next one it names; nobody is in two."""
    people = np.arange(8)
    said = {0: (1,), 1: (1,), 2: (0, 1), 3: (0, 1), 4: (1,), 5: (2,), 6: (2,), 7: (2,)}
    assert shared_out(said, people, min_people=3, at_most=9) == {1: [0, 1, 2, 3, 4], 2: [5, 6, 7]}
    assert shared_out(said, people, min_people=3, at_most=1) == {1: [0, 1, 2, 3, 4]}
    assert shared_out(said, people, min_people=6, at_most=9) == {}
