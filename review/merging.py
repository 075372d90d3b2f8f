"""Two drafts side by side: which of the two stays, and of each field whose value is proposed. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from review.beside import told
from review.words import say
from store import moves
from store.draftview import DraftView, FieldView
from store.duplicates import Duplicate
from store.fields import PLACE
from store.standing import FieldState
from store.words import FIELDS

# What a person said goes before what was read, and what is sure before what is to be checked.
_RANKS: Final = {FieldState.MISSING: 0, FieldState.CHECK: 1, FieldState.SURE: 2, FieldState.ADJUSTED: 3}


@dataclass(frozen=True, slots=True)
class Side:
    """What one of the two says of a field. `seen`: what a stale form showed; `by`: who changed it since."""

    draft_id: int
    text: str
    state: str
    state_words: str
    seen: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A field in which the two differ, and the draft whose value is chosen."""

    field: str
    label: str
    keep: Side
    other: Side
    chosen: int


def which_stays(one: DraftView, other: DraftView) -> tuple[DraftView, DraftView]:
    """The two, first the one that stays: what is in the agenda already, else the earlier one.

    A change of something else can only go into another.
    """

    def order(view: DraftView) -> tuple[bool, bool, int]:
        return view.status not in moves.ALLOWED["merged"], view.status != "approved", view.id

    first, second = sorted((one, other), key=order)
    return first, second


def because(one: Duplicate) -> str:
    """What speaks for two drafts being one activity, in words."""
    return ", ".join(say(f"because.{code}") for code in one.because)


def can_merge(keep: DraftView, other: DraftView) -> bool:
    """Whether their statuses allow it."""
    return keep.status in moves.ALLOWED["merged"] and other.status in moves.ALLOWED["merged-into"]


def rows(
    keep: DraftView,
    other: DraftView,
    chosen: Mapping[str, int],
    seen: Mapping[tuple[int, str], str],
    changed: Mapping[tuple[int, str], str],
) -> list[Row]:
    """The fields in which they differ, in the order of the form.

    Args:
        keep: the draft that stays.
        other: the draft that goes into it.
        chosen: by field the draft whose value a person chose already.
        seen: what a stale form showed, by draft and field.
        changed: who changed what since then, by draft and field.
    """
    theirs_first = _proposed(keep, other)
    found = []
    for field, label in FIELDS.items():
        ours, theirs = keep.fields[field], other.fields[field]
        if ours.value != theirs.value:
            proposed = other.id if field in theirs_first else keep.id
            one, two = (_side(view, field, seen, changed) for view in (keep, other))
            found.append(Row(field, label, one, two, chosen.get(field, proposed)))
    return found


def same(keep: DraftView, other: DraftView) -> list[tuple[str, str]]:
    """The fields in which they say the same: (name, value in words)."""
    return [
        (label, told(field, keep.fields[field].value))
        for field, label in FIELDS.items()
        if keep.fields[field].value is not None and keep.fields[field].value == other.fields[field].value
    ]


def _proposed(keep: DraftView, other: DraftView) -> set[str]:
    """The fields of which the other's value is proposed. Two places are not mixed: one is proposed whole."""
    newer = other.mail.received_at > keep.mail.received_at
    found = {one for one in FIELDS if _rather(other.fields[one], keep.fields[one], newer)}
    both = [(keep.fields[one], other.fields[one]) for one in PLACE]
    if any(ours.value and theirs.value and ours.value != theirs.value for ours, theirs in both):
        surer = sum(map(_rank, (theirs for _, theirs in both))) - sum(map(_rank, (ours for ours, _ in both)))
        found -= set(PLACE)
        if surer > 0 or (surer == 0 and newer):
            found |= set(PLACE)
    return found


def _rather(theirs: FieldView, ours: FieldView, newer: bool) -> bool:
    """Whether to propose their value: the surer one, and of two that are as sure the newer one."""
    one, other = _rank(theirs), _rank(ours)
    return one > other or (one == other and newer)


def _rank(one: FieldView) -> int:
    return _RANKS[FieldState.ADJUSTED if one.by and one.value is not None else one.state]


def _side(
    view: DraftView, field: str, seen: Mapping[tuple[int, str], str], changed: Mapping[tuple[int, str], str]
) -> Side:
    one = view.fields[field]
    text = told(field, one.value)
    before = seen.get((view.id, field), text)
    return Side(
        view.id,
        text,
        one.state,
        say(f"state.{one.state}"),
        before if before != text else "",
        changed.get((view.id, field), ""),
    )
