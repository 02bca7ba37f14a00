"""Which words name something: nouns, and names that no dictionary has."""

from __future__ import annotations

from functools import cache
from typing import Final

_OF_NOUNS_IN_A: Final = ("or", "orna", "an", "ans")  # kollegor, kollegorna, kollegan
_DEFINITE_PLURAL: Final = "na"


@cache
def is_noun(lemma: str, form: str) -> bool:
    """Whether a word can name a topic: a noun, by its definite form, or a name that no dictionary has.

    "Hinner" and "tomma" say how something is, not what.

    Parameters
    ----------
    lemma : the word's lemma.
    form : as people mostly write it; tells "kollegor" from verbs, whose lemmas end in a too.

    >>> is_noun("bilpool", "bilpoolen"), is_noun("treserva", "treserva"), is_noun("kollega", "kollegor")
    (True, True, True)
    >>> is_noun("tom", "tomma"), is_noun("hinna", "hinner"), is_noun("hemma", "hemma")
    (False, False, False)
    """
    from simplemma import is_known

    if not is_known(lemma, lang="sv"):
        return True
    if lemma.endswith("a"):
        stem = lemma[:-1]
        verbal = (f"{lemma}r", f"{stem}er", f"{lemma}de", f"{stem}de", f"{stem}te", f"{lemma}t", f"{stem}t")
        is_plain = _is_form(f"{lemma}n", lemma) and not any(_is_form(word, lemma) for word in verbal)
        return is_plain or form.endswith(_OF_NOUNS_IN_A)
    if form.endswith("a") and not form.endswith(_DEFINITE_PLURAL):
        return False  # an adjective: tomma, gamla
    endings = ("en", "et", "n", "t") if lemma.endswith("e") else ("en", "et", "n")
    return any(_is_form(lemma + ending, lemma) for ending in endings)


def _is_form(form: str, lemma: str) -> bool:
    from simplemma import is_known, lemmatize

    return is_known(form, lang="sv") and lemmatize(form, lang="sv") == lemma
