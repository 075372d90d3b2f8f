"""Whatever a sender writes: headers, charsets and names come back as text that can be kept."""

from datetime import datetime, timedelta, timezone
from email.utils import format_datetime, getaddresses

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.mail.charsets import to_text
from intake.mail.headers import date_of, decoded, gathered, mailboxes, people
from intake.mail.html import to_text as html_to_text
from intake.mail.names import name_of
from intake.mail.parse import parse_mail
from intake.mail.passages import split

WORDS = st.sampled_from(["=?utf-8?q?", "=?utf-8?b?", "?=", "=C3=A9", "w6k=", " ", "\r\n ", "é", "\udce9", "<", ">", "@", ",", ";",
                         '"', "(", ")", ":", "a@b.nl", "Jan", "filename*0*=", "filename=", "utf-8''", "%E9", "Mon, ", "6 mei 2017", "+0100"])  # fmt: skip
RAW = st.lists(WORDS, max_size=20).map("".join)


@settings(max_examples=300, deadline=None)
@given(RAW)
def test_any_header_becomes_text_that_can_be_stored(raw: str) -> None:
    for said in (
        decoded(raw),
        name_of(f"attachment; {raw}", ""),
        *(p.name for p in people(raw, ())),
        *gathered([("x", raw)])["x"],
    ):
        said.encode("utf-8")
        assert "\n" not in said
    date, _ = date_of(raw, None)
    assert date is None or date.tzinfo is not None


@settings(max_examples=500, deadline=None)
@given(st.from_regex(r'(?:"[\w .-]*"|[\w -]*) <[\w.+-]+@[\w-]+(\.[\w-]+)+>', fullmatch=True))
def test_a_plain_mailbox_is_read_as_the_library_reads_it(raw: str) -> None:
    assert people(raw, mailboxes(raw)) == people(raw, getaddresses([raw]))


@settings(max_examples=300, deadline=None)
@given(st.datetimes(), st.integers(-899, 899))
def test_a_date_as_programs_write_it_is_that_moment_in_that_zone(moment: datetime, minutes: int) -> None:
    sent = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    read, mended = date_of(format_datetime(sent), None)
    assert (read, mended) == (sent, "")
    assert read is not None
    assert read.utcoffset() == sent.utcoffset()


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(
        ["", "utf-8", "us-ascii", "utf-16", "utf-7", "iso-2022-jp", "gb2312", "x", "koi8-r", "hz", "punycode"]
    ),
)
def test_any_bytes_in_any_charset_become_text_that_can_be_stored(content: bytes, charset: str) -> None:
    to_text(content, charset)[0].encode("utf-8")


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_text_that_was_written_in_utf_8_reads_back(text: str) -> None:
    assert to_text(text.encode(), "utf-8") == (text, "")


LINES = st.sampled_from(["Van: Jan <j@x.nl>", "Verzonden: 6 mei 2017", "Aan: x", "Onderwerp: y", "", "> a", ">> b", "-- ", "Groet", "tekst",
                         "Op 6 mei 2017 schreef Jan <j@x.nl>:", "----- Doorgestuurd bericht -----", "________________", " "])  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(LINES, max_size=25), st.sampled_from(["", "RE: x", "FW: x"]))
def test_passages_cover_a_text_in_order_without_gaps(lines: list[str], subject: str) -> None:
    text = "\n".join(lines)
    at = 0
    for passage in split("body", text, subject=subject):
        assert not text[at : passage.start].strip()
        assert passage.start < passage.end
        at = passage.end
    assert not text[at:].strip()


TAGS = st.sampled_from(["<p>", "</p>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<ul>", "<li>", "</ul>", "<a href=http://x>", "</a>",
                        "<blockquote>", "</blockquote>", "tekst", " ", "&amp;", "<", ">", "<!--", "-->", "<div style=display:none>", "</div>"])  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(TAGS, max_size=30))
def test_any_html_becomes_text(tags: list[str]) -> None:
    text = html_to_text("".join(tags), 10_000).text
    assert "<td" not in text
    assert "\n\n\n" not in text


@settings(max_examples=200, deadline=None)
@given(RAW, RAW)
def test_any_two_headers_are_a_mail(one: str, two: str) -> None:
    raw = f"From: {one}\r\nDate: {two}\r\nContent-Type: {two}\r\nX: {one}\r\n\r\nx".encode(
        "utf-8", "surrogateescape"
    )
    assert parse_mail(raw).size == len(raw)
