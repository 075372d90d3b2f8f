"""From UIDs to what is to be kept: batches are sifted, what is ours is fetched, large mails in pieces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.mailbox.heading import Heading
from intake.mailbox.protocol import Glance, Mailbox, MailWithheld
from intake.mailbox.settings import MailboxSettings
from intake.sieve import Sieve, Sifted
from store.blobs import BlobStore
from store.incoming import NewMail


@dataclass(frozen=True, slots=True)
class Caught:
    """A mail that is ours, not yet kept. Where `content` is None it is durable in the blob store already."""

    uid: int
    size: int
    whole: bool
    heading: Heading
    content: bytes | None
    sha256: str = ""

    def as_new(self, sha256: str) -> NewMail:
        """What the ledger keeps of it, its content being durable under this name."""
        return NewMail(
            sha256=sha256,
            size=self.size,
            message_id=self.heading.message_id,
            subject=self.heading.subject,
            sender_name=self.heading.sender_name,
            sender_email=self.heading.sender_email,
            sent_at=self.heading.sent_at,
            whole=self.whole,
            in_reply_to=self.heading.in_reply_to,
            references=self.heading.references,
        )


@dataclass(frozen=True, slots=True)
class Haul:
    """UIDs judged, all above those of the haul before. `retry`: the server was silent about them."""

    caught: tuple[Caught, ...]
    ordinary: tuple[int, ...]
    retry: tuple[int, ...]

    def __len__(self) -> int:
        """How many they are."""
        return len(self.caught) + len(self.ordinary) + len(self.retry)

    @property
    def uids(self) -> list[int]:
        """All of them, rising."""
        return sorted([*(one.uid for one in self.caught), *self.ordinary, *self.retry])


class Fetcher:
    """Fetches from the folder that is open; one thread at a time."""

    def __init__(self, settings: MailboxSettings, mailbox: Mailbox, sieve: Sieve, blobs: BlobStore) -> None:
        """`blobs` takes mails above `stream_above`, piece by piece as they come."""
        self._settings = settings
        self._mailbox = mailbox
        self._sieve = sieve
        self._blobs = blobs

    def hauls(self, uids: Sequence[int]) -> Iterator[Haul]:
        """Judge these UIDs and fetch what is ours, in rising order, `batch_bytes` at a time.

        Raises:
            MailboxError: the connection is of no more use. Hauls given before it are good.
            StoreError: a large mail could not be kept.
        """
        sifted = self._sieve.sift(self._mailbox, uids)
        for group in self._groups(sorted(uids), sifted):
            yield self._haul(group, sifted)

    def _groups(self, uids: Sequence[int], sifted: Sifted) -> Iterator[list[int]]:
        """Runs of UIDs whose mails that are ours fit in memory together."""
        group: list[int] = []
        held = 0
        for uid in uids:
            cost = sifted.ours[uid][0].size if uid in sifted.ours and not self._is_large(sifted, uid) else 0
            if group and held + cost > self._settings.batch_bytes:
                yield group
                group, held = [], 0
            group.append(uid)
            held += cost
        yield group

    def _is_large(self, sifted: Sifted, uid: int) -> bool:
        return sifted.ours[uid][0].size > min(self._settings.stream_above, self._settings.max_size)

    def _haul(self, uids: Sequence[int], sifted: Sifted) -> Haul:
        ours = [uid for uid in uids if uid in sifted.ours]
        small = [sifted.ours[uid][0] for uid in ours if not self._is_large(sifted, uid)]
        bodies = self._bodies(small)
        caught, silent = [], set(sifted.silent)
        for uid in ours:
            glance, seen = sifted.ours[uid]
            if self._is_large(sifted, uid):
                try:
                    caught.append(self._large(glance, seen))
                except MailWithheld:
                    if self._mailbox.present([uid]):
                        raise
                    silent.add(uid)  # somebody removed it; the next pass finds that it is gone
            elif uid in bodies:
                caught.append(Caught(uid, len(bodies[uid]), True, seen, bodies[uid]))
            else:
                silent.add(uid)
        return Haul(
            caught=tuple(caught),
            ordinary=tuple(uid for uid in uids if uid in sifted.ordinary),
            retry=tuple(uid for uid in uids if uid in silent),
        )

    def _bodies(self, glances: Sequence[Glance]) -> dict[int, bytes]:
        """Whole mails. One whose length is not what was announced counts only if it comes twice the same.

        Exchange estimates sizes, so a difference alone says nothing; an empty answer is no mail.
        """
        if not glances:
            return {}
        sizes = {glance.uid: glance.size for glance in glances}
        bodies = self._mailbox.fetch(list(sizes))
        odd = [uid for uid, body in bodies.items() if len(body) != sizes[uid]]
        if odd:
            again = self._mailbox.fetch(odd)
            for uid in odd:
                if not bodies[uid] or again.get(uid) != bodies[uid]:
                    del bodies[uid]
        return bodies

    def _large(self, glance: Glance, seen: Heading) -> Caught:
        """A mail that is never held whole; of one that is too large even for that, its headers.

        Raises MailWithheld.
        """
        if glance.size > self._settings.max_size:
            block = self._mailbox.headers(glance.uid)
            return Caught(glance.uid, glance.size, False, seen, block)
        sha256 = self._blobs.put_stream(self._mailbox.pieces(glance.uid))
        return Caught(glance.uid, glance.size, True, seen, None, sha256)
