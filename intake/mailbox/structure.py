"""BODYSTRUCTURE (RFC 3501 section 7.4.2) made into leaves: which sections hold content, and of what kind."""

from collections.abc import Iterator, Sequence

from intake.mailbox.protocol import Leaf

# What nests deeper, or has more parts, was made to harm; it is judged by what is seen up to there.
NESTING = 20
LEAVES = 200


def leaves(structure: object) -> tuple[Leaf, ...]:
    """The parts with content, in order, those of attached mails included.

    An attached mail itself comes before its parts, with its Subject as its name.

    Args:
        structure: nested tuples or lists of bytes, numbers and None, as an IMAP library parses them. Servers
            get this wrong in many ways; what can't be understood is left out.
    """
    found = []
    for leaf in _walk(structure, "", 0):
        found.append(leaf)
        if len(found) == LEAVES:
            break
    return tuple(found)


def _walk(node: object, section: str, level: int) -> Iterator[Leaf]:
    if not isinstance(node, list | tuple) or not node or level > NESTING:
        return
    children = _children(node)
    if children:
        for number, child in enumerate(children, 1):
            yield from _walk(child, f"{section}.{number}" if section else str(number), level + 1)
        return
    section = section or "1"
    media_type = f"{_word(node, 0)}/{_word(node, 1)}"
    if media_type == "message/rfc822" and len(node) > 8 and isinstance(node[8], list | tuple):
        # A mail inside: its only part is numbered 1 below it, a multipart's parts start there as well.
        inner = node[8]
        yield Leaf(section, media_type, "", "", _number(node, 6), _subject(node[7]), attached=True)
        yield from _walk(inner, section if _children(inner) else f"{section}.1", level + 1)
        return
    params = _params(node, 2)
    disposition, filename = _disposition(node)
    yield Leaf(
        section=section,
        type=media_type,
        charset=params.get("charset", "").lower(),
        encoding=_word(node, 5),
        size=_number(node, 6),
        name=filename or params.get("name") or params.get("name*") or "",
        attached=disposition == "attachment" or bool(filename),
    )


def _subject(envelope: object) -> str:
    """The Subject of an attached mail, undecoded, from its ENVELOPE (RFC 3501 section 7.4.2)."""
    if isinstance(envelope, tuple) and len(envelope) > 1 and isinstance(envelope[1], bytes):
        return envelope[1].decode("utf-8", "surrogateescape")
    return ""


def _children(node: Sequence[object]) -> list[object]:
    """The parts of a multipart: a list of them in first place, or the tuples that it starts with."""
    if isinstance(node[0], list):
        return list(node[0])
    children: list[object] = []
    for item in node:
        if not isinstance(item, tuple):
            break
        children.append(item)
    return children


def _word(node: Sequence[object], index: int) -> str:
    value = node[index] if index < len(node) else None
    return value.decode("ascii", "replace").lower() if isinstance(value, bytes) else ""


def _number(node: Sequence[object], index: int) -> int:
    value = node[index] if index < len(node) else None
    return value if isinstance(value, int) else 0


def _params(node: Sequence[object], index: int) -> dict[str, str]:
    pairs = node[index] if index < len(node) else None
    if not isinstance(pairs, tuple):
        return {}
    named = zip(pairs[::2], pairs[1::2], strict=False)
    return {
        name.decode("ascii", "replace").lower(): value.decode("utf-8", "replace")
        for name, value in named
        if isinstance(name, bytes) and isinstance(value, bytes)
    }


def _disposition(node: Sequence[object]) -> tuple[str, str]:
    """Disposition and file name: the first pair after the fields of the type that looks like one."""
    for item in node[7:]:
        if not isinstance(item, tuple) or len(item) != 2 or not isinstance(item[0], bytes):
            continue
        word = item[0].decode("ascii", "replace").lower()
        if word in {"attachment", "inline"}:
            params = _params(item, 1)
            return word, params.get("filename") or params.get("filename*") or ""
    return "", ""
