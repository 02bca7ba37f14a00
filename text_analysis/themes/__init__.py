"""Themes of comments: features, model, fitting, assignment and explanation."""

from text_analysis.themes.assign import assign
from text_analysis.themes.model import ThemeModel

__all__ = ["ThemeModel", "assign"]
