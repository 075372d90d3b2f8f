"""The place that several columns of a table's row tell together: "Locatie | Adres | Plaats"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from intake.extract.line import Line
from intake.extract.place.address import addresses
from intake.extract.place.buildings import HEAD_WORD, begins_with_room
from intake.extract.place.city import on_the_map, place_of
from intake.extract.place.span import Span
from intake.extract.place.street import streets
from intake.extract.place.venue import before_street, trimmed, unknown

COLUMNS: Final = {"place", "room", "city", "postcode"}
_BLANK: Final = " *_,.;\n\u00a0"
_VILLAGE: Final = re.compile(r"['’]?[A-ZÀ-Ý][\w'’-]+(?:[ -][A-ZÀ-Ý][\w'’-]+){0,2}")


@dataclass(slots=True)
class Row:
    """What the cells of one row tell of the place, all of it in the sheet of `cells`."""

    cells: list[Line]
    venue: Span | None = None
    room: Span | None = None
    street: Span | None = None
    postcode: Span | None = None
    city: Span | None = None


def rows(told: list[Line]) -> Iterator[Row]:
    """The rows of tables in which two columns and more tell the place."""
    cells = [line for line in told if line.row >= 0 and line.label in COLUMNS]
    for _, group in groupby(cells, key=lambda line: (id(line.sheet), line.block, line.row)):
        row = Row(list(group))
        if len({line.column for line in row.cells}) > 1:
            for line in row.cells:
                _read(row, line)
            yield row


def _read(row: Row, line: Line) -> None:
    text, start, end = line.sheet.text, line.value, line.end
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    if start == end or unknown(text[start:end]):
        return
    address = next((one for one in addresses(text, start, end) if not one.postal), None)
    place = on_the_map(text[start:end], start)
    street = next((span for span, _ in streets(text, start, end)), None)
    if address is not None:
        row.street = row.street or address.street
        row.postcode = row.postcode or address.postcode
        row.city = row.city or address.city
        row.venue = row.venue or before_street(text, start, address.start, labelled=True)
    elif line.label == "city" or (place is not None and place.end == end):
        row.city = row.city or place or Span(text[start:end], start, end)
    elif street is not None:
        row.street = row.street or street
        row.venue = row.venue or before_street(text, start, street.start, labelled=True)
    elif line.label == "room" or (begins_with_room(text[start:end]) and row.venue is not None):
        row.room = row.room or Span(" ".join(text[start:end].split()), start, end)
    elif row.venue is None:
        row.venue = trimmed(text, start, end)
        row.city = row.city or (place_of(text, row.venue.end - 1, end) if row.venue else None)
    elif _VILLAGE.fullmatch(text, start, end) and not HEAD_WORD.search(text, start, end):
        row.city = row.city or Span(text[start:end], start, end)
