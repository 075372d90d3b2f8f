"""Making a decision: every row that it changes is noted, as it was and as it became, to be undone by."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from store import facets, outbox
from store.conflict import add_rows
from store.desk import Decision, DecisionRow, FieldValue
from store.errors import NotFound
from store.fields import first_day, first_start
from store.incoming import Json
from store.likeness import name_key
from store.model import Draft, Event, Finding, Mail
from store.publishing import publish
from store.staleness import stale
from store.states import draft_state, mail_state, set_value, value_state

# The fields that a draft's row repeats.
_REPEATED: Final = frozenset({"title", "organisation", "dates", "change"})

_Key = tuple[int, int | None, str]  # mail, draft, field: as in DecisionRow


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of a decision. `event_id` undoes it; None where there was nothing to change.

    `made` is the draft that it made, where it made one.
    """

    event_id: int | None
    draft_id: int | None
    version: int
    status: str
    made: int | None = None


class Deciding:
    """One decision of one person. Take every row through it, change it, and `finish`."""

    def __init__(self, s: Session, actor: str, now: datetime) -> None:
        """Notes nothing and locks nothing yet."""
        self._s = s
        self._actor = actor
        self._now = now.astimezone(UTC)
        self._drafts: dict[int, Draft] = {}
        self._mails: dict[int, Mail] = {}
        self._values: dict[int, dict[str, FieldValue]] = {}
        self._before: dict[_Key, Json] = {}

    def drafts(
        self, versions: Mapping[int, int | None], mine: Mapping[str, Json] | None = None
    ) -> list[Draft]:
        """Lock these drafts, as nobody else changes them meanwhile; in the order that was asked for.

        Args:
            versions: by draft the version that the person saw; None: whichever it is.
            mine: what a form says of the first of them, to be told beside what stands there now.

        Raises:
            NotFound: there is no such draft.
            Stale: one was changed since.
        """
        query = select(Draft).where(Draft.id.in_(versions)).order_by(Draft.id)
        locked = query.with_for_update().execution_options(populate_existing=True)
        found = {draft.id: draft for draft in self._s.scalars(locked)}
        for draft_id, version in versions.items():
            draft = found.get(draft_id)
            if draft is None:
                raise NotFound(f"there is no draft {draft_id}")
            if version is not None and draft.version != version:
                raise stale(self._s, draft, version, mine or {})
            mine = None
        for draft in found.values():
            self._note(draft)
        return [found[draft_id] for draft_id in versions]

    def draft(self, draft_id: int, version: int | None, mine: Mapping[str, Json] | None = None) -> Draft:
        """Lock one draft: see `drafts`."""
        return self.drafts({draft_id: version}, mine)[0]

    def mail(self, mail_id: int) -> Mail:
        """Lock a mail.

        Raises:
            NotFound: there is no such mail.
        """
        query = select(Mail).where(Mail.id == mail_id).with_for_update()
        mail = self._s.scalars(query.execution_options(populate_existing=True)).one_or_none()
        if mail is None:
            raise NotFound(f"there is no mail {mail_id}")
        self._mails[mail_id] = mail
        self._before.setdefault((mail_id, None, ""), mail_state(mail))
        return mail

    def own(self, draft: Draft) -> Mapping[str, FieldValue]:
        """The values of staff's own of a draft that was locked here."""
        return self._values[draft.id]

    def put(self, draft: Draft, field: str, value: Json, from_draft_id: int | None = None) -> None:
        """Staff say that a field is this."""
        row = {
            "value": value,
            "actor": self._actor,
            "at": self._now.isoformat(),
            "from_draft_id": from_draft_id,
        }
        self.restore_value(draft, field, row)

    def drop(self, draft: Draft, field: str) -> None:
        """Back to what was read."""
        self.restore_value(draft, field, None)

    def restore_value(self, draft: Draft, field: str, state: Json) -> None:
        """Make the row of one value what `value_state` once told of it; None: no row."""
        own = self._values[draft.id]
        row = own.get(field)
        self._before.setdefault((draft.mail_id, draft.id, field), None if row is None else value_state(row))
        if state is None:
            if row is not None:
                del own[field]
                self._s.delete(row)
            return
        if row is None:
            row = own[field] = FieldValue(draft_id=draft.id, field=field)
            self._s.add(row)
        set_value(row, state)

    def made(self, draft: Draft) -> None:
        """Take a draft along that this decision makes: added as `void`, which undoing makes it again."""
        self._s.flush()
        self._note(draft)

    def finish(
        self,
        action: str,
        *,
        draft: Draft | None = None,
        mail: Mail | None = None,
        detail: Mapping[str, Json] | None = None,
        undoes: int | None = None,
        repeat: bool = True,
        also: Collection[Draft] = (),
        made: Draft | None = None,
    ) -> Decided:
        """Write what changed, a line in the log of each draft, and what undoing needs.

        Args:
            action: the line's code.
            draft: the draft that the decision is about.
            mail: the mail that it is about, where there is no draft.
            detail: what the line tells beside: codes and numbers, no values, for the log is never erased.
            undoes: the decision that this one undoes.
            repeat: have the drafts' rows repeat their fields; undoing puts them back by itself.
            also: other drafts in whose history it belongs.
            made: the draft that it made.
        """
        if repeat:
            self._repeat()
        changed = self._changed()
        if changed and draft is not None:
            # Its page shows another thing now, and where it is undone this draft is locked and told of.
            changed.setdefault((draft.mail_id, draft.id, ""), ({}, {}))
        touched = {draft_id for _, draft_id, _ in changed if draft_id is not None}
        for draft_id in touched:
            row = self._drafts[draft_id]
            row.starts = first_start(self._values_now(row, {"dates"}).get("dates"), row.first_day)
            row.updated_at = self._now
            flag_modified(row, "updated_at")  # a value alone counts as a write too
        self._s.flush()
        facets.refresh(self._s, sorted(touched))
        event_id = self._write(action, draft, mail, detail or {}, undoes, changed, also) if changed else None
        if event_id is not None:
            publish(self._s, touched, self._now)
            outbox.follow(
                self._s, action, [self._drafts[one] for one in touched], draft, event_id, undoes, self._now
            )
        version, status = (0, "") if draft is None else (draft.version, draft.status)
        ids = [None if one is None else one.id for one in (draft, made)]
        return Decided(event_id, ids[0], version, status, ids[1])

    def _note(self, draft: Draft) -> None:
        if draft.id in self._drafts:
            return
        self._drafts[draft.id] = draft
        self._before[draft.mail_id, draft.id, ""] = draft_state(draft)
        query = select(FieldValue).where(FieldValue.draft_id == draft.id)
        rows = self._s.scalars(query.execution_options(populate_existing=True))
        self._values[draft.id] = {row.field: row for row in rows}

    def _repeat(self) -> None:
        """The columns of a draft that repeat its fields, where one of those may have changed."""
        for draft in self._drafts.values():
            fields = {field for _, draft_id, field in self._before if draft_id == draft.id} & _REPEATED
            if not fields:
                continue
            now = self._values_now(draft, fields)
            if "title" in fields:
                draft.title = str(now.get("title") or "")
                draft.title_key = name_key(draft.title)
            if "organisation" in fields:
                draft.organisation = str(now.get("organisation") or "")
                draft.organisation_key = name_key(draft.organisation)
            if "dates" in fields:
                draft.first_day = first_day(now.get("dates"))
            if "change" in fields:
                draft.change = str(now.get("change") or "")

    def _values_now(self, draft: Draft, fields: Collection[str]) -> dict[str, Json]:
        own = {field: row.value for field, row in self._values[draft.id].items() if field in fields}
        query = select(Finding.field, Finding.value).where(
            Finding.draft_id == draft.id, Finding.rank == 0, Finding.field.in_(fields)
        )
        with self._s.no_autoflush:  # one write of the draft a decision, not one before and one after
            return {**dict(self._s.execute(query).all()), **own}

    def _changed(self) -> dict[_Key, tuple[Json, Json]]:
        """What is otherwise than before, of drafts and mails column by column."""
        changed: dict[_Key, tuple[Json, Json]] = {}
        for key, before in self._before.items():
            after = self._state(key)
            if not key[2]:
                columns = [name for name in before if before[name] != after[name]]
                before, after = ({name: state[name] for name in columns} for state in (before, after))
            if before != after:
                changed[key] = (before, after)
        return changed

    def _state(self, key: _Key) -> Json:
        mail_id, draft_id, field = key
        if draft_id is None:
            return mail_state(self._mails[mail_id])
        if not field:
            return draft_state(self._drafts[draft_id])
        row = self._values[draft_id].get(field)
        return None if row is None else value_state(row)

    def _write(
        self,
        action: str,
        draft: Draft | None,
        mail: Mail | None,
        detail: Mapping[str, Json],
        undoes: int | None,
        changed: Mapping[_Key, tuple[Json, Json]],
        also: Collection[Draft],
    ) -> int:
        told = dict(detail)
        fields = sorted({field for _, _, field in changed if field})
        if fields:
            told["fields"] = fields
        if undoes is not None:
            told["undoes"] = undoes
        mail_id = draft.mail_id if draft is not None else mail.id if mail is not None else None
        draft_id = None if draft is None else draft.id
        event = Event(
            at=self._now, actor=self._actor, action=action, mail_id=mail_id, draft_id=draft_id, detail=told
        )
        self._s.add(event)
        self._s.flush()
        self._s.add(Decision(event_id=event.id, rows=len(changed), undoes=undoes))
        self._s.flush()
        rows = [
            {
                "event_id": event.id,
                "position": position,
                "mail_id": key[0],
                "draft_id": key[1],
                "field": key[2],
                "version": 0 if key[1] is None else self._drafts[key[1]].version,
                "before": before,
                "after": after,
            }
            for position, (key, (before, after)) in enumerate(changed.items())
        ]
        add_rows(self._s, DecisionRow, rows)
        lines = [
            {
                "at": self._now,
                "actor": self._actor,
                "action": action,
                "mail_id": other.mail_id,
                "draft_id": other.id,
                "detail": {"decision": event.id, "draft": draft_id},
            }
            for other in also
        ]
        add_rows(self._s, Event, lines)
        return event.id
