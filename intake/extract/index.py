"""Which patterns a line can match: a cheap look that spares most lines the patterns themselves.

A pattern of many alternatives costs microseconds on every line, and most lines hold none of its words. Which
patterns a word meets is remembered by word, for mails share most of theirs.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache, reduce
from operator import or_
from typing import Final, NamedTuple

from intake.extract.needles import EDGE, EDGES, Group, best, folded, needs

# Words remembered, of some 100 bytes each; the vocabulary of all Dutch mail of a year has fewer.
_MOST_WORDS: Final = 50_000
# Needles are kept by so many first letters: few then have to be tried at each letter of a word.
_BEGINNING: Final = 3
_NO_NEEDLE: Final[Group] = frozenset()
Tells = Callable[[str], bool]  # of a word, as white space bounds it
Sought = re.Pattern[str] | Tells
_LONGEST_WORD: Final = 64  # longer ones are links and hashes, which do not come again


class Look(NamedTuple):
    """What the mask of a text holds if a pattern can match: a bit of `some`, all bits of one of `needs`."""

    some: int
    needs: tuple[int, ...]

    def may_match(self, held: int) -> bool:
        """Whether the pattern can match in a text with this mask."""
        if held & self.some:
            for need in self.needs:
                if held & need == need:
                    return True
        return False


ANYWHERE: Final = Look(1, (1,))


class Index:
    """Which groups of needles a text meets, as a bit mask; a pattern is a `Look` at such a mask.

    So is a question that can be asked of each word alone: whether it can tell a day, or an organisation.
    """

    def __init__(self) -> None:
        """Knows no pattern yet; they are added as they are first asked for."""
        self._looks: dict[int, tuple[Look, Sought]] = {}  # by id, which is cheaper than by hash
        self._bits: dict[Group | Tells, int] = {_NO_NEEDLE: 1}  # every text has that
        # by their first letters and their length: whose they are
        self._needles: dict[str, dict[int, dict[str, int]]] = {}
        self._short: dict[str, int] = {}  # those of fewer letters
        self._coming: list[Sought] = []
        self._tells: list[tuple[Tells, int]] = []
        self._words: dict[str, int] = {}

    def look(self, sought: Sought) -> Look:
        """What to look for in the masks of `held`: anything, until that is learned."""
        known = self._looks.get(id(sought))
        if known is None:
            known = self._looks[id(sought)] = ANYWHERE, sought  # which is kept, so that its id stays its own
            self._coming.append(sought)
        return known[0]

    def learn(self) -> None:
        """Learn what was asked for; masks that were made before say nothing of it."""
        for sought in self._coming:
            look = self._pattern(sought) if isinstance(sought, re.Pattern) else self._question(sought)
            self._looks[id(sought)] = look, sought
        self._coming.clear()

    def _pattern(self, pattern: re.Pattern[str]) -> Look:
        ways = [way or frozenset([_NO_NEEDLE]) for way in needs(pattern)]
        some = [self._bit(best(way)) for way in ways]
        return Look(_all(some), tuple(_all(map(self._bit, way)) for way in ways))

    def _question(self, tells: Tells) -> Look:
        bit = self._new(tells)
        self._tells.append((tells, bit))
        return Look(bit, (bit,))

    def _bit(self, group: Group) -> int:
        bit = self._bits.get(group)
        if bit is None:
            bit = self._new(group)
            for needle in group:
                alike = self._short
                if len(needle) >= _BEGINNING:
                    alike = self._needles.setdefault(needle[:_BEGINNING], {}).setdefault(len(needle), {})
                alike[needle] = alike.get(needle, 0) | bit
        return bit

    def _new(self, what: Group | Tells) -> int:
        bit = self._bits[what] = 1 << len(self._bits)
        self._words.clear()
        return bit

    def held(self, text: str) -> int:
        """What the words of a text hold and tell."""
        mask, known = 1, self._words.get
        for word in text.split():
            mask |= known(word) or self._met(word)
        return mask

    def _met(self, word: str) -> int:
        marked = EDGES.sub(EDGE, folded(word))
        mask = 1
        for needle, owners in self._short.items():
            if needle in marked:
                mask |= owners
        begins = self._needles.get
        for start in range(len(marked) - _BEGINNING + 1):
            alike = begins(marked[start : start + _BEGINNING])
            if alike is not None:
                for length, needles in alike.items():
                    mask |= needles.get(marked[start : start + length], 0)
        for tells, bit in self._tells:
            if tells(word):
                mask |= bit
        if len(word) <= _LONGEST_WORD:
            if len(self._words) >= _MOST_WORDS:
                self._words.clear()
            self._words[word] = mask
        return mask


@cache
def index() -> Index:
    """The process's own index: what it remembers of patterns and words is true of every mail."""
    return Index()


def may_match(sought: Sought, text: str) -> bool:
    """Whether a pattern can match somewhere in the text, or a word tells it; never false where it does."""
    index().look(sought)
    index().learn()
    look = index().look(sought)
    return look.may_match(index().held(text))


def _all(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)
