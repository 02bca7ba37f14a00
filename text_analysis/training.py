"""Training the coder: models/ from data/training and data/lexicon, the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from text_analysis.codebook import load_codebook
from text_analysis.embedding_files import save_head
from text_analysis.gold import GoldText, read_training
from text_analysis.language.lexicon import Lexicon
from text_analysis.language.lexicon_files import read_stance_entries, read_theme_entries, read_word_classes
from text_analysis.linear import Floats, sigmoid
from text_analysis.model_store import Coder, load_coder, save_coder
from text_analysis.quality import left_out_figures, open_figures, write_figures
from text_analysis.segment import segments
from text_analysis.stance.features import StanceSpace
from text_analysis.stance.fit import fit_stance
from text_analysis.themes.embeddings import Encoder, fit_head, load_encoder
from text_analysis.themes.features import FeatureSpace, rarity_of
from text_analysis.themes.fit import ORDINARY, fit_themes, lift_and_spread
from text_analysis.themes.model import ThemeModel, blended_logits, joined


def train(data_dir: Path, models_dir: Path, *, embeddings: Path | None = None) -> Coder:
    """Fit the coder, and write it with its manifest and its measured figures.

    Parameters
    ----------
    data_dir : folder with training/ and lexicon/.
    models_dir : where coder.npz, manifest.toml and figures.toml are written.
    embeddings : folder of a language model to weigh in, if any; it stays where it is.

    Raises
    ------
    ModelError : the language model cannot be used.
    """
    encode = load_encoder(embeddings) if embeddings else None  # told before minutes of fitting
    themes = tuple(theme.id for theme in load_codebook().themes)
    comments, phrases = read_training(data_dir / "training")
    lexicon = data_dir / "lexicon"
    entries = read_theme_entries(lexicon, themes) + read_word_classes(lexicon)
    rarity = rarity_of([text.text for text in comments + phrases])
    space = FeatureSpace(themes, Lexicon(entries), rarity)
    theme_model, evidence = fit_themes(space, comments, phrases, segments)
    unseen = blended_logits(theme_model, evidence)
    if encode is not None:
        theme_model, unseen = with_language_model(theme_model, encode, comments, unseen)
    stance_space = StanceSpace(themes, Lexicon(read_stance_entries(lexicon)))
    coder = Coder(theme_model, fit_stance(stance_space, comments, phrases, segments))
    facts = {
        "codebook_version": load_codebook().version,
        "comments": len(comments),
        "phrases": len(phrases),
        "lexicon_entries": len(space.lexicon.entries),
    }
    save_coder(coder, models_dir, facts)
    if theme_model.head is not None and embeddings:
        save_head(theme_model.head, embeddings, models_dir)
    stored = load_coder(models_dir)  # its weights are rounded: what is measured is what is used
    left_out = left_out_figures(stored, comments, sigmoid(unseen))
    write_figures(open_figures(stored) | left_out, models_dir)
    return stored


def with_language_model(
    model: ThemeModel, encode: Encoder, comments: Sequence[GoldText], logits: Floats
) -> tuple[ThemeModel, Floats]:
    """The coder with a language model weighed in, and the weighed logits of the comments.

    Parameters
    ----------
    model : the coder without it.
    encode : the language model.
    comments : the training comments.
    logits : the coder's for each, from models that had not seen its file, shape (n, n_themes).
    """
    themes = np.array([[theme in c.themes for theme in model.space.themes] for c in comments], np.float32)
    files = np.array([comment.source for comment in comments])
    texts = [joined(segments(comment.text)) for comment in comments]
    head, weighed = fit_head(encode, texts, themes, logits, files, np.isin(files, ORDINARY))
    lift, spread = lift_and_spread(sigmoid(weighed), themes, files)
    return replace(model, head=head, lift=lift, spread=spread), weighed
