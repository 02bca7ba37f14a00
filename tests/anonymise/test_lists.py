"""The organisation's list file."""

import pytest

from text_analysis.anonymise import MaskLists, load_mask_lists
from text_analysis.errors import MaskingError


def test_reads_the_lists_of_a_file(tmp_path):
    """Lists left out are empty."""
    path = tmp_path / "listor.toml"
    path.write_text('never = ["Villa Klara"]\nsystems = ["Bodil"]\n', encoding="utf-8")
    assert load_mask_lists(path) == MaskLists(never=("Villa Klara",), systems=("Bodil",))


@pytest.mark.parametrize(
    "content", ['alltid = ["Anna"]', 'never = "Klara"', "never = [1]", 'never = [" "]', "never = [", "\udcff"]
)
def test_refuses_other_lists(tmp_path, content):
    """An unknown key, a list of something else or a broken file is told in Swedish with the file's name."""
    path = tmp_path / "listor.toml"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(MaskingError, match=r"Listfilen[\s\S]*listor\.toml"):
        load_mask_lists(path)
