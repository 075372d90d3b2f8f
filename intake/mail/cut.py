"""Cutting large bodies out of a message's bytes, so that the library parses a few KB instead of megabytes.

A stretch is cut only where it can hold no structure: within a body, and between two lines that might be a
boundary. It is replaced by a token that no sender can write, so the cut is undone by putting the bytes back
wherever the token turns up; where this scan and the library differ on what is a boundary, nothing is lost.
"""

import hashlib
import mmap
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from intake.mail.bounds import Bounds
from intake.mail.heads import boundaries_of, capped, holds_message, looks_like_header

Raw = bytes | mmap.mmap

WINDOW = 1 << 20  # read in steps of 1 MB: large enough for speed, small beside any bound on memory
SMALL = 256  # a shorter stretch costs the library less than a token's bookkeeping
_END_OF_LINE = re.compile(rb"\r\n|\r|\n")
_BLANK = re.compile(rb"(?:\r\n|\n|\r(?!\n))(?:\r\n|\n|\r)")
_DASHES = re.compile(rb"[\r\n]--")
_REST = b'Content-Type: application/octet-stream; name="rest.bin"\nContent-Disposition: attachment\n\n'


@dataclass(slots=True)
class Cut:
    """What remains to be parsed, and where the stretches stand that its tokens replace."""

    skeleton: bytes
    token: bytes
    spans: list[tuple[int, int]]
    sha256: str
    defects: set[str] = field(default_factory=set)


def cut(raw: Raw, bounds: Bounds, small: int = SMALL) -> Cut:
    """Cut every body stretch longer than `small` bytes; cap headers, the tree's depth and its number of parts.

    Args:
        raw: the whole message; pages of an mmap are released once they have been scanned.
        bounds: the caps; what was capped is named in `Cut.defects`.
        small: a stretch of up to this many bytes stays; with the mail's own size nothing is cut.
    """
    scan = _Scan(raw, bounds, small)
    scan.run()
    return scan.done()


def release(raw: Raw) -> None:
    """Give back the memory of what was read of a mapped file; it is read from disk again if need be."""
    if isinstance(raw, mmap.mmap) and len(raw) >= WINDOW and hasattr(mmap, "MADV_DONTNEED"):
        raw.madvise(mmap.MADV_DONTNEED)


class _Scan:
    """One pass over the bytes: finds boundary lines, keeps header blocks, cuts what stands between."""

    def __init__(self, raw: Raw, bounds: Bounds, small: int) -> None:
        self.raw, self.bounds, self.small = raw, bounds, small
        self.pieces: list[bytes | None] = []  # None where a span was cut
        self.spans: list[tuple[int, int]] = []
        self.boundaries: dict[bytes, int] = {}  # boundary -> how deep its container lies
        self.longest = 0
        self.digest = self.whole = False
        self.headers = 0
        self.sha = hashlib.sha256()
        self.hashed = 0
        self.defects: set[str] = set()

    def run(self) -> None:
        parts = 0
        begun = self.head(0, 1)  # where the body stretch begins that the next boundary line ends
        for line in self.dashes():
            if line < begun:
                continue
            end, depth = self.boundary_at(line)
            if depth is None:
                continue
            self.body(begun, line)
            self.pieces.append(self.raw[line:end])
            parts += 1
            if parts > self.bounds.parts:
                self.defects.add("too-many-parts")
                self.pieces.append(_REST)
                begun = end
                break
            begun = self.head(end, depth + 1)
        self.body(begun, len(self.raw))

    def done(self) -> Cut:
        while self.hashed < len(self.raw):
            self.sha.update(self.raw[self.hashed : self.hashed + WINDOW])
            self.hashed += WINDOW
            release(self.raw)
        digest = self.sha.hexdigest()
        token = f"{digest[:32]}.".encode()  # a mail cannot hold its own digest
        numbers = iter(range(len(self.spans)))
        skeleton = b"".join([b"%s%d;" % (token, next(numbers)) if p is None else p for p in self.pieces])
        return Cut(skeleton, token, self.spans, digest, self.defects)

    def dashes(self) -> Iterator[int]:
        """Where lines begin with "--", in order; the content is hashed on the way.

        RFC 2046 section 5.1.1; a lone CR ends a line for the library, so it does here.
        """
        raw, size, lines = self.raw, len(self.raw), 0
        if raw[:2] == b"--":
            yield 0
        while self.boundaries and self.hashed < size:
            at = self.hashed
            block = raw[at : at + WINDOW + 2]  # two more, for a line that begins at the seam
            self.sha.update(memoryview(block)[:WINDOW])
            self.hashed = at + WINDOW
            for found in _line_dashes(block):
                lines += 1
                if lines > self.bounds.dash_lines:
                    self.defects.add("too-many-parts")
                    return
                yield at + found + 1
            release(raw)

    def boundary_at(self, line: int) -> tuple[int, int | None]:
        """Where the line ends, and how deep the container lies that it belongs to; None for an ordinary line."""
        text = self.raw[line + 2 : line + 2 + self.longest + 80]
        ends = _END_OF_LINE.search(text)
        if ends is None and len(self.raw) > line + 2 + len(text):
            return line, None
        said = (text[: ends.start()] if ends else text).rstrip(b" \t")
        depth = self.boundaries.get(said)
        if depth is None and said.endswith(b"--"):
            depth = self.boundaries.get(said[:-2])
        stop = line + 2 + (ends.end() if ends else len(text))
        if ends and ends.group() == b"\r" and self.raw[stop : stop + 1] == b"\n":
            stop += 1
        return stop, depth

    def head(self, start: int, depth: int) -> int:
        """Keep the header blocks that begin here, those of messages within included; where the body begins."""
        for level in range(self.bounds.nesting):
            end, block = self.block(start)
            self.pieces.append(capped(block, self.bounds, self.defects))
            self.headers += len(block)
            lower = block.lower()
            self.digest = self.digest or b"digest" in lower
            self.whole = b"message/delivery-status" in lower
            if depth + level <= self.bounds.nesting:
                for boundary in boundaries_of(block):
                    self.boundaries.setdefault(boundary, depth + level)
                    self.longest = max(self.longest, len(boundary))
            elif b"boundary" in lower:
                self.defects.add("nested-too-deep")
            if self.whole or end >= len(self.raw) or not holds_message(block, self.digest and not level):
                return end
            if _line_starts(block) and self.boundary_at(end)[1] is not None:
                return end
            start = end
        self.defects.add("nested-too-deep")
        return start

    def block(self, start: int) -> tuple[int, bytes]:
        """Where the header block that begins here ends, and what of it is kept."""
        limit = (
            self.bounds.header_block if self.headers < self.bounds.headers else self.bounds.late_header_block
        )
        text = self.raw[start : start + limit + 4]
        first = _END_OF_LINE.match(text)
        if first:
            return start + first.end(), first.group()
        blank = _BLANK.search(text)
        text = text[: blank.end()] if blank else text
        for found in _line_dashes(text) if self.boundaries else ():
            if self.boundary_at(start + found + 1)[1] is not None:
                return start + found + 1, text[: found + 1]  # a part that is headers alone
        if blank or len(text) < limit + 4:
            return start + len(text), text
        keep = text[: max(text.rfind(b"\n"), text.rfind(b"\r")) + 1] or text
        self.defects.add("header-too-long")
        if looks_like_header(text[len(keep) :] or b"x:"):
            return self.far_end(start + len(keep)), keep.rstrip(b"\r\n") + b"\n\n"
        return start + len(keep), keep

    def far_end(self, start: int) -> int:
        """Where a header block past its cap ends: behind the next blank line."""
        at = start
        while at < len(self.raw):
            blank = _BLANK.search(self.raw[at : at + WINDOW])
            if blank:
                return at + blank.end()
            at += WINDOW - 4
        return len(self.raw)

    def body(self, start: int, end: int) -> None:
        """Keep or cut what stands between a header block and the line of a boundary."""
        if end <= start:
            return
        keep = self.bounds.delivery_status if self.whole else self.small
        if end - start <= keep:
            self.pieces.append(self.raw[start:end])
            return
        tail = self.raw[end - 2 : end]  # the line end before a boundary is the boundary's
        tail = tail if tail == b"\r\n" else tail[1:] if tail[1:] in (b"\r", b"\n") else b""
        self.spans.append((start, end - len(tail)))
        self.pieces.append(None)
        if tail:
            self.pieces.append(tail)


def _line_starts(block: bytes) -> bool:
    return block.endswith((b"\n", b"\r"))


def _line_dashes(block: bytes) -> Iterator[int]:
    """Where a line end is followed by "--" (the line end's own place, within the first window)."""
    if b"\r--" in block:
        yield from (match.start() for match in _DASHES.finditer(block) if match.start() < WINDOW)
        return
    found = block.find(b"\n--")
    while -1 < found < WINDOW:
        yield found
        found = block.find(b"\n--", found + 1)
