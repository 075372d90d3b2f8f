"""The text of attached documents: PDF, Office and RTF by kreuzberg; calendars and cards as they are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from intake.mail.bodies import tidy
from intake.mail.bounds import Bounds
from intake.mail.charsets import to_text
from intake.mail.html import to_text as html_to_text
from intake.mail.mail import Page
from intake.mail.rows import with_tabs, without_copies
from intake.mail.scans import Scanner

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
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")  # said in the open, ISO 32000-1 section 8.9.5
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


def document_of(
    content: bytes, kind: str, charset: str, bounds: Bounds, scanner: Scanner | None = None
) -> Document:
    """The text of one document, tidied: table rows are one line with cells separated by tabs.

    Args:
        content: the decoded bytes.
        kind: its real media type.
        charset: as the part declared it, for text.
        bounds: what is read of it, and how much text is kept.
        scanner: reads the pages of a PDF that has no text; None leaves them unread.
    """
    if len(content) > bounds.document:
        return Document("", defect="document-too-large")
    if not has_text(kind):
        return Document("")
    if kind in _READ:
        text, sizes, defect = _by_kreuzberg(content, kind, bounds)
        if sizes and scanner is not None and _pictured(content, text, bounds):
            scan = _scanned(content, sizes, scanner)
            if scan.text:
                return scan
            defect = scan.defect
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


def picture_of(content: bytes, scanner: Scanner) -> Document:
    """The text in a picture, as a document of one page."""
    text, pages = joined([(1, scanner.picture(content))], scanned=True)
    return Document(text, pages, "" if text else "scan-unread")


def _pictured(pdf: bytes, text: str, bounds: Bounds) -> bool:
    """Whether a PDF's words are in its pictures: it has no text, or hardly any beside a picture."""
    letters = sum(map(str.isalpha, text))
    return not letters or (letters < bounds.document_letters and _IMAGE.search(pdf) is not None)


def _scanned(pdf: bytes, sizes: Sequence[tuple[float, float]], scanner: Scanner) -> Document:
    """A PDF of pictures; its later pages are left unread."""
    read = scanner.pages(pdf, sizes)
    text, pages = joined(read, scanned=True)
    defect = "" if len(read) == len(sizes) else "document-text-cut"
    return Document(text, pages, defect if text else "scan-unread")


def joined(texts: Iterable[tuple[int, str]], *, scanned: bool = False) -> tuple[str, tuple[Page, ...]]:
    """The texts of pages, each behind its number, as one; those without words are left out."""
    said: list[str] = []
    pages: list[Page] = []
    at = 0
    for number, text in texts:
        tidied = _NEWLINES.sub("\n\n", tidy(text)).strip("\n")
        if not tidied.strip():
            continue
        pages.append(Page(number, at, scanned))
        said.append(tidied)
        at += len(tidied) + len(_BETWEEN)
    return _BETWEEN.join(said), tuple(pages) if pages and pages[0].number else ()


def _pages(text: str) -> Iterator[tuple[int, str]]:
    """The pages of a marked text with their numbers; a text without marks as page 0."""
    first, *marked = _MARKED.split(text)
    if first.strip() or not marked:
        yield (1 if marked else 0), first
    yield from ((int(number), page) for number, page in zip(marked[::2], marked[1::2], strict=True))


def _by_kreuzberg(
    content: bytes, kind: str, bounds: Bounds
) -> tuple[str, Sequence[tuple[float, float]], str]:
    """The text with marks where it has pages, the sizes of a PDF's pages in points, and a defect's code."""
    import kreuzberg  # 40 MB and 0.1 s; most mails carry no document

    marks = kreuzberg.PageConfig(insert_page_markers=True, marker_format=_MARK) if kind in _PAGED else None
    config = kreuzberg.ExtractionConfig(use_cache=False, enable_quality_processing=False, pages=marks)
    try:
        result = kreuzberg.extract_bytes_sync(content, kind, config)
    except Exception:  # damaged, encrypted or not what it says: the part stays, its text is not to be had
        return "", (), "document-unreadable"
    tables = [table.cells for table in result.tables]
    sizes: list[tuple[float, float]] = []
    if kind == "application/pdf":
        listed = result.metadata.get("pages", {}).get("pages") or ()
        sizes = [size for page in listed if (size := page.get("dimensions"))]
    text = result.content[: 2 * bounds.document_text]
    if kind == "application/pdf":
        text, tables = without_copies(text, tables)
    return with_tabs(text, tables), sizes, ""
