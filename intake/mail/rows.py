"""The rows of the tables that kreuzberg finds in a document, in the document's text."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Sequence

Table = list[list[str]]  # the cells of each row

_LINES_OF_ROW = 60  # a row of a table with more is a page of text, and stays as it was written
_WORDS = re.compile(r"\w+")


def with_tabs(text: str, tables: Sequence[Table]) -> str:
    """Put tabs between the cells of rows that the extractor wrote with blanks between them.

    A row is one line, or several where a cell holds line breaks; either way it becomes one.
    """
    plain: dict[str, str] = {}
    broken: defaultdict[str, deque[tuple[list[str], str]]] = defaultdict(deque)  # by their first line
    for row in (row for table in tables for row in table):
        tabbed = "\t".join(" ".join(cell.split()) for cell in row).rstrip("\t")
        written = [" ".join(line.split()) for line in " ".join(row).strip().split("\n")]
        plain[" ".join(" ".join(written).split())] = tabbed
        if 1 < len(written) <= _LINES_OF_ROW:
            broken[written[0]].append((written, tabbed))
    if not plain:
        return text
    lines = _lines(text)
    bare = [" ".join(line.split()) for line in lines]
    made: list[str] = []
    at = 0
    while at < len(lines):
        waiting = broken.get(bare[at])
        if waiting and bare[at : at + len(waiting[0][0])] == waiting[0][0]:  # rows stand in their order
            written, tabbed = waiting.popleft()
            made.append(tabbed)
            at += len(written)
        else:
            made.append(plain.get(bare[at], lines[at]))
            at += 1
    return "\n".join(made)


def without_copies(text: str, tables: Sequence[Table]) -> tuple[str, list[Table]]:
    """A PDF's text without the tables of which all words stand in it already, and the tables that are left.

    A PDF knows no tables: kreuzberg guesses them by the gaps between words, finds them in flyers too, and
    writes them once more behind the text of their page.
    """
    lines = _lines(text)
    words = [_WORDS.findall(line) for line in lines]
    left: list[Table] = []
    for table in tables:
        wanted = _WORDS.findall(" ".join(" ".join(row) for row in table))
        found = ((start, _end(words, start, wanted)) for start in reversed(range(len(lines))))
        start, end = next(((start, end) for start, end in found if end), (0, 0))
        if end and not Counter(wanted) - Counter(word for line in words[:start] for word in line):
            del lines[start:end], words[start:end]
        else:
            left.append(table)
    return "\n".join(lines), left


def _lines(text: str) -> list[str]:
    """The lines of a text; the marks of its pages are no ends of lines, as str.splitlines has it."""
    return text.replace("\r\n", "\n").split("\n")


def _end(lines: list[list[str]], start: int, wanted: list[str]) -> int | None:
    """The line behind those from `start` on that hold these words and no others; None where they do not."""
    if not wanted or not lines[start] or lines[start][0] != wanted[0]:
        return None
    at = 0
    for number in range(start, len(lines)):
        line = lines[number]
        if wanted[at : at + len(line)] != line:
            return None
        at += len(line)
        if at >= len(wanted):
            return number + 1
    return None
