"""Reads an .xlsx from standard input and writes its first filled sheet as JSON; run as its own process.

The Excel reader can ask for hundreds of gigabytes for a few crafted bytes and abort. Here that ends this
process and, where memory can be limited (Linux), nothing else. Only the standard library and the reader
are imported, not the package.
"""

from __future__ import annotations

import datetime
import io
import json
import sys
from typing import Any

MEMORY_BYTES = 2 * 1024**3


def limit_memory() -> None:
    """Let this process have 2 GB and write no core dump; only Linux keeps such limits."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def as_text(cell: Any) -> str:  # noqa: ANN401  the reader gives str, float, bool, date or time
    """The cell as a person sees it: whole numbers without ".0", dates as ÅÅÅÅ-MM-DD, SANT and FALSKT."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "SANT" if cell else "FALSKT"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime.datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    return str(cell)


def read(data: bytes) -> dict[str, Any]:
    """The sheet's name and rows from A1 on, or the error: "password", "damaged" or "empty"."""
    import python_calamine as calamine

    try:
        workbook = calamine.load_workbook(io.BytesIO(data))
        for sheet in workbook.sheets_metadata:
            visible = sheet.visible == calamine.SheetVisibleEnum.Visible
            if visible and sheet.typ == calamine.SheetTypeEnum.WorkSheet:
                rows = workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
                if rows:
                    return {"sheet": sheet.name, "rows": [[as_text(cell) for cell in row] for row in rows]}
    except calamine.PasswordError:
        return {"error": "password"}
    except calamine.CalamineError:
        return {"error": "damaged"}
    return {"error": "empty"}


if __name__ == "__main__":
    limit_memory()
    sys.stdout.buffer.write(json.dumps(read(sys.stdin.buffer.read())).encode())
