"""Finding mails and drafts by their words: every word that was asked for must begin one that stands there."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Integer, Select, and_, column, delete, func, or_, select, text
from sqlalchemy.orm import Session

from store.conflict import add_rows
from store.database import Store, is_sqlite
from store.desk import Searched
from store.model import Draft, Mail, MailStatus, MailText

# Of a mail and its documents: what somebody remembers of it stands near its beginning.
LONGEST: Final = 100_000

# Words of a question that are looked for; the rest of a sentence pasted whole tells no more.
_MOST_WORDS: Final = 12

# What came last of what is found: nobody reads on past twenty pages, and a word that stands in every mail
# costs no more than one that stands in some.
MOST_FOUND: Final = 1000

# Mails that one unit of work adds to the index: some 50 ms, so that nobody waits for it.
BATCH: Final = 100

_WORD: Final = re.compile(r"\w+")
# Plurals, as far as FTS5 needs them: PostgreSQL's Dutch stems know more.
_PLURAL: Final = re.compile(r"(?<=\w{4})(?:en|s|n)$")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, by id; `more`: there is more, and this is what came last."""

    mails: frozenset[int]
    drafts: frozenset[int]
    more: bool


def catch_up(s: Session, limit: int = BATCH) -> int:
    """Add mails to the index that were read since; gives how many. Call until it gives 0.

    Apart from the reading, which is not held up by it.
    """
    rows = s.execute(_behind().limit(limit)).all()
    if not rows:
        return 0
    ids = [row.id for row in rows]
    s.execute(delete(Searched).where(Searched.mail_id.in_(ids)))  # and their words with them
    add_rows(s, Searched, [{"mail_id": row.id, "told_at": row.told_at} for row in rows])
    sqlite = is_sqlite(s)
    add = (
        "INSERT INTO search_words (rowid, words) VALUES (:mail, :words)"
        if sqlite
        else "INSERT INTO search_words (mail_id, words) VALUES (:mail, to_tsvector('dutch', :words))"
    )
    s.execute(text(add), [{"mail": row.id, "words": _words(row)} for row in rows])
    return len(rows)


def keep_up(store: Store, patience: float | None = None) -> int:
    """Bring the index up to date, in units of work that nobody waits long for; gives how many mails it took.

    To be done before a search and every now and then, wherever the desk runs.

    Raises:
        StoreBusy: somebody else wrote for longer than this `patience` in seconds (`Store.begin`).
    """
    with store.view() as s:
        if not behind(s):
            return 0
    done = 0
    while True:
        with store.begin(patience) as s:
            added = catch_up(s)
        if not added:
            return done
        done += added


def behind(s: Session) -> bool:
    """Whether there are mails that `catch_up` would add."""
    return s.execute(_behind().limit(1)).first() is not None


def find(s: Session, asked: str, most: int = MOST_FOUND) -> Found | None:
    """The mails and drafts in which all these words stand; None where no word was asked for.

    Drafts are those of such mails, and those with all words in title and organisation: these may have been
    filled in by staff, and stand in no mail then. At `most` so many of each way to find them, the last ones.
    """
    words = _asked(asked)
    if not words:
        return None
    mails = s.scalars(_mails(s, words, most + 1)).all()
    names = Draft.title_key.concat(" ").concat(Draft.organisation_key)
    by_name = and_(*(names.contains(word, autoescape=True) for word in words))
    newest = select(Draft.id).order_by(Draft.id.desc()).limit(most + 1)
    of_mails = set(s.scalars(newest.where(Draft.mail_id.in_(mails))))
    named = set(s.scalars(newest.where(by_name)))
    more = max(len(mails), len(of_mails), len(named)) > most
    return Found(frozenset(mails), frozenset(of_mails | named), more)


def _mails(s: Session, words: Sequence[str], most: int) -> Select[int]:
    """The ids of the mails that came last, at `most` so many, of those in which all these words stand."""
    if is_sqlite(s):
        query = " ".join(f'"{_PLURAL.sub("", word)}"*' for word in words)
        told = "SELECT rowid AS mail_id FROM search_words WHERE search_words MATCH :asked"
    else:
        query = " & ".join(f"'{word}':*" for word in words)
        told = "SELECT mail_id FROM search_words WHERE words @@ to_tsquery('dutch', :asked)"
    newest = text(f"{told} ORDER BY mail_id DESC LIMIT :most").bindparams(asked=query, most=most)
    return select(newest.columns(column("mail_id", Integer)).subquery().c.mail_id)


def _behind() -> Select[Any]:
    told_at = func.coalesce(Mail.read_at, Mail.kept_at, type_=Mail.kept_at.type).label("told_at")
    return (
        select(Mail.id, Mail.subject, Mail.sender_name, Mail.sender_email, told_at, MailText.texts)
        .outerjoin(MailText, MailText.mail_id == Mail.id)
        .outerjoin(Searched, Searched.mail_id == Mail.id)
        .where(
            Mail.status.not_in([MailStatus.PENDING, MailStatus.PROCESSING]),
            or_(Searched.mail_id.is_(None), Searched.told_at != func.coalesce(Mail.read_at, Mail.kept_at)),
        )
        .order_by(Mail.id)
    )


def _words(row: Any) -> str:
    texts = row.texts or {}
    told = "\n".join(text for source, text in texts.items() if source != "subject")
    whole = f"{row.subject}\n{row.sender_name}\n{row.sender_email}\n{told}"[:LONGEST]
    # Letter runs alone: what a tokenizer takes for an address or a path would hide the words in it.
    return " ".join(_WORD.findall(_plain(whole)))


def _asked(asked: str) -> list[str]:
    return _WORD.findall(_plain(asked[:LONGEST]))[:_MOST_WORDS]


def _plain(words: str) -> str:
    """Without case and accents; NUL and the like are no words."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    return "".join(
        letter for letter in plain if not unicodedata.combining(letter) and not "\ud800" <= letter <= "\udfff"
    )
