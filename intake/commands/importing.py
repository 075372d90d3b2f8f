"""`intake import`: mails from files, into the same ledger and queue as those from a mailbox."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from intake.commands.parts import Parts, clock, interruptible
from intake.commands.setting import ConfigFile, configuration, output
from intake.mail.bounds import MB
from intake.mailbox.folder import Found, mails
from intake.mailbox.heading import heading
from store import ledger
from store.incoming import NewMail

# Kept in one commit: as many as the poller keeps, but no more bytes than it holds at a time.
MAILS_AT_ONCE = 50
BYTES_AT_ONCE = 8 * MB


def import_(
    ctx: typer.Context,
    path: Annotated[
        Path, typer.Argument(help="An .eml or .msg file, an mbox, a Maildir, or a folder of them.")
    ],
    config: ConfigFile = None,
) -> None:
    """Keep the mails of a file or folder and queue their drafts; a mail that is held already is left out."""
    looked = kept = 0
    with Parts(configuration(ctx, config)) as parts, interruptible(parts.stop):
        for batch in _batches(mails(path)):
            looked += len(batch)
            kept += _keep(parts, batch)
            if parts.stop.is_set():
                break
        drafted = parts.drafter().run(parts.stop)
    output().print(
        f"{looked} looked at, {kept} new; {drafted.read} read, {drafted.quarantined} put aside",
        soft_wrap=True,
    )


def _batches(found: Iterator[Found]) -> Iterator[list[Found]]:
    """Runs of mails that fit in memory together."""
    batch: list[Found] = []
    held = 0
    for mail in found:
        if batch and (len(batch) >= MAILS_AT_ONCE or held + len(mail.raw) > BYTES_AT_ONCE):
            yield batch
            batch, held = [], 0
        batch.append(mail)
        held += len(mail.raw)
    if batch:
        yield batch


def _keep(parts: Parts, batch: Sequence[Found]) -> int:
    """Blobs first, durable; then the ledger, in one commit."""
    names = parts.blobs.put_many([mail.raw for mail in batch])
    with parts.store.begin() as s:
        return sum(
            ledger.keep_imported(s, _as_new(mail.raw, sha256), f"import:{mail.origin}", clock())
            for mail, sha256 in zip(batch, names, strict=True)
        )


def _as_new(raw: bytes, sha256: str) -> NewMail:
    seen = heading(raw.partition(b"\r\n\r\n")[0] + b"\r\n")
    return NewMail(
        sha256=sha256,
        size=len(raw),
        message_id=seen.message_id,
        subject=seen.subject,
        sender_name=seen.sender_name,
        sender_email=seen.sender_email,
        sent_at=seen.sent_at,
        in_reply_to=seen.in_reply_to,
        references=seen.references,
    )
