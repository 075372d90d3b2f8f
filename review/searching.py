"""Where words stand on a page of a PDF, by letters and figures alone: blanks are no two readers' same."""

import ctypes
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2
from pypdfium2 import raw as pdfium

# A page of a newspaper has some 20,000 characters; what has more was not written to be read.
_MOST_CHARACTERS: Final = 100_000
# Boxes closer than this, in thousandths of the page's width, are of one line.
_NEAR: Final = 25
Place = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Needle:
    """Words that are looked for on a page: the `nth` time (from 0) that they stand there."""

    keys: tuple[str, ...]
    words: str
    nth: int


def squeezed(text: str) -> str:
    """Its letters and figures."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())


def needles(
    text: str, pages: Sequence[Mapping[str, Any]], marks: Iterable[tuple[int, int, tuple[str, ...]]]
) -> tuple[tuple[int, Needle], ...]:
    """What to look for on which page.

    Args:
        text: of the whole document, as it was read.
        pages: number and start in the text of each page, in order (`DraftView.pages`).
        marks: start, end and keys of the words that values stand on.
    """
    found = []
    for start, end, keys in marks:
        page = next((one for one in reversed(pages) if one["start"] <= start), None)
        words = squeezed(text[start:end])
        if page is not None and words:
            nth = squeezed(text[page["start"] : start]).count(words)
            found.append((int(page["number"]), Needle(keys, words, nth)))
    return tuple(found)


def found_in(page: pypdfium2.PdfPage, wanted: Sequence[Needle]) -> list[list[Place]]:
    """Of each the boxes around its words, line by line (`Box`); none where they are not found."""
    if not wanted:
        return []
    words = page.get_textpage()
    count = min(words.count_chars(), _MOST_CHARACTERS)
    letters: list[str] = []
    places: list[int] = []
    for at in range(count):
        for letter in squeezed(chr(pdfium.FPDFText_GetUnicode(words, at))):
            letters.append(letter)
            places.append(at)
    text = "".join(letters)
    return [_lines(page, words, _span(text, places, one)) for one in wanted]


def _span(text: str, places: Sequence[int], needle: Needle) -> Sequence[int]:
    """The characters of the needle's own occurrence, or of the last one there is."""
    at = -1
    for _ in range(needle.nth + 1):
        again = text.find(needle.words, at + 1)
        if again == -1:
            break
        at = again
    return places[at : at + len(needle.words)] if at >= 0 else ()


def _lines(page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage, span: Sequence[int]) -> list[Place]:
    wide, high = page.get_size()
    lines: list[list[float]] = []
    for at in dict.fromkeys(span):
        left, bottom, right, top = words.get_charbox(at)
        x1, y1 = _on_picture(page, wide, high, left, top)
        x2, y2 = _on_picture(page, wide, high, right, bottom)
        box = [min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)]
        last = lines[-1] if lines else None
        if last and box[1] < last[3] and box[3] > last[1] and -_NEAR < box[0] - last[2] < _NEAR:
            last[:] = [min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3])]
        else:
            lines.append(box)
    return [(round(a), round(b), max(1, round(c - a)), max(1, round(d - b))) for a, b, c, d in lines]


def _on_picture(page: pypdfium2.PdfPage, wide: float, high: float, x: float, y: float) -> tuple[float, float]:
    """A point of the page where it is drawn, whichever way the page is turned and cut."""
    across, down = ctypes.c_int(), ctypes.c_int()
    fine = 10
    size = (1000 * fine, round(1000 * fine * high / wide))
    pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, ctypes.byref(across), ctypes.byref(down))
    return across.value / fine, down.value / fine
