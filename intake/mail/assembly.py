"""From the message tree to texts, passages and parts: one walk, every leaf decoded once."""

from collections.abc import Iterable
from dataclasses import replace

from intake.errors import BadMail
from intake.mail import mapi, msg, smime, tnef
from intake.mail.bodies import TextPart, chosen, shown, text_part, tidy
from intake.mail.bounds import Bounds
from intake.mail.cut import cut
from intake.mail.decode import decoded
from intake.mail.documents import Document, document_of, has_text, picture_of
from intake.mail.headers import date_of, people, readable
from intake.mail.headers import decoded as decoded_value
from intake.mail.kinds import ending_for, type_of
from intake.mail.mail import Page, Part, Passage, PassageKind, Role
from intake.mail.names import safe_name
from intake.mail.passages import split
from intake.mail.roles import Shown, role_of, suspicious
from intake.mail.scans import Scanner
from intake.mail.stream import IN_TREE, SMIME, TNEF, PartSink, Taken, spill, take
from intake.mail.tree import Leaf, Node, Path, leaves


class Assembly:
    """Gathers what one message, and the messages within it, come to."""

    def __init__(self, bounds: Bounds, sink: PartSink | None, defects: set[str]) -> None:
        """Defects met are added to `defects`."""
        self.bounds, self.sink, self.defects = bounds, sink, defects
        self.parts: list[Part] = []
        self.texts: dict[str, str] = {}
        self.pages: dict[str, tuple[Page, ...]] = {}
        self.passages: list[Passage] = []
        self.named = 0
        self.scanner = Scanner(bounds)
        self.photos: list[tuple[int, bytes]] = []  # the place among the parts, and the first one's content

    def body(self, message: Node, path: Path = (), level: int = 0) -> str:
        """Take in a message's parts, and return the text of its body."""
        texts: list[tuple[Leaf, TextPart]] = []
        others: list[Leaf] = []
        for leaf in leaves(message, path):
            found = text_part(leaf.node, self.bounds, self.defects, first=not texts and not others)
            if found is not None:
                texts.append((leaf, found))
            else:
                others.append(leaf)
        said = shown(texts, self.defects)
        named = any("content-id" in leaf.node.fields for leaf in others)
        referred = {found for _, text in texts if named and text.html for found in text.content_ids()}
        for leaf, text in texts:
            for number, file in enumerate(text.files):
                self._enclosed((*leaf.path, number), file.name, "", file.content, level)
        wrapped: list[str] = []
        for leaf in others:
            wrapped += self._part(leaf, referred, level, bare=not said)
        return "\n\n".join(text for text in (*said, *wrapped) if text.strip())

    def _part(self, leaf: Leaf, referred: set[str], level: int, *, bare: bool) -> list[str]:
        """Take in one attachment; the texts of the body that it turned out to wrap."""
        if len(self.parts) >= self.bounds.parts:
            self.defects.add("too-many-parts")
            return []
        node = leaf.node
        content_id = decoded_value(node.fields.get("content-id", "")).strip("<> ")
        name = node.name
        if node.children:
            self._attached(leaf, name, content_id, level)
            return []
        chunks = decoded(node.chunks(), node.encoding, self.defects.add)
        taken = self._take(chunks, name, node.type)
        kind = type_of(taken.start, name, node.type, taken.tail)
        if kind == TNEF and taken.whole is not None:
            item = tnef.read_tnef(taken.whole)
            if item is not None:
                return self._wrapped(item, leaf.path, level, bare=bare)
            spill(taken, self.sink)
        related = leaf.related or content_id in referred
        said = Shown(name, node.type, kind, node.disposition, content_id, related, taken.size)
        return self._keep(leaf.path, said, taken, node.params.get("charset", ""), level, bare=bare)

    def _wrapped(self, item: mapi.OutlookItem, path: Path, level: int, *, bare: bool) -> list[str]:
        """The parts within a winmail.dat, and its text where the mail has no other."""
        for number, file in enumerate(item.enclosed[: self.bounds.parts]):
            content = mapi.as_message(file.item, self.bounds) if file.item is not None else file.content
            declared = (
                "message/rfc822" if file.item is not None else file.media_type or "application/octet-stream"
            )
            name = file.name
            if file.item is not None:
                name = f"{readable(file.item.subject).strip() or 'bericht'}.eml"
            related = bool(file.content_id) and file.content_id.encode() in item.html
            place = (*path, number)
            self._enclosed(place, name, declared, content, level, content_id=file.content_id, related=related)
        if not bare:
            return []
        plain, rich = item.text(self.bounds).encode("utf-8", "replace"), {"charset": item.html_charset}
        texts = chosen(
            [TextPart(plain, "plain", {"charset": "utf-8"}, self.bounds)] if plain.strip() else [],
            [TextPart(item.html, "html", rich, self.bounds)] if item.html else [],
        )
        return [text.rendered.text for text in texts]

    def _enclosed(
        self,
        path: Path,
        name: str,
        declared: str,
        content: bytes,
        level: int,
        *,
        content_id: str = "",
        related: bool = False,
    ) -> None:
        """List a file that came within another part."""
        if len(self.parts) >= self.bounds.parts:
            self.defects.add("too-many-parts")
            return
        taken = self._take(iter((content,)), name, declared)
        kind = type_of(taken.start, name, declared, taken.tail)
        said = Shown(tidy(name), declared, kind, "attachment", content_id, related, taken.size)
        self._keep(path, said, taken, "", level, bare=False)

    def _keep(
        self, path: Path, said: Shown, taken: Taken, charset: str, level: int, *, bare: bool
    ) -> list[str]:
        """List a part, with its text where it has one."""
        role = role_of(said)
        name = said.name or self._nameless(said.type)
        key, whole = "", taken.whole
        wrapped: list[str] | None = []
        if whole is not None and role is Role.MAIL and level < self.bounds.attached_levels:
            key = self._key(name)
            place = len(self.parts)
            self._list(path, said, taken, name, role, key)
            if not self._mail_within(whole, said.type, path, key, level):
                self.texts.pop(key, None)
                self.parts[place] = self._made(path, said, taken, name, role, "")
            return []
        if whole is not None and said.type in SMIME:
            wrapped = self._signed(whole, path, level, bare=bare)
            role = Role.SIGNATURE if wrapped is not None else role
            if wrapped is None:
                self.defects.add("encrypted")
        elif whole is not None and has_text(said.type):
            key = self._told(document_of(whole, said.type, charset, self.bounds, self.scanner), name)
        elif role is Role.DOCUMENT and said.type.startswith("image/"):
            key = self._told(picture_of(whole or b"", self.scanner), name)
        elif role is Role.PHOTO and level == 0:
            self.photos.append((len(self.parts), b"" if self.photos else whole or b""))
        self._list(path, said, taken, name, role, key)
        return wrapped or []

    def _told(self, read: Document, name: str) -> str:
        """Keep what a part says; the key of its text, "" where it says nothing."""
        if read.defect:
            self.defects.add(read.defect)
        if not read.text.strip():
            return ""
        key = self._key(name)
        self.texts[key] = read.text
        if read.pages:
            self.pages[key] = read.pages
        return key

    def look_closer(self, passages: Iterable[Passage]) -> None:
        """Read the one photo of a mail that says hardly anything itself: it may be the flyer."""
        own = (PassageKind.OWN, PassageKind.FORWARDED)
        said = sum(passage.end - passage.start for passage in passages if passage.kind in own)
        if len(self.photos) != 1 or said > self.bounds.little_text or len(self.texts) > 2:
            return
        ((place, content),) = self.photos
        read = picture_of(content, self.scanner)
        if read.text or not self.scanner.able:
            key = self._told(read, self.parts[place].name)
            self.parts[place] = replace(self.parts[place], source=key)

    def _mail_within(self, content: bytes, kind: str, path: Path, key: str, level: int) -> bool:
        try:
            if msg.is_msg(content):
                content = msg.message_of(content, self.bounds)
            elif kind == "application/vnd.ms-outlook":
                return False
        except BadMail:
            self.defects.add("document-unreadable")
            return False
        self._read_attached(self._grown(content), path, key, level)
        return True

    def _signed(self, content: bytes, path: Path, level: int, *, bare: bool) -> list[str] | None:
        inner = smime.signed_content(content)
        if not inner or level >= self.bounds.attached_levels:
            return None
        text = self.body(self._grown(inner), (*path, 0), level + 1)
        return [text] if bare else []

    def _grown(self, content: bytes) -> Node:
        """The tree of a message that came as the content of a part."""
        made = cut(content, self.bounds)
        self.defects |= made.defects
        return made.root

    def _attached(self, leaf: Leaf, name: str, content_id: str, level: int) -> None:
        """List a message that stands in the tree itself, and read it."""
        node, message = leaf.node, leaf.node.children[0]
        taken = self._take(node.chunks(), name, IN_TREE)
        if not name:
            subject = readable(decoded_value(message.fields.get("subject", ""))).strip()
            name = f"{subject[:100] or 'bericht'}.eml"
        said = Shown(name, node.type, node.type, node.disposition, content_id, False, taken.size)
        key = self._key(name) if level < self.bounds.attached_levels else ""
        self._list(leaf.path, said, taken, name, Role.MAIL, key)
        if key:
            self._read_attached(message, leaf.path, key, level)
        else:
            self.defects.add("nested-too-deep")

    def _read_attached(self, message: Node, path: Path, key: str, level: int) -> None:
        """The text of an attached mail: its own header lines, then its body, in passages."""
        fields = [
            (label, decoded_value(message.fields.get(label.lower(), "")))
            for label in ("From", "Date", "Subject")
        ]
        head = "\n".join(f"{label}: {readable(value)}" for label, value in fields if value)
        raw = message.fields.get("from", "")
        sender = next(iter(people(raw, ())), None) if raw else None
        sent, subject = date_of(fields[1][1], None)[0], readable(fields[2][1])
        self.texts[key] = head  # holds the place, so that texts stand in the order of the parts
        body = self.body(message, (*path, 0), level + 1)
        self.texts[key] = text = f"{head}\n\n{body}" if head else body
        outer = Passage(key, 0, len(head), PassageKind.HEADER, level + 1, sender, sent, subject)
        shift = len(text) - len(body)
        whole = Passage(key, 0, 0, PassageKind.FORWARDED, level + 1, sender, sent, subject)
        inner = split(
            key, body, subject=subject, reply=bool(message.fields.get("in-reply-to", "")), outer=whole
        )
        self.passages += [outer] if head else []
        self.passages += [
            Passage(p.source, p.start + shift, p.end + shift, p.kind, p.level, p.sender, p.sent, p.subject)
            for p in inner
        ]

    def _take(self, chunks: Iterable[bytes], name: str, declared: str) -> Taken:
        return take(chunks, name, declared, self.sink, self.bounds, self.defects)

    def _list(self, path: Path, said: Shown, taken: Taken, name: str, role: Role, key: str) -> None:
        self.parts.append(self._made(path, said, taken, name, role, key))

    def _made(self, path: Path, said: Shown, taken: Taken, name: str, role: Role, key: str) -> Part:
        return Part(
            path=path,
            name=name,
            safe_name=safe_name(name, f"bijlage-{len(self.parts) + 1}"),
            declared=said.declared,
            type=said.type,
            disposition=said.disposition,
            content_id=said.content_id,
            size=taken.size,
            sha256=taken.sha256,
            role=role,
            source=key,
            suspicious=suspicious(name, said.declared, said.type, taken.start, taken.tail),
        )

    def _nameless(self, kind: str) -> str:
        self.named += 1
        return f"bijlage-{self.named}{ending_for(kind)}"

    def _key(self, name: str) -> str:
        key, number = f"attachment:{name}", 1
        while key in self.texts:
            number += 1
            key = f"attachment:{name} ({number})"
        self.texts[key] = ""
        return key
