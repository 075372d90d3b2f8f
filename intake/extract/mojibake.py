"""UTF-8 that a program on the way took for windows-1252 ("cafÃ©"), read as it was written."""

import re
from typing import Final

# the first byte of a UTF-8 sequence as windows-1252 shows it, and the bytes that can follow it
_FOLLOW: Final = (
    "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e"
    "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
_BROKEN: Final = re.compile(f"[\u00c2-\u00df]{_FOLLOW}|[\u00e0-\u00ef]{_FOLLOW}{{2}}")


def mended(text: str) -> tuple[str, list[int] | None]:
    """The text as it was written, and for each of its characters its place in `text` (None: unchanged)."""
    if "Ã" not in text and "â" not in text and "Â" not in text:
        return text, None
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _BROKEN.finditer(text):
        whole = _whole(match.group())
        if whole is None:
            continue
        pieces.append(text[at : match.start()])
        offsets.extend(range(at, match.start()))
        pieces.append(whole)
        offsets.extend([match.start()] * len(whole))
        at = match.end()
    if not pieces:
        return text, None
    pieces.append(text[at:])
    offsets.extend(range(at, len(text) + 1))
    return "".join(pieces), offsets


def _whole(broken: str) -> str | None:
    raw = bytearray()
    for letter in broken:
        try:
            raw += letter.encode("cp1252")
        except UnicodeEncodeError:
            raw += letter.encode("latin-1", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
