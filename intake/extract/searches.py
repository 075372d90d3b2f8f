"""What was looked for in the lines of a mail, each thing once: in most lines a pattern cannot match."""

import re
from collections.abc import Collection, Iterable
from enum import Enum

from intake.extract.index import Look, Sought, index
from intake.extract.line import Line


class _Untried(Enum):
    """What is known of a pattern in a line that it can match, until it was tried there."""

    UNTRIED = 0


_Tried = dict[Line, re.Match[str] | _Untried | None]


class Searches:
    """The lines of a letter by the patterns that can match in them."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Look at the lines of a letter."""
        self._index = index()
        self._index.learn()
        self._held: dict[Line, int] = {}
        self._all = 0  # what the lines hold together
        self._looks: dict[int, Look] = {}  # by the id of what was looked for
        self._where: dict[int, _Tried] = {}  # likewise
        self.see(lines)

    def see(self, lines: Iterable[Line]) -> None:
        """Look at lines that were cut anew."""
        for line in lines:
            held = self._held[line] = self._index.held(line.text)
            self._all |= held
            for sought, look in self._looks.items():
                if look.may_match(held):
                    self._where[sought].setdefault(line, _Untried.UNTRIED)

    def where(self, *sought: Sought) -> Collection[Line]:
        """The lines in which one of some patterns can match."""
        if len(sought) == 1:
            return self._tried(sought[0])
        return set().union(*map(self._tried, sought))

    def _tried(self, sought: Sought) -> _Tried:
        """The lines in which a pattern can match, each with its first match where it was tried."""
        where = self._where.get(id(sought))
        if where is None:
            look = self._looks[id(sought)] = self._index.look(sought)
            where = self._where[id(sought)] = {}
            if look.may_match(self._all):
                some, needs = look
                for line, held in self._held.items():
                    if held & some:
                        for need in needs:
                            if held & need == need:
                                where[line] = _Untried.UNTRIED
                                break
        return where

    def may(self, sought: Sought, line: Line) -> bool:
        """Whether a pattern can match in a line."""
        where = self._where.get(id(sought))
        if where is None:
            where = self._tried(sought)
        if line in where:
            return True
        if line in self._held:
            return False
        self.see([line])
        return line in where

    def first(self, pattern: re.Pattern[str], line: Line) -> re.Match[str] | None:
        """The first match of a pattern in a line."""
        where = self._where.get(id(pattern))
        if where is None:
            where = self._tried(pattern)
        match = where.get(line)
        if match is None and line not in self._held:
            self.see([line])
            match = where.get(line)
        if match is _Untried.UNTRIED:
            match = where[line] = pattern.search(line.sheet.text, line.start, line.end)
        return match
