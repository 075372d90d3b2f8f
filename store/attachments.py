"""What becomes of a draft's attachments: what each is, whether the public gets it, and what that still lacks.

What staff say of them is one value of the draft (`fields.ATTACHMENTS`), with versions, a history and undo.
Pure: what was said goes in, what holds of each attachment comes out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from store import fields
from store.draftview import PartView
from store.errors import Block
from store.incoming import Json
from store.publication import FileKind

# Pictures that can be made anew without what they tell of their place; of others (a phone's HEIC) we cannot.
PICTURES: Final = frozenset(f"image/{kind}" for kind in ("jpeg", "png", "gif", "webp", "bmp", "tiff", "avif"))
_DRAWING: Final = "image/svg+xml"  # a document: what draws it may run it
# What nobody sends in to be shown; it waits for nobody.
_ASIDE: Final = frozenset({"decoration", "signature", "calendar", "contact", "mail"})


class FileState(StrEnum):
    """What staff decided on a file. From each of these it may become any other."""

    LOOK = "look"  # nobody has said anything yet
    PUBLISH = "publish"
    KEEP = "keep"  # for colleagues alone
    DISCARD = "discard"  # of no use


@dataclass(frozen=True, slots=True)
class Consent:
    """Whose consent was confirmed, as staff wrote it down; `actor` is who of staff did, and when."""

    by: str
    actor: str
    at: str

    @property
    def moment(self) -> datetime:
        """When, in UTC."""
        return datetime.fromisoformat(self.at)


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment of a draft.

    `by_staff`: somebody said so. `people`: somebody may be recognised in it. `proposed` is what a form has
    chosen already where nobody said anything.
    """

    part: PartView
    role: str
    state: FileState
    proposed: FileState
    by_staff: bool
    people: bool
    alt: str
    consent: Consent | None

    @property
    def kind(self) -> FileKind:
        """What it is to who fetches it."""
        return kind_of(self.part)

    @property
    def may_show_people(self) -> bool:
        """Whether it is of a kind in which people can be recognised at a glance."""
        return self.kind is not FileKind.DOCUMENT

    @property
    def may_show(self) -> bool:
        """Whether it could ever be published."""
        return self.lack not in ("dangerous", "no-picture")

    @property
    def lack(self) -> str:
        """Why it may not be published as it stands, as a code; "" where it may."""
        if self.part.suspicious:
            return "dangerous"
        if self.kind is FileKind.PICTURE and self.part.type not in PICTURES:
            return "no-picture"
        return "no-consent" if self.may_show_people and self.people and self.consent is None else ""

    @property
    def shown(self) -> bool:
        """Whether the public gets it."""
        return self.state is FileState.PUBLISH and not self.lack


def kind_of(part: PartView) -> FileKind:
    """What a file is to who fetches it: by its content, not by what it is called or said to be."""
    if part.type.startswith("image/") and part.type != _DRAWING:
        return FileKind.PICTURE
    return FileKind.VIDEO if part.type.startswith("video/") else FileKind.DOCUMENT


def of(parts: Iterable[PartView], said: Json) -> list[Attachment]:
    """The attachments of a draft as they stand: as staff say, else still to be looked at.

    Args:
        parts: the attachments of all mails that it was made of.
        said: the value of `fields.ATTACHMENTS`, if there is one.
    """
    own = {one["part"]: one for one in said or ()}
    return [_one(part, own.get(part.id)) for part in parts]


def blocks(found: Iterable[Attachment], *, material: bool) -> tuple[Block, ...]:
    """What keeps a draft from approval. Material is nothing without its files: each must be decided on."""
    codes = [one.lack for one in found if one.state is FileState.PUBLISH and one.lack]
    if material:
        codes += ["files-to-see" for one in found if one.state is FileState.LOOK]
    return tuple(Block(code, fields.ATTACHMENTS) for code in dict.fromkeys(codes))


def confirmed(before: Json, said: Json, actor: str, now: datetime) -> Json:
    """What somebody says of files, with who wrote each consent down, and when; what stood there stays.

    Args:
        before: what was said until now.
        said: what is said now, as `fields.checked` gives it.
        actor: who says it.
        now: when.
    """
    known = {one["part"]: one.get("consent") for one in before or ()}
    for one in said or ():
        if consent := one.get("consent"):
            old = known.get(one["part"])
            same = old is not None and old["by"] == consent["by"]
            one["consent"] = old if same else {"by": consent["by"], "actor": actor, "at": now.isoformat()}
    return said


def joined(ours: Json, theirs: Json) -> Json:
    """What was said of the attachments of two drafts that become one."""
    return fields.checked({fields.ATTACHMENTS: [*(theirs or ()), *(ours or ())]})[fields.ATTACHMENTS]


def _one(part: PartView, own: Json) -> Attachment:
    if own is None:
        role = part.role if part.role in fields.ROLES else "other"
        state = FileState.KEEP if part.role in _ASIDE else FileState.LOOK
        plain = role == "document" and kind_of(part) is FileKind.DOCUMENT and not part.suspicious
        return Attachment(part, role, state, FileState.PUBLISH if plain else state, False, True, "", None)
    state = FileState(fields.file_state(own))
    people, alt = own.get("people", True), own.get("alt", "")
    return Attachment(part, own["role"], state, state, True, people, alt, _consent(own.get("consent")))


def _consent(said: Json) -> Consent | None:
    """What stands there, or what somebody just typed, which nobody has kept yet."""
    return Consent(said["by"], said.get("actor", ""), said.get("at", "")) if said else None
