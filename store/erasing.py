"""Erasing mails with all that was made of them; the agenda keeps what it shows, without people."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime, timedelta
from typing import Final, Self

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from store import log
from store.blobs import BlobStore
from store.conflict import chunks, insert_into, take_turns
from store.database import Store
from store.desk import Note
from store.errors import BlobMissing
from store.model import Base, Draft, Event, Forgotten, Mail, Part
from store.outgoing import Outgoing
from store.publication import Publication
from store.publicfiles import dropped
from store.publishing import without_people
from store.upkeep import referenced

# Mails of one unit of work: with their texts and words in the index they take 0.3 s of processor time, for
# which others who write wait.
BATCH: Final = 50

# The lines of the log that tell that something was erased, and that the database was written anew since.
EXPIRED: Final = "expired"
FORGOT: Final = "forgot"
ACTIONS: Final = (EXPIRED, FORGOT)
COMPACTED: Final = "compacted"

# What was put later than this may belong to a mail that is still to be committed: a batch is read and saved
# within its claim (ten minutes by default), and kept within moments. The sweep finds it when it is older.
UNDER_WAY: Final = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Erased:
    """How much went, by kind. `published`: activities that stay in the agenda, without people (or withdrawn).

    `values`, and `notes` too, are of drafts that stay.
    """

    mails: int = 0
    drafts: int = 0
    attachments: int = 0
    answers: int = 0
    notes: int = 0
    published: int = 0
    values: int = 0
    decisions: int = 0
    blobs: frozenset[str] = field(default=frozenset())

    def __add__(self, other: Self) -> Self:
        """Both together."""
        return type(self)(
            **{one.name: getattr(self, one.name) + getattr(other, one.name) for one in fields(self)[:-1]},
            blobs=self.blobs | other.blobs,
        )

    @property
    def counts(self) -> dict[str, int]:
        """The kinds of which anything went, each with its number; files are counted apart."""
        return {name: number for name, number in asdict(self).items() if name != "blobs" and number}


def count(s: Session, mail_ids: Sequence[int]) -> Erased:
    """What `erase` would take with these mails; nothing is changed."""
    found = Erased()
    for some in chunks(mail_ids):
        drafts = select(Draft.id).where(Draft.mail_id.in_(some))
        found += Erased(
            mails=_count(s, Mail, Mail.id.in_(some)),
            drafts=_count(s, Draft, Draft.mail_id.in_(some)),
            attachments=_count(s, Part, Part.mail_id.in_(some)),
            answers=_count(s, Outgoing, Outgoing.mail_id.in_(some)),
            notes=_count(s, Note, Note.draft_id.in_(drafts)),
            published=_count(s, Publication, Publication.draft_id.in_(drafts)),
            blobs=frozenset(
                [
                    *s.scalars(select(Mail.sha256).where(Mail.id.in_(some))),
                    *s.scalars(select(Part.sha256).where(Part.mail_id.in_(some))),
                ]
            ),
        )
    return found


def erase(
    s: Session,
    mail_ids: Sequence[int],
    actor: str,
    action: str,
    now: datetime,
    *,
    withdraw: bool = False,
) -> Erased:
    """Erase these mails, `BATCH` at most, and all that was made of them; write so in the log, in numbers.

    What the agenda shows of them stays without contact and registration, or is withdrawn as well. Decisions
    on them can be undone no more, and the mails are not kept again where they are seen again. Their files are
    still there: give `blobs` to `remove_blobs` once this is committed.
    """
    take_turns(s, Forgotten)  # who keeps the same content right now would keep it again
    # Drafts before the feed, as deciding on them does: else the two could wait for each other.
    locked = s.execute(
        select(Mail.id, Mail.sha256).where(Mail.id.in_(mail_ids)).order_by(Mail.id).with_for_update()
    )
    shas = {row.id: row.sha256 for row in locked}
    drafts = s.scalars(
        select(Draft.id).where(Draft.mail_id.in_(shas)).order_by(Draft.id).with_for_update()
    ).all()
    erased = count(s, sorted(shas))
    if not shas:
        return erased
    without_people(s, Publication.draft_id.in_(drafts), now, withdraw=withdraw)
    erased += Erased(blobs=frozenset(dropped(s, Publication.draft_id.in_(drafts))))
    s.execute(
        insert_into(s, Forgotten).on_conflict_do_nothing(index_elements=["sha256"]),
        [{"sha256": sha256, "at": now} for sha256 in shas.values()],
    )
    s.execute(delete(Mail).where(Mail.id.in_(shas)).execution_options(synchronize_session=False))
    log.write(s, [log.Entry(actor, action, detail=erased.counts)], now)
    return erased


def remove_blobs(store: Store, blobs: BlobStore, sha256s: Iterable[str], now: datetime) -> list[str]:
    """Remove the files of what was erased, those that no other mail refers to; gives those still there.

    They were put a moment ago (see `UNDER_WAY`), and the sweep removes them when it finds them old.
    """
    left: list[str] = []
    for some in chunks(sorted(sha256s)):
        with store.view() as s:
            unused = set(some) - referenced(s, some)
        left += [
            sha256
            for sha256 in sorted(unused)
            if not blobs.remove(sha256, unless_after=now - UNDER_WAY) and _is_there(blobs, sha256)
        ]
    return left


def finish(store: Store, now: datetime, *, always: bool = False) -> int | None:
    """Write the database anew where rows were erased since it last was, so that its file holds them no more.

    Gives the pages that are left in SQLite's WAL because somebody was reading; None where nothing was to do.
    """
    with store.view() as s:
        erased, compacted = (
            s.scalar(select(func.max(Event.id)).where(Event.action.in_(actions))) or 0
            for actions in (ACTIONS, (COMPACTED,))
        )
    if erased <= compacted and not always:
        return None
    left = store.compact()
    with store.begin() as s:
        log.write(s, [log.Entry("upkeep", COMPACTED)], now)
    return left


def _is_there(blobs: BlobStore, sha256: str) -> bool:
    try:
        with blobs.open(sha256):
            return True
    except BlobMissing:
        return False


def _count(s: Session, table: type[Base], which: ColumnElement[bool]) -> int:
    return s.scalar(select(func.count()).select_from(table).where(which)) or 0
