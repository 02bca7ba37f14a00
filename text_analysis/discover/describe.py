"""What a topic is called by: words that enough people used, a readable label, typical comments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from text_analysis.discover.clusters import Labels
from text_analysis.discover.limits import DiscoveryLimits
from text_analysis.discover.nearness import Points
from text_analysis.discover.nouns import is_noun
from text_analysis.discover.topics import DiscoverySegment
from text_analysis.discover.words import WordTable, authors

N_WORDS: Final = 8
N_LABEL_WORDS: Final = 3
N_TYPICAL: Final = 5


def shared_words(
    ranked: Sequence[str],
    words: WordTable,
    rows: Labels,
    people: Labels,
    limits: DiscoveryLimits,
    *,
    first: str = "",
) -> tuple[str, ...]:
    """The first words that enough people of the topic used, alone or in a longer word, and others seldom do.

    Parameters
    ----------
    ranked : the topic's words, most telling first.
    words : all words of the survey.
    rows : the topic's segments.
    people : the person behind each segment of the survey.
    limits : thresholds.
    first : the word the topic is known by, if it has one.
    """
    held = words.families[rows]
    enough = authors(held, people[rows]) >= limits.min_people
    enough &= authors(words.present[rows], people[rows]) >= limits.min_people_of_anchor
    common = np.asarray(words.families.mean(axis=0)).ravel()
    enough &= np.asarray(held.mean(axis=0)).ravel() >= limits.word_lift * common
    place = {word: number for number, word in enumerate(words.words)}
    chosen = [first] if first else []
    for word in ranked:
        kin = any(word.startswith(other) or other.startswith(word) for other in chosen)
        if word in place and enough[place[word]] and not kin:
            chosen.append(word)
    return tuple(chosen[:N_WORDS])


def naming_words(words: Sequence[str], table: WordTable) -> tuple[str, ...]:
    """The words a topic can be called by: nouns, of words that end alike the first; all if none is.

    Parameters
    ----------
    words : `shared_words` of the topic.
    table : all words of the survey.
    """
    lemma = dict(zip(table.words, table.lemmas, strict=True))
    chosen: list[str] = []
    for word in words:
        kin = any(lemma[word].endswith(lemma[one]) or lemma[one].endswith(lemma[word]) for one in chosen)
        if is_noun(lemma[word], word) and not kin:
            chosen.append(word)
    return tuple(chosen or words)


def readable_label(
    words: Sequence[str], segments: Sequence[DiscoverySegment], forms: Sequence[str], min_people: int
) -> str:
    """The topic's name in Swedish: its first words, as phrases where people write them side by side.

    Parameters
    ----------
    words : `naming_words` of the topic.
    segments : the topic's segments, the most typical first; its order of the words is taken.
    forms : the content words of each of these segments, with a space between.
    min_people : fewest people who wrote two words side by side for them to become a phrase.

    Examples
    --------
    >>> clauses = [DiscoverySegment("c", str(n), "delade turer på helgen") for n in range(5)]
    >>> readable_label(("turer", "helgen", "delade"), clauses, ["delade turer helgen"] * 5, 5)
    'Delade turer och helgen'
    """
    first = list(words[:N_LABEL_WORDS])
    if not first:
        return ""
    phrases = _phrases(first, segments, forms, min_people)
    typical = next((form.split() for form in forms if sum(word in form.split() for word in first) > 1), [])
    phrases.sort(key=lambda phrase: typical.index(phrase[0]) if phrase[0] in typical else len(typical))
    names = [" ".join(phrase) for phrase in phrases]
    joined = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} och {names[-1]}"
    return joined[0].upper() + joined[1:]


def _phrases(
    first: list[str], segments: Sequence[DiscoverySegment], forms: Sequence[str], min_people: int
) -> list[list[str]]:
    """The words, two of them joined where enough people wrote the one right before the other."""
    beside: Counter[tuple[str, str]] = Counter()
    seen: set[tuple[str, str, str]] = set()
    for segment, form in zip(segments, forms, strict=True):
        row = form.split()
        for pair in pairwise(row):
            key = (segment.respondent_id, *pair)
            if pair[0] in first and pair[1] in first and pair[0] != pair[1] and key not in seen:
                seen.add(key)
                beside[pair] += 1
    best = max(beside, key=lambda pair: beside[pair], default=None)  # of equals the most typical clause's
    if best is None or beside[best] < min_people:
        return [[word] for word in first]
    return [list(best)] + [[word] for word in first if word not in best]


def by_typicality(points: Points, rows: Labels, holds: np.ndarray) -> Labels:
    """The topic's rows, nearest its centre first; of two alike, the one that holds a telling word."""
    near = points[rows] @ points[rows].mean(axis=0)
    return rows[np.lexsort((np.arange(len(rows)), -np.round(near, 6), ~holds))]


def typical_comments(
    rows: Labels, segments: Sequence[DiscoverySegment], *, at_most: int = N_TYPICAL
) -> tuple[str, ...]:
    """Ids of the most typical comments, at most one per person.

    Parameters
    ----------
    rows : the topic's rows, the most typical first.
    segments : every segment of the survey.
    """
    chosen: dict[str, str] = {}
    for row in rows:
        chosen.setdefault(segments[row].respondent_id, segments[row].comment_id)
        if len(chosen) == at_most:
            break
    return tuple(dict.fromkeys(chosen.values()))
