"""`intake import`: mails from files, into the same ledger and queue as those from a mailbox."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from intake.commands.parts import Parts, clock, interruptible
from intake.commands.setting import ConfigFile, complain, configuration, most_of_a_mail, output
from intake.mail.bounds import MB
from intake.mailbox.folder import Found, Unread, mails
from intake.mailbox.heading import heading
from intake.outlook import OutlookFiles
from store import ledger
from store.blobs import BlobStore
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
    """Keep the mails of a file or folder and queue their drafts; a mail that is held already is left out.

    A file that can't be read is named, the others are kept all the same, and the exit code is 1.
    """
    settings = configuration(ctx, config)
    looked = kept = 0
    unread: list[Unread] = []
    with (
        Parts(settings) as parts,
        OutlookFiles(settings.campaign, settings.reading) as outlook,
        interruptible(parts.stop),
    ):
        for batch in _batches(_good(mails(path, outlook), unread)):
            looked += len(batch)
            kept += _keep(parts, batch, most_of_a_mail(settings))
            if parts.stop.is_set():
                break
        drafted = parts.drafter().run(parts.stop)
    output().print(
        f"{looked} looked at, {kept} new; {drafted}"
        + (f"; {len(unread)} could not be opened" if unread else ""),
        soft_wrap=True,
    )
    if unread:
        raise typer.Exit(1)


def _good(found: Iterable[Found | Unread], unread: list[Unread]) -> Iterator[Found]:
    """The mails alone; what could not be read is told of at once, and added to `unread`."""
    for one in found:
        if isinstance(one, Found):
            yield one
        else:
            complain(one.origin, one.reason)
            unread.append(one)


def _batches(found: Iterable[Found]) -> Iterator[list[Found]]:
    """Runs of mails that fit in memory together; one that doesn't even fit by itself is a run of its own."""
    batch: list[Found] = []
    held = 0
    for mail in found:
        if batch and (len(batch) >= MAILS_AT_ONCE or held + mail.size > BYTES_AT_ONCE):
            yield batch
            batch, held = [], 0
        batch.append(mail)
        held += mail.size
    if batch:
        yield batch


def _keep(parts: Parts, batch: Sequence[Found], most: int) -> int:
    """Blobs first, durable; then the ledger, in one commit."""
    names = _put(parts.blobs, batch, most)
    with parts.store.begin() as s:
        return sum(
            ledger.keep_imported(s, _as_new(mail, sha256, most), f"import:{mail.origin}", clock())
            for mail, sha256 in zip(batch, names, strict=True)
        )


def _put(blobs: BlobStore, batch: Sequence[Found], most: int) -> list[str]:
    """Make contents durable: a large one in pieces; of one above `most` bytes its headers, as a poll does."""
    if BYTES_AT_ONCE < batch[0].size <= most:
        return [blobs.put_stream(batch[0].pieces())]
    return blobs.put_many([mail.head() if mail.size > most else mail.whole() for mail in batch])


def _as_new(mail: Found, sha256: str, most: int) -> NewMail:
    seen = heading(mail.head())
    return NewMail(
        sha256=sha256,
        size=mail.size,
        message_id=seen.message_id,
        subject=seen.subject,
        sender_name=seen.sender_name,
        sender_email=seen.sender_email,
        sent_at=seen.sent_at,
        whole=mail.size <= most,
        in_reply_to=seen.in_reply_to,
        references=seen.references,
    )
