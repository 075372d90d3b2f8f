"""What a message is once it has been read: values alone, no bytes, no library's objects."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class PassageKind(StrEnum):
    """Whose words a stretch of text is."""

    OWN = "own"
    QUOTED = "quoted"
    FORWARDED = "forwarded"
    SIGNATURE = "signature"
    DISCLAIMER = "disclaimer"
    HEADER = "header"  # the lines that introduce a quoted or forwarded mail: "Van: ... Verzonden: ..."


class Role(StrEnum):
    """What a part is to the desk (the corpus guide's words)."""

    DOCUMENT = "document"
    PHOTO = "photo"
    VIDEO = "video"
    AUDIO = "audio"
    CALENDAR = "calendar"
    CONTACT = "contact"
    MAIL = "mail"
    DECORATION = "decoration"
    SIGNATURE = "signature"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox as a header names it; `email` is lower-cased, `name` is decoded or empty."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch `texts[source][start:end]` and whose words it is.

    `level` counts how many mails deep it stands: 0 is the sender's own. `sender`, `sent` and `subject` are
    those of the quoted or forwarded mail, where its header block tells them.
    """

    source: str
    start: int
    end: int
    kind: PassageKind
    level: int = 0
    sender: Address | None = None
    sent: datetime | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a document (or a slide): its number, from 1, and where its text starts in the document's.

    `scanned`: its text was read from a picture, so that letters may be wrong.
    """

    number: int
    start: int
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part that a mail client would list or show.

    `path` is its place in the message tree, (0, 1) being the second child of the first. `name` is decoded,
    as a person would see it; `safe_name` can be a file name. `declared` is the sender's media type, `type`
    the one its content shows. `source` is the key of its text in `Mail.texts`, where it has one.
    """

    path: tuple[int, ...]
    name: str
    safe_name: str
    declared: str
    type: str
    disposition: str
    content_id: str
    size: int
    sha256: str
    role: Role
    source: str = ""
    suspicious: bool = False


@dataclass(frozen=True, slots=True)
class Mail:
    """One message. `texts` holds "subject", "body" and "attachment:NAME" (NAME numbered where it recurs).

    `date` carries a time zone or is None. `headers` maps lower-cased names to every decoded, unfolded value
    (RFC 5322 section 2.2). `defects` are codes of what was mended while reading, "charset-guessed" say.
    `pages` are those with words of each text that has pages, in their order; the first starts at 0.
    """

    size: int
    message_id: str
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    subject: str
    sender: Address
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    date: datetime | None
    headers: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, str]
    passages: tuple[Passage, ...]
    parts: tuple[Part, ...]
    defects: tuple[str, ...] = field(default=())
    pages: Mapping[str, tuple[Page, ...]] = field(default_factory=dict)

    def text_of(self, passage: Passage) -> str:
        """The words of one passage."""
        return self.texts[passage.source][passage.start : passage.end]

    def page_at(self, source: str, offset: int) -> Page | None:
        """The page on which a character of a text stands; None where that text has no pages."""
        pages = self.pages.get(source, ())
        found = bisect_right(pages, offset, key=lambda page: page.start)
        return pages[max(found, 1) - 1] if pages else None

    def scanned(self, source: str) -> bool:
        """Whether a text was read from a picture."""
        return any(page.scanned for page in self.pages.get(source, ()))

    def passages_of(self, *kinds: PassageKind) -> Iterator[Passage]:
        """The passages of these kinds, in the order in which they stand."""
        return (passage for passage in self.passages if passage.kind in kinds)
