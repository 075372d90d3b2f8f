"""Documents and pictures to attach: plain ones, and such as are made to do harm."""

import io
import struct
import zlib

from PIL import Image


def pdf(
    *pages: bytes, size: tuple[float, float] = (595, 842), more: bytes = b"", objects: bytes = b""
) -> bytes:
    """A PDF whose pages have these contents; `more` goes into the catalogue, `objects` stand behind them."""
    count = len(pages)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(count))
    made = [
        b"1 0 obj <</Type/Catalog/Pages 2 0 R %s>> endobj" % more,
        b"2 0 obj <</Type/Pages/Count %d/Kids[%s]>> endobj" % (count, kids),
        b"3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>> endobj",
    ]
    for number, content in enumerate(pages):
        box = b"0 0 %g %g" % size
        made.append(
            b"%d 0 obj <</Type/Page/Parent 2 0 R/MediaBox[%s]/Resources<</Font<</F 3 0 R>>/XObject<</I 90 0 R>>>>"
            b"/Contents %d 0 R>> endobj" % (4 + 2 * number, box, 5 + 2 * number)
        )
        made.append(
            b"%d 0 obj <</Length %d>> stream\n%s\nendstream endobj" % (5 + 2 * number, len(content), content)
        )
    return b"%PDF-1.7\n" + b"\n".join(made) + b"\n" + objects + b"\ntrailer <</Root 1 0 R>>\n%%EOF\n"


def line(text: str, x: int = 60, y: int = 700, points: int = 20) -> bytes:
    """A line of text on a page."""
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F %d Tf %d %d Td (%s) Tj ET\n" % (points, x, y, escaped)


def encrypted_pdf() -> bytes:
    """One that opens with a password that nobody knows."""
    keys = b"<" + b"41" * 32 + b">"
    head = b"/Filter/Standard/V 1/R 2/P -4/O %s/U %s" % (keys, keys)
    made = pdf(line("geheim"))
    return made.replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt <<%s>>/ID[<41><41>]" % head)


def bomb_pdf(side: int = 30_000) -> bytes:
    """A page of a few kilobytes that shows a picture of gigabytes."""
    content = zlib.compress(zlib.compress(b"\0" * (side * side // 100), 9), 9)
    image = (
        b"90 0 obj <</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8"
        b"/Filter[/FlateDecode/FlateDecode]/Length %d>> stream\n%s\nendstream endobj"
        % (side, side, len(content), content)
    )
    return pdf(b"q 500 0 0 500 40 40 cm /I Do Q\n" * 50, objects=image)


def busy_pdf() -> bytes:
    """A page that is never drawn to its end."""
    inner = zlib.compress(b"0 0 m 595 842 l S 595 0 m 0 842 l S\n" * 2_000_000, 9)
    made = pdf(b"@@")
    return made.replace(
        b"<</Length 2>> stream\n@@",
        b"<</Filter/FlateDecode/Length %d>> stream\n%s" % (len(inner), inner),
    )


def photo(size: tuple[int, int] = (1200, 800), *, exif: bool = False, kind: str = "JPEG") -> bytes:
    """A picture, left half red, right half blue; with `exif` it was taken on its side, at a place that it tells."""
    image = Image.new("RGB", size, "#c02020")
    image.paste("#2040c0", (size[0] // 2, 0, *size))
    out = io.BytesIO()
    about = Image.Exif()
    if exif:
        about[0x0112] = 6  # to be turned by a quarter
        about[0x010E] = "geheim-onderschrift"
        about[0x0110] = "geheim-toestel"
        place = about.get_ifd(0x8825)
        place[1], place[2] = "N", (52.0, 5.0, 12.0)
    image.save(out, kind, **({"exif": about, "comment": b"geheim-commentaar"} if exif else {}))
    return out.getvalue()


def bomb_png(side: int = 20_000) -> bytes:
    """A picture of a few kilobytes with hundreds of millions of pixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0))
    row = b"\0" * (side // 8 + 1)
    squeeze = zlib.compressobj(9)
    body = b"".join(squeeze.compress(row * 100) for _ in range(side // 100)) + squeeze.flush()
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", body) + chunk(b"IEND", b"")
