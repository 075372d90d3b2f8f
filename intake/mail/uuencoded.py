"""Files that stand uuencoded within a text, as programs sent them before MIME: "begin 644 name" to "end"."""

import re
from dataclasses import dataclass

from intake.mail.charsets import to_text
from intake.mail.decode import decoded
from intake.mail.names import shown_name

_BEGIN = re.compile(rb"^begin [0-7]{3,4} ([^\r\n]{1,300})\r?\n", re.MULTILINE)
_END = re.compile(rb"^end[ \t]*\r?$\n?", re.MULTILINE)
_LINES = re.compile(rb"(?:[ -`]{1,90}\r?\n)+")  # no line of small letters is one


@dataclass(frozen=True, slots=True)
class File:
    """A file that stood in a text."""

    name: str
    content: bytes


def divided(content: bytes, most: int, note: set[str]) -> tuple[bytes, tuple[File, ...]]:
    """A text part without the files in it, and these; in time linear in its length.

    Args:
        content: the decoded bytes of the part.
        most: this many files are taken; more stay in the text.
        note: gets the code of every defect met.
    """
    if b"begin " not in content:
        return content, ()
    text: list[bytes] = []
    files: list[File] = []
    at, end = 0, None
    for begin in _BEGIN.finditer(content):
        if end is None or end.start() < begin.end():
            end = _END.search(content, begin.end())
        if end is None or len(files) >= most:
            break
        if begin.start() >= at and _is_file(content, begin.end(), end.start()):
            text.append(content[at : begin.start()])
            coded = content[begin.start() : end.end()]
            name = shown_name(to_text(begin[1], "")[0])
            files.append(File(name, b"".join(decoded((coded,), "uuencode", note.add))))
            at = end.end()
    return b"".join((*text, content[at:])), tuple(files)


def _is_file(content: bytes, start: int, end: int) -> bool:
    """Whether all between is encoded, the first line as long as it says."""
    lines = _LINES.match(content, start, end)
    if lines is None or lines.end() != end:
        return False
    line = content[start : content.index(b"\n", start)].rstrip(b"\r")
    size = (line[0] - 32) % 64
    return abs(len(line) - 1 - (size + 2) // 3 * 4) <= 2
