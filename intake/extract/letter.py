"""A mail made ready for the extractors: who speaks, which texts count, cut into lines once.

The extractors take a `Letter` rather than the bare `Mail`, so that a mail is cut and its dates are read once
instead of once for each extractor, and so that one activity of several can be read as a mail of its own
(`Letter.focus`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from intake.edition import Edition
from intake.extract.dates.scan import Mention, mentions
from intake.extract.finding import Evidence, Finding, Value
from intake.extract.index import Index, Look, index
from intake.extract.links import LINK, Link, links
from intake.extract.nouns import nouns
from intake.mail.mail import Address, Mail


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


class _Held(dict[Line, int]):
    """Which needles each line holds, looked at when it is first asked for."""

    def __missing__(self, line: Line) -> int:
        held = self[line] = index().held(line.text)
        return held


@dataclass(slots=True, eq=False)
class _Found:
    """What was found in the lines of a mail, each looked at once; `known`: how many needles `held` is of."""

    mentions: dict[Line, tuple[Mention, ...]] = field(default_factory=dict)
    nouns: dict[Line, tuple[tuple[str, int, int], ...]] = field(default_factory=dict)
    searches: dict[tuple[int, Line], re.Match[str] | None] = field(default_factory=dict)
    held: _Held = field(default_factory=_Held)
    known: int = 0


@dataclass(slots=True, eq=False)
class Letter:
    """What the extractors read.

    Where one activity of several is read, `near` holds its lines, the first of them `head`, and `apart` those
    of the others; all are empty where a mail announces one activity.
    """

    mail: Mail
    edition: Edition
    writer: Address
    forwarded: bool
    lines: tuple[Line, ...]
    near: frozenset[Line] = frozenset()
    apart: frozenset[Line] = frozenset()
    head: Line | None = None
    _found: _Found = field(default_factory=_Found)  # shared with the letters of single activities
    _index: Index = field(default_factory=index)
    _numbers: dict[Line, int] = field(default_factory=dict)
    _at: dict[tuple[Place, ...], tuple[Line, ...]] = field(default_factory=dict)

    def at(self, *places: Place) -> tuple[Line, ...]:
        """The lines in these places, those of the activity itself before the shared ones."""
        found = self._at.get(places)
        if found is None:
            lines = [line for line in self.lines if line.sheet.place in places]
            if self.near:
                lines.sort(key=lambda line: line not in self.near)
            found = self._at[places] = tuple(lines)
        return found

    def told(self) -> tuple[Line, ...]:
        """The lines in which the activity is told: text and documents, no subject and no signature."""
        return self.at(Place.BODY, Place.CALENDAR, Place.DOCUMENT)

    def before(self, line: Line) -> Iterator[Line]:
        """The lines above one in the letter, the nearest first."""
        if not self._numbers:
            self._numbers.update({one: number for number, one in enumerate(self.lines)})
        number = self._numbers.get(line, 0)
        return (self.lines[one] for one in range(number - 1, -1, -1))

    def labelled(self, *labels: str) -> Iterator[Line]:
        """The told lines that answer to one of these labels, with something in them."""
        return (line for line in self.told() if line.label in labels and line.said.strip())

    def focus(self, near: Sequence[Line], apart: frozenset[Line]) -> "Letter":
        """The letter as if it announced one activity alone, without the lines of the others (`apart`)."""
        kept = frozenset(near)
        mine = set(self.lines)
        added = [line for line in near if line not in mine]
        lines = tuple(line for line in self.lines if line in kept or line not in apart) + tuple(added)
        return Letter(
            self.mail,
            self.edition,
            self.writer,
            self.forwarded,
            lines,
            kept,
            apart - kept,
            near[0],
            self._found,
        )

    def mentions(self, line: Line) -> tuple[Mention, ...]:
        """The days, times and durations named in a line."""
        found = self._found.mentions.get(line)
        if found is None:
            found = tuple(mentions(line.sheet.text, self.edition, line.start, line.end, self._written()))
            self._found.mentions[line] = found
        return found

    def _written(self) -> date | None:
        """The day on which the writer wrote, as far as the mail tells; forwarded words are older."""
        if self.mail.date is None or self.forwarded:
            return None
        return self.mail.date.astimezone(self.edition.zone).date()

    def nouns(self, line: Line) -> tuple[tuple[str, int, int], ...]:
        """The activity nouns in a line: the type each tells, and where it stands in the sheet."""
        found = self._found.nouns.get(line)
        if found is None:
            found = self._found.nouns[line] = tuple(nouns(line.sheet.text, line.start, line.end))
        return found

    def links(self, line: Line) -> tuple[Link, ...]:
        """The e-mail and web addresses in a line."""
        return tuple(links(line.sheet.text, line.start, line.end)) if self.may(LINK, line) else ()

    def may(self, pattern: re.Pattern[str], line: Line) -> bool:
        """Whether a pattern can match in a line: a cheap look, never false where it does."""
        return self._look(pattern).may_match(self._found.held[line])

    def those(self, lines: Iterable[Line], *patterns: re.Pattern[str]) -> Iterator[Line]:
        """The lines in which one of some patterns matches, in their order."""
        some = 0
        for pattern in patterns:
            some |= self._look(pattern).some
        held = self._found.held
        for line in lines:
            if held[line] & some:
                for pattern in patterns:
                    if self.search(pattern, line) is not None:
                        yield line
                        break

    def matches(
        self, pattern: re.Pattern[str], lines: Iterable[Line]
    ) -> Iterator[tuple[Line, re.Match[str]]]:
        """The first match of a pattern in each of the lines that hold one."""
        look, held = self._look(pattern), self._found.held
        for line in lines:
            if held[line] & look.some:
                match = self.search(pattern, line)
                if match is not None:
                    yield line, match

    def search(self, pattern: re.Pattern[str], line: Line) -> re.Match[str] | None:
        """The first match of a pattern in a line, looked for once in a mail."""
        if not self.may(pattern, line):
            return None
        key = id(pattern), line
        if key not in self._found.searches:
            self._found.searches[key] = pattern.search(line.sheet.text, line.start, line.end)
        return self._found.searches[key]

    def finditer(self, pattern: re.Pattern[str], line: Line) -> Iterable[re.Match[str]]:
        """All matches of a pattern in a line."""
        if not self.may(pattern, line):
            return ()
        return pattern.finditer(line.sheet.text, line.start, line.end)

    def _look(self, pattern: re.Pattern[str]) -> Look:
        """What a line must hold for a pattern; what was looked at before its needles were known is not."""
        look = self._index.look(pattern)
        if len(self._index) != self._found.known:
            self._found.held.clear()
            self._found.known = len(self._index)
        return look

    def evidence(self, sheet: Sheet, start: int, end: int) -> Evidence:
        """The words `sheet.text[start:end]` as they stand in the mail, without white space around them."""
        while start < end and sheet.text[start].isspace():
            start += 1
        while end > start and sheet.text[end - 1].isspace():
            end -= 1
        if sheet.offsets is None or start == end:
            return Evidence(sheet.source, start, end, sheet.text[start:end])
        first, last = sheet.offsets[start], sheet.offsets[end - 1] + 1
        return Evidence(sheet.source, first, last, self.mail.texts[sheet.source][first:last])

    def find(
        self, name: str, value: Value, grade: float, line: Line, start: int, end: int, by: str
    ) -> Finding:
        """A finding that stands on `line.sheet.text[start:end]`."""
        return Finding(name, value, grade, (self.evidence(line.sheet, start, end),), by)
