"""Cut a sheet into the lines that its writer meant: soft line ends joined, tables by cell, labels read."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from intake.extract.labels import head_keys, key_of, split_label
from intake.extract.letter import Line, Place, Sheet

_BULLET: Final = re.compile(r"[ \t>]*(?:[-–•·*o▪➢►✓✔]|\d{1,2}[.)]|[a-z]\))[ \t]+")
# programs break lines at 60 to 80 characters, some documents at 100; where a line is longer, none was broken
_NARROWEST: Final = 50
_WIDEST: Final = 100
_DONE: Final = re.compile(r"[.!?:]\s*$")
_STOP: Final = re.compile(r"[.!?…][)\"”’']{0,2}\s+(?=[\"“‘'(]?[A-ZÀ-Ý€\d])")
# a full stop after one of these ends no sentence
_SHORT: Final = re.compile(
    r"(?:\b(?:tel|nr|max|min|ca|dhr|mevr|mw|drs|dr|mr|ing|ir|prof|incl|excl|bv|resp|evt|red|vr|ma|di|wo|do|za|zo|"
    r"jan|feb|febr|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec|st|mej|gem|o\.l\.v|t|m|s|burg|gr|postb|geb|em|kl|gebr|"
    r"[A-Za-z](?:\.[A-Za-z])*))\.$",
    re.IGNORECASE,
)
_RUNNING: Final = re.compile(r"[ \t>]*[\"'‘“(]?[a-zà-ÿ\d(€]")


def lines_of(sheet: Sheet, block: int) -> Iterator[Line]:
    """The lines of a sheet; `block` is the number of its first paragraph."""
    rows = list(_raw_lines(sheet))
    label, heads, blank, waits = "", [], True, False
    row = 0
    for start, end in rows:
        text = sheet.text[start:end]
        if not text.strip():
            block += 1
            # a heading alone goes on for the paragraph below it
            label, heads, blank = label if waits else "", [], True
            continue
        if "\t" in text.strip() and not _BULLET.match(text.replace("\t", " ", 1)):
            row += 1
            cells = _cells(sheet, start, end)
            if blank or not heads:
                keys = head_keys(sheet.text[a:b] for a, b in cells)
                if keys:
                    heads, blank = keys, False
                    continue
            yield from _row(sheet, cells, heads, block, row)
            blank = waits = False
            continue
        heads = []
        line = _labelled(sheet, start, end, block, label)
        if line.own_label or not line.label:
            label = line.label
        waits = line.own_label and not line.said.strip()
        yield from _sentences(line)
        blank = False


def _labelled(sheet: Sheet, start: int, end: int, block: int, running: str) -> Line:
    text = sheet.text[start:end]
    if sheet.place is Place.SUBJECT:
        return Line(sheet, start, end, start, block, start, end)
    bullet = _BULLET.match(text)
    key, value = split_label(text)
    if key:
        return Line(
            sheet,
            start,
            end,
            start + value,
            block,
            start,
            end,
            key,
            own_label=True,
            bullet=bullet is not None,
        )
    begin = start + bullet.end() if bullet else start
    heading = key_of(text) if len(text) < 40 else ""
    if heading:
        return Line(sheet, start, end, end, block, start, end, heading, own_label=True)
    carried = running if bullet is None else ""
    return Line(sheet, start, end, begin, block, start, end, carried, bullet=bullet is not None)


def _sentences(line: Line) -> Iterator[Line]:
    """The sentences of a line; the first keeps its label as its own, the others answer to it from afar."""
    if line.place is Place.SUBJECT or line.end - line.value < 30:
        yield line
        return
    text, begin = line.sheet.text, line.start
    for match in _STOP.finditer(text, line.value, line.end):
        if text[match.start()] == "." and _SHORT.search(
            text, max(line.value, match.start() - 14), match.start() + 1
        ):
            continue
        yield _part(line, begin, match.end())
        begin = match.end()
    yield _part(line, begin, line.end) if begin > line.start else line


def _part(line: Line, begin: int, end: int) -> Line:
    own = begin == line.start
    return replace(
        line, start=begin, end=end, value=line.value if own else begin, own_label=own and line.own_label
    )


def _raw_lines(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Lines with the soft ends joined, the empty ones between paragraphs kept."""
    text, at, stop = sheet.text, sheet.start, sheet.end
    limit = _wrap_limit(text[at:stop]) if sheet.place is not Place.SIGNATURE else 0
    begin = at
    while at < stop:
        end = text.find("\n", at, stop)
        end = stop if end < 0 else end
        following = end + 1
        after = text.find("\n", following, stop)
        after = stop if after < 0 else after
        if following < stop and limit and _soft(text[at:end], text[following:after], limit):
            at = following
            continue
        yield begin, end
        begin = at = following


def _wrap_limit(text: str) -> int:
    """The width at which a program broke the lines of a text; 0 where the writer broke them all."""
    widths = [
        len(line.rstrip())
        for line in text.split("\n")
        if line.strip() and "://" not in line and "\t" not in line
    ]
    widest = max(widths, default=0)
    return widest if _NARROWEST <= widest <= _WIDEST else 0


def _soft(line: str, more: str, limit: int) -> bool:
    """Whether the line end between two lines was put there by a program: the next word would not have fitted."""
    if not line.strip() or not more.strip() or "\t" in line or "\t" in more:
        return False
    word = more.split(None, 1)[0]
    if len(line.rstrip()) + 1 + len(word) <= limit or _DONE.search(line) and not _RUNNING.match(more):
        return False
    return not (_BULLET.match(more) or split_label(more)[0])


def _cells(sheet: Sheet, start: int, end: int) -> list[tuple[int, int]]:
    cells, at = [], start
    while at <= end:
        stop = sheet.text.find("\t", at, end)
        stop = end if stop < 0 else stop
        cells.append((at, stop))
        at = stop + 1
    return cells


def _row(
    sheet: Sheet, cells: list[tuple[int, int]], heads: list[str], block: int, row: int
) -> Iterator[Line]:
    """One row: cells under their heads, or a label in the first cell and its value in the others."""
    if not heads and len(cells) >= 2:
        first = sheet.text[cells[0][0] : cells[0][1]].strip(" *_")
        key = key_of(first.rstrip(":? "))
        if key:
            for number, (start, end) in enumerate(cells[1:], 1):
                if sheet.text[start:end].strip():
                    yield Line(
                        sheet,
                        start,
                        end,
                        start,
                        block,
                        start,
                        end,
                        key,
                        own_label=True,
                        row=-1,
                        column=number,
                    )
            return
    for number, (start, end) in enumerate(cells):
        if sheet.text[start:end].strip():
            key = heads[number] if number < len(heads) else ""
            yield Line(
                sheet, start, end, start, block, start, end, key, own_label=bool(key), row=row, column=number
            )
