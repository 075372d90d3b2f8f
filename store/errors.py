"""What can go wrong in keeping things: each error is one line for the person who must mend it."""


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
