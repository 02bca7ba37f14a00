r"""What must stand in a text for a pattern to match: a look at runs of four letters spares most searches.

A pattern such as ``\b(?:jag|hon) har (?:cancer|stroke)`` needs one of the illnesses. Its signs are runs of
four code points, one of which stands in every text it matches; a text's own runs are found once, and patterns
without a sign among them are not tried. The idea is that of trigram indices for regular expressions (Cox,
"Regular Expression Matching with a Trigram Index", 2012).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Final

LENGTH: Final = 4
_EDGE: Final = "\0"  # where a word begins or ends
_PARTS: Final = re.compile(r"[^\W_]+|[\W_]+")
_DIGIT: Final = re.compile(r"\d")
_ATOM: Final = re.compile(
    r"(?P<group>\(\?:)|(?P<look>\(\?<?[=!])|(?P<close>\))|(?P<bar>\|)|(?P<edge>\\b)"
    r"|(?P<digit>\\d|\[[\d-]+\])|(?P<any>\\[wWDsS]|\[[^\]]*\]|\.)|\\?(?P<literal>.)"
)
_REPEAT: Final = re.compile(r"(?P<may_lack>[?*]|\{0?,\d*\}|\{0\})\??|(?P<again>\+|\{\d+(?:,\d*)?\})\??")
_BESIDE: Final = 2
_COMMON: Final = 1_000.0

_Sequence = list["str | _Choice | None"]  # a literal or an edge, a group's alternatives, or something unknown
_Choice = list[_Sequence]


def runs(text: str) -> set[str]:
    r"""The runs of four code points of a text whose words' edges are marked and whose digits are all 0.

    >>> sorted(runs("hej7"))
    ['\x00hej', 'ej0\x00', 'hej0']
    """
    marked = f"{_EDGE}{_EDGE.join(_PARTS.findall(_DIGIT.sub('0', text)))}{_EDGE}"
    return {marked[i : i + LENGTH] for i in range(len(marked) - LENGTH + 1)}


def signs(pattern: str, common: Collection[str]) -> list[frozenset[str]]:
    r"""Sets of runs, the rarest first: a run of each of them stands in every text the pattern matches.

    Parameters
    ----------
    pattern : a regular expression of literals, classes, groups without capture, looks and repeats.
    common : words that stand in most texts, and so are poor signs.

    >>> found = signs(r"\b(?:jag|hon) har (?:cancer\w*|ms)\b", {"jag", "hon", "har"})
    >>> [sorted(run.strip("\0") for run in runs) for runs in found]
    [[' \x00ms', 'canc'], ['har'], ['hon', 'jag']]
    """
    choice = _parsed(pattern)
    found = _sets(choice[0], common) if len(choice) == 1 else [_of_choice(choice, common)]
    return [frozenset(map(_run_of, pieces)) for pieces in found if pieces]


def _run_of(piece: str) -> str:
    """The run of a piece with most letters."""
    found = (piece[i : i + LENGTH] for i in range(len(piece) - LENGTH + 1))
    return max(found, key=lambda run: sum(map(str.isalpha, run)))


def _of_choice(choice: _Choice, common: Collection[str]) -> frozenset[str]:
    """The pieces of which one stands wherever one of the alternatives matches; empty if there are none."""
    found = [_of_sequence(sequence, common) for sequence in choice]
    return frozenset[str]().union(*found) if all(found) else frozenset()


def _of_sequence(sequence: _Sequence, common: Collection[str]) -> frozenset[str]:
    """The rarest set of pieces of which one stands wherever the sequence matches."""
    return next(iter(_sets(sequence, common)), frozenset())


def _sets(sequence: _Sequence, common: Collection[str]) -> list[frozenset[str]]:
    """The sets of pieces of which one stands wherever the sequence matches, the rarest first."""
    candidates = [
        frozenset({part}) if isinstance(part, str) else _of_choice(part, common) for part in _joined(sequence)
    ]
    usable = [pieces for pieces in candidates if pieces and all(len(piece) >= LENGTH for piece in pieces)]
    return sorted(usable, key=lambda pieces: _weight(pieces, common))


def _weight(pieces: frozenset[str], common: Collection[str]) -> float:
    """A figure that grows with how often one of the pieces stands in a text."""
    return sum(
        _COMMON if _run_of(piece).strip(f"{_EDGE} ") in common else 2.0 ** -len(piece) for piece in pieces
    )


def _joined(sequence: _Sequence) -> Iterator[str | _Choice]:
    """The sequence's runs of literals, and its groups with the literals beside them taken inside."""
    run = ""
    for i, part in enumerate(sequence):
        if isinstance(part, str):
            run = _with(run, part)
            continue
        if run:
            yield run
        run = ""
        if part is not None:
            before = list(_literals(reversed(sequence[:i])))[::-1]
            after = list(_literals(sequence[i + 1 :]))
            yield [[*before, *inner, *after] for inner in part]
    if run:
        yield run


def _literals(sequence: Iterable[str | _Choice | None]) -> Iterator[str]:
    """The literals a sequence begins with, as many as tell a short word's end."""
    for part in islice(sequence, _BESIDE):
        if not isinstance(part, str):
            return
        yield part


def _with(run: str, part: str) -> str:
    """The run with one more literal; between a letter and another mark a word ends or begins."""
    if not run:
        return part
    if _EDGE in (run[-1], part):
        return run if run[-1] == part else run + part
    return run + (_EDGE if run[-1].isalnum() != part.isalnum() else "") + part


def _parsed(pattern: str) -> _Choice:
    """The pattern's alternatives; looks are left out, and what may be lacking is unknown."""
    open_groups: list[tuple[_Choice, bool]] = [([[]], False)]
    at = 0
    while atom := _ATOM.match(pattern, at):
        at = atom.end()
        repeat = (
            _REPEAT.match(pattern, at) if atom.lastgroup in ("close", "digit", "any", "literal") else None
        )
        at = repeat.end() if repeat else at
        if atom.lastgroup in ("group", "look"):
            open_groups.append(([[]], atom.lastgroup == "look"))
        elif atom.lastgroup == "bar":
            open_groups[-1][0].append([])
        else:
            part, is_look = open_groups.pop() if atom.lastgroup == "close" else (_simple(atom), False)
            if not is_look:
                open_groups[-1][0][-1] += [None] if repeat and repeat["may_lack"] else [part]
                open_groups[-1][0][-1] += [None] if repeat and repeat["again"] else []
    return open_groups[0][0]


def _simple(atom: re.Match[str]) -> str | None:
    """A literal, an edge, 0 for any digit, or None for what may be several."""
    if atom["edge"]:
        return _EDGE
    literal: str | None = atom["literal"]
    return "0" if atom["digit"] or (literal and literal.isdigit()) else literal
