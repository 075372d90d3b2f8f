"""A mail made ready for the extractors: who speaks, which texts count, cut into lines once.

The extractors take a `Letter` rather than the bare `Mail`, so that a mail is cut and its dates are read once
instead of once for each extractor, and so that one activity of several can be read as a mail of its own
(`Letter.focus`).
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from intake.edition import Edition
from intake.extract.dates.days import DayMention
from intake.extract.dates.following import FOLLOWING
from intake.extract.dates.scan import Mention, mentions, tells_time
from intake.extract.finding import Evidence, Finding, Value
from intake.extract.index import Sought
from intake.extract.line import Line, Place, Sheet
from intake.extract.links import LINK, Link, links
from intake.extract.nouns import PHRASES, holds_noun, nouns
from intake.extract.searches import Searches
from intake.mail.mail import Address, Mail

Read = TypeVar("Read")
Named = TypeVar("Named", bound=Mention)


@dataclass(slots=True, eq=False)
class Letter:
    """What the extractors read.

    Where one activity of several is read, `near` holds its lines, the first of them `head`, and `apart` those
    of the others; all are empty where a mail announces one activity. `renewed` where it set the old
    beside the new, of which the lines hold the new alone.
    """

    mail: Mail
    edition: Edition
    writer: Address
    forwarded: bool
    lines: tuple[Line, ...]
    searches: (
        Searches  # those in its lines, shared with the letters of single activities, as what is found is
    )
    near: frozenset[Line] = frozenset()
    apart: frozenset[Line] = frozenset()
    head: Line | None = None
    _mentions: dict[Line, tuple[Mention, ...]] = field(default_factory=dict)
    _nouns: dict[Line, tuple[tuple[str, int, int], ...]] = field(default_factory=dict)
    _once: dict[tuple[Callable[[Line], Any], Line], Any] = field(default_factory=dict)
    _whole: dict[Callable[["Letter"], Any], Any] = field(default_factory=dict)
    _numbers: dict[Line, int] = field(default_factory=dict)
    _weighed: dict[tuple[Callable[..., Any], Line, Mention], Any] = field(default_factory=dict)
    _left_out: set[str] = field(default_factory=set)
    _at: dict[tuple[Place, ...], tuple[Line, ...]] = field(default_factory=dict)
    renewed: bool = False

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
        self.searches.see(added)
        lines = tuple(line for line in self.lines if line in kept or line not in apart) + tuple(added)
        return Letter(
            self.mail,
            self.edition,
            self.writer,
            self.forwarded,
            lines,
            self.searches,
            kept,
            apart - kept,
            near[0],
            self._mentions,
            self._nouns,
            self._once,
            self._whole,
            _left_out=self._left_out,
        )

    def instead(self, other: Mapping[Line, Line | None]) -> "Letter":
        """The letter with other lines instead of some of its own; None takes one out."""
        self.searches.see([line for line in other.values() if line is not None])
        kept = tuple(new for line in self.lines if (new := other.get(line, line)) is not None)
        return replace(self, lines=kept, _at={}, _numbers={}, _weighed={})

    def mentions(self, line: Line) -> tuple[Mention, ...]:
        """The days, times and durations named in a line."""
        found = self._mentions.get(line)
        if found is None:
            follows = self.search(FOLLOWING, line) is not None
            told = self.whole(_days_told) if follows else {}
            found = self._mentions.get(line)  # read with all others, where one is told from another
            if found is None:
                found = self.read_mentions(line, _last(told.get(line.sheet, ()), line.start))
        return found

    def read_mentions(self, line: Line, told: date | None) -> tuple[Mention, ...]:
        """Read the days, times and durations in a line; `told` is the day that was told last before it."""
        found: tuple[Mention, ...] = ()
        if self.may(tells_time, line):
            text, written = line.sheet.text, self._written()
            found = tuple(mentions(text, self.edition, line.start, line.end, written, told))
        self._mentions[line] = found
        return found

    def _written(self) -> date | None:
        """The day on which the writer wrote, as far as the mail tells; forwarded words are older."""
        if self.mail.date is None or self.forwarded:
            return None
        return self.mail.date.astimezone(self.edition.zone).date()

    def nouns(self, line: Line) -> tuple[tuple[str, int, int], ...]:
        """The activity nouns in a line: the type each tells, and where it stands in the sheet."""
        found = self._nouns.get(line)
        if found is None:
            named = self.may(holds_noun, line) or self.may(PHRASES, line)
            found = tuple(nouns(line.sheet.text, line.start, line.end)) if named else ()
            self._nouns[line] = found
        return found

    def once(self, read: Callable[[Line], Read], line: Line) -> Read:
        """What a reader finds in a line, read once in a mail."""
        if (read, line) not in self._once:
            self._once[read, line] = read(line)
        found: Read = self._once[read, line]
        return found

    def whole(self, read: Callable[["Letter"], Read]) -> Read:
        """What a reader finds in the mail, whichever activity of it this letter is about; read once."""
        if read not in self._whole:
            self._whole[read] = read(self)
        found: Read = self._whole[read]
        return found

    def weighed(self, read: Callable[["Letter", Line, Named], Read], line: Line, mention: Named) -> Read:
        """What a reader says of a mention in this letter, which may be asked by several; read once."""
        key = read, line, mention
        if key not in self._weighed:
            self._weighed[key] = read(self, line, mention)
        found: Read = self._weighed[key]
        return found

    def links(self, line: Line) -> tuple[Link, ...]:
        """The e-mail and web addresses in a line."""
        return tuple(links(line.sheet.text, line.start, line.end)) if self.may(LINK, line) else ()

    def may(self, sought: Sought, line: Line) -> bool:
        """Whether a pattern can match in a line: a cheap look, never false where it does."""
        return self.searches.may(sought, line)

    def maybe(self, lines: Iterable[Line], *sought: Sought, labels: Container[str] = ()) -> list[Line]:
        """The lines of the letter in which one of some patterns can match, and those with one of some labels.

        A cheap look, which never leaves out a line in which one does match.
        """
        where = self.searches.where(*sought)
        if labels:
            return [line for line in lines if line in where or line.label in labels]
        return [line for line in lines if line in where] if where else []

    def those(self, lines: Iterable[Line], *patterns: re.Pattern[str]) -> Iterator[Line]:
        """The lines of the letter in which one of some patterns matches, in their order."""
        first = self.searches.first
        for line in self.maybe(lines, *patterns):
            for pattern in patterns:
                if first(pattern, line) is not None:
                    yield line
                    break

    def matches(
        self, pattern: re.Pattern[str], lines: Iterable[Line]
    ) -> Iterator[tuple[Line, re.Match[str]]]:
        """The lines of the letter in which a pattern matches, with the first match in each."""
        for line in self.maybe(lines, pattern):
            match = self.searches.first(pattern, line)
            if match is not None:
                yield line, match

    def search(self, pattern: re.Pattern[str], line: Line) -> re.Match[str] | None:
        """The first match of a pattern in a line, looked for once in a mail."""
        return self.searches.first(pattern, line)

    def finditer(self, pattern: re.Pattern[str], line: Line) -> Iterable[re.Match[str]]:
        """All matches of a pattern in a line."""
        if not self.searches.may(pattern, line):
            return ()
        return pattern.finditer(line.sheet.text, line.start, line.end)

    def first(self, found: Iterable[Read], most: int, what: str) -> Iterator[Read]:
        """The first so many of what is found; where there are more, staff are told of it (`left_out`)."""
        for number, one in enumerate(found):
            if number == most:
                self.leave_out(what)
                return
            yield one

    def leave_out(self, what: str) -> None:
        """Remember that there was more of something than is read of one mail."""
        self._left_out.add(what)

    @property
    def left_out(self) -> tuple[str, ...]:
        """What there was more of in the mail than is read, in plain Dutch."""
        return tuple(sorted(self._left_out))

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


def _days_told(letter: Letter) -> dict[Sheet, list[tuple[int, date]]]:
    """The days of the edition that each sheet tells one after the other, each with where it ends."""
    told: dict[Sheet, list[tuple[int, date]]] = {}
    for line in letter.lines:
        mine = told.setdefault(line.sheet, [])
        mine.extend(
            (mention.end, mention.days[-1])
            for mention in letter.read_mentions(line, _last(mine, line.start))
            if isinstance(mention, DayMention) and _within(mention, letter.edition)
        )
    return told


def _within(mention: DayMention, edition: Edition) -> bool:
    return edition.starts <= mention.days[-1] <= edition.ends and not mention.week


def _last(told: Sequence[tuple[int, date]], start: int) -> date | None:
    return next((day for end, day in reversed(told) if end <= start), None)
