"""The versions of a survey that people have had, so that undoing gives back the very one they had before.

A version is tried against the one before it, and a cell that was shown there protects nothing any longer. So
two versions may hide more than the first did, also when the second says the same. To give the first again
tells nobody anything new, and is done when everything it was made of is the same again.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Final

from text_analysis.folders import whole_folder
from text_analysis.records import Measures, Released
from text_analysis.release.files import CERTIFICATE, load_release, write_for_programs, write_release

VERSIONS: Final = "versions"  # beside the release; a folder a version, without the files for people
RELEASE: Final = "release"  # in the survey's folder
N_KEY: Final = 32  # hexadecimal digits


def version_key(measures: Measures, certificate: Mapping[str, object]) -> str:
    """One hash over all that a release is made of but the version before it."""
    digest = hashlib.sha256(json.dumps(certificate, sort_keys=True).encode())
    for field in fields(measures):
        table = io.BytesIO()
        getattr(measures, field.name).to_parquet(table, index=False)
        digest.update(table.getvalue())
    return digest.hexdigest()[:N_KEY]  # short, as a path in Windows has 260 signs


def seen_version(folder: Path, key: str) -> Released | None:
    """The version of this key if people have had it; None if they have not.

    Parameters
    ----------
    folder : the survey's own. Where its release is not the last of the versions kept, as when somebody has
        removed it, none of them counts.
    key : `version_key` of what is to be released.

    Raises
    ------
    WorkspaceError : the version kept has been changed.
    """
    kept = folder / VERSIONS / key
    return load_release(kept) if kept.exists() and _is_whole(folder) else None


def give_version(released: Released, folder: Path, key: str) -> None:
    """Write the survey's release, and remember it as a version that people have had.

    It is remembered last: a version that never came to be a release is one that nobody has had.

    Raises
    ------
    WorkspaceError : the folder cannot be written.
    """
    if (folder / VERSIONS).exists() and not _is_whole(folder):
        shutil.rmtree(folder / VERSIONS)
    write_release(released, folder / RELEASE)
    (folder / VERSIONS).mkdir(mode=0o700, parents=True, exist_ok=True)
    with whole_folder(folder / VERSIONS / key, mode=0o700) as fresh:
        write_for_programs(released, fresh)


def _is_whole(folder: Path) -> bool:
    """Whether the release people have is among the versions kept."""
    now = folder / RELEASE / CERTIFICATE
    versions = (folder / VERSIONS).glob(f"*/{CERTIFICATE}")
    return now.exists() and any(kept.read_bytes() == now.read_bytes() for kept in versions)
