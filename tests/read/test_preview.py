"""What a person is shown of each column before saying what it means."""

from __future__ import annotations

from text_analysis.read import preview_columns


def test_each_sort_of_column_is_told_by_what_it_holds(table) -> None:
    """Numbers by their ends, repeated words by the commonest, and comments never."""
    rows = [
        ["Akuten", str(n % 11), f"Vi behöver {n} fler på kvällarna så att alla hinner med", ""]
        for n in range(9)
    ]
    found = table(["Enhet", "eNPS", "Vad saknas?", "Tom"], *rows)
    told = {column.header: column for column in preview_columns(found)}
    assert told["Enhet"][1:] == (9, "words", ("Akuten",))
    assert told["eNPS"][1:] == (9, "numbers", ("0", "8"))
    assert told["Vad saknas?"].shown == ()
    assert told["Tom"][1:] == (0, "empty", ())
