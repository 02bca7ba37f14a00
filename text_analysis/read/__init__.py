"""Read: an export and the mapping of its columns become a survey; texts come from any file of rows."""

from text_analysis.read.mapping import Mapping, mapping_text, write_mapping
from text_analysis.read.mapping_file import load_mapping
from text_analysis.read.propose import Proposal, propose_mapping
from text_analysis.read.survey import read_survey
from text_analysis.read.table import RawTable, read_table
from text_analysis.read.texts import TextRow, read_texts

__all__ = [
    "Mapping",
    "Proposal",
    "RawTable",
    "TextRow",
    "load_mapping",
    "mapping_text",
    "propose_mapping",
    "read_survey",
    "read_table",
    "read_texts",
    "write_mapping",
]
