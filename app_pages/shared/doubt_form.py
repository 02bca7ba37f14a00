"""What a mapping leaves open, each point with the question that settles it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import streamlit as st

from app_pages.shared import parts
from text_analysis.instruments import load_instruments
from text_analysis.present.translation import say
from text_analysis.read import Doubt, Mapping

CHOOSE, SAME, OTHER, NO_ANSWER = "Välj", "Samma enhet", "Olika enheter", "Inget svar"


@dataclass
class Settled:
    """What the answers add to a mapping, and the number of points still without an answer."""

    unit_names: dict[str, str] = field(default_factory=dict)
    answers: dict[str, float] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    scales: dict[str, tuple[int, int]] = field(default_factory=dict)
    n_open: int = 0

    def added_to(self, mapping: Mapping) -> Mapping:
        """The mapping with the answers in it."""
        return replace(
            mapping,
            unit_names={**mapping.unit_names, **self.unit_names},
            answers={**mapping.answers, **self.answers},
            missing=(*mapping.missing, *self.missing),
            scales={**mapping.scales, **self.scales},
        )


def settle(doubts: Sequence[Doubt], mapping: Mapping) -> Settled:
    """Each point with its question; one that is about which column to use is settled in the form itself."""
    settled = Settled()
    for number, doubt in enumerate(doubts):
        with st.container(border=True):
            parts.body(doubt.text)
            if doubt.alike:
                _same_unit(doubt, settled, number)
            elif doubt.labels:
                _numbers(doubt, mapping, settled, number)
            elif doubt.scale:
                _scale(doubt, settled, number)
            elif not st.checkbox(say("Jag har sett det och valt rätt kolumner nedan"), key=f"seen:{number}"):
                settled.n_open += 1
    return settled


def _same_unit(doubt: Doubt, settled: Settled, number: int) -> None:
    answer = st.radio(
        say("Är det samma enhet?"),
        [SAME, OTHER],
        index=None,
        format_func=say,
        key=f"alike:{number}",
        horizontal=True,
    )
    if answer is None:
        settled.n_open += 1
    first = doubt.alike[0]
    settled.unit_names |= {name: first if answer == SAME else name for name in doubt.alike if answer}


def _numbers(doubt: Doubt, mapping: Mapping, settled: Settled, number: int) -> None:
    """A number for each word; the numbers are those of the question's scale."""
    items = {item.key: item.scale for item in load_instruments().items}
    low, high = items.get(mapping.items.get(doubt.headers[0], ""), (0, 10))
    options = [CHOOSE, NO_ANSWER, *(str(n) for n in range(low, high + 1))]
    for label in doubt.labels:
        answer = st.selectbox(
            say("Vad betyder svaret ”{label}”?", label=parts.plain(label)),
            options,
            format_func=say,
            key=f"label:{number}:{label}",
        )
        if answer == CHOOSE:
            settled.n_open += 1
        elif answer == NO_ANSWER:
            settled.missing.append(label)
        else:
            settled.answers[label] = float(answer)


def _scale(doubt: Doubt, settled: Settled, number: int) -> None:
    low, high = doubt.scale or (0, 0)
    given = say("Svaren går från {low} till {high}", low=str(low), high=str(high))
    own = say("Svaren har frågans egen skala")
    answer = st.radio(
        say("Vilken skala har svaren?"), [given, own], index=None, key=f"scale:{number}", horizontal=True
    )
    if answer is None:
        settled.n_open += 1
    elif answer == given:
        settled.scales |= dict.fromkeys(doubt.headers, (low, high))
