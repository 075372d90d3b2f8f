"""Header blocks as bytes: capped before any library sees them, and what they say of the tree below."""

import re
from email.parser import HeaderParser

from intake.mail.bounds import Bounds

_FIELD = re.compile(rb"(?:[^\r\n]*(?:\r\n|\r|\n|\Z))(?:[ \t][^\r\n]*(?:\r\n|\r|\n|\Z))*")
_HEADER_LINE = re.compile(rb"[!-9;-~]+[ \t]*:|[ \t]|From ")
_BOUNDARY = re.compile(
    rb"""[;\s]boundary=(?:"([^"\\\r\n%*]+)"[ \t]*|([^\s"';%*\\()=]+)[ \t]*)(?:;|\r?\n(?![ \t])|\r(?!\n))""",
    re.IGNORECASE,
)
_PEOPLE = (b"from", b"to", b"cc", b"bcc", b"sender", b"reply-to", b"resent-", b"delivered-to", b"return-path")


def capped(block: bytes, bounds: Bounds, defects: set[str]) -> bytes:
    """The header block with every field within bounds; what was shortened is added to `defects`."""
    if (
        len(block) <= bounds.structure_header
        and block.count(b";") <= bounds.structure_params
        and block.count(b"=?") <= bounds.encoded_words
        and block.count(b",") <= bounds.addresses
        and block.count(b"(") <= bounds.comments
        and block.count(b":") <= bounds.fields
        and block.count(b"\n") <= bounds.fields
    ):
        return block
    fields: list[bytes] = []
    received = 0
    for match in _FIELD.finditer(block):
        text = match.group()
        received += text[:9].lower() == b"received:"
        if not text.strip() or (len(fields) < bounds.fields and received <= bounds.received):
            fields.append(_capped_field(text, bounds, defects))
        else:
            defects.add("too-many-headers")
    return b"".join(fields)


def _capped_field(text: bytes, bounds: Bounds, defects: set[str]) -> bytes:
    name = text[:64].partition(b":")[0].strip().lower()
    short = text[: bounds.header]
    if name.startswith((b"content-", b"received", b"date", b"resent-date")):
        short = _through(short[: bounds.structure_header], b";", bounds.structure_params)
    if name.startswith(_PEOPLE):
        for mark, most in ((b",", bounds.addresses), (b";", bounds.addresses), (b":", bounds.comments)):
            short = _through(short, mark, most)  # the address parser recurses into each group
        if short.count(b"(") > bounds.comments:  # the address parser recurses into each
            defects.add("header-too-long")
            short = short.replace(b"(", b" ")
    short = _through(short, b"=?", bounds.encoded_words)
    if len(short) < len(text):
        defects.add("header-too-long")
        short = short.rstrip(b"\r\n") + b"\n"
    return short


def _through(text: bytes, mark: bytes, times: int) -> bytes:
    """The text up to the mark that is one too many."""
    if text.count(mark) <= times:
        return text
    at = -1
    for _ in range(times + 1):
        at = text.find(mark, at + 1)
    return text[:at]


def boundaries_of(block: bytes, lower: bytes) -> tuple[list[bytes], tuple[int, int] | None]:
    """Every boundary that the library might take from this block (RFC 2046 section 5.1).

    Args:
        block: as it is kept.
        lower: the same in lower case.

    Returns:
        The boundaries; and where the only one stands, when nothing about it is out of the ordinary.
    """
    if b"boundary" not in lower:
        return [], None
    found = list(_BOUNDARY.finditer(block))
    values = [(match[1] or match[2]).rstrip() for match in found]
    if len(found) == 1 and lower.count(b"boundary") == 1:
        return values, found[0].span(1 if found[0][1] else 2)
    try:
        said = HeaderParser().parsestr(block.decode("ascii", "surrogateescape")).get_boundary()
    except (LookupError, ValueError, TypeError, AttributeError, IndexError):
        said = None  # the library will fail on it likewise, and see no container
    if said:
        values.append(said.encode("utf-8", "surrogateescape"))
    return [value for value in values if value], None


def holds_message(lower: bytes, digest: bool) -> bool:
    """Whether headers may follow this block, in lower case: it announces a message (RFC 2046 section 5.2)."""
    return b"message/" in lower or (digest and b"content-type" not in lower)


def looks_like_header(line: bytes) -> bool:
    """Whether a line can stand in a header block (RFC 5322 section 2.2)."""
    return _HEADER_LINE.match(line) is not None
