"""Inputs made to be slow, and how long plain `email.policy.default` and ours take on each."""

from collections.abc import Callable, Mapping


def _headers(*lines: str) -> bytes:
    basics = "From: a@b.example\r\nTo: desk@desk.example\r\nSubject: Landelijke Actieweek Thuiszitters\r\n"
    return (basics + "".join(f"{line}\r\n" for line in lines) + "\r\nHallo\r\n").encode()


def semicolons() -> bytes:
    return _headers("Content-Type: text/plain" + ";" * 100_000)


def commas() -> bytes:
    return _headers("Cc: " + "," * 100_000)


def encoded_words() -> bytes:
    return _headers("Comments: x", "X-Long: " + "=?utf-8?q?a?= " * 20_000)


def encoded_subject() -> bytes:
    return _headers("Keywords: x").replace(b"Subject: ", b"Subject: " + b"=?utf-8?q?a?= " * 20_000, 1)


def brackets() -> bytes:
    return _headers("Reply-To: " + "(" * 20_000)


def deep() -> bytes:
    parts = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(5_000)
    )
    return b"From: a@b.example\r\nSubject: Landelijke Actieweek Thuiszitters\r\nMIME-Version: 1.0\r\n" + parts


def many_parts() -> bytes:
    part = b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n"
    return (
        b"From: a@b.example\r\nSubject: Landelijke Actieweek Thuiszitters\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + part * 20_000 + b"--b--\r\n"
    )


def tables() -> bytes:
    return (
        b"From: a@b.example\r\nSubject: Landelijke Actieweek Thuiszitters\r\nContent-Type: text/html\r\n\r\n"
        + b"<table><tr><td>" * 5_000
    )


def header_flood() -> bytes:
    return _headers(*(f"X-{number}: waarde" for number in range(50_000)))


HOSTILE: Mapping[str, Callable[[], bytes]] = {
    maker.__name__: maker
    for maker in (
        semicolons,
        commas,
        encoded_words,
        encoded_subject,
        brackets,
        deep,
        many_parts,
        tables,
        header_flood,
    )
}
