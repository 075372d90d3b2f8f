"""The tree that is cut from the bytes is the one that the library would make, in a fraction of its time."""

import base64
import email
import hashlib
import mmap
import subprocess
import sys
import time
from email.message import Message
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.mail.bounds import Bounds
from intake.mail.cut import cut
from intake.mail.parse import parse_mail
from intake.mail.tree import Node
from tests.mail.written import HEAD, coded, joined, multipart, part, text

BOUNDS = Bounds()
LINES = st.sampled_from([b"--", b"--a", b"--a--", b"--b", b"--b--", b"", b" ", b"Content-Type: text/html", b"hallo", b"x" * 300,
                         b"QUJD" * 19, b"=", b"--a ", b"begin", b"Subject : x"])  # fmt: skip
ENDS = st.sampled_from([b"\r\n", b"\n", b"\r"])
BODIES = st.lists(LINES, max_size=12).flatmap(lambda lines: ENDS.map(lambda end: end.join(lines)))
TYPES = st.sampled_from([b"text/plain", b"text/html; charset=utf-8", b"image/png; name=a.png", b"application/pdf", b"message/rfc822",
                         b"message/delivery-status", b"text/plain; charset=us-ascii", b"Text/Plain; name=\"b.txt\"", b"nonsense"])  # fmt: skip
CODINGS = st.sampled_from(
    [b"", b"Content-Transfer-Encoding: base64\r\n", b"Content-Transfer-Encoding: quoted-printable\r\n"]
)
LEAVES = st.builds(
    lambda kind, coding, body: b"Content-Type: " + kind + b"\r\n" + coding + b"\r\n" + body,
    TYPES,
    CODINGS,
    BODIES,
)


def _container(children: list[bytes], boundary: bytes, kind: bytes, quote: bytes, close: bool) -> bytes:
    body = b"".join(b"--" + boundary + b"\r\n" + child + b"\r\n" for child in children)
    end = b"--" + boundary + b"--\r\n" if close else b""
    return (
        b"Content-Type: multipart/"
        + kind
        + b"; boundary="
        + quote
        + boundary
        + quote
        + b"\r\n\r\nvooraf\r\n"
        + body
        + end
    )


def _wrapped(trees: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    containers = st.builds(
        _container,
        st.lists(trees, max_size=4),
        st.sampled_from([b"a", b"b", b"a b", b"--a", b"a--", b"a:b", b"x'y"]),
        st.sampled_from([b"mixed", b"alternative", b"related", b"digest", b"signed"]),
        st.sampled_from([b'"', b""]),
        st.booleans(),
    )
    attached = trees.map(lambda tree: b"Content-Type: message/rfc822\r\n\r\nSubject: binnen\r\n" + tree)
    return containers | attached


TREES = st.recursive(LEAVES, _wrapped, max_leaves=10)


Told = tuple[str, list[tuple[str, str]], bytes, list["Told"]]


def _ours(node: Node) -> Told:
    body = b"" if node.children else b"".join(node.chunks())
    return node.type, node.items, body, [_ours(child) for child in node.children]


def _library(message: Message) -> Told:
    below = message.get_payload()
    kind = message.get_content_type()
    children = [child for child in below if isinstance(child, Message)] if isinstance(below, list) else []
    if message.get_content_maintype() == "message" and (
        kind != "message/rfc822" or _encoded(message, children[0])
    ):
        return kind, list(message.raw_items()), b"", []
    body = b"" if children else str(message._payload).encode("ascii", "surrogateescape")  # type: ignore[attr-defined]
    return kind, list(message.raw_items()), body, [_library(child) for child in children]


def _encoded(message: Message, child: Message) -> bool:
    return "content-transfer-encoding" in message and not child.keys()


def _same(ours: Told, library: Told) -> None:
    assert ours[:2] == library[:2]
    assert [child[0] for child in ours[3]] == [child[0] for child in library[3]]
    if not ours[0].startswith("message/"):  # the library looks into those that we leave as they are
        end = b"\r\n" if ours[0].startswith("multipart/") else b""  # of a container without parts, as text
        assert ours[2].rstrip(end) == library[2].rstrip(end)
    for one, other in zip(ours[3], library[3], strict=True):
        _same(one, other)


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TREES)
def test_the_tree_is_the_one_that_the_library_makes_of_the_whole_mail(tree: bytes) -> None:
    raw = HEAD + tree
    _same(_ours(cut(raw, BOUNDS).root), _library(email.message_from_bytes(raw)))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_are_a_mail(raw: bytes) -> None:
    assert parse_mail(raw).size == len(raw)


def test_a_mapped_file_reads_like_its_bytes(tmp_path: Path) -> None:
    raw = multipart(text(), coded(bytes(range(256)) * 20_000, b"Content-Type: image/png; name=a.png"))
    path = tmp_path / "mail.eml"
    path.write_bytes(raw)
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        assert parse_mail(mapped) == parse_mail(raw)


def test_a_boundary_at_the_seam_of_two_windows_is_seen() -> None:
    for shift in range(-6, 7):
        start = multipart(text(b""))[: -len(b"\r\n--grens--\r\n")]
        filler = b"a" * ((1 << 20) - len(start) + shift)
        raw = start + filler + b"\r\n--grens\r\nContent-Type: image/png; name=a.png\r\n\r\nx\r\n--grens--\r\n"
        assert [p.name for p in parse_mail(raw).parts] == ["a.png"], shift


def test_the_digest_of_a_large_part_is_that_of_its_content() -> None:
    content = bytes(range(256)) * 20_000
    for raw in (
        multipart(text(), coded(content, b"Content-Type: image/png; name=a.png")),
        multipart(text(), coded(content, b"Content-Type: image/png; name=a.png")).replace(b"\r\n", b"\n"),
        multipart(
            part(base64.b64encode(content), b"Content-Type: image/png", b"Content-Transfer-Encoding: base64")
        ),
        multipart(part(content.hex().encode(), b"Content-Type: image/png")),
    ):
        sent = content.hex().encode() if b"base64" not in raw else content
        assert [p.sha256 for p in parse_mail(raw).parts] == [hashlib.sha256(sent).hexdigest()]


PEAK = """
import mmap, re, resource, sys
from pathlib import Path
from intake.mail.parse import parse_mail
with open(sys.argv[1], "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as raw:
    read = parse_mail(raw)
if sys.platform == "linux":  # getrusage would tell the peak of the process that forked this one
    peak = int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(read.parts[0].size, peak)
"""


@pytest.mark.parametrize("kind", ["video/mp4", "application/pdf"])
def test_a_60_mb_attachment_peaks_below_150_mb(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "mail.eml"
    lines = base64.encodebytes(bytes(range(256)) * 4096).replace(b"\n", b"\r\n")
    with path.open("wb") as file:
        file.write(HEAD + b'Content-Type: multipart/mixed; boundary="g"\r\n\r\n--g\r\n')
        file.write(f"Content-Type: {kind}; name=a.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n".encode())
        for _ in range(60):
            file.write(lines.replace(b"=", b"")[: len(lines) // 80 * 80 // 78 * 78])
        file.write(b"\r\n--g--\r\n")
    said = subprocess.run(
        [sys.executable, "-c", PEAK, str(path)], capture_output=True, text=True, check=True, timeout=60
    )
    size, peak = map(int, said.stdout.split())
    assert size > 55_000_000
    assert peak < 150 * 1024


def test_reading_is_faster_than_the_library_alone() -> None:
    """The measured factor is in bench/; here only that cutting pays at all."""
    import mailparser

    raw = multipart(
        text(b"woorden\r\n" * 500), coded(bytes(range(256)) * 800, b"Content-Type: image/png; name=a.png")
    )

    def took(read: object) -> float:
        assert callable(read)
        best = 9.0
        for _ in range(5):
            began = time.process_time()
            for _ in range(10):
                read(raw)
            best = min(best, time.process_time() - began)
        return best

    assert took(parse_mail) < took(mailparser.parse_from_bytes)


def test_a_container_within_an_attached_mail_keeps_its_boundary() -> None:
    inner = (
        HEAD + b'Content-Type: multipart/mixed; boundary="eigen"\r\n\r\n' + joined(text(), boundary=b"eigen")
    )
    (only,) = parse_mail(multipart(part(inner, b"Content-Type: message/rfc822"))).parts
    assert only.sha256 == hashlib.sha256(inner).hexdigest()
