"""What a line must hold for a pattern to match it: a cheap look that spares most lines the pattern itself.

Patterns of many alternatives cost 10 to 100 times as much on a line as asking whether any of their words
stands in it, and most lines hold none. The words are taken from the pattern's own parsed form, so no list has
to be kept beside it.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

# A shorter string stands in nearly every line, so that looking for it spares nothing.
SHORTEST = 2


@cache
def needles(pattern: re.Pattern[str]) -> frozenset[str]:
    """Lower-case strings, one of which stands in every match of `pattern`; empty where none can be told."""
    try:
        from re import _parser  # type: ignore[attr-defined]  # the only way to a pattern's parsed form
    except ImportError:  # an interpreter without it reads the same, only slower
        return frozenset()
    return _of(_parser.parse(pattern.pattern, pattern.flags)) or frozenset()


def may_match(pattern: re.Pattern[str], text: str) -> bool:
    """Whether `pattern` can match somewhere in the text; never false where it does."""
    wanted = needles(pattern)
    if not wanted:
        return True
    lowered = text.lower()
    return any(needle in lowered for needle in wanted)


def _of(items: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    """The best that the items of a sequence, all of which must match, require; None if that is too little."""
    best: frozenset[str] | None = None
    run = ""
    for name, value in (*items, (None, None)):
        kind = str(name)
        if kind == "LITERAL":
            run += chr(value)
            continue
        if kind in ("AT", "ASSERT", "ASSERT_NOT"):
            continue  # of no width: what stands around it still stands together
        best = _better(best, frozenset({run.lower()}))
        run = ""
        best = _better(best, _within(kind, value))
    return best


def _within(kind: str, value: Any) -> frozenset[str] | None:
    if kind == "SUBPATTERN":
        return _of(value[-1])
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _of(value[2]) if value[0] > 0 else None
    if kind == "BRANCH":
        branches = [_of(branch) for branch in value[1]]
        known = [branch for branch in branches if branch is not None]
        return frozenset().union(*known) if len(known) == len(branches) else None
    return None


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """The one whose shortest string is longer; of two alike the smaller set."""
    usable = [some for some in (one, other) if some and min(map(len, some)) >= SHORTEST]
    return max(usable, key=lambda some: (min(map(len, some)), -len(some)), default=None)
