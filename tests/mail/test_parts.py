"""Parts: what they are called, what they are, and what is inside those that wrap others."""

import base64
import hashlib
import json
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import BadMail
from intake.mail.mail import Role
from intake.mail.msg import message_of
from intake.mail.names import name_of, safe_name
from intake.mail.parse import parse_mail
from intake.mail.smime import signed_content
from intake.mail.tnef import read_tnef
from tests.conftest import missing
from tests.mail.outlook import msg, tnef
from tests.mail.written import SHARED, coded, mail, multipart, part, text

JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8
PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
PDF = b"%PDF-1.4\n%%EOF"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("attachment; filename=flyer.pdf", "flyer.pdf"),
        ('attachment; filename="flyer mei.pdf"', "flyer mei.pdf"),
        ('attachment; filename="a;b\\"c.pdf"', 'a;b"c.pdf'),
        ("attachment; filename*=UTF-8''Flyer%20%E2%80%93%20mei.pdf", "Flyer – mei.pdf"),
        ("attachment; filename*=iso-8859-1'nl'caf%E9.pdf", "café.pdf"),
        ("attachment;\r\n filename*0*=utf-8''uitleg%20;\r\n filename*1*=voor%20;\r\n filename*2=mentoren.pdf", "uitleg voor mentoren.pdf"),
        ('attachment; filename*1="twee.pdf"; filename*0="een "', "een twee.pdf"),
        ("attachment; filename*0*=utf-8''%C3; filename*1*=%A9.pdf", "é.pdf"),  # a character over two pieces
        ('attachment; filename="=?utf-8?B?UHJvZ3JhbW1h?=\r\n =?utf-8?B?LmRvY3g=?="', "Programma.docx"),
        ("attachment; filename==?iso-8859-1?Q?=E9=E9n=2Epdf?=", "één.pdf"),
        ("attachment; filename=\"caf\udce9.pdf\"", "café.pdf"),  # raw 8-bit
        ("attachment; filename=\"caf\udcc3\udca9.pdf\"", "café.pdf"),
        ("attachment; filename=\"a\u202efdp.exe\"", "afdp.exe"),
        ("attachment; filename=../../etc/passwd", "../../etc/passwd"),
        ("attachment; FILENAME = a.pdf ; size=3", "a.pdf"),
        ("attachment", "uit-content-type.pdf"),
    ],
)  # fmt: skip
def test_a_name_is_what_the_sender_saw(said: str, name: str) -> None:
    assert name_of(said, "application/pdf; name=uit-content-type.pdf") == name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("flyer mei.pdf", "flyer mei.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Documenten\\flyer.pdf", "flyer.pdf"),
        ("..", "bijlage-1"),
        ("", "bijlage-1"),
        (".htaccess", "htaccess"),
        ("con.pdf", "_con.pdf"),
        ("LPT1", "_LPT1"),
        ('a<b>:"|?*.pdf', "a_b_.pdf"),
        ("a\0b\n.pdf", "a_b_.pdf"),
        ("x" * 400 + ".pdf", "x" * 146 + ".pdf"),
        ("é" * 400 + ".pdf", "é" * 73 + ".pdf"),
    ],
)
def test_a_safe_name_can_be_a_file_on_any_system(name: str, safe: str) -> None:
    assert safe_name(name, "bijlage-1") == safe


@given(st.text(max_size=300))
def test_no_name_leaves_its_folder(name: str) -> None:
    safe = safe_name(name, "bijlage-1")
    assert safe
    assert "/" not in safe
    assert "\\" not in safe
    assert "\0" not in safe
    assert safe not in (".", "..")
    assert len(safe.encode()) <= 150


def _only(content: bytes, kind: bytes, name: bytes, *headers: bytes, container: bytes = b"mixed"):  # type: ignore[no-untyped-def]
    raw = multipart(
        text(), coded(content, b'Content-Type: %s; name="%s"' % (kind, name), *headers), kind=container
    )
    return parse_mail(raw).parts[0]


CID = b"Content-ID: <x@y>"
INLINE, ATTACHED = b"Content-Disposition: inline", b"Content-Disposition: attachment"


@pytest.mark.parametrize(
    ("content", "kind", "name", "headers", "container", "role"),
    [
        (PNG, b"image/png", b"image001.png", [INLINE, CID], b"related", Role.DECORATION),
        (JPEG + bytes(2_000_000), b"image/jpeg", b"image001.jpg", [INLINE, CID], b"related", Role.PHOTO),
        (JPEG, b"image/jpeg", b"IMG_2041.JPG", [INLINE], b"mixed", Role.PHOTO),
        (JPEG, b"image/jpeg", b"stoel van Amber.jpg", [INLINE], b"mixed", Role.PHOTO),
        (JPEG, b"image/jpeg", b"poster.jpg", [ATTACHED], b"mixed", Role.DOCUMENT),
        (PNG, b"image/png", b"logo.png", [ATTACHED], b"mixed", Role.DECORATION),
        (b"GIF89a\1\0\1\0", b"image/gif", b"", [], b"mixed", Role.DECORATION),  # a tracking pixel
        (PDF, b"application/octet-stream", b"flyer.pdf", [ATTACHED], b"mixed", Role.DOCUMENT),
        (b"\0\0\0\x18ftypmp42", b"video/mp4", b"clip.mp4", [ATTACHED], b"mixed", Role.VIDEO),
        (b"\0\0\0\x18ftypM4A ", b"audio/mp4", b"fragment.m4a", [ATTACHED], b"mixed", Role.AUDIO),
        (b"BEGIN:VCARD\r\nEND:VCARD", b"text/plain", b"Jan.vcf", [ATTACHED], b"mixed", Role.CONTACT),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", b"application/octet-stream", b"x.ics", [ATTACHED], b"mixed", Role.CALENDAR),
        (b"0\x82", b"application/pkcs7-signature", b"smime.p7s", [ATTACHED], b"mixed", Role.SIGNATURE),
        (b"-----BEGIN PGP SIGNATURE-----", b"application/pgp-signature", b"signature.asc", [ATTACHED], b"mixed", Role.SIGNATURE),
        (b"<html></html>", b"text/html", b"ATT00001.htm", [ATTACHED], b"mixed", Role.OTHER),
        (b"MZ\x90", b"application/octet-stream", b"setup.exe", [ATTACHED], b"mixed", Role.OTHER),
    ],
)  # fmt: skip
def test_a_part_has_the_role_that_staff_would_give_it(
    content: bytes, kind: bytes, name: bytes, headers: list[bytes], container: bytes, role: Role
) -> None:
    assert _only(content, kind, name, *headers, container=container).role is role


def _zipped(*names: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "kind", "name", "suspicious"),
    [
        (PDF, b"application/pdf", b"flyer.pdf", False),
        (JPEG, b"image/jpg", b"foto.JPG", False),
        (JPEG, b"image/png", b"foto.png", False),  # a photo that was renamed harms nobody
        (_zipped("word/document.xml"), b"application/octet-stream", b"brief.docx", False),
        (_zipped("a.txt"), b"application/zip", b"a.zip", False),
        (b"{\\rtf1}", b"application/msword", b"brief.doc", False),
        (_zipped("word/document.xml"), b"application/pdf", b"uitnodiging.pdf", True),
        (b"MZ\x90\0", b"application/pdf", b"flyer.pdf", True),
        (b"var a;", b"application/octet-stream", b"Factuur.pdf.js", True),
        (b"x", b"application/octet-stream", b"macro.docm", True),
        (
            _zipped("word/document.xml", "word/vbaProject.bin"),
            b"application/octet-stream",
            b"brief.docx",
            True,
        ),
        (PDF, b"image/jpeg", b"foto.jpg", True),
    ],
)
def test_programs_scripts_macros_and_false_names_are_suspicious(
    content: bytes, kind: bytes, name: bytes, suspicious: bool
) -> None:
    assert _only(content, kind, name, ATTACHED).suspicious is suspicious


def test_the_parts_of_a_winmail_dat_stand_for_it() -> None:
    wrapped = tnef(("Programma – dag.pdf", PDF), ("vorige editie.jpg", JPEG))
    read = parse_mail(
        multipart(text(), coded(wrapped, b"Content-Type: application/ms-tnef; name=winmail.dat"))
    )
    assert [(p.path, p.name, p.role, p.sha256) for p in read.parts] == [
        ((1, 0), "Programma – dag.pdf", Role.DOCUMENT, hashlib.sha256(PDF).hexdigest()),
        ((1, 1), "vorige editie.jpg", Role.PHOTO, hashlib.sha256(JPEG).hexdigest()),
    ]


def test_the_text_of_a_winmail_dat_is_read_where_the_mail_has_none() -> None:
    wrapped = coded(tnef(body="Beste desk, één vraag."), b"Content-Type: application/ms-tnef")
    assert parse_mail(multipart(wrapped)).texts["body"] == "Beste desk, één vraag."
    assert parse_mail(multipart(text(b"zelf"), wrapped)).texts["body"] == "zelf"


def test_a_damaged_winmail_dat_is_kept_as_it_is() -> None:
    read = parse_mail(
        multipart(text(), coded(b"\x00\x01", b"Content-Type: application/ms-tnef; name=winmail.dat"))
    )
    assert [p.name for p in read.parts] == ["winmail.dat"]


WRAPPED = {
    "body.tnef": [], "data-before-name.tnef": ["AUTOEXEC.BAT", "CONFIG.SYS", "boot.ini"], "long-filename.tnef": ["allproductsmar2000.dat"],
    "multi-value-attribute.tnef": ["208225__5_seconds__Voice_Mail.mp3"], "one-file.tnef": ["AUTHORS"], "two-files.tnef": ["AUTHORS", "README"],
    "unicode-mapi-attr-name.tnef": ["spaconsole2.cfg", "image001.png", "image002.png", "image003.png"], "unicode-mapi-attr.tnef": ["example.dat"],
}  # fmt: skip


@pytest.mark.parametrize("name", WRAPPED)
def test_collected_winmail_dats_give_their_files(name: str) -> None:
    path = SHARED / "wild/tnef" / name
    if not path.exists():
        missing("the collection of winmail.dat bodies (shared/wild/tnef)")
    item = read_tnef(path.read_bytes())
    assert item is not None
    assert [file.name for file in item.enclosed] == WRAPPED[name]


@given(st.binary(max_size=400))
def test_no_winmail_dat_breaks_the_reader(content: bytes) -> None:
    read_tnef(b"\x78\x9f\x3e\x22\1\0" + content)


def test_a_msg_is_the_mail_it_was() -> None:
    content = msg(
        {
            0x0037: "Open dag – mei",
            0x0C1A: "Piet",
            0x5D01: "piet@x.nl",
            0x0E04: "desk",
            0x1000: "Beste desk,\r\n\r\nKomt allen.",
        },
        ("flyer.pdf", PDF + b" " * 5000),
    )
    read = parse_mail(message_of(content))
    assert (read.subject, read.sender.name, read.sender.email) == ("Open dag – mei", "Piet", "piet@x.nl")
    assert read.texts["body"] == "Beste desk,\n\nKomt allen."
    assert [(p.name, p.type, p.size) for p in read.parts] == [
        ("flyer.pdf", "application/pdf", len(PDF) + 5000)
    ]


HTML = b'<p>Kom naar de open dag op 9 mei.</p><p>Meld je <a href="https://x.nl/kom">hier</a> aan.</p>'
# The example of [MS-OXRTFCP] section 4.1.1.
PACKED = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af32068656c090020627705b06c647d0a800fa0"
)


def test_a_msg_that_says_only_in_html_where_a_link_leads_still_leads_there() -> None:
    content = msg(
        {0x0037: "Open dag", 0x1000: "Kom naar de open dag op 9 mei.\n\nMeld je hier aan.", 0x1013: HTML}
    )
    assert "https://x.nl/kom" in parse_mail(message_of(content)).texts["body"]
    attached = coded(content, b"Content-Type: application/octet-stream; name=uitnodiging.msg")
    assert "https://x.nl/kom" in parse_mail(multipart(text(), attached)).texts["attachment:uitnodiging.msg"]


def test_a_winmail_dat_says_where_the_link_in_its_html_leads() -> None:
    wrapped = tnef(body="Kom naar de open dag op 9 mei.\n\nMeld je hier aan.", html=HTML)
    read = parse_mail(multipart(coded(wrapped, b"Content-Type: application/ms-tnef; name=winmail.dat")))
    assert "https://x.nl/kom" in read.texts["body"]


def test_a_msg_with_two_renderings_says_everything_once_and_keeps_its_files() -> None:
    content = msg(
        {
            0x0037: "Open dag",
            0x1000: "Komt allen, ook Ren\u00e9.",
            0x1013: "<p>Komt allen, ook Ren\u00e9.</p>",
        },
        ("flyer.pdf", PDF + b" " * 5000),
    )
    read = parse_mail(message_of(content))
    assert read.texts["body"] == "Komt allen, ook Ren\u00e9."
    assert [part.name for part in read.parts] == ["flyer.pdf"]


@pytest.mark.parametrize("charset", ["windows-1252", "utf-8"])
def test_html_that_a_msg_holds_as_text_is_not_read_in_the_charset_that_it_was_sent_in(charset: str) -> None:
    page = (
        f'<meta http-equiv="Content-Type" content="text/html; charset={charset}"><p>Caf\u00e9 Ren\u00e9</p>'
    )
    assert parse_mail(message_of(msg({0x1013: page}))).texts["body"] == "Caf\u00e9 Ren\u00e9"
    coded_page = msg({0x1013: page.encode(charset)})
    assert parse_mail(message_of(coded_page)).texts["body"].strip() == "Caf\u00e9 Ren\u00e9"


def test_a_msg_whose_text_is_rtf_alone_is_read() -> None:
    read = parse_mail(message_of(msg({0x0037: "Open dag", 0x1009: PACKED})))
    assert read.texts["body"] == "hello world"
    attached = coded(msg({0x1009: PACKED}), b"Content-Type: application/octet-stream; name=a.msg")
    assert "hello world" in parse_mail(multipart(text(), attached)).texts["attachment:a.msg"]


def test_an_attached_msg_is_read_as_the_mail_it_is() -> None:
    content = msg({0x0037: "Open dag", 0x1000: "Komt allen."})
    read = parse_mail(
        multipart(text(), coded(content, b"Content-Type: application/octet-stream; name=uitnodiging.msg"))
    )
    assert [(p.name, p.role) for p in read.parts] == [("uitnodiging.msg", Role.MAIL)]
    assert "Komt allen." in read.texts["attachment:uitnodiging.msg"]


@pytest.mark.parametrize(
    "content", [b"", b"x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), msg({0x0037: "x"})[:3000]]
)
def test_a_damaged_msg_is_bad_mail_and_nothing_worse(content: bytes) -> None:
    with pytest.raises(BadMail):
        message_of(content)


def _signed(content: bytes) -> bytes:
    def wrap(tag: int, value: bytes) -> bytes:
        size = len(value).to_bytes(3, "big")
        return bytes([tag, 0x83]) + size + value

    inner = wrap(
        0x30,
        bytes.fromhex("06092a864886f70d010701")
        + wrap(0xA0, wrap(0x24, wrap(4, content[:9]) + wrap(4, content[9:]))),
    )
    return wrap(
        0x30, bytes.fromhex("06092a864886f70d010702") + wrap(0xA0, wrap(0x30, b"\2\1\1" + b"\x31\0" + inner))
    )


def test_what_an_opaque_signature_wraps_is_read() -> None:
    inner = multipart(
        text(b"ondertekend"), coded(PDF, b"Content-Type: application/pdf; name=flyer.pdf"), head=b""
    )
    raw = mail(base64.encodebytes(_signed(inner)), b"Content-Type: application/pkcs7-mime; name=smime.p7m",
               b"Content-Transfer-Encoding: base64")  # fmt: skip
    read = parse_mail(raw)
    assert read.texts["body"] == "ondertekend"
    assert {(p.name, p.role) for p in read.parts} == {
        ("flyer.pdf", Role.DOCUMENT),
        ("smime.p7m", Role.SIGNATURE),
    }


@given(st.binary(max_size=300))
def test_no_signature_breaks_the_reader(content: bytes) -> None:
    signed_content(b"0\x80" + bytes.fromhex("06092a864886f70d010702") + content)


def test_a_clear_signed_mail_reads_as_its_content() -> None:
    signature = coded(b"0\x82", b"Content-Type: application/pkcs7-signature; name=smime.p7s")
    read = parse_mail(multipart(text(b"ondertekend"), signature, kind=b"signed"))
    assert read.texts["body"] == "ondertekend"
    assert [(p.name, p.role) for p in read.parts] == [("smime.p7s", Role.SIGNATURE)]


def test_parts_of_one_name_have_texts_of_their_own() -> None:
    one, two = (coded(said, b"Content-Type: text/plain; name=a.txt", ATTACHED) for said in (b"een", b"twee"))
    read = parse_mail(multipart(text(), one, two))
    assert [(p.source, read.texts[p.source]) for p in read.parts] == [
        ("attachment:a.txt", "een"),
        ("attachment:a.txt (2)", "twee"),
    ]


def test_mails_within_mails_end_somewhere() -> None:
    raw = mail(b"diep")
    for level in range(12):
        raw = multipart(text(b"laag"), part(raw, b"Content-Type: message/rfc822"), boundary=b"g%d" % level)
    read = parse_mail(raw)
    assert "nested-too-deep" in read.defects
    assert len([p for p in read.parts if p.role is Role.MAIL]) == 6


def _corpus() -> Path:
    own = Path(__file__).parents[1] / "corpus"
    return own if own.exists() else SHARED / "corpus/dev"


def test_labelled_mails_have_their_attachments_and_roles() -> None:
    tally = Counter[str]()
    for label in sorted(_corpus().rglob("*.json")):
        gold = json.loads(label.read_text())
        if "attachments" not in gold:
            continue
        read = parse_mail(label.with_suffix(".eml").read_bytes())
        said = Counter((p.name, p.role.value) for p in read.parts)
        want = Counter((a["name"], a["role"]) for a in gold["attachments"])
        tally.update(right=(said & want).total(), said=said.total(), want=want.total())
        assert any(p.suspicious for p in read.parts) == (
            "suspicious-attachment" in gold.get("warnings", [])
        ), label.name
    if not tally["want"]:
        missing("the labelled mails")
    assert 2 * tally["right"] / (tally["said"] + tally["want"]) >= 0.97
