""".msg files: an Outlook item in an OLE container ([MS-OXMSG]), read with olefile (BSD)."""

import io
from datetime import UTC, datetime, timedelta

import olefile  # type: ignore[import-untyped]

from intake.errors import BadMail
from intake.mail import mapi
from intake.mail.bounds import Bounds
from intake.mail.charsets import to_text
from intake.mail.mapi import Enclosed, OutlookItem, as_message

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FILES = 500
_STREAM = 64 * 1024 * 1024  # one property; a larger one is not read


def is_msg(content: bytes) -> bool:
    """Whether these bytes are an OLE container, which a .msg is."""
    return content.startswith(_MAGIC)


def message_of(content: bytes, bounds: Bounds | None = None) -> bytes:
    """The RFC 5322 message that a .msg amounts to.

    Args:
        content: the file.
        bounds: how much text is read of its RTF; None for the bounds as they come.

    Raises:
        BadMail: the container is damaged, or holds no message.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            item = _item(_Storage(ole, ()), 0) if ole.exists("__properties_version1.0") else None
    except Exception as trouble:  # olefile raises whatever a damaged container makes it stumble over
        raise BadMail(f"damaged Outlook file: {type(trouble).__name__}") from trouble
    if item is None:
        raise BadMail("no Outlook message in this file")
    return as_message(item, bounds or Bounds())


class _Storage:
    """One storage of the container: its properties, by number."""

    def __init__(self, ole: olefile.OleFileIO, path: tuple[str, ...]) -> None:
        self.ole, self.path = ole, path
        self.below = [
            tuple(entry)
            for entry in ole.listdir(streams=True, storages=True)
            if tuple(entry[: len(path)]) == path
        ]

    def stream(self, name: str) -> bytes:
        where = "/".join((*self.path, name))
        if not self.ole.exists(where) or self.ole.get_size(where) > _STREAM:
            return b""
        return bytes(self.ole.openstream(where).read())

    def binary(self, number: int) -> bytes:
        return self.stream(f"__substg1.0_{number:04X}0102")

    def text(self, number: int) -> str:
        wide = self.stream(f"__substg1.0_{number:04X}001F")
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\x00")
        return to_text(self.stream(f"__substg1.0_{number:04X}001E").rstrip(b"\x00"), "")[0]

    def time(self, number: int, header: int) -> datetime | None:
        fixed = self.stream("__properties_version1.0")
        for at in range(header, len(fixed) - 15, 16):
            if (
                int.from_bytes(fixed[at + 2 : at + 4], "little") == number
                and fixed[at : at + 2] == b"\x40\x00"
            ):
                ticks = int.from_bytes(fixed[at + 8 : at + 16], "little")  # of 100 ns since 1601
                try:
                    return datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10)
                except OverflowError:
                    return None
        return None

    def storages(self, start: str) -> list[str]:
        depth = len(self.path)
        names = {
            entry[depth] for entry in self.below if len(entry) > depth and entry[depth].startswith(start)
        }
        return sorted(names)


def _item(storage: _Storage, level: int) -> OutlookItem:
    html, text = storage.binary(mapi.HTML), storage.text(mapi.HTML)
    return OutlookItem(
        subject=storage.text(mapi.SUBJECT),
        headers=storage.text(mapi.HEADERS),
        sender=(
            storage.text(mapi.SENDER_NAME),
            storage.text(mapi.SENDER_SMTP) or storage.text(mapi.SENDER_EMAIL),
        ),
        to=storage.text(mapi.SHOWN_TO),
        cc=storage.text(mapi.SHOWN_CC),
        message_id=storage.text(mapi.MESSAGE_ID),
        sent=storage.time(mapi.SENT, 24 if level else 32),
        body=storage.text(mapi.BODY),
        html=html or text.encode("utf-8", "replace"),
        html_charset="" if html else "utf-8",
        rtf=storage.binary(mapi.RTF),
        enclosed=[_file(storage, name, level) for name in storage.storages("__attach_version1.0_")[:_FILES]],
    )


def _file(storage: _Storage, name: str, level: int) -> Enclosed:
    inside = _Storage(storage.ole, (*storage.path, name))
    embedded = (*inside.path, f"__substg1.0_{mapi.CONTENT:04X}000D")
    item = None
    if level < 5 and storage.ole.exists("/".join((*embedded, "__properties_version1.0"))):
        item = _item(_Storage(storage.ole, embedded), level + 1)
    return Enclosed(
        name=inside.text(mapi.LONG_NAME) or inside.text(mapi.SHORT_NAME) or inside.text(mapi.SHOWN_NAME),
        media_type=inside.text(mapi.MEDIA_TYPE),
        content_id=inside.text(mapi.CONTENT_ID),
        content=inside.binary(mapi.CONTENT),
        item=item,
    )
