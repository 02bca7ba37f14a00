"""A survey in one line, for the list of surveys."""

from __future__ import annotations

from text_analysis.present.cut import units, waves
from text_analysis.present.enps import enps_tile, response_tile
from text_analysis.present.translation import say
from text_analysis.records import Released


def summary_line(released: Released) -> str:
    """Latest wave, response rate and eNPS of the whole organisation."""
    every = waves(released)
    latest = every[-1]
    whole = units(released, latest)[0]
    figures = (response_tile(released, latest, whole), enps_tile(released, latest, whole))
    told = " · ".join(f"{tile.label} {tile.value}" for tile in figures)
    among = (
        say("{n} mätningar, senast {wave}", n=str(len(every)), wave=latest)
        if len(every) > 1
        else say("Mätning {wave}", wave=latest)
    )
    return f"{among} · {told}"
