"""The organisation's list file."""

import pytest

from text_analysis.anonymise import MaskLists, load_mask_lists
from text_analysis.anonymise.lexicon import Kind, shipped_lexicon
from text_analysis.errors import MaskingError
from text_analysis.places import DATA


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


def test_the_held_out_names_stand_in_no_list():
    """Names kept for measuring are unknown to the rules, or the measure would flatter."""
    lines = (DATA / "masking" / "undanhallna_namn.txt").read_text("utf-8").splitlines()
    names = [name for line in lines if not line.startswith("#") for name in line.lower().split()]
    lexicon = shipped_lexicon()
    assert len(names) > 100
    assert not [name for name in names if lexicon.kind(name) or lexicon.is_word(name)]


def test_every_name_in_the_vocabulary_has_been_reviewed():
    """A listed name that people write in lower case is no word unless word_names.txt says so."""
    lines = (DATA / "names" / "word_names.txt").read_text("utf-8").splitlines()
    reviewed = {name.lower() for line in lines for name in line.partition(": ")[2].split()}
    vocabulary = (DATA / "names" / "vocabulary.txt").read_text("utf-8").split()
    kinds = shipped_lexicon().kinds
    assert not [word for word in vocabulary if kinds.get(word, 0) & Kind.NAME and word not in reviewed]
