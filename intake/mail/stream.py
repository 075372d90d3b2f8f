"""A part's content on its way: into its digest, into the sink, and held where something is read from it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from intake.mail.bounds import Bounds
from intake.mail.documents import has_text
from intake.mail.kinds import type_of
from intake.mail.scans import PICTURES

_EDGE = 4096  # of a content's start and end: enough to see its type and its macros
TNEF = "application/ms-tnef"
SMIME = ("application/pkcs7-mime", "application/x-pkcs7-mime")
IN_TREE = "message/in-tree"  # for a message that is read from the tree, so that its bytes need not be held


class PartSink(Protocol):
    """Where the decoded content of attachments goes, in the order of the parts."""

    def open(self) -> BinaryIO:
        """A new place to write one part's content to; it is closed before `keep` is called."""
        ...

    def keep(self, sha256: str) -> None:
        """The content written to the place opened last has this sha256."""
        ...


@dataclass(slots=True)
class Taken:
    """What was seen of a content that went by; `whole` where it was held."""

    sha256: str
    size: int
    start: bytes
    tail: bytes
    whole: bytes | None


def take(
    chunks: Iterable[bytes],
    name: str,
    declared: str,
    sink: PartSink | None,
    bounds: Bounds,
    defects: set[str],
) -> Taken:
    """Stream a content by; a winmail.dat does not go to the sink, since its parts will."""
    digest, size, start, tail = hashlib.sha256(), 0, b"", b""
    held: list[bytes] | None = None
    place: BinaryIO | None = None
    begun = wraps = False
    kind = ""
    for chunk in chunks:
        if not begun:
            begun, start = True, chunk[:_EDGE]
            kind = type_of(start, name, declared, chunk[-_EDGE:])
            held = [] if _is_read(kind, name) else None
            wraps = kind == TNEF
            place = sink.open() if sink is not None and not wraps else None
        digest.update(chunk)
        size += len(chunk)
        tail = chunk[-_EDGE:] if len(chunk) >= _EDGE else (tail + chunk)[-_EDGE:]
        if place is not None:
            place.write(chunk)
        if held is not None:
            held.append(chunk)
            if size > _most(kind, bounds) and not wraps:
                held = None
                if kind not in PICTURES:
                    defects.add("document-too-large")
    if sink is not None and not wraps:
        (place or sink.open()).close()
        sink.keep(digest.hexdigest())
    whole = (held[0] if len(held) == 1 else b"".join(held)) if held else None
    return Taken(digest.hexdigest(), size, start, tail, whole)


def spill(taken: Taken, sink: PartSink | None) -> None:
    """Give a container that could not be opened to the sink as it is."""
    if sink is not None and taken.whole is not None:
        with sink.open() as place:
            place.write(taken.whole)
        sink.keep(taken.sha256)


def _most(kind: str, bounds: Bounds) -> int:
    if kind in PICTURES:
        return bounds.picture
    return bounds.document if has_text(kind) else bounds.container


def _is_read(kind: str, name: str) -> bool:
    return (
        has_text(kind)
        or kind in (TNEF, "application/vnd.ms-outlook", "message/rfc822", *SMIME, *PICTURES)
        or name.lower().endswith((".eml", ".msg"))
    )
