"""The gate between the measures and people: disclosure control, quotes, files and the audit's report."""

from text_analysis.release.files import load_previous, load_release, write_release
from text_analysis.release.gate import release
from text_analysis.release.report import audit_text
from text_analysis.release.seen import give_version, seen_version, version_key

__all__ = [
    "audit_text",
    "give_version",
    "load_previous",
    "load_release",
    "release",
    "seen_version",
    "version_key",
    "write_release",
]
