"""HTML to text in one pass over its tags: table rows as lines, lists, links; linear in time on any input.

Neither a tree nor a layout engine: tree builders either lose what is nested deeper than 256 (libxml2, and
inscriptis with it) or take seconds on 100,000 open tags (lexbor), and a layout engine pads cells with blanks.
"""

import html
import re

from intake.mail.frames import Frame, Rendered, attribute, bare, shown
from intake.mail.merged import WIDEST, Cell, merged

_SPACE = re.compile(r"[ \t\r\n\f]+")
_MARKUP = re.compile(r"<(?=[a-zA-Z/!?])")
_TAG = re.compile(r"(/?)([a-zA-Z][a-zA-Z0-9:_-]{0,30})")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SKIPPED = {
    name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "title", "xml", "noscript")
}
_PARAGRAPHS = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "form", "fieldset")
)
_BLOCKS = frozenset(
    ("div", "section", "article", "header", "footer", "address", "center", "dt", "dd", "main", "nav", "body")
)
_FRAMES = frozenset(("table", "blockquote"))
_ROW_PARTS = frozenset(("tr", "td", "th", "caption"))
_DEEP = 20  # tables and quotes nested deeper are read as plain blocks
_DEEP_QUOTES = 6  # each level writes its marks before all lines within it
_LONG = 4096  # an attribute that is longer than this is no link


def to_text(source: str, limit: int) -> Rendered:
    r"""Render HTML as a person would type it over.

    Args:
        source: the document or a fragment of one.
        limit: characters of `source` beyond it are not read.

    Returns:
        Line ends "\n"; a table row is one line with its cells separated by a tab, where they are short enough
        to be one (a layout table's cells come one after the other), and what runs over several rows is said
        in each of them; "- " before list items; "text <url>" for
        a link that is not its own text; quoted blocks with "> " before each line.
    """
    page = _Page(source[:limit])
    page.run()
    return Rendered(page.frames[0].done(), page.data)


class _Page:
    """The state of one pass."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.frames = [Frame("page")]
        self.lists: list[int] = []  # the number of the next item; 0 in a list without numbers
        self.link: tuple[str, Frame, int] | None = None
        self.hidden = ("", 0)
        self.pre = 0
        self.data: list[tuple[str, ...]] = []

    def run(self) -> None:
        source, at = self.source, 0
        while at < len(source):
            opens = source.find("<", at)
            if opens == -1:
                self.words(source[at:])
                break
            if opens > at:
                self.words(source[at:opens])
            at = self.markup(opens)
        while len(self.frames) > 1:  # what was left open, hidden or not
            self.close_frame(self.frames[-1].kind)

    def markup(self, at: int) -> int:
        """Take in what begins with "<" here; where it ends."""
        source = self.source
        if source.startswith("<!--", at):
            end = source.find("-->", at)
            return len(source) if end == -1 else end + 3
        match = _TAG.match(source, at + 1)
        if match is None:
            if source[at + 1 : at + 2] in ("!", "?", "/"):
                end = source.find(">", at)
                return len(source) if end == -1 else end + 1
            tag = _MARKUP.search(source, at + 1)
            end = tag.start() if tag else len(source)
            self.words(source[at:end])
            return end
        end = source.find(">", match.end())
        if end == -1:
            return len(source)
        if source.count('"', match.end(), end) % 2 and end - match.end() < _LONG:
            quoted = source.find('">', end, end + _LONG)  # a ">" within an attribute
            end = quoted + 1 if quoted != -1 else end
        name = match[2].lower()
        if match[1]:
            self.close(name)
        elif name in _SKIPPED:
            stop = _SKIPPED[name].search(source, end)
            return stop.start() if stop else len(source)
        else:
            self.open(name, source[match.end() : min(end, match.end() + _LONG)])
        return end + 1

    def words(self, text: str) -> None:
        if self.hidden[1]:
            return
        frame = self.frames[-1]
        if frame.kind in ("table", "tr"):
            if not text.strip():
                return
            self.open("td", "")
            frame = self.frames[-1]
        text = html.unescape(text) if "&" in text else text
        if self.pre:
            for number, line in enumerate(text.replace("\r\n", "\n").split("\n")):
                frame.gap = min(frame.gap + (number > 0), 2)
                if line:
                    frame.text(line)
            return
        text = _SPACE.sub(" ", text)
        frame.space = frame.space or text.startswith(" ")
        if bare := text.strip(" "):
            frame.text(bare)
            frame.space = text.endswith(" ")

    def open(self, name: str, said: str) -> None:
        if self.hidden[1]:
            if name == self.hidden[0]:
                self.hidden = (name, self.hidden[1] + 1)
            return
        if name in ("div", "span") and _HIDDEN.search(said):
            self.hidden = (name, 1)
            return
        frame = self.frames[-1]
        if name == "br":
            frame.gap = min(frame.gap + 1, 2)
        elif name == "a":
            self.end_link()
            self.link = (attribute(said, "href"), frame, len(frame.out))
        elif name == "li":
            self.break_lines(1)
            number = self.lists[-1] if self.lists else 0
            frame.text("  " * min(len(self.lists) - 1, 9) + (f"{number}. " if number else "- "))
            if number:
                self.lists[-1] += 1
        elif name in _FRAMES or name in _ROW_PARTS:
            self.open_frame(name, said)
        elif name == "hr":
            self.break_lines(1)
            self.frames[-1].text("_" * 32)
            self.break_lines(1)
        else:
            self.block(name, said)

    def block(self, name: str, said: str) -> None:
        if name in ("ul", "ol"):
            self.lists.append(1 if name == "ol" else 0)
            self.break_lines(1 if len(self.lists) > 1 else 2)
        elif name == "p" and "mso" in said[:200].lower():
            self.break_lines(1)
        elif name in _PARAGRAPHS:
            self.pre += name == "pre"
            self.break_lines(2)
        elif name in _BLOCKS:
            self.break_lines(1)

    def close(self, name: str) -> None:
        if self.hidden[1]:
            if name == self.hidden[0]:
                self.hidden = (name, self.hidden[1] - 1)
            return
        if name == "a":
            self.end_link()
        elif name in ("ul", "ol"):
            if self.lists:
                self.lists.pop()
            self.break_lines(1 if self.lists else 2)
        elif name in _FRAMES or name in _ROW_PARTS:
            self.close_frame(name)
        elif name == "p":
            self.break_lines(1)
        elif name in _PARAGRAPHS:
            self.pre = max(0, self.pre - (name == "pre"))
            self.break_lines(2)
        elif name in _BLOCKS or name == "li":
            self.break_lines(1)

    def break_lines(self, number: int) -> None:
        frame = self.frames[-1]
        frame.gap = max(frame.gap, number)
        frame.space = False

    def end_link(self) -> None:
        if self.link is None:
            return
        (target, frame, start), self.link = self.link, None
        if frame is not self.frames[-1]:
            return
        text = "".join(frame.out[start:]).strip()
        address = shown(target)
        if text and address and bare(address) != bare(text) and address.lower() not in text.lower():
            frame.text(f"<{address}>" if frame.space else f" <{address}>")

    def open_frame(self, name: str, said: str) -> None:
        self.end_link()
        kinds = [frame.kind for frame in self.frames]
        if len(kinds) > 3 * _DEEP or (name == "blockquote" and kinds.count(name) >= _DEEP_QUOTES):
            self.break_lines(1)
            return
        if name in _FRAMES:
            self.frames[-1].nested = True
            self.break_lines(1)
            self.frames.append(Frame(name))
            return
        if "table" not in kinds:
            self.break_lines(1)
            return
        while self.frames[-1].kind in ("td", "th", "caption") or (
            name == "tr" and self.frames[-1].kind == "tr"
        ):
            self.close_frame(self.frames[-1].kind)
        if name != "tr" and self.frames[-1].kind == "table":
            self.frames.append(Frame("tr"))
        if self.frames[-1].kind in ("table", "tr"):
            self.frames.append(Frame(name, down=_span(said, "rowspan"), across=_span(said, "colspan")))

    def close_frame(self, name: str) -> None:
        kinds = [frame.kind for frame in self.frames]
        low = next((at for at in range(len(kinds) - 1, 0, -1) if kinds[at] == name), 0)
        if not low or (name != "table" and "table" in kinds[low + 1 :]):
            self.break_lines(1)
            return
        self.end_link()
        while len(self.frames) > low:
            self.fold(self.frames.pop())

    def fold(self, frame: Frame) -> None:
        """Give what a frame gathered to the one around it."""
        around = self.frames[-1]
        around.nested = around.nested or (frame.nested and frame.kind != "blockquote")
        if frame.kind == "blockquote":
            text = frame.done()
            self.paragraph("\n".join(f"> {line}".rstrip() for line in text.split("\n")) if text else "")
        elif frame.kind == "table":
            around.nested = True
            self.paragraph(self.table(frame))
        elif frame.kind == "tr":
            around.rows.extend(frame.rows)
        elif around.kind == "tr":
            around.rows = around.rows or [[]]
            around.rows[0].append(Cell(frame.done(), frame.down, frame.across))

    def paragraph(self, text: str) -> None:
        self.break_lines(1)
        if text:
            self.frames[-1].text(text)
            self.break_lines(1)

    def table(self, frame: Frame) -> str:
        said = [[cell.text for cell in row] for row in frame.rows]
        wide = [row for row in said if sum(map(bool, row)) > 1]
        most = (6, 1000) if len(wide) > 2 else (3, 300)
        short = all(cell.count("\n") < most[0] and len(cell) <= most[1] for row in wide for cell in row)
        if frame.nested or not wide or not short:
            return "\n".join("\n".join(cell for cell in row if cell) for row in said if any(row))
        if len(wide) > 1:
            self.data.extend(tuple(_SPACE.sub(" ", cell) for cell in row) for row in wide)
        lines = [[_SPACE.sub(" ", cell) for cell in row] for row in merged(frame.rows)]
        return "\n".join("\t".join(line).rstrip("\t") for line in lines)


def _span(said: str, name: str) -> int:
    """How many rows or columns a cell runs over."""
    number = attribute(said, name) if name in said.lower() else ""
    return min(max(int(number), 1), WIDEST) if number.isascii() and number.isdigit() else 1
