"""How a draft stands: which of its fields are sure, what is wrong with it, and what keeps it from approval.

Pure: rows in, views out. What was read of a mail is narrowed to what holds of the draft as it is now.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from store.errors import Block
from store.fields import PLACE, days
from store.incoming import Json

# From here on staff are told that they need not check (the readers' grade "said in one way only").
SURE: Final = 0.9

# What the draft itself shows, now that people may have changed it: told anew, not as it was read.
_DERIVED: Final = frozenset({"no-date", "no-place", "closed", "cancelled"})


class FieldState(StrEnum):
    """What a person has to do about a field."""

    SURE = "sure"
    CHECK = "check"
    MISSING = "missing"
    ADJUSTED = "adjusted"


@dataclass(frozen=True, slots=True)
class ProblemView:
    """What staff must know, by code. `settled`: a person looked at its field since."""

    code: str
    detail: str = ""
    field: str = ""
    settled: bool = False


def problems(
    read: Iterable[tuple[str, str]],
    values: Mapping[str, Json],
    own: Iterable[str],
    *,
    complete: bool,
) -> tuple[ProblemView, ...]:
    """What is wrong with a draft.

    Args:
        read: (code, detail) as its mail was read.
        values: what its fields are now, without those that are empty.
        own: the fields that a person filled in or confirmed.
        complete: whether it should stand by itself, which a change and material need not.
    """
    looked_at = set(own)
    found = list(_derived(values)) if complete else []
    if values.get("change") == "cancelled":
        found.append(ProblemView("cancelled", field="change"))
    for code, detail in read:
        if code in _DERIVED:
            continue
        field = _field(code, detail)
        if field and not _holds(code, detail, values):
            continue
        found.append(ProblemView(code, detail, field, settled=field in looked_at))
    return tuple(found)


def blocks(
    values: Mapping[str, Json],
    found: Iterable[ProblemView],
    *,
    change: bool,
    material: bool,
    files: Iterable[Block] = (),
) -> tuple[Block, ...]:
    """Why a draft cannot be approved; none where it can.

    Args:
        values: what its fields are now, without those that are empty.
        found: its problems.
        change: it is a change of an activity, which is accepted into that.
        material: it is no activity, and needs no day and place.
        files: what its attachments lack.
    """
    if change:
        return (Block("is-change"),)
    lacks = [] if values.get("title") else [Block("no-title", "title")]
    if material:
        return (*lacks, *files)
    if not values.get("organisation"):
        lacks.append(Block("no-organisation", "organisation"))
    lacks += [
        Block(one.code, one.field) for one in found if one.field and one.code != "closed" and not one.settled
    ]
    return tuple(dict.fromkeys([*lacks, *files]))


def field_state(
    value: Json, confidence: float | None, *, own: bool, found: Json, contested: bool
) -> FieldState:
    """What a person has to do about a field.

    Args:
        value: what it is.
        confidence: how sure the reading was; None where nothing was read.
        own: whether a person filled it in or confirmed it.
        found: what was read.
        contested: whether an open problem is about it.
    """
    if value is None:
        return FieldState.MISSING
    if own:
        return FieldState.SURE if value == found else FieldState.ADJUSTED
    sure = confidence is not None and confidence >= SURE and not contested
    return FieldState.SURE if sure else FieldState.CHECK


def _derived(values: Mapping[str, Json]) -> Iterator[ProblemView]:
    if not values.get("dates"):
        yield ProblemView("no-date", field="dates")
    if not values.get("online") and not any(values.get(field) for field in PLACE):
        yield ProblemView("no-place", field="venue")
    if values.get("access") == "besloten":
        yield ProblemView("closed", field="access")


def _field(code: str, detail: str) -> str:
    """The field that a problem is about; "" for one of the mail as a whole."""
    if code in ("weekday-mismatch", "outside-week"):
        return "dates"
    return detail if code == "conflict" else ""


def _holds(code: str, detail: str, values: Mapping[str, Json]) -> bool:
    """Whether a problem of the mail is one of this draft, as it is now."""
    if code == "outside-week" and detail:
        return detail in {day.isoformat() for day in days(values.get("dates"))}
    return _field(code, detail) in values
