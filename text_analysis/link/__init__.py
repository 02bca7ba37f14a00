"""Step: themes beside the numbers, counted in people: eNPS groups, impact, indices and quotes."""

from text_analysis.link.impact import measure_links
from text_analysis.link.quotes import measure_quotes
from text_analysis.link.themes import measure_themes

__all__ = ["measure_links", "measure_quotes", "measure_themes"]
