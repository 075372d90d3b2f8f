"""The name of a part: decoded as a person would see it, and made safe to be a file's name."""

import re
import unicodedata
from urllib.parse import unquote_to_bytes

from intake.mail.charsets import to_text
from intake.mail.headers import decoded, readable

_PARAMETER = re.compile(
    r""";\s*([\w-]{1,30})(\*(\d{1,3})?\*?|)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))""", re.DOTALL
)
_FOLDS = re.compile(r"[\r\n]+[ \t]*")
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
_LONGEST = 150  # bytes in UTF-8; file systems take 255, and the store may put something before it
_LONGEST_SHOWN = 300


def name_of(disposition: str, content_type: str) -> str:
    """The part's file name as the sender gave it; empty where there is none.

    Content-Disposition's filename first, then Content-Type's name (RFC 2183 section 2.3). In RFC 2231 form
    with continuations, as encoded words within quotes though RFC 2047 forbids them, or in raw 8-bit.
    """
    for value, parameter in ((disposition, "filename"), (content_type, "name")):
        if "name" in value.lower() and (found := _parameter(value, parameter)):
            return found
    return ""


def parameters(said: str) -> dict[str, str]:
    """A header's plain parameters by lower-cased name, the first of each (RFC 2045 section 5.1)."""
    found: dict[str, str] = {}
    for match in _PARAMETER.finditer(f";{said}"):
        name, star, _, quoted, bare = match.groups()
        if not star:
            found.setdefault(name.lower(), quoted if quoted is not None else bare.strip())
        elif name.lower() == "charset":  # in RFC 2231 form, which some programs use for everything
            found.setdefault("charset", (quoted or bare or "").rpartition("'")[2].strip())
    return found


def shown_name(name: str) -> str:
    """A name without controls, folds and direction overrides, of bounded length."""
    text = " ".join(readable(_FOLDS.sub(" ", name)).split())
    return unicodedata.normalize("NFC", text)[:_LONGEST_SHOWN].strip()


def _parameter(value: str, wanted: str) -> str:
    pieces: dict[int, tuple[str, bool]] = {}
    plain = ""
    for match in _PARAMETER.finditer(value):
        name, star, number, quoted, bare = match.groups()
        if name.lower() != wanted:
            continue
        text = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else bare.strip()
        if not star:
            plain = plain or text
        else:
            pieces.setdefault(int(number or 0), (text, star.endswith("*")))
    if pieces:
        return shown_name(_continued(pieces))
    return shown_name(decoded(re.sub(r"\?=[\r\n]+[ \t]+=\?", "?= =?", plain)))


def _continued(pieces: dict[int, tuple[str, bool]]) -> str:
    """RFC 2231 sections 3 and 4: numbered pieces, each percent-encoded or not, the charset on the first."""
    charset, content = "", b""
    for number in sorted(pieces):
        text, encoded = pieces[number]
        if number == min(pieces) and encoded and text.count("'") > 1:
            charset, _, text = text.split("'", 2)
        raw = text.encode("utf-8", "surrogateescape")
        content += unquote_to_bytes(raw) if encoded else raw
    text = to_text(content, charset or "")[0]
    return decoded(text) if "=?" in text else text


def safe_name(name: str, fallback: str) -> str:
    """A name that can be a file's on any system: no path, no controls, no reserved name, bounded length."""
    text = _UNSAFE.sub("_", unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2])
    text = text.strip(" ._") if text.strip(" .") in ("", "..") else text.strip(" ").rstrip(".").lstrip(".")
    if _RESERVED.match(text):
        text = f"_{text}"
    text = text or fallback
    stem, dot, ending = text.rpartition(".")
    if dot and 0 < len(ending) <= 10:
        room = _LONGEST - len(f".{ending}".encode())
        return stem.encode()[:room].decode("utf-8", "ignore").rstrip(" .") + f".{ending}"
    return text.encode()[:_LONGEST].decode("utf-8", "ignore").rstrip(" .")
