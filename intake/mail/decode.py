"""From a part's encoded bytes to its content, once, in steps, as a lenient client reads them."""

import binascii
import re
from collections.abc import Callable, Iterable, Iterator

from pybase64 import b64decode

_NOT_BASE64 = bytes(
    set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")
)
_BLANKS = b"\r\n\t "
_BASE64_LINE = re.compile(rb"[A-Za-z0-9+/]+")
_STRETCH = re.compile(rb"[^=]+")
_UU_END = re.compile(rb"\s*end\s*$")


def decoded(chunks: Iterable[bytes], encoding: str, note: Callable[[str], object]) -> Iterator[bytes]:
    """The content behind a Content-Transfer-Encoding (RFC 2045 section 6).

    Args:
        chunks: the encoded body, in any steps.
        encoding: the header's value as it stands; one that is not known leaves the bytes as they are.
        note: is called with the code of every defect met.
    """
    said = encoding.strip().strip("\"'").lower()
    token = re.split(r"[\s;(,]", said, maxsplit=1)[0] if said else ""
    if token in ("base64", "b64", "base-64"):
        return _base64(chunks, note)
    if token in ("quoted-printable", "quotedprintable", "qp"):
        return (binascii.a2b_qp(chunk) for chunk in _whole_lines(chunks))
    if token in ("x-uuencode", "uuencode", "uue", "x-uue"):
        return _uuencoded(chunks, note)
    if token not in ("", "7bit", "8bit", "binary"):
        note("encoding-unknown")
    return iter(chunks)


def _whole_lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for chunk in chunks:
        end = chunk.rfind(b"\n") + 1
        if end:
            yield rest + chunk[:end] if rest else chunk[:end]
            rest = chunk[end:]
        else:
            rest += chunk
    if rest:
        yield rest


def _base64(chunks: Iterable[bytes], note: Callable[[str], object]) -> Iterator[bytes]:
    rest = b""
    steps = iter(chunks)
    for chunk in steps:
        if not rest and (content := _sound(chunk)) is not None:
            yield content
            continue
        clean = chunk.translate(None, _BLANKS)
        sound = clean.translate(None, _NOT_BASE64)
        if len(sound) != len(clean):
            note("base64-garbage")
        pad = sound.find(b"=")
        if pad != -1:
            yield from _padded(rest, chunk, steps, note)
            return
        sound = rest + sound if rest else sound
        whole = len(sound) - len(sound) % 4
        yield binascii.a2b_base64(sound[:whole] if whole < len(sound) else sound)
        rest = sound[whole:]
    if rest:
        note("base64-truncated")
        yield _quads(rest)


def _sound(chunk: bytes) -> bytes | None:
    """The content of a chunk that is whole groups of base64 in lines of one length, and nothing else."""
    end = len(chunk) - (len(chunk[-4:]) - len(chunk[-4:].rstrip(b"\r\n")))
    width = chunk.find(b"\n") + 1
    line_end = 2 if chunk[width - 2 : width - 1] == b"\r" else 1
    signs = end - (end // width * line_end if width and end > width else 0)
    pad = chunk.find(b"=")
    pads = 0 if pad == -1 else end - pad
    if signs % 4 or pads > 2:
        return None
    try:
        content = b64decode(
            chunk
        )  # binascii's result at nine times its speed; binascii where anything is odd
    except (binascii.Error, ValueError):
        return None
    return content if len(content) == signs // 4 * 3 - pads else None


def _padded(
    rest: bytes, chunk: bytes, steps: Iterator[bytes], note: Callable[[str], object]
) -> Iterator[bytes]:
    """What is left once padding was met: mostly the end, at times a second encoded stretch, or a footer."""
    tail = b"".join((chunk, *steps))
    first = tail.find(b"=")
    sound = rest + tail[:first].translate(None, _NOT_BASE64 + b"=")
    yield _quads(sound)
    if len(sound) % 4 < 2:
        note("base64-truncated")
    for match in _STRETCH.finditer(tail, first):
        stretch = match.group().strip(_BLANKS)
        if not stretch:
            continue
        line = stretch.split(None, 1)[0]  # a client goes on where encoded lines do, not into a footer
        if not _BASE64_LINE.fullmatch(line) or (len(line) % 4 and line != stretch):
            note("base64-garbage")
            return
        note("base64-in-pieces")
        yield _quads(stretch.translate(None, _NOT_BASE64))


def _quads(sound: bytes) -> bytes:
    """Decode characters of the alphabet alone, where the last group may be short of its padding."""
    odd = len(sound) % 4
    sound = sound[:-1] if odd == 1 else sound
    return binascii.a2b_base64(sound + b"=" * (-len(sound) % 4))


def _uuencoded(chunks: Iterable[bytes], note: Callable[[str], object]) -> Iterator[bytes]:
    begun = False
    for block in _whole_lines(chunks):
        out = bytearray()
        for line in block.splitlines():
            if not begun:
                begun = line.startswith(b"begin ")
                continue
            if _UU_END.match(line):
                yield bytes(out)
                return
            try:
                out += binascii.a2b_uu(line)
            except binascii.Error:
                note("uuencode-damaged")
                length = (((line[0] - 32) & 63) * 4 + 5) // 3 if line else 0
                try:
                    out += binascii.a2b_uu(line[:length])
                except binascii.Error:
                    continue
        yield bytes(out)
