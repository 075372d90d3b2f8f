"""The text of a mail's body from its text parts: which rendering to take, and how it is tidied."""

import html
import re
import unicodedata
from itertools import islice

from intake.mail.bounds import Bounds
from intake.mail.charsets import to_text
from intake.mail.decode import decoded
from intake.mail.frames import Rendered
from intake.mail.headers import readable
from intake.mail.html import to_text as render
from intake.mail.kinds import type_of
from intake.mail.tree import Leaf, Node, Path
from intake.mail.uuencoded import File, divided

_BODY_TEXTS = ("plain", "html", "enriched", "richtext")

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ASCII_CONTROLS = bytes({*range(32), 127} - set(b"\t\n"))
_CELL = re.compile(rb"<[tT][dDhH]")  # four times as fast as it is with a flag for the case
_META = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})""", re.IGNORECASE)
_CID = re.compile(rb"cid:([^\"'\s>)\]]{1,300})", re.IGNORECASE)
_STUB = re.compile(
    r"html|opmaak|browser|webversie|cannot display|niet (?:goed )?weergegeven|view this", re.IGNORECASE
)
_SHORT = 300  # a plain text below may be a stub that sends the reader to the HTML
# a link behind words that only point: what they point at is nowhere in a plain text that leaves it out
_LINKED = re.compile(
    rb"""<a\s[^<>]{0,300}?href\s*=\s*["']?https?://(?:www\.)?([^"'\s<>]{4,400})["']?[^<>]{0,300}>([^<]{2,60})</a>""",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:hier|deze|dit|link|knop|pagina|website|formulier|meer|lees|bekijk|kijk|"
    r"aanmeld\w*|meld|inschrij\w*|schrijf|opgeven|geef|reserve\w*|kaart\w*|tickets?|bestel\w*|doe\s+mee|meedoen)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"afmeld|uitschrij|unsubscribe|privacy|disclaimer|webversie|browser|voorwaarden", re.IGNORECASE
)
_MOST_LINKS = 200  # of more, a newsletter's, the first tell enough
_ENRICHED = re.compile(r"<[^<>]{0,60}>")


class TextPart:
    """One text part: its decoded bytes, and the text it comes to."""

    def __init__(self, content: bytes, subtype: str, params: dict[str, str], bounds: Bounds) -> None:
        """Content-Type's parameters are in `params`, lower-cased names."""
        self.html = subtype == "html"
        self.content = content[: bounds.html if self.html else bounds.text]
        self.cut = len(content) > len(self.content)
        self.enriched = subtype in ("enriched", "richtext")
        self.params, self.bounds = params, bounds
        self.defect = ""
        self.files: tuple[File, ...] = ()
        self._rendered: Rendered | None = None

    def content_ids(self) -> set[str]:
        """The parts that this one refers to (RFC 2392)."""
        if b"cid:" not in self.content.lower():
            return set()
        return {found.decode("latin-1").strip("<>") for found in _CID.findall(self.content)}

    def written(self) -> str:
        """The part as it stands, markup and all, in the charset that it tells."""
        charset = self.params.get("charset", "")
        if self.html and not charset and (meta := _META.search(self.content[:4096])):
            charset = meta[1].decode("ascii", "ignore")
        text, self.defect = to_text(self.content, charset)
        return text

    @property
    def rendered(self) -> Rendered:
        """The text, made once."""
        if self._rendered is None:
            text = self.written()
            if self.html:
                self._rendered = render(text, self.bounds.html)
                self._rendered.text = tidy(self._rendered.text)
            else:
                text = _ENRICHED.sub("", text) if self.enriched else text
                text = tidy(text)
                if self.params.get("format", "").lower() == "flowed":
                    text = unflowed(text, delete_space=self.params.get("delsp", "").lower() == "yes")
                self._rendered = Rendered(text)
        return self._rendered


def text_part(node: Node, bounds: Bounds, defects: set[str], *, first: bool) -> TextPart | None:
    """A leaf as part of the body, `first` if nothing stands before it; None where it is an attachment."""
    subtype = node.subtype
    if node.children:
        return None
    if node.main == "multipart":  # a container without parts: what stands there is read as text
        subtype = "plain"
    elif node.main != "text" or subtype not in _BODY_TEXTS:
        return None
    if node.disposition == "attachment" or (not (first and node.disposition != "inline") and node.name):
        return None
    if node.size > 2 * max(bounds.text, bounds.html):
        defects.add("text-too-large")
        return None
    content = b"".join(decoded(node.chunks(), node.encoding, defects.add))
    if b"\0" in content[:4096] and type_of(content[:4096], "", "") != "application/octet-stream":
        return None
    files: tuple[File, ...] = ()
    if subtype == "plain":
        content, files = divided(content, bounds.parts, defects)
    text = TextPart(content, subtype, node.params, bounds)
    text.files = files
    if text.cut:
        defects.add("text-cut")
    return text


def shown(texts: list[tuple[Leaf, TextPart]], defects: set[str]) -> list[str]:
    """The texts that a mail client would show, one for each alternative, each once."""
    groups: dict[Path | int | None, list[TextPart]] = {}
    for number, (leaf, part) in enumerate(texts):
        groups.setdefault(number if leaf.alternative is None else leaf.alternative, []).append(part)
    parts = [
        part
        for group in groups.values()
        for part in chosen([t for t in group if not t.html], [t for t in group if t.html])
    ]
    said = [part.rendered.text for part in parts]
    defects.update(part.defect for part in parts if part.defect)
    if len(said) == 1:
        return said
    once: dict[str, str] = {}  # some programs send both renderings one after the other
    for text in said:
        once.setdefault("".join(text.split()), text)
    return [text for words, text in once.items() if words]


def tidy(text: str) -> str:
    r"""Line ends "\n", NFC, without controls and without what cannot be seen."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        return text.encode("ascii").translate(None, _ASCII_CONTROLS).decode("ascii")
    return unicodedata.normalize("NFC", readable(_CONTROLS.sub("", text)))


def unflowed(text: str, *, delete_space: bool) -> str:
    """Lines that the sender's program wrapped, joined again (RFC 3676 section 4)."""
    out: list[list[str]] = []
    depth, flows = 0, False
    for line in text.split("\n"):
        bare = line.lstrip(">")
        marks = len(line) - len(bare)
        bare = bare[1:] if bare.startswith(" ") else bare
        if flows and marks == depth and bare != "-- ":
            out[-1].append(bare)
        else:
            out.append([(">" * marks + " " if marks else "") + bare])
        depth, flows = marks, bare.endswith(" ") and bare != "-- "
        if flows and delete_space:
            out[-1][-1] = out[-1][-1][:-1]
    return "\n".join("".join(pieces) for pieces in out)


def chosen(plain: list[TextPart], rich: list[TextPart]) -> list[TextPart]:
    """Of the renderings that multipart/alternative offers, the one that says most.

    The plain one, unless there is none, it is a stub, it leaves out where "hier" leads, or the HTML has
    tables whose rows it tore apart.
    """
    if not plain or not rich:
        return plain or rich
    text = "\n".join(part.rendered.text for part in plain)
    said = len(text.strip())
    if not said:
        return rich
    marks = sum(len(_CELL.findall(part.content)) for part in rich)
    if said < _SHORT and sum(len(part.content) for part in rich) > 4 * said:
        shown = sum(len(part.rendered.text) for part in rich)
        if shown > 4 * said + 200 or (shown > said + 50 and _STUB.search(text)):
            return rich
    if any(_points(text, part.content) for part in rich):
        return rich
    if marks >= 4 and _torn(text, [row for part in rich for row in part.rendered.rows]):
        return rich
    return plain


def _points(text: str, content: bytes) -> bool:
    """Whether words of a plain text point at a page of which only the HTML has the address."""
    together = " ".join(text.split())
    for found in islice(_LINKED.finditer(content), _MOST_LINKS):
        address, words = (html.unescape(one.decode("utf-8", "ignore")) for one in found.groups())
        words = " ".join(words.split())
        if not _POINTS.search(words) or _ASIDE.search(words) or words not in together:
            continue
        if address.rstrip("/") not in text:
            return True
    return False


def _torn(text: str, rows: list[tuple[str, ...]]) -> bool:
    """Whether most table rows are no longer lines of the plain text."""
    if not rows:
        return False
    lines = ["".join(line.split()) for line in text.split("\n")[:5000]]
    lost = 0
    for row in rows[:50]:
        cells = ["".join(cell.partition(" <http")[0].split()) for cell in row if cell][:2]
        lost += not any(all(cell in line for cell in cells) for line in lines)
    return lost * 2 > len(rows[:50])
