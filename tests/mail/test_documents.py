"""The text of attached documents, from files made here."""

import zipfile
from io import BytesIO

import pytest

from intake.mail.bounds import Bounds
from intake.mail.documents import text_of
from intake.mail.parse import parse_mail
from tests.mail.written import coded, multipart, text

BOUNDS = Bounds()
OPEN_XML = "application/vnd.openxmlformats-officedocument."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _zip(files: dict[str, str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def _package(main: str, kind: str, files: dict[str, str]) -> bytes:
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{OPEN_XML}{kind}.main+xml"/>' for name in (main,)
    )
    return _zip(
        {
            "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
            "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{RELATED}/officeDocument" Target="{main}"/></Relationships>',
            **files,
        }
    )


def docx() -> bytes:
    def cell(words: str) -> str:
        return f"<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"

    rows = "".join(
        f"<w:tr>{cell(a)}{cell(b)}</w:tr>" for a, b in (("Tijd", "Wat"), ("10.00 uur", "Inloop met koffie"))
    )
    body = f"<w:p><w:r><w:t>Programma één</w:t></w:r></w:p><w:tbl>{rows}</w:tbl><w:p/>"
    return _package(
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
    return _package(
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
    return _zip(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<office:document-content xmlns:office="{office}" xmlns:text="{words}"><office:body><office:text>'
            "<text:p>Programma één</text:p></office:text></office:body></office:document-content>",
        }
    )


def pdf(*lines: str) -> bytes:
    shown = " ".join(f"({line}) Tj T*" for line in lines).encode("cp1252")
    stream = b"BT /F1 12 Tf 14 TL 50 700 Td " + shown + b" ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(out))
    )


ICS = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Open dag op de\r\n  school\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("content", "kind", "said"),
    [
        (pdf("Open dag", "9 mei 2017, 10.00 uur"), "application/pdf", ["Open dag\n9 mei 2017, 10.00 uur"]),
        (
            docx(),
            OPEN_XML + "wordprocessingml.document",
            ["Programma één", "Tijd\tWat\n10.00 uur\tInloop met koffie"],
        ),
        (xlsx(), OPEN_XML + "spreadsheetml.sheet", ["Open dag\t9 mei"]),
        (odt(), "application/vnd.oasis.opendocument.text", ["Programma één"]),
        (rb"{\rtf1\ansi Open dag\par 9 mei}", "application/rtf", ["Open dag", "9 mei"]),
        (ICS, "text/calendar", ["SUMMARY:Open dag op de school\nEND:VEVENT"]),
        (b"BEGIN:VCARD\r\nFN:Jan\r\nEND:VCARD", "text/vcard", ["FN:Jan"]),
        (b"<p>Open <b>dag</b></p>", "text/html", ["Open dag"]),
        ("één".encode("cp1252"), "text/plain", ["één"]),
    ],
    ids=["pdf", "docx", "xlsx", "odt", "rtf", "ics", "vcf", "html", "txt"],
)
def test_a_document_gives_its_text_with_rows_as_lines(content: bytes, kind: str, said: list[str]) -> None:
    got, defect = text_of(content, kind, "", BOUNDS)
    for words in said:
        assert words in got
    assert defect in ("", "charset-guessed")
    assert "\r" not in got


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.4 kapot", b"PK\3\4", bytes(1000), docx()[:300], pdf("x")[:200]]
)
@pytest.mark.parametrize(
    "kind",
    [
        "application/pdf",
        OPEN_XML + "wordprocessingml.document",
        "application/rtf",
        "text/calendar",
        "application/msword",
    ],
)
def test_a_damaged_document_is_told_and_nothing_worse(content: bytes, kind: str) -> None:
    text_of(content, kind, "", BOUNDS)


def test_a_document_in_a_mail_has_its_text_beside_the_body() -> None:
    read = parse_mail(
        multipart(
            text(b"Zie bijlage."),
            coded(pdf("Open dag"), b'Content-Type: application/pdf; name="flyer mei.pdf"'),
        )
    )
    assert read.parts[0].source == "attachment:flyer mei.pdf"
    assert read.texts["attachment:flyer mei.pdf"] == "Open dag"


def test_a_document_above_the_bound_is_listed_unread() -> None:
    raw = multipart(
        text(), coded(pdf("Open dag") + b" " * 5000, b"Content-Type: application/pdf; name=a.pdf")
    )
    read = parse_mail(raw, bounds=Bounds(document=1000))
    assert (read.parts[0].size > 5000, read.parts[0].source) == (True, "")
    assert "document-too-large" in read.defects


def test_nothing_is_written_to_disk(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    text_of(pdf("Open dag"), "application/pdf", "", BOUNDS)
    text_of(docx(), OPEN_XML + "wordprocessingml.document", "", BOUNDS)
    assert list(tmp_path.iterdir()) == []
