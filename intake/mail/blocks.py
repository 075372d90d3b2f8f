"""The lines with which mail programs introduce a quoted or forwarded mail, and what they tell of it."""

import re
from dataclasses import dataclass
from datetime import datetime

from intake.mail.mail import Address
from intake.mail.moments import sent_at

_LABELS = {
    "van": "from", "from": "from", "von": "from", "afzender": "from",
    "verzonden": "date", "verstuurd": "date", "sent": "date", "datum": "date", "date": "date",
    "gesendet": "date",
    "aan": "to", "to": "to", "an": "to", "cc": "cc", "kopie": "cc", "bcc": "cc", "kopie an": "cc",
    "onderwerp": "subject", "subject": "subject", "betreff": "subject", "betreft": "subject",
    "bijlage": "more", "bijlagen": "more", "attachments": "more", "attachment": "more", "importance": "more",
    "prioriteit": "more", "urgentie": "more", "reply-to": "more", "antwoord aan": "more",
    "beantwoorden": "more", "beantwoorden aan": "more", "categorieën": "more", "antwort an": "more",
    "gevoeligheid": "more", "message-id": "more",
}  # fmt: skip
_LABEL = re.compile(
    r"[ \t]*\*{0,2}([A-Za-zë-]{2,14}(?: (?:aan|an))?)[ \t]*(?:\*{0,2}[ \t]*:|:\*{0,2})\*{0,2}[ \t]*(.*)"
)
_FORWARD_WORDS = (
    r"forwarded (?:message|by)|doorgestuurd(?: bericht| door|e-?mail)?|doorgezonden(?: bericht| door)?"
    r"|weitergeleitete nachricht|weitergeleitet von|fwd message"
)
_REPLY_WORDS = (
    r"original message|oorspronkelijk(?:e)? (?:bericht|e-?mail)|origineel bericht|urspr[uü]ngliche nachricht"
    r"|reply message"
)
_SEPARATOR = re.compile(
    rf"[ \t]*(?:[-_=*]{{2,20}}[ \t]*(?:({_FORWARD_WORDS})|({_REPLY_WORDS}))\b(.{{0,200}}?)[-_=*]{{2,20}}(.*)"
    r"|(?:begin (?:doorgestuurd|forwarded)(?: bericht| message)"
    r"|anfang der weitergeleiteten (?:nachricht|e-mail)|forwarded message|doorgestuurd bericht)"
    r"[ \t]*:[ \t]*)$",
    re.IGNORECASE,
)
_RULE = re.compile(r"[ \t]*[_-]{10,80}[ \t]*$")
_VERB = r"(?:schreef|geschreven|wrote|schrieb|writes)"
_ATTRIBUTION = re.compile(
    rf"[ \t\ufeff]*(?:(?:op|on|am|le)\b.{{5,300}}\b{_VERB}\b.{{0,200}}:"
    rf"|.{{3,120}}\b(?:schreef|wrote|schrieb)\b(?: op| on| am).{{6,120}}:"
    r"|\d{4}-\d\d-\d\d.{5,100}<[^<>@]{1,80}@[^<>]{1,80}>:)[ \t]*$",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTION_START = re.compile(
    r"[ \t\ufeff]*(?:(?:op|on|am|le)\b.*\d|\d{4}-\d\d-\d\d)|.*\b(?:schreef|wrote|schrieb)\b", re.IGNORECASE
)
_GROUPWISE = re.compile(r"[ \t]*>>> ?[^>].{5,200}>>>[ \t]*$")
# what every line begins with that may introduce a mail, or the verb in it: the one look that each line gets
BEGINNINGS = (
    r"[ \t\ufeff]*(?:[*_=-]{2}|\*?(?:van|from|von|afzender|onderwerp|subject|betreff?t?|datum|date|verzonden"
    r"|verstuurd|sent|gesendet|aan|to|an|cc|bcc|kopie)[ \t*]*:|begin |anfang |forwarded |doorgestuurd "
    r"|(?:op|on|am|le) |\d{4}-\d\d|>>>)"
)
MAY_INTRODUCE = re.compile(rf"{BEGINNINGS}|.{{0,200}}\b(?:schreef|wrote|schrieb)\b", re.IGNORECASE)
_MAIL_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_ONE_LINE = re.compile(
    r"(Van|From|Von|Aan|To|An|Cc|Verzonden|Sent|Gesendet|Onderwerp|Subject|Betreff|Datum|Date): ?"
)
_MOMENTS = re.compile(
    r"(?:\b\d{4}\b|\d[:.]\d\d|[AP]M\b|(?:GMT|UTC|CES?T)(?:[+-]\d+)?|[+-]\d{4})[,:]?[ \u202f]+"
)
_MOST_LINES = 16  # of a header block: six fields, addressees wrapped over some lines


@dataclass(frozen=True, slots=True)
class Introduction:
    """Lines `first` up to `after` (indices) introduce another mail; `forward` where they say which it is."""

    first: int
    after: int
    forward: bool | None
    attribution: bool
    sender: Address | None = None
    sent: datetime | None = None
    subject: str = ""


def introduction_at(lines: list[str], at: int) -> Introduction | None:
    """What begins at this line, if it introduces another mail; quote marks are off the lines already."""
    line = lines[at]
    if not line.strip():
        return None
    separator = _SEPARATOR.match(line) if len(line) < 2000 else None
    if separator:
        return _separated(lines, at, separator)
    if _RULE.match(line):
        block = _block(lines, at + 1, sure=False) if at + 1 < len(lines) else None
        return block and Introduction(at, block.after, None, False, block.sender, block.sent, block.subject)
    label = _LABEL.match(line)
    if label and label[1].lower() in _LABELS:
        return _block(lines, at, sure=False)
    if _GROUPWISE.match(line):
        return Introduction(at, at + 1, None, True, _sender(line.strip(" >")), sent_at(line))
    return _attributed(lines, at)


def _separated(lines: list[str], at: int, separator: re.Match[str]) -> Introduction:
    forward = separator[2] is None
    rest = separator[4] or ""
    if _ONE_LINE.search(rest):
        told = _one_line(rest)
        return Introduction(
            at, at + 1, forward, False, _sender(told["from"]), sent_at(told["date"]), told["subject"]
        )
    start = at + 1
    while start < len(lines) and start < at + 4 and not lines[start].strip():
        start += 1
    block = _block(lines, start, sure=True) if start < len(lines) else None
    if block:
        return Introduction(at, block.after, forward, False, block.sender, block.sent, block.subject)
    named = separator[3] or ""
    return Introduction(at, at + 1, forward, False, _sender(named) if "@" in named else None, sent_at(named))


def _one_line(text: str) -> dict[str, str]:
    told = {"from": "", "date": "", "subject": ""}
    marks = list(_ONE_LINE.finditer(text))
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        told.setdefault(_LABELS[mark[1].lower()], "")
        told[_LABELS[mark[1].lower()]] = text[mark.end() : end].strip()
    return told


def _block(lines: list[str], at: int, *, sure: bool) -> Introduction | None:
    """A run of labelled lines: "Van:", "Verzonden:", "Aan:", "Onderwerp:", some of them wrapped."""
    told: dict[str, str] = {}
    last, end = "", at
    for number in range(at, min(at + _MOST_LINES, len(lines))):
        line = lines[number]
        label = _LABEL.match(line) if len(line) < 4000 else None
        kind = _LABELS.get(label[1].lower(), "") if label else ""
        if label and kind:
            if kind in told and kind not in ("more", "cc"):
                break
            told[kind] = label[2].strip(" *\t")
            last = kind
        elif (
            last in ("to", "cc", "from")
            and line.strip()
            and (line[:1] in " \t" or told[last].endswith((",", ";")) or "@" in line)
        ):
            told[last] += " " + line.strip()
        elif (
            not line.strip()
            and number + 1 < len(lines)
            and last
            and not {"from", "date", "subject"} <= told.keys()
        ):
            follow = _LABEL.match(
                lines[number + 1]
            )  # GroupWise and HTML paragraphs: blank lines between the fields
            if not (follow and follow[1].lower() in _LABELS):
                break
            continue
        else:
            break
        end = number + 1
    if not _is_enough(told, sure=sure):
        return None
    return Introduction(
        at,
        end,
        None,
        False,
        _sender(told.get("from", "")),
        sent_at(told.get("date", "")),
        told.get("subject", ""),
    )


def _is_enough(told: dict[str, str], *, sure: bool) -> bool:
    """Whether these fields are the heading of a mail; a separator above them makes it `sure`."""
    if len(told) < 2:
        return False
    if sure:
        return bool({"from", "subject"} & told.keys())
    dated = "date" in told and bool({"to", "subject"} & told.keys())
    return "from" in told and (dated or told.keys() >= {"to", "subject"})


def _attributed(lines: list[str], at: int) -> Introduction | None:
    """Lines like "Op 6 mrt. 2017 om 10:00 schreef Jan <jan@x.nl>:", over three lines at most."""
    if len(lines[at]) > 400 or not _ATTRIBUTION_START.match(lines[at]):
        return None
    text = ""
    for number in range(at, min(at + 3, len(lines))):
        if not lines[number].strip() or len(lines[number]) > 400:
            return None
        text = f"{text} {lines[number]}".strip()
        if text.endswith(":") and _ATTRIBUTION.match(text) and re.search(r"\d", text):
            return Introduction(at, number + 1, None, True, _sender(_who(text)), sent_at(text))
    return None


def _who(text: str) -> str:
    """The part of an attribution that names the writer."""
    after = re.search(
        r"\b(?:schreef|schrieb|heeft)\b[ \t]*(?!op\b|am\b)(.{2,200}?)"
        r"(?:het volgende geschreven|geschreven)?:?$",
        text,
        re.IGNORECASE,
    )
    if after:
        return after[1].strip(" :,")
    before = (
        text.rpartition(" wrote")[0]
        or text.rpartition(" schrieb")[0]
        or text.partition(" schreef")[0]
        or text.strip(" :")
    )
    return _MOMENTS.split(before)[-1].strip(" ,")


def _sender(text: str) -> Address | None:
    found = _MAIL_ADDRESS.search(text[:1000])
    name = re.sub(r"[<\[(].*", "", text[: found.start()] if found else text[:200], flags=re.DOTALL)
    name = re.sub(r"\b(?:mailto|via|namens|on behalf of)\b.*", "", name).strip(" \t\"'*:,;-")
    if not found and not name:
        return None
    return Address(name, found[0].lower() if found else "")
