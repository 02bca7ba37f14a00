"""How coded comments are cut for discovery."""

from __future__ import annotations

import pytest

from text_analysis.coding import CodedText
from text_analysis.discovery import CodedComment, pieces
from text_analysis.records import Cleaned, Label


def comment(text: str, *spans: tuple[str, str], content: bool = True) -> CodedComment:
    labels = [
        Label(theme, "negativ", 0.9, text.index(part), text.index(part) + len(part)) for theme, part in spans
    ]
    return CodedComment("k1", "r1", text, CodedText(Cleaned(content, "sv"), tuple(labels)))


LONG = "Lönen är låg men vi skrattar åt kaffet. Bilpoolen är tom varje måndag."


@pytest.mark.parametrize(
    ("coded", "without", "expected"),
    [
        pytest.param(
            comment(LONG, ("lon", "Lönen är låg")),
            (),
            [
                ("lon", "Lönen är låg"),
                ("", "men vi skrattar åt kaffet."),
                ("", "Bilpoolen är tom varje måndag."),
            ],
            id="the rest of the sentence and the other sentence",
        ),
        pytest.param(
            comment(LONG, ("lon", "Lönen är låg")),
            ("lon",),
            [("", "Lönen är låg men vi skrattar åt kaffet."), ("", "Bilpoolen är tom varje måndag.")],
            id="a retired theme covers nothing",
        ),
        pytest.param(
            comment("Lön och schema", ("lon", "Lön och schema"), ("schema", "Lön och schema")),
            (),
            [("lon", "Lön och schema"), ("schema", "Lön och schema")],
            id="two themes of the same words",
        ),
        pytest.param(comment("Bilpoolen"), (), [("", "Bilpoolen")], id="a single word alone is kept"),
        pytest.param(comment("vet ej", content=False), (), [], id="a non-answer"),
    ],
)
def test_a_comment_is_cut_by_its_labels(coded, without, expected):
    """What carries a theme is one piece each, what is left over the rest; offsets give the words back."""
    found = list(pieces(coded, without))
    assert [(piece.theme, piece.text) for piece in found] == expected
    assert all(coded.text[piece.start : piece.end] == piece.text for piece in found)
