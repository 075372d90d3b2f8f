"""An answer as a message: headers that thread it, and that keep machines from answering it. Pure."""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from typing import Final

from intake.answers.letter import Words

# A References header that has grown beyond this is cut to its ends, as RFC 5537 section 3.4.4 advises.
_MOST_REFERENCES: Final = 10


def message(
    words: Words,
    *,
    sender: str,
    recipient: str,
    message_id: str,
    answers: str,
    references: tuple[str, ...],
    now: datetime,
    submitted: str = "auto-replied",
) -> EmailMessage:
    """The message.

    Args:
        words: what it says.
        sender: as the configuration has it, with a name or without.
        recipient: a bare address.
        message_id: ours, without brackets.
        answers: the Message-ID that it answers, without brackets; "" where that had none.
        references: those of the mail that it answers, the oldest first.
        now: its date.
        submitted: what Auto-Submitted says (RFC 3834 section 5).

    Raises:
        ValueError: an address or Message-ID holds what no header can.
    """
    made = EmailMessage(policy=SMTP)
    name, address = parseaddr(sender)
    made["From"] = Address(name, addr_spec=address)
    made["To"] = Address(addr_spec=recipient)
    made["Subject"] = words.subject
    made["Date"] = format_datetime(now)
    made["Message-ID"] = _bracketed(message_id)
    if answers:
        thread = tuple(one for one in references if _fits(one) and one != answers)
        if len(thread) > _MOST_REFERENCES:
            thread = (thread[0], *thread[-_MOST_REFERENCES + 1 :])
        made["In-Reply-To"] = _bracketed(answers)
        made["References"] = " ".join(_bracketed(one) for one in (*thread, answers))
    made["Auto-Submitted"] = submitted
    made["X-Auto-Response-Suppress"] = "All"  # what Exchange asks instead
    # Seven bits: not every server on the way takes eight (RFC 6152).
    made.set_content(words.text, cte="quoted-printable")
    made.add_alternative(words.html, subtype="html", cte="quoted-printable")
    return made


def _bracketed(message_id: str) -> str:
    if not _fits(message_id):
        raise ValueError(f"no Message-ID: {message_id!r}")
    return f"<{message_id}>"


def _fits(message_id: str) -> bool:
    """Whether it can stand in a header as it is."""
    return (
        0 < len(message_id) < 400
        and message_id.isascii()
        and message_id.isprintable()
        and " " not in message_id
    )
