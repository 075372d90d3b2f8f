"""The agenda as a sheet: CSV as Excel in Europe opens it, and XLSX. No cell is ever a formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import xlsxwriter

from review.agenda.item import TOLD, Item
from review.words import say
from store.words import FIELDS

# What spreadsheets take for the start of a formula; OWASP, "CSV Injection".
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def as_csv(items: list[Item], home: str) -> bytes:
    """The agenda, a line a sitting."""
    return written(_rows(items, home))


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV with semicolons and a byte order mark; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_safe(cell) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def as_xlsx(items: list[Item], home: str) -> bytes:
    """One sheet, with its first row fixed; text stays text."""
    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, {"in_memory": True, **options}) as book:
        sheet = book.add_worksheet(say("public.title"))
        bold = book.add_format({"bold": True})
        for number, row in enumerate(_rows(items, home)):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell, bold if number == 0 else None)
        sheet.freeze_panes(1, 0)
        sheet.autofit()
    return out.getvalue()


def _rows(items: list[Item], home: str) -> Iterator[list[str]]:
    yield [
        *(say(f"public.column.{name}") for name in ("title", "starts", "ends", "state")),
        *(FIELDS[name] for name in TOLD),
        *(say(f"public.column.{name}") for name in ("online", "province", "page")),
    ]
    for item in items:
        for one in item.entry.sittings:
            off = one.cancelled or item.cancelled
            yield [
                item.title,
                one.starts.replace("T", " "),
                (one.ends or "").replace("T", " "),
                say("public.cancelled") if off else say("public.on"),
                *(_cell(item.value(name)) for name in TOLD),
                say("public.yes") if item.value("online") else say("public.no"),
                item.province,
                f"{home}/agenda/{item.slug}",
            ]


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return "" if value is None else str(value)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
