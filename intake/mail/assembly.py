"""From the message tree to texts, passages and parts: one walk, every leaf decoded once."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import Message
from typing import BinaryIO, Protocol

from intake.errors import BadMail
from intake.mail import mapi, msg, smime, tnef
from intake.mail.bodies import TextPart, chosen, tidy
from intake.mail.bounds import Bounds
from intake.mail.decode import Source, decoded
from intake.mail.documents import has_text, text_of
from intake.mail.headers import date_of, decoded as decoded_header, people, readable
from intake.mail.kinds import Shown, ending_for, role_of, suspicious, type_of
from intake.mail.mail import Part, Passage, PassageKind, Role
from intake.mail.names import name_of, safe_name
from intake.mail.passages import split

Path = tuple[int, ...]
Grow = Callable[[bytes], tuple[Message, Source]]
_EDGE = 4096  # of a content's start and end: enough to see its type and its macros
_BODY_TEXTS = ("plain", "html", "enriched", "richtext")


class PartSink(Protocol):
    """Where the decoded content of attachments goes, in the order of the parts."""

    def open(self) -> BinaryIO:
        """A new place to write one part's content to; it is closed before `keep` is called."""
        ...

    def keep(self, sha256: str) -> None:
        """The content written to the place opened last has this sha256."""
        ...


@dataclass(slots=True)
class _Leaf:
    path: Path
    node: Message
    related: bool
    alternative: Path | None


@dataclass(slots=True)
class _Taken:
    """A content that was streamed by: what was seen of it, and the whole where it was held."""

    sha256: str
    size: int
    start: bytes
    tail: bytes
    whole: bytes | None


class Assembly:
    """Gathers what one message, and the messages within it, come to."""

    def __init__(self, bounds: Bounds, sink: PartSink | None, grow: Grow, defects: set[str]) -> None:
        """`grow` makes the tree of a message that comes as bytes; defects met are added to `defects`."""
        self.bounds, self.sink, self.grow, self.defects = bounds, sink, grow, defects
        self.parts: list[Part] = []
        self.texts: dict[str, str] = {}
        self.passages: list[Passage] = []
        self.named = 0

    def body(self, message: Message, source: Source, path: Path = (), level: int = 0) -> str:
        """Take in a message's parts, and return the text of its body."""
        leaves = list(self._leaves(message, path))
        texts: list[tuple[_Leaf, TextPart]] = []
        others: list[_Leaf] = []
        for leaf in leaves:
            text = self._text_part(leaf, source, first=not texts and not others)
            if text is not None:
                texts.append((leaf, text))
            else:
                others.append(leaf)
        shown = self._shown(texts)
        referred = {found for _, text in texts if text.html for found in text.content_ids()}
        wrapped: list[str] = []
        for leaf in others:
            wrapped += self._part(leaf, source, referred, level, bare=not shown)
        return "\n\n".join(text for text in (*shown, *wrapped) if text.strip())

    def _leaves(self, node: Message, path: Path) -> Iterator[_Leaf]:
        stack: list[_Leaf] = [_Leaf(path, node, False, None)]
        while stack:
            leaf = stack.pop()
            children = leaf.node.get_payload() if leaf.node.is_multipart() else None
            if not isinstance(children, list) or leaf.node.get_content_maintype() == "message":
                yield leaf
                continue
            kind = leaf.node.get_content_subtype()
            for number in range(len(children) - 1, -1, -1):
                related = leaf.related or (kind == "related" and number > 0)
                alternative = leaf.path if kind == "alternative" else leaf.alternative
                stack.append(_Leaf((*leaf.path, number), children[number], related, alternative))

    def _text_part(self, leaf: _Leaf, source: Source, *, first: bool) -> TextPart | None:
        """The leaf as part of the body; None where it is an attachment."""
        node = leaf.node
        main, subtype = node.get_content_maintype(), node.get_content_subtype()
        if node.is_multipart() or (main, subtype) == ("text", "calendar"):
            return None
        if main == "multipart":  # a container without parts: what stands there is read as text
            subtype = "plain"
        elif main != "text" or subtype not in _BODY_TEXTS:
            return None
        disposition = _disposition(node)
        if disposition == "attachment" or (name_of(node) and not (first and disposition != "inline")):
            return None
        body = _payload(node)
        if source.size(body) > 2 * max(self.bounds.text, self.bounds.html):
            self.defects.add("text-too-large")
            return None
        content = b"".join(decoded(source.chunks(body), _encoding(node), self.defects.add))
        if b"\0" in content[:_EDGE] and type_of(content[:_EDGE], "", "") != "application/octet-stream":
            return None
        params = {key.lower(): value for key, value in _params(node)}
        text = TextPart(content, subtype, params, self.bounds)
        if text.cut:
            self.defects.add("text-cut")
        return text

    def _shown(self, texts: list[tuple[_Leaf, TextPart]]) -> list[str]:
        groups: dict[Path | None | int, list[TextPart]] = {}
        for number, (leaf, text) in enumerate(texts):
            groups.setdefault(number if leaf.alternative is None else leaf.alternative, []).append(text)
        out: list[str] = []
        seen: set[str] = set()
        for group in groups.values():
            for part in chosen([t for t in group if not t.html], [t for t in group if t.html]):
                text = part.rendered.text
                if part.defect:
                    self.defects.add(part.defect)
                words = "".join(text.split())
                if words and words not in seen:  # some programs send both renderings one after the other
                    seen.add(words)
                    out.append(text)
        return out

    def _part(self, leaf: _Leaf, source: Source, referred: set[str], level: int, *, bare: bool) -> list[str]:
        """Take in one attachment; the texts of the body that it turned out to wrap."""
        node = leaf.node
        if len(self.parts) >= self.bounds.parts:
            self.defects.add("too-many-parts")
            return []
        declared = node.get_content_type()
        content_id = decoded_header(str(_raw(node, "content-id"))).strip("<> ")
        name = name_of(node)
        if node.is_multipart():
            return self._attached(leaf, source, name, content_id, level)
        taken = self._take(
            decoded(source.chunks(_payload(node)), _encoding(node), self.defects.add), name, declared
        )
        kind = type_of(taken.start, name, declared, taken.tail)
        if kind == "application/ms-tnef" and taken.whole is not None:
            item = tnef.read_tnef(taken.whole)
            if item is not None:
                return self._wrapped(item, leaf.path, level, bare=bare)
            self._spill(taken)
        said = Shown(
            name,
            declared,
            kind,
            _disposition(node),
            content_id,
            leaf.related or content_id in referred,
            taken.size,
        )
        charset = next((value for key, value in _params(node) if key.lower() == "charset"), "")
        return self._keep(leaf.path, said, taken, charset, level, bare=bare)

    def _wrapped(self, item: mapi.OutlookItem, path: Path, level: int, *, bare: bool) -> list[str]:
        """The parts within a winmail.dat, and its text where the mail has no other."""
        for number, file in enumerate(item.enclosed[: self.bounds.parts]):
            content = mapi.as_message(file.item) if file.item is not None else file.content
            declared = (
                "message/rfc822" if file.item is not None else file.media_type or "application/octet-stream"
            )
            name = file.name
            if file.item is not None:
                name = f"{readable(file.item.subject).strip() or 'bericht'}.eml"
            taken = self._take(iter((content,)), name, declared)
            kind = type_of(taken.start, name, declared, taken.tail)
            related = bool(file.content_id) and file.content_id.encode() in item.html
            said = Shown(tidy(name), declared, kind, "attachment", file.content_id, related, taken.size)
            self._keep((*path, number), said, taken, "", level, bare=False)
        if not bare:
            return []
        if item.body.strip():
            return [tidy(item.body)]
        if item.html:
            return [TextPart(item.html, "html", {}, self.bounds).rendered.text]
        rtf = mapi.unpacked_rtf(item.rtf, self.bounds.text)
        return [text_of(rtf, "application/rtf", "", self.bounds)[0]] if rtf else []

    def _keep(
        self, path: Path, said: Shown, taken: _Taken, charset: str, level: int, *, bare: bool
    ) -> list[str]:
        """List a part, with its text where it has one."""
        role = role_of(said)
        name = said.name or self._nameless(said.type)
        key, wrapped = "", []
        whole = taken.whole
        if whole is not None and role is Role.MAIL and level < self.bounds.attached_levels:
            key = self._key(name)
            place = len(self.parts)
            self._list(path, said, taken, name, role, key)
            if not self._mail_within(whole, said.type, path, key, level):
                self.texts.pop(key, None)
                self.parts[place] = self._made(path, said, taken, name, role, "")
            return []
        if whole is not None and said.type in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
            wrapped = self._signed(whole, path, level, bare=bare)
            role = Role.SIGNATURE if wrapped is not None else role
            if wrapped is None:
                self.defects.add("encrypted")
        elif whole is not None and has_text(said.type):
            text, defect = text_of(whole, said.type, charset, self.bounds)
            if defect:
                self.defects.add(defect)
            if text.strip():
                key = self._key(name)
                self.texts[key] = tidy(text)
        self._list(path, said, taken, name, role, key)
        return wrapped or []

    def _mail_within(self, content: bytes, kind: str, path: Path, key: str, level: int) -> bool:
        try:
            if msg.is_msg(content):
                content = msg.message_of(content)
            elif kind == "application/vnd.ms-outlook":
                return False
        except BadMail:
            self.defects.add("document-unreadable")
            return False
        message, source = self.grow(content)
        self._read_attached(message, source, path, key, level)
        return True

    def _signed(self, content: bytes, path: Path, level: int, *, bare: bool) -> list[str] | None:
        inner = smime.signed_content(content)
        if not inner or level >= self.bounds.attached_levels:
            return None
        message, source = self.grow(inner)
        text = self.body(message, source, (*path, 0), level + 1)
        return [text] if bare else []

    def _attached(self, leaf: _Leaf, source: Source, name: str, content_id: str, level: int) -> list[str]:
        """A part that is a message in the tree itself, or a report of fields."""
        declared = leaf.node.get_content_type()
        children = [child for child in leaf.node.get_payload() if isinstance(child, Message)]
        encoding = _encoding(leaf.node).strip().lower()
        chunks = (chunk for child in children for chunk in written(child, source))
        hold = False
        if encoding in ("base64", "quoted-printable") and children and not children[0].keys():
            chunks, hold = decoded(chunks, encoding, self.defects.add), True  # though RFC 2046 forbids it
        elif declared == "message/delivery-status":
            chunks = iter((b"\n".join(b"".join(written(child, source)) for child in children),))
        taken = self._take(chunks, name, declared if hold else "message/kept-in-tree")
        role = Role.MAIL if declared in ("message/rfc822", "message/global", "message/news") else Role.OTHER
        if not name and role is Role.MAIL and children and not hold:
            subject = readable(decoded_header(str(_raw(children[0], "subject")))).strip()
            name = f"{subject[:100] or 'bericht'}.eml"
        said = Shown(name, declared, declared, _disposition(leaf.node), content_id, False, taken.size)
        if hold:
            return self._keep(leaf.path, said, taken, "", level, bare=False)
        name = name or self._nameless(declared)
        key = self._key(name) if role is Role.MAIL and level < self.bounds.attached_levels else ""
        self._list(leaf.path, said, taken, name, role, key)
        if key:
            self._read_attached(children[0], source, leaf.path, key, level)
        elif role is Role.MAIL:
            self.defects.add("nested-too-deep")
        return []

    def _read_attached(self, message: Message, source: Source, path: Path, key: str, level: int) -> None:
        """The text of an attached mail: its own header lines, then its body, in passages."""
        fields = [
            (label, decoded_header(str(_raw(message, label.lower()))))
            for label in ("From", "Date", "Subject")
        ]
        head = "\n".join(f"{label}: {readable(value)}" for label, value in fields if value)
        raw = str(_raw(message, "from"))
        sender = next(iter(people(raw, ())), None) if raw else None
        sent, subject = date_of(fields[1][1], None)[0], readable(fields[2][1])
        self.texts[key] = head  # holds the place, so that texts stand in the order of the parts
        body = self.body(message, source, (*path, 0), level + 1)
        self.texts[key] = text = f"{head}\n\n{body}" if head else body
        outer = Passage(key, 0, len(head), PassageKind.HEADER, level + 1, sender, sent, subject)
        shift = len(text) - len(body)
        whole = Passage(key, 0, 0, PassageKind.FORWARDED, level + 1, sender, sent, subject)
        inner = split(key, body, subject=subject, reply=bool(_raw(message, "in-reply-to")), outer=whole)
        self.passages += [outer] if head else []
        self.passages += [
            Passage(p.source, p.start + shift, p.end + shift, p.kind, p.level, p.sender, p.sent, p.subject)
            for p in inner
        ]

    def _take(self, chunks: Iterator[bytes], name: str, declared: str) -> _Taken:
        """Stream a content into its digest and the sink; hold it where something is to be read from it."""
        digest, size, start, tail = hashlib.sha256(), 0, b"", b""
        held: list[bytes] | None = None
        place: BinaryIO | None = None
        opened = container = False
        for chunk in chunks:
            if not opened:
                opened = True
                start = chunk[:_EDGE]
                kind = type_of(start, name, declared, chunk[-_EDGE:])
                held = [] if _worth_holding(kind, name) else None
                container = kind == "application/ms-tnef"
                place = self.sink.open() if self.sink is not None and not container else None
            digest.update(chunk)
            size += len(chunk)
            tail = chunk[-_EDGE:] if len(chunk) >= _EDGE else (tail + chunk)[-_EDGE:]
            if place is not None:
                place.write(chunk)
            if held is not None:
                held.append(chunk)
                if size > self.bounds.container:
                    held = None
                    self.defects.add("document-too-large")
        if not opened and self.sink is not None:
            place = self.sink.open()
        if place is not None and self.sink is not None:
            place.close()
            self.sink.keep(digest.hexdigest())
        whole = (held[0] if len(held) == 1 else b"".join(held)) if held else None
        return _Taken(digest.hexdigest(), size, start, tail, whole)

    def _spill(self, taken: _Taken) -> None:
        """A container that could not be opened is kept as it is."""
        if self.sink is not None and taken.whole is not None:
            with self.sink.open() as place:
                place.write(taken.whole)
            self.sink.keep(taken.sha256)

    def _list(self, path: Path, said: Shown, taken: _Taken, name: str, role: Role, key: str) -> None:
        self.parts.append(self._made(path, said, taken, name, role, key))

    def _made(self, path: Path, said: Shown, taken: _Taken, name: str, role: Role, key: str) -> Part:
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


def written(message: Message, source: Source) -> Iterator[bytes]:
    """A message of the tree as the bytes it was read from, line ends of its headers as "\\r\\n" where it had them."""
    items = [(name, source.restored_text(str(value))) for name, value in message.raw_items()]
    line_end = b"\r\n" if any("\r\n" in str(value) for _, value in items) else b"\n"
    for name, value in items:
        yield f"{name}: {value}".encode("utf-8", "surrogateescape") + line_end
    yield line_end
    payload = message.get_payload()
    if not isinstance(payload, list):
        yield from source.chunks(_payload(message))
        return
    boundary = message.get_boundary() if message.get_content_maintype() == "multipart" else None
    for child in payload:
        if boundary is not None:
            yield source.restored(f"--{boundary}".encode("utf-8", "surrogateescape")) + line_end
        yield from written(child, source)
        yield line_end if boundary is not None else b""
    if boundary is not None:
        yield source.restored(f"--{boundary}--".encode("utf-8", "surrogateescape")) + line_end


def _worth_holding(kind: str, name: str) -> bool:
    return (
        has_text(kind)
        or kind.startswith("message/rfc822")
        or kind
        in (
            "application/ms-tnef",
            "application/vnd.ms-outlook",
            "application/pkcs7-mime",
            "application/x-pkcs7-mime",
        )
        or name.lower().endswith((".eml", ".msg"))
    )


def _raw(node: Message, name: str) -> str:
    return next((str(value) for key, value in node.raw_items() if key.lower() == name), "")


def _payload(node: Message) -> bytes:
    payload = node._payload  # get_payload would decode 8-bit bytes as ASCII, and lose them
    return payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""


def _encoding(node: Message) -> str:
    return _raw(node, "content-transfer-encoding")


def _disposition(node: Message) -> str:
    return _raw(node, "content-disposition").partition(";")[0].strip().lower()[:40]


def _params(node: Message) -> list[tuple[str, str]]:
    try:
        return [
            (key, value if isinstance(value, str) else value[2]) for key, value in node.get_params([])[1:]
        ]
    except (LookupError, ValueError, TypeError):
        return []
