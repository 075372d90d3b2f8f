"""Pictures of attachments: what is to be seen and nothing else, within bounds, and the evidence marked on them."""

import io
import re
import time
from contextlib import nullcontext, suppress
from pathlib import Path

import pytest
from PIL import Image

from review import drawing, searching
from review.drawing import CannotShowError
from review.settings import ReviewSettings
from review.words import say
from review.workshop import Workshop
from tests.review import papers
from tests.review.post import arrives, letter

PIXELS = ReviewSettings().picture_pixels
FLYER = papers.pdf(
    papers.line("Voorblad"),
    papers.line("Aanmelden voor 2 mei") + papers.line("Deelname kost 12,50 euro", y=400),
)


@pytest.fixture
def workshop():
    with Workshop(ReviewSettings(picture_seconds=3, picture_memory_mb=400, picture_cache_mb=1)) as one:
        yield one


def file(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "file"
    path.write_bytes(content)
    return path


def hang(path: Path) -> bytes:
    while True:
        time.sleep(1)


def swell(path: Path) -> bytes:
    return bytes(800 << 20)


def broken(path: Path) -> bytes:
    raise KeyError("a library's own")


def fine(path: Path, size: int = 2) -> bytes:
    return path.read_bytes() * size


def test_a_photo_is_upright_and_tells_nothing_of_where_it_was_taken(tmp_path):
    path = file(tmp_path, papers.photo((3000, 2000), exif=True))
    assert b"geheim" in path.read_bytes()
    made = drawing.picture(path, 600, PIXELS)
    assert b"geheim" not in made
    assert b"Exif" not in made
    with Image.open(io.BytesIO(made)) as image:
        assert dict(image.getexif()) == {}
        assert image.size == (600, 900), "turned by a quarter, as the camera was held"
        above, below = image.convert("RGB").getpixel((300, 100)), image.convert("RGB").getpixel((300, 800))
    assert above[0] > above[2]
    assert below[2] > below[0]


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP", "BMP", "TIFF", "JPEG"])
def test_every_usual_kind_of_picture_is_shown(tmp_path, kind):
    made = drawing.picture(file(tmp_path, papers.photo((300, 200), kind=kind)), 600, PIXELS)
    with Image.open(io.BytesIO(made)) as image:
        assert (image.format, image.size) == ("JPEG", (300, 200))


def test_what_is_transparent_stands_on_white(tmp_path):
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")
    with Image.open(io.BytesIO(drawing.picture(file(tmp_path, out.getvalue()), 100, PIXELS))) as image:
        assert image.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "kind"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 100, "kind"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "kind"),
        (papers.photo()[:2000], "damaged"),
        (papers.bomb_png(), "too-large"),
    ],
)
def test_what_is_no_picture_or_too_much_of_one_is_not_shown(tmp_path, content, code):
    with pytest.raises(CannotShowError) as told:
        drawing.picture(file(tmp_path, content), 600, PIXELS)
    assert told.value.code == code


@pytest.mark.parametrize(
    ("content", "code"),
    [(papers.encrypted_pdf(), "encrypted"), (b"%PDF-1.7 none", "damaged"), (b"", "damaged")],
)
def test_a_document_that_cannot_be_opened_says_why(tmp_path, content, code):
    for make in (lambda path: drawing.leaves(path, 9, ()), lambda path: drawing.page(path, 1, 100)):
        with pytest.raises(CannotShowError) as told:
            make(file(tmp_path, content))
        assert told.value.code == code


@pytest.mark.parametrize("size", [(595, 842), (14_400, 14_400), (3, 14_400), (14_400, 3), (0.5, 0.5)])
def test_a_page_of_any_size_is_a_picture_of_a_bounded_one(tmp_path, size):
    made = drawing.page(file(tmp_path, papers.pdf(papers.line("x"), size=size)), 1, 700)
    with Image.open(io.BytesIO(made)) as image:
        assert image.width <= 700
        assert image.height <= 6 * 700


def test_words_are_found_on_their_page_where_they_are_drawn(tmp_path):
    text = "Voorblad\n\nAanmelden voor 2 mei\n\nDeelname kost 12,50 euro"
    pages = [{"number": 1, "start": 0}, {"number": 2, "start": 10}]
    start = text.index("12,50  euro".replace("  ", " "))
    wanted = searching.needles(text, pages, [(start, start + 10, ("price",)), (0, 8, ("title", "venue.0"))])
    found = drawing.leaves(file(tmp_path, FLYER), 9, wanted)
    assert found.total == 2
    first, second = found.pages
    assert [box.keys for box in first.boxes] == [("title", "venue.0")]
    (price,) = second.boxes
    assert price.keys == ("price",)
    # drawn 400 points above the foot of a page of 595 by 842, some 150 points from its left
    assert abs(price.top + price.height - (842 - 400) / 595 * 1000) < 15
    assert 300 < price.left < 450
    assert 100 < price.width < 250


def test_the_second_time_that_words_stand_there_is_not_the_first(tmp_path):
    text = "9 mei en 9 mei"
    page = papers.line("9 mei", y=700) + papers.line("en", y=600) + papers.line("9 mei", y=500)
    wanted = searching.needles(text, [{"number": 1, "start": 0}], [(9, 14, ("dates",))])
    (leaf,) = drawing.leaves(file(tmp_path, papers.pdf(page)), 9, wanted).pages
    (box,) = leaf.boxes
    assert box.top > (842 - 550) / 595 * 1000


def test_words_in_a_picture_lead_to_the_page_at_least(tmp_path):
    wanted = searching.needles("Symposium", [{"number": 2, "start": 0}], [(0, 9, ("title",))])
    first, second = drawing.leaves(file(tmp_path, FLYER), 9, wanted).pages
    assert (first.lost, second.lost, second.boxes) == ((), ("title",), ())


def test_no_more_pages_are_looked_at_than_are_shown(tmp_path):
    found = drawing.leaves(file(tmp_path, papers.pdf(*[papers.line("x")] * 30)), 5, ())
    assert (len(found.pages), found.total) == (5, 30)


@pytest.mark.parametrize("work", [hang, swell])
def test_what_takes_too_long_or_too_much_is_ended_and_tried_only_once(tmp_path, workshop, work):
    path = file(tmp_path, b"x")
    began = time.monotonic()
    for _ in range(2):
        with pytest.raises(CannotShowError) as told:
            workshop.make(work.__name__, lambda: nullcontext(path), work)
        assert told.value.code == "limit"
    assert time.monotonic() - began < 30
    assert workshop.make("fine", lambda: nullcontext(path), fine) == b"xx", (
        "the next one is made all the same"
    )


def test_whatever_a_library_raises_is_a_damaged_file(tmp_path, workshop):
    with pytest.raises(CannotShowError) as told:
        workshop.make("broken", lambda: nullcontext(file(tmp_path, b"x")), broken)
    assert told.value.code == "damaged"


@pytest.mark.parametrize("make", [papers.bomb_pdf, papers.busy_pdf])
def test_a_bomb_goes_off_in_a_child_alone(tmp_path, workshop, make):
    path = file(tmp_path, make())
    began = time.monotonic()
    made = b""
    with suppress(CannotShowError):
        made = workshop.make("bomb", lambda: nullcontext(path), drawing.page, 1, 700)
    assert len(made) < 1 << 20
    assert time.monotonic() - began < 40
    assert workshop.make("fine", lambda: nullcontext(path), fine, 1) == path.read_bytes()


def test_what_was_made_is_kept_within_its_bound_and_what_nobody_looks_at_goes_first(tmp_path, workshop):
    path, asked = file(tmp_path, b"x" * 1000), []

    def local():
        asked.append(1)
        return nullcontext(path)

    for key in ("a", "b", "a", "a"):
        workshop.make(key, local, fine, 400)
    assert len(asked) == 2
    workshop.make("c", local, fine, 400)  # 1.2 MB in all, where 1 MB is kept
    workshop.make("a", local, fine, 400)
    assert len(asked) == 3
    workshop.make("b", local, fine, 400)
    assert len(asked) == 4


def test_a_document_stands_page_by_page_with_the_words_of_its_values_marked(desk):
    _, draft_id = arrives(desk, letter(files=[("uitnodiging.pdf", "application/pdf", FLYER)]))
    browser = desk.logged_in()
    page = browser.get(f"/activiteit/{draft_id}").text
    (leaves,) = set(re.findall(r'hx-get="(/mail/\d+/bijlage/\d+/bladen\?bij=\d+)"', page))
    shown = browser.get(leaves).text
    assert say("leaf.page", number=2, total=2) in shown
    assert re.search(r'<rect data-keys="[^"]*registration_deadline[^"]*"', shown)
    assert say("leaf.where", name="uitnodiging.pdf", number=2) in page
    for picture in re.findall(r'<img [^>]*src="([^"]+)"', shown):
        answer = browser.get(picture)
        assert answer.headers["content-type"] == "image/jpeg"
        assert answer.headers["cache-control"] == "no-store"
        assert "sandbox" in answer.headers["content-security-policy"]
        with Image.open(io.BytesIO(answer.content)) as image:
            assert image.width == 1400
    beyond = re.sub(r"\?.*", "", leaves).replace("bladen", "blad/3")
    assert browser.get(beyond).status_code == 404


def test_a_photo_of_a_phone_that_we_cannot_read_says_so_in_words(desk):
    heic = b"\0\0\0\x18ftypheic" + b"\0" * 200
    _, draft_id = arrives(desk, letter(files=[("IMG_1.HEIC", "image/heic", heic)]))
    page = desk.logged_in().get(f"/activiteit/{draft_id}").text
    assert say("source.photo.foreign") in page
    assert "/foto" not in page


def test_no_picture_is_made_of_what_may_be_dangerous_nor_of_what_is_no_picture(desk):
    files = [
        ("flyer.exe", "image/png", papers.photo(kind="PNG")),
        ("logo.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
        ("pagina.html", "text/html", b"<html><script>1</script>"),
        ("tabel.csv", "text/csv", b"=cmd|'/c calc'!A1;2\n"),
        ("feest.pdf.scr", "application/pdf", FLYER),
    ]
    mail_id, draft_id = arrives(desk, letter(files=files))
    browser = desk.logged_in()
    page = browser.get(f"/activiteit/{draft_id}").text
    assert "/foto" not in page
    assert "/bladen" not in page
    links = set(re.findall(rf'href="(/mail/{mail_id}/bijlage/\d+)"', page))
    assert len(links) == 5
    for link in links:
        for way in ("foto", "bladen", "blad/1"):
            assert browser.get(f"{link}/{way}").status_code == 404
        answer = browser.get(link)
        assert answer.headers["content-disposition"].startswith("attachment;")
        assert answer.headers["content-type"] == "application/octet-stream"
