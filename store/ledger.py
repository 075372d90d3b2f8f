"""The ledger: which UID of which folder was judged how, and which contents are kept."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, Table, delete, exists, func, or_, select, tuple_, update
from sqlalchemy.orm import Session, aliased

from store import log
from store.conflict import add_rows, chunks, insert_into, take_turns
from store.incoming import NewMail, Sighting, Verdict
from store.message_ids import key
from store.model import FolderPass, Forgotten, Location, Mail, MailboxAccount, MailStatus, Reference
from store.outgoing import Outgoing

POLLER = "poller"

# Message-IDs kept of one mail's In-Reply-To and References. Mail programs keep the first and the last few of
# a long thread (RFC 5322 section 3.6.4); more than this is no thread that helps anybody.
_MOST_REFERENCES = 50

# RFC 5321 allows 64 letters before the @ and 255 after it.
_LONGEST_ADDRESS = 320


def watermark(s: Session, mailbox: str, folder: str, uidvalidity: int) -> int:
    """The highest UID that was judged, 0 if none. Record batches in rising order and nothing is skipped."""
    here = _of(mailbox, folder, uidvalidity)
    return s.scalar(select(func.max(Location.uid)).where(*here)) or 0


def begin_anew(s: Session, mailbox: str, folder: str, uidvalidity: int, now: datetime) -> None:
    """Nothing that is known of these UIDs holds any more; the mails that were kept stay."""
    here = _of(mailbox, folder, uidvalidity)
    s.execute(delete(Location).where(*here).execution_options(synchronize_session=False))
    where = {"mailbox": mailbox, "folder": folder, "uidvalidity": uidvalidity}
    log.write(s, [log.Entry(POLLER, "begun anew", detail=where)], now)


def to_retry(s: Session, mailbox: str, folder: str, uidvalidity: int) -> list[int]:
    """The UIDs, rising, that could not be judged or fetched and wait to be tried again."""
    here = _of(mailbox, folder, uidvalidity)
    query = select(Location.uid).where(
        *here, Location.settled_at.is_(None), Location.verdict == Verdict.RETRY
    )
    return list(s.scalars(query.order_by(Location.uid)))


def record(
    s: Session, mailbox: str, folder: str, uidvalidity: int, sightings: Iterable[Sighting], now: datetime
) -> int:
    """Keep one batch: a row for each content not yet held, and one for each UID. Safe to say twice.

    The blobs of the mails must be durable already. Gives the number of new contents. What was forgotten is
    left alone, wherever it is seen again.

    Raises:
        ValueError: a sighting is ours and brings no mail.
    """
    latest = {sighting.uid: sighting for sighting in sightings}
    mails = {}
    for sighting in latest.values():
        if sighting.verdict is Verdict.OURS:
            if sighting.mail is None:
                raise ValueError(f"UID {sighting.uid} is ours and brings no mail")
            mails[sighting.mail.sha256] = sighting.mail
    gone = _forgotten_for_good(s, mails) if mails else frozenset()
    kept = [mail for mail in mails.values() if mail.sha256 not in gone]
    ids, new = _keep(s, kept, f"{mailbox}/{folder}", now, POLLER)
    judged = {
        uid: Verdict.ORDINARY if one.mail is not None and one.mail.sha256 in gone else one.verdict
        for uid, one in latest.items()
    }
    rows: list[dict[str, object]] = [
        {
            "mailbox": mailbox,
            "folder": folder,
            "uidvalidity": uidvalidity,
            "uid": sighting.uid,
            "verdict": judged[sighting.uid],
            "mail_id": ids.get(sighting.mail.sha256) if sighting.mail is not None else None,
            "seen_at": now,
            "tries": 1,
            "settled_at": now if judged[sighting.uid] is Verdict.ORDINARY else None,
        }
        for sighting in latest.values()
    ]
    if rows:
        _locate(s, rows)
    return new


def _locate(s: Session, rows: Sequence[dict[str, object]]) -> None:
    """A UID judged once keeps its verdict, unless it was to be tried again or turns out to be ours."""
    statement = insert_into(s, Location)
    given = statement.excluded
    s.execute(
        statement.on_conflict_do_update(
            index_elements=["mailbox", "folder", "uidvalidity", "uid"],
            set_={
                "verdict": given.verdict,
                "mail_id": given.mail_id,
                "seen_at": given.seen_at,
                "tries": Location.tries + 1,
                "settled_at": given.settled_at,
            },
            where=(Location.verdict != Verdict.OURS)
            & or_(Location.verdict == Verdict.RETRY, given.verdict == Verdict.OURS),
        ),
        rows,
    )


def is_known(s: Session, mailbox: str, account: str, called: str) -> bool:
    """Whether a mailbox's name stands for this account, judged by what the campaign is called.

    The account is its user and server, in whatever words.
    """
    known = s.get(MailboxAccount, mailbox)
    return known is not None and (known.account, known.called) == (account, called)


def stands_for(s: Session, mailbox: str, account: str) -> str:
    """From now on a mailbox's name stands for this account; gives the one it stood for, "" if none.

    UIDs mean nothing in another account (RFC 3501 section 2.3.1.1), so what was seen in the one before goes
    aside under a name with its account, and comes back with it. How its passes went tells nothing any more.
    """
    known = s.get(MailboxAccount, mailbox)
    before = known.account if known is not None else ""
    if known is None:
        s.add(MailboxAccount(mailbox=mailbox, account=account))
    elif before != account:
        known.account = account
        s.execute(delete(FolderPass).where(FolderPass.mailbox == mailbox))
        for old, new in ((mailbox, f"{mailbox} ({before})"), (f"{mailbox} ({account})", mailbox)):
            s.execute(
                update(Location)
                .where(Location.mailbox == old)
                .values(mailbox=new)
                .execution_options(synchronize_session=False)
            )
    s.flush()
    return before if before != account else ""


def judges_by(s: Session, mailbox: str, called: str) -> int:
    """From now on mail of this mailbox, whose account is known, is judged by what the campaign is called.

    What was ordinary by other names is to be judged again; gives how many UIDs that are.
    """
    known = s.get_one(MailboxAccount, mailbox)
    before, known.called = known.called, called
    s.flush()
    if before in ("", called):
        return 0
    again = s.execute(
        update(Location)
        .where(Location.mailbox == mailbox, Location.verdict == Verdict.ORDINARY)
        .values(verdict=Verdict.RETRY, settled_at=None)
        .execution_options(synchronize_session=False)
    )
    return cast(CursorResult[Any], again).rowcount


def unsettled(s: Session, mailbox: str, folder: str, uidvalidity: int) -> list[int]:
    """The UIDs, rising, of kept mails that the mailbox was not yet told of."""
    here = _of(mailbox, folder, uidvalidity)
    query = select(Location.uid).where(*here, Location.settled_at.is_(None), Location.verdict == Verdict.OURS)
    return list(s.scalars(query.order_by(Location.uid)))


def put_back(s: Session, mailbox: str, folder: str, uidvalidity: int) -> set[int]:
    """Of those that the mailbox was not told of: what was settled in it before, and put here by a person."""
    before = aliased(Location)
    moved = exists().where(
        before.mail_id == Location.mail_id, before.mailbox == mailbox, before.settled_at.is_not(None)
    )
    here = _of(mailbox, folder, uidvalidity)
    query = select(Location.uid).where(*here, Location.settled_at.is_(None), Location.verdict == Verdict.OURS)
    return set(s.scalars(query.where(moved)))


def settled(
    s: Session, mailbox: str, folder: str, uidvalidity: int, uids: Iterable[int], now: datetime
) -> None:
    """The mailbox has been told of these UIDs, or no longer holds them."""
    here = _of(mailbox, folder, uidvalidity)
    done = sorted(set(uids))
    for some in chunks(done):
        s.execute(
            update(Location)
            .where(*here, Location.uid.in_(some), Location.settled_at.is_(None))
            .values(settled_at=now)
            .execution_options(synchronize_session=False)
        )
    if done:
        where = {"mailbox": mailbox, "folder": folder, "uids": len(done)}
        log.write(s, [log.Entry(POLLER, "settled", detail=where)], now)


def leave_others(s: Session, mailbox: str, folder: str, uidvalidity: int, now: datetime) -> None:
    """Nothing is left to be done about UIDs of this folder under another UIDVALIDITY: they mean no mail."""
    s.execute(
        update(Location)
        .where(Location.mailbox == mailbox, Location.folder == folder, Location.settled_at.is_(None))
        .where(Location.uidvalidity != uidvalidity)
        .values(settled_at=now)
        .execution_options(synchronize_session=False)
    )


def held(s: Session, message_ids: Iterable[str]) -> set[str]:
    """Which of these Message-IDs are of mails that we hold or sent; given back as they were asked for."""
    asked = {message_id: key(message_id) for message_id in message_ids}
    wanted = sorted({one for one in asked.values() if one})
    found: set[str] = set()
    for some in chunks(wanted):
        for known in (Mail.message_id, Outgoing.message_id):
            found.update(s.scalars(select(known).where(known.in_(some))))
    return {message_id for message_id, one in asked.items() if one in found}


def keep_imported(s: Session, new_mail: NewMail, origin: str, now: datetime) -> bool:
    """Keep one content that came from a file; false where it was held already, or was forgotten."""
    if _forgotten_for_good(s, [new_mail.sha256]):
        return False
    return _keep(s, [new_mail], origin, now, "import")[1] == 1


def keep_claimed(s: Session, new_mail: NewMail, origin: str, owner: str, now: datetime) -> int:
    """Keep a new content that `owner` reads in the same unit of work, and nobody else; gives its id."""
    ids, _ = _keep(s, [new_mail], origin, now, owner)
    mail = s.get_one(Mail, ids[new_mail.sha256])
    mail.status, mail.claim_owner, mail.claimed_until = MailStatus.PROCESSING, owner, now
    s.flush()
    return mail.id


def forgotten(s: Session, sha256s: Collection[str] | None = None) -> frozenset[str]:
    """The mails that were erased and must not be kept again, by sha256: of these, or all of them."""
    if sha256s is None:
        return frozenset(s.scalars(select(Forgotten.sha256)))
    found: set[str] = set()
    for some in chunks(sorted(sha256s)):
        found.update(s.scalars(select(Forgotten.sha256).where(Forgotten.sha256.in_(some))))
    return frozenset(found)


def _forgotten_for_good(s: Session, sha256s: Collection[str]) -> frozenset[str]:
    """Which of these were erased: none of them will be until this unit of work ends.

    Of two that keep the same mails at once the second also waits here, and not for a row that the first is
    still to write while the first waits for one of its.
    """
    take_turns(s, Forgotten)
    return forgotten(s, sha256s)


def note_pass(s: Session, mailbox: str, folder: str, now: datetime, error: str | None) -> None:
    """How a pass over a folder ended: well (None), or with this error."""
    statement = insert_into(s, FolderPass)
    if error is None:
        first = {"good_at": now, "failed_at": None, "error": "", "failures": 0}
        then: dict[str, object] = {"good_at": now, "error": "", "failures": 0}
    else:
        first = {"good_at": None, "failed_at": now, "error": error, "failures": 1}
        then = {"failed_at": now, "error": error, "failures": FolderPass.failures + 1}
    s.execute(
        statement.values(mailbox=mailbox, folder=folder, **first).on_conflict_do_update(
            index_elements=["mailbox", "folder"], set_=then
        )
    )


def looks_into(s: Session, folders: Collection[tuple[str, str]]) -> None:
    """From now on these folders are looked into, each with its mailbox's name, and no others.

    How the passes over others went tells nothing any more. A folder that is new has had none yet.
    """
    place = tuple_(FolderPass.mailbox, FolderPass.folder)
    s.execute(delete(FolderPass).where(place.not_in(list(folders))))
    for mailbox, folder in folders:
        new = insert_into(s, FolderPass).values(mailbox=mailbox, folder=folder, error="", failures=0)
        s.execute(new.on_conflict_do_nothing())


def last_passes(s: Session) -> list[FolderPass]:
    """How the last passes went, by mailbox and folder."""
    return list(s.scalars(select(FolderPass).order_by(FolderPass.mailbox, FolderPass.folder)))


def alarmed(s: Session, mailbox: str, folder: str, at: datetime | None) -> None:
    """It was told that a folder fell silent; None: that it is well again."""
    s.get_one(FolderPass, (mailbox, folder)).alarmed_at = at
    s.flush()


def _of(mailbox: str, folder: str, uidvalidity: int) -> tuple[ColumnElement[bool], ...]:
    return (Location.mailbox == mailbox, Location.folder == folder, Location.uidvalidity == uidvalidity)


def _keep(
    s: Session, mails: Sequence[NewMail], origin: str, now: datetime, actor: str
) -> tuple[dict[str, int], int]:
    """A row for each content that has none; gives the ids of all, and how many are new."""
    if not mails:
        return {}, 0
    columns = cast(Table, Mail.__table__).c
    made = s.execute(
        insert_into(s, Mail)
        .on_conflict_do_nothing(index_elements=["sha256"])
        .returning(columns.id, columns.sha256),
        [_mail_row(mail, origin, now) for mail in mails],
    )
    ids = {sha256: number for number, sha256 in made}
    new = dict(ids)
    missing = [mail.sha256 for mail in mails if mail.sha256 not in ids]
    for some in chunks(missing):
        ids.update(s.execute(select(Mail.sha256, Mail.id).where(Mail.sha256.in_(some))).all())
    named = (
        {"mail_id": new[mail.sha256], "position": position, "message_id": reference}
        for mail in mails
        if mail.sha256 in new
        for position, reference in enumerate(_references(mail))
    )
    add_rows(s, Reference, named)
    log.write(s, [log.Entry(actor, "kept", mail_id=number) for number in new.values()], now)
    return ids, len(new)


def _references(mail: NewMail) -> list[str]:
    """The Message-IDs that a mail names, the nearest first, each once."""
    nearest_first = (*mail.in_reply_to, *reversed(mail.references))
    named = dict.fromkeys(key(message_id) for message_id in nearest_first)
    return [one for one in named if one][:_MOST_REFERENCES]


def _mail_row(mail: NewMail, origin: str, now: datetime) -> dict[str, object]:
    return {
        "sha256": mail.sha256,
        "size": mail.size,
        "whole": mail.whole,
        "origin": origin,
        "message_id": key(mail.message_id),
        "subject": mail.subject,
        "sender_name": mail.sender_name,
        "sender_email": mail.sender_email.lower()[:_LONGEST_ADDRESS],
        "sent_at": mail.sent_at,
        "kept_at": now,
        "status": MailStatus.PENDING,
        "attempts": 0,
        "crashes": 0,
        "reason": "",
        "doubt": False,
        "needs_person": False,
    }
