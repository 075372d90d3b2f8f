"""The first bytes of a text part made readable, whatever was cut off or declared wrongly."""

import binascii
import codecs
import html
import re

from intake.mailbox.protocol import Leaf

_TAG = re.compile(r"<[^<>]*>")
# What is between these is not for readers; each is looked for from where the last one ended.
_UNREAD = (("<!--", "-->"), ("<style", "</style"), ("<script", "</script"))

DOCUMENTS = frozenset(
    {
        "application/pdf",
        "application/rtf",
        "application/msword",
        "application/ms-tnef",
        "application/vnd.ms-tnef",
        "application/vnd.ms-outlook",
        "application/vnd.ms-powerpoint",
        "application/vnd.ms-excel",
        "text/calendar",
        "text/rtf",
        "text/plain",
        "text/html",
    }
)
DOCUMENT_FAMILIES = ("application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument.")
DOCUMENT_NAMES = (
    *(".pdf", ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".odp", ".xls", ".xlsx", ".ods"),
    *(".ics", ".msg", ".txt", ".html", ".htm"),
)


def is_text(leaf: Leaf) -> bool:
    """Whether this part is the mail's own text, or the header of a mail of ours that comes back."""
    return leaf.type in {"text/plain", "text/html", "text/rfc822-headers"} and not leaf.attached


def is_document(leaf: Leaf) -> bool:
    """Whether this part is a document whose text may name the week."""
    if is_text(leaf) or leaf.type == "message/rfc822":
        return False
    if leaf.type == "application/octet-stream" and not leaf.name:
        return True  # some servers keep names to themselves (pymap does); its content will tell
    known = leaf.type in DOCUMENTS or leaf.type.startswith(DOCUMENT_FAMILIES)
    return known or leaf.name.lower().endswith(DOCUMENT_NAMES) or leaf.name.lower() == "winmail.dat"


def content(leaf: Leaf, raw: bytes) -> bytes:
    """A section's bytes with its transfer encoding undone (RFC 2045 section 6), as far as they go."""
    if leaf.encoding == "base64":
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
        return binascii.a2b_base64(letters[: len(letters) // 4 * 4])
    if leaf.encoding == "quoted-printable":
        return binascii.a2b_qp(raw)
    return raw


def text(leaf: Leaf, raw: bytes) -> str:
    """What can be read of a text section of which `raw` is the beginning."""
    read = _decoded(content(leaf, raw), leaf.charset)
    return _shown(read) if leaf.type == "text/html" else read


def _decoded(raw: bytes, charset: str) -> str:
    try:
        codec = codecs.lookup(charset or "utf-8")
        if codec._is_text_encoding:
            found = codec.decode(raw, "replace")[0]
            # A character cut off at the end is no sign of a wrong charset.
            if "�" not in found[:-1]:
                return found
    except (LookupError, ValueError):
        pass
    return raw.decode("cp1252", "replace")


def _shown(source: str) -> str:
    lower = source.lower()
    kept, at = [], 0
    while at < len(source):
        starts = [(found, end) for start, end in _UNREAD if (found := lower.find(start, at)) >= 0]
        first, end = min(starts, default=(len(source), ""))
        kept.append(source[at:first])
        closed = lower.find(end, first) if end else -1
        at = source.find(">", closed) + 1 if closed >= 0 else 0
        at = at or len(source)
    return html.unescape(_TAG.sub(" ", "".join(kept)))
