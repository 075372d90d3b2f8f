"""Cut a sheet into the lines that its writer meant: soft line ends joined, tables by cell, labels read."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from intake.extract.labels import head_keys, key_of, split_label
from intake.extract.letter import Line, Place, Sheet

_BULLET: Final = re.compile(r"[ \t>]*(?:[-–•·*o▪➢►✓✔]|\d{1,2}[.)]|[a-z]\))[ \t]+")
_SOFT_FROM: Final = 45  # a line this long was broken by a program, if the next goes on in lower case
_WIDE: Final = 60
_OPEN_END: Final = re.compile(r"[\w,(&/\-–]\s*$")
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
    label, heads, blank = "", [], True
    row = 0
    for start, end in rows:
        text = sheet.text[start:end]
        if not text.strip():
            block += 1
            label, heads, blank = "" if not blank else "", [], True
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
            blank = False
            continue
        heads = []
        line = _labelled(sheet, start, end, block, label)
        if line.own_label or not line.label:
            label = line.label
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
    begin = at
    while at < stop:
        end = text.find("\n", at, stop)
        end = stop if end < 0 else end
        following = end + 1
        after = text.find("\n", following, stop)
        after = stop if after < 0 else after
        if following < stop and sheet.place is not Place.SIGNATURE and _soft(text, at, end, following, after):
            at = following
            continue
        yield begin, end
        begin = at = following


def _soft(text: str, start: int, end: int, following: int, after: int) -> bool:
    """Whether the line end at `end` was put there by a program, not by the writer."""
    line, more = text[start:end], text[following:after]
    if not line.strip() or not more.strip() or "\t" in line or "\t" in more:
        return False
    if _BULLET.match(more) or split_label(more)[0]:
        return False
    width = len(line.rstrip())
    if width >= _WIDE:
        return _OPEN_END.search(line[-3:]) is not None or _RUNNING.match(more) is not None or width >= 68
    return (
        width >= _SOFT_FROM and _RUNNING.match(more) is not None and _OPEN_END.search(line[-3:]) is not None
    )


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
