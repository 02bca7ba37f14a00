"""A release on disk: csv files for people, parquet files for programs and the certificate."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pandas as pd

from text_analysis import tables
from text_analysis.codebook import read_codebook, write_codebook
from text_analysis.csv_text import plain
from text_analysis.errors import ReleaseRefusedError, TextAnalysisError, WorkspaceError
from text_analysis.folders import whole_folder
from text_analysis.records import Released
from text_analysis.release.report import audit_text

CERTIFICATE: Final = "certificate.json"
CODEBOOK: Final = "codebook.yaml"
AUDIT: Final = "granskning.md"  # the audit in words, to print for the DPIA, unions and safety representatives
FILES: Final = "files"  # in the certificate: sha256 of each parquet file and of the codebook
# What reading a folder that is damaged, half copied or edited by hand may raise.
_DAMAGE: Final = (OSError, ValueError, KeyError, TypeError, TextAnalysisError)
DECIMALS: Final = 6  # in csv; parquet holds every digit


def write_release(released: Released, folder: Path) -> None:
    """Write a release to a folder, wholly or not at all; an earlier release there is replaced.

    Raises
    ------
    WorkspaceError : the folder cannot be written.
    """
    with whole_folder(folder, mode=0o755) as fresh:
        write_for_programs(released, fresh)
        for name in tables.RELEASED:
            (fresh / f"{name}.csv").write_bytes(csv_bytes(getattr(released, name)))
        if "audit" in released.certificate:
            (fresh / AUDIT).write_text(audit_text(released.certificate), encoding="utf-8", newline="\n")


def write_for_programs(released: Released, folder: Path) -> None:
    """Write what `load_release` reads to a folder: tables, codebook and certificate."""
    hashes = {}
    for name in tables.RELEASED:
        table: pd.DataFrame = getattr(released, name)
        table.to_parquet(folder / f"{name}.parquet", index=False)
        hashes[name] = _sha256(folder / f"{name}.parquet")
    write_codebook(released.codebook, folder / CODEBOOK)
    hashes[CODEBOOK] = _sha256(folder / CODEBOOK)
    content = {**released.certificate, "name": released.name, FILES: hashes}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1)
    (folder / CERTIFICATE).write_text(text + "\n", encoding="utf-8", newline="\n")


def csv_bytes(table: pd.DataFrame) -> bytes:
    r"""A table as a Swedish spreadsheet reads it: BOM, semicolons, decimal commas, CRLF, no live formulas.

    >>> csv_bytes(pd.DataFrame({"text": ["=1+1"], "share": [0.25]}))
    b"\xef\xbb\xbftext;share\r\n'=1+1;0,25\r\n"
    """
    people = pd.DataFrame({name: _for_people(column) for name, column in table.items()})
    text = people.to_csv(sep=";", index=False, lineterminator="\r\n")
    return b"\xef\xbb\xbf" + text.encode("utf-8")


def _for_people(column: pd.Series[Any]) -> pd.Series[Any]:
    if pd.api.types.is_float_dtype(column):
        return column.map(_decimal_comma, na_action="ignore").astype("str")
    if pd.api.types.is_string_dtype(column):
        return column.map(plain, na_action="ignore").astype("str")
    return column


def _decimal_comma(value: float) -> str:
    """A number with at most six decimals.

    >>> _decimal_comma(-36.9399830938), _decimal_comma(14.0), _decimal_comma(-0.0)
    ('-36,939983', '14', '0')
    """
    text = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".").replace(".", ",")
    return "0" if text == "-0" else text


def load_release(folder: Path) -> Released:
    """The release of a folder, checked against the hashes it was written with.

    Raises
    ------
    WorkspaceError : a file is missing, was changed, or is not a table of a release.
    """
    try:
        return _read(folder, _table)
    except _DAMAGE as error:
        raise WorkspaceError(
            "Resultatmappen är ofullständig eller ändrad.",
            where=folder.name,
            remedy="Analysera undersökningen igen.",
        ) from error


def load_previous(folder: Path) -> Released | None:
    """The version people already have, for comparison; None if there is none.

    Columns and tables that an older version of the product did not write are missing.

    Raises
    ------
    ReleaseRefusedError : there is a version but it cannot be read, or has been changed.
    """
    if not (folder / CERTIFICATE).exists():
        return None
    try:
        return _read(folder, _older_table)
    except _DAMAGE as error:
        raise ReleaseRefusedError(
            "Den förra versionen kan inte läsas, så det går inte att pröva vad en ny skulle röja.",
            where=folder.name,
            remedy="Om ingen har fått se den förra: ta bort mappen och analysera igen.",
        ) from error


def _read(folder: Path, table: Callable[[Path, tables.TableSpec], pd.DataFrame]) -> Released:
    content = json.loads((folder / CERTIFICATE).read_text(encoding="utf-8"))
    for name, sha256 in content.pop(FILES).items():
        _unchanged(folder / (name if name == CODEBOOK else f"{name}.parquet"), sha256)
    found = {name: table(folder / f"{name}.parquet", spec) for name, spec in tables.RELEASED.items()}
    codebook = read_codebook(folder / CODEBOOK)
    return Released(name=content["name"], codebook=codebook, certificate=content, **found)


def _table(path: Path, spec: tables.TableSpec) -> pd.DataFrame:
    return tables.check(pd.read_parquet(path), spec)


def _older_table(path: Path, spec: tables.TableSpec) -> pd.DataFrame:
    if not path.exists():
        return spec.empty()
    return tables.check(pd.read_parquet(path).reindex(columns=list(spec.columns)), spec)


def _unchanged(path: Path, sha256: str) -> None:
    if _sha256(path) != sha256:
        raise WorkspaceError(
            "En fil är ändrad sedan den skrevs.", where=path.name, remedy="Analysera undersökningen igen."
        )


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
