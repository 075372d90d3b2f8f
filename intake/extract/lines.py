"""Cut a sheet into the lines that its writer meant: soft line ends joined, tables by cell, labels read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from intake.extract.aligned import cells_of, heads_of, rule
from intake.extract.labels import head_keys, key_of, numbered, split_label
from intake.extract.letter import Line, Place, Sheet

_BULLET: Final = re.compile(r"[ \t>]*(?:[-–•·*o▪➢►✓✔]|\d{1,2}[.)]|[a-z]\))[ \t]+")
# programs break lines at 60 to 80 characters, some documents at 100; where a line is longer, none was broken
_NARROWEST: Final = 50
_WIDEST: Final = 100
_NARROW_PAGE: Final = 32  # columns of a flyer
# No person writes a longer paragraph. What is looked for in a line may cost the square of its length, so that
# this bounds what a mail of one endless line can cost.
_LONGEST: Final = 1500
_FULL: Final = 0.85
# labels that do not go on for a line with a day in it
_ENDS_AT_DAY: Final = {
    "contact",
    "price",
    "audience",
    "place",
    "phone",
    "email",
    "name",
    "organisation",
    "capacity",
    "url",
    "title",
    "text",
    "part",
}
_DAY: Final = re.compile(
    r"\b\d{1,2}\s+(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)|\b(?:maan|dins|woens|donder|"
    r"vrij|zater|zon)dag\w*\s+\d|\b\d{1,2}-\d{1,2}-(?:20)?\d\d\b",
    re.IGNORECASE,
)
_DONE: Final = re.compile(r"[.!?:]\s*$")
_STOP: Final = re.compile(r"[.!?…][)\"”’']{0,2}\s+(?=[\"“‘'(]?[A-ZÀ-Ý€\d])")
# a full stop after one of these, or after one letter, ends no sentence
_SHORT: Final = frozenset(
    """
    tel nr max min ca dhr mevr mw drs dr mr ing ir prof incl excl bv resp evt red vr ma di wo do za zo jan feb
    febr mrt apr jun jul aug sep sept okt nov dec st mej gem o.l.v burg gr postb geb em kl gebr
    plm ong aanv
    """.split()  # noqa: SIM905 - read as prose, not as a list of fifty lines
)
_LAST_WORD: Final = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
# no writer ends a line here: the next one was broken off
_DANGLES: Final = re.compile(
    r"(?:\s[-–]|\b(?:en|of|van|voor|in|op|met|de|het|een|te|aan|om|tot|naar|bij|die|dat|als|niet|je|uit|"
    r"onze|ons))[ \t]*$"
)
_LOWER: Final = re.compile(r"[ \t>]*(?:['’]s\b|[(\"‘“]?[a-zà-ÿ])")
_RUNNING: Final = re.compile(r"[ \t>]*[\"'‘“(]?[a-zà-ÿ\d(€]")


def lines_of(sheet: Sheet, block: int) -> Iterator[Line]:
    """The lines of a sheet; `block` is the number of its first paragraph."""
    state = _State(block)
    for start, end in _raw_lines(sheet):
        while start < end and sheet.text[start] in "> \t\u00a0":
            start += 1
        text = sheet.text[start:end]
        if not text.strip():
            state.blank()
        elif len(text) < _LONGEST and "\t" in text.strip() and not _BULLET.match(text.replace("\t", " ", 1)):
            yield from _tabbed(sheet, start, end, state)
        elif len(text) < _LONGEST and (state.columns or "   " in text):
            yield from _spaced(sheet, sheet.text.rfind("\n", 0, start) + 1, end, state)
        else:
            if state.row_label and sheet.text[start - 1 : start] == "\t":
                state.label = state.row_label
            for first, last in _pieces(sheet.text, start, end):
                yield from _plain(sheet, first, last, state)


@dataclass(slots=True)
class _State:
    """What earlier lines of a sheet mean for the next one."""

    block: int
    label: str = ""
    waits: bool = False
    fresh: bool = True  # the next line is the first of its paragraph
    row: int = 0
    row_label: str = ""  # of a table's last row, which an indented line below it goes on with
    heads: list[str] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)

    def blank(self) -> None:
        """An empty line ends paragraph and table; a heading alone goes on for the paragraph below it."""
        self.block += 1
        self.label = self.label if self.waits else ""
        self.heads, self.columns, self.fresh, self.row_label = [], [], True, ""


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A line cut at spaces, so that no piece is longer than a person's paragraph."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = start + _LONGEST if cut < 0 else cut + 1
        yield start, cut
        start = cut
    yield start, end


def _plain(sheet: Sheet, start: int, end: int, state: _State) -> Iterator[Line]:
    state.heads, state.columns = [], []
    if state.label in _ENDS_AT_DAY and _DAY.search(sheet.text, start, end):
        state.label = ""
    line = _labelled(sheet, start, end, state.block, state.label)
    if line.own_label or not line.label:
        state.label = line.label
    state.waits = line.own_label and not line.said.strip()
    state.fresh = False
    yield from _sentences(line)


def _tabbed(sheet: Sheet, start: int, end: int, state: _State) -> Iterator[Line]:
    """A row of a table whose cells are set apart by tabs."""
    state.row += 1
    cells = _cells(sheet, start, end)
    if state.fresh or not state.heads:
        keys = head_keys(sheet.text[a:b] for a, b in cells)
        if keys:
            state.heads, state.fresh = keys, False
            return
    made = list(_row(sheet, cells, state.heads, state.block, state.row))
    yield from made
    state.row_label = made[0].label if made and made[0].row < 0 else ""
    state.fresh = state.waits = False


def _spaced(sheet: Sheet, start: int, end: int, state: _State) -> Iterator[Line]:
    """A line of a table that is laid out with spaces, or a plain line with many of them."""
    text = sheet.text[start:end]
    keys, columns = heads_of(text)
    if keys:
        state.heads, state.columns = keys, columns
        return
    if not state.columns:
        yield from _plain(sheet, start + len(text) - len(text.lstrip()), end, state)
        return
    if rule(text):
        return
    cells = list(cells_of(text, state.columns))
    if cells and cells[0][0] == 0:
        state.row += 1
    for column, a, b in cells:
        key = state.heads[column] if column < len(state.heads) else ""
        first = start + a
        yield Line(
            sheet, first, start + b, first, state.block, first, start + b, key, bool(key), state.row, column
        )


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
    heading = key_of(text) if len(text) < 40 and not text.endswith(",") else ""  # "Dag," is a greeting
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
        if text[match.start()] == "." and _abbreviated(
            text[max(line.value, match.start() - 14) : match.start()]
        ):
            continue
        yield _part(line, begin, match.end())
        begin = match.end()
    yield _part(line, begin, line.end) if begin > line.start else line


def _part(line: Line, begin: int, end: int) -> Line:
    own = begin == line.start
    return Line(
        line.sheet,
        begin,
        end,
        line.value if own else begin,
        line.block,
        line.first,
        line.last,
        line.label,
        own and line.own_label,
        line.row,
        line.column,
        line.bullet,
    )


def _abbreviated(before: str) -> bool:
    """Whether what stands before a full stop is an abbreviation or initials: "tel", "J", "o.l.v"."""
    word = _LAST_WORD.search(before)
    if word is None:
        return False
    parts = word.group().split(".")
    return (
        word.group().lower() in _SHORT or parts[-1].lower() in _SHORT or all(len(part) == 1 for part in parts)
    )


def _raw_lines(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Lines with the soft ends joined, the empty ones between paragraphs kept."""
    text, at, stop = sheet.text, sheet.start, sheet.end
    least = _NARROW_PAGE if sheet.place is Place.DOCUMENT else _NARROWEST
    limit = _wrap_limit(text[at:stop], least) if sheet.place is not Place.SIGNATURE else 0
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


def _wrap_limit(text: str, least: int) -> int:
    """The width at which a program broke the lines of a text; 0 where the writer broke them all."""
    widths = [
        len(line.rstrip())
        for line in text.split("\n")
        if line.strip() and "://" not in line and "\t" not in line
    ]
    widest = max(widths, default=0)
    return widest if least <= widest <= _WIDEST else 0


def _soft(line: str, more: str, limit: int) -> bool:
    """Whether a program put the line end between two lines: the next word would not have fitted."""
    if not line.strip() or not more.strip() or "\t" in line or "\t" in more:
        return False
    word = more.split(None, 1)[0]
    if _DANGLES.search(line) and not _BULLET.match(more):
        return True
    width = len(line.rstrip())
    goes_on = width >= limit * _FULL and _LOWER.match(more) is not None
    if "   " in line.strip() or "   " in more.strip():
        return False
    if not (goes_on or width + 1 + len(word) > limit) or (_DONE.search(line) and not _RUNNING.match(more)):
        return False
    return not (_BULLET.match(more) or numbered(more) or split_label(more)[0])


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
