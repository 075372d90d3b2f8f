"""What is read of a stranger's mail before it is judged: leniently, quickly, and no more than that."""

import base64
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.mailbox import peek
from intake.mailbox.heading import heading
from intake.mailbox.protocol import Leaf
from intake.mailbox.structure import leaves
from intake.setbacks import Setbacks

PLAIN = (b"TEXT", b"PLAIN", (b"CHARSET", b"utf-8"), None, None, b"7BIT", 100, 4, None, None, None)
HTML = (b"TEXT", b"HTML", (b"CHARSET", b"utf-8"), None, None, b"QUOTED-PRINTABLE", 300, 9, None, None, None)
PDF = (
    *(b"APPLICATION", b"PDF", (b"NAME", b"a.pdf"), None, None, b"BASE64", 5_000, None),
    *((b"ATTACHMENT", (b"FILENAME", b"flyer.pdf")), None, None),
)
INNER = (b"date", b"Actieweek", None, None, None, None, None, None, None, b"<1@x>")


def test_sections_are_numbered_as_rfc_3501_says() -> None:
    both = ([PLAIN, HTML], b"ALTERNATIVE")
    attached = (b"MESSAGE", b"RFC822", None, None, None, b"7BIT", 900, INNER, ([PLAIN, PDF], b"MIXED"), 20)
    bare = (b"MESSAGE", b"RFC822", None, None, None, b"7BIT", 900, INNER, PLAIN, 20)
    found = leaves(([both, PDF, attached, bare], b"MIXED"))
    assert [(leaf.section, leaf.type) for leaf in found] == [
        ("1.1", "text/plain"),
        ("1.2", "text/html"),
        ("2", "application/pdf"),
        ("3", "message/rfc822"),
        ("3.1", "text/plain"),
        ("3.2", "application/pdf"),
        ("4", "message/rfc822"),
        ("4.1", "text/plain"),
    ]
    assert found[3].name == "Actieweek"
    assert found[2].name == "flyer.pdf"
    assert found[2].attached
    assert leaves(PLAIN)[0].section == "1"


def test_a_structure_nested_without_end_is_cut_short() -> None:
    deep: object = PLAIN
    for _ in range(900):
        deep = ([deep], b"MIXED")
    assert leaves(deep) == ()
    assert len(leaves(([PLAIN] * 5_000, b"MIXED"))) == 200


values = st.recursive(
    st.none() | st.integers() | st.binary(max_size=8),
    lambda inner: st.lists(inner, max_size=9).map(tuple) | st.lists(inner, max_size=4),
    max_leaves=40,
)


@given(values)
def test_whatever_a_server_calls_a_structure_raises_nothing(structure: object) -> None:
    leaves(structure)


@given(st.binary(max_size=400))
def test_whatever_stands_in_a_header_raises_nothing(block: bytes) -> None:
    heading(block)
    heading(
        b"Subject: " + block + b"\r\nFrom: " + block + b"\r\nDate: " + block + b"\r\nReferences: " + block
    )


@pytest.mark.parametrize(
    "block",
    [
        b"Subject: " + b"=?utf-8?q?a?= " * 20_000,
        b"From: " + b"(" * 20_000,
        b"From: " + b"a@b, " * 50_000,
        b"References: " + b"<" * 100_000,
        b"Subject: " + b"\r\n " * 50_000,
        b"Date: " + b"1" * 100_000,
        b"X" * 100_000,
        b"\r\n" * 100_000,
    ],
)
def test_headers_made_to_be_slow_are_not(block: bytes) -> None:
    started = time.monotonic()
    heading(block)
    assert time.monotonic() - started < 1


def test_every_subject_counts_and_the_first_message_id() -> None:
    block = b"Subject: Gewoon\r\nMessage-ID: <1@x>\r\nmessage-id: <2@x>\r\nSubject: Actie\r\n\tweek\r\n\r\n"
    seen = heading(block)
    assert seen.subjects == ("Gewoon", "Actie week")
    assert seen.message_id == "<1@x>"


def leaf(kind: str = "text/plain", encoding: str = "7bit", charset: str = "utf-8") -> Leaf:
    return Leaf("1", kind, charset, encoding, 100, "", False)


def test_a_text_cut_off_in_the_middle_of_anything_is_read_as_far_as_it_goes() -> None:
    raw = base64.encodebytes("Café Actieweek".encode())
    assert all(
        "Café Actieweek".startswith(
            peek.text(leaf(encoding="base64"), raw[:end]).rstrip("\N{REPLACEMENT CHARACTER}Ã")
        )
        for end in range(len(raw))
    )
    assert peek.text(leaf(encoding="quoted-printable"), b"Caf=C3=A9 Actie=\r\nwe=") == "Café Actiewe"
    assert peek.text(leaf(), "Café".encode()[:-1]) == "Caf\N{REPLACEMENT CHARACTER}"


def test_a_wrong_or_unknown_charset_hides_nothing() -> None:
    assert peek.text(leaf(charset="utf-8"), "Café week".encode("cp1252")) == "Café week"
    assert peek.text(leaf(charset="x-onzin"), b"Actieweek") == "Actieweek"
    assert peek.text(leaf(charset="base64"), b"Actieweek") == "Actieweek"
    assert peek.text(leaf(charset="utf-16-le"), "Actieweek".encode("utf-16-le")) == "Actieweek"


def test_html_is_read_as_it_is_shown() -> None:
    source = b"<style>.actieweek{}</style><p>Landelijke<br>Actie&shy;week</p><script>niet(</script >"
    source += b"<!-- nee --> Thuis"
    shown = peek.text(leaf("text/html"), source)
    assert shown.split() == ["Landelijke", "Actie\N{SOFT HYPHEN}week", "Thuis"]
    assert "actieweek" not in shown


@pytest.mark.parametrize(
    "piece", [b"<style", b"<!--", b"<script>", b"<", b"&", b"<!-- -->", b"<style></style>"]
)
def test_html_made_to_be_slow_is_not(piece: bytes) -> None:
    started = time.monotonic()
    peek.text(leaf("text/html"), (piece * 16_384)[:16_384])
    assert time.monotonic() - started < 0.5


def test_a_suspect_goes_alone_and_one_that_is_hopeless_waits_ever_longer() -> None:
    setbacks = Setbacks(2)
    assert list(setbacks.batches("INBOX", 1, range(1, 8), 3)) == [[1, 2, 3], [4, 5, 6], [7]]
    setbacks.broke("INBOX", 1, [4, 5, 6])
    assert list(setbacks.batches("INBOX", 1, range(1, 8), 3)) == [[1, 2, 3], [4], [5], [6], [7]]
    for _ in range(2):
        setbacks.broke("INBOX", 1, [5])
    assert setbacks.is_hopeless("INBOX", 1, 5)
    assert not setbacks.is_hopeless("INBOX", 2, 5)
    assert [setbacks.is_due("INBOX", 1, 5) for _ in range(8)] == [
        True,
        True,
        False,
        True,
        False,
        False,
        False,
        True,
    ]
    setbacks.passed("INBOX", 1, [4, 5, 6])
    assert list(setbacks.batches("INBOX", 1, range(1, 8), 3)) == [[1, 2, 3], [4, 5, 6], [7]]
