"""Lists of words with a capital: what stands in one with a place, a unit or a system is no person either."""

from __future__ import annotations

from typing import Final

from text_analysis.anonymise.lexicon import Kind
from text_analysis.anonymise.scene import AND, Scene, ends_like_place
from text_analysis.anonymise.tokens import Token

_BETWEEN: Final = frozenset({", ", "/", " / ", *(f"{comma} {word} " for word in AND for comma in ("", ","))})
_DEFINITE_ENDS: Final = ("an", "en", "et", "on", "arna", "orna", "erna")


def in_list_of_places(scene: Scene, i: int) -> bool:
    """Whether the word stands in a list with a place or unit ("Ängsgården, Solhaga och Rosenhill")."""
    if scene.cued(i) or scene.acts(i):
        return False
    listed = [scene.tokens[j] for j in _list_of(scene, i) if j != i]
    return any(
        not token.kind & Kind.NAME and (bool(token.kind & Kind.PLACE) or _is_unlisted_place(scene, token))
        for token in listed
    ) or (len(listed) > 1 and any(_is_noun_with_capital(scene, token) for token in listed))


def in_list_of_systems(scene: Scene, i: int) -> bool:
    """Whether the word stands in a list with a system ("Zoom, Alva och Siri"), and begins no new clause."""
    listed = _list_of(scene, i)
    named = any(scene.tokens[j].kind & Kind.SYSTEM for j in listed if j != i)
    # A verb after a list inside a sentence: "Vi har Cosmic, Anna och Lisa är ansvariga".
    clause = not scene.tokens[listed[0]].initial and scene.next(listed[-1]) in scene.lexicon.cues.verbs
    return named and not clause


def _is_unlisted_place(scene: Scene, token: Token) -> bool:
    """Whether a word in no list ends as places do, and is no ordinary word that begins a sentence."""
    plain = token.kind or token.initial or scene.lexicon.is_word(token.low)
    return not plain and ends_like_place(token.low)


def _is_noun_with_capital(scene: Scene, token: Token) -> bool:
    """Whether an ordinary noun in the definite form has a capital and means no person ("Solrosen")."""
    known = scene.lexicon.is_word(token.low) or token.low in scene.lexicon.dictionary
    if token.kind or token.initial or not known:
        return False
    return token.low.endswith(_DEFINITE_ENDS) and not token.low.endswith(scene.lexicon.cues.noun_ends)


def _list_of(scene: Scene, i: int) -> list[int]:
    """The numbers of the words of a list of words with a capital, in order: "Zoom, Alva och Siri"."""
    listed = [i]
    while (j := _next_in_list(scene, listed[0], -1)) is not None:
        listed.insert(0, j)
    while (j := _next_in_list(scene, listed[-1], 1)) is not None:
        listed.append(j)
    return listed


def _next_in_list(scene: Scene, i: int, step: int) -> int | None:
    """The number of the word beside with a comma or "och" between, where it has a capital."""
    for j in (i + step, i + 2 * step):
        if not 0 <= j < len(scene.tokens):
            return None
        left, right = sorted((i, j))
        if scene.text[scene.tokens[left].end : scene.tokens[right].start] in _BETWEEN:
            return j if scene.tokens[j].capital else None
    return None
