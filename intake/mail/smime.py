"""S/MIME: the message inside an opaque signature (RFC 5652 section 5.1), its signature unchecked."""

_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_DEEP = 20


def signed_content(content: bytes) -> bytes:
    """The MIME entity that a SignedData wraps; empty where it is encrypted, damaged or detached."""
    at = content.find(_SIGNED_DATA, 0, 64)
    if at == -1:
        return b""
    at += len(_SIGNED_DATA)
    try:
        for tag in (0xA0, 0x30):  # [0] EXPLICIT, SignedData
            at, _ = _inside(content, at, tag)
        at = _past(content, at)  # version
        at = _past(content, at)  # digest algorithms
        at, _ = _inside(content, at, 0x30)  # what is signed
        at = _past(content, at)  # its content type
        at, _ = _inside(content, at, 0xA0)
        return b"".join(_octets(content, at, 0))
    except (IndexError, ValueError):
        return b""


def _length(content: bytes, at: int) -> tuple[int, int]:
    """Where the value begins whose tag stands here, and how long it is; -1 where an end mark tells."""
    first = content[at + 1]
    if first < 0x80:
        return at + 2, first
    if first == 0x80:
        return at + 2, -1
    number = first & 0x7F
    if number > 5:
        raise ValueError(number)
    return at + 2 + number, int.from_bytes(content[at + 2 : at + 2 + number], "big")


def _inside(content: bytes, at: int, tag: int) -> tuple[int, int]:
    if content[at] != tag:
        raise ValueError(tag)
    return _length(content, at)


def _past(content: bytes, at: int, level: int = 0) -> int:
    start, length = _length(content, at)
    if length >= 0:
        return start + length
    if level > _DEEP:
        raise ValueError(level)
    while content[start : start + 2] != b"\0\0":
        start = _past(content, start, level + 1)
    return start + 2


def _octets(content: bytes, at: int, level: int) -> list[bytes]:
    """An OCTET STRING, in one piece or in many (BER)."""
    tag, (start, length) = content[at], _length(content, at)
    if tag == 0x04 and length >= 0:
        return [content[start : start + length]]
    if tag != 0x24 or level > _DEEP:
        raise ValueError(tag)
    pieces: list[bytes] = []
    end = start + length if length >= 0 else len(content)
    while start < min(end, len(content)) and content[start : start + 2] != b"\0\0":
        pieces += _octets(content, start, level + 1)
        start = _past(content, start)
    return pieces
