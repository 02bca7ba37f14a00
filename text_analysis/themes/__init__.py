"""Themes of comments: features, models, fitting, assignment, shares and explanation."""

from text_analysis.themes.adapt import Correction, adapt
from text_analysis.themes.assign import assign, score_comments, themes_in
from text_analysis.themes.explain import explain_theme
from text_analysis.themes.judge import Question
from text_analysis.themes.model import ThemeModel
from text_analysis.themes.prevalence import (
    ShareEstimate,
    corrected_counts,
    corrected_shares,
    estimate_shares,
    together,
)

__all__ = [
    "Correction",
    "Question",
    "ShareEstimate",
    "ThemeModel",
    "adapt",
    "assign",
    "corrected_counts",
    "corrected_shares",
    "estimate_shares",
    "explain_theme",
    "score_comments",
    "themes_in",
    "together",
]
