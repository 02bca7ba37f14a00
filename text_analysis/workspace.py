"""The surveys analysed on this computer: one folder each.

`surveys/<slug>/release` holds what people may see, `internal` the masked survey, its coding and topics for
HR's own computer, `versions` what people have had, `mappings` how its files were read, and `edits.sqlite`
what people have decided.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from text_analysis.errors import WorkspaceError
from text_analysis.places import workspace

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


@dataclass(frozen=True, slots=True)
class SurveyEntry:
    """An analysed survey: its slug (stable in links), name for people, and folder."""

    slug: str
    name: str
    folder: Path

    @property
    def release_folder(self) -> Path:
        """Where the release lies."""
        return self.folder / "release"


def slug_of(name: str) -> str:
    """The folder name of a survey's name: a–z, 0–9 and hyphens.

    >>> slug_of("Hälso- och sjukvård 2025")
    'halso-och-sjukvard-2025'

    Raises
    ------
    WorkspaceError : the name has no letter or digit.
    """
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].rstrip("-")
    if not slug:
        raise WorkspaceError(
            "Undersökningens namn saknar bokstäver och siffror.", remedy="Ge undersökningen ett namn."
        )
    return slug


def survey_folder(slug: str) -> Path:
    """The folder of a slug, which need not exist.

    Raises
    ------
    WorkspaceError : not a slug, so that no path can leave the workspace.
    """
    if not _SLUG.fullmatch(slug):
        raise WorkspaceError(
            "Undersökningen finns inte.", remedy="Välj en undersökning i listan på startsidan."
        )
    return workspace() / "surveys" / slug


def list_surveys() -> tuple[SurveyEntry, ...]:
    """Every survey with a release, by name.

    One whose certificate is damaged has the name of its folder, so that the others can be opened; what is
    wrong is told when it is opened (`release.load_release`).
    """
    found = (workspace() / "surveys").glob("*/release/certificate.json")
    entries = [_entry(path) for path in found if _SLUG.fullmatch(path.parent.parent.name)]
    return tuple(sorted(entries, key=lambda entry: entry.name))


def _entry(certificate: Path) -> SurveyEntry:
    folder = certificate.parent.parent
    try:
        name = str(json.loads(certificate.read_text(encoding="utf-8"))["name"])
    except (OSError, ValueError, KeyError, TypeError):
        name = folder.name
    return SurveyEntry(folder.name, name, folder)
