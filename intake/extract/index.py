"""Which patterns a line can match: a cheap look that spares most lines the patterns themselves.

A pattern of many alternatives costs microseconds on every line, and most lines hold none of its words. Which
patterns a word meets is remembered by word, for mails share most of theirs.
"""

import re
from collections.abc import Iterable
from functools import cache, reduce
from operator import or_
from typing import Final, NamedTuple

from intake.extract.needles import EDGE, EDGES, Group, best, folded, needs

# Words remembered, of some 100 bytes each; the vocabulary of all Dutch mail of a year has fewer.
_MOST_WORDS: Final = 50_000
# Needles are kept by so many first letters: few then have to be tried at each letter of a word.
_BEGINNING: Final = 3
_NONE: Final[dict[str, int]] = {}
_NO_NEEDLE: Final[Group] = frozenset()
_LONGEST_WORD: Final = 64  # longer ones are links and hashes, which do not come again


class Look(NamedTuple):
    """What the mask of a text holds if a pattern can match: a bit of `some`, all bits of one of `needs`."""

    some: int
    needs: tuple[int, ...]

    def may_match(self, held: int) -> bool:
        """Whether the pattern can match in a text with this mask."""
        return held & self.some != 0 and any(held & need == need for need in self.needs)


class Index:
    """Which groups of needles a text meets, as a bit mask; a pattern is a `Look` at such a mask."""

    def __init__(self) -> None:
        """Knows no pattern yet; they are added as they are first asked for."""
        self._looks: dict[int, tuple[Look, re.Pattern[str]]] = {}  # by id, which is cheaper than by hash
        self._bits: dict[Group, int] = {_NO_NEEDLE: 1}  # every text has that
        self._needles: dict[str, dict[str, int]] = {}  # by their first letters: whose they are
        self._words: dict[str, int] = {}

    def __len__(self) -> int:
        """How many groups are known: a mask made when there were fewer says nothing of the newer ones."""
        return len(self._bits)

    def look(self, pattern: re.Pattern[str]) -> Look:
        """What to look for in the masks of `held`."""
        known = self._looks.get(id(pattern))
        if known is None:
            ways = [way or frozenset([_NO_NEEDLE]) for way in needs(pattern)]
            some = [self._bit(best(way)) for way in ways]
            known = Look(_all(some), tuple(_all(map(self._bit, way)) for way in ways)), pattern
            self._looks[id(pattern)] = known  # the pattern is kept, so that its id stays its own
        return known[0]

    def _bit(self, group: Group) -> int:
        bit = self._bits.get(group)
        if bit is None:
            bit = self._bits[group] = 1 << len(self._bits)
            for needle in group:
                alike = self._needles.setdefault(needle[:_BEGINNING], {})
                alike[needle] = alike.get(needle, 0) | bit
            self._words.clear()
        return bit

    def held(self, text: str) -> int:
        """The groups of which a needle stands in a text."""
        mask, words = 1, self._words
        for word in text.split():
            met = words.get(word)
            mask |= self._met(word) if met is None else met
        return mask

    def _met(self, word: str) -> int:
        marked = EDGES.sub(EDGE, folded(word))
        mask = 0
        for start in range(len(marked)):
            for length in range(1, _BEGINNING + 1):
                for needle, owners in self._needles.get(marked[start : start + length], _NONE).items():
                    if marked.startswith(needle, start):
                        mask |= owners
        if len(word) <= _LONGEST_WORD:
            if len(self._words) >= _MOST_WORDS:
                self._words.clear()
            self._words[word] = mask
        return mask


@cache
def index() -> Index:
    """The process's own index: what it remembers of patterns and words is true of every mail."""
    return Index()


def may_match(pattern: re.Pattern[str], text: str) -> bool:
    """Whether `pattern` can match somewhere in the text; never false where it does."""
    look = index().look(pattern)
    return look.may_match(index().held(text))


def _all(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)
