"""The rows of a table, whose cells are set apart by tabs or bars, and the lines over which a row runs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from intake.extract.labels import head_keys, key_of
from intake.extract.line import Line, Sheet
from intake.extract.wraps import BULLET, names_day

_BARS: Final = re.compile(r"\s*\|[^|\n]*\|[^|\n]*\S")
_RULE: Final = re.compile(r"[\s|:+=_-]+")
_MOST_LINES: Final = 8  # over which one row runs
_WIDEST_CELL: Final = 80

Span = tuple[int, int]


@dataclass(slots=True)
class Table:
    """What the rows above mean for the next: the keys of the columns, where each begins if laid out."""

    row: int = 0
    heads: list[str] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    tail: int = 0  # lines that followed on the last cell of an earlier row
    day: Span = (0, 0)  # the words that name the day of the rows that name none

    def end(self) -> None:
        """What comes next is no row of this table."""
        self.heads, self.columns, self.tail, self.day = [], [], 0, (0, 0)


def is_row(text: str) -> bool:
    """Whether a line is a row of a table: cells with tabs between, or within bars."""
    if "\t" in text.strip():
        return not BULLET.match(text.replace("\t", " ", 1))
    return barred(text)


def barred(text: str) -> bool:
    """Whether a line is a row that is drawn with bars: "| 9 mei | Leescafé |"."""
    return text.lstrip().startswith("|") and _BARS.match(text) is not None


def heads_day(text: str, table: Table, following: str) -> bool:
    """Whether a line is a day over the whole width of a table that has no column for it."""
    known = table.heads and "date" not in table.heads
    return bool(known) and len(text) < _WIDEST_CELL and names_day(text) and is_row(following)


def row_start(text: str, start: int, stripped: int, table: Table) -> int:
    """Where a row begins: the tabs before its first words are empty cells, unless they indent a label."""
    rest = text[stripped : text.find("\n", stripped) + 1 or len(text)]
    if "\t" not in text[start:stripped] or "\t" not in rest.rstrip() or not is_row(rest):
        return stripped
    if not table.heads and key_of(rest[: rest.find("\t")].strip(" *_:?")):
        return stripped
    return text.index("\t", start)


def last_line(text: str, lines: Sequence[Span], number: int, table: Table) -> int:
    """The number of the last line of the row that begins in line `number`: cells may hold line ends."""
    width = len(table.heads) - 1
    if width < 1 or barred(text[slice(*lines[number])]):
        return number
    last, tabs = number, _tabs(text, lines[number])
    while tabs < width and last + 1 < len(lines) and last - number < _MOST_LINES:
        following = lines[last + 1]
        if not text[slice(*following)].strip() or _begins_alike(text, lines[number], following):
            return number
        tabs += _tabs(text, following)
        last += 1
    if tabs != width:
        return number
    more = _between(text, lines, last, table)
    table.tail = max(table.tail, more)
    return last + more


def _between(text: str, lines: Sequence[Span], last: int, table: Table) -> int:
    """How many lines without cells stand between a row and the next; under the last row as many as before."""
    more = 0
    for span in lines[last + 1 : last + 1 + _MOST_LINES]:
        said = text[slice(*span)]
        if "\t" in said:
            return more
        if not said.strip() or len(said) > _WIDEST_CELL or (table.day[1] and names_day(said)):
            break
        more += 1
    return min(more, table.tail)


def _tabs(text: str, span: Span) -> int:
    return text.count("\t", *span)


def _begins_alike(text: str, one: Span, other: Span) -> bool:
    """Whether two lines both begin with a day, so that each is a row."""
    return all(names_day(text[slice(*span)].partition("\t")[0]) for span in (one, other))


def rows(sheet: Sheet, start: int, end: int, block: int, table: Table) -> Iterator[Line]:
    """The cells of one row; none for the row of heads, which is remembered."""
    text = sheet.text[start:end]
    if barred(text) and _RULE.fullmatch(text):
        return
    table.row += 1
    cells = _cells(sheet.text, start, end)
    if not table.heads:
        keys = head_keys(sheet.text[a:b] for a, b in cells)
        if keys:
            table.heads = keys
            return
    first = sheet.text[slice(*cells[0])].strip(" *_")
    key = "" if table.heads or len(cells) < 2 else key_of(first.rstrip(":? "))
    if key:  # a label in the first cell, its values in the others
        for number, span in enumerate(cells[1:], 1):
            yield from _cell(sheet, span, block, key, -1, number)
        return
    if "date" not in table.heads and table.day[1]:
        yield from _cell(sheet, table.day, block, "date", table.row, -1)
    for number, span in enumerate(cells):
        key = table.heads[number] if number < len(table.heads) else ""
        if key == "date":
            span = table.day = _day(sheet.text, cells, number, table)
        yield from _cell(sheet, span, block, key, table.row, number)


def _day(text: str, cells: list[Span], number: int, table: Table) -> Span:
    """The day of a row; where its cell is left empty beside others, that of the row above."""
    said = [text[slice(*span)].strip() for span in cells]
    return table.day if not said[number] and sum(map(bool, said)) > 1 else cells[number]


def _cells(text: str, start: int, end: int) -> list[Span]:
    """The cells between tabs; those between bars without the white space around them."""
    mark = "\t"
    if barred(text[start:end]):
        mark = "|"
        start = text.index("|", start, end) + 1
        end = start + len(text[start:end].rstrip().removesuffix("|"))
    cells, at = [], start
    while at <= end:
        stop = text.find(mark, at, end)
        stop = end if stop < 0 else stop
        cells.append((at, stop) if mark == "\t" else _trimmed(text, at, stop))
        at = stop + 1
    return cells


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cell(sheet: Sheet, span: Span, block: int, key: str, row: int, column: int) -> Iterator[Line]:
    """The lines of a cell; what stands under a title tells more of it."""
    at, stop = span
    label = key
    while at <= stop:
        end = sheet.text.find("\n", at, stop)
        end = stop if end < 0 else end
        if sheet.text[at:end].strip():
            yield Line(sheet, at, end, at, block, at, end, label, bool(label), row, column)
            label = "text" if key == "title" else key
        at = end + 1
