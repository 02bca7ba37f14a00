"""The mapping: which column of an export means what, as a record and as the text of a TOML file.

The whole file, with its Swedish explanation, is in docs/mapping.md. Columns are named by their headers.
"""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final, Literal

import tomli_w

VERSION: Final = 1
UNDATED: Final = "odaterad"  # the wave of a file that tells no date

InvalidRows = Literal["stop", "leave_out"]


@dataclass(frozen=True, slots=True)
class WaveSource:
    """Where the wave of a row is found: in a column, or one value for the whole file."""

    column: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class PatientContact:
    """The column that tells who meets patients, and the answers that mean yes."""

    column: str
    yes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """The column that tells who has answered, and the words that mean it."""

    column: str
    answered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """The number of people asked in a wave and unit; unit "" is the whole organisation."""

    wave: str
    unit: str
    n: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure given from outside: index_key is an index, "enps" or "response_rate" (a share 0–1)."""

    wave: str
    unit: str
    index_key: str
    value: float


@dataclass(frozen=True, slots=True)
class Mapping:
    """What each column means and how its answers are read.

    Attributes
    ----------
    name : the survey's name for people.
    wave : where the wave is found.
    enps : column of the eNPS question; False where the survey has none; None while that is open.
    organisation : the whole organisation's name, where the unit columns do not begin with it.
    unit : columns from the top level down, or one column with whole paths.
    unit_separator : what stands between the levels in that one column.
    respondent : column of the respondents' ids, or "".
    patient_contact, status : see their classes; None where the export has no such column.
    comments : column to the question's wording ("" where the header is none).
    items : column to item key, "hme.motivation.1" or an own "osa.stress.3".
    scales : column of an item to the data's own scale; [5, 1] is a reversed scale.
    answers : text label to number on the data's scale.
    unit_names : unit name as written to the name it should have.
    missing : further words that count as no answer.
    invalid_rows : what happens to rows with an answer outside its scale.
    sent, comparisons : figures the export does not hold.
    """

    name: str
    wave: WaveSource
    enps: str | Literal[False] | None = None
    organisation: str = ""
    unit: tuple[str, ...] = ()
    unit_separator: str = ""
    respondent: str = ""
    patient_contact: PatientContact | None = None
    status: Status | None = None
    comments: Table[str, str] = field(default_factory=dict)
    items: Table[str, str] = field(default_factory=dict)
    scales: Table[str, tuple[int, int]] = field(default_factory=dict)
    answers: Table[str, float] = field(default_factory=dict)
    unit_names: Table[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    invalid_rows: InvalidRows = "stop"
    sent: tuple[Sent, ...] = ()
    comparisons: tuple[Comparison, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column it names."""
        tables = [source.column for source in (self.patient_contact, self.status) if source]
        single = [self.enps or "", self.wave.column, self.respondent]
        return tuple(name for name in (*single, *tables, *self.unit, *self.comments, *self.items) if name)


_OPEN_ENPS: Final = '# Öppet: skriv enps = "kolumnens namn", eller enps = false om frågan saknas.\n'


def mapping_text(mapping: Mapping) -> str:
    """The mapping as the text of a TOML file that `load_mapping` reads back to the same mapping.

    >>> print(mapping_text(Mapping(name="Puls", wave=WaveSource(value="2023-05"), enps="Q1")))
    # Mappning för Röda trådar: vad varje kolumn betyder. Förklaras i docs/mapping.md.
    version = 1
    name = "Puls"
    enps = "Q1"
    invalid_rows = "stop"
    <BLANKLINE>
    [wave]
    value = "2023-05"
    <BLANKLINE>
    """
    head = "# Mappning för Röda trådar: vad varje kolumn betyder. Förklaras i docs/mapping.md.\n"
    open_enps = _OPEN_ENPS if mapping.enps is None else ""
    return head + open_enps + tomli_w.dumps(_as_toml(mapping))


def write_mapping(mapping: Mapping, path: Path) -> None:
    """Write the mapping as a TOML file; the old file stays whole until the new one is."""
    part = path.with_name(path.name + ".part")
    part.write_text(mapping_text(mapping), encoding="utf-8", newline="\n")
    part.replace(path)


def _as_toml(mapping: Mapping) -> dict[str, object]:
    """The filled fields under the names of the file."""
    raw = asdict(mapping)
    raw["wave"] = {key: value for key, value in raw["wave"].items() if value}
    raw["comparison"] = raw.pop("comparisons")
    filled = {key: value for key, value in raw.items() if value or value is False}
    return {"version": VERSION, "name": filled.pop("name", ""), **filled}
