"""The text of attached documents, from files made here."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.mail.bounds import Bounds
from intake.mail.documents import document_of, joined
from intake.mail.mail import Mail, Page
from intake.mail.parse import parse_mail
from intake.mail.rows import without_copies
from tests.mail.papers import OPEN_XML, doc, docx, odt, pdf, pdf_of, pptx, xls, xlsx
from tests.mail.written import coded, multipart, text

BOUNDS = Bounds()
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
        (
            docx(
                ("Wat", "Wanneer", "Waar"),
                ("Inloop", "dinsdag 9 mei\n10.00 uur", "aula"),
                ("Lezing\nover rust", "dinsdag 9 mei\n14.00 uur", "De Hal,\nDorpsstraat 1"),
                ("Film", "10 mei", "hal"),
            ),
            OPEN_XML + "wordprocessingml.document",
            [
                "Wat\tWanneer\tWaar\nInloop\tdinsdag 9 mei 10.00 uur\taula\n"
                "Lezing over rust\tdinsdag 9 mei 14.00 uur\tDe Hal, Dorpsstraat 1\nFilm\t10 mei\thal"
            ],
        ),
        (xlsx(), OPEN_XML + "spreadsheetml.sheet", ["Open dag\t9 mei"]),
        (
            pptx(("Open middag", "Actieweek"), ("Woensdag 10 mei",)),
            OPEN_XML + "presentationml.presentation",
            ["Open middag\n\nActieweek", "Woensdag 10 mei"],
        ),
        (
            xls("Week", ("Open dag", "9 mei"), ("Inloop", "10 mei, één uur")),
            "application/vnd.ms-excel",
            ["Open dag\t9 mei\nInloop\t10 mei, één uur"],
        ),
        (
            doc("Beste collega's,", "Op 9 mei is er één open dag."),
            "application/msword",
            ["Beste collega's,\nOp 9 mei is er één open dag."],
        ),
        (odt(), "application/vnd.oasis.opendocument.text", ["Programma één"]),
        (rb"{\rtf1\ansi Open dag\par 9 mei}", "application/rtf", ["Open dag", "9 mei"]),
        (ICS, "text/calendar", ["SUMMARY:Open dag op de school\nEND:VEVENT"]),
        (b"BEGIN:VCARD\r\nFN:Jan\r\nEND:VCARD", "text/vcard", ["FN:Jan"]),
        (b"<p>Open <b>dag</b></p>", "text/html", ["Open dag"]),
        ("één".encode("cp1252"), "text/plain", ["één"]),
    ],
    ids=["pdf", "docx", "breaks", "xlsx", "pptx", "xls", "doc", "odt", "rtf", "ics", "vcf", "html", "txt"],
)
def test_a_document_gives_its_text_with_rows_as_lines(content: bytes, kind: str, said: list[str]) -> None:
    read = document_of(content, kind, "", BOUNDS)
    for words in said:
        assert words in read.text
    assert read.defect in ("", "charset-guessed")
    assert "\r" not in read.text


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
    document_of(content, kind, "", BOUNDS)


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
    document_of(pdf("Open dag"), "application/pdf", "", BOUNDS)
    document_of(docx(), OPEN_XML + "wordprocessingml.document", "", BOUNDS)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (pdf_of(("Open dag",), (), ("Programma", "10.00 uur inloop"), ("Slot",)), "application/pdf"),
        (
            pptx(("Open dag",), (), ("Programma", "10.00 uur inloop"), ("Slot",)),
            OPEN_XML + "presentationml.presentation",
        ),
    ],
    ids=["pdf", "pptx"],
)
def test_a_page_is_where_its_words_are_also_behind_an_empty_one(content: bytes, kind: str) -> None:
    read = parse_mail(multipart(text(), coded(content, b"Content-Type: %s; name=flyer" % kind.encode())))
    said = read.texts["attachment:flyer"]
    numbers = [
        _number(read, "attachment:flyer", said.index(words)) for words in ("Open", "Prog", "inl", "Slot")
    ]
    assert numbers == [1, 3, 3, 4]
    assert [said[page.start :].split()[0] for page in read.pages["attachment:flyer"]] == [
        "Open",
        "Programma",
        "Slot",
    ]
    assert read.page_at("body", 0) is None


def test_pages_that_were_cut_away_are_not_told() -> None:
    read = document_of(
        pdf_of(*((f"Dag {n}",) for n in range(9))), "application/pdf", "", Bounds(document_text=20)
    )
    assert (len(read.text), read.defect) == (20, "document-text-cut")
    assert read.pages == (Page(1, 0), Page(2, 7), Page(3, 14))


FLYER = (
    "VALLEN EN OPSTAAN",
    "Proefles schermen voor kinderen van 6 tot 12 jaar",
    "Wanneer: donderdag 12 mei, 10:30 tot 11:30 uur",
    "Waar: zaal Riposte, Industrieweg 9b",
    "Een masker kun je lenen. Proefles is gratis!",
    "Max. 16 kinderen",
    "Aanmelden: www.riposte.example/proefles voor 10 mei",
)


def test_a_flyer_in_which_a_table_is_guessed_says_everything_once() -> None:
    read = document_of(pdf_of(FLYER, ("Tot dan!",)), "application/pdf", "", BOUNDS)
    flyer = "\n".join(FLYER)
    assert read.text == f"{flyer}\n\nTot dan!"
    assert read.pages == (Page(1, 0), Page(2, len(flyer) + 2))


CELLS = st.lists(st.lists(st.text("ab 1.\n", max_size=6), min_size=1, max_size=3), min_size=1, max_size=4)


@given(st.lists(st.text("ab 1.", max_size=8), max_size=6), CELLS)
def test_only_a_table_of_which_the_text_has_all_words_is_taken_out(lines, table) -> None:
    written = "\n".join(" ".join(row) for row in table)
    text = "\n".join(lines)
    rest, left = without_copies(f"{text}\n{written}", [table])
    assert set(rest.split()) | set(written.split()) == set(f"{text} {written}".split())
    missed = Counter(re.findall(r"\w+", written)) - Counter(re.findall(r"\w+", text))
    if missed:
        assert left == [table]
        assert rest == f"{text}\n{written}"


PAGES = st.lists(
    st.lists(st.text(st.characters(codec="cp1252", exclude_categories=["C"]), max_size=20), max_size=4),
    min_size=1,
    max_size=5,
)


@settings(deadline=None, max_examples=60)
@given(PAGES)
def test_every_word_of_a_pdf_is_on_its_page(pages: list[list[str]]) -> None:
    marked = [(*lines, f"blad{number}woord", *lines) for number, lines in enumerate(pages, 1)]
    read = document_of(pdf_of(*marked), "application/pdf", "", BOUNDS)
    ends = [page.start for page in read.pages[1:]] + [len(read.text)]
    for page, end in zip(read.pages, ends, strict=True):
        assert f"blad{page.number}woord" in read.text[page.start : end]
    assert [page.number for page in read.pages] == list(range(1, len(pages) + 1))


@settings(deadline=None)
@given(st.lists(st.text(max_size=30), max_size=6))
def test_pages_divide_a_text_without_a_gap_however_it_is_tidied(texts: list[str]) -> None:
    said, pages = joined(enumerate(texts, 1))
    starts = [page.start for page in pages]
    pieces = [said[a:b] for a, b in zip(starts, [*starts[1:], len(said)], strict=False)]
    assert "".join(pieces) == said
    for page, piece in zip(pages, pieces, strict=True):
        alone, _ = joined([(page.number, texts[page.number - 1])])
        assert piece.removesuffix("\n\n") == alone != ""
    assert len(pages) == sum(bool(joined([(1, one)])[0]) for one in texts)


def _number(read: Mail, source: str, offset: int) -> int:
    page = read.page_at(source, offset)
    assert page is not None
    return page.number
