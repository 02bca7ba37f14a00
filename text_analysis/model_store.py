"""The trained coder on disk: arrays without pickle, and a manifest with their hash."""

from __future__ import annotations

import hashlib
import io
import tomllib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from text_analysis.embedding_files import head_hash, load_head, remove_head
from text_analysis.errors import ModelError
from text_analysis.language.lexicon import Entry, Lexicon
from text_analysis.linear import Floats, quantise, restore
from text_analysis.network import Network, places_of
from text_analysis.places import MODELS
from text_analysis.stance.features import StanceSpace
from text_analysis.stance.model import StanceModel
from text_analysis.themes.features import FeatureSpace
from text_analysis.themes.model import ThemeModel

FILE: Final = "coder.npz"
MANIFEST: Final = "manifest.toml"
FORMAT: Final = 7  # raised when the arrays or the features change, so that an old file is refused
# Weights of the networks are stored as −15..15: half the size of −127..127, and F1 is the same within 0.1.
NETWORK_STEPS: Final = 15
_REMEDY: Final = "Kör `roda-tradar train` så byggs modellen av data/training och data/lexicon."
_FIXED_DATE: Final = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold: same arrays, same bytes


@dataclass(frozen=True)
class Coder:
    """The trained models of themes and stance."""

    themes: ThemeModel
    stance: StanceModel


@lru_cache(maxsize=2)
def load_coder(folder: Path = MODELS) -> Coder:
    """The coder of a models folder.

    Raises
    ------
    ModelError : the model is missing, or is not the file the manifest describes.
    """
    content = model_bytes(folder)
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        coder = _coder({name: arrays[name] for name in arrays.files})
    return replace(coder, themes=replace(coder.themes, head=load_head(folder)))


def model_bytes(folder: Path = MODELS) -> bytes:
    """The model file, seen to be the one of the manifest.

    Raises
    ------
    ModelError : as `load_coder`.
    """
    manifest = _manifest(folder)
    path = folder / FILE
    if not path.exists():
        raise ModelError("Den tränade modellen saknas.", where=path.name, remedy=_REMEDY)
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != manifest.get("sha256") or manifest.get("format") != FORMAT:
        raise ModelError("Modellfilen är inte den som manifestet beskriver.", where=path.name, remedy=_REMEDY)
    return content


def model_hash(folder: Path = MODELS) -> str:
    """SHA-256 of the model file, as the manifest gives it, and of a language model if one is used."""
    own, other = str(_manifest(folder)["sha256"]), head_hash(folder)
    return hashlib.sha256(f"{own}{other}".encode()).hexdigest() if other else own


def save_coder(coder: Coder, folder: Path, facts: Mapping[str, object]) -> None:
    """Write the model and its manifest; the same coder gives the same bytes. A language model's part goes.

    Parameters
    ----------
    coder : what to store.
    folder : models/.
    facts : what the manifest says beside hash and format, such as number of training texts.
    """
    import tomli_w

    folder.mkdir(parents=True, exist_ok=True)
    remove_head(folder)
    load_coder.cache_clear()
    content = zipped(_arrays(coder))
    (folder / FILE).write_bytes(content)
    manifest = {
        "format": FORMAT,
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        **facts,
    }
    (folder / MANIFEST).write_text(tomli_w.dumps(manifest), encoding="utf-8", newline="\n")


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        return tomllib.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ModelError("Modellens manifest saknas.", where=MANIFEST, remedy=_REMEDY) from error


def zipped(arrays: Mapping[str, np.ndarray[Any, Any]]) -> bytes:
    """The bytes of an npz file without pickle; the same arrays give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, array in sorted(arrays.items()):
            member = io.BytesIO()
            np.lib.format.write_array(member, np.ascontiguousarray(array), allow_pickle=False)
            archive.writestr(
                zipfile.ZipInfo(f"{name}.npy", _FIXED_DATE), member.getvalue(), zipfile.ZIP_DEFLATED
            )
    return buffer.getvalue()


def _arrays(coder: Coder) -> dict[str, np.ndarray[Any, Any]]:
    themes, stance = coder.themes, coder.stance
    arrays: dict[str, np.ndarray[Any, Any]] = {
        "themes": np.array(themes.space.themes),
        "rarity": themes.space.rarity.astype(np.float16),
        "blend": themes.blend,
        "offsets": themes.offsets,
        "thresholds": themes.thresholds,
        "lift": themes.lift,
        "spread": themes.spread,
        "praise": themes.praise,
    }
    arrays |= _network_arrays("clauses", themes.clauses) | _network_arrays("wholes", themes.wholes)
    arrays |= _lexicon_arrays("theme_lexicon", themes.space.lexicon)
    arrays |= _lexicon_arrays("stance_lexicon", stance.space.lexicon)
    return arrays | _packed("segment", themes.segment_weights) | _packed("stance", stance.weights)


def _packed(name: str, weights: Floats) -> dict[str, np.ndarray[Any, Any]]:
    """Weights as whole numbers, without the rows that are all 0: most hashed columns no word falls in."""
    stored, scale = quantise(weights)
    used: NDArray[np.bool_] = np.any(stored != 0, axis=1)
    return {
        f"{name}_weights": stored[used],
        f"{name}_scale": scale,
        f"{name}_used": np.packbits(used),
        f"{name}_rows": np.array([len(used)]),
    }


def _unpacked(name: str, arrays: Mapping[str, np.ndarray[Any, Any]]) -> Floats:
    used = _flags(arrays[f"{name}_used"], arrays[f"{name}_rows"])
    stored, scale = arrays[f"{name}_weights"], arrays[f"{name}_scale"]
    weights = np.zeros((len(used), stored.shape[1]), dtype=np.float32)  # takes memory only where written
    weights[used] = restore(stored, scale)
    return weights


def _flags(packed: NDArray[np.uint8], n: NDArray[np.int64]) -> NDArray[np.bool_]:
    return np.unpackbits(packed, count=int(n[0])).astype(bool)


def _coder(arrays: Mapping[str, np.ndarray[Any, Any]]) -> Coder:
    names = tuple(str(theme) for theme in arrays["themes"])
    themes = ThemeModel(
        space=FeatureSpace(names, _lexicon("theme_lexicon", arrays), arrays["rarity"].astype(np.float32)),
        segment_weights=_unpacked("segment", arrays),
        clauses=_network("clauses", arrays),
        wholes=_network("wholes", arrays),
        blend=arrays["blend"],
        offsets=arrays["offsets"],
        thresholds=arrays["thresholds"],
        lift=arrays["lift"],
        spread=arrays["spread"],
        praise=arrays["praise"],
    )
    space = StanceSpace(names, _lexicon("stance_lexicon", arrays))
    return Coder(themes, StanceModel(space, _unpacked("stance", arrays)))


def _network_arrays(name: str, network: Network) -> dict[str, np.ndarray[Any, Any]]:
    stored, scale = quantise(network.inner, NETWORK_STEPS)
    return {
        f"{name}_inner": stored,
        f"{name}_inner_scale": scale,
        f"{name}_known": np.packbits(network.places > 0),
        f"{name}_columns": np.array([len(network.places)]),
        f"{name}_inner_bias": network.inner_bias,
        f"{name}_outer": network.outer,
        f"{name}_outer_bias": network.outer_bias,
    }


def _network(name: str, arrays: Mapping[str, np.ndarray[Any, Any]]) -> Network:
    return Network(
        places_of(_flags(arrays[f"{name}_known"], arrays[f"{name}_columns"])),
        restore(arrays[f"{name}_inner"], arrays[f"{name}_inner_scale"]),
        arrays[f"{name}_inner_bias"],
        arrays[f"{name}_outer"],
        arrays[f"{name}_outer_bias"],
    )


def _lexicon_arrays(name: str, lexicon: Lexicon) -> dict[str, np.ndarray[Any, Any]]:
    return {
        f"{name}_patterns": np.frombuffer("\n".join(e.pattern for e in lexicon.entries).encode(), np.uint8),
        f"{name}_categories": np.array([entry.category for entry in lexicon.entries]),
        f"{name}_weights": np.array([entry.weight for entry in lexicon.entries], dtype=np.int8),
    }


def _lexicon(name: str, arrays: Mapping[str, np.ndarray[Any, Any]]) -> Lexicon:
    patterns = arrays[f"{name}_patterns"].tobytes().decode().split("\n")
    categories = arrays[f"{name}_categories"].tolist()
    weights = arrays[f"{name}_weights"].tolist()
    return Lexicon([Entry(*row) for row in zip(patterns, categories, weights, strict=True)])
