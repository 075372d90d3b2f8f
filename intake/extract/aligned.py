"""Tables that are laid out with spaces: columns told by their heads, cells cut where the heads begin."""

import re
from collections.abc import Iterator
from typing import Final

from intake.extract.labels import head_keys

_GAPS: Final = re.compile(r" {2,}")
_RULE: Final = re.compile(r"[\s|+=_-]+$")


def heads_of(line: str) -> tuple[list[str], list[int]]:
    """The keys and the beginnings of the columns that a line of heads lays out; empty where it is none."""
    if "   " not in line:
        return [], []
    starts, at = [], len(line) - len(line.lstrip())
    names = []
    for match in [*_GAPS.finditer(line.rstrip(), at), None]:
        stop = match.start() if match else len(line.rstrip())
        names.append(line[at:stop])
        starts.append(at)
        at = match.end() if match else stop
    keys = head_keys(names) if len(names) >= 3 else []
    return keys, starts if keys else []


def rule(line: str) -> bool:
    """Whether a line only draws a line."""
    return bool(_RULE.match(line))


def cells_of(line: str, starts: list[int]) -> Iterator[tuple[int, int, int]]:
    """The cells of a line under these heads: column, start and end within the line."""
    for column, start in enumerate(starts):
        stop = starts[column + 1] if column + 1 < len(starts) else len(line)
        begin = max(0, start - 1) if column and line[start - 1 : start].strip() else start
        raw = line[begin:stop]
        if raw.strip():
            lead = len(raw) - len(raw.lstrip())
            yield column, begin + lead, begin + len(raw.rstrip())
