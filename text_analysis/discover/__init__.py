"""Step discover: sub-themes and candidate themes with words, ids that survive the next wave, and a bridge."""

from text_analysis.discover.find import discover
from text_analysis.discover.known_parts import KnownThemes
from text_analysis.discover.limits import DiscoveryLimits
from text_analysis.discover.topics import (
    REST,
    BridgeKind,
    BridgeRow,
    DiscoverySegment,
    Placement,
    Topic,
    Topics,
)

__all__ = [
    "REST",
    "BridgeKind",
    "BridgeRow",
    "DiscoveryLimits",
    "DiscoverySegment",
    "KnownThemes",
    "Placement",
    "Topic",
    "Topics",
    "discover",
]
