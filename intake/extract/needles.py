"""What every match of a pattern must hold, told by its own parsed form: no list is kept beside it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

# A needle is a string that every match holds, one of a set. EDGE stands in it (and in the words looked at)
# wherever a letter meets what is none, as \b does.
EDGE: Final = "\0"
_BOUND: Final = "\1"  # while a needle is made: here its word begins or ends
EDGES: Final = re.compile(r"\b")
_WORDS: Final = re.compile(r"\S+")

# Of a set with more strings the whole is no longer followed; the pattern's other parts tell enough.
_MOST_STRINGS: Final = 96
# Only so much of a needle is looked for: few words that share these letters are not the same.
_LONGEST_NEEDLE: Final = 10
# Less is met in nearly every line. A letter weighs 1, an edge 1; a digit or a sign is rarer, and weighs more.
_LIGHTEST: Final = 2
_RARE: Final = 3
_COMMON: Final = {EDGE, ".", ","}
_REPEATS: Final = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_Items = Iterable[tuple[Any, Any]]


@cache
def needles(pattern: re.Pattern[str]) -> frozenset[str]:
    """Case-folded strings, one of which stands in every match of `pattern`; empty where none can be told."""
    try:
        from re import _parser  # type: ignore[attr-defined]  # the only way to a pattern's parsed form
    except ImportError:  # an interpreter without it reads the same, only slower
        return frozenset()
    return _required(_parser.parse(pattern.pattern, pattern.flags)) or frozenset()


def folded(text: str) -> str:
    r"""A text as the needles are: in small letters, the digits of every script (\d matches them) as ours."""
    small = text.casefold()
    if small.isascii():
        return small
    small = small.replace("\u0307", "")  # what is left of a dotted capital I beside the i that it matches
    return "".join(str(int(char)) if char.isdecimal() else char for char in small)


def _required(items: _Items, lead: str = "", tail: str = "") -> frozenset[str] | None:
    """The best that the items of a sequence, all of which must match, require; None if that is too little.

    `lead` and `tail` are _BOUND where the sequence is known to begin, or to end, at the bound of a word.
    """
    told = [(str(name), value, _exact(str(name), value)) for name, value in items]
    best: frozenset[str] | None = None
    runs = {lead}
    for at, (name, value, exact) in enumerate(told):
        if name == "ASSERT" and value[0] > 0:
            best = _better(best, _required(value[1]))  # what must come behind stands in the line too
        if exact is not None and len(runs) * len(exact) <= _MOST_STRINGS:
            runs = {run + string for run in runs for string in exact}
            continue
        best = _better(best, _finished(runs))
        if exact is None:
            begins = _BOUND if all(run.endswith(_BOUND) for run in runs) else ""
            behind = told[at + 1][2] if at + 1 < len(told) else {tail}
            best = _better(best, _within(name, value, begins, _BOUND if behind == {_BOUND} else ""))
        runs = exact or {""}
    return _better(best, _finished({run + tail for run in runs}))


def _within(kind: str, value: Any, lead: str, tail: str) -> frozenset[str] | None:
    """What an item requires that matches too many strings to tell them all."""
    if kind == "SUBPATTERN":
        return _required(value[-1], lead, tail)
    if kind in _REPEATS:
        return _required(value[2]) if value[0] > 0 else None
    if kind == "BRANCH":
        branches = [_required(branch, lead, tail) for branch in value[1]]
        known = [branch for branch in branches if branch is not None]
        return frozenset().union(*known) if len(known) == len(branches) else None
    return None


def _exact(kind: str, value: Any) -> set[str] | None:
    """All strings that an item matches; None where they are too many to tell."""
    if kind == "LITERAL":
        return {chr(value)}
    if kind == "IN":
        return _set(value)
    if kind == "AT":
        return {_BOUND} if str(value) == "AT_BOUNDARY" else {""}
    if kind in ("ASSERT", "ASSERT_NOT"):
        return {_BOUND} if _ends_word(kind, list(value[1])) else {""}
    if kind == "SUBPATTERN":
        return _product(value[-1])
    if kind == "BRANCH":
        return _union(_product(branch) for branch in value[1])
    if kind in _REPEATS:
        return _repeated(value[0], value[1], _product(value[2]))
    return None


def _repeated(least: int, most: int, once: set[str] | None) -> set[str] | None:
    if least > 0 and once == {" "}:
        return once  # words apart, however far
    if most == 1 and once is not None:
        return once | {""} if least == 0 else once
    return None


def _set(members: list[tuple[Any, Any]]) -> set[str] | None:
    r"""The characters of a class such as [öo] or \d."""
    chars: set[str] = set()
    for name, value in members:
        if str(name) == "LITERAL":
            chars.add(chr(value))
        elif (str(name), str(value)) == ("CATEGORY", "CATEGORY_DIGIT"):
            chars.update("0123456789")
        elif (str(name), str(value)) == ("CATEGORY", "CATEGORY_SPACE"):
            chars.add(" ")
        else:
            return None
    return chars


def _ends_word(kind: str, items: list[tuple[Any, Any]]) -> bool:
    r"""Whether a look-around says that no letter stands there: (?<!\w), (?![\w@]), (?=\s)."""
    if len(items) != 1 or str(items[0][0]) != "IN":
        return False
    members = [str(value) for name, value in items[0][1] if str(name) == "CATEGORY"]
    if kind == "ASSERT_NOT":
        return "CATEGORY_WORD" in members
    return members == ["CATEGORY_SPACE"] and len(items[0][1]) == 1


def _product(items: _Items) -> set[str] | None:
    strings = {""}
    for name, value in items:
        exact = _exact(str(name), value)
        if exact is None or len(strings) * len(exact) > _MOST_STRINGS:
            return None
        strings = {one + other for one in strings for other in exact}
    return strings


def _union(sets: Iterable[set[str] | None]) -> set[str] | None:
    strings: set[str] = set()
    for some in sets:
        if some is None or len(strings) + len(some) > _MOST_STRINGS:
            return None
        strings |= some
    return strings


def _finished(runs: set[str]) -> frozenset[str] | None:
    """Of each string the piece without white space that tells most; None where one tells nothing."""
    found = set()
    for run in runs:
        best = max(_pieces(run), key=_weight, default="")
        if _weight(best) < _LIGHTEST:
            return None
        found.add(best)
    return frozenset(found)


def _pieces(run: str) -> Iterator[str]:
    """The words of a string, with EDGE in them; at their ends only where a word is known to end there."""
    for word in _WORDS.finditer(run):
        marked = EDGES.sub(EDGE, folded(word.group().replace(_BOUND, "")))
        if word.start() == 0 and not word.group().startswith(_BOUND):
            marked = marked.removeprefix(EDGE)
        if word.end() == len(run) and not word.group().endswith(_BOUND):
            marked = marked.removesuffix(EDGE)
        yield marked[:_LONGEST_NEEDLE]


def _weight(needle: str) -> int:
    return sum(1 if char.isalpha() or char in _COMMON else _RARE for char in needle)


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """The one whose lightest string is heavier; of two alike the smaller set."""
    usable = [some for some in (one, other) if some]
    return max(usable, key=lambda some: (min(map(_weight, some)), -len(some)), default=None)
