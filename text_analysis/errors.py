"""The one tree of errors: what is wrong, where, what was expected and what to do, in Swedish.

A comment's text never enters an error. Columns, row numbers, counts and answers to closed questions may.
"""

from __future__ import annotations

from typing import ClassVar, Final

REPORT: Final = "Det är ett fel i programmet: anmäl det med felkoden och vad du gjorde."


class TextAnalysisError(Exception):
    """Root of the tree; every error a person can meet is one of these.

    Parameters
    ----------
    what : what is wrong, one Swedish sentence.
    where : file, column, row or setting; empty if there is no such place.
    expected : what was allowed.
    remedy : what the reader can do now; `REPORT` where the fault is ours.
    field : the field of the mapping it concerns, so that a form can show it there; empty if none.
    """

    code: ClassVar[str] = "RT000"

    def __init__(
        self, what: str, *, remedy: str, where: str = "", expected: str = "", field: str = ""
    ) -> None:
        self.what = what
        self.where = where
        self.expected = expected
        self.remedy = remedy
        self.field = field
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """The error as a person reads it, with its code last.

        >>> print(ScaleError("Svaret 11 är utanför skalan.", where="rad 7", remedy="Rätta svaret."))
        Svaret 11 är utanför skalan.
        Var: rad 7
        Gör så här: Rätta svaret.
        [RT130]
        """
        parts = [self.what]
        parts += [f"{label}: {text}" for label, text in self._fields() if text]
        return "\n".join([*parts, f"[{self.code}]"])

    def _fields(self) -> tuple[tuple[str, str], ...]:
        return (("Var", self.where), ("Förväntat", self.expected), ("Gör så här", self.remedy))


class FileError(TextAnalysisError):
    """The file cannot be read: empty, of another type than its name says, encrypted or dangerous."""

    code = "RT100"


class HeaderError(TextAnalysisError):
    """The header row is missing, empty or has the same header more than once."""

    code = "RT110"


class MappingError(TextAnalysisError):
    """The mapping of columns leaves something open, or names a column the file lacks."""

    code = "RT120"


class ScaleError(TextAnalysisError):
    """An answer lies outside its scale; names column, row and answer."""

    code = "RT130"


class SurveyError(TextAnalysisError):
    """The survey as a whole cannot be used, for example because no row is left."""

    code = "RT140"


class TableError(TextAnalysisError):
    """A table between two steps lacks a column or holds what it must not: a fault of ours."""

    code = "RT200"


class SettingsError(TextAnalysisError):
    """A setting is unknown, or a limit is set below its floor."""

    code = "RT210"


class CodebookError(TextAnalysisError):
    """The codebook or the instruments file does not hold together."""

    code = "RT220"


class ModelError(TextAnalysisError):
    """The trained model is missing, or its files are not those of the manifest."""

    code = "RT300"


class MaskingError(TextAnalysisError):
    """A list or decision file for masking cannot be used."""

    code = "RT310"


class ReleaseRefusedError(TextAnalysisError):
    """The release would show what must not be shown; nothing has been written."""

    code = "RT400"


class WorkspaceError(TextAnalysisError):
    """A survey, release or folder of results is missing or damaged."""

    code = "RT500"
