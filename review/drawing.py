"""Pictures of what mails bring along, made in a child process: pages of PDFs, photos without what they tell.

Everything here is called with hostile content. A limit that is passed ends the child (`review.workshop`).
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image, ImageOps, UnidentifiedImageError

from review.searching import Needle, found_in

# What is opened as a picture; others of Pillow's formats are programs (EPS), or nobody sends them.
_FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF")
_QUALITY: Final = 85
# No page or picture is a longer strip than this, its width being 1.
_LONGEST: Final = 6
_PASSWORD: Final = "password"  # noqa: S105 - pdfium's word for what it lacks


class CannotShowError(Exception):
    """There is no picture of something; `code` tells why: damaged, encrypted, too-large, kind or limit."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Box:
    """Where words stand on a page: the keys of the values that stand on them, in thousandths of its width."""

    keys: tuple[str, ...]
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: its number, its height in thousandths of its width, and which words were found on it.

    `lost` are the keys of words that are on the page, in a picture say, but nobody knows where.
    """

    number: int
    height: int
    boxes: tuple[Box, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaves:
    """The first pages of a document, and how many it has in all."""

    pages: tuple[Leaf, ...]
    total: int


def picture(path: Path, width: int, pixels: int) -> bytes:
    """A picture as a JPEG of this width at most, upright, with nothing in it but what is to be seen.

    Raises:
        CannotShowError: there is none to be had.
    """
    with open_picture(path) as image:
        return reduced(image, width, pixels)


def reduced(image: Image.Image, width: int, pixels: int) -> bytes:
    """An opened picture as a JPEG (`picture`). EXIF, GPS, thumbnails and comments stay behind."""
    image.draft("RGB", (width, width))
    if image.width * image.height > pixels:
        raise CannotShowError("too-large")
    try:
        turned = ImageOps.exif_transpose(image)
        turned.thumbnail((width, width * _LONGEST))
        return _jpeg(turned)
    except (OSError, SyntaxError, ValueError, EOFError) as error:  # what decoders raise on damaged files
        raise CannotShowError("damaged") from error


def open_picture(file: Path | io.BytesIO) -> Image.Image:
    """A picture of a known kind, of which only the size was read.

    Raises:
        CannotShowError: it is none.
    """
    try:
        return Image.open(file, formats=_FORMATS)
    except UnidentifiedImageError as error:
        raise CannotShowError("kind") from error
    except Image.DecompressionBombError as error:
        raise CannotShowError("too-large") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise CannotShowError("damaged") from error


def page(path: Path, number: int, width: int) -> bytes:
    """A page of a PDF, counted from 1, as a JPEG of this width.

    Raises:
        CannotShowError: there is none to be had.
    """
    with _document(path) as document:
        if not 1 <= number <= len(document):
            raise CannotShowError("damaged")
        leaf = _page(document, number)
        wide, high = leaf.get_size()
        scale = min(width / wide, width * _LONGEST / high)
        return _jpeg(leaf.render(scale=scale).to_pil())


def leaves(path: Path, most: int, needles: Sequence[tuple[int, Needle]]) -> Leaves:
    """The first pages of a PDF, with where on them the words stand that are looked for.

    Args:
        path: the document.
        most: how many pages.
        needles: words, each with the number of its page.

    Raises:
        CannotShowError: it cannot be opened.
    """
    with _document(path) as document:
        total = len(document)
        numbers = range(1, min(total, most) + 1)
        return Leaves(
            tuple(_leaf(document, number, [n for at, n in needles if at == number]) for number in numbers),
            total,
        )


def _leaf(document: pypdfium2.PdfDocument, number: int, needles: Sequence[Needle]) -> Leaf:
    try:
        leaf = _page(document, number)
        wide, high = leaf.get_size()
        height = min(round(1000 * high / wide), 1000 * _LONGEST)
        boxes: list[Box] = []
        lost: list[str] = []
        for needle, places in zip(needles, found_in(leaf, needles), strict=True):
            boxes += [Box(needle.keys, *place) for place in places]
            lost += [] if places else needle.keys
    except CannotShowError:
        return Leaf(number, 1414)  # as A4; its picture tells that there is none
    return Leaf(number, height, tuple(boxes), tuple(dict.fromkeys(lost)))


def _document(path: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise CannotShowError("encrypted" if _PASSWORD in str(error).lower() else "damaged") from error


def _page(document: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage:
    try:
        leaf = document[number - 1]
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise CannotShowError("damaged") from error
    wide, high = leaf.get_size()
    if not (wide > 0 and high > 0):
        raise CannotShowError("damaged")
    return leaf


def _jpeg(image: Image.Image) -> bytes:
    """The pixels alone, on white where they are transparent."""
    if image.mode not in ("RGB", "L"):
        clear = image.convert("RGBA")
        image = Image.new("RGB", clear.size, "white")
        image.paste(clear, mask=clear.getchannel("A"))
    image.info.clear()
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
