"""The text of attached documents: PDF, Office and RTF by kreuzberg; calendars and cards as they are."""

import re

from intake.mail.bounds import Bounds
from intake.mail.charsets import to_text
from intake.mail.html import to_text as html_to_text

_READ = frozenset(
    (
        "application/pdf",
        "application/rtf",
        "application/msword",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.spreadsheet",
    )
)
_NEWLINES = re.compile(r"\n{3,}")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_CALENDAR_FOLD = re.compile(r"\r?\n[ \t]")


def has_text(kind: str) -> bool:
    """Whether text can be had from content of this type."""
    return kind in _READ or kind.startswith("text/")


def text_of(content: bytes, kind: str, charset: str, bounds: Bounds) -> tuple[str, str]:
    """The text of one document.

    Args:
        content: the decoded bytes.
        kind: its real media type.
        charset: as the part declared it, for text.
        bounds: what is read of it, and how much text is kept.

    Returns:
        The text, table rows as one line with cells separated by tabs, and a defect's code or "".
    """
    if len(content) > bounds.document:
        return "", "document-too-large"
    if not has_text(kind):
        return "", ""
    if kind in _READ:
        text, defect = _by_kreuzberg(content, kind, bounds)
    else:
        text, defect = to_text(
            content, charset or ("utf-8" if kind in ("text/calendar", "text/vcard") else "")
        )
        if kind == "text/html":
            text = html_to_text(text, bounds.html).text
        elif kind in ("text/calendar", "text/vcard"):
            text = _CALENDAR_FOLD.sub("", text)  # RFC 5545 section 3.1, RFC 6350 section 3.2
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _NEWLINES.sub("\n\n", _CONTROLS.sub("", text)).strip("\n")
    if len(text) > bounds.document_text:
        return text[: bounds.document_text], "document-text-cut"
    return text, defect


def _by_kreuzberg(content: bytes, kind: str, bounds: Bounds) -> tuple[str, str]:
    import kreuzberg  # 40 MB and 0.1 s; most mails carry no document

    config = kreuzberg.ExtractionConfig(use_cache=False, enable_quality_processing=False)
    try:
        result = kreuzberg.extract_bytes_sync(content, kind, config)
    except Exception:  # damaged, encrypted or not what it says: the part stays, its text is not to be had
        return "", "document-unreadable"
    tables = [table.cells for table in result.tables]
    return _with_tabs(result.content[: 2 * bounds.document_text], tables), ""


def _with_tabs(text: str, tables: list[list[list[str]]]) -> str:
    """Put tabs between the cells of rows that the extractor wrote as one line with blanks."""
    rows: dict[str, str] = {}
    for row in (row for table in tables for row in table):
        cells = [" ".join(cell.split()) for cell in row]
        rows[" ".join(" ".join(cells).split())] = "\t".join(cells).rstrip("\t")
    if not rows:
        return text
    return "\n".join(rows.get(" ".join(line.split()), line) for line in text.splitlines())
