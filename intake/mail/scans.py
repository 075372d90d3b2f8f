"""The text of pictures: scans, and flyers without a text of their own, by Tesseract where it is installed.

kreuzberg has Tesseract built in and needs nothing but the languages' data, which Debian has in the packages
tesseract-ocr and tesseract-ocr-nld. Pages are rendered here and given to it one by one, as pictures: of a
whole PDF it would hand what fails to another engine, which fetches its models from the network.
"""

import os
import struct
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from intake.mail.bounds import Bounds

if TYPE_CHECKING:  # it is loaded with the first picture
    from kreuzberg import ExtractionConfig

PICTURES: Final = ("image/png", "image/jpeg")
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_POINTS: Final = 72  # a PDF's unit: so many go into an inch
_DPI: Final = 300  # what Tesseract was trained for
# A photograph of people gives a few short words by chance, read with little confidence (of 100).
_WORDS: Final = 5
_LETTERS: Final = 3
_CONFIDENCE: Final = 70


class Scanner:
    """Reads the pictures of one mail, so many of them and no more.

    `able` turns False once reading is found to be impossible here: switched off, or no data installed.
    """

    def __init__(self, bounds: Bounds) -> None:
        """Nothing is loaded before the first picture."""
        self.bounds = bounds
        self.able = bool(bounds.ocr)
        self.left = bounds.ocr_pages

    def picture(self, content: bytes) -> str:
        """The words in a PNG or JPEG; "" where none can be read, or the bounds are passed."""
        if not self.able or self.left <= 0:
            return ""
        if not self.bounds.ocr_least_pixels <= pixels(content) <= self.bounds.ocr_pixels:
            return ""
        self.left -= 1
        return self._read(content)

    def pages(self, pdf: bytes, sizes: Sequence[tuple[float, float]]) -> list[tuple[int, str]]:
        """The words on the first pages of a PDF, whose sizes are in points, each behind its number."""
        found: list[tuple[int, str]] = []
        if not self.able:
            return found
        import kreuzberg

        with _path(pdf) as path:
            for number, (width, height) in enumerate(sizes[: max(self.left, 0)], 1):
                inches = max(width * height, 1) / _POINTS**2
                dpi = max(1, min(_DPI, int((self.bounds.ocr_page_pixels / inches) ** 0.5)))
                with suppress(Exception):  # a damaged page: the library raises what it likes
                    found.append((number, self.picture(kreuzberg.render_pdf_page(path, number - 1, dpi=dpi))))
        return found

    def _read(self, content: bytes) -> str:
        import kreuzberg

        kind = PICTURES[not content.startswith(_PNG)]
        try:
            result = kreuzberg.extract_bytes_sync(content, kind, _config(self.bounds))
        except kreuzberg.OCRError:
            self.able = False
            return ""
        except Exception:  # damaged, or it took too long: the picture stays, for a person to look at
            return ""
        words = [word for word in result.content.split() if sum(map(str.isalpha, word)) >= _LETTERS]
        confidence = result.metadata.get("mean_text_conf", 0)
        legible = len(words) >= _WORDS and isinstance(confidence, int) and confidence >= _CONFIDENCE
        return result.content if legible else ""


def able(bounds: Bounds) -> bool:
    """Whether pictures can be read here, by reading an empty one; it loads what reading needs."""
    scanner = Scanner(bounds)
    if scanner.able:
        scanner._read(_blank(64, 64))
    return scanner.able


def pixels(content: bytes) -> int:
    """How many pixels a PNG or JPEG has by its header; 0 where that cannot be told."""
    if content.startswith(_PNG) and len(content) >= 24:
        width, height = struct.unpack_from(">II", content, 16)
        return int(width * height)
    at = 2
    while content[:2] == b"\xff\xd8" and at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # a frame's header, ITU-T T.81 B.2.2
            height, width = struct.unpack_from(">HH", content, at + 5)
            return int(width * height)
        at += 2 + struct.unpack_from(">H", content, at + 2)[0]
    return 0


def _config(bounds: Bounds) -> "ExtractionConfig":
    import kreuzberg

    engine = kreuzberg.TesseractConfig(
        language=bounds.ocr, use_cache=False, output_format="text", enable_table_detection=False
    )
    return kreuzberg.ExtractionConfig(
        use_cache=False,
        enable_quality_processing=False,
        extraction_timeout_secs=bounds.ocr_seconds,
        ocr=kreuzberg.OcrConfig(backend="tesseract", language=bounds.ocr, tesseract_config=engine),
    )


@contextmanager
def _path(content: bytes) -> Iterator[str]:
    """A path under which a content can be read, since pages are rendered from files alone.

    Where the system can, it is no file on a disk, and gone with this process, however that ends.
    """
    if hasattr(os, "memfd_create"):
        handle = os.memfd_create("document")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            yield f"/proc/self/fd/{handle}"
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "document")
        path.write_bytes(content)
        yield str(path)


def _blank(width: int, height: int) -> bytes:
    """A white PNG (RFC 2083)."""
    rows = zlib.compress((b"\0" + b"\xff" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return _PNG + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    )
