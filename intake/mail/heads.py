"""Header blocks as bytes: where they end, their fields, and the caps on both."""

import re
from email.message import Message

from intake.mail.bounds import Bounds

_FIELD = re.compile(rb"(?:[^\r\n]*(?:\r\n|\r|\n|\Z))(?:[ \t][^\r\n]*(?:\r\n|\r|\n|\Z))*")
# Lines of a header block; a "From " among them comes from a mailbox file, and is none if it is the last.
HEADER_LINES = re.compile(
    rb"(?:(?:[!-9;-~]*:|[ \t])[^\r\n]*(?:\r\n|\r|\n|\Z)|From [^\r\n]*(?:\r\n|\r|\n)(?=[!-9;-~]*:|[ \t]))*"
)
_NAMED = re.compile(r"([!-9;-~]*):[ \t]*([^\r\n]*(?:(?:\r\n|\r|\n)[ \t][^\r\n]*)*)(?:\r\n|\r|\n|\Z)")
_STRAY = re.compile(r"(?:(?:[ \t]|From )[^\r\n]*(?:\r\n|\r|\n|\Z))+")
_ENVELOPE = re.compile(r"(?<=[\r\n])From [^\r\n]*(?:\r\n|\r|\n)")
_PLAIN_BOUNDARY = re.compile(r"[^\"\\\r\n%*]+")
_PEOPLE = (b"from", b"to", b"cc", b"bcc", b"sender", b"reply-to", b"resent-", b"delivered-to", b"return-path")


def fields_of(block: bytes, defects: set[str]) -> list[tuple[str, str]]:
    """Names and values as they stand (RFC 5322 section 2.2): folds are kept, 8-bit bytes are surrogates."""
    text = block.decode("ascii", "surrogateescape")
    if stray := _STRAY.match(text):
        text = text[stray.end() :]
        if not stray[0].startswith("From "):
            defects.add("header-damaged")
    if "From " in text:
        text = _ENVELOPE.sub("", text)
    return [found for found in _NAMED.findall(text) if found[0]]


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


def boundary_of(value: str, plain: str) -> bytes:
    """The boundary that a Content-Type announces (RFC 2046 section 5.1); empty where it has none.

    Args:
        value: the header as it stands.
        plain: its parameter of that name; the library looks where that is not all there is to it.
    """
    if _PLAIN_BOUNDARY.fullmatch(plain) and value.lower().count("boundary") == 1:
        return plain.rstrip().encode("utf-8", "surrogateescape")
    message = Message()
    message.set_raw("Content-Type", value)
    try:
        said = message.get_boundary() or ""
    except (LookupError, ValueError, TypeError, AttributeError):  # on values that nobody meant to send
        said = plain
    return said.encode("utf-8", "surrogateescape")
