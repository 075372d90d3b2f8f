"""Cutting large bodies out of a message's bytes, so that the library parses a few KB instead of megabytes.

A stretch is cut only where it can hold no structure: within a body, and between two lines that might be a
boundary. It is replaced by a token that no sender can write, so the cut is undone by putting the bytes back
wherever the token turns up; where this scan and the library differ on what is a boundary, nothing is lost.

Boundaries get short names that every mail shares: the library compiles a regular expression for each that it
meets, which costs more than all else it does with a small mail, and Python keeps those that it knows.
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
_NEAR = 4096  # how far a "-" lets more of them be expected
SMALL = 256  # a shorter stretch costs the library less than a token's bookkeeping
RENAMED = b"intake-cut-"
_END_OF_LINE = re.compile(rb"\r\n|\r|\n")
_BLANK = re.compile(rb"(?:\r\n|\n|\r(?!\n))(?:\r\n|\n|\r)")
_DASHES = re.compile(rb"[\r\n]--")
_REST = b'Content-Type: application/octet-stream; name="rest.bin"\nContent-Disposition: attachment\n\n'


@dataclass(slots=True)
class Cut:
    """What remains to be parsed, and what its tokens stand for: stretches of the raw bytes, boundaries."""

    skeleton: bytes
    sha256: str
    spans: list[tuple[int, int]]
    boundaries: list[bytes]
    defects: set[str] = field(default_factory=set)


def cut(raw: Raw, bounds: Bounds, small: int = SMALL) -> Cut:
    """Cut every body stretch longer than `small` bytes; cap headers, the tree's depth and its parts.

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
        self.renamed: dict[int, bytes] = {}  # what to put in place of a piece, with the boundary's short name
        self.names: dict[bytes, bytes] = {}
        self.unsure = False  # a container's header could not be renamed, so its lines must not be either
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
            self.boundary(self.raw[line:end])
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
        pieces = [self.renamed.get(at, piece) for at, piece in enumerate(self.pieces)]
        if self.unsure or sum(piece.count(RENAMED) for piece in pieces if piece) != len(self.renamed):
            pieces = self.pieces  # or the sender uses that very name
            self.names = {}
        numbers = iter(range(len(self.spans)))
        skeleton = b"".join([b"%s%d;" % (token, next(numbers)) if p is None else p for p in pieces])
        return Cut(skeleton, digest, self.spans, list(self.names), self.defects)

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
        """Where the line ends, and how deep the container lies that it belongs to; None for any other."""
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
        """Keep the header blocks that begin here, those of messages within too; where the body begins."""
        for level in range(self.bounds.nesting):
            end, block = self.block(start)
            if not block:
                return end
            kept = capped(block, self.bounds, self.defects)
            self.pieces.append(kept)
            self.headers += len(block)
            lower = kept.lower()
            self.digest = self.digest or b"digest" in lower
            self.whole = b"message/delivery-status" in lower
            if depth + level <= self.bounds.nesting:
                self.learn(kept, lower, depth + level)
            elif b"boundary" in lower:
                self.defects.add("nested-too-deep")
                self.unsure = True
            if self.whole or end >= len(self.raw) or not holds_message(lower, self.digest and not level):
                return end
            start = end
        self.defects.add("nested-too-deep")
        return start

    def learn(self, block: bytes, lower: bytes, depth: int) -> None:
        """Note the boundaries that a header block announces."""
        boundaries, place = boundaries_of(block, lower)
        for boundary in boundaries:
            self.boundaries.setdefault(boundary, depth)
            self.longest = max(self.longest, len(boundary))
            self.unsure = self.unsure or boundary.endswith(b"--")  # is it this one's line, or another's end?
        if place is None:
            self.unsure = self.unsure or bool(boundaries)
        elif self.small < len(self.raw):
            name = self.names.setdefault(boundaries[0], RENAMED + b"%d" % len(self.names))
            self.renamed[len(self.pieces) - 1] = block[: place[0]] + name + block[place[1] :]

    def boundary(self, line: bytes) -> None:
        """Keep a boundary's line."""
        said = line[2:].rstrip(b" \t\r\n")
        name = self.names.get(said) or (self.names.get(said[:-2]) if said.endswith(b"--") else None)
        if name is not None:
            long = said if said in self.names else said[:-2]
            self.renamed[len(self.pieces)] = b"--" + name + line[2 + len(long) :]
        self.pieces.append(line)

    def block(self, start: int) -> tuple[int, bytes]:
        """Where the header block that begins here ends, and what of it is kept."""
        limit = (
            self.bounds.header_block if self.headers < self.bounds.headers else self.bounds.late_header_block
        )
        text = self.raw[start : start + limit + 4]
        if text.startswith(b"--") and self.boundary_at(start)[1] is not None:
            return start, b""
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


def _line_dashes(block: bytes) -> Iterator[int]:
    """Where a line end is followed by "--": the line end's own place, within the first window.

    Base64 knows no "-", and a single sign is found fifty times as fast as a pattern.
    """
    at = block.find(b"-")
    while at != -1:
        stop = at + _NEAR
        for match in _DASHES.finditer(block, max(at - 1, 0), stop + 2):
            if match.start() < min(stop, WINDOW):
                yield match.start()
        at = block.find(b"-", stop)
