"""The text of an .ics as its writer meant it, with the way back to where each character stands."""

import re
from typing import Final

_SPECIAL: Final = re.compile(r"\r?\n[ \t]|\\[nN]|\\[,;\\]|\r?\n")
# the end of a property, so that it can be told from a line end that its writer made
END: Final = "\x1e"


def unfolded(text: str) -> tuple[str, list[int]]:
    """Unfold and unescape a calendar (RFC 5545 sections 3.1 and 3.3.11).

    Gives the plain text, in which every property ends in END and a line end, and for each of its characters
    the place in `text` from which it came.
    """
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _SPECIAL.finditer(text):
        pieces.append(text[at : match.start()])
        offsets.extend(range(at, match.start()))
        raw = match.group()
        if raw[0] == "\\":
            made = "\n" if raw[1] in "nN" else raw[1]
        elif raw[-1] in " \t":
            made = ""
        else:
            made = END + "\n"
        pieces.append(made)
        offsets.extend([match.start()] * len(made))
        at = match.end()
    pieces.append(text[at:])
    offsets.extend(range(at, len(text)))
    return "".join(pieces), offsets
