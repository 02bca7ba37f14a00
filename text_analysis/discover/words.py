"""The content words of segments: readable forms of one lemma each, and who wrote them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from text_analysis.discover.families import word_families
from text_analysis.discover.stop_words import STOP_WORDS

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

MASK: Final = re.compile(r"\[[^\]\n]{1,40}\]")  # [NAMN], [TELEFON] … are no words
# Letters of any alphabet, with "ob:t" and "hr-stöd" as one word; Swedish å ä ö stay.
WORD_PATTERN: Final = r"(?u)\b[^\W\d_]+(?:[:'’\-][^\W\d_]+)*\b"
_WORD: Final = re.compile(WORD_PATTERN)
SHORTEST: Final = 2


@dataclass(frozen=True)
class WordTable:
    """Which content words each segment holds.

    Attributes
    ----------
    words : the readable form of each lemma, the most common one in the survey, in alphabetical order.
    lemmas : the lemma of each.
    present : 0/1, shape (n_segments, n_words).
    families : as `present`, of the word or a compound or derivation of it.
    texts : the segments as readable forms with a space between, for the c-TF-IDF.
    """

    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    present: csr_matrix = field(repr=False)
    families: csr_matrix = field(repr=False)
    texts: tuple[str, ...] = field(repr=False)


def word_table(texts: Sequence[str], *, forbidden: frozenset[str]) -> WordTable:
    """The content words of the segments.

    Parameters
    ----------
    texts : segments of masked comments; mask tags are left out.
    forbidden : words in lower case that must not be shown, such as parts of names.
    """
    from scipy.sparse import csr_matrix

    tokens = [content_tokens(text, forbidden) for text in texts]
    form, lemma = _readable_forms(token for row in tokens for token in row)
    words = tuple(sorted(set(form.values())))
    place = {word: number for number, word in enumerate(words)}
    rows = [[form[token] for token in row] for row in tokens]
    columns = [sorted({place[word] for word in row}) for row in rows]
    ends = np.cumsum([0, *map(len, columns)])
    flat = np.array([column for row in columns for column in row], dtype=np.int32)
    present = csr_matrix(
        (np.ones(len(flat), dtype=np.float32), flat, ends), shape=(len(texts), max(len(words), 1))
    )
    lemmas = tuple(lemma[word] for word in words)
    families = word_families(present, lemmas)
    return WordTable(words, lemmas, present, families, tuple(" ".join(row) for row in rows))


def content_tokens(text: str, forbidden: frozenset[str] = frozenset()) -> list[str]:
    """The words of a text in lower case, without mask tags, function words and forbidden words.

    >>> content_tokens("[NAMN] och jag har delade turer på lördagar")
    ['delade', 'turer', 'lördagar']
    """
    plain = MASK.sub(" ", text).lower()
    found = (match.group() for match in _WORD.finditer(plain))
    return [
        word for word in found if len(word) >= SHORTEST and word not in STOP_WORDS and word not in forbidden
    ]


def _readable_forms(tokens: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Each token's readable form and lemma; the form is the lemma's most common token, on a tie the first."""
    from simplemma import lemmatize

    counts = Counter(tokens)
    lemmas = {token: lemmatize(token, lang="sv").lower() for token in counts}
    best: dict[str, str] = {}
    for token in sorted(counts, key=lambda token: (-counts[token], token)):
        best.setdefault(lemmas[token], token)
    return {token: best[lemma] for token, lemma in lemmas.items()}, lemmas


def authors(present: csr_matrix, people: np.ndarray) -> np.ndarray:
    """Number of people behind each word, from the rows given and the person (a number) behind each row."""
    from scipy.sparse import csr_matrix

    _, person = np.unique(people, return_inverse=True)
    n = int(person.max()) + 1 if len(person) else 0
    members = csr_matrix((np.ones(len(person)), (person, np.arange(len(person)))), shape=(n, len(person)))
    counts = (members @ present).tocsr()
    counts.data = np.ones_like(counts.data)
    return np.asarray(counts.sum(axis=0)).ravel()
