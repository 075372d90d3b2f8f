"""Which activity a later mail is about: by the thread first, then by organisation and title.

A link is a proposal. Nothing is merged: the later mail keeps its own draft, with the status `change`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import cast

from sqlalchemy import Table, bindparam
from sqlalchemy.orm import Session

from store import activities, log
from store.activities import Fresh
from store.likeness import likeness
from store.model import Draft, DraftStatus

# How alike names must be. In one thread a title only has to tell activities of that thread apart; without a
# thread both names must agree, but for a plural, a typo or a word; and what calls itself an announcement
# is taken for a known activity only where nearly nothing differs.
_SAME_THREAD = 0.5
_SAME_TITLE = 0.6
_SAME_ORGANISATION = 0.75
_NEARLY_THE_SAME = 0.85
# Two candidates this close are a choice for a person.
_TOO_CLOSE = 0.05
# The week comes once a year: what is as far as this from a day is of another year's.
_HALF_A_YEAR = timedelta(days=183)

_UPDATE = "update"
_ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class Link:
    """A proposal: this draft is about that one."""

    draft_id: int
    mail_id: int
    about: int
    by: str


def link(s: Session, fresh: Sequence[Fresh], actor: str, now: datetime) -> list[Link]:
    """Link the drafts just saved to those they are about, and changes that waited for one of these."""
    able = [draft for draft in fresh if draft.kind in {_UPDATE, _ACTIVITY}]
    if not able:
        return []
    links: list[Link] = []
    linked: set[int] = set()
    threads = activities.of_threads(s, sorted({draft.mail_id for draft in able}))
    named = activities.of_same_days(s, [draft for draft in able if draft.kind == _ACTIVITY])
    everyone: list[Fresh] | None = None
    for draft in able:
        near = _others(draft, threads[draft.mail_id], linked)
        about, by = _in_thread(draft, near), "references"
        if about is None:
            by = "names"
            if draft.kind == _ACTIVITY:
                about = _said_again(draft, _others(draft, named[draft.organisation_key], linked))
            elif not near:
                everyone = activities.every(s) if everyone is None else everyone
                about = _by_names(draft, _others(draft, everyone, linked))
        if about is not None:
            linked.add(draft.draft_id)
            links.append(Link(draft.draft_id, draft.mail_id, about, by))
    links = _without_chains(links)
    links += _late_originals(s, able, linked)
    _propose(s, links, actor, now)
    return links


def _others(draft: Fresh, candidates: Iterable[Fresh], linked: set[int]) -> list[Fresh]:
    """The activities of other mails, without those that this batch found to be proposals themselves."""
    return [one for one in candidates if one.mail_id != draft.mail_id and one.draft_id not in linked]


def _in_thread(draft: Fresh, near: Sequence[Fresh]) -> int | None:
    """Which activity of its own thread a draft is about."""
    if draft.kind == _UPDATE:
        if len(near) == 1:
            return near[0].draft_id
        return _best([(likeness(draft.title_key, other.title_key), other) for other in near], _SAME_THREAD)
    # A further announcement in the same thread is a further activity, unless it has the same name; people
    # answer last year's mail to announce this year's.
    same_year = _of_the_year(near, draft.first_day)
    return _best(
        [(likeness(draft.title_key, other.title_key), other) for other in same_year], _NEARLY_THE_SAME
    )


def _by_names(draft: Fresh, others: Iterable[Fresh]) -> int | None:
    """Which activity a change is about that came without a thread."""
    theirs = [
        other
        for other in others
        if (
            (draft.sender_email != "" and draft.sender_email == other.sender_email)
            or likeness(draft.organisation_key, other.organisation_key) >= _SAME_ORGANISATION
        )
    ]
    theirs = _of_the_year(theirs, max((one.first_day for one in theirs if one.first_day), default=None))
    if not draft.title_key:  # "het gaat niet door": clear where they announced one activity
        return theirs[0].draft_id if len(theirs) == 1 else None
    return _best([(likeness(draft.title_key, other.title_key), other) for other in theirs], _SAME_TITLE)


def _of_the_year(activities: Iterable[Fresh], day: date | None) -> list[Fresh]:
    """Those without the ones that are known to be of another year than this day."""
    return [
        one
        for one in activities
        if day is None or one.first_day is None or abs(one.first_day - day) < _HALF_A_YEAR
    ]


def _said_again(draft: Fresh, others: Iterable[Fresh]) -> int | None:
    """The activity that an announcement repeats: the same organisation and day, and nearly the same title."""
    if draft.first_day is None or not draft.organisation_key:
        return None
    same_day = [
        other for other in others if other.first_day == draft.first_day and other.draft_id < draft.draft_id
    ]
    return _best(
        [(likeness(draft.title_key, other.title_key), other) for other in same_day], _NEARLY_THE_SAME
    )


def _best(scored: Sequence[tuple[float, Fresh]], least: float) -> int | None:
    """The likest, where it is like enough and clearly so."""
    ranked = sorted(scored, key=lambda pair: (-pair[0], pair[1].draft_id))
    if not ranked or ranked[0][0] < least:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _TOO_CLOSE:
        return None
    return ranked[0][1].draft_id


def _without_chains(links: Sequence[Link]) -> list[Link]:
    """A link may lead to a draft of the same batch that became a proposal itself: follow it."""
    about = {one.draft_id: one.about for one in links}
    ends = []
    for one in links:
        end, seen = one.about, {one.draft_id}
        while end in about and end not in seen:
            seen.add(end)
            end = about[end]
        if end not in seen:
            ends.append(Link(one.draft_id, one.mail_id, end, one.by))
    return ends


def _late_originals(s: Session, fresh: Sequence[Fresh], linked: set[int]) -> list[Link]:
    """Changes that were read before the mail that they answer, which is among these."""
    originals: dict[int, list[Fresh]] = defaultdict(list)
    for draft in fresh:
        if draft.kind == _ACTIVITY and draft.draft_id not in linked:
            originals[draft.mail_id].append(draft)
    links = []
    for original, waiting in activities.waiting_changes(s, sorted(originals)):
        about = None if waiting.draft_id in linked else _in_thread(waiting, originals[original])
        if about is not None:
            linked.add(waiting.draft_id)
            links.append(Link(waiting.draft_id, waiting.mail_id, about, "references"))
    return links


def _propose(s: Session, links: Sequence[Link], actor: str, now: datetime) -> None:
    if not links:
        return
    table = cast(Table, Draft.__table__)
    s.execute(
        table.update()
        .where(table.c.id == bindparam("draft"))
        .values(
            status=DraftStatus.CHANGE,
            about_draft_id=bindparam("about"),
            linked_by=bindparam("by"),
            version=table.c.version + 1,
            updated_at=now,
        ),
        [{"draft": one.draft_id, "about": one.about, "by": one.by} for one in links],
    )
    log.write(
        s,
        [
            log.Entry(actor, "linked", one.mail_id, one.draft_id, {"about": one.about, "by": one.by})
            for one in links
        ],
        now,
    )
