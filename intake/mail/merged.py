"""Cells that run over more rows or columns of a table, as a person would type them over."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

WIDEST: Final = (
    40  # rows or columns that one cell runs over, and columns of a table; a week's programme has 10
)
_NARROWEST: Final = 3  # columns; a narrower table is a form or a layout, whose merged cells are its margins


class Cell(NamedTuple):
    """What stands in a cell, and over how many rows (`down`) and columns (`across`) it runs."""

    text: str
    down: int = 1
    across: int = 1


def merged(rows: Sequence[Sequence[Cell]]) -> Iterator[list[str]]:
    """The rows that say something, each text under its column; what runs on from above is said again.

    A table says no more again than all that stands in it, so that its text is never more than twice as long.
    """
    columns = max((sum(cell.across for cell in row) for row in rows), default=0)
    plain = all(cell.down == cell.across == 1 for row in rows for cell in row)
    if plain or not _NARROWEST <= columns <= WIDEST or _grouped(rows[0]):
        yield from ([cell.text for cell in row] for row in rows if any(cell.text for cell in row))
        return
    left = sum(len(cell.text) for row in rows for cell in row)
    running: dict[int, Cell] = {}  # by column, what runs on there
    for row in rows:
        line: list[str] = []
        below: dict[int, Cell] = {}
        for cell in row:
            left -= _run_on(line, running, below, left)
            for beside in range(cell.across):
                running.pop(len(line), None)
                below[len(line)] = Cell("" if beside else cell.text, cell.down)
                line.append(below[len(line)].text)
        left -= _run_on(line, running, below, left)
        while running:
            line.append("")
            left -= _run_on(line, running, below, left)
        running = {at: cell._replace(down=cell.down - 1) for at, cell in below.items() if cell.down > 1}
        if any(cell.text for cell in row):
            yield line


def _grouped(first: Sequence[Cell]) -> bool:
    """Whether the first row begins a group: a form's heading beside its labels, rather than a day."""
    return any(cell.down > 1 and cell.text and not any(map(str.isdigit, cell.text)) for cell in first)


def _run_on(line: list[str], running: dict[int, Cell], below: dict[int, Cell], left: int) -> int:
    """Put what runs on from above at the end of a line; the letters that it took."""
    took = 0
    while (at := len(line)) in running:
        below[at] = cell = running.pop(at)
        text = cell.text if took + len(cell.text) <= left else ""
        took += len(text)
        line.append(text)
    return took
