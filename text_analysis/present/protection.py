"""How much of a release is shown and how much is protected, table by table."""

from __future__ import annotations

import pandas as pd

from text_analysis.present.numbers import percent, whole
from text_analysis.present.translation import say
from text_analysis.records import Released
from text_analysis.tables import HIDDEN, SHOWN

TABLE_NAMES = {
    "response": "Svarsfrekvens",
    "enps": "eNPS",
    "indices": "Index",
    "distribution": "Svarsfördelningar",
    "themes": "Teman",
    "threads": "Röda trådar",
    "prevalence": "Uppskattade andelar",
    "links": "Teman och index",
    "quotes": "Citat",
    "topics": "Delteman och kandidater",
}


def protection_table(released: Released) -> pd.DataFrame:
    """Figures shown and protected in each table of the release."""
    lines = []
    for key, name in TABLE_NAMES.items():
        status = getattr(released, key)["status"]
        n_shown, n_hidden = int((status == SHOWN).sum()), int((status == HIDDEN).sum())
        total = n_shown + n_hidden
        share = percent(n_hidden / total) if total else ""
        lines.append(
            {
                say("Tabell"): say(name),
                say("Visas"): whole(n_shown),
                say("Skyddas"): whole(n_hidden),
                say("Andel"): share,
            }
        )
    return pd.DataFrame(lines)
