"""The message tree as spans of the bytes: what each node says of itself, and the content behind it."""

import mmap
from collections.abc import Iterator
from dataclasses import dataclass

from intake.mail.names import name_of, parameters

Raw = bytes | mmap.mmap
Path = tuple[int, ...]
Fields = list[tuple[str, str]]

WINDOW = 1 << 20  # read in steps of 1 MB: large enough for speed, small beside any bound on memory
MAILS = ("message/rfc822", "message/global", "message/news")
_STEP = 256 * 1024  # how much of a large body is decoded at a time
_LONG_LINE = 1000  # RFC 5322 section 2.1.1


class Node:
    """A message or a part: its header fields, its body as the span `body` to `end` of `raw`, its children."""

    def __init__(self, raw: Raw, body: int, items: Fields, default: str) -> None:
        """`default` is the media type where no header tells one (RFC 2046 section 5.1.5)."""
        self.raw, self.body, self.items = raw, body, items
        self.end = len(raw)
        self.children: list[Node] = []
        self.fields: dict[str, str] = {}
        for name, value in items:
            self.fields.setdefault(name.lower(), value)
        said, _, rest = self.fields.get("content-type", "").partition(";")
        said = "".join(said.split()).lower()
        if said.count("/") != 1:  # RFC 2045 section 5.2
            said = "text/plain" if "content-type" in self.fields else default
        self.type = said
        self.main, _, self.subtype = said.partition("/")
        self.params = parameters(rest) if rest else {}
        self.disposition = self.fields.get("content-disposition", "").partition(";")[0].strip().lower()[:40]
        self.encoding = self.fields.get("content-transfer-encoding", "")

    @property
    def name(self) -> str:
        """The decoded file name; empty where there is none."""
        return name_of(self.fields.get("content-disposition", ""), self.fields.get("content-type", ""))

    @property
    def size(self) -> int:
        """Bytes of the body, encoded as it is."""
        return self.end - self.body

    def chunks(self) -> Iterator[bytes]:
        """The body as it stands, in steps of whole lines that stay in the processor's cache."""
        raw, at, end = self.raw, self.body, self.end
        if end - at <= _STEP:
            yield raw[at:end]
            return
        width = raw.find(b"\n", at, at + _LONG_LINE) - at + 1
        size = _STEP // width * width if width > 0 else _STEP
        for step in range(at, end, size):
            yield raw[step : min(step + size, end)]
            release(raw)


@dataclass(slots=True)
class Leaf:
    """A node without parts of its own, or a message within the message, in its place.

    `alternative` is the path of the multipart/alternative around it; `related`: another part's text shows it.
    """

    path: Path
    node: Node
    related: bool = False
    alternative: Path | None = None


def leaves(root: Node, path: Path) -> Iterator[Leaf]:
    """Every leaf, in order; a message/* node is one, whatever is in it."""
    stack = [Leaf(path, root)]
    while stack:
        leaf = stack.pop()
        node = leaf.node
        if not node.children or node.main == "message":
            yield leaf
            continue
        alternative = leaf.path if node.subtype == "alternative" else leaf.alternative
        for number in range(len(node.children) - 1, -1, -1):
            related = leaf.related or (node.subtype == "related" and number > 0)
            stack.append(Leaf((*leaf.path, number), node.children[number], related, alternative))


def release(raw: Raw) -> None:
    """Give back the memory of what was read of a mapped file; it is read from disk again if need be."""
    if isinstance(raw, mmap.mmap) and len(raw) >= WINDOW and hasattr(mmap, "MADV_DONTNEED"):
        raw.madvise(mmap.MADV_DONTNEED)
