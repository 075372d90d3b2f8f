"""The lines of a message that begin with "--", and the digest of its bytes, in one pass over them."""

import hashlib
import re
from collections.abc import Iterator

from intake.mail.tree import WINDOW, Raw, release

_NEAR = 4096  # how far a "-" lets more of them be expected
_DASHES = re.compile(rb"[\r\n]--")


class Dashes:
    """Where lines begin with "--", in order, from wherever the last look ended; at most `most` of them."""

    def __init__(self, raw: Raw, most: int) -> None:
        self.raw, self.left = raw, most
        self.hashed = 0
        self.sha = hashlib.sha256()

    @property
    def spent(self) -> bool:
        """There were more of them than are looked at."""
        return self.left < 0

    def __iter__(self) -> Iterator[int]:
        """Hash window by window, and give the places within each."""
        while self.hashed < len(self.raw):
            at = self.hashed
            block = self.raw[at : at + WINDOW + 2]  # two more, for a line that begins at the seam
            self._hash(block)
            for found in line_dashes(block):
                self.left -= 1
                if self.spent:
                    return
                yield at + found + 1

    def digest(self) -> str:
        """The sha256 of all bytes, also of those that were not looked at."""
        while self.hashed < len(self.raw):
            self._hash(self.raw[self.hashed : self.hashed + WINDOW])
        return self.sha.hexdigest()

    def _hash(self, block: bytes) -> None:
        self.sha.update(block if len(block) <= WINDOW else memoryview(block)[:WINDOW])
        self.hashed += WINDOW
        release(self.raw)


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
