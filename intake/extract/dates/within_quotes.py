"""Days and hours in a name or in somebody's words: 'Dinsdag is ook een dag' is no Tuesday."""

import re
from typing import Final

from intake.extract.line import Line

_REACH: Final = 90  # characters: no name is longer
_OPEN: Final = re.compile(r"(?:[‘“„«]|(?<!\w)[\"'])[^‘’“”„«»\"\n]{0,80}$")
_CLOSE: Final = re.compile(r"[^‘’“”„«»\"\n]{0,80}?[’”»\"'](?!\w)")


def within_quotes(line: Line, start: int, end: int) -> bool:
    """Whether `text[start:end]` stands between quotes that open and close in its line."""
    text = line.sheet.text
    if _OPEN.search(text, max(line.first, start - _REACH), start) is None:
        return False
    return _CLOSE.match(text, end, min(line.last, end + _REACH)) is not None
