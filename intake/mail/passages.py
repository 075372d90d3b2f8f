"""Whose words each stretch of a text is: own, quoted, forwarded, signature, disclaimer, headers between."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from intake.mail.blocks import BEGINNINGS, MAY_INTRODUCE, Introduction, introduction_at
from intake.mail.closings import (
    CLOSING,
    DELIMITER,
    disclaimed_from,
    disclaims,
    is_closing,
    is_delimiter,
    is_disclaimer,
    is_postscript,
    is_prose,
)
from intake.mail.mail import Address, Passage, PassageKind

_QUOTE = re.compile(r"(?:[ \t]?>)+ ?")
_FORWARDED_SUBJECT = re.compile(
    r"(?:\[[^\]]{1,30}\]\s*)*(?:fw|fwd|doorst|doorgestuurd|wg|tr|vs)\s*:", re.IGNORECASE
)
_REPLY_SUBJECT = re.compile(
    r"(?:\[[^\]]{1,30}\]\s*)*(?:re|antw|antwoord|aw|betr|sv)\s*(?:\[\d+\])?\s*:", re.IGNORECASE
)
_LONGEST_PARAGRAPH = 10_000
_LONGEST_LINE = 1000  # of a text; what stands behind it is not looked at for marks


_VERBS = ("schreef", "wrote", "schrieb")
_NOTABLE = re.compile(rf"\n(?:[ \t]?>|{DELIMITER.pattern}|{BEGINNINGS}|{CLOSING.pattern})", re.MULTILINE)


@dataclass(slots=True)
class _Context:
    """The mail whose words the lines are; `base` is how many quote marks its own lines carry."""

    kind: PassageKind
    level: int
    base: int
    floor: int
    sender: Address | None = None
    sent: datetime | None = None
    subject: str = ""


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    depth: int
    kind: PassageKind
    level: int
    context: _Context
    text: str


def split(
    source: str, text: str, *, subject: str = "", reply: bool = False, outer: Passage | None = None
) -> tuple[Passage, ...]:
    r"""The passages of a text, in order, without gaps but white space.

    Args:
        source: the key of the text in `Mail.texts`.
        text: what is to be divided; its lines end in "\n".
        subject: of the mail it belongs to: "FW:" and "RE:" tell forwarded from quoted if nothing else does.
        reply: the mail names another that it answers.
        outer: for the text of an attached mail, the passage it is as a whole.
    """
    first = _Context(PassageKind.OWN, 0, 0, 0, subject=subject)
    if outer is not None:
        first = _Context(outer.kind, outer.level, 0, 0, outer.sender, outer.sent, outer.subject)
    low = text.lower()
    legal = disclaims(low)
    begin = 0 if legal else _plain_until(text, low)
    lines = list(_assigned(text, begin, first, reply))
    _close(lines, legal=legal)
    if begin:
        lines.insert(0, _Line(0, begin - 1, 0, first.kind, first.level, first, "x"))
    return tuple(_merged(source, text, lines))


def _plain_until(text: str, low: str) -> int:
    """Where the first line begins that is more than words: most of most mails needs no closer look."""
    if len(low) != len(text) or not low.strip():
        return 0
    places = [place for place in map(low.find, _VERBS) if place != -1]
    limit = low.rfind("\n", 0, min(places)) + 1 if places else len(low) + 1
    found = _NOTABLE.search(f"\n{low[:limit]}")
    at = min(found.start() if found else limit, limit)
    return at if text[:at].strip() else 0


def _assigned(text: str, begin: int, first: _Context, reply: bool) -> Iterator[_Line]:
    """Each line with the mail it belongs to; signatures not yet told apart."""
    spans, stripped, depths = _lines(text, begin)
    stack = [first]
    at = 0
    while at < len(spans):
        while len(stack) > 1 and stripped[at].strip() and depths[at] < stack[-1].floor:
            stack.pop()  # the quote marks end, and with them the mail that was told within them
        here = stack[-1]
        found = introduction_at(stripped, at) if MAY_INTRODUCE.match(stripped[at]) else None
        if found and _same_block(depths, found):
            inner = _entered(found, here, stripped, depths, reply)
            for number in range(found.first, found.after):
                yield _Line(
                    *spans[number], depths[number], PassageKind.HEADER, inner.level, inner, stripped[number]
                )
            if inner.kind is PassageKind.QUOTED and found.attribution and inner.base > depths[at]:
                inner.floor = inner.base  # answers may stand between the quoted lines
            stack.append(inner)
            at = found.after
            continue
        deeper = depths[at] - here.base
        kind, level = (PassageKind.QUOTED, here.level + deeper) if deeper > 0 else (here.kind, here.level)
        yield _Line(*spans[at], depths[at], kind, level, here, stripped[at])
        at += 1


def _lines(text: str, at: int) -> tuple[list[tuple[int, int]], list[str], list[int]]:
    spans: list[tuple[int, int]] = []
    stripped: list[str] = []
    depths: list[int] = []
    for line in text[at:].split("\n"):
        spans.append((at, at + len(line)))
        mark = _QUOTE.match(line[:_LONGEST_LINE])
        depths.append(mark[0].count(">") if mark and not line.startswith(">>> ") else 0)
        stripped.append(line[mark.end() : _LONGEST_LINE] if depths[-1] and mark else line[:_LONGEST_LINE])
        at += len(line) + 1
    return spans, stripped, depths


def _same_block(depths: list[int], found: Introduction) -> bool:
    return abs(depths[found.after - 1] - depths[found.first]) <= 1


def _entered(
    found: Introduction, here: _Context, lines: list[str], depths: list[int], reply: bool
) -> _Context:
    depth = depths[found.after - 1]
    following = next(
        (at for at in range(found.after, min(found.after + 5, len(lines))) if lines[at].strip()), None
    )
    base = depths[following] if following is not None and depths[following] in (depth, depth + 1) else depth
    forward = _forwards(found, here, reply)
    kind = PassageKind.FORWARDED if forward else PassageKind.QUOTED
    return _Context(kind, here.level + 1, base, depth, found.sender, found.sent, found.subject)


def _forwards(found: Introduction, here: _Context, reply: bool) -> bool:
    if here.kind is PassageKind.QUOTED:
        return False  # what a quoted mail forwarded is as old as the quote
    if found.forward:
        return True
    if _FORWARDED_SUBJECT.match(here.subject):
        return True
    if _REPLY_SUBJECT.match(here.subject) or found.attribution:
        return False
    return not reply or here.level > 0


def _close(lines: list[_Line], *, legal: bool) -> None:
    """Tell signatures and disclaimers from a mail's own words, mail by mail."""
    runs: dict[int, list[_Line]] = {}
    for line in lines:
        if line.kind is not PassageKind.HEADER and line.depth <= line.context.base:
            runs.setdefault(id(line.context), []).append(line)
    for run in runs.values():
        _close_run(run, legal=legal)


def _close_run(run: list[_Line], *, legal: bool) -> None:
    signed = hard = False
    for paragraph in _paragraphs(run):
        low = " ".join([line.text for line in paragraph]).lower() if legal or signed else ""
        if legal and is_disclaimer(low[:_LONGEST_PARAGRAPH]):
            card = disclaimed_from([line.text for line in paragraph])
            _mark(paragraph[card:], PassageKind.DISCLAIMER)
            del paragraph[card:]
            if not paragraph:
                continue
        if signed and not hard and (is_postscript(paragraph[0].text) or is_prose(low, len(paragraph))):
            signed = False
        for number, line in enumerate(paragraph):
            hard = hard or is_delimiter(line.text)
            signed = signed or hard or is_closing(line.text)
            if signed:
                _mark(paragraph[number:], PassageKind.SIGNATURE)
                break


def _mark(lines: list[_Line], kind: PassageKind) -> None:
    for line in lines:
        if line.kind is not PassageKind.QUOTED or kind is PassageKind.DISCLAIMER:
            line.kind = kind


def _paragraphs(lines: list[_Line]) -> Iterator[list[_Line]]:
    paragraph: list[_Line] = []
    for line in lines:
        if line.text.strip():
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _merged(source: str, text: str, lines: list[_Line]) -> Iterator[Passage]:
    run: list[_Line] = []
    for line in lines:
        if not line.text.strip() and not text[line.start : line.end].strip():
            continue
        if run and (run[0].kind, run[0].level, id(run[0].context)) != (
            line.kind,
            line.level,
            id(line.context),
        ):
            yield _passage(source, text, run)
            run = []
        run.append(line)
    if run:
        yield _passage(source, text, run)


def _passage(source: str, text: str, run: list[_Line]) -> Passage:
    start, end, context = run[0].start, run[-1].end, run[0].context
    blank = len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    own = context.level == 0
    return Passage(
        source,
        start + blank,
        end,
        run[0].kind,
        run[0].level,
        context.sender,
        context.sent,
        "" if own else context.subject,
    )
