"""What the coder is made of and how well it codes, as its manifest and model card say."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pandas as pd

from text_analysis.places import MODELS
from text_analysis.present.numbers import whole
from text_analysis.present.translation import say

FACT_NAMES = {
    "comments": "Träningskommentarer, skrivna för ändamålet",
    "phrases": "Träningsfraser",
    "lexicon_entries": "Ord och uttryck i lexikonet",
    "sha256": "Modellens hash (sha256)",
}


def coder_table(folder: Path = MODELS) -> pd.DataFrame:
    """The coder's facts from its manifest; no rows where there is no coder yet."""
    path = folder / "manifest.toml"
    facts = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    lines = [
        {
            say("Uppgift"): say(name),
            say("Värde"): whole(facts[key]) if isinstance(facts[key], int) else str(facts[key]),
        }
        for key, name in FACT_NAMES.items()
        if key in facts
    ]
    return pd.DataFrame(lines, columns=[say("Uppgift"), say("Värde")])


def model_card() -> str:
    """The model card with its measured quality as Markdown, its headings two levels down; empty if none."""
    path = MODELS / "README.md"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return re.sub(r"^#+ ", "### ", text, flags=re.MULTILINE)
