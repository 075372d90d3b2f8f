"""Cutting a message into its parts by the boundaries in its bytes (RFC 2046), which is how it is fast.

No line is looked at that does not begin with "--", and no body is copied or decoded here. Where mails are
not as they should be the tree is that of Python's `email.parser`, defects included.
"""

import re
from typing import NamedTuple

from intake.mail.bounds import Bounds
from intake.mail.dashes import dashes, line_dashes
from intake.mail.heads import HEADER_LINES, boundary_of, capped, fields_of
from intake.mail.tree import MAILS, WINDOW, Node, Raw

_END_OF_LINE = re.compile(rb"\r\n|\r|\n")
_BLANK = re.compile(rb"(?:\r\n|\n|\r(?!\n))(?:\r\n|\n|\r)")
_NO_LEVEL = -1
_REST = [
    ("Content-Type", 'application/octet-stream; name="rest.bin"'),
    ("Content-Disposition", "attachment"),
]


class Cut(NamedTuple):
    """The tree of a message, and codes of what was wrong with its bytes."""

    root: Node
    defects: set[str]


class _Mark(NamedTuple):
    """A boundary's line `start` to `stop`, the container it belongs to, and whether it closes that one."""

    start: int
    stop: int
    level: int
    closes: bool


def cut(raw: Raw, bounds: Bounds) -> Cut:
    """The tree of a message: headers capped, its depth and its parts too.

    Args:
        raw: the whole message; a mapped file is held in memory only where it is small.
        bounds: the caps; what was capped is named in `Cut.defects`.
    """
    scan = _Scan(raw if len(raw) > WINDOW else raw[:], bounds)
    root = scan.node(0, "text/plain", 0)
    return Cut(root, scan.defects)


class _Scan:
    """One pass over the bytes; recursion goes as deep as `Bounds.nesting` allows."""

    def __init__(self, raw: Raw, bounds: Bounds) -> None:
        self.raw, self.bounds = raw, bounds
        self.open: dict[bytes, int] = {}  # boundary -> level of the outermost open container that it divides
        self.longest = 0  # of all boundaries
        self.parts = self.headers = 0
        self.lines = enumerate(dashes(raw))  # looked at in one go, from wherever the last look ended
        self.mark = _Mark(-1, -1, _NO_LEVEL, False)  # the boundary line that was found last
        self.defects: set[str] = set()

    def node(self, start: int, default: str, level: int) -> Node:
        """The node whose header block begins here; it ends before the next line of a boundary around it."""
        block, body = self.head(start)
        node = Node(self.raw, body, fields_of(block, self.defects), default)
        node.end = -1
        after = body
        if node.main == "multipart":
            after = self.container(node, level)
        elif node.type in MAILS and self.holds_fields(node):
            if level < self.bounds.nesting:
                node.children = [self.node(body, "text/plain", level + 1)]
            else:
                self.defects.add("nested-too-deep")
        end = self.find(after).start
        if node.end < 0:
            node.end = max(body, self.trimmed(end)) if self.open else end
        return node

    def container(self, node: Node, level: int) -> int:
        """Take in a container's parts; where the search for the end of the container goes on."""
        boundary = boundary_of(node.fields["content-type"], node.params.get("boundary", ""))
        if not boundary or level >= self.bounds.nesting:
            self.defects.add("nested-too-deep" if boundary else "no-boundary")
            return node.body
        if self.open.setdefault(boundary, level) != level:  # its lines are those of a container around it
            self.defects.add("boundary-missing")
            return node.body
        self.longest = max(self.longest, len(boundary))
        mark = self.find(node.body)
        if mark.level != level or mark.closes:
            self.defects.add("boundary-missing")
            node.end = self.trimmed(mark.start) if mark.level == level else -1
        while mark.level == level and not mark.closes:
            mark = self.part(node, self.past(mark), level)
        del self.open[boundary]
        if mark.level != level and node.children and "too-many-parts" not in self.defects:
            self.defects.add("cut-off")
        return mark.stop if mark.level == level else node.body

    def part(self, node: Node, start: int, level: int) -> _Mark:
        """Take in the part of a container that begins here; the mark that ends it."""
        self.parts += 1
        if self.parts > self.bounds.parts:
            self.defects.add("too-many-parts")
            node.children.append(Node(self.raw, start, _REST, ""))
            self.mark = self.last()
        else:
            default = "message/rfc822" if node.subtype == "digest" else "text/plain"
            node.children.append(self.node(start, default, level + 1))
        return self.mark

    def past(self, mark: _Mark) -> int:
        """Where a part begins: behind the boundary's line, which may stand there several times."""
        at = mark.stop
        while (again := self.mark_at(at)) and again.level == mark.level:
            at = again.stop
        return at

    def holds_fields(self, node: Node) -> bool:
        """Whether a message stands there as it is, not encoded as a whole, though RFC 2046 forbids that."""
        if node.encoding.strip().lower() not in ("base64", "quoted-printable"):
            return True
        end, _ = self.lines_end(node.body)
        return fields_of(self.raw[node.body : end], set()) != []

    def head(self, start: int) -> tuple[bytes, int]:
        """The header block that begins here, capped, and where the body begins."""
        raw = self.raw
        end, stop = self.lines_end(start)
        block = raw[start:end]
        self.headers += len(block)
        if stop < len(raw) and (end == stop or self.is_cut(end, stop)):
            self.defects.add("header-too-long")
            block = block[: max(block.rfind(b"\n"), block.rfind(b"\r")) + 1] or block
            return capped(block, self.bounds, self.defects), self.far_end(start + len(block))
        blank = _END_OF_LINE.match(raw, end)
        if blank is None and end < len(raw) and not self.mark_at(end):
            self.defects.add("header-damaged")
        return capped(block, self.bounds, self.defects), blank.end() if blank else end

    def lines_end(self, start: int) -> tuple[int, int]:
        """Where the lines end that are a header block by their looks, and how far was looked."""
        bounds = self.bounds
        limit = bounds.header_block if self.headers < bounds.headers else bounds.late_header_block
        stop = min(start + limit, len(self.raw))
        found = HEADER_LINES.match(self.raw, start, stop)
        end = found.end() if found else start
        block = self.raw[start:end]
        for at in line_dashes(b"\n" + block) if self.open and b"--" in block else ():
            if self.mark_at(start + at):
                return start + at, stop
        return end, stop

    def is_cut(self, end: int, stop: int) -> bool:
        """Whether a header's own line goes on past the cap, so that it was not seen to be one."""
        if _END_OF_LINE.search(self.raw, end, stop):
            return False
        found = HEADER_LINES.match(self.raw, end, min(end + self.bounds.header, len(self.raw)))
        return found is not None and found.end() > end

    def far_end(self, start: int) -> int:
        """Where a header block past its cap ends: behind the next blank line."""
        at = max(start - 2, 0)
        while at < len(self.raw):
            blank = _BLANK.search(self.raw[at : at + WINDOW])
            if blank:
                return at + blank.end()
            at += WINDOW - 4
        return len(self.raw)

    def find(self, at: int) -> _Mark:
        """The first line of an open container's boundary from here on, or the end of the message."""
        if self.mark.start >= at:
            return self.mark
        if self.open:
            for number, line in self.lines:
                if number >= self.bounds.dash_lines:
                    self.defects.add("too-many-parts")
                    break
                mark = self.mark_at(line) if line >= at else None
                if mark:
                    self.mark = mark
                    return mark
        self.mark = self.last()
        return self.mark

    def last(self) -> _Mark:
        """The end of the message."""
        return _Mark(len(self.raw), len(self.raw), _NO_LEVEL, False)

    def mark_at(self, line: int) -> _Mark | None:
        """The open container's boundary that stands on this line; None if it is any other line."""
        raw = self.raw
        text = raw[line : line + self.longest + 80]
        if text[:2] != b"--":
            return None
        ends = _END_OF_LINE.search(text)
        if ends is None and len(raw) > line + len(text):
            return None
        said = (text[2 : ends.start()] if ends else text[2:]).rstrip(b" \t")
        stop = line + (ends.end() if ends else len(text))
        if ends and ends.group() == b"\r" and raw[stop : stop + 1] == b"\n":
            stop += 1
        opens = self.open.get(said)
        closes = self.open.get(said[:-2]) if said.endswith(b"--") else None
        if closes is not None and (opens is None or closes < opens):
            return _Mark(line, stop, closes, True)
        return None if opens is None else _Mark(line, stop, opens, False)

    def trimmed(self, end: int) -> int:
        """Without the line end before a boundary, which is the boundary's (RFC 2046 section 5.1.1)."""
        tail = self.raw[max(end - 2, 0) : end]
        return end - (2 if tail == b"\r\n" else tail[-1:] in (b"\r", b"\n"))
