"""Stance of each theme a comment has: negativ, positiv, forslag or neutral."""

from text_analysis.stance.features import Case
from text_analysis.stance.model import StanceModel, stances

__all__ = ["Case", "StanceModel", "stances"]
