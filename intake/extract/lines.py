"""Cut a sheet into the lines that its writer meant: soft line ends joined, tables by cell, labels read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from intake.extract.aligned import cells_of, heads_of, rule
from intake.extract.labels import key_of, split_label
from intake.extract.line import Line, Place, Sheet
from intake.extract.sentences import sentences
from intake.extract.tables import Table, heads_day, is_row, last_line, row_start, rows
from intake.extract.wraps import BULLET, names_day, raw_lines

# No person writes a longer paragraph. What is looked for in a line may cost the square of its length, so that
# this bounds what a mail of one endless line can cost.
_LONGEST: Final = 1500
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
# below "Aanmelding activiteit" a day is the activity's, but for the last one on which one can register
_LAST_DAY: Final = re.compile(
    r"\b(?:voor|vóór|uiterlijk|sluit\w*|t/m|deadline|vanaf)\b|\btot\s+(?:en\s+met\s+)?(?:\w+dag\s+)?\d{1,2}\s+[a-z]{3}",
    re.IGNORECASE,
)


def lines_of(sheet: Sheet, block: int) -> Iterator[Line]:
    """The lines of a sheet; `block` is the number of its first paragraph."""
    state = _State(block)
    raw = list(raw_lines(sheet))
    number = -1
    while (number := number + 1) < len(raw):
        begin, end = raw[number]
        start = begin
        while start < end and sheet.text[start] in "> \t\u00a0":
            start += 1
        text = sheet.text[start:end]
        if not text.strip():
            state.blank()
        elif len(text) < _LONGEST and is_row(text):
            start = row_start(sheet.text, begin, start, state.table)
            number = last_line(sheet.text, raw, number, state.table)
            yield from _row(sheet, start, raw[number][1], state)
        elif heads_day(
            text, state.table, sheet.text[slice(*raw[number + 1])] if number + 1 < len(raw) else ""
        ):
            state.table.day = (start, end)
        elif len(text) < _LONGEST and (state.table.columns or "   " in text):
            yield from _spaced(sheet, sheet.text.rfind("\n", 0, start) + 1, end, state)
        else:
            for first, last in _pieces(sheet.text, start, end):
                yield from _plain(sheet, first, last, state)


@dataclass(slots=True)
class _State:
    """What earlier lines of a sheet mean for the next one."""

    block: int
    label: str = ""
    waits: bool = False
    table: Table = field(default_factory=Table)

    def blank(self) -> None:
        """An empty line ends paragraph and table; a heading alone goes on for the paragraph below it."""
        self.block += 1
        self.label = self.label if self.waits else ""
        self.table.end()


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A line cut at spaces, so that no piece is longer than a person's paragraph."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = start + _LONGEST if cut < 0 else cut + 1
        yield start, cut
        start = cut
    yield start, end


def _plain(sheet: Sheet, start: int, end: int, state: _State) -> Iterator[Line]:
    state.table.end()
    if _ends(state, sheet.text, start, end):
        state.label = ""
    line = _labelled(sheet, start, end, state.block, state.label)
    if line.own_label or not line.label:
        state.label = line.label
    state.waits = line.own_label and not line.said.strip()
    yield from sentences(line)


def _ends(state: _State, text: str, start: int, end: int) -> bool:
    """Whether a label does not go on for a line, for the day that the line names is the activity's."""
    if state.label in _ENDS_AT_DAY:
        return names_day(text, start, end)
    below = state.label == "registration" and state.waits
    return below and names_day(text, start, end) and _LAST_DAY.search(text, start, end) is None


def _row(sheet: Sheet, start: int, end: int, state: _State) -> Iterator[Line]:
    """A row of a table; what follows on a label in its first cell answers to that label too."""
    cells = list(rows(sheet, start, end, state.block, state.table))
    values = {line.label for line in cells if line.row < 0}
    state.label = values.pop() if len(values) == 1 and cells[-1].column == 1 else ""
    state.waits = False
    yield from cells


def _spaced(sheet: Sheet, start: int, end: int, state: _State) -> Iterator[Line]:
    """A line of a table that is laid out with spaces, or a plain line with many of them."""
    text = sheet.text[start:end]
    keys, columns = heads_of(text)
    if keys:
        state.table.heads, state.table.columns = keys, columns
        return
    if not state.table.columns:
        yield from _plain(sheet, start + len(text) - len(text.lstrip()), end, state)
        return
    if rule(text):
        return
    cells = list(cells_of(text, state.table.columns))
    if cells and cells[0][0] == 0:
        state.table.row += 1
    for column, a, b in cells:
        key = state.table.heads[column] if column < len(state.table.heads) else ""
        first = start + a
        yield Line(
            sheet,
            first,
            start + b,
            first,
            state.block,
            first,
            start + b,
            key,
            bool(key),
            state.table.row,
            column,
        )


def _labelled(sheet: Sheet, start: int, end: int, block: int, running: str) -> Line:
    text = sheet.text[start:end]
    if sheet.place is Place.SUBJECT:
        return Line(sheet, start, end, start, block, start, end)
    bullet = BULLET.match(text)
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
