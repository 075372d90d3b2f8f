"""Reports that a mail of ours did not arrive: about which mail, and what the server there said (RFC 3464)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from intake.mail.bounds import Bounds
from intake.mail.cut import cut
from intake.mail.decode import decoded
from intake.mail.headers import message_ids
from intake.mail.mail import Mail
from intake.mail.tree import MAILS, Node, Raw, leaves

_HEADERS: Final = ("text/rfc822-headers", "message/rfc822-headers", "message/global-headers")
_STATUSES: Final = ("message/delivery-status", "message/global-delivery-status")
# A status is some lines, headers some pages.
_MOST_BYTES: Final = 65_536
_LONGEST_SAID: Final = 300
_MACHINES: Final = ("mailer-daemon", "postmaster")
_ACTION: Final = re.compile(r"^action:[ \t]*([\w-]+)", re.IGNORECASE | re.MULTILINE)
_STATUS: Final = re.compile(r"^status:[ \t]*(\d)\.", re.IGNORECASE | re.MULTILINE)
_SAID: Final = re.compile(
    r"^diagnostic-code:[ \t]*(?:smtp;)?[ \t]*(.+(?:\r?\n[ \t].*)*)", re.IGNORECASE | re.MULTILINE
)
_MESSAGE_ID: Final = re.compile(r"^message-id:\s*(<[^<>\s]+>)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Bounce:
    """Mails that did not arrive, by their Message-IDs without brackets, and what was said of them."""

    message_ids: tuple[str, ...]
    said: str


def bounce_of(raw: Raw, mail: Mail, bounds: Bounds) -> Bounce | None:
    """What a mail reports as not delivered, for good; None where it reports nothing of the kind.

    Args:
        raw: its bytes; they are looked into where it says that it is a report.
        mail: the same, read.
        bounds: how much is looked at.
    """
    answers = (*mail.in_reply_to, *mail.references)
    if not next(iter(mail.headers.get("content-type", ())), "").lower().startswith("multipart/report"):
        machine = mail.sender.email.partition("@")[0] in _MACHINES or "x-failed-recipients" in mail.headers
        return Bounce(answers, mail.subject[:_LONGEST_SAID]) if machine and answers else None
    root = cut(raw, bounds).root
    if root.params.get("report-type", "").lower() != "delivery-status":
        return None
    parts = [leaf.node for leaf in leaves(root, ())]
    told = "\n".join(_text(node) for node in parts if node.type in _STATUSES)
    named = tuple(dict.fromkeys([*_returned(parts), *answers]))
    if not _failed(told) or not named:
        return None
    said = _SAID.search(told)
    return Bounce(named, " ".join((said[1] if said else mail.subject).split())[:_LONGEST_SAID])


def _failed(told: str) -> bool:
    """Whether a status says that the mail will not reach somebody: not that it is late, or arrived."""
    actions = {found.lower() for found in _ACTION.findall(told)}
    return "failed" in actions if actions else "5" in _STATUS.findall(told)


def _returned(parts: list[Node]) -> Iterator[str]:
    """The Message-IDs of what came back, whole or as its header."""
    for node in parts:
        if node.type in MAILS and node.children:
            yield from message_ids((node.children[0].fields.get("message-id", ""),))
        elif node.type in (*MAILS, *_HEADERS):
            yield from message_ids(tuple(_MESSAGE_ID.findall(_text(node))))


def _text(node: Node) -> str:
    content = bytearray()
    if node.children:  # a status that was cut as if it were a message
        return "\n".join(f"{name}: {value}" for one in node.children for name, value in one.items)
    for chunk in decoded(node.chunks(), node.encoding, lambda _: None):
        content += chunk
        if len(content) >= _MOST_BYTES:
            break
    return content[:_MOST_BYTES].decode("utf-8", "replace")
