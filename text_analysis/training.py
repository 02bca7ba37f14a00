"""Training the coder: models/ from data/training and data/lexicon, the same bytes each time."""

from __future__ import annotations

from pathlib import Path

from text_analysis.codebook import load_codebook
from text_analysis.gold import read_training
from text_analysis.language.lexicon import Lexicon
from text_analysis.language.lexicon_files import read_stance_entries, read_theme_entries, read_word_classes
from text_analysis.linear import sigmoid
from text_analysis.model_store import Coder, load_coder, save_coder
from text_analysis.quality import left_out_figures, open_figures, write_figures
from text_analysis.segment import segments
from text_analysis.stance.features import StanceSpace
from text_analysis.stance.fit import fit_stance
from text_analysis.themes.features import FeatureSpace
from text_analysis.themes.fit import fit_themes
from text_analysis.themes.model import blended_logits


def train(data_dir: Path, models_dir: Path) -> Coder:
    """Fit the coder, and write it with its manifest and its measured figures.

    Parameters
    ----------
    data_dir : folder with training/ and lexicon/.
    models_dir : where coder.npz, manifest.toml and figures.toml are written.
    """
    themes = tuple(theme.id for theme in load_codebook().themes)
    comments, phrases = read_training(data_dir / "training")
    lexicon = data_dir / "lexicon"
    space = FeatureSpace(themes, Lexicon(read_theme_entries(lexicon, themes) + read_word_classes(lexicon)))
    theme_model, evidence = fit_themes(space, comments, phrases, segments)
    stance_space = StanceSpace(themes, Lexicon(read_stance_entries(lexicon)))
    coder = Coder(theme_model, fit_stance(stance_space, comments, phrases, segments))
    facts = {
        "codebook_version": load_codebook().version,
        "comments": len(comments),
        "phrases": len(phrases),
        "lexicon_entries": len(space.lexicon.entries),
    }
    save_coder(coder, models_dir, facts)
    stored = load_coder(models_dir)  # its weights are rounded: what is measured is what is used
    unseen = sigmoid(blended_logits(theme_model, evidence))
    write_figures(open_figures(stored) | left_out_figures(stored, comments, unseen), models_dir)
    return stored
