"""What a release rests on: rows read and left out, limits, and the certificate, in words."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from text_analysis.codebook import Codebook
from text_analysis.present.numbers import whole
from text_analysis.records import Released

SETTING_NAMES = {
    "min_scores": "Svar för medelvärde, index, eNPS och svarsfrekvens",
    "min_distribution": "Svar för en svarsfördelning (stoppljus)",
    "min_exposure": "Svar på en fråga om utsatthet",
    "min_theme_writers": "Personer som skrivit, för att en enhet ska få temasiffror",
    "min_theme_cell": "Personer bakom en temasiffra",
    "min_quote_writers": "Personer som skrivit, för att en enhet ska få citat",
    "min_quote_theme": "Personer med temat och hållningen, för ett citat",
}
CERTIFICATE_NAMES = {
    "name": "Undersökning",
    "product": "Version av Röda trådar",
    "codebook_version": "Kodbokens version",
    "input_sha256": "Filens hash (sha256)",
    "model_sha256": "Kodarens hash (sha256)",
    "made_from": "Allt tillsammans (sha256)",
    "rows": "Rader i filen",
    "respondents": "Svarande",
    "missing_answers": "Svar som ”Vet ej”, räknade som inget svar",
    "comments": "Fritextsvar",
    "non_answers": "Fritextsvar utan innehåll (”-”, ”nej”)",
    "for_review": "Fritextsvar som en människa bör se innan de citeras",
}


def data_line(released: Released) -> str:
    """What the figures rest on, in one line; empty where the certificate does not say."""
    certificate = released.certificate
    told = [
        (_count(certificate, "rows"), "rader lästa"),
        (_left_out(certificate), "rader utelämnade"),
        (_count(certificate, "missing_answers"), "svar som ”Vet ej”"),
        (_count(certificate, "comments"), "fritextsvar"),
        (_count(certificate, "non_answers"), "av dem utan innehåll"),
    ]
    line = ", ".join(f"{whole(n)} {what}" for n, what in told if n is not None)
    return f"Underlag: {line}." if line else ""


def _count(certificate: Mapping[str, object], name: str) -> int | None:
    value = certificate.get(name)
    return value if isinstance(value, int) else None


def _left_out(certificate: Mapping[str, object]) -> int | None:
    reasons = certificate.get("left_out")
    return sum(reasons.values()) if isinstance(reasons, Mapping) else None


def limits_table(released: Released) -> pd.DataFrame:
    """The limits this release was made with, in respondents."""
    settings = released.certificate.get("settings")
    given = settings if isinstance(settings, Mapping) else {}
    lines = [
        {"Gräns": name, "Minst": whole(given[key])} for key, name in SETTING_NAMES.items() if key in given
    ]
    return pd.DataFrame(lines, columns=["Gräns", "Minst"])


def certificate_table(released: Released) -> pd.DataFrame:
    """The certificate of the run: the same input, model, codebook and settings give the same figures."""
    lines = [
        {"Uppgift": name, "Värde": _told(released.certificate[key])}
        for key, name in CERTIFICATE_NAMES.items()
        if key in released.certificate
    ]
    return pd.DataFrame(lines, columns=["Uppgift", "Värde"])


def left_out_table(released: Released) -> pd.DataFrame:
    """Rows left out, by reason."""
    reasons = released.certificate.get("left_out")
    given = reasons if isinstance(reasons, Mapping) else {}
    lines = [{"Skäl": str(reason), "Rader": whole(n)} for reason, n in given.items()]
    return pd.DataFrame(lines, columns=["Skäl", "Rader"])


def _told(value: object) -> str:
    return whole(value) if isinstance(value, int) else str(value)


def codebook_table(codebook: Codebook) -> pd.DataFrame:
    """The themes with what belongs to each and what does not."""
    lines = [
        {
            "Tema": theme.name_sv,
            "Handlar om": theme.definition,
            "Hit hör": ", ".join(theme.includes),
            "Hit hör inte": ", ".join(theme.excludes),
        }
        for theme in codebook.themes
    ]
    return pd.DataFrame(lines)
