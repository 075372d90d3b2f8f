"""Which patterns a line can match: a cheap look that spares most lines the patterns themselves.

A pattern of many alternatives costs microseconds on every line, and most lines hold none of its words. Which
patterns a word meets is remembered by word, for mails share most of theirs.
"""

import re
from functools import cache
from typing import Final

from intake.extract.needles import EDGE, EDGES, folded, needles

# Words remembered, of some 100 bytes each; the vocabulary of all Dutch mail of a year has fewer.
_MOST_WORDS: Final = 50_000
# Needles are kept by so many first letters: few then have to be tried at each letter of a word.
_BEGINNING: Final = 3
_NONE: Final[dict[str, int]] = {}
_LONGEST_WORD: Final = 64  # longer ones are links and hashes, which do not come again


class Index:
    """Which of many patterns a text can match, as a bit mask: bit n for the pattern with number n."""

    def __init__(self) -> None:
        """Knows no pattern yet; they are added as they are first asked for."""
        self._numbers: dict[int, tuple[int, re.Pattern[str]]] = {}  # by id, which is cheaper than by hash
        self._needles: dict[str, dict[str, int]] = {}  # by their first letters: whose they are
        self._always = 0
        self._words: dict[str, int] = {}

    def __len__(self) -> int:
        """How many patterns are known: a mask made when there were fewer says nothing of the newer ones."""
        return len(self._numbers)

    def number(self, pattern: re.Pattern[str]) -> int:
        """The bit of a pattern in the masks of `held`."""
        known = self._numbers.get(id(pattern))
        if known is not None:
            return known[0]
        number = len(self._numbers)
        self._numbers[id(pattern)] = number, pattern  # kept, so that its id stays its own
        wanted = needles(pattern)
        self._always |= 0 if wanted else 1 << number
        for needle in wanted:
            alike = self._needles.setdefault(needle[:_BEGINNING], {})
            alike[needle] = alike.get(needle, 0) | 1 << number
        self._words.clear()
        return number

    def held(self, text: str) -> int:
        """The patterns that can match somewhere in a text; a bit is never missing where one does."""
        mask, words = self._always, self._words
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
    number = index().number(pattern)
    return bool(index().held(text) >> number & 1)
