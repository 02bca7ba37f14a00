"""Where the repository keeps what the package needs, and where surveys are kept on this computer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
DATA: Final = ROOT / "data"
MODELS: Final = ROOT / "models"
VIEW_ONLY: Final = "RODA_TRADAR_VIEW_ONLY"


def workspace() -> Path:
    """The folder of the analysed surveys: `RODA_TRADAR_HOME`, or the user's data folder."""
    chosen = os.environ.get("RODA_TRADAR_HOME")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_data_dir("roda-tradar", appauthor=False))


def is_view_only() -> bool:
    """Whether the app writes nothing and reads no comments, as managers are to see it: `VIEW_ONLY` is set."""
    return bool(os.environ.get(VIEW_ONLY))
