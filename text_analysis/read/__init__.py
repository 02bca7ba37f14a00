"""Read: an export and the mapping of its columns become a survey; texts come from any file of rows."""

from text_analysis.read.mapping import Mapping, WaveSource, mapping_text, write_mapping
from text_analysis.read.mapping_file import load_mapping, parse_mapping
from text_analysis.read.preview import ColumnPreview, preview_columns
from text_analysis.read.propose import Proposal, propose_mapping
from text_analysis.read.suggestion import Doubt
from text_analysis.read.survey import read_survey
from text_analysis.read.table import RawTable, parse_table, read_table
from text_analysis.read.texts import TextRow, read_texts, stream_texts

__all__ = [
    "ColumnPreview",
    "Doubt",
    "Mapping",
    "Proposal",
    "RawTable",
    "TextRow",
    "WaveSource",
    "load_mapping",
    "mapping_text",
    "parse_mapping",
    "parse_table",
    "preview_columns",
    "propose_mapping",
    "read_survey",
    "read_table",
    "read_texts",
    "stream_texts",
    "write_mapping",
]
