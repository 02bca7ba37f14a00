"""Discovery as a whole: laws that hold for every survey, and what it finds in a small one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.discover.survey import THEMES, survey
from text_analysis.discover import REST, DiscoverySegment, KnownThemes, Topics, discover
from text_analysis.errors import TableError


@pytest.fixture(scope="module")
def found() -> Topics:
    segments, vectors = survey()
    return discover(segments, vectors, themes=THEMES)


def places(topics: Topics, kind: str) -> Counter[str]:
    """How many comments of a kind begin with a segment of each topic."""
    return Counter(p.topic for p in topics.placements if p.comment_id.split("-")[1] == kind and p.start == 0)


def test_a_theme_that_does_not_part_keeps_its_id(found):
    """A topic that is its whole theme has the theme's id."""
    assert places(found, "schema") == {"schema_arbetstid": 40}
    assert found.topic("schema_arbetstid").parent_theme == "schema_arbetstid"


def test_what_no_theme_covers_becomes_a_candidate(found):
    """The car pool, which the coder does not know, comes back as a candidate with its words."""
    candidates = [found.topic(name) for name, _ in places(found, "bil").most_common(2) if name != REST]
    assert sum(places(found, "bil")[topic.id] for topic in candidates) >= 0.6 * 40
    assert all(topic.candidate and topic.label for topic in candidates)
    assert "bilpoolen" in {word for topic in candidates for word in topic.words}


def test_a_theme_is_called_by_its_name_and_parted_by_other_words():
    """Names given are the labels; a word of the name parts nothing, and a part holds people of its theme."""
    segments, vectors = survey()
    found = discover(
        segments, vectors, themes=THEMES, known=KnownThemes({"schema_arbetstid": "Helger och pass"})
    )
    assert found.topic("schema_arbetstid").label == "Helger och pass"
    parts = [part for part in found.parts if part.parent_theme == "schema_arbetstid"]
    assert parts
    assert not {part.words[0] for part in parts} & {"helg", "pass"}
    own = {p.respondent_id for p in found.placements if p.topic == "schema_arbetstid"}
    assert {p.respondent_id for p in found.placements if p.part in {part.id for part in parts}} <= own


def test_small_talk_is_no_topic(found):
    """Comments that say nothing together stay outside, and are counted there."""
    assert places(found, "prat")[REST] >= 0.8 * 40
    assert found.share_placed < 1


def test_words_keep_their_letters(found):
    """Å, ä and ö survive the c-TF-IDF, and each word shown is one that people wrote."""
    shown = {word for topic in found.topics for word in topic.words}
    written = {word for segment in survey()[0] for word in segment.text.split()}
    assert {word for word in shown if set(word) & set("åäö")}
    assert shown <= written


def test_typical_comments_are_the_topics_own(found):
    """A typical comment was placed in the topic it is typical of."""
    own = {(placement.comment_id, placement.topic) for placement in found.placements}
    assert all((name, topic.id) in own for topic in found.topics for name in topic.typical_ids)


def test_the_number_of_people_counts_people_not_segments():
    """A person with ten segments of a theme is one person."""
    segments, vectors = survey()
    chatty = [replace(s, respondent_id="en") if s.theme == "lon_formaner" else s for s in segments]
    found = discover(chatty, vectors, themes=THEMES)
    assert found.topic("lon_formaner") is None


def test_placements_map_back():
    """Each segment has one placement, in the order given, with its own offsets."""
    segments, vectors = survey(12)
    found = discover(segments, vectors, themes=THEMES)
    given_spans = [(s.comment_id, s.respondent_id, s.start, s.end) for s in segments]
    assert [(p.comment_id, p.respondent_id, p.start, p.end) for p in found.placements] == given_spans


@settings(max_examples=4)
@given(st.randoms(use_true_random=False))
def test_the_order_of_segments_is_irrelevant(random):
    """Shuffled segments give the same topics and the same places."""
    segments, vectors = survey(20)
    order = list(range(len(segments)))
    random.shuffle(order)
    plain = discover(segments, vectors, themes=THEMES)
    shuffled = discover([segments[row] for row in order], vectors[order], themes=THEMES)
    assert shuffled.topics == plain.topics
    assert list(shuffled.placements) == [plain.placements[row] for row in order]


def test_the_same_topics_in_the_next_wave_keep_their_ids(found):
    """A second wave on the same matters has the same ids and nothing new or gone."""
    segments, vectors = survey(40, wave="b")
    again = discover(segments, vectors, themes=THEMES, previous=found)
    assert {topic.id for topic in again.topics} == {topic.id for topic in found.topics}
    assert {row.kind for row in again.bridge if "." not in row.current + row.previous} == {"kept"}


def test_a_topic_that_is_gone_and_one_that_is_new_are_said(found):
    """The bridge lists what was not there before and what nobody writes of any longer."""
    segments, vectors = survey(40, wave="b")
    kept = [row for row, s in enumerate(segments) if s.theme != "schema_arbetstid"]
    again = discover([segments[row] for row in kept], vectors[kept], themes=THEMES, previous=found)
    themes = {row.previous for row in again.bridge if row.kind == "gone"} & set(THEMES)
    assert themes == {"schema_arbetstid"}
    back = discover(segments, vectors, themes=THEMES, previous=again)
    assert {row.current for row in back.bridge if row.kind == "new"} & set(THEMES) == {"schema_arbetstid"}


@pytest.mark.parametrize("text", ["[NAMN] och [TELEFON]", "😀 !!!", "det är så att vi inte"])
def test_text_without_words_gives_no_words(text):
    """Mask tags, signs and function words never become a topic's words."""
    segments = [DiscoverySegment(f"c{n}", f"r{n}", text, "lon_formaner", 0, len(text)) for n in range(8)]
    found = discover(segments, np.tile([3.0, -5, -5], (8, 1)), themes=THEMES)
    assert [(topic.id, topic.words) for topic in found.topics] == [("lon_formaner", ())]


def test_forbidden_words_are_never_shown():
    """A word that is part of a masked name is left out, however many wrote it."""
    segments, vectors = survey()
    found = discover(segments, vectors, themes=THEMES, forbidden=frozenset({"bilpoolen"}))
    assert not any(
        "bilpool" in word for topic in found.topics for word in (*topic.words, topic.label.lower())
    )


def test_no_comments_give_no_topics():
    """An empty survey is no error."""
    found = discover([], np.empty((0, 3)), themes=THEMES)
    assert (found.topics, found.placements, found.share_placed) == ((), (), 0.0)


@pytest.mark.parametrize(
    ("theme", "shape"), [("okant", (1, 3)), ("", (2, 3)), ("", (1, 2))], ids=["theme", "rows", "columns"]
)
def test_what_does_not_fit_together_is_an_error(theme, shape):
    """Vectors have a row a segment and a column a theme, and segments only known themes."""
    with pytest.raises(TableError):
        discover([DiscoverySegment("c", "r", "lön", theme)], np.zeros(shape), themes=THEMES)
