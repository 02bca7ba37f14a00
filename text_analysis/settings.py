"""Every limit and threshold, once, with its reason. Limits may be raised, never set below the floor."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Final

from text_analysis.errors import SettingsError

# Smallest group any figure may describe (docs/method.md, "Gränser"): vendors and Swedish survey
# companies use 3–10, most 5; below 5 one colleague's answer can often be worked out.
FLOOR: Final = 5


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits of the release, counted in respondents.

    Attributes
    ----------
    min_scores : answers behind a mean, an index, an eNPS or a response rate.
    min_distribution : answers behind a distribution of answers (10 in the source report), eNPS groups or an
        interval.
    min_exposure : answers behind a share of exposed (harassment): never for small groups, so six times as
        many as a mean; nor where fewer than `min_theme_cell` said yes, or said no.
    min_theme_writers : respondents who wrote a comment with content, for a unit to have theme figures.
    min_theme_cell : respondents with the theme.
    min_quote_writers : respondents who wrote a comment with content, for a unit to have quotes.
    min_quote_theme : respondents with the theme and stance, for a quote of it.
    min_index_width : narrowest interval, in index points, an attacker may reach for a hidden value.
    min_change : answers below which no change is shown where 1..min_scores − 1 people came or left: a
        newcomer among 30 can move an eNPS by 7 points, which somebody who knows the group can read back.
    """

    min_scores: int = 5
    min_distribution: int = 10
    min_exposure: int = 30
    min_theme_writers: int = 10
    min_theme_cell: int = 5
    min_quote_writers: int = 10
    min_quote_theme: int = 5
    min_index_width: int = 20
    min_change: int = 30

    def __post_init__(self) -> None:
        for name, value in asdict(self).items():
            if value < FLOOR:
                raise SettingsError(
                    f"Gränsen {name} = {value} är lägre än golvet {FLOOR}.",
                    where=f"inställningen {name}",
                    expected=f"{FLOOR} eller högre",
                    remedy="Gränser får bara höjas.",
                )


def load_settings(path: Path | None = None) -> Settings:
    """Settings from a TOML file, or the defaults.

    Raises
    ------
    SettingsError : the file cannot be read, or as `settings_from`.
    """
    if path is None:
        return Settings()
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            "Inställningsfilen kan inte läsas.",
            where=path.name,
            expected="en fil med rader som min_scores = 7",
            remedy="Kontrollera sökvägen och att filen är TOML i UTF-8.",
        ) from error
    return settings_from(given, where=path.name)


def settings_from(given: object, *, where: str) -> Settings:
    """Settings by name, as a file has them.

    Raises
    ------
    SettingsError : no table of settings, an unknown one, not a whole number, or below the floor.
    """
    if not isinstance(given, dict):
        raise SettingsError("Inställningarna saknas.", where=where, remedy="Analysera undersökningen igen.")
    known = {field.name for field in fields(Settings)}
    unknown = sorted(set(given) - known)
    wrong = sorted(name for name, value in given.items() if type(value) is not int)
    if unknown or wrong:
        raise SettingsError(
            f"Okända eller felaktiga inställningar: {', '.join(map(str, unknown + wrong))}.",
            where=where,
            expected=f"hela tal för {', '.join(sorted(known))}",
            remedy="Rätta dem eller ta bort dem; utan rad gäller det förvalda.",
        )
    return Settings(**given)
