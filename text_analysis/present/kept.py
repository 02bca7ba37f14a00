"""What has been worked out of a release is kept as long as it, so that a click works nothing out again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from text_analysis.present.translation import spoken
from text_analysis.records import Released

P = ParamSpec("P")
T = TypeVar("T")

RESULTS: Final[WeakKeyDictionary[Released, dict[Hashable, Any]]] = WeakKeyDictionary()


def kept(function: Callable[Concatenate[Released, P], T]) -> Callable[Concatenate[Released, P], T]:
    """The function, worked out once for each release, other arguments and language.

    A release and the instruments are themselves and nothing else (they have no equal), and neither is ever
    changed; whoever is given a table only reads it.
    """

    @wraps(function)
    def remembered(released: Released, /, *args: P.args, **kwargs: P.kwargs) -> T:
        results = RESULTS.setdefault(released, {})
        asked = (function, spoken(), args, frozenset(kwargs.items()))
        if asked not in results:
            results[asked] = function(released, *args, **kwargs)
        found: T = results[asked]
        return found

    return remembered
