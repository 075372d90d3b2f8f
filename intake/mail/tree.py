"""The message tree that mail-parser made, leaf by leaf: what each says of itself, and the bytes behind it."""

from collections.abc import Iterator
from email.message import Message

from intake.mail.decode import Source
from intake.mail.names import name_of, parameters

Path = tuple[int, ...]


class Leaf:
    """A node without children of its own, or a message within the message; its headers are looked up once."""

    def __init__(self, path: Path, node: Message, related: bool, alternative: Path | None) -> None:
        """`alternative` is the path of the multipart/alternative around it; `related`: text shows it."""
        self.path, self.node, self.related, self.alternative = path, node, related, alternative
        self.fields: dict[str, str] = {}
        for name, value in node.raw_items():
            self.fields.setdefault(name.lower(), str(value))
        said, _, rest = self.fields.get("content-type", "").partition(";")
        said = "".join(said.split()).lower()
        if said.count("/") != 1:  # RFC 2045 section 5.2, and RFC 2046 section 5.1.5 within a digest
            said = "text/plain" if "content-type" in self.fields else node.get_default_type()
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
    def children(self) -> list[Message]:
        """The nodes below."""
        below = self.node.get_payload()
        return [child for child in below if isinstance(child, Message)] if isinstance(below, list) else []


def leaves(root: Message, path: Path) -> Iterator[Leaf]:
    """Every leaf, in order; a message/* node is one, whatever is in it."""
    stack = [Leaf(path, root, False, None)]
    while stack:
        leaf = stack.pop()
        children = leaf.children
        if not children or leaf.main == "message":
            yield leaf
            continue
        for number in range(len(children) - 1, -1, -1):
            related = leaf.related or (leaf.subtype == "related" and number > 0)
            alternative = leaf.path if leaf.subtype == "alternative" else leaf.alternative
            stack.append(Leaf((*leaf.path, number), children[number], related, alternative))


def field(node: Message, name: str) -> str:
    """The first value of a header as it stands."""
    return next((str(value) for key, value in node.raw_items() if key.lower() == name), "")


def payload(node: Message) -> bytes:
    """What stands in the tree for a leaf's body, tokens included."""
    # get_payload decodes 8-bit bytes as ASCII, and loses them
    below = node._payload  # type: ignore[attr-defined]
    return below.encode("utf-8", "surrogateescape") if isinstance(below, str) else b""


def written(message: Message, source: Source) -> Iterator[bytes]:
    """A message of the tree as the bytes it was read from, its headers' line ends as they were."""
    items = [(name, source.restored_text(str(value))) for name, value in message.raw_items()]
    line_end = source.line_end
    for name, value in items:
        yield f"{name}: {value}".encode("utf-8", "surrogateescape") + line_end
    yield line_end
    below = message.get_payload()
    if not isinstance(below, list):
        yield from source.chunks(payload(message))
        return
    said = message.get_boundary() if message.get_content_maintype() == "multipart" else None
    mark = source.restored(f"--{said}".encode("utf-8", "surrogateescape")) if said is not None else b""
    if mark and message.preamble is not None:
        yield from source.chunks(message.preamble.encode("utf-8", "surrogateescape"))
        yield line_end
    for child in below:
        if mark:
            yield mark + line_end
        if isinstance(child, Message):
            yield from written(child, source)
        yield line_end if mark else b""
    if mark:
        yield mark + b"--"
    if mark and message.epilogue is not None:
        yield line_end
        yield from source.chunks(message.epilogue.encode("utf-8", "surrogateescape"))
