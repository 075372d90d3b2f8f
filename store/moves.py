"""Which decision a draft's status allows, and why a draft waits."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from store.errors import Refused
from store.model import DraftStatus as D

# How a draft is linked to the activity that it has material of; such a draft is for the toolbox.
TOOLBOX: Final = "toolbox"

# What nobody has decided on, and what waits for its organiser.
_OPEN: Final = frozenset({D.NEW, D.DOUBT, D.MATERIAL, D.ASKED})
_ENDED: Final = frozenset({D.APPROVED, D.REJECTED, D.MERGED, D.APPLIED, D.WITHDRAWN, D.DISMISSED})

# By the action's name in the log. Undoing is always possible, until something else was built upon it.
ALLOWED: Final[Mapping[str, frozenset[D]]] = MappingProxyType(
    {
        "saved": _OPEN | {D.CHANGE, D.APPROVED, D.REJECTED, D.WITHDRAWN, D.DISMISSED},
        "approved": _OPEN | {D.CHANGE},  # a change is then told how it is accepted instead
        "rejected": _OPEN | {D.CHANGE},
        "asked": _OPEN | {D.CHANGE},
        "cancelled": frozenset({D.NEW, D.DOUBT, D.ASKED, D.APPROVED}),
        "dismissed": _OPEN | {D.CHANGE},
        "questioned": _OPEN | {D.CHANGE},
        "reopened": _ENDED | {D.ASKED},
        "merged": _OPEN | {D.APPROVED},
        "merged-into": _OPEN | {D.APPROVED, D.CHANGE},
        "split": _OPEN | {D.APPROVED},
        "applied": frozenset({D.CHANGE, D.ASKED}),
        "pointed": frozenset({D.NEW, D.DOUBT, D.CHANGE, D.ASKED}),
        "belongs": _OPEN | {D.APPROVED},
        # whose files may be sent on to the toolbox
        "collected": _OPEN | {D.APPROVED, D.WITHDRAWN},
        # what a change may be accepted into
        "changed": _OPEN | {D.APPROVED, D.WITHDRAWN},
    }
)


def allow(action: str, status: str) -> None:
    """Let an action pass that this status allows.

    Raises:
        Refused: "wrong-status", about the status.
    """
    if status not in ALLOWED[action]:
        raise Refused("wrong-status", status)


def waits_as(kind: str | None, about: int | None, linked_by: str) -> D:
    """With which status a draft waits that nothing was decided about, by its mail's kind and its link.

    A change that staff made an activity of its own has been unlinked by them.
    """
    if linked_by == TOOLBOX:
        return D.MATERIAL
    if about is not None or (kind == "update" and linked_by != "staff"):
        return D.CHANGE
    return D.MATERIAL if kind == "material" else D.NEW
