"""Bytes to Mail, everything decoded and hashed: ours against mailparser plus decoding, mail by mail."""

import base64
import hashlib
from pathlib import Path

import mailparser

from bench.mails import announcements
from bench.runs import Table, clocked, paired
from intake.mail.parse import parse_mail

MOST = 300  # mails are enough here: both take the same time for each


def measure(folder: Path, mails: int, rounds: int) -> Table:
    """All mails in one process, in turn; each mail's attachments end as a digest."""
    raws = list(announcements(min(mails, MOST)))

    def ours(_: int) -> float:
        return clocked(lambda: [parse_mail(raw) for raw in raws])

    def theirs(_: int) -> float:
        return clocked(lambda: [_mailparser(raw) for raw in raws])

    ours(-1)
    figures, ratios = paired({"ours": ours, "mailparser and decoding": theirs}, rounds, "ours")
    return Table(f"bytes to Mail, {len(raws)} mails", "s", "ours", "2 times", "5 times", figures, ratios)


def _mailparser(raw: bytes) -> tuple[object, ...]:
    mail = mailparser.parse_from_bytes(raw)
    digests = []
    for part in mail.attachments:
        payload = part["payload"]
        content = base64.b64decode(payload) if part["binary"] else payload.encode()
        digests.append(hashlib.sha256(content).hexdigest())
    headers = (mail.subject, mail.from_, mail.to, mail.date, mail.message_id)
    return headers, mail.text_plain, mail.text_html, digests
