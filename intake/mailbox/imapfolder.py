"""Looking and fetching over IMAP, by UID alone; nothing here changes a flag (EXAMINE, BODY.PEEK)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from intake.mailbox.heading import FETCHED
from intake.mailbox.imap import ImapConnection
from intake.mailbox.protocol import FolderState, Glance, Leaf, MailWithheld
from intake.mailbox.structure import leaves

# The library fails on an answer over 1,000,000 bytes; so many UIDs of ten digits fit in one for certain.
UIDS_AN_ANSWER = 80_000
# UIDs asked for at a time in larger folders; doubled over stretches that are empty.
UID_RANGE = 50_000
# UIDs named in one command: servers must take lines of 8,000 bytes (RFC 7162 section 4); 500 take 5,500.
UIDS_A_COMMAND = 500

HEADER_FIELDS = "SUBJECT FROM DATE MESSAGE-ID IN-REPLY-TO REFERENCES"
# Of either no more than is read, by RFC 3501 section 6.4.5: some header blocks are endless.
FIELDS_ITEM = f"BODY.PEEK[HEADER.FIELDS ({HEADER_FIELDS})]<0.{FETCHED}>"
HEADER_ITEM = f"BODY.PEEK[HEADER]<0.{FETCHED}>"


class ImapFolder(ImapConnection):
    """The half of a `Mailbox` that reads, on one IMAP connection."""

    _state = FolderState(0, 0, 0)

    def look(self, folder: str) -> FolderState:
        """Open a folder for reading alone (EXAMINE), so that even `Recent` stays."""
        return self.open(folder, readonly=True)

    def open(self, folder: str, *, readonly: bool) -> FolderState:
        """Open a folder (EXAMINE, or SELECT). Raises ServerRefused where there is none, or none to write."""
        answer = self.run(
            f'opening folder "{folder}"',
            lambda client: client.select_folder(folder, readonly),
            refusable=True,
        )
        # Who does not say lets all flags be changed (RFC 3501 section 6.3.1, RFC 9051 section 6.3.2).
        told = answer.get(b"PERMANENTFLAGS", (rb"\*",))
        flags = [flag.decode("ascii", "replace").lower() for flag in told]
        validity = answer.get(b"UIDVALIDITY")
        if not isinstance(validity, int):
            raise self.unusable(f'folder "{folder}" has no UIDVALIDITY, so its mails cannot be told apart')
        self._state = FolderState(
            uidvalidity=validity,
            uid_next=int(answer.get(b"UIDNEXT", 0)),
            exists=int(answer.get(b"EXISTS", 0)),
            keywords=frozenset(flags),
            any_keyword="\\*" in flags,
        )
        return self._state

    def uids_above(self, uid: int) -> Iterator[list[int]]:
        """All UIDs above this one, ascending. Asks by ranges of UIDs, for long answers break the library."""
        state = self._state
        if state.uid_next and state.uid_next <= uid + 1:
            return
        if state.exists <= UIDS_AN_ANSWER:
            # "2001:*" names the last mail even when its UID is lower, hence the filter.
            found = self.run("listing mails", lambda client: client.search(["UID", f"{uid + 1}:*"]))
            yield sorted(number for number in set(found) if number > uid)
            return
        low, width, last = uid + 1, UID_RANGE, state.uid_next or 2**32
        while low < last:
            high = min(low + width, last) - 1
            # FETCH answers with a line for each mail, so a stretch may be as dense as it likes.
            rows = self._fetch("listing mails", f"{low}:{high}", ["UID"])
            yield sorted(number for number in rows if low <= number <= high)
            low, width = high + 1, UID_RANGE if rows else width * 2

    def present(self, uids: Sequence[int]) -> set[int]:
        """Which of these UIDs the folder holds."""
        found: set[int] = set()
        for some in in_chunks(uids):
            found.update(self._fetch("listing mails", some, ["UID"]))
        return found & set(uids)

    def glance(self, uids: Sequence[int]) -> dict[int, Glance]:
        """Size and header fields; a UID that the server was silent about is missing."""
        rows = self._fetch("reading headers", uids, ["UID", "RFC822.SIZE", FIELDS_ITEM])
        glances = {}
        for uid in uids:
            row = rows.get(uid, {})
            size, header = row.get(b"RFC822.SIZE"), body_of(row, b"BODY[HEADER.FIELDS")
            if isinstance(size, int) and header is not None:
                glances[uid] = Glance(uid, size, header)
        return glances

    def structure(self, uids: Sequence[int]) -> dict[int, tuple[Leaf, ...]]:
        """The parts of each mail; a UID that the server was silent about is missing."""
        rows = self._fetch("reading structures", uids, ["UID", "BODYSTRUCTURE"])
        return {
            uid: leaves(row[b"BODYSTRUCTURE"])
            for uid, row in rows.items()
            if b"BODYSTRUCTURE" in row and uid in uids
        }

    def peek(self, uids: Sequence[int], section: str, length: int) -> dict[int, bytes]:
        """The first `length` bytes of one section of each mail, still in its transfer encoding."""
        rows = self._fetch("looking into mails", uids, ["UID", f"BODY.PEEK[{section}]<0.{length}>"])
        prefix = f"BODY[{section}]".encode()
        return {uid: body for uid in uids if (body := body_of(rows.get(uid, {}), prefix)) is not None}

    def fetch(self, uids: Sequence[int]) -> dict[int, bytes]:
        """Whole mails; a UID that the server was silent about is missing."""
        rows = self._fetch("fetching mails", uids, ["UID", "BODY.PEEK[]"])
        return {uid: body for uid in uids if (body := body_of(rows.get(uid, {}), b"BODY[]")) is not None}

    def pieces(self, uid: int) -> Iterator[bytes]:
        """One whole mail, piece by piece; ends with the first piece that is shorter than was asked for."""
        length, offset = self.settings.piece_bytes, 0
        while True:
            item = f"BODY.PEEK[]<{offset}.{length}>"
            body = body_of(self._fetch("fetching a large mail", [uid], ["UID", item]).get(uid, {}), b"BODY[]")
            if body is None:
                raise MailWithheld(self.told(f"mail {uid} could not be fetched from byte {offset} on"))
            if body:
                yield body
            if len(body) < length:
                return
            offset += len(body)

    def headers(self, uid: int) -> bytes:
        """The header block of one mail, or the beginning of one that is longer than any that is read."""
        rows = self._fetch("reading headers", [uid], ["UID", HEADER_ITEM])
        body = body_of(rows.get(uid, {}), b"BODY[HEADER]")
        if body is None:
            raise MailWithheld(self.told(f"the headers of mail {uid} could not be fetched"))
        return body

    def _fetch(self, what: str, uids: Sequence[int] | str, items: list[str]) -> dict[int, dict[bytes, Any]]:
        names = uids if isinstance(uids, str) else ",".join(map(str, uids))
        return self.rows(what, names, items) if names else {}


def body_of(row: Mapping[bytes, Any], prefix: bytes) -> bytes | None:
    """The content of the section asked for; servers answer NIL, or with other spellings of a field list."""
    for name, value in row.items():
        if name.startswith(prefix) and isinstance(value, bytes):
            return value
    return None


def in_chunks(uids: Sequence[int], size: int = UIDS_A_COMMAND) -> Iterator[Sequence[int]]:
    """UIDs in runs that fit in one command, or in runs of `size`."""
    return (uids[start : start + size] for start in range(0, len(uids), size))
