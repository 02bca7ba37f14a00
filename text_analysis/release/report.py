"""The audit in figures and as a text for the DPIA, the unions and the safety representatives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from text_analysis.release.cube import LAYERS, Cube
from text_analysis.release.engine import Decision
from text_analysis.release.limits import SENSITIVE_FACTOR
from text_analysis.release.pools import COUNT_WIDTH
from text_analysis.settings import Settings

NAMES: Final = {
    "response": "Svarsfrekvens",
    "writers": "Antal som skrivit kommentar",
    "untagged": "Antal skribenter utan tema",
    "enps": "eNPS",
    "enps_spread": "eNPS-grupper och osäkerhetsintervall för eNPS",
    "indices": "Index",
    "index_spread": "Osäkerhetsintervall för index",
    "distribution": "Svarsfördelning",
    "themes": "Teman, hållning och eNPS-grupp",
    "links": "Tema bredvid eNPS och index",
}
LIMIT_NAMES: Final = {
    "min_scores": "svar bakom ett medelvärde, ett index, en eNPS eller en svarsfrekvens",
    "min_distribution": "svar bakom en svarsfördelning, eNPS-grupper eller ett osäkerhetsintervall",
    "min_exposure": "svar på en fråga om utsatthet, och lika många ja och nej som för ett tema",
    "min_theme_writers": "skribenter i enheten för att temasiffror ska visas",
    "min_theme_cell": "personer med temat",
    "min_quote_writers": "skribenter i enheten för att citat ska visas",
    "min_quote_theme": "personer med temat och hållningen för att citat ska visas",
    "min_index_width": "indexpoäng: så osäkert ska ett dolt värde minst vara",
    "min_change": "svar, för att en förändring ska visas när några få har kommit till eller slutat",
}
ATTACKS: Final = (
    "dra ifrån de visade enheterna från nivån ovanför",
    "lägga ihop hållningar och eNPS-grupper och jämföra med ”alla”",
    "räkna ut en delfråga ur totalen, eller ett index ur svarsfördelningen",
    "använda antalet svar och skribenter som tak för dolda antal",
    "jämföra mätningar, och jämföra versioner av samma mätning",
    "utnyttja att alla i en grupp har svarat likadant",
)


def audit_of(
    decision: Decision, cube: Cube, settings: Settings, quotes: Mapping[str, int]
) -> dict[str, object]:
    """The audit as plain values: limits, cells by reason, what was attacked and what was left to find."""
    return {
        "limits": asdict(settings) | {"sensitive_factor": SENSITIVE_FACTOR, "count_width": COUNT_WIDTH},
        "cells": {layer: _cells(layer, decision, cube) for layer in LAYERS},
        "attack": {
            "systems": decision.n_systems,
            "hidden_counts_tested": decision.n_tested,
            "narrowest_people": {layer: round(width, 3) for layer, width in decision.narrowest.items()},
        },
        "quotes": dict(quotes),
    }


def _cells(layer: str, decision: Decision, cube: Cube) -> dict[str, int]:
    asked = cube.grid(layer).asked
    first, second, last = (
        int((masks[layer] & asked).sum())
        for masks in (decision.primary, decision.complementary, decision.final)
    )
    return {
        "cells": int(asked.sum()),
        "shown": int(asked.sum()) - last,
        "hidden_limit": first,
        "hidden_complementary": second - first,
        "hidden_audit": last - second,
    }


def audit_text(certificate: Mapping[str, Any]) -> str:
    """The audit of a release as Swedish Markdown.

    Parameters
    ----------
    certificate : the certificate of a release.
    """
    audit = certificate["audit"]
    return "\n".join(
        [
            f"# Granskning av röjanderisk: {certificate['name']}",
            "",
            "Uppgifterna är skyddade: direkta personuppgifter är maskerade och små grupper dolda. "
            "Det utesluter inte helt att någon som känner arbetsplatsen känner igen ett uttryckssätt.",
            "",
            "## Gränser",
            "",
            *[f"- minst {audit['limits'][key]} {text}" for key, text in LIMIT_NAMES.items()],
            f"- gränsen är {audit['limits']['sensitive_factor']} gånger så hög för känsliga teman "
            "(kränkningar, hot och våld)",
            "",
            "## Vad som är dolt",
            "",
            "| Uppgifter | Celler | Visade | Under gränsen | Skyddar andra | Efter granskning |",
            "| --- | ---: | ---: | ---: | ---: | ---: |",
            *[_row(name, audit["cells"][layer]) for layer, name in NAMES.items()],
            "",
            "Varför en viss uppgift är dold står inte någonstans: också det säger något om den.",
            "",
            "## Vad som har prövats",
            "",
            "Granskningen har försökt att",
            "",
            *[f"- {attack}" for attack in ATTACKS],
            "",
            *_findings(audit),
            "",
        ]
    )


def _row(name: str, cells: Mapping[str, int]) -> str:
    order = ("cells", "shown", "hidden_limit", "hidden_complementary", "hidden_audit")
    return f"| {name} | " + " | ".join(_spaced(cells[key]) for key in order) + " |"


def _findings(audit: Mapping[str, Any]) -> list[str]:
    attack, quotes = audit["attack"], audit["quotes"]
    widths = attack["narrowest_people"]
    tested = _spaced(attack["hidden_counts_tested"])
    systems = _spaced(attack["systems"])
    lines = [f"{tested} dolda antal prövades i {systems} ekvationssystem. Inget gick att räkna ut."]
    lines += [
        "",
        "## Vad en angripare som mest får veta",
        "",
        "Den som löser alla ekvationer kommer som närmast ett dolt antal till ett spann på",
        "",
        *[_span(layer, widths[layer]) for layer in NAMES if layer in widths],
        "",
        f"Ett dolt medelvärde för en liten enhet går inte att ringa in närmare än "
        f"{audit['limits']['min_index_width']} indexpoäng, inte ens för den som vet hur många som svarade. "
        "Vad som är dolt tillsammans i några enheter går att räkna ut: det är alltid minst två enheter och "
        "så många personer som en visad siffra kräver. Den som har två kodningar av samma fil får veta att "
        "någon kommentar bytte tema, men inte vems. Kollegor som berättar för varandra vad de svarat kan "
        "räkna ut mer.",
        "",
    ]
    lines.append(
        f"{_spaced(quotes['shown'])} citat visas. {_spaced(quotes['held'])} kommentarer citeras inte förrän "
        "en människa har bedömt dem."
    )
    return lines


def _span(layer: str, width: float) -> str:
    return f"- {f'{width:.1f}'.replace('.', ',')} personer: {NAMES[layer]}"


def _spaced(number: int) -> str:
    r"""A whole number with Swedish grouping.

    >>> _spaced(7153) == "7\N{NO-BREAK SPACE}153"
    True
    """
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")
