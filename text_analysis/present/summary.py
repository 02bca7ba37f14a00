"""A survey in one line, for the list of surveys."""

from __future__ import annotations

from text_analysis.present.cut import units, waves
from text_analysis.present.enps import enps_tile, response_tile
from text_analysis.records import Released


def summary_line(released: Released) -> str:
    """Latest wave, response rate and eNPS of the whole organisation."""
    every = waves(released)
    latest = every[-1]
    whole = units(released, latest)[0]
    figures = (response_tile(released, latest, whole), enps_tile(released, latest, whole))
    told = " · ".join(f"{tile.label} {tile.value}" for tile in figures)
    among = f"{len(every)} mätningar, senast {latest}" if len(every) > 1 else f"Mätning {latest}"
    return f"{among} · {told}"
