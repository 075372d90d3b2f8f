"""winmail.dat: the parts inside Outlook's own wrapping ([MS-OXTNEF]); as much as is whole."""

import struct
from collections.abc import Iterator

from intake.mail import mapi
from intake.mail.charsets import to_text
from intake.mail.mapi import Enclosed, OutlookItem

_SIGNATURE = b"\x78\x9f\x3e\x22"
_SUBJECT, _BODY, _MAPI, _CODEPAGE = 0x00018004, 0x0002800C, 0x00069003, 0x00069007
_RENDER, _TITLE, _CONTENT, _ATTACHMENT = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
_FIXED = {0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_LENGTHS = frozenset((0x0D, 0x1E, 0x1F, 0x0102))  # object, strings, binary: counted and padded to four bytes
_MANY = 1000  # values of one property, and attributes: more is damage

Properties = dict[int, bytes | str]


def read_tnef(content: bytes, level: int = 0) -> OutlookItem | None:
    """What a winmail.dat wraps; None where the content is none."""
    if not content.startswith(_SIGNATURE):
        return None
    item, codepage = OutlookItem(), "cp1252"
    files: list[Enclosed] = []
    for attribute, value in _attributes(content):
        if attribute == _CODEPAGE and len(value) >= 4:
            codepage = f"cp{int.from_bytes(value[:4], 'little')}"
        elif attribute == _SUBJECT:
            item.subject = _text(value, codepage)
        elif attribute == _BODY:
            item.body = _text(value, codepage)
        elif attribute == _MAPI:
            _take_message(item, _properties(value, codepage))
        elif attribute == _RENDER:
            files.append(Enclosed("", "", "", b""))
        elif files and attribute == _TITLE:
            files[-1].name = files[-1].name or _text(value, codepage)
        elif files and attribute == _CONTENT:
            files[-1].content = value
        elif files and attribute == _ATTACHMENT:
            _take_file(files[-1], _properties(value, codepage), level)
    item.enclosed = [file for file in files if file.content or file.item or file.name]
    return item


def _attributes(content: bytes) -> Iterator[tuple[int, bytes]]:
    at = 6
    for _ in range(_MANY):
        if at + 9 > len(content) or content[at] not in (1, 2):
            return
        attribute, length = struct.unpack_from("<II", content, at + 1)
        yield attribute, content[at + 9 : at + 9 + length]
        at += 9 + length + 2


def _text(value: bytes | str, codepage: str) -> str:
    if isinstance(value, str):
        return value.rstrip("\x00")
    return to_text(value.rstrip(b"\x00"), codepage)[0]


def _take_message(item: OutlookItem, said: Properties) -> None:
    item.subject = str(said.get(mapi.SUBJECT, "")) or item.subject
    item.headers = str(said.get(mapi.HEADERS, ""))
    item.sender = (
        str(said.get(mapi.SENDER_NAME, "")),
        str(said.get(mapi.SENDER_SMTP, "")) or str(said.get(mapi.SENDER_EMAIL, "")),
    )
    item.message_id = str(said.get(mapi.MESSAGE_ID, ""))
    body, html, rtf = said.get(mapi.BODY, ""), said.get(mapi.HTML, b""), said.get(mapi.RTF, b"")
    item.body = (body if isinstance(body, str) else _text(body, "")) or item.body
    item.html = html if isinstance(html, bytes) else html.encode("utf-8", "replace")
    item.html_charset = "" if isinstance(html, bytes) else "utf-8"
    item.rtf = rtf if isinstance(rtf, bytes) else b""


def _take_file(file: Enclosed, said: Properties, level: int) -> None:
    long = said.get(mapi.LONG_NAME) or said.get(mapi.SHOWN_NAME) or said.get(mapi.SHORT_NAME)
    file.name = str(long) if isinstance(long, str) and long else file.name
    file.media_type = str(said.get(mapi.MEDIA_TYPE, ""))
    file.content_id = str(said.get(mapi.CONTENT_ID, ""))
    inner = said.get(mapi.CONTENT, b"")
    if isinstance(inner, bytes) and inner:
        inside = (
            inner[16:] if inner[16:20] == _SIGNATURE else inner
        )  # an object begins with its interface's GUID
        if inside.startswith(_SIGNATURE) and level < 5:
            file.item = read_tnef(inside, level + 1)
        file.content = file.content or inside


def _properties(data: bytes, codepage: str) -> Properties:
    """The property stream of [MS-OXTNEF] section 2.1.3.4; what comes behind damage is left out."""
    found: Properties = {}
    try:
        (count,) = struct.unpack_from("<I", data)
        at = 4
        for _ in range(min(count, _MANY)):
            kind, number = struct.unpack_from("<HH", data, at)
            at += 4
            if number >= 0x8000:
                at = _past_name(data, at)
            value, at = _value(data, at, kind, codepage)
            found.setdefault(number, value)
    except (struct.error, IndexError):
        return found
    return found


def _past_name(data: bytes, at: int) -> int:
    (by_string,) = struct.unpack_from("<I", data, at + 16)
    at += 20
    if not by_string:
        return at + 4
    (length,) = struct.unpack_from("<I", data, at)
    return int(at + 4 + length + -length % 4)


def _value(data: bytes, at: int, kind: int, codepage: str) -> tuple[bytes | str, int]:
    base, many = kind & 0x0FFF, bool(kind & 0x1000)
    size = _FIXED.get(base)
    times = 1
    if many or size is None:
        (times,) = struct.unpack_from("<I", data, at)
        at += 4
    if size is not None:
        return data[at : at + size], at + times * (size + -size % 4)
    if base not in _LENGTHS:
        raise IndexError(kind)
    value = b""
    for _ in range(min(times, _MANY)):
        (length,) = struct.unpack_from("<I", data, at)
        value, at = data[at + 4 : at + 4 + length], at + 4 + length + -length % 4
    if base == 0x1F:
        return value.decode("utf-16-le", "replace").rstrip("\x00"), at
    return (_text(value, codepage), at) if base == 0x1E else (value, at)
