"""Every bound on reading one mail, each with its reason: what is allowed before and while it is parsed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

KB = 1024
MB = 1024 * KB
HEADERS: Final = "with less the headers of ordinary mails are cut, and far more is what attacks are made of"


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much one mail may cost. Sizes in bytes, `memory_mb` in MB, times in seconds."""

    # The child process: the slowest of the collected mails takes 0.2 s; a document of 100 pages about 1 s.
    seconds: float = 20.0
    # A child starts at 110 MB with all libraries in; a 60 MB attachment adds what is being decoded.
    memory_mb: int = 1024
    # Two cores are what a small server has; reading is bound by the processor.
    processes: int = 2
    # A child is replaced after so many mails, lest what libraries leak adds up.
    mails_a_child: int = 500

    # Headers: real ones stay under 30 KB; some of the library's loops are quadratic in a header's length.
    header_block: int = 100 * KB
    header: int = 64 * KB
    # Content-Type and its kin are split on ";" again and again, at quadratic cost.
    structure_header: int = 8 * KB
    structure_params: int = 100
    # A decoded word costs a codec look-up; 20,000 of them ended in a MemoryError.
    encoded_words: int = 500
    addresses: int = 1000
    # The address parser recurses into comments.
    comments: int = 100
    # Fields of one block, and "Received" lines among them: a mail passes some ten servers.
    fields: int = 1000
    received: int = 100
    # All header blocks of a mail together, and what a block may hold once that is spent.
    headers: int = 1 * MB
    late_header_block: int = 4 * KB

    # The tree: reading recurses with every level, and keeps an object for every part.
    parts: int = 500
    nesting: int = 50
    # Lines that begin with "--" and are no boundary; each is looked up.
    dash_lines: int = 200_000
    # Mails in mails in documents: what is deeper is kept as a part, unread.
    attached_levels: int = 5

    # Text: a person's mail is under 100 KB; what is longer was not typed, and staff would not read it.
    text: int = 1 * MB
    html: int = 1 * MB
    # Documents' text: a hundred pages.
    document: int = 20 * MB
    document_text: int = 1 * MB
    # Pictures of text: the languages that Tesseract reads them in; "" reads none.
    ocr: str = "nld+eng"
    # A flyer has two sides. A page costs 1.5 s with few words, 3.5 s when it is full, and 250 MB; no more of
    # them, nor of seconds for one, than fit into `seconds` beside the rest of a mail.
    ocr_pages: int = 2
    ocr_seconds: int = 8
    # An A4 page at 300 dpi has 8.7 million pixels; larger pages are rendered with fewer dpi.
    ocr_page_pixels: int = 9_000_000
    # Of pictures that came as such: a phone's camera makes 12 million (380 MB); below, no flyer can be read.
    ocr_pixels: int = 20_000_000
    ocr_least_pixels: int = 200_000
    picture: int = 10 * MB
    # A mail with so little text of its own (in characters) may have all its details in its one picture.
    little_text: int = 400
    # A PDF with fewer letters has no text: "Gescand met CamScanner", a page's number.
    document_letters: int = 25

    # A message's or TNEF's content is needed in memory as a whole to be read.
    container: int = 64 * MB

    # From and to which value a number may go in the file, and why. Of what is not here none is read at 0.
    RANGES: ClassVar[Mapping[str, tuple[float, float, str]]] = {
        "seconds": (0.1, 3600, "with less no mail would be read, and one must not hold up the others"),
        "memory_mb": (256, 64 * KB, "a child that reads takes more than 100 MB before it has seen a mail"),
        "processes": (1, 64, "without one no mail would be read, and each holds memory of its own"),
        "mails_a_child": (1, 100_000, "at 0 no mail would be read, and what libraries leak adds up"),
        "header_block": (4 * KB, 1 * MB, HEADERS),
        "header": (1 * KB, 1 * MB, HEADERS),
        "structure_header": (512, 64 * KB, HEADERS),
        "structure_params": (10, 1000, HEADERS),
        "encoded_words": (10, 5000, HEADERS),
        "addresses": (50, 10_000, HEADERS),
        "comments": (10, 1000, HEADERS),
        "fields": (50, 10_000, HEADERS),
        "received": (20, 1000, HEADERS),
        "headers": (4 * KB, 16 * MB, HEADERS),
        "late_header_block": (512, 64 * KB, HEADERS),
        "parts": (1, 10_000, "a mail has one part at least, and each is an object in memory"),
        "nesting": (1, 100, "a mail with a flyer is nested, and reading recurses with every level"),
        "dash_lines": (100, 10_000_000, "with fewer no part would be found, and each is looked up"),
        "attached_levels": (0, 20, "reading recurses with every level"),
        "text": (1 * KB, 64 * MB, "with less no mail would be read, and no person writes more"),
        "html": (1 * KB, 64 * MB, "with less no mail would be read, and no person writes more"),
        "ocr_seconds": (1, 600, 'with less no page would be read; ocr = "" reads none'),
    }
