"""Names of persons: which words are names, told from lists, form and the words around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from text_analysis.anonymise.hits import Hit
from text_analysis.anonymise.lexicon import Lexicon
from text_analysis.anonymise.name_rules import Verdict, judge
from text_analysis.anonymise.name_spans import spans
from text_analysis.anonymise.scene import Scene
from text_analysis.anonymise.tokens import Case, Token, tokenise


def finder(lexicon: Lexicon) -> Callable[[str], Iterator[Hit]]:
    """The recogniser of names."""

    def find(text: str) -> Iterator[Hit]:
        tokens, case = tokenise(text, lexicon)
        if not tokens:
            return
        scene = Scene(text, tokens, case, lexicon)
        silent = [match.span() for match in lexicon.never.finditer(text)]
        verdicts = [None if _silenced(token, silent) else judge(scene, i) for i, token in enumerate(tokens)]
        yield from spans(text, tokens, _again(tokens, verdicts, case), lexicon)

    return find


def _silenced(token: Token, silent: list[tuple[int, int]]) -> bool:
    return any(start <= token.start < end for start, end in silent)


def _again(tokens: list[Token], verdicts: list[Verdict | None], case: Case) -> list[Verdict | None]:
    """Judges a capitalised word inside a sentence as a name if the same word is a sure name elsewhere."""
    pairs = list(zip(tokens, verdicts, strict=True))
    sure = {token.base for token, verdict in pairs if verdict and verdict.sure and not verdict.length}
    if not sure or case is not Case.NORMAL:
        return verdicts
    return [
        verdict
        or (Verdict("again", True) if token.capital and token.base in sure and not token.initial else None)
        for token, verdict in pairs
    ]
