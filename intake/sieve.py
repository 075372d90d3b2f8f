"""Which mails of a batch are for the week, on as little of each as will tell; the others are left alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from intake.mail.headers import decoded, readable
from intake.mailbox import peek
from intake.mailbox.heading import Heading, heading
from intake.mailbox.protocol import DocumentReader, Glance, Held, Leaf, Mailbox
from intake.mailbox.settings import MailboxSettings

Leaves = tuple[Leaf, ...]

# Plain text, HTML, and the text of a mail that came along.
TEXTS_A_MAIL = 3
# How much longer a document is in base64, line ends included.
BASE64 = 4 / 3 * 78 / 76
# What is longer is no name.
NAME = 1_000


@dataclass(frozen=True, slots=True)
class Sifted:
    """A batch judged. `silent`: the server did not answer about these, so they are looked at again later."""

    ours: dict[int, tuple[Glance, Heading]] = field(default_factory=dict)
    ordinary: set[int] = field(default_factory=set)
    silent: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Look:
    """What the steps look at: the open folder, and the Subject of each mail of the batch."""

    mailbox: Mailbox
    subjects: Mapping[int, str]


class Sieve:
    """Judges batches of one folder in rising order; remembers what it let through, for replies to it."""

    def __init__(
        self,
        settings: MailboxSettings,
        tagged: Callable[[str], bool],
        announces: Callable[[str, str], bool],
        held: Held,
        read_document: DocumentReader,
        unread: Callable[[int], bool],
    ) -> None:
        """What to judge by.

        `tagged` tells whether a text names the week, `announces` whether a subject and the beginning of a
        text are for it even so; `held` tells which Message-IDs are of mails that we keep. `unread` is told of
        a UID whose document could not be read, and tells whether that is tried again later.
        """
        self._settings = settings
        self._tagged = tagged
        self._announces = announces
        self._held = held
        self._read_document = read_document
        self._unread = unread
        self._let_through: set[str] = set()

    def sift(self, mailbox: Mailbox, uids: Sequence[int]) -> Sifted:
        """Judge these UIDs of the folder that is open. Raises MailboxError."""
        glances = mailbox.glance(uids)
        headings = {uid: heading(glance.header) for uid, glance in glances.items()}
        ours = {uid for uid, seen in headings.items() if any(map(self._tagged, seen.subjects))}
        self._add_replies(ours, headings)
        # Most mails need no more than that; only the others are asked for what they are made of.
        parts = mailbox.structure([uid for uid in glances if uid not in ours])
        silent = set(uids) - set(parts) - ours
        subjects = {uid: seen.subject for uid, seen in headings.items()}
        look = Look(mailbox, subjects)
        for step in (self._by_name, self._by_text, self._by_documents):
            rest = {uid: leaves for uid, leaves in parts.items() if uid not in ours | silent}
            found, unanswered = step(look, rest)
            ours |= found
            silent |= unanswered - found
            self._add_replies(ours, headings)
        silent -= ours
        return Sifted(
            ours={uid: (glances[uid], headings[uid]) for uid in sorted(ours)},
            ordinary=set(glances) - ours - silent,
            silent=silent,
        )

    def _by_name(self, _: Look, parts: Mapping[int, Leaves]) -> tuple[set[int], set[int]]:
        """Those where a file, or the Subject of a mail that came along, names the week."""
        found = {
            uid
            for uid, leaves in parts.items()
            if any(self._tagged(_name(leaf).replace("_", " ")) for leaf in leaves if leaf.name)
        }
        return found, set()

    def _add_replies(self, ours: set[int], headings: Mapping[int, Heading]) -> None:
        """Add replies to mails that we hold or have just let through, and the replies to those."""
        self._let_through.update(headings[uid].message_id for uid in ours)
        self._let_through.discard("")
        rest = {uid: seen.answers for uid, seen in headings.items() if uid not in ours and seen.answers}
        known = self._held(set().union(*rest.values())) if rest else set()
        grown = True
        while grown:
            found = {uid for uid, named in rest.items() if named & known or named & self._let_through}
            self._let_through.update(headings[uid].message_id for uid in found if headings[uid].message_id)
            ours |= found
            rest = {uid: named for uid, named in rest.items() if uid not in found}
            grown = bool(found)

    def _by_text(self, look: Look, parts: Mapping[int, Leaves]) -> tuple[set[int], set[int]]:
        """Those whose text names the week in its first bytes, and those that the server was silent about."""
        found: set[int] = set()
        silent: set[int] = set()
        texts = {uid: [leaf for leaf in leaves if peek.is_text(leaf)] for uid, leaves in parts.items()}
        for turn in range(TEXTS_A_MAIL):
            here = {
                uid: leaves[turn]
                for uid, leaves in texts.items()
                if turn < len(leaves) and uid not in found | silent
            }
            for section, some in _by_section(here):
                answers = look.mailbox.peek(some, section, self._settings.body_peek)
                silent.update(uid for uid in some if uid not in answers)
                found.update(
                    uid
                    for uid, raw in answers.items()
                    if self._announces(look.subjects[uid], peek.text(here[uid], raw))
                )
        return found, silent

    def _by_documents(self, look: Look, parts: Mapping[int, Leaves]) -> tuple[set[int], set[int]]:
        """Those with a document that names the week; each is fetched, read in memory and forgotten.

        One that can't be read tells nothing, so its mail is looked at again; after some tries it tells no
        more than a document without text.
        """
        found: set[int] = set()
        silent: set[int] = set()
        if not self._settings.look_in_documents:
            return found, silent
        for uid, leaves in parts.items():
            documents = [leaf for leaf in leaves if self._looks_in(leaf)]
            missing = False
            for leaf in documents[: self._settings.documents_a_mail]:
                raw = look.mailbox.peek([uid], leaf.section, leaf.size).get(uid)
                if raw is None:
                    silent.add(uid)
                    break
                text = self._read_document(peek.content(leaf, raw), leaf.type, _name(leaf))
                if self._tagged(text or ""):
                    found.add(uid)
                    break
                missing |= text is None
            else:
                if missing and self._unread(uid):
                    silent.add(uid)
        return found, silent

    def _looks_in(self, leaf: Leaf) -> bool:
        encoded = BASE64 if leaf.encoding == "base64" else 1.0
        return peek.is_document(leaf) and 0 < leaf.size <= self._settings.document_peek * encoded


def _name(leaf: Leaf) -> str:
    return readable(decoded(leaf.name[:NAME]))


def _by_section(leaves: Mapping[int, Leaf]) -> Iterable[tuple[str, list[int]]]:
    """One command for all mails whose part has the same number."""
    sections: dict[str, list[int]] = defaultdict(list)
    for uid, leaf in leaves.items():
        sections[leaf.section].append(uid)
    return sections.items()
