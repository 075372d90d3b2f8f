"""Which mails gave trouble before, so that one of them cannot hold up those behind it."""

from collections.abc import Iterable, Iterator, Sequence

Place = tuple[str, int, int]  # folder, UIDVALIDITY, UID


class Setbacks:
    """Counts, in memory alone: after a restart a mail that gives trouble gives it anew."""

    def __init__(self, limit: int) -> None:
        """A mail that broke the connection so often on its own is set aside; so often is a document read."""
        self._limit = limit
        self._alone: dict[Place, int] = {}
        self._unread: dict[Place, int] = {}
        self._waits: dict[Place, int] = {}

    def broke(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> None:
        """The connection broke while these were fetched: one alone is to blame, several are suspect."""
        for uid in uids:
            place = (folder, uidvalidity, uid)
            self._alone[place] = self._alone.get(place, 0) + (1 if len(uids) == 1 else 0)

    def unread(self, folder: str, uidvalidity: int, uid: int) -> bool:
        """A document of this mail could not be read; gives whether that is to be tried again."""
        place = (folder, uidvalidity, uid)
        self._unread[place] = self._unread.get(place, 0) + 1
        return self._unread[place] < self._limit

    def passed(self, folder: str, uidvalidity: int, uids: Iterable[int]) -> None:
        """These came in without breaking anything: no longer suspect."""
        for uid in uids:
            self._alone.pop((folder, uidvalidity, uid), None)

    def is_hopeless(self, folder: str, uidvalidity: int, uid: int) -> bool:
        """Whether this mail is to be set aside without another try now."""
        return self._alone.get((folder, uidvalidity, uid), 0) >= self._limit

    def is_due(self, folder: str, uidvalidity: int, uid: int) -> bool:
        """Whether a mail that was put off is to be tried in this pass: after 1, 2, 4, 8 … passes."""
        place = (folder, uidvalidity, uid)
        if place not in self._alone and place not in self._unread:
            return True
        waited = self._waits[place] = self._waits.get(place, 0) + 1
        return waited & (waited - 1) == 0

    def batches(self, folder: str, uidvalidity: int, uids: Sequence[int], size: int) -> Iterator[list[int]]:
        """The UIDs in runs of `size`, in order; a suspect goes alone."""
        batch: list[int] = []
        for uid in uids:
            suspect = (folder, uidvalidity, uid) in self._alone
            if batch and (suspect or len(batch) == size):
                yield batch
                batch = []
            batch.append(uid)
            if suspect:
                yield batch
                batch = []
        if batch:
            yield batch
