"""Anonymise: comments with direct identifiers masked and giveaways flagged. Raw text goes no further."""

from text_analysis.anonymise.decisions import apply_decisions, comment_hash, settled
from text_analysis.anonymise.leaks import Leak, NameTokens, leaked_names, name_tokens
from text_analysis.anonymise.lists import MaskLists, load_mask_lists
from text_analysis.anonymise.masker import Masker, load_masker, mask_texts

__all__ = [
    "Leak",
    "MaskLists",
    "Masker",
    "NameTokens",
    "apply_decisions",
    "comment_hash",
    "leaked_names",
    "load_mask_lists",
    "load_masker",
    "mask_texts",
    "name_tokens",
    "settled",
]
