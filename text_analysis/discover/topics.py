"""The records of discovery: segments in, topics and their bridge to the previous wave out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BridgeKind = Literal["kept", "new", "gone", "split", "merged"]

REST = ""  # the topic of a segment that has none: "övrigt"


@dataclass(frozen=True, slots=True)
class DiscoverySegment:
    """A piece of a masked comment with content; `theme` is what the coder gave it, or empty.

    `start` and `end` point into the masked comment, so that a topic leads back to its words.
    """

    comment_id: str
    respondent_id: str
    text: str = field(repr=False)
    theme: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Topic:
    """A theme, a sub-theme of one, or a candidate that no theme covers.

    Attributes
    ----------
    id : stable from wave to wave; a theme's topic has the theme's id.
    parent_theme : the codebook theme it lies in; empty for a candidate.
    n : people with a segment placed there; for a theme those near it too, figures of themes come from the
        coder alone.
    words : most telling first, each used by at least five people of the topic, alone or in a longer word.
    label : readable Swedish, made of the words; empty where people have no words in common.
    typical_ids : comments nearest its centre, most typical first, at most one per person.
    centroid : mean log-odds of its segments minus that of the theme for a sub-theme and of all for the rest,
        one per theme of `Topics.themes`.
    is_known : whether it is a theme or sub-theme of the codebook and so has its id and label from there.
    """

    id: str
    parent_theme: str
    n: int
    words: tuple[str, ...]
    label: str
    typical_ids: tuple[str, ...]
    centroid: tuple[float, ...] = field(repr=False)
    is_known: bool = False

    @property
    def candidate(self) -> bool:
        """Whether no theme of the codebook covers it."""
        return not self.parent_theme


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a segment went: a topic's id or `REST`, and the id of the sub-theme within it or `REST`.

    `near` is true where the coder gave no theme and the segment lies close enough to one to be read there;
    such segments never count as people of a theme in the figures.
    """

    comment_id: str
    respondent_id: str
    start: int
    end: int
    topic: str
    near: bool = False
    part: str = REST


@dataclass(frozen=True, slots=True)
class BridgeRow:
    """What became of a topic since the previous wave; `similarity` is 0–1, empty ids stand for "none"."""

    kind: BridgeKind
    previous: str
    current: str
    similarity: float


@dataclass(frozen=True)
class Topics:
    """The topics of a wave: themes, largest first, then candidates.

    Attributes
    ----------
    topics : themes and candidates; each segment has at most one.
    parts : sub-themes of the themes, largest first within each; what no part holds is the theme's rest.
    placements : one per segment, in the order the segments were given.
    bridge : what became of the previous wave's topics; empty for a first wave.
    themes : the columns of the centroids.
    last_number : highest number used in an id, so that the number of a topic that is gone is not used again.
    """

    topics: tuple[Topic, ...]
    parts: tuple[Topic, ...]
    placements: tuple[Placement, ...] = field(repr=False)
    bridge: tuple[BridgeRow, ...]
    themes: tuple[str, ...]
    last_number: int

    @property
    def share_placed(self) -> float:
        """Share of the segments that have a topic, 0–1; 0 if there is no segment."""
        placed = sum(placement.topic != REST for placement in self.placements)
        return placed / len(self.placements) if self.placements else 0.0

    def topic(self, topic_id: str) -> Topic | None:
        """The topic or sub-theme with this id, if there is one."""
        return next((topic for topic in (*self.topics, *self.parts) if topic.id == topic_id), None)
