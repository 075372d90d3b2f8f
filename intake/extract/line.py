"""The lines that a mail is read by, and the sheets that they are cut from."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum


class Place(IntEnum):
    """Where words stand; the lower, the more they are the organiser's own word on the activity."""

    BODY = 0
    CALENDAR = 1
    DOCUMENT = 2
    SUBJECT = 3
    SIGNATURE = 4
    COVER = 5  # a forwarder's own words above the forwarded mail
    CARD = 6  # a .vcf


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A stretch of one text that one writer wrote: `text[start:end]`.

    `offsets`, where given, tells for each character of `text` where it stands in the mail's own text:
    calendars are unfolded and unescaped before they are read.
    """

    source: str
    text: str
    place: Place
    start: int
    end: int
    offsets: Sequence[int] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A sentence of a sheet (soft line ends taken away), or one cell of a table.

    `first` and `last` are the bounds of the whole line in which the sentence stands. `label` is the key of
    the label it answers to, its value begins at `value`; `own_label` is False where the label stands before
    it. `row` and `column` place a cell, `block` counts paragraphs through the letter.
    """

    sheet: Sheet
    start: int
    end: int
    value: int
    block: int
    first: int
    last: int
    label: str = ""
    own_label: bool = False
    row: int = -1
    column: int = -1
    bullet: bool = False

    @property
    def text(self) -> str:
        """The line with its label, on one line."""
        return self.sheet.text[self.start : self.end]

    @property
    def said(self) -> str:
        """What stands behind the label, or the whole line."""
        return self.sheet.text[self.value : self.end]

    @property
    def whole(self) -> str:
        """The whole line in which the sentence stands."""
        return self.sheet.text[self.first : self.last]

    @property
    def place(self) -> Place:
        """Where the line stands."""
        return self.sheet.place
