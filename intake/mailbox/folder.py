"""Mails from files in place of a mailbox: .eml, .msg, mbox, a Maildir, a folder of any of them."""

import mmap
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from intake.errors import IntakeError
from intake.mail.bounds import KB
from intake.mail.msg import is_msg

# The line that starts a mail in an mbox (RFC 4155): at the very start, or after an empty line. There it has a
# time and a year, for some programs do not mark lines of a mail that begin with "From "; and it is no longer
# than lines of a mail may be (RFC 5322 section 2.1.1).
_FROM_LINE = re.compile(rb"\AFrom [^\r\n]*\r?\n|(?:(?<=\n\n)|(?<=\n\r\n))From (?P<rest>[^\r\n]{0,998})\r?\n")
_TIME, _YEAR = re.compile(rb"\d:\d\d"), re.compile(rb" \d{4}")
# Lines of a mail that looked like one: mboxrd puts a ">" before each, however many there are.
_QUOTED_FROM = re.compile(rb"(?<=\n)>(>*From )")
# What programs write into the headers of mails that they keep in an mbox, and a mailbox does not show: flags,
# labels and numbers (Thunderbird, Google's Takeout, Dovecot, Mutt and others).
_OF_MBOX = re.compile(
    rb"^(?:(?:X-Mozilla-(?:Status2?|Keys)|X-Account-Key|X-UIDL|X-GM-THRID|X-Gmail-Labels|X-UID|X-Keywords"
    rb"|X-IMAP(?:base)?):[^\n]*\n(?:[ \t][^\n]*\n)*"
    rb"|(?:(?:X-)?Status:[^\n]*\n)+(?:Content-Length:[^\n]*\n)?(?:Lines:[^\n]*\n)?)",
    re.IGNORECASE | re.MULTILINE,
)
MAIL_NAMES = (".eml", ".msg", ".mbox", ".mbx")

# What is held of a mail at a time; no header block that is read is as long.
PIECE = 256 * KB


@dataclass(frozen=True, slots=True)
class Found:
    """One mail, which is read from its file when it is asked for. Its size is in bytes.

    `origin` is the path, with "#3" behind it for the third of an mbox. It is as a mailbox would give it over
    IMAP, so that the same mail has the same sha256: line ends are CRLF, and what the program that made an
    mbox wrote into its headers is left out.
    """

    origin: str
    size: int
    pieces: Callable[[], Iterator[bytes]]

    def whole(self) -> bytes:
        """The mail, in memory."""
        return b"".join(self.pieces())

    def head(self) -> bytes:
        """Its header block with the empty line that ends it, as far as one piece holds it."""
        block, end, _ = next(self.pieces(), b"").partition(b"\r\n\r\n")
        return block + end


@dataclass(frozen=True, slots=True)
class Unread:
    """A path that no mail could be had from, and why."""

    origin: str
    reason: str


def mails(path: Path, opened: Callable[[Path], mmap.mmap]) -> Iterator[Found | Unread]:
    """Every mail in a file or folder, in the order of names, and every file that none could be had from.

    Args:
        path: the file or folder.
        opened: gives the mail that a .msg amounts to; it may raise IntakeError.
    """
    try:
        yield from _in_folder(path, opened) if path.is_dir() else _in_file(path, opened)
    except OSError as error:
        yield _closed(error, path)


def mapped(path: Path) -> mmap.mmap:
    """The content of a file that is not empty.

    It is not closed by hand: where the reader stops early a search is still holding on to it.
    """
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _in_folder(folder: Path, opened: Callable[[Path], mmap.mmap]) -> Iterator[Found | Unread]:
    closed: list[OSError] = []
    files = sorted(_files(folder, closed.append))
    for path in files:
        yield from _in_file(path, opened)
    for error in closed:
        yield _closed(error, folder)
    if not files and not closed:
        yield Unread(str(folder), "no .eml, .msg or mbox file in it, and no Maildir")


def _files(folder: Path, on_closed: Callable[[OSError], None]) -> Iterator[Path]:
    """Mail files at any depth; what stands in a Maildir's cur and new is mail whatever its name."""
    for root, folders, names in os.walk(folder, onerror=on_closed):
        here = Path(root)
        folders.sort()
        in_maildir = here.name in {"cur", "new"} and (here.parent / "tmp").is_dir()
        for name in names:
            if name.startswith("."):
                continue
            if in_maildir or name.lower().endswith(MAIL_NAMES) or name.lower() in {"mbox", "inbox"}:
                yield here / name


def _in_file(path: Path, opened: Callable[[Path], mmap.mmap]) -> Iterator[Found | Unread]:
    try:
        if not path.stat().st_size:
            return
        content = mapped(path)
        if is_msg(content[:16]):
            content = opened(path)
    except OSError as error:
        yield _closed(error, path)
    except IntakeError as error:
        yield Unread(str(path), str(error))
    else:
        if content[:5] == b"From ":
            for number, (start, end) in enumerate(_in_mbox(content), 1):
                yield _found(f"{path}#{number}", partial(_pieces, content, start, end))
        else:
            yield _found(str(path), partial(_pieces, content, 0, len(content)))


def _closed(error: OSError, path: Path) -> Unread:
    return Unread(str(error.filename or path), error.strerror or str(error))


def _found(origin: str, pieces: Callable[[], Iterator[bytes]]) -> Found:
    return Found(origin, sum(map(len, pieces())), pieces)


def _in_mbox(content: mmap.mmap) -> Iterator[tuple[int, int]]:
    """Where each mail of an mbox starts and ends, without the empty line that follows it."""
    at: int | None = None
    for match in _FROM_LINE.finditer(content):
        if not _starts_a_mail(match):
            continue
        if at is not None:
            yield at, _without_last_line_end(content, at, match.start())
        at = match.end()
    if at is not None:
        yield at, _without_last_line_end(content, at, len(content))


def _starts_a_mail(from_line: re.Match[bytes]) -> bool:
    rest = from_line["rest"]
    if rest is None:
        return True
    time = _TIME.search(rest)
    return time is not None and _YEAR.search(rest, time.end()) is not None


def _without_last_line_end(content: mmap.mmap, start: int, end: int) -> int:
    if content[max(start, end - 4) : end].endswith((b"\n\n", b"\n\r\n")):
        return end - 2 if content[end - 2 : end] == b"\r\n" else end - 1
    return end


def _pieces(content: mmap.mmap, start: int, end: int) -> Iterator[bytes]:
    """A mail as it was sent, in runs of whole lines; a line that is longer than a piece comes in several."""
    at = start
    while at < end:
        stop = min(at + PIECE, end)
        if stop < end:
            stop = content.rfind(b"\n", at, stop) + 1 or stop
            stop -= content[stop - 1 : stop] == b"\r"  # its line feed is still to come
        # Whether a line begins here is told by the byte before; a mail that begins a file is in no mbox.
        piece = _QUOTED_FROM.sub(rb"\1", content[at - 1 : stop])[1:] if start else content[at:stop]
        piece = piece.replace(b"\r\n", b"\n")
        if start and at == start:
            piece = _without_notes(piece)
        yield piece.replace(b"\n", b"\r\n")
        at = stop


def _without_notes(piece: bytes) -> bytes:
    """The beginning of a mail of an mbox without what a program noted in its headers."""
    end = piece.find(b"\n\n") + 1 or len(piece)
    return _OF_MBOX.sub(b"", piece[:end]) + piece[end:]
