"""Documents for the tests of reading, written by hand as far as they need them."""

import struct
import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from tests.mail.outlook import compound

OPEN_XML = "application/vnd.openxmlformats-officedocument."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def archive(files: dict[str, str]) -> bytes:
    """A ZIP of these files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in files.items():
            file.writestr(name, content)
    return out.getvalue()


def package(main: str, kind: str, files: dict[str, str]) -> bytes:
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{OPEN_XML}{kind}.main+xml"/>' for name in (main,)
    )
    return archive(
        {
            "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
            "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{RELATED}/officeDocument" Target="{main}"/></Relationships>',
            **files,
        }
    )


def docx(*table: tuple[str, ...]) -> bytes:
    """A letter of Word with one table; a line end in a cell is a break (ECMA-376 part 1, section 17.3.3.1)."""

    def cell(words: str) -> str:
        said = words.replace("\n", "</w:t><w:br/><w:t>")
        return f"<w:tc><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:tc>"

    rows = "".join(
        f"<w:tr>{''.join(map(cell, row))}</w:tr>"
        for row in table or (("Tijd", "Wat"), ("10.00 uur", "Inloop met koffie"))
    )
    body = f"<w:p><w:r><w:t>Programma één</w:t></w:r></w:p><w:tbl>{rows}</w:tbl><w:p/>"
    return package(
        "word/document.xml",
        "wordprocessingml.document",
        {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"},
    )


def xlsx() -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    row = "".join(
        f'<c r="{at}1" t="inlineStr"><is><t>{said}</t></is></c>'
        for at, said in (("A", "Open dag"), ("B", "9 mei"))
    )
    return package(
        "xl/workbook.xml",
        "spreadsheetml.sheet",
        {
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{RELATED}"><sheets><sheet name="Week" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{RELATED}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData><row r="1">{row}</row></sheetData></worksheet>',
        },
    )


def odt() -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    words = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<office:document-content xmlns:office="{office}" xmlns:text="{words}"><office:body><office:text>'
            "<text:p>Programma één</text:p></office:text></office:body></office:document-content>",
        }
    )


SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SLIDE = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


def pptx(*slides: tuple[str, ...]) -> bytes:
    """A presentation; of each slide its texts, from top to bottom."""
    numbers = range(1, len(slides) + 1)
    listed = "".join(f'<p:sldId id="{255 + n}" r:id="r{n}"/>' for n in numbers)
    linked = "".join(
        f'<Relationship Id="r{n}" Type="{RELATED}/slide" Target="slides/slide{n}.xml"/>' for n in numbers
    )
    return package(
        "ppt/presentation.xml",
        "presentationml.presentation",
        {
            "ppt/presentation.xml": f'<p:presentation {SLIDE} xmlns:r="{RELATED}"><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>',
            "ppt/_rels/presentation.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{linked}</Relationships>',
            **{f"ppt/slides/slide{n}.xml": _slide(texts) for n, texts in zip(numbers, slides, strict=True)},
        },
    )


def _slide(texts: tuple[str, ...]) -> str:
    shapes = "".join(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{n + 2}" name="Tekst {n}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="0" y="{n * 100000}"/><a:ext cx="90000" cy="90000"/></a:xfrm></p:spPr>'
        f"<p:txBody><a:bodyPr/><a:p><a:r><a:t>{escape(said)}</a:t></a:r></a:p></p:txBody></p:sp>"
        for n, said in enumerate(texts)
    )
    return f'<p:sld {SLIDE}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{shapes}</p:spTree></p:cSld></p:sld>'


def pdf(*lines: str) -> bytes:
    """A PDF of one page."""
    return pdf_of(lines)


def pdf_of(*pages: tuple[str, ...]) -> bytes:
    """A PDF of these pages, each of lines in Latin letters."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for lines in pages:
        shown = b" ".join(b"(%s) Tj T*" % _string(line) for line in lines)
        stream = b"BT /F1 12 Tf 14 TL 50 700 Td " + shown + b" ET"
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % (len(objects) + 2)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, content)
    size = len(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (
            size,
            table,
            size,
            len(out),
        )
    )


def _string(line: str) -> bytes:
    said = line.encode("cp1252", "replace")
    return said.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


def xls(name: str, *rows: tuple[str, ...]) -> bytes:
    """A workbook of Excel 97 with one sheet ([MS-XLS])."""
    listed = struct.pack("<IBBBB", 0, 0, 0, len(name), 0) + name.encode("latin-1")
    before = len(_stream(5)) + len(_record(0x85, listed)) + len(_record(0x0A))
    listed = struct.pack("<I", before) + listed[4:]
    cells = b"".join(
        _record(0x204, struct.pack("<HHHHB", row, column, 0, len(said), 1) + said.encode("utf-16-le"))
        for row, told in enumerate(rows)
        for column, said in enumerate(told)
    )
    sheet = _stream(0x10) + cells + _record(0x0A)
    return compound({"Workbook": _stream(5) + _record(0x85, listed) + _record(0x0A) + sheet})


def _stream(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0x1A0F, 0x7CC, 0, 6))


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def doc(*lines: str) -> bytes:
    """A letter of Word 97: its header, its text in one piece, and the table that says so ([MS-DOC])."""
    said = "".join(f"{line}\r" for line in lines)
    content, start = said.encode("utf-16-le"), 2048
    head = bytearray(start)
    struct.pack_into("<HHHHHHHI", head, 0, 0xA5EC, 0xC1, 0, 0x413, 0, 0x1200, 0xBF, 0)
    struct.pack_into("<II", head, 24, start, start + len(content))
    struct.pack_into("<H", head, 32, 14)
    struct.pack_into("<HI", head, 62, 22, start + len(content))
    struct.pack_into("<I", head, 76, len(said))
    struct.pack_into("<H", head, 152, 93)
    pieces = struct.pack("<IIHIH", 0, len(said), 0, start, 0)
    table = b"\2" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", head, 154 + 33 * 8, 0, len(table))
    return compound({"1Table": table, "WordDocument": bytes(head) + content})
