"""Every threshold of discovery, once, with its reason; measured on the open validation set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DiscoveryLimits:
    """Thresholds of discovery.

    Attributes
    ----------
    min_people : fewest people of a topic, and of a word that is shown for it.
    max_parts : most sub-themes of a theme.
    part_share : largest share of a theme's people a sub-theme may have; "chef" is no part of the manager.
    part_lift : how many times as common as in the survey a sub-theme's word must be in the theme.
    min_people_of_anchor : fewest people of the theme who use that word itself and not only compounds of it.
    max_topics : most topics of a survey of up to `people_at_max` writers; 30 was felt to be many by
        evaluators of a consultation tool. Ten more for each doubling beyond.
    people_at_max : see `max_topics`.
    max_candidates : most candidates shown.
    candidate_cohesion : how often a candidate's core must come together when people are left out, 0–1.
    candidate_score : how surely a segment must resemble a candidate that is shown, 0–1, to be read there.
    candidate_gathering : how many times its share of what is left over beside themes a candidate's share of
        the comments without theme must be, times its coverage; removed themes had 1.2–7.5, small talk 0–0.9.
    candidate_coverage : lowest share of a candidate's segments that hold one of its telling words.
    near_log_odds : lowest log-odds of its nearest theme at which a segment is read there; −1.9 is a score
        of 0.13.
    word_lift : how many times as common as in the survey a word shown for a topic must be in it.
    seed : steers sampling and the starts of k-means.
    """

    min_people: int = 5
    max_parts: int = 8
    part_share: float = 0.5
    part_lift: float = 4.5
    min_people_of_anchor: int = 2
    max_topics: int = 30
    people_at_max: int = 1500
    max_candidates: int = 4
    candidate_cohesion: float = 0.35
    candidate_score: float = 0.2
    candidate_gathering: float = 1.0
    candidate_coverage: float = 0.1
    near_log_odds: float = -1.9
    word_lift: float = 2.0
    seed: int = 20221122
