"""What becomes of a draft's attachments: what each is, and whether it goes along into the agenda.

What staff say of them is one value of the draft (`fields.ATTACHMENTS`), with versions, a history and undo.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from store import fields
from store.draftview import PartView
from store.incoming import Json

# Shown unless staff say otherwise. People, and children, can be known from photos and films: those are shown
# when somebody says so, and along with material, which is sent in to be used.
_SHOWN: Final = frozenset({"document"})
_SHOWN_AS_MATERIAL: Final = frozenset({"document", "photo", "video"})


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment of a draft. `by_staff`: somebody said so. What may be dangerous is never shown."""

    part: PartView
    role: str
    shown: bool
    by_staff: bool
    may_show: bool


def of(parts: Iterable[PartView], said: Json, *, material: bool) -> list[Attachment]:
    """The attachments of a draft as they stand: as staff say, else by what they were read as.

    Args:
        parts: the attachments of all mails that it was made of.
        said: the value of `fields.ATTACHMENTS`, if there is one.
        material: whether it is material for the toolbox.
    """
    own = {one["part"]: one for one in said or ()}
    usual = _SHOWN_AS_MATERIAL if material else _SHOWN
    return [_one(part, own.get(part.id), usual) for part in parts]


def joined(ours: Json, theirs: Json) -> Json:
    """What was said of the attachments of two drafts that become one."""
    return fields.checked({fields.ATTACHMENTS: [*(theirs or ()), *(ours or ())]})[fields.ATTACHMENTS]


def _one(part: PartView, own: Json, usual: frozenset[str]) -> Attachment:
    role = own["role"] if own else part.role if part.role in fields.ROLES else "other"
    shown = own["shown"] if own else role in usual
    may_show = not part.suspicious
    return Attachment(part, role, shown and may_show, own is not None, may_show)
