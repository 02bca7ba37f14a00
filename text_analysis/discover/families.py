"""Word families: a word with the compounds and derivations it is the first or last part of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

LEAST_STEM: Final = 3  # lön, bil, chef; shorter stems begin words of every kind
LEAST_REST: Final = 3  # letters of the other half of a compound
LINKS: Final = ("s", "e", "-")  # between the halves: arbetsmiljö, löneläge, IT-system
_DERIVED: Final = """
ad ade ande ar are at e el en er ern et fri full het ig iga igt lig liga ligt lös na ning or sam sel
"""
DERIVED: Final = frozenset(_DERIVED.split())


def word_families(present: csr_matrix, lemmas: Sequence[str]) -> csr_matrix:
    """Which segments hold each word or a word of its family, 0/1, shape as `present`.

    In short texts each compound is rare: "nattpass", "nattjour" and "natt" are three words and one matter.

    Parameters
    ----------
    present : 0/1, (n_segments, n_words).
    lemmas : the lemma of each word.
    """
    from scipy.sparse import csr_matrix

    pairs = [(column, column) for column in range(len(lemmas))] + list(_kin(lemmas))
    rows, columns = np.array(pairs, dtype=np.int32).reshape(-1, 2).T
    size = max(len(lemmas), present.shape[1])
    kin = csr_matrix((np.ones(len(pairs), dtype=np.float32), (rows, columns)), shape=(size, size))
    held = (present @ kin).tocsr()
    held.data = np.ones_like(held.data)
    return held


def _kin(lemmas: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Column of each longer word, and of the word it begins or ends with."""
    known = frozenset(lemmas)
    for backwards in (False, True):
        spelt = sorted((lemma[::-1] if backwards else lemma, column) for column, lemma in enumerate(lemmas))
        keys = [key for key, _ in spelt]
        for stem, column in spelt:
            if len(stem) < LEAST_STEM or (backwards and len(stem) == LEAST_STEM):
                continue
            for place in range(bisect_left(keys, stem), len(keys)):
                longer, other = spelt[place]
                if not longer.startswith(stem):
                    break
                rest = longer[len(stem) :]
                if other != column and _is_half(rest[::-1] if backwards else rest, known, last=not backwards):
                    yield other, column


def _is_half(rest: str, known: frozenset[str], *, last: bool) -> bool:
    """Whether what is left of a longer word is an ending or a word of its own.

    >>> _is_half("pass", frozenset(), last=True), _is_half("lsk", frozenset(), last=True)
    (True, False)
    """
    from simplemma import is_known

    if last and rest in DERIVED:
        return True
    forms = {rest}
    for link in LINKS:
        forms.add(rest.removeprefix(link) if last else rest.removesuffix(link))
    return any(len(form) >= LEAST_REST and (form in known or is_known(form, lang="sv")) for form in forms)
