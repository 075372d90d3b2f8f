"""The lines of a message that begin with "--", for only they can be a boundary's (RFC 2046 section 5.1.1)."""

import re
from collections.abc import Iterator

from intake.mail.tree import WINDOW, Raw, release

_NEAR = 4096  # how far a "-" lets more of them be expected
_DASHES = re.compile(rb"[\r\n]--")


def dashes(raw: Raw) -> Iterator[int]:
    """Where such lines begin, in order; the very first line of a message is not looked at."""
    for at in range(0, len(raw), WINDOW):
        block = raw[at : at + WINDOW + 2]  # two more, for a line that begins at the seam
        release(raw)
        for found in line_dashes(block):
            yield at + found + 1


def line_dashes(block: bytes) -> Iterator[int]:
    """Where a line end is followed by "--": the line end's own place, within the first window.

    Base64 knows no "-", and a single sign is found ten times as fast as a longer needle. A lone CR ends a
    line here too, as it does for the library.
    """
    at = block.find(b"-")
    while at != -1:
        low, stop = max(at - 1, 0), min(at + _NEAR, WINDOW)
        if block.find(b"\r", low, stop) != -1 and block.find(b"\r--", low, stop + 2) != -1:
            for match in _DASHES.finditer(block, low, stop + 2):
                if match.start() < stop:
                    yield match.start()
        else:
            while -1 < (low := block.find(b"\n--", low, stop + 2)) < stop:
                yield low
                low += 1
        at = block.find(b"-", at + _NEAR)
