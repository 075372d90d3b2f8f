"""What can go wrong in keeping things: each error is one line for the person who must mend it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from store.incoming import Json


class StoreError(Exception):
    """Something could not be kept or read back; nothing of the unit of work was kept."""


class StoreBusy(StoreError):  # noqa: N818 - it names a state that passes, not a fault
    """Another writer holds the database for longer than we wait: try again later."""


class StoreFull(StoreError):  # noqa: N818 - it names a state that a person mends
    """The disk (or the quota) is full: nothing can be kept until there is room."""


class StoreUnreachable(StoreError):  # noqa: N818 - it names a state that may pass
    """The database or the bucket does not answer, or refuses us."""


class BlobMissing(StoreError):  # noqa: N818 - it names what is gone
    """No blob of this sha256 is kept."""


class BlobDamaged(StoreError):  # noqa: N818 - it names what was found
    """The bytes do not have the sha256 that they go by."""


class NotFound(StoreError):  # noqa: N818 - it names what is not there
    """There is no such thing here (any more)."""


class Refused(StoreError):  # noqa: N818 - it names what was not done
    """What was asked cannot be done: `code` says why, for a catalogue of words; `about` what it is about."""

    def __init__(self, code: str, about: str = "") -> None:
        super().__init__(f"{code}: {about}" if about else code)
        self.code = code
        self.about = about


class BadValues(Refused):
    """Values that their fields cannot hold."""

    def __init__(self, fields: Iterable[str]) -> None:
        self.fields = tuple(fields)
        super().__init__("bad-values", ", ".join(self.fields))


class ChangedSince(Refused):
    """It cannot be undone, for these fields (or "status", "mail") were changed after it, last by `by`."""

    def __init__(self, fields: Iterable[str], by: str) -> None:
        self.fields = tuple(fields)
        self.by = by
        super().__init__("changed-since", ", ".join(self.fields))


@dataclass(frozen=True, slots=True)
class Block:
    """Why an approval is refused, by code, and the field that would mend it ("" for none)."""

    code: str
    field: str = ""


class Blocked(Refused):
    """An approval that is not possible yet, with every reason."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.blocks = tuple(blocks)
        super().__init__("blocked", ", ".join(block.code for block in self.blocks))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of a stale form: what it says, and what stands there now.

    `contested`: somebody changed the field since the form was opened; `by` is then who (a name).
    """

    field: str
    mine: Json
    theirs: Json
    contested: bool
    by: str


class Stale(Refused):
    """Somebody was earlier: nothing was changed. It tells where the draft stands now.

    `by` is who changed it last; `changed` are the fields that were changed since, by whom.
    """

    def __init__(
        self,
        draft_id: int,
        version: int,
        status: str,
        by: str,
        conflicts: Iterable[Conflict],
        changed: Mapping[str, str],
    ) -> None:
        self.draft_id = draft_id
        self.version = version
        self.status = status
        self.by = by
        self.conflicts = tuple(conflicts)
        self.changed = dict(changed)
        super().__init__("stale", str(draft_id))
