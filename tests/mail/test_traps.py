"""Everything that mail-parser, or the library beneath it, is known to get wrong."""

import base64
import hashlib
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pytest

from intake.mail.bounds import Bounds
from intake.mail.mail import Role
from intake.mail.parse import parse_mail
from tests.mail.written import HEAD, coded, joined, mail, multipart, part, text

JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 400
BARE = b"From: a@b.nl\r\n"


@pytest.mark.parametrize(
    ("value", "subject"),
    [
        (b"=?utf-8?q?caf=C3=A9?=\r\n Actieweek", "café Actieweek"),
        (b"Landelijke Actieweek\r\n Thuiszitters", "Landelijke Actieweek Thuiszitters"),
        (b"Landelijke\r\n\tActieweek", "Landelijke Actieweek"),
        (b"=?utf-8?q?Actie?= =?utf-8?q?week?=", "Actieweek"),
        (b"=?utf-8?b?QWN0aWU=?=\r\n =?utf-8?b?d2Vlaw==?=", "Actieweek"),
        (b"=?utf-8?q?caf=C3?= =?utf-8?q?=A9?=", "café"),  # a character over two words
        (b"=?iso-8859-1?q?caf=E9?= en caf\xe9", "café en café"),  # encoded words beside raw 8-bit
        ("café".encode(), "café"),
        (b"caf\xe9", "café"),
        (b"=?utf-8?Q?Hoe gaat het??= =?utf-8?Q?_goed?=", "Hoe gaat het? goed"),
        (b"Actie\xe2\x80\x8bweek", "Actieweek"),  # a zero-width space hides the tag
        (b"=?utf-8?q?Actie=C2=ADweek?=", "Actieweek"),
        (b"=?x-unknown?q?Actieweek?=", "Actieweek"),
        (b"=?utf-8?b?QWN0aWV3ZWVr?", "=?utf-8?b?QWN0aWV3ZWVr?"),
        (b"=?utf-8?b?QWN0aWV3ZWV?=", "Actiewee"),
        (b"=?windows-1252?Q?=91Elke_dag=92?=", "‘Elke dag’"),
        (b"=?utf-8*nl?q?Actieweek?=", "Actieweek"),
        (b"", ""),
    ],
)
def test_a_subject_reads_as_its_writer_saw_it(value: bytes, subject: str) -> None:
    assert parse_mail(BARE + b"Subject: " + value + b"\r\n\r\nx").subject == subject


def test_a_second_header_of_a_kind_does_not_change_the_shape() -> None:
    read = parse_mail(
        b"Message-ID: <1@a>\r\nMessage-ID: <2@a>\r\nSubject: een\r\nSubject: twee\r\nFrom: a@b.nl\r\nFrom: c@d.nl\r\n\r\nx"
    )
    assert (read.message_id, read.subject, read.sender.email) == ("<1@a>", "een", "a@b.nl")
    assert read.headers["subject"] == ("een", "twee")
    assert "message-id-twice" in read.defects


CET = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("value", "moment", "defect"),
    [
        (b"Mon, 06 Mar 2017 10:00:00 +0100", datetime(2017, 3, 6, 10, tzinfo=CET), ""),
        (b"Mon, 6 Mar 2017 10:00:00 +0100 (CET)", datetime(2017, 3, 6, 10, tzinfo=CET), ""),
        (b"Mon, 06 Mar 2017 10:00:00 CET", datetime(2017, 3, 6, 9, tzinfo=UTC), ""),
        (b"Mon, 06 Mar 2017 10:00:00", datetime(2017, 3, 6, 9, tzinfo=UTC), "date-without-zone"),
        (b"ma, 6 mrt 2017 10:00:00 +0100", datetime(2017, 3, 6, 9, tzinfo=UTC), "date-mended"),
        (b"maandag 6 maart 2017 10:00:00 +0100", datetime(2017, 3, 6, 9, tzinfo=UTC), "date-mended"),
        (b"wo, 10 mei 2017 10:00:00", datetime(2017, 5, 10, 8, tzinfo=UTC), "date-without-zone"),
        (b"gisteren", None, "date-unreadable"),
        (b"Mon, 99 Mar 2017 10:00:00 +0100", None, "date-unreadable"),
        (b"Mon, 06 Mar 99999 10:00:00 +0100", None, "date-unreadable"),
    ],
)
def test_a_date_carries_its_zone_or_is_none(value: bytes, moment: datetime | None, defect: str) -> None:
    read = parse_mail(BARE + b"Date: " + value + b"\r\n\r\nx")
    assert read.date == moment
    assert read.date is None or read.date.tzinfo is not None
    assert (
        (defect in read.defects) if defect else not [code for code in read.defects if code.startswith("date")]
    )


@pytest.mark.parametrize(
    ("value", "people"),
    [
        (b'"Vries, Jan de" <JAN@x.nl>', [("Vries, Jan de", "jan@x.nl")]),
        (b"=?utf-8?q?J=C3=A9r=C3=B4me?= <j@x.nl>", [("Jérôme", "j@x.nl")]),
        (b'"=?utf-8?q?J=C3=A9?=" <j@x.nl>', [("Jé", "j@x.nl")]),
        (b"J\xe9 <j@x.nl>", [("Jé", "j@x.nl")]),
        (b"a@x.nl, b@x.nl", [("", "a@x.nl"), ("", "b@x.nl")]),
        (b"team: a@x.nl, b@x.nl;", [("", "a@x.nl"), ("", "b@x.nl")]),
    ],
)
def test_people_have_a_decoded_name_and_an_address_in_lower_case(
    value: bytes, people: list[tuple[str, str]]
) -> None:
    read = parse_mail(BARE + b"To: " + value + b"\r\n\r\nx")
    assert [(person.name, person.email) for person in read.to] == people


@pytest.mark.parametrize(
    ("content", "headers", "said", "defect"),
    [
        ("één".encode(), b"text/plain; charset=utf-8", "één", ""),
        ("één".encode(), b"text/plain", "één", "charset-guessed"),
        ("één ‘dag’".encode("cp1252"), b"text/plain", "één ‘dag’", "charset-guessed"),
        ("één ‘dag’".encode("cp1252"), b"text/plain; charset=us-ascii", "één ‘dag’", "charset-wrong"),
        ("één ‘dag’".encode("cp1252"), b"text/plain; charset=iso-8859-1", "één ‘dag’", ""),
        ("één ‘dag’".encode("cp1252"), b"text/plain; charset=utf-8", "één ‘dag’", "charset-wrong"),
        ("één".encode(), b"text/plain; charset=x-nonsense", "één", "charset-unknown"),
        ("één".encode(), b"text/plain; charset=base64", "één", "charset-unknown"),
        ("één".encode("utf-16"), b"text/plain; charset=utf-16", "één", ""),
        (b"rond \x81\x8d", b"text/plain; charset=windows-1252", "rond \x81\x8d", ""),
        (
            "дом и школа для детей".encode("koi8-r"),
            b"text/plain; charset=koi8-r",
            "дом и школа для детей",
            "",
        ),
        (b"a\r\nb\rc\n", b"text/plain; charset=utf-8", "a\nb\nc", ""),
        (b"a\0b", b"text/plain; charset=utf-8", "ab", ""),
    ],
)
def test_text_is_decoded_as_declared_else_as_detected_and_that_is_told(
    content: bytes, headers: bytes, said: str, defect: str
) -> None:
    read = parse_mail(mail(content, b"Content-Type: " + headers))
    assert read.texts["body"].strip("\n") == said
    assert [code for code in read.defects if code.startswith("charset")] == ([defect] if defect else [])


@pytest.mark.parametrize(
    ("headers", "kind", "role"),
    [
        ([b"Content-Type: image/jpeg"], "image/jpeg", Role.PHOTO),
        ([b"Content-Type: text/calendar"], "text/calendar", Role.CALENDAR),
        ([b"Content-Type: application/pdf"], "application/pdf", Role.DOCUMENT),
        ([b"Content-Type: application/octet-stream"], "image/jpeg", Role.PHOTO),
    ],
)
def test_a_part_without_a_name_is_listed_under_the_same_name_each_time(
    headers: list[bytes], kind: str, role: Role
) -> None:
    content = {"text/calendar": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", "application/pdf": b"%PDF-1.4 x"}.get(
        kind, JPEG
    )
    raw = multipart(text(), coded(content, *headers))
    (one,), (two,) = parse_mail(raw).parts, parse_mail(raw).parts
    assert one == two
    assert (one.type, one.role, one.size) == (kind, role, len(content))
    assert one.name.startswith("bijlage-1.")


def test_text_and_attachments_of_an_attached_mail_are_its_own() -> None:
    inner = multipart(
        text(b"binnen"), coded(JPEG, b"Content-Type: image/jpeg; name=foto.jpg"), boundary=b"diep"
    )
    read = parse_mail(multipart(text(b"buiten"), part(inner, b"Content-Type: message/rfc822")))
    assert read.texts["body"] == "buiten"
    assert [(p.path, p.name, p.role) for p in read.parts] == [
        ((1,), "Actieweek.eml", Role.MAIL),
        ((1, 0, 1), "foto.jpg", Role.PHOTO),
    ]
    assert read.texts["attachment:Actieweek.eml"].endswith("Subject: Actieweek\n\nbinnen")


def test_an_attached_mail_in_base64_is_read_though_the_standard_forbids_it() -> None:
    inner = base64.encodebytes(mail(b"binnen"))
    raw = multipart(
        text(b"buiten"), part(inner, b"Content-Type: message/rfc822", b"Content-Transfer-Encoding: base64")
    )
    (only,) = parse_mail(raw).parts
    assert only.sha256 == hashlib.sha256(mail(b"binnen")).hexdigest()
    assert "binnen" in parse_mail(raw).texts[only.source]


def test_an_attached_mail_has_the_bytes_it_was_sent_with() -> None:
    inner = multipart(
        text(b"binnen " * 100), coded(JPEG, b"Content-Type: image/jpeg; name=foto.jpg"), boundary=b"diep"
    )
    (outer, _) = parse_mail(multipart(text(), part(inner, b"Content-Type: message/rfc822"))).parts
    assert outer.sha256 == hashlib.sha256(inner).hexdigest()


@pytest.mark.parametrize(
    ("encoded", "content"),
    [
        (b"aGFsbG8=", b"hallo"),
        (b"aGFsbG8", b"hallo"),  # padding lost
        (b"aGFsbG8=\r\n", b"hallo"),
        (b"aGF!sb*G8=", b"hallo"),  # strange signs within
        (b"aGFsbG8=\r\naGFsbG8=\r\n", b"hallohallo"),  # two pieces, each padded
        (b"aGFsbG8=\r\n____\r\nmailing list of X", b"hallo"),  # a footer behind it
        (b"aGFsbG8=\r\nGroet van de lijst", b"hallo"),
        (b"aGFs\r\n\r\nbG8=", b"hallo"),
        (b"aGFsb", b"hal"),
        (b"", b""),
        (b"====", b""),
    ],
)
def test_malformed_base64_gives_its_bytes_as_a_lenient_client_does(encoded: bytes, content: bytes) -> None:
    kept = _Kept()
    raw = multipart(
        text(), part(encoded, b"Content-Type: image/png; name=a.png", b"Content-Transfer-Encoding: base64")
    )
    (only,) = parse_mail(raw, kept).parts
    assert kept.contents == {only.sha256: content}
    assert only.size == len(content)


@pytest.mark.parametrize("encoding", [b"BASE64", b' "base64"', b"base64 (sic)", b"base64;", b"b64"])
def test_an_encoding_is_known_however_it_is_written(encoding: bytes) -> None:
    raw = mail(b"aGFsbG8=", b"Content-Type: image/png", b"Content-Transfer-Encoding: " + encoding)
    assert parse_mail(raw).parts[0].sha256 == hashlib.sha256(b"hallo").hexdigest()


def test_uuencoded_parts_are_decoded() -> None:
    body = b"begin 644 a.txt\n" + b"%:&%L;&\\\n" + b"`\nend\n"
    (only,) = parse_mail(
        mail(body, b"Content-Type: application/x-a", b"Content-Transfer-Encoding: x-uuencode")
    ).parts
    assert only.sha256 == hashlib.sha256(b"hallo").hexdigest()


def test_every_text_part_is_in_the_body_in_order() -> None:
    photo = coded(JPEG, b"Content-Type: image/jpeg", b'Content-Disposition: inline; filename="IMG_1.JPG"')
    read = parse_mail(multipart(text(b"een"), photo, text(b"twee")))
    assert read.texts["body"] == "een\n\ntwee"
    assert [p.name for p in read.parts] == ["IMG_1.JPG"]


HTML = b"<p>Beste,</p><table><tr><th>Wat</th><th>Wanneer</th></tr><tr><td>Open dag</td><td>9 mei</td></tr></table>"


@pytest.mark.parametrize(
    ("plain", "html", "body"),
    [
        (b"Beste mensen, " * 30, b"<p>anders</p>", "Beste mensen, " * 30),
        (b"", b"<p>Alleen <b>hier</b></p>", "Alleen hier"),
        (
            b"Uw programma toont geen HTML.",
            b"<p>" + b"Een lange uitnodiging. " * 40 + b"</p>",
            "Een lange uitnodiging. " * 40,
        ),
        (
            b"Beste,\r\n\r\nWat\r\n\r\nWanneer\r\n\r\nOpen dag\r\n\r\n9 mei",
            HTML,
            "Beste,\nWat\tWanneer\nOpen dag\t9 mei",
        ),
        (b"Beste,\r\n\r\nWat\tWanneer\r\nOpen dag\t9 mei", HTML, "Beste,\n\nWat\tWanneer\nOpen dag\t9 mei"),
        (
            b"Meld je hier aan.",
            b'<p>Meld je <a href="https://x.nl/a?b=1&amp;c=2">hier</a> aan.</p>',
            "Meld je hier <https://x.nl/a?b=1&c=2> aan.",
        ),
        (
            b"Meld je hier aan: https://x.nl/a",
            b'<p>Meld je <a href="https://x.nl/a">hier</a> aan!</p>',
            "Meld je hier aan: https://x.nl/a",
        ),
        (
            b"Groet, Jan\r\nfacebook",
            b'<p>Jan!</p><a href="https://f.nl/x">facebook</a>',
            "Groet, Jan\nfacebook",
        ),
        (b"Hier afmelden", b'<p><a href="https://f.nl/x">Hier afmelden</a>!</p>', "Hier afmelden"),
    ],
)
def test_of_two_renderings_the_plain_one_is_read_unless_it_says_less(
    plain: bytes, html: bytes, body: str
) -> None:
    rich = part(html, b"Content-Type: text/html; charset=utf-8")
    assert parse_mail(multipart(text(plain), rich, kind=b"alternative")).texts["body"].strip() == body.strip()


def test_flowed_lines_are_joined_and_hard_wrapped_ones_stay() -> None:
    flowed = b"Een zin die \r\nverder gaat.\r\n> geciteerd \r\n> verder\r\n-- \r\nJan\r\n From hier"
    read = parse_mail(mail(flowed, b"Content-Type: text/plain; format=flowed"))
    assert read.texts["body"] == "Een zin die verder gaat.\n> geciteerd verder\n-- \nJan\nFrom hier"
    assert parse_mail(mail(flowed)).texts["body"].startswith("Een zin die \nverder")
    gone = mail(b"school \r\nplein", b"Content-Type: text/plain; format=flowed; delsp=yes")
    assert parse_mail(gone).texts["body"] == "schoolplein"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (HEAD + b"Content-Type: multipart/mixed\r\n\r\nhallo", "no-boundary"),
        (HEAD + b'Content-Type: multipart/mixed; boundary="x"\r\n\r\nhallo', "boundary-missing"),
        (HEAD + b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n\r\nhallo', "cut-off"),
        (HEAD + b"hier begint de tekst\r\nhallo", "header-damaged"),
    ],
)
def test_a_damaged_structure_still_gives_its_text_and_is_told(raw: bytes, code: str) -> None:
    read = parse_mail(raw)
    assert "hallo" in read.texts["body"]
    assert code in read.defects


def test_a_mail_with_more_parts_than_are_read_is_not_said_to_be_cut_off() -> None:
    photo = coded(JPEG, b"Content-Type: image/jpeg; name=a.jpg")
    read = parse_mail(multipart(text(b"hallo"), *[photo] * 20), bounds=Bounds(parts=9))
    assert "too-many-parts" in read.defects
    assert "cut-off" not in read.defects


def test_any_line_end_will_do() -> None:
    raw = multipart(text(b"een\r\ntwee"), coded(JPEG, b"Content-Type: image/jpeg; name=a.jpg"))
    read = [parse_mail(raw.replace(b"\r\n", end)) for end in (b"\r\n", b"\n", b"\r")]
    assert [(r.texts["body"], [p.sha256 for p in r.parts]) for r in read] == [
        ("een\ntwee", [read[0].parts[0].sha256])
    ] * 3


def test_nothing_at_all_is_a_mail_too() -> None:
    read = parse_mail(b"")
    assert (read.size, read.subject, read.texts["body"], read.parts, read.passages) == (0, "", "", (), ())


def test_an_answer_names_what_it_answers() -> None:
    read = parse_mail(BARE + b"In-Reply-To: <1@a> (uw bericht)\r\nReferences: <0@a>\r\n <1@a> <0@a>\r\n\r\nx")
    assert (read.in_reply_to, read.references) == (("<1@a>",), ("<0@a>", "<1@a>"))


def test_nested_containers_are_walked() -> None:
    inner = joined(text(b"plat"), part(b"<p>plat</p>", b"Content-Type: text/html"), boundary=b"in")
    first = part(inner, b'Content-Type: multipart/alternative; boundary="in"')
    read = parse_mail(multipart(first, coded(JPEG, b"Content-Type: image/jpeg; name=f.jpg"), kind=b"related"))
    assert read.texts["body"] == "plat"
    assert [p.path for p in read.parts] == [(1,)]


class _Kept:
    """A sink that remembers."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}
        self.place = BytesIO()

    def open(self) -> BytesIO:
        kept, self.place = self, _Place()
        self.place.kept = kept
        return self.place

    def keep(self, sha256: str) -> None:
        self.contents[sha256] = self.place.content


class _Place(BytesIO):
    kept: "_Kept"
    content = b""

    def close(self) -> None:
        self.content = self.getvalue()
        super().close()
