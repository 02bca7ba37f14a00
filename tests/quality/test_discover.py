"""How well discovery does on the open validation set, with the trained coder; `-s` shows the figures."""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

from text_analysis.coding import code_texts
from text_analysis.discover import REST, Placement, Topics
from text_analysis.discovery import CodedComment, discover_comments
from text_analysis.model_store import load_coder
from text_analysis.places import DATA

REMOVED = (  # each has at least thirty comments by the coder
    "narmaste_chef",
    "kollegor",
    "schema_arbetstid",
    "lon_formaner",
    "kompetens",
    "halsa_aterhamtning",
    "balans_privatliv",
    "it_system",
    "hogre_ledning",
    "mal_roller",
)
NON_ANSWERS = ("-", "Vet ej", "inget att tillägga", "Nej", "...")
MOST_SECONDS = 3.0  # processor time for 305 comments, after imports
Rows = list[dict[str, Any]]


def told(what: str, figure: float) -> float:
    """The figure, written where `pytest -s` shows it."""
    sys.stdout.write(f"\n{what}: {figure:.2f}")
    return figure


def rows_of(name: str) -> Rows:
    path = DATA / "demo" / f"{name}_kommentarer.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def coded(rows: Rows) -> list[CodedComment]:
    texts = [row["text"] for row in rows]
    codes = code_texts(texts, coder=load_coder())
    return [
        CodedComment(row["id"], row["id"], row["text"], code) for row, code in zip(rows, codes, strict=True)
    ]


@pytest.fixture(scope="module")
def surveys() -> dict[str, tuple[Rows, list[CodedComment]]]:
    pulse, region = rows_of("puls"), rows_of("region")
    first = [row for row in pulse if row["wave"] == "2023-05"]
    sets = {"first wave": first, "pulse": pulse, "region": region, "both": pulse + region}
    known = {comment.id: comment for comment in coded(pulse + region)}
    return {name: (rows, [known[row["id"]] for row in rows]) for name, rows in sets.items()}


def topics_of(comments: list[CodedComment], **options: Any) -> Topics:
    return discover_comments(comments, coder=load_coder(), **options)


def evidence_topics(rows: Rows, topics: Topics) -> tuple[list[str], list[str], int]:
    """Gold theme and topic of each placed piece of evidence, and the number of pieces."""
    by_comment: dict[str, list[Placement]] = defaultdict(list)
    for placement in topics.placements:
        by_comment[placement.comment_id].append(placement)
    gold, found, n = [], [], 0
    for row in rows:
        for label in row["labels"]:
            n += 1
            start = row["text"].index(label["evidence"])
            end = start + len(label["evidence"])
            over = [
                (min(end, p.end) - max(start, p.start), p) for p in by_comment[row["id"]] if p.topic != REST
            ]
            touching = [(not p.near, shared, p.topic) for shared, p in over if shared > 0]
            if touching:
                gold.append(label["theme"])
                found.append(max(touching)[2])
    return gold, found, n


@pytest.mark.parametrize("name", ["first wave", "pulse", "region", "both"])
def test_topics_follow_the_themes_of_the_gold(surveys, name):
    """15–30 topics, 85 % of the evidence placed, and topics agree with themes to NMI 0.60."""
    rows, comments = surveys[name]
    topics = topics_of(comments)
    gold, found, n = evidence_topics(rows, topics)
    assert 15 <= told(f"{name}, topics", len(topics.topics)) <= 30
    assert told(f"{name}, share placed", len(gold) / n) >= 0.85
    assert told(f"{name}, NMI", normalized_mutual_info_score(gold, found)) >= 0.60


def test_a_theme_taken_out_comes_back_as_candidates(surveys):
    """Ten themes come back, 60 % of their comments in one or two candidates, and nothing beside."""
    _, comments = surveys["both"]
    back = {}
    for theme in REMOVED:
        topics = topics_of(comments, without=(theme,))
        own = {c.id for c in comments if any(label.theme == theme for label in c.coded.labels)}
        candidates = {topic.id for topic in topics.topics if topic.candidate}
        assert len(candidates) <= 2, theme
        where: dict[str, set[str]] = defaultdict(set)
        for placement in topics.placements:
            if placement.topic in candidates:
                where[placement.topic].add(placement.comment_id)
        best = sorted((ids & own for ids in where.values()), key=len, reverse=True)[:2]
        back[theme] = len(set().union(*best)) / len(own)
        told(f"{theme} removed, share together in one or two candidates", back[theme])
    assert min(back.values()) >= 0.60, back


def test_two_samples_give_the_same_company(surveys):
    """In two random 90 % samples, segments of both keep their cluster mates (ARI 0.75)."""
    _, comments = surveys["both"]
    random = np.random.default_rng(0)
    chosen = [
        np.sort(random.choice(len(comments), int(0.9 * len(comments)), replace=False)) for _ in range(2)
    ]
    found = [topics_of([comments[number] for number in part]).placements for part in chosen]
    assert told("two 90 % samples, ARI", agreement(found, lambda p: p.topic)) >= 0.75
    assert told("two 90 % samples, ARI of sub-themes", agreement(found, lambda p: p.part)) >= 0.75


def agreement(samples: list[tuple[Placement, ...]], place: Callable[[Placement], str]) -> float:
    """How alike two samples place the segments of both, "övrigt" being a place too (adjusted Rand index)."""
    first, second = ({(p.comment_id, p.start, p.end): place(p) for p in sample} for sample in samples)
    common = sorted(first.keys() & second.keys())
    return float(adjusted_rand_score([first[key] for key in common], [second[key] for key in common]))


def test_topics_keep_their_ids_in_the_next_wave(surveys):
    """Four fifths of September's topics have the id they had in May."""
    rows, comments = surveys["pulse"]
    waves = {
        wave: [comment for row, comment in zip(rows, comments, strict=True) if row["wave"] == wave]
        for wave in ("2023-05", "2023-09")
    }
    may = topics_of(waves["2023-05"])
    september = topics_of(waves["2023-09"], previous=may)
    known = {topic.id for topic in may.topics}
    kept = [topic.id for topic in september.topics if topic.id in known]
    assert told("May to September, share of topics with their id", len(kept) / len(september.topics)) >= 0.8


def test_words_are_shared_by_five_people(surveys):
    """No word of a topic is used by fewer than five of its people."""
    _, comments = surveys["first wave"]
    topics = topics_of(comments)
    plain = str.maketrans("äö", "ao")  # "nätter" is a form of "natt"
    text = {comment.id: comment.text.lower().translate(plain) for comment in comments}
    for topic in (*topics.topics, *topics.parts):
        people = {p.respondent_id for p in topics.placements if topic.id in {p.topic, p.part}}
        for word in topic.words:
            # another form of the same lemma or a compound counts too
            stem = word[: max(3, len(word) - 3)].translate(plain)
            assert sum(stem in text[person] for person in people) >= 5, (topic.id, word)


def test_sub_themes_keep_their_ids_and_people(surveys):
    """Sub-themes have five people of their theme, and most of those found again have the id they had."""
    rows, comments = surveys["both"]
    half = [comment for row, comment in zip(rows, comments, strict=True) if row["id"][-1] in "13579"]
    found = topics_of(half)
    again = topics_of(comments, previous=found)
    people = {
        part.id: {p.respondent_id for p in again.placements if p.part == part.id} for part in again.parts
    }
    assert min(map(len, people.values())) >= 5
    known = {part.id for part in again.parts}
    kept = sum(part.id in known for part in found.parts) / len(found.parts)
    assert told("half and whole survey, share of sub-themes with their id", kept) >= 0.8


def test_a_survey_of_three_hundred_takes_no_time(surveys):
    """305 comments take at most three seconds, the same comments the second time as the first."""
    _, comments = surveys["first wave"]
    start = time.process_time()
    topics_of(comments)
    assert told("305 comments, seconds", time.process_time() - start) <= MOST_SECONDS


def test_sixty_comments_have_topics(surveys):
    """The smallest survey has themes of five people, placed and readable, and no candidate by chance."""
    _, comments = surveys["first wave"]
    topics = topics_of(comments[:60])
    assert told("60 comments, topics", len(topics.topics)) >= 3
    assert min(topic.n for topic in topics.topics) >= 5
    assert not any(topic.candidate for topic in topics.topics)


def test_a_non_answer_is_placed_nowhere(surveys):
    """A hundred "vet ej" are no segment and move no topic."""
    _, comments = surveys["first wave"]
    silent = [
        replace(one, id=f"tyst-{number}", respondent_id=f"tyst-{number}")
        for number, one in enumerate(coded([{"id": "x", "text": text} for text in NON_ANSWERS] * 20))
    ]
    topics = topics_of([*comments, *silent])
    assert topics == topics_of(comments)


def test_a_candidate_has_a_name_words_and_comments(surveys):
    """A theme taken out comes back readable: words of five people each, a label and typical comments."""
    _, comments = surveys["both"]
    topics = topics_of(comments, without=("it_system",))
    found = [topic for topic in topics.topics if topic.candidate]
    assert found
    for topic in found:
        assert topic.words
        assert topic.label[0].isupper()
        assert len(topic.typical_ids) >= 3
        assert topic.n >= 5
