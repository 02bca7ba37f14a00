"""Step: the survey's numbers per wave, unit and level, from counts and never from rounded figures."""

from text_analysis.index_values import enps_groups
from text_analysis.indices.enps import measure_enps
from text_analysis.indices.response import measure_response
from text_analysis.indices.scales import measure_distribution, measure_indices

__all__ = ["enps_groups", "measure_distribution", "measure_enps", "measure_indices", "measure_response"]
