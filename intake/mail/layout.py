"""A mail as its sender laid it out: its HTML, and the pictures within that it brings along (RFC 2392)."""

import mmap
import re
from html import unescape
from typing import Final
from urllib.parse import unquote

from intake.mail.bodies import text_part
from intake.mail.bounds import Bounds
from intake.mail.cut import cut
from intake.mail.decode import decoded
from intake.mail.headers import decoded as decoded_value
from intake.mail.tree import Leaf, leaves

# A newsletter shows some ten pictures; each costs the one who looks at it a moment.
MOST_PICTURES: Final = 20
_CID: Final = re.compile(r"cid:([^\"'\s>)\]]{1,300})", re.IGNORECASE)
# What stands between two texts of one mail, as programs of Apple's send them around a picture.
_BETWEEN: Final = "<hr>"


def layout_of(raw: bytes | mmap.mmap, bounds: Bounds) -> tuple[str, dict[str, bytes]]:
    """The HTML of a mail, and by Content-ID the content of the pictures that it refers to.

    Nothing is made harmless here. The HTML is "" where the mail has none; a picture that is too large, or one
    too many, is left out.
    """
    message, _ = cut(raw, bounds)
    texts: list[str] = []
    others: list[Leaf] = []
    for place, leaf in enumerate(leaves(message, ())):
        part = text_part(leaf.node, bounds, set(), first=not place)
        if part is None:
            others.append(leaf)
        elif part.html:
            texts.append(part.written())
    html = _BETWEEN.join(texts)
    return html, _pictures(others, _named(html), bounds)


def _named(html: str) -> set[str]:
    return {unquote(unescape(found)) for found in _CID.findall(html)}


def _pictures(others: list[Leaf], named: set[str], bounds: Bounds) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    mended: set[str] = set()  # was told when the mail was read
    for leaf in others if named else ():
        node = leaf.node
        name = decoded_value(node.fields.get("content-id", "")).strip("<> ")
        if name in named and name not in found and node.size <= 2 * bounds.picture and not node.children:
            content = b"".join(decoded(node.chunks(), node.encoding, mended.add))
            if len(content) <= bounds.picture:
                found[name] = content
            if len(found) == MOST_PICTURES:
                break
    return found
