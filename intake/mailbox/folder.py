"""Mails from files in place of a mailbox: .eml, .msg, mbox, a Maildir, a folder of any of them."""

import mmap
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from intake.errors import IntakeError
from intake.mail.msg import is_msg, message_of

_BARE_LF = re.compile(rb"(?<!\r)\n")
# The line that starts a mail in an mbox (RFC 4155), at the very start or, with its time and year, after an
# empty line; some programs do not mark lines of a mail that begin with "From ".
_FROM_LINE = re.compile(
    rb"\AFrom [^\r\n]*\r?\n|(?:(?<=\n\n)|(?<=\n\r\n))From [^\r\n]*\d:\d\d[^\r\n]* \d{4}[^\r\n]*\r?\n"
)
# Lines of a mail that looked like one: mboxrd puts a ">" before each, however many there are.
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
MAIL_NAMES = (".eml", ".msg", ".mbox", ".mbx")


class NoMailHere(IntakeError):  # noqa: N818 - it names what was found
    """The path holds no mail that we know the form of."""


@dataclass(frozen=True, slots=True)
class Found:
    """One mail. `origin` is the path, with "#3" behind it for the third of an mbox.

    Line ends are CRLF, as a mailbox would give them over IMAP, so that the same mail has the same sha256.
    """

    origin: str
    raw: bytes


def mails(path: Path) -> Iterator[Found]:
    """Every mail in a file or folder, in the order of names; one at a time in memory.

    Raises:
        NoMailHere: there is nothing of the kind; raised before the first mail.
        BadMail: a .msg is damaged.
        IntakeError: a file can't be read.
    """
    try:
        if path.is_dir():
            yield from _in_folder(path)
        elif path.exists():
            yield from _in_file(path)
        else:
            raise NoMailHere(f"{path}: there is no such file or folder")
    except OSError as error:
        raise IntakeError(f"{error.filename or path}: {error.strerror}") from None


def _in_folder(folder: Path) -> Iterator[Found]:
    found = False
    for path in sorted(_files(folder)):
        found = True
        yield from _in_file(path)
    if not found:
        raise NoMailHere(f"{folder}: no .eml, .msg or mbox file, and no Maildir")


def _files(folder: Path) -> Iterator[Path]:
    """Mail files at any depth; what stands in a Maildir's cur and new is mail whatever its name."""
    for root, folders, names in os.walk(folder):
        here = Path(root)
        folders.sort()
        in_maildir = here.name in {"cur", "new"} and (here.parent / "tmp").is_dir()
        for name in names:
            if name.startswith("."):
                continue
            if in_maildir or name.lower().endswith(MAIL_NAMES) or name.lower() in {"mbox", "inbox"}:
                yield here / name


def _in_file(path: Path) -> Iterator[Found]:
    if not path.stat().st_size:
        return
    with path.open("rb") as file:
        # Not closed by hand: where the reader stops early a search is still holding on to it.
        content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if is_msg(content[:16]):
        yield Found(str(path), message_of(content[:]))
    elif content[:5] == b"From ":
        for number, (start, end) in enumerate(_in_mbox(content), 1):
            yield Found(f"{path}#{number}", _as_sent(_QUOTED_FROM.sub(rb"\1", content[start:end])))
    else:
        yield Found(str(path), _as_sent(content[:]))


def _in_mbox(content: mmap.mmap) -> Iterator[tuple[int, int]]:
    """Where each mail of an mbox starts and ends, without the empty line that follows it."""
    at: int | None = None
    for match in _FROM_LINE.finditer(content):
        if at is not None:
            yield at, _without_last_line_end(content, at, match.start())
        at = match.end()
    if at is not None:
        yield at, _without_last_line_end(content, at, len(content))


def _without_last_line_end(content: mmap.mmap, start: int, end: int) -> int:
    if content[max(start, end - 4) : end].endswith((b"\n\n", b"\n\r\n")):
        return end - 2 if content[end - 2 : end] == b"\r\n" else end - 1
    return end


def _as_sent(raw: bytes) -> bytes:
    return _BARE_LF.sub(b"\r\n", raw)
