"""Names that stand on a line of their own: above the facts, at the top of a document, in a list."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from intake.edition import Edition
from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.title.candidate import Candidate, trimmed
from intake.extract.title.name import MARKS, can_head, has_noun, organisation, telling
from intake.extract.title.things import naming
from intake.extract.title.words import generic

_LEAD: Final = re.compile(r"\s*(?P<word>[A-Za-zÀ-ÿ-]+(?:\s+the\s+date)?)\s*[:!–-]\s+(?=\S)")
# a name, and behind it what the thing is: "De school die wacht - lezing en gesprek"
_FOR_AGENDA: Final = re.compile(
    r"\s*(?:\w+\s+)?(?:voor|in|op)\s+(?:\w+\s+){0,2}agenda\s*:\s+(?=\S)", re.IGNORECASE
)
_SUBTITLE: Final = re.compile(r"\s+[–—-]\s+|:\s+|,\s+(?=een\s)")
# a name in quotes, and behind it for whom it is: "‘Rooster op maat’, voor mentoren"
_IN_QUOTES: Final = re.compile(
    r"[\s:–-]{0,4}[‘“\"'«](?P<name>[^‘’“”\"«»\n]{3,90}?)[’”\"'»](?=\s{0,2}(?:[,(–-]|(?:voor|door|met|over|van)\b))"
)
_DATELINE: Final = re.compile(r"[A-Z][\w'’ -]{2,30},\s+\d{1,2}\s+\w+\s+\d{4}")
_ARTICLE: Final = re.compile(r"\s*een\s+(?=[a-zà-ÿ])")  # "a) een studiemiddag voor mentoren"
_DETAIL: Final = re.compile(r"\s*\((?:[^()]*)\)[\s:,–-]*$")
_WORDS: Final = re.compile(r"(?!\b(?:uur|van|tot|en|om|vanaf|met)\b)[^\W\d_]{3,}")
_HEADING: Final = 80
_CLOSE: Final = 40  # characters between a noun and the colon behind its clause
_NEAR: Final = 7  # the lines below a heading in which its facts begin
_BLOCKS: Final = 3  # and the paragraphs
_SENTENCES: Final = 130  # characters: a line that is longer tells no bare facts


def heading(letter: Letter, near: Sequence[Line], number: int, edition: Edition) -> Iterator[Candidate]:
    """A short line of its own above the facts, the first line of a document, the first cell of a row."""
    line = near[number]
    headed = line is letter.head
    if line.start != line.first or line.column > 0 or (line.label and line.label not in ("text", "part")):
        return
    if line.bullet and not headed:
        return
    if number == 0 and line.place is Place.BODY and line.text.rstrip().endswith(",") and not headed:
        return  # "Collega's van het bureau,"
    if line.last - line.first > 120 and not (line.bullet and letter.near):
        return
    if not headed and (_on_programme(letter, line) or _DATELINE.fullmatch(line.whole.strip())):
        return
    start, end = _without_days(letter, line)
    end = _goes_on(near, number, end)
    bare = _without_lead(line.sheet.text, start, end)
    announced, start = bare > start, bare
    article = _ARTICLE.match(line.sheet.text, start, end)
    start = article.end() if article is not None else start
    quoted = _IN_QUOTES.match(line.sheet.text, start, end)
    if quoted is not None:
        yield from trimmed(line, *quoted.span("name"), "quoted")
        return
    detail = _DETAIL.search(line.sheet.text[start:end])
    if detail is not None and letter.near and detail.start() > 3:
        end = start + detail.start()
    text = line.sheet.text[start:end].strip(MARKS)
    if not can_head(text, headed=headed) or (text.isalpha() and text.islower() and not headed):
        return
    marks = _marks(letter, near, number, text, headed, edition)
    if _pointed_at(letter, near, number):
        marks = ["quoted"]
    if announced and marks[0] in ("stray", "noun", "alone"):
        marks = ["announced"]
    yield from trimmed(line, start, end, *marks)
    cut = _subtitle(line.sheet.text, start, end)
    if cut:
        yield from trimmed(line, start, cut, *marks, "day")


def _goes_on(near: Sequence[Line], number: int, end: int) -> int:
    """Where a document's heading ends that runs over two lines: "Terug naar school,", "maar hoe?"."""
    line, below = near[number], near[number + 1] if number + 1 < len(near) else None
    if below is None or line.place is not Place.DOCUMENT or not line.text.rstrip().endswith(","):
        return end
    whole = (
        below.sheet is line.sheet
        and below.block == line.block
        and below.first == below.start
        and not below.label
    )
    return below.last if whole and below.text[:1].islower() and below.last - line.first < _HEADING else end


def above(letter: Letter, edition: Edition) -> Iterator[Candidate]:
    """The line above the head of one of several activities, where the head is nothing but day and hour."""
    line = named_above(letter)
    if line is not None and telling(line.whole.strip(MARKS), edition):
        yield from trimmed(line, line.first, line.last, "head")


def named_above(letter: Letter) -> Line | None:
    """The heading that stands above a head of day and hour alone; it may lie in the block before."""
    head = letter.head
    if head is None or head.row >= 0 or not letter.mentions(head) or not _bare(letter, head):
        return None
    found: Line | None = None
    for line in (*letter.lines, *letter.apart):
        if (
            line.sheet is head.sheet
            and line.last < head.first
            and (found is None or found.start < line.start)
        ):
            found = line
    if found is None or found.start != found.first or found.end != found.last or found.own_label:
        return None
    text = found.text.strip(MARKS)
    heads = len(text) < _HEADING and text[:1].isupper() and can_head(text, headed=True)
    return found if heads and head.block - found.block <= 1 and not letter.mentions(found) else None


def _bare(letter: Letter, head: Line) -> bool:
    """Whether a line names its day and hour and nothing else."""
    text, at = "", head.first
    for mention in letter.mentions(head):
        text += head.sheet.text[at : mention.start]
        at = max(at, mention.end)
    return not _WORDS.search(text + head.sheet.text[at : head.last])


def _subtitle(text: str, start: int, end: int) -> int:
    """Where a name ends behind which the line tells what it is; 0 where the whole line is the name."""
    match = _SUBTITLE.search(text, start + 3, end)
    if match is None:
        return 0
    name, rest = text[start : match.start()], text[match.end() : end]
    described = rest.startswith("een ") or (has_noun(rest) and rest[:1].islower())
    return match.start() if described and not has_noun(name) else 0


def _without_lead(text: str, start: int, end: int) -> int:
    """Where a heading begins behind words such as "Uitnodiging:" and "Aankondiging -"."""
    agenda = _FOR_AGENDA.match(text, start, end)
    if agenda is not None:
        return agenda.end()
    match = _LEAD.match(text, start, end)
    return match.end() if match is not None and generic(match.group("word")) else start


def _marks(
    letter: Letter, near: Sequence[Line], number: int, text: str, headed: bool, edition: Edition
) -> list[str]:
    line = near[number]
    marks = ["named"] if has_noun(text) and not headed else []
    if headed:
        return ["head"]
    if _under_name(near, number, edition):
        return ["subject", *marks] if marks else ["stray"]
    if line.place is Place.DOCUMENT and _first(near, number, edition):
        return ["top", *marks]
    if not _facts(letter, near, number) or (text[-1] == "?" and _prose(near, number)):
        return ["stray", *marks]
    if marks:
        return ["above"] if _own(line, text) else ["alone"]
    if any(c.isdigit() for c in text):
        return ["stray"]
    if _apart(near, number) or text.isupper():
        return ["alone", "day"]
    opens = number == 0 or near[number - 1].block != line.block
    return ["alone"] if opens and _own(line, text) else ["noun"]


def _pointed_at(letter: Letter, near: Sequence[Line], number: int) -> bool:
    """Whether the sentence above ends in a colon and tells what is named: "ik kom met mijn webinar:"."""
    above = near[number - 1] if number else None
    if (
        above is None
        or above.sheet is not near[number].sheet
        or above.label
        or near[number].block - above.block > 1
    ):
        return False
    if near[number].bullet or not above.text.rstrip().endswith(":"):
        return False
    return any(above.end - end < _CLOSE for _, end in naming(letter, above))


def _prose(near: Sequence[Line], number: int) -> bool:
    """Whether sentences follow below: a question above them is one to the reader ("Zo goed?")."""
    below = near[number + 1 : number + 2]
    return bool(below) and below[0].last - below[0].first > _SENTENCES


def _own(line: Line, text: str) -> bool:
    """Whether the line reads as a name: it begins as one, and is the whole line."""
    return (text[0].isupper() or text[0].isdigit() or text[0] == "(") and line.end == line.last


def _first(near: Sequence[Line], number: int, edition: Edition) -> bool:
    """Whether only the letterhead and lines of general words stand above a document's line."""
    sheet = near[number].sheet
    for line in reversed(near[max(0, number - 12) : number]):
        if line.sheet is not sheet:
            return True
        text = line.text.strip(MARKS)
        bare = len(text.split()) == 1 and has_noun(text)
        if telling(text, edition) and not (bare or organisation(text)) and can_head(text, headed=False):
            return False
        if len(text) > 90:
            return False
    return number <= 12


def _under_name(near: Sequence[Line], number: int, edition: Edition) -> bool:
    """Whether the line above could be the name, so that this one goes on about it."""
    if number == 0 or near[number - 1].sheet is not near[number].sheet:
        return False
    above, line = near[number - 1], near[number]
    text = above.text.strip(MARKS)
    if len(text.split()) == 1 and has_noun(text):  # "Webinar", and its name below
        return False
    return (
        line.block - above.block <= 1
        and above.start == above.first
        and above.end == above.last
        and not above.label
        and (text[:1].isupper() or text[:1] == "(" or above.text.lstrip()[:1] in "*\"'‘“")
        and len(text) < 70
        and above.text.rstrip()[-1:] not in (":", ".", ",")
        and can_head(text, headed=False)
        and telling(text, edition)
        and not any(char.isdigit() for char in text)
        and not organisation(text)
    )


def _facts(letter: Letter, near: Sequence[Line], number: int) -> bool:
    """Whether day, time or place follow close below."""
    line = near[number]
    for one in near[number + 1 : number + 1 + _NEAR]:
        if one.sheet is not line.sheet or one.block - line.block > _BLOCKS:
            return False
        if one.own_label and one.label in ("date", "time", "place"):
            return True
        if any(isinstance(m, DayMention | TimeMention) for m in letter.mentions(one)):
            return True
    return False


def _apart(near: Sequence[Line], number: int) -> bool:
    """Whether nothing else stands in the line's paragraph."""
    line = near[number]
    beside = [one for one in near[max(0, number - 1) : number + 2] if one is not line]
    return all(one.block != line.block or one.first == line.first for one in beside)


def _on_programme(letter: Letter, line: Line) -> bool:
    """Whether a line begins with a time and no day: "10.15 Lezing: verzuim als signaal"."""
    found = letter.mentions(line)
    return (
        bool(found)
        and not any(isinstance(mention, DayMention) for mention in found)
        and found[0].start - line.value <= 1
    )


def _without_days(letter: Letter, line: Line) -> tuple[int, int]:
    """The bounds of a heading without the day before or behind it: "ma 8 mei – Ontbijt met ..."."""
    start, end = max(line.value, line.first), line.last
    for mention in letter.mentions(line):
        if isinstance(mention, DayMention) and not mention.dated and not line.label and mention.part is None:
            continue
        if not isinstance(mention, DayMention) and not line.sheet.text[mention.start].isdigit():
            continue  # 'Vijf voor twaalf'
        if mention.start - start <= 3 or not line.sheet.text[start : mention.start].strip(MARKS + "("):
            start = mention.end
        elif len(line.sheet.text[start : mention.start].strip()) > 3:
            cut = line.sheet.text[start : mention.start]
            lead = re.search(r"[\s,(–—-]*(?:\b(?:op|van|om|vanaf)\s*)?$", cut)
            end = start + (lead.start() if lead else len(cut))
            break
    return start, end
