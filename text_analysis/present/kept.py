"""What has been worked out of a release is kept, so that a click works nothing out again."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final, ParamSpec, TypeVar

from text_analysis.present.translation import Language, spoken

P = ParamSpec("P")
T = TypeVar("T")

N_KEPT: Final = 256  # results of one function: the units and waves that people look at in turn
KEPT: Final[list[Callable[[], int]]] = []  # for each such function, how often it has been worked out


def kept(function: Callable[P, T]) -> Callable[P, T]:
    """The function, worked out once for each release, other arguments and language.

    A release and the instruments are themselves and nothing else (they have no equal), and neither is ever
    changed; whoever is given a table only reads it.
    """

    @lru_cache(maxsize=N_KEPT)
    def work_out(_: Language, *args: P.args, **kwargs: P.kwargs) -> T:
        return function(*args, **kwargs)

    @wraps(function)
    def remembered(*args: P.args, **kwargs: P.kwargs) -> T:
        return work_out(spoken(), *args, **kwargs)  # type: ignore[arg-type]  # P cannot say hashable

    KEPT.append(lambda: work_out.cache_info().misses)
    return remembered


def n_worked_out() -> int:
    """How often anything kept has been worked out since the program started."""
    return sum(count() for count in KEPT)
