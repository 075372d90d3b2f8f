"""Flyers that are pictures: read where Tesseract is installed, never sure, and told of where they are not."""

import functools
import struct
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from intake.commands.check import reads_pictures
from intake.extract.grades import LIKELY, SAID
from intake.handover import handed_over
from intake.mail.bounds import Bounds
from intake.mail.documents import document_of
from intake.mail.mail import Page, Role
from intake.mail.parse import parse_mail
from intake.mail.scans import Scanner, pixels
from intake.reading import Reading, read
from intake.sandbox import Sandbox
from tests.conftest import missing
from tests.extract.letters import WEEK, message
from tests.mail.papers import pdf

FLYER = (
    (34, "Open middag: Terug naar school"),
    (16, "Landelijke Actieweek Thuiszitters"),
    (16, "Woensdag 10 mei 2017, 13.30 tot 16.00 uur"),
    (16, "Buurthuis De Schakel, Dorpsstraat 12, 3401 AB IJsselstein"),
    (13, "De toegang is gratis. Er zijn 60 plaatsen."),
    (13, "Aanmelden kan tot 3 mei bij Marijke de Vries, marijke@deschakel.example"),
)
BACK = (
    (20, "Over ons buurthuis"),
    (13, "Wij zijn er voor alle ouders en kinderen in onze mooie wijk."),
)


def drawn(lines: tuple[tuple[int, str], ...] = FLYER, dpi: int = 150, photo: bool = False) -> Image.Image:
    """An A4 page as a scanner sees it; as a photograph it is a little askew, on a grey table."""
    scale = dpi / 72
    page = Image.new("RGB", (int(595 * scale), int(842 * scale)), "white")
    pen, top = ImageDraw.Draw(page), 60.0
    for size, said in lines:
        pen.text((40 * scale, top * scale), said, fill="black", font=ImageFont.load_default(size * scale))
        top += size * 2.2
    return (
        page.rotate(1.2, expand=True, fillcolor="grey", resample=Image.Resampling.BICUBIC) if photo else page
    )


def saved(kind: str, first: Image.Image, *further: Image.Image, **how: object) -> bytes:
    out = BytesIO()
    first.save(out, kind, **how, **({"save_all": True, "append_images": further} if further else {}))
    return out.getvalue()


def noise(width: int = 1200, height: int = 900) -> bytes:
    """A photograph without a word."""
    return saved("JPEG", Image.effect_noise((width // 8, height // 8), 80).resize((width, height)))


def scan(*pages: Image.Image) -> bytes:
    return saved("PDF", *pages, resolution=150)


def mail(name: str, kind: str, content: bytes, body: str = "Zie bijlage.\n\nGroet, Noor Dekker") -> bytes:
    return message(body, subject="Actieweek", attach=((name, kind, content),))


@functools.cache
def works() -> bool:
    return reads_pictures(Bounds())


class Reader:
    """Reads mails in the worker's child processes, within its limits of time and memory."""

    def __init__(self, folder: Path, sandbox: "Sandbox[Reading]") -> None:
        self.folder, self.sandbox = folder, sandbox

    def __call__(self, raw: bytes) -> Reading:
        file = self.folder / "mail.eml"
        file.write_bytes(raw)
        return self.sandbox.read(file, WEEK, self.folder / "parts").result(timeout=60)


@pytest.fixture(scope="module")
def children() -> "Iterator[Sandbox[Reading]]":
    if not works():
        missing("Tesseract with Dutch (tesseract-ocr-nld)")
    with Sandbox(Bounds(processes=1, seconds=60, ocr_seconds=25), read) as sandbox:
        yield sandbox


@pytest.fixture
def reader(tmp_path: Path, children: "Sandbox[Reading]") -> Reader:
    return Reader(tmp_path, children)


@pytest.mark.parametrize(
    ("name", "kind", "content"),
    [
        ("flyer.pdf", "application/pdf", scan(drawn())),
        ("flyer.png", "image/png", saved("PNG", drawn())),
        ("IMG_2041.jpg", "image/jpeg", saved("JPEG", drawn(dpi=200, photo=True))),
    ],
    ids=["scan", "picture", "photo"],
)
def test_a_flyer_that_is_a_picture_is_read_and_nothing_of_it_is_sure(
    reader: Reader, name: str, kind: str, content: bytes
) -> None:
    reading = reader(mail(name, kind, content))
    source = f"attachment:{name}"
    (draft,) = reading.drafts
    values = {field: finding.value for field, finding in draft.values.items()}
    assert values["dates"] == ({"starts": "2017-05-10T13:30", "ends": "2017-05-10T16:00"},)
    assert (values["title"], values["city"], values["postcode"]) == (
        "Open middag: Terug naar school",
        "IJsselstein",
        "3401 AB",
    )
    assert reading.mail.pages[source] == (Page(1, 0, scanned=True),)
    assert "scan-unread" not in reading.mail.defects
    findings = [*draft.values.values(), *(rival for rivals in draft.others.values() for rival in rivals)]
    stands = [finding for finding in findings if any(one.source == source for one in finding.evidence)]
    assert len(stands) > 8
    assert max(finding.confidence for finding in stands) <= LIKELY
    for finding in findings:
        for one in finding.evidence:
            if one.source in reading.mail.texts:
                assert reading.mail.texts[one.source][one.start : one.end] == one.text
    assert handed_over(reading, WEEK).pages[source] == [{"number": 1, "start": 0, "scanned": True}]


def test_what_the_mail_says_itself_is_as_sure_as_ever_beside_a_scan(reader: Reader) -> None:
    body = "Wij houden een open middag op woensdag 10 mei 2017 van 13.30 tot 16.00 uur.\n\nGroet, Noor"
    (draft,) = reader(mail("flyer.pdf", "application/pdf", scan(drawn()), body)).drafts
    assert draft.values["dates"].confidence >= SAID
    assert draft.values["dates"].evidence[0].source == "body"
    assert draft.values["postcode"].confidence <= LIKELY


def test_both_sides_of_a_scanned_flyer_are_read_and_what_follows_is_told_of(reader: Reader) -> None:
    read_ = reader(mail("flyer.pdf", "application/pdf", scan(drawn(), drawn(BACK), drawn(BACK)))).mail
    said = read_.texts["attachment:flyer.pdf"]
    back = read_.page_at("attachment:flyer.pdf", said.index("buurthuis"))
    assert back is not None
    assert (back.number, back.scanned, said.count("buurthuis")) == (2, True, 1)
    assert "document-text-cut" in read_.defects


def test_a_photo_is_looked_at_only_where_it_may_hold_all_details(reader: Reader) -> None:
    flyer = saved("PNG", drawn())
    long = "Wij houden een open middag. " * 20
    assert reader(mail("IMG_1.png", "image/png", flyer, long)).mail.parts[0].source == ""
    two = (("IMG_1.png", "image/png", flyer), ("IMG_2.png", "image/png", flyer))
    assert [part.source for part in reader(message("Zie onder.", attach=two)).mail.parts] == ["", ""]
    document = (("IMG_1.png", "image/png", flyer), ("brief.pdf", "application/pdf", pdf("Open dag")))
    assert reader(message("Zie onder.", attach=document)).mail.parts[0].source == ""
    read_ = reader(mail("IMG_1.jpg", "image/jpeg", noise())).mail
    assert (read_.parts[0].role, read_.parts[0].source, read_.defects) == (Role.PHOTO, "", ())


def test_a_flyer_without_a_word_that_can_be_read_is_for_a_person(reader: Reader) -> None:
    reading = reader(mail("flyer.jpg", "image/jpeg", noise()))
    assert "scan-unread" in reading.mail.defects
    assert "scan-unread" in {problem.code for problem in handed_over(reading, WEEK).problems}
    assert "scan-unread" not in {warning.code for warning in reading.warnings}


def test_the_largest_picture_that_is_looked_at_stays_within_the_memory_of_a_child(reader: Reader) -> None:
    reading = reader(mail("flyer.jpg", "image/jpeg", noise(5000, 4000)))
    assert reading.mail.parts[0].role is Role.DOCUMENT


@pytest.mark.parametrize("languages", ["", "qqq"], ids=["off", "not installed"])
def test_where_pictures_cannot_be_read_a_person_is_told_to_look(languages: str) -> None:
    bounds = Bounds(ocr=languages)
    for name, kind, content in (
        ("flyer.pdf", "application/pdf", scan(drawn())),
        ("flyer.png", "image/png", saved("PNG", drawn())),
        ("IMG_1.png", "image/png", saved("PNG", drawn())),
    ):
        got = parse_mail(mail(name, kind, content), bounds=bounds)
        assert (got.defects, got.parts[0].source) == (("scan-unread",), ""), name
    assert (
        parse_mail(
            mail("flyer.pdf", "application/pdf", pdf(*["Open dag op 9 mei"] * 9)), bounds=bounds
        ).defects
        == ()
    )
    assert not reads_pictures(bounds)


def test_a_document_of_a_few_words_is_no_scan() -> None:
    bounds = Bounds(ocr="")
    assert document_of(pdf("10 mei, 13 uur"), "application/pdf", "", bounds, Scanner(bounds)).defect == ""
    assert document_of(pdf(), "application/pdf", "", bounds, Scanner(bounds)).defect == "scan-unread"


def test_a_document_of_a_stranger_is_not_read_by_ocr() -> None:
    got = document_of(scan(drawn()), "application/pdf", "", Bounds())
    assert (got.text, got.defect) == ("", "")


def test_a_picture_outside_the_bounds_is_not_even_opened() -> None:
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 60_000, 60_000)
    scanner = Scanner(Bounds())
    assert scanner.picture(head) == scanner.picture(saved("PNG", drawn(dpi=20))) == ""
    assert (scanner.left, scanner.able) == (Bounds().ocr_pages, True)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_how_large_a_picture_is_stands_in_its_header(kind: str) -> None:
    content = saved(kind, Image.new("RGB", (123, 45)))
    assert pixels(content) == 123 * 45
    assert {pixels(content[:length]) for length in range(len(content))} == {0, 123 * 45}


@given(st.binary(max_size=60))
def test_a_header_that_nobody_wrote_has_no_size_and_does_no_harm(content: bytes) -> None:
    for start in (b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n"):
        assert pixels(start + content) >= 0
