"""What HTML gathers in: the page, a table cell, a quote; and how a link shows."""

import html
import re
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from intake.mail.merged import Cell

_ATTRIBUTE = re.compile(r"""([a-zA-Z-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_NEWLINES = re.compile(r"\n{3,}")


@dataclass(slots=True)
class Rendered:
    """The text, and the rows of its data tables: what a plain-text rendering is apt to lose."""

    text: str
    rows: list[tuple[str, ...]] = field(default_factory=list)


@dataclass(slots=True)
class Frame:
    """Where text gathers: the page, a table cell, or a quote."""

    kind: str
    out: list[str] = field(default_factory=list)
    gap: int = 0  # line ends owed before the next text
    space: bool = False
    rows: list[list[Cell]] = field(default_factory=list)
    nested: bool = False
    down: int = 1  # rows and columns that a cell runs over
    across: int = 1

    def text(self, words: str) -> None:
        """Add words, after the line ends or the blank that are owed."""
        if self.gap:
            self.out.append("\n" * self.gap if self.out else "")
            self.gap, self.space = 0, False
        if self.space and self.out:
            self.out.append(" ")
        self.space = False
        self.out.append(words)

    def done(self) -> str:
        """All that gathered, tidied."""
        lines = "".join(self.out).replace("\u00a0", " ").split("\n")
        return _NEWLINES.sub("\n\n", "\n".join([line.rstrip(" ") for line in lines])).strip("\n").rstrip(" ")


def attribute(said: str, name: str) -> str:
    """The value of one attribute, from what stands in the tag; empty where it has none."""
    for match in _ATTRIBUTE.finditer(said):
        if match[1].lower() == name:
            return html.unescape(match[2] or match[3] or match[4] or "").strip()
    return ""


def shown(target: str) -> str:
    """The address behind a link, web or mail, unwrapped from Outlook's scanner; empty for any other."""
    lower = target[:16].lower()
    if lower.startswith("mailto:"):
        return target[7:].partition("?")[0]
    if not lower.startswith(("http://", "https://")):
        return ""
    if "safelinks.protection.outlook.com" in target:
        try:
            return parse_qs(urlsplit(target).query).get("url", [target])[0]
        except ValueError:
            return target
    return target


def bare(link: str) -> str:
    """An address without what people leave out."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", link.strip().lower()).rstrip("/")
