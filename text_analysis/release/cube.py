"""Everything the gate decides about: the grids of a survey and, for each layer of them, what is hidden.

A layer is what is shown or hidden as one: a table's scores, or the finer part of a row (the groups of an
eNPS, an interval) that needs more answers than the score itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import numpy as np

from text_analysis import tables
from text_analysis.codebook import Codebook
from text_analysis.instruments import Instruments
from text_analysis.records import ENPS_GROUPS, STANCES, Measures
from text_analysis.release.grid import Flags, Grid, Indices, Nodes, Numbers, grid_of, nodes_of

Masks = dict[str, Flags]

STANCE_AXIS: Final = (tables.ALL, *STANCES)
GROUP_AXIS: Final = (tables.ALL, *ENPS_GROUPS)
PERCENT: Final = 100
DETAILS: Final = len(STANCE_AXIS) * len(GROUP_AXIS)

LAYERS: Final[Mapping[str, str]] = {  # layer → the table it belongs to
    "response": "response",
    "writers": "response",
    "untagged": "response",
    "enps": "enps",
    "enps_spread": "enps",
    "indices": "indices",
    "index_spread": "indices",
    "distribution": "distribution",
    "themes": "themes",
    "links": "links",
}


@dataclass(frozen=True)
class Cube:
    """The measures of a survey as grids over the same nodes."""

    nodes: Nodes
    grids: Mapping[str, Grid] = field(repr=False)
    codebook: Codebook = field(repr=False)
    instruments: Instruments = field(repr=False)

    @cached_property
    def frames(self) -> dict[bytes, Any]:
        """What `frames` has made of sets of nodes, by those sets."""
        return {}

    def grid(self, layer: str) -> Grid:
        """The grid a layer belongs to."""
        return self.grids[LAYERS[layer]]

    def people(self, layer: str) -> Numbers:
        """Respondents behind each cell of a layer, shape (nodes, keys)."""
        grid = self.grid(layer)
        if layer == "links":
            return self._link_people()
        return grid.counts(_PEOPLE[layer])

    def _link_people(self) -> Numbers:
        """The smallest of the groups a link compares; an index that was not asked does not count."""
        grid = self.grids["links"]
        sides = [grid.counts("n_with"), grid.counts("n_without")]
        for name in ("n_index_with", "n_index_without"):
            sides.append(np.where(np.isnan(grid[name]), np.inf, grid[name]))
        return np.asarray(np.minimum.reduce(sides), dtype=np.float64)

    @cached_property
    def enps_groups(self) -> Numbers:
        """Kritiker, passiva and ambassadörer of each node, shape (nodes, 3)."""
        return np.hstack([self.grids["enps"].counts(name) for name in ENPS_GROUPS])

    @cached_property
    def wave_numbers(self) -> Indices:
        """A number per node, the same for all nodes of a wave."""
        return np.unique(self.nodes.frame["wave"].to_numpy(dtype="U"), return_inverse=True)[1]

    @cached_property
    def waves(self) -> tuple[Flags, ...]:
        """For each wave, which nodes belong to it."""
        return tuple(self.wave_numbers == wave for wave in np.unique(self.wave_numbers))

    @cached_property
    def sensitive_themes(self) -> Flags:
        """Whether each theme of the codebook is sensitive, shape (themes,)."""
        return np.array([theme.sensitive for theme in self.codebook.themes], dtype=np.bool_)

    @cached_property
    def sensitive_indices(self) -> frozenset[str]:
        """Keys of the indices that belong to sensitive themes."""
        return frozenset(key for theme in self.codebook.themes if theme.sensitive for key in theme.index_keys)

    def is_exposure(self, index_key: str) -> bool:
        """Whether an index is the share who have been exposed to something."""
        return self.instruments.index(index_key).is_exposure

    def is_sensitive(self, index_key: str) -> bool:
        """Whether an index, or the one it is a part of, belongs to a sensitive theme."""
        return any(index_key == key or index_key.startswith(f"{key}.") for key in self.sensitive_indices)

    @cached_property
    def exposures(self) -> Flags:
        """Which columns of the indices tell of exposure, shape (indices,)."""
        return np.array([self.is_exposure(key) for key in self.index_keys], dtype=np.bool_)

    @cached_property
    def n_exposed(self) -> Numbers:
        """How many said yes, in the columns of exposure; nothing of use in others, shape (nodes, indices)."""
        grid = self.grids["indices"]
        return np.asarray(np.rint(grid.counts("value") * grid.counts("n") / PERCENT), dtype=np.float64)

    @cached_property
    def index_keys(self) -> tuple[str, ...]:
        """The keys of the indices' columns."""
        return tuple(str(key[0]) for key in self.grids["indices"].keys)

    @cached_property
    def value_ranges(self) -> Numbers:
        """Lowest and highest value of each index, shape (indices, 2)."""
        ranges = [self.instruments.index(key).value_range for key in self.index_keys]
        return np.array(ranges, dtype=np.float64).reshape(len(ranges), 2)

    @cached_property
    def index_groups(self) -> Indices:
        """A number per index column, the same for a total and its parts (the total gives a part away)."""
        group = {key: i for i, key in enumerate(self.index_keys)}
        for definition in self.instruments.indices:
            linked = [key for key in (definition.key, *definition.part_keys) if key in group]
            if definition.part_keys and linked:
                merged = {group[key] for key in linked}
                group = {key: min(merged) if g in merged else g for key, g in group.items()}
        return np.array([group[key] for key in self.index_keys], dtype=np.intp)

    def index_column(self, table: str) -> Indices:
        """For each column of a grid, the column of its index in `indices`; −1 if there is none."""
        place = {key: i for i, key in enumerate(self.index_keys)}
        grid = self.grids[table]
        part = grid.key_columns.index("index_key")
        return np.array([place.get(str(key[part]), -1) for key in grid.keys], dtype=np.intp)

    @cached_property
    def link_columns(self) -> tuple[Indices, ...]:
        """For each theme of the codebook, its columns of the links grid."""
        grid = self.grids["links"]
        part = grid.key_columns.index("theme") if grid.keys else 0
        names = np.array([str(key[part]) for key in grid.keys], dtype="U")
        return tuple(np.flatnonzero(names == theme.id) for theme in self.codebook.themes)

    def themes_view(self, hidden: Flags) -> Flags:
        """A mask of the themes grid as (nodes, themes, stances, eNPS groups); a view, not a copy."""
        return hidden.reshape(len(self.nodes), -1, len(STANCE_AXIS), len(GROUP_AXIS))


_PEOPLE: Final[Mapping[str, str]] = {
    "response": "responses",
    "writers": "n_writers",
    "untagged": "n_writers_without_theme",
    "enps": "n",
    "enps_spread": "n",
    "indices": "n",
    "index_spread": "n",
    "distribution": "n",
    "themes": "n_respondents",
}


def cube_of(measures: Measures, codebook: Codebook, instruments: Instruments) -> Cube:
    """The cube of a survey's measures.

    Raises
    ------
    TableError : a table is not what its specification says, or the tables do not have the same units.
    CodebookError : an index is not among the instruments.
    """
    response = tables.check(measures.response, tables.RESPONSE)
    nodes = nodes_of(response)
    theme_keys = [
        (t.id, stance, group) for t in codebook.themes for stance in STANCE_AXIS for group in GROUP_AXIS
    ]
    grids = {
        "response": grid_of(response, tables.RESPONSE, nodes),
        "enps": grid_of(measures.enps, tables.ENPS, nodes),
        "indices": grid_of(measures.indices, tables.INDICES, nodes),
        "distribution": grid_of(measures.distribution, tables.DISTRIBUTION, nodes),
        "themes": grid_of(measures.themes, tables.THEMES, nodes, theme_keys),
        "links": grid_of(measures.links, tables.LINKS, nodes),
    }
    return Cube(nodes, grids, codebook, instruments)
