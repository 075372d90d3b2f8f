"""The text of attached documents: PDF, Office and RTF by kreuzberg; calendars and cards as they are."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intake.mail.bodies import tidy
from intake.mail.bounds import Bounds
from intake.mail.charsets import to_text
from intake.mail.html import to_text as html_to_text
from intake.mail.mail import Page

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
# Of what has pages or slides kreuzberg tells where each begins: in the text, by a mark of our own, since the
# offsets that it tells beside it are wrong behind an empty page. Control characters are in no text of ours.
_PAGED = frozenset(
    (
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    )
)
_MARK = "\x1d{page_num}\x1e"
_MARKED = re.compile(r"\x1d(\d{1,6})\x1e")
_BETWEEN = "\n\n"  # what stands between two pages
_NEWLINES = re.compile(r"\n{3,}")
_CALENDAR_FOLD = re.compile(r"\r?\n[ \t]")


def has_text(kind: str) -> bool:
    """Whether text can be had from content of this type."""
    return kind in _READ or kind.startswith("text/")


@dataclass(frozen=True, slots=True)
class Document:
    """What a document says. `defect` is a code, or "". Of a document without pages `pages` is empty."""

    text: str
    pages: tuple[Page, ...] = ()
    defect: str = ""


def document_of(content: bytes, kind: str, charset: str, bounds: Bounds) -> Document:
    """The text of one document, tidied: table rows are one line with cells separated by tabs.

    Args:
        content: the decoded bytes.
        kind: its real media type.
        charset: as the part declared it, for text.
        bounds: what is read of it, and how much text is kept.
    """
    if len(content) > bounds.document:
        return Document("", defect="document-too-large")
    if not has_text(kind):
        return Document("")
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
    text, pages = joined(_pages(text))
    if len(text) > bounds.document_text:
        kept = tuple(page for page in pages if page.start < bounds.document_text)
        return Document(text[: bounds.document_text], kept, "document-text-cut")
    return Document(text, pages, defect)


def joined(texts: Iterable[tuple[int, str]]) -> tuple[str, tuple[Page, ...]]:
    """The texts of pages, each behind its number, as one; those without words are left out."""
    said: list[str] = []
    pages: list[Page] = []
    at = 0
    for number, text in texts:
        tidied = _NEWLINES.sub("\n\n", tidy(text)).strip("\n")
        if not tidied.strip():
            continue
        pages.append(Page(number, at))
        said.append(tidied)
        at += len(tidied) + len(_BETWEEN)
    return _BETWEEN.join(said), tuple(pages) if pages and pages[0].number else ()


def _pages(text: str) -> Iterator[tuple[int, str]]:
    """The pages of a marked text with their numbers; a text without marks as page 0."""
    first, *marked = _MARKED.split(text)
    if first.strip() or not marked:
        yield (1 if marked else 0), first
    yield from ((int(number), page) for number, page in zip(marked[::2], marked[1::2], strict=True))


def _by_kreuzberg(content: bytes, kind: str, bounds: Bounds) -> tuple[str, str]:
    import kreuzberg  # 40 MB and 0.1 s; most mails carry no document

    marks = kreuzberg.PageConfig(insert_page_markers=True, marker_format=_MARK) if kind in _PAGED else None
    config = kreuzberg.ExtractionConfig(use_cache=False, enable_quality_processing=False, pages=marks)
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
