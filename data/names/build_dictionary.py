"""Builds dictionary.txt: Swedish words that could be taken for names; run by hand.

    unmunch sv_SE.dic sv_SE.aff > forms.txt
    python data/names/build_dictionary.py forms.txt

The words are those of Den stora svenska ordlistan (Göran Andersson, LGPL-3), as in Debian's hunspell-sv
1:7.5.0-1; `unmunch` is in its hunspell-tools. Kept are forms that the masking does not know by other means,
that no list of names, places or systems holds, and whose spelling is not far from a name's.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

from text_analysis.anonymise.lexicon import shipped_lexicon
from text_analysis.anonymise.shape import name_shape

HERE: Final = Path(__file__).resolve().parent
WORD: Final = re.compile(r"[a-zåäöéèàáüæø]{3,}")
LEAST_SHAPE: Final = 0.05  # with every word the same comments were touched in fourteen sets
HEADER: Final = """\
# Swedish words that are no names, though spelt much like some.
# Source: Den stora svenska ordlistan (hunspell sv_SE), Copyright (c) 2003-2014 Göran Andersson,
# GNU Lesser General Public License version 3, https://www.gnu.org/licenses/lgpl-3.0.html; so is this file.
# Changed: inflected forms written out, and only those kept that build_dictionary.py describes. Do not edit.
"""


def main(forms: Path) -> None:
    """Writes dictionary.txt beside this script."""
    lexicon = shipped_lexicon()
    lines = {line.strip() for line in forms.read_text(encoding="utf-8").splitlines()}
    proper = {line.lower() for line in lines if line != line.lower()}
    kept = sorted(
        word
        for word in lines - proper
        if WORD.fullmatch(word)
        and not lexicon.kind(word)
        and not lexicon.is_word(word)
        and not lexicon.is_compound(word)
        and name_shape(word) > LEAST_SHAPE
    )
    text = HEADER + "\n".join(kept) + "\n"
    (HERE / "dictionary.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
