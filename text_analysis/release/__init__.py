"""The gate between the measures and people: disclosure control, quotes, files and the audit's report."""

from text_analysis.release.files import load_previous, load_release, write_release
from text_analysis.release.gate import release
from text_analysis.release.report import audit_text

__all__ = ["audit_text", "load_previous", "load_release", "release", "write_release"]
