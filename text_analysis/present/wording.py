"""Swedish wording that more than one page uses; a page's own headings stand in the page."""

from __future__ import annotations

from text_analysis.present.cut import unit_name
from text_analysis.present.translation import say
from text_analysis.present.views import Shown

HIDDEN = "skyddat"
FEW_ANSWERS = "Få svar: läs siffran som en fingervisning."
WHY_HIDDEN = (
    "Skyddat betyder att så få personer ligger bakom siffran att någon skulle kunna kännas igen, "
    "eller att den skulle gå att räkna ut ur andra siffror. Det säger ingenting om svaren."
)
STANCE_NAMES = {
    "negativ": "Kritik",
    "forslag": "Förslag",
    "positiv": "Beröm",
    "neutral": "Utan värdering",
}
THREAD_TITLES = {
    "missnojd": ("Mindre nöjda över", "Teman där flest framför kritik"),
    "forslag": ("Borde satsa på", "Teman där flest föreslår något"),
    "bevara": ("Bevara", "Teman som flest berömmer"),
}
NO_COMMENTS = "Undersökningen har inga fritextsvar att visa."


def instead(shown: Shown) -> str:
    """Why another level's figures stand here, or empty where they are the unit's own.

    >>> import pandas as pd
    >>> instead(Shown("HSF > Umeå", "HSF > Umeå > Akuten", pd.DataFrame()))
    'Siffrorna för Akuten är skyddade. Här visas närmaste nivå ovanför: Umeå.'
    """
    if shown.is_own:
        return ""
    if shown.is_empty:
        return say(
            "Siffrorna för {unit} är skyddade, och ingen nivå ovanför kan visas.", unit=unit_name(shown.asked)
        )
    return say(
        "Siffrorna för {unit} är skyddade. Här visas närmaste nivå ovanför: {above}.",
        unit=unit_name(shown.asked),
        above=unit_name(shown.unit),
    )
