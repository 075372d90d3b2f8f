"""What every match of a pattern must hold, told by its own parsed form: no list is kept beside it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from typing import Any, Final

# A needle is a string that stands in one word of a text. EDGE stands in it (and in the words looked at)
# wherever a letter meets what is none, as \b does.
EDGE: Final = "\0"
_BOUND: Final = "\1"  # while a needle is made: here its word begins or ends
EDGES: Final = re.compile(r"\b")
_WORDS: Final = re.compile(r"\S+")

Group = frozenset[str]  # one of these needles
Needs = frozenset[frozenset[Group]]  # one of these sets of groups, and of that set every group
NOTHING: Final[Needs] = frozenset([frozenset()])

# Of a set with more strings the whole is no longer followed; the pattern's other parts tell enough.
_MOST_STRINGS: Final = 96
# Of more alternatives each is told by its best group alone, and all of them are one group.
_MOST_ALTERNATIVES: Final = 48
# Only so much of a needle is looked for: few words that share these letters are not the same.
_LONGEST_NEEDLE: Final = 10
# How much a needle tells: a letter weighs 1, an edge 1; a digit or a sign is rarer, and weighs more.
_RARE: Final = 3
_COMMON: Final = {EDGE, ".", ","}
_REPEATS: Final = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_Items = Iterable[tuple[Any, Any]]


@cache
def needs(pattern: re.Pattern[str]) -> Needs:
    """What every match of `pattern` holds, in case-folded needles; NOTHING where none can be told."""
    try:
        from re import _parser  # type: ignore[attr-defined]  # the only way to a pattern's parsed form
    except ImportError:  # an interpreter without it reads the same, only slower
        return NOTHING
    return _required(_parser.parse(pattern.pattern, pattern.flags), {""})


def best(groups: Iterable[Group]) -> Group:
    """The group whose lightest needle is heaviest; of two alike the smaller one."""
    return max(groups, key=lambda group: (min(map(_weight, group), default=0), -len(group)))


def folded(text: str) -> str:
    r"""A text as the needles are: in small letters, the digits of every script (\d matches them) as ours."""
    small = text.casefold()
    if small.isascii():
        return small
    small = small.replace("\u0307", "")  # what is left of a dotted capital I beside the i that it matches
    return "".join(str(int(char)) if char.isdecimal() else char for char in small)


def _required(items: _Items, leads: set[str], tail: str = "") -> Needs:
    """What the items of a sequence, all of which must match, require.

    One of `leads` stands right before it; `tail` is _BOUND where it is known to end at the bound of a word.
    """
    told = [(str(name), value, _exact(str(name), value)) for name, value in items]
    found = NOTHING
    runs = leads  # the strings that stand here, since the last item that matches too many to tell
    for at, (name, value, exact) in enumerate(told):
        if name == "ASSERT" and value[0] > 0:
            found = _both(found, _required(value[1], {""}))  # what must come behind stands in the line too
        if exact == {" "}:
            found = _both(found, _standing({run + _BOUND for run in runs}))
            runs = {_BOUND}
            continue
        if exact is not None and len(runs) * len(exact) <= _MOST_STRINGS:
            runs = {run + string for run in runs for string in exact}
            continue
        if exact is None:
            behind = told[at + 1][2] if at + 1 < len(told) else {tail}
            ends = _BOUND if behind in ({_BOUND}, {" "}) else ""
            found = _both(found, _within(name, value, runs, ends))
        else:
            found = _both(found, _standing(runs))
        runs = exact or {""}
    return _both(found, _standing({run + tail for run in runs}))


def _within(kind: str, value: Any, leads: set[str], tail: str) -> Needs:
    """What an item requires that matches too many strings to tell them all; one of `leads` stands before it.

    A parser takes the letters that all alternatives begin with out of them: `leads` gives them back.
    """
    if kind == "SUBPATTERN":
        return _required(value[-1], leads, tail)
    if kind in _REPEATS:
        return _required(value[2], leads) if value[0] > 0 else _standing(leads)
    if kind == "BRANCH":
        return _either([_required(branch, leads, tail) for branch in value[1]])
    return _standing(leads)


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
        strings = _union(_product(branch) for branch in value[1])
        # of several words each alternative tells more by itself
        return None if strings and any(" " in string for string in strings) else strings
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


def _standing(runs: set[str]) -> Needs:
    """What one of these strings requires: of those with as many words a first word, a second, and so on."""
    rows: dict[int, list[list[str]]] = defaultdict(list)
    for run in runs:
        row = list(_pieces(run))
        rows[len(row)].append(row)
    alike = [[frozenset(column) for column in zip(*some, strict=True)] for some in rows.values()]
    return _either(frozenset([frozenset(group for group in groups if "" not in group)]) for groups in alike)


def _both(one: Needs, other: Needs) -> Needs:
    """What two require that must both be met."""
    while len(one) * len(other) > _MOST_ALTERNATIVES:
        one, other = sorted((one, other), key=len)
        other = _narrowed(other)
    return frozenset(some | others for some, others in product(one, other))


def _either(them: Iterable[Needs]) -> Needs:
    """What some require of which one must be met."""
    some = list(them)
    while True:
        met = frozenset().union(*some)
        if frozenset() in met:
            return NOTHING
        single = frozenset(way for way in met if len(way) == 1)
        met = frozenset(way for way in met if not any(other < way for other in met)) - single | _narrowed(
            single
        )
        if len(met) <= _MOST_ALTERNATIVES:
            return met
        most = max(range(len(some)), key=lambda number: len(some[number]))
        if len(some[most]) == 1:
            return _narrowed(met)
        some[most] = _narrowed(some[most])  # the most manifold one tells the least by each of its ways


def _narrowed(them: Needs) -> Needs:
    """One group for all alternatives: of each its best."""
    return frozenset([frozenset([frozenset().union(*map(best, them))])]) if them else them


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
