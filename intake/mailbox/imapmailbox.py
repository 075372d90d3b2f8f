"""A mailbox over IMAP: what a folder can be asked, and what shows in it that mails were kept."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any

from intake.mailbox.imapfolder import HEADER_ITEM, ImapFolder, body_of, in_chunks
from intake.mailbox.protocol import FolderState, ServerRefused
from intake.mailbox.settings import Settle

# How far back a copy is looked for that a crash left behind: two batches of moves and some.
NEWEST = 1_000

# Mails whose headers are held at a time.
COMPARED_AT_ONCE = 50


class ImapMailbox(ImapFolder):
    """A `Mailbox` on one IMAP connection."""

    def settle(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> None:
        """Set the keyword on these mails, or move them away, as the settings say."""
        if self.settings.settle is Settle.NONE or not uids:
            return
        state = self._open_to_settle(folder)
        if state.uidvalidity != uidvalidity:
            raise self.unusable(f'folder "{folder}" was made anew while it was read')
        try:
            for some in in_chunks(uids):
                # Colleagues move and delete as well; some servers refuse a command that names what is gone.
                here = sorted(self.present(some))
                if here and self.settings.settle is Settle.MOVE:
                    self._move(folder, here)
                elif here:
                    self._set_keyword(here)
        except ServerRefused:
            self.look(folder)
            raise
        # To open it anew leaves it quietly; CLOSE would expunge what people have marked as deleted.
        self.look(folder)

    def check_settling(self, folder: str) -> None:
        r"""Whether mails of this folder can be settled as the settings say; sets and moves none.

        Only who opens a folder for writing (SELECT) is told what may be changed in it. As when the first mail
        is settled, its mails are not `\Recent` any more (RFC 3501 section 2.3.2).

        Raises:
            ServerRefused: they cannot; the connection is still of use.
        """
        if self.settings.settle is not Settle.NONE:
            self._open_to_settle(folder)
            self.look(folder)

    def _open_to_settle(self, folder: str) -> FolderState:
        """The folder, open for writing; raises ServerRefused where what settling needs is missing."""
        moves, keyword = self.settings.settle is Settle.MOVE, self.settings.keyword
        if moves:
            self._check_target()
        state = self.open(folder, readonly=False)
        if not (moves or state.any_keyword or keyword.lower() in state.keywords):
            self.look(folder)
            raise self._no_keyword()
        return state

    def _set_keyword(self, uids: Sequence[int]) -> None:
        keyword = self.settings.keyword.encode()
        shown = self.run(
            "setting the keyword", lambda client: client.add_flags(uids, [keyword]), refusable=True
        )
        # A server that takes no such flag may ignore it without a word (RFC 3501 section 7.1).
        if shown and not any(keyword.lower() == flag.lower() for flags in shown.values() for flag in flags):
            raise self._no_keyword()

    def _no_keyword(self) -> ServerRefused:
        keyword = self.settings.keyword
        return ServerRefused(
            self.told(f'the server does not allow the keyword "{keyword}"; set settle = "move" or "none"')
        )

    def _check_target(self) -> None:
        target = self.settings.move_to
        can = "asking what the server can do"
        if not self.run(can, lambda client: client.folder_exists(target)):
            raise ServerRefused(self.told(f'there is no folder "{target}"; make it, or change move_to'))
        if not self.run(
            can, lambda client: client.has_capability("MOVE") or client.has_capability("UIDPLUS")
        ):
            raise ServerRefused(
                self.told('it has neither MOVE nor UIDPLUS, so other mails might go; set settle = "keyword"')
            )

    def _move(self, folder: str, uids: Sequence[int]) -> None:
        target = self.settings.move_to
        if self.run("asking what the server can do", lambda client: client.has_capability("MOVE")):
            self._ask(f'moving mails to "{target}"', lambda client: client.move(uids, target))
            return
        copied = self._copied(folder, uids, target)
        if rest := [uid for uid in uids if uid not in copied]:
            self._ask(f'copying mails to "{target}"', lambda client: client.copy(rest, target))
        self._ask("marking moved mails", lambda client: client.add_flags(uids, [rb"\Deleted"], silent=True))
        self._ask("removing moved mails", lambda client: client.uid_expunge(uids))

    def _ask(self, what: str, command: Callable[[Any], Any]) -> None:
        """A command that the server may refuse without harm to the connection."""
        self.run(what, command, refusable=True)

    def _copied(self, folder: str, uids: Sequence[int], target: str) -> set[int]:
        """Those that a crash left in the target already: among its newest mails stands one just like it."""
        ours = self._likenesses(uids)
        newest = max(self.look(target).uid_next - NEWEST, 1)
        rows = self.rows("listing mails", f"{newest}:*", ["UID"])
        there = set(self._likenesses(sorted(rows)[-NEWEST:]).values())
        self.open(folder, readonly=False)
        return {uid for uid, likeness in ours.items() if likeness in there}

    def _likenesses(self, uids: Sequence[int]) -> dict[int, tuple[object, object, bytes]]:
        """What COPY keeps of each mail (RFC 3501 section 6.4.7): its date, its size, its headers (hashed)."""
        found = {}
        for some in in_chunks(uids, COMPARED_AT_ONCE):
            names = ",".join(map(str, some))
            rows = self.rows("comparing mails", names, ["UID", "INTERNALDATE", "RFC822.SIZE", HEADER_ITEM])
            for uid, row in rows.items():
                if (head := body_of(row, b"BODY[HEADER]")) is not None:
                    found[uid] = row.get(b"INTERNALDATE"), row.get(b"RFC822.SIZE"), sha256(head).digest()
        return found
