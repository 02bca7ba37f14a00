"""Every threshold of discovery, once, with its reason; measured on the open validation set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DiscoveryLimits:
    """Thresholds of discovery.

    Attributes
    ----------
    min_people : fewest people of a topic, and of a word that is shown for it.
    min_split_people : fewest people of a theme that is looked into for sub-themes.
    min_part_people : fewest people of a sub-theme.
    max_topics : most topics of a survey of up to `people_at_max` writers; 30 was felt to be many by
        evaluators of a consultation tool. Ten more for each doubling beyond.
    people_at_max : see `max_topics`.
    max_candidates : most candidates shown.
    candidate_cohesion : how often a candidate's core must come together when people are left out, 0–1.
    candidate_score : how surely a segment must resemble a candidate that is shown, 0–1, to be read there.
    candidate_gathering : how many times its share of what is left over beside themes a candidate's share of
        the comments without theme must be; removed themes had 1.1–4.8, small talk 0.5–1.0.
    candidate_coverage : lowest share of a candidate's segments that hold one of its telling words.
    split_stability : lowest agreement (ARI) between clusters of the whole and of part of the people.
    near_log_odds : lowest log-odds of its nearest theme at which a segment is read there; −1.9 is a score
        of 0.13.
    seed : steers sampling and the starts of k-means.
    """

    min_people: int = 5
    min_split_people: int = 40
    min_part_people: int = 8
    max_topics: int = 30
    people_at_max: int = 1500
    max_candidates: int = 4
    candidate_cohesion: float = 0.35
    candidate_score: float = 0.4
    candidate_gathering: float = 1.1
    candidate_coverage: float = 0.2
    split_stability: float = 0.6
    near_log_odds: float = -1.9
    seed: int = 20221122
