"""What a line of the work list shows of one thing that stands in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from review.words import WORDS, say
from store import words
from store.queue import QueueRow
from store.when import when

# Why a mail could not be read, by how the log's reason begins or what stands in it.
_REASONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        r"reading took longer": "slow",
        r"reading took more than": "large",
        r"the reading process died": "crashed",
        r"Outlook": "outlook",
        r"attachment .* was lost": "lost",
    }
)
_DECIDED: Final = frozenset({"approved", "rejected", "merged", "applied", "withdrawn", "dismissed"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it leads, what it is and what staff must know of it.

    `pick` names it with its version for what is decided on together; `status` is what was decided; `mail_id`
    is set where it is a mail without draft.
    """

    key: str
    pick: str
    path: str
    title: str
    named: bool
    label: str
    status: str
    times: tuple[str, ...]
    who: str
    place: str
    attention: tuple[str, ...]
    received_at: datetime
    held: str = ""
    mail_id: int | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """The lines of one day; `day` is None for those without."""

    day: date | None
    lines: tuple[Line, ...]


def by_day(
    rows: Sequence[QueueRow],
    held: Mapping[int, str] = MappingProxyType({}),
    doubles: Mapping[int, int] = MappingProxyType({}),
) -> list[Day]:
    """Rows, which come in the order of their days, as lines under each day.

    Args:
        rows: what stands in the list.
        held: who is on a draft.
        doubles: of which draft a draft may be the double: its line leads to both beside one another.
    """
    titles: dict[int | None, str] = {row.draft_id: row.title for row in rows if row.draft_id is not None}
    days: dict[date | None, list[Line]] = {}
    for row in rows:
        days.setdefault(row.first_day, []).append(_line(row, titles, held, doubles))
    return [Day(day, tuple(lines)) for day, lines in days.items()]


def attention(row: QueueRow) -> list[str]:
    """What staff must know of it, in words."""
    found = [problem(code, detail) for code, detail in row.problems if code != row.change]
    if row.state == "quarantined":
        found.insert(0, say(f"quarantine.{reason(row.reason)}"))
    elif row.state in words.STATE_PROBLEMS:
        found.insert(0, problem(row.state))
    return list(dict.fromkeys(found))


def problem(code: str, detail: str = "") -> str:
    """A problem in as few words as a line has room for, where it has such words."""
    if f"problem.{code}" not in WORDS:
        return words.problem(code, detail)
    return f"{say(f'problem.{code}')} ({detail})" if detail else say(f"problem.{code}")


def reason(told: str) -> str:
    """The code of why a mail could not be read, of what the log says."""
    return next((code for pattern, code in _REASONS.items() if re.search(pattern, told)), "other")


def _line(
    row: QueueRow, titles: Mapping[int | None, str], held: Mapping[int, str], doubles: Mapping[int, int]
) -> Line:
    title = row.title or row.subject
    path = f"/activiteit/{row.draft_id}" if row.draft_id else f"/mail/{row.mail_id}"
    if row.draft_id is not None and row.draft_id in doubles:
        path = f"/samenvoegen/{row.draft_id}/{doubles[row.draft_id]}"
    return Line(
        key=f"a{row.draft_id}" if row.draft_id else f"m{row.mail_id}",
        pick=f"a{row.draft_id}.{row.version}" if row.draft_id else f"m{row.mail_id}",
        path=path,
        title=title or say("row.no-title"),
        named=bool(row.title),
        label=_label(row, titles.get(row.about_draft_id, "")),
        status=row.state if row.state in _DECIDED or row.state == "asked" else "",
        times=_times(row),
        who=row.organisation or row.sender_name or row.sender_email,
        place=row.city or row.venue or (words.ONLINE if row.online else ""),
        attention=() if row.state in _DECIDED else tuple(attention(row)),
        received_at=row.received_at,
        held=held.get(row.draft_id or 0, ""),
        mail_id=None if row.draft_id else row.mail_id,
    )


def _label(row: QueueRow, about: str) -> str:
    """What kind of thing it is, where it is no plain activity."""
    if row.change or row.kind == "update":
        what = words.CHANGES.get(row.change, words.KINDS["update"])
        return f"{what} {say('row.about', title=about)}" if about and about != row.title else what
    return "" if row.draft_id and row.kind == "activity" else words.KINDS.get(row.kind, "")


def _times(row: QueueRow) -> tuple[str, ...]:
    """When, without the day that the line stands under."""
    if row.first_day is None:
        return ()
    told = when(row.dates)
    if len(told) > 1 or not told[0].partition(", ")[2]:
        return tuple(told) if len(told) > 1 or "–" in told[0] else ()
    return (told[0].partition(", ")[2],) if told[0].count(",") == 1 else (told[0],)
