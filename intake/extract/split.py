"""Several activities in one mail: by row of a table, by numbered or dated heading, by paragraph of prose."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from intake.extract.blocks import not_of_all, told_twice
from intake.extract.clauses import clauses
from intake.extract.concern import concerned
from intake.extract.dates.clock import TimeMention
from intake.extract.days_told import days_told
from intake.extract.events import told_apart
from intake.extract.heads import ORDER, counted, has_day, has_times, heads, leads
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.registering import REGISTER

_PROGRAMME: Final = re.compile(
    r"\b(?:inloop(?!\w)|ontvangst|welkom|opening|pauze|lunch|afsluiting|einde|borrel|plenair|rondes?|"
    r"koffie|aankomst|terugkoppeling|vragenronde|napraten|zaal\s+open|intro\w*|inleiding)\b",
    re.IGNORECASE,
)
_UNLISTED: Final = re.compile(
    r"\bhoe(?:ft|ven)\s+(?:er\s+|dus\s+|dan\s+)*niet\s+(?:in|op|bij|mee|op\s+de\s+\w+)(?=\s*[.,;!)]|\s+(?:de|het|jullie)\s+(?:agenda|site|lijst)|$)|"
    r"\bgeen\s+(?:activiteit(?:en)?|programma)\b|\b(?:niet|geen)\s+voor\s+(?:de|jullie|op\s+de)\s+(?:agenda|site|website)\b",
    re.IGNORECASE,
)
_REMARK: Final = re.compile(r"\([^()]*\)[\s.,;]*$")
_SAID: Final = 20  # letters: what is told of an activity beside its day and hour
_MOST: Final = 20  # activities in one mail; a week's programme of a region holds about ten


def split(letter: Letter) -> list[Letter]:
    """One letter for each activity that a mail announces; the letter itself where it is one."""
    letter = _said_once(letter)
    for lines_of in (_rows, _headed, _paragraphs, _numbered):
        for source in _sources(letter):
            blocks = lines_of(letter, source)
            if len(blocks) > _MOST:
                letter.leave_out("activiteiten")
            elif len(blocks) > 1:
                grown, gone = concerned(letter, blocks)
                apart = frozenset(line for block in grown for line in block) | gone
                return [letter.focus(block, apart) for block in grown]
    blocks, sentence = clauses(letter, [line for source in _sources(letter) for line in source])
    if not blocks:
        blocks = told_apart(letter)
    if not 2 <= len(blocks) <= _MOST:
        return [letter]
    apart = frozenset(line for block in blocks for line in block) | sentence
    return [letter.focus(block, apart) for block in blocks]


def _said_once(letter: Letter) -> Letter:
    """The letter with one day above a table that says the day of a programme beside each of its parts."""
    other: dict[Line, Line | None] = {}
    for source in _sources(letter):
        rows = [row for row in _by_row(source) if any(line.label == "date" for line in row)]
        if len(rows) > 1 and _programme(letter, rows):
            days = [line for row in rows for line in row if line.label == "date"]
            other.update(dict.fromkeys(days))
            other[days[0]] = replace(days[0], row=-1, column=-1)
    return letter.instead(other) if other else letter


def _by_row(lines: Sequence[Line]) -> list[list[Line]]:
    rows: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        if line.row >= 0:
            rows.setdefault((line.block, line.row), []).append(line)
    return list(rows.values())


def _sources(letter: Letter) -> list[list[Line]]:
    """The told lines of each text: the body first."""
    texts: dict[str, list[Line]] = {}
    for line in letter.at(Place.BODY, Place.DOCUMENT):
        texts.setdefault(line.sheet.source, []).append(line)
    return list(texts.values())


def _rows(letter: Letter, lines: Sequence[Line]) -> list[list[Line]]:
    """The rows of a table that each have a day of their own; rows with times alone are one programme."""
    rows = _by_row(lines)
    dated = [row for row in rows if any(has_day(letter, line) for line in row) and len(row) > 1]
    if not dated and any(has_day(letter, line) for line in lines):
        return _each_its_own(letter, lines, rows)
    if len(dated) < 2 or _same_thing(dated):
        return []
    named = [row for row in rows if any(line.label == "title" and line.said.strip() for line in row)]
    return named if len(named) > len(dated) else dated


def _programme(letter: Letter, rows: list[list[Line]]) -> bool:
    """Whether the rows are the parts of one day's programme at one place, each with that day before it."""
    places = {line.said.strip() for row in rows for line in row if line.label == "place"}
    if len(places) > 1 or len({frozenset(days_told(letter, row)) for row in rows}) > 1:
        return False
    if not all(has_times(letter, row) or any(line.label == "time" for line in row) for row in rows):
        return False
    named = sum(any(letter.search(_PROGRAMME, line) for line in row) for row in rows)
    return named * 2 > len(rows) or any(line.label == "part" for row in rows for line in row)


def _each_its_own(letter: Letter, lines: Sequence[Line], rows: list[list[Line]]) -> list[list[Line]]:
    """The rows of one day's table that are no programme: as many as the mail says, or booked one by one."""
    named = [row for row in rows if has_times(letter, row) and any(line.label == "title" for line in row)]
    own = [row for row in named if any(line.label in ("capacity", "price", "registration") for line in row)]
    return named if len(named) == counted(letter, lines) or (len(own) == len(named) > 1) else []


def _same_thing(rows: list[list[Line]]) -> bool:
    """Whether the rows tell one activity on several days: nothing but their days and times differs."""
    said = {
        tuple(
            line.said.strip().lower()
            for line in row
            if line.label not in ("date", "time", "end") and not any(c.isdigit() for c in line.said)
        )
        for row in rows
    }
    return (len(said) == 1 and len(next(iter(said))) > 0) or said == {()}


def _headed(letter: Letter, lines: Sequence[Line]) -> list[list[Line]]:
    """Blocks under headings that carry a number, a day or a title's label."""
    best: list[list[Line]] = []
    for begins in heads(letter, lines):
        if len(begins) < 2:
            continue
        blocks = [_until(letter, lines, a, b) for a, b in zip(begins, [*begins[1:], len(lines)], strict=True)]
        blocks = [block for block in blocks if _activity(letter, block) and not _unlisted(letter, block)]
        blocks = not_of_all(letter, _shared_tail(blocks))
        if len(blocks) > max(1, len(best)) and not _agenda(letter, blocks):
            best = blocks
    return best


def _shared_tail(blocks: list[list[Line]]) -> list[list[Line]]:
    """Cut from the last block the labelled lines of which no other has the like: they are about all."""
    if len(blocks) < 2:
        return blocks
    labels = {line.label for block in blocks[:-1] for line in block if line.own_label}
    last = blocks[-1]
    for number, line in enumerate(last):
        if line.block > last[0].block and line.own_label and line.label not in labels:
            return [*blocks[:-1], last[:number]]
    return blocks


def _until(letter: Letter, lines: Sequence[Line], first: int, stop: int) -> list[Line]:
    """The lines of one heading's block; the last block ends where the mail goes on about everything."""
    block = [lines[first]]
    for line in lines[first + 1 : stop]:
        gone = line.block - block[-1].block
        if stop == len(lines) and gone >= 1 and _ended(letter, block, line):
            break
        block.append(line)
    return block


def _ended(letter: Letter, block: list[Line], line: Line) -> bool:
    """Whether a new paragraph no longer belongs to a block that has its day: it has no facts of its own."""
    if not any(has_day(letter, one) for one in block):
        return False
    if block[0].bullet and not line.bullet:
        return True
    if line.label in ("date", "time", "place", "audience", "price", "capacity") and line.own_label:
        return False
    return not any(isinstance(m, TimeMention) and m.firm for m in letter.mentions(line)) or bool(
        REGISTER.search(line.text)
    )


def _paragraphs(letter: Letter, lines: Sequence[Line]) -> list[list[Line]]:
    """Paragraphs of prose, or bullets, of which each tells its own day and its own activity."""
    groups = _groups(lines)
    told = [group for group in groups if _own_activity(letter, group)]
    days = {frozenset(days_told(letter, group)) for group in told}
    if len(told) < 2 or (len(days) < 2 and not all(has_times(letter, group) for group in told)):
        return []
    if told_twice(letter, told):
        return []
    return told if all(has_times(letter, group) or _ordered(letter, group) for group in told) else []


def _numbered(letter: Letter, lines: Sequence[Line]) -> list[list[Line]]:
    """As many paragraphs, each with an hour and a name, as the mail says that there are activities."""
    number = counted(letter, lines)
    if number < 2:
        return []
    told = [group for group in _groups(lines) if has_times(letter, group) and _named(letter, group)]
    return told if len(told) == number and any(has_day(letter, line) for line in lines) else []


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """The paragraphs and bullets of a text; none where it holds a table."""
    groups: list[list[Line]] = []
    key: tuple[int, int] | None = None
    if any(line.row >= 0 for line in lines):
        return []
    for line in lines:
        mark = (line.block, line.first if line.bullet or (line.label == "" and _full(line)) else -1)
        if mark != key:
            groups.append([])
            key = mark
        groups[-1].append(line)
    return groups


def _full(line: Line) -> bool:
    return len(line.whole) > 110


def _ordered(letter: Letter, group: list[Line]) -> bool:
    return any(letter.search(ORDER, line) for line in group)


def _own_activity(letter: Letter, group: list[Line]) -> bool:
    if leads(letter, group) and has_times(letter, group):
        return sum(len(_without_mentions(letter, line)) for line in group) >= _SAID
    return any(has_day(letter, line) for line in group) and _named(letter, group)


def _named(letter: Letter, group: list[Line]) -> bool:
    return any(letter.nouns(line) for line in group) or any(c in '‘“"' for line in group for c in line.text)


def _activity(letter: Letter, block: list[Line]) -> bool:
    return any(has_day(letter, line) for line in block)


def _agenda(letter: Letter, blocks: list[list[Line]]) -> bool:
    """Whether the blocks are the parts of one programme, or one activity on several days."""
    if all(len(block) == 1 for block in blocks[:-1]):  # behind the last the mail may go on about all
        bare = [_without_mentions(letter, block[0]) for block in blocks]
        short = [_without_mentions(letter, block[0], remarks=False) for block in blocks]
        if len(set(bare)) == 1 or (all(len(text) < 12 for text in short) and not _each_named(letter, blocks)):
            return True
    parts = sum(
        1
        for block in blocks
        if _PROGRAMME.search(block[0].text) and not any(has_day(letter, line) for line in block)
    )
    return parts * 2 > len(blocks)


def _each_named(letter: Letter, blocks: list[list[Line]]) -> bool:
    """Whether the lines of a list name other activities, most by a noun: "ma 8 mei film", "di 9 mei les"."""
    names = [line.sheet.text[a:b].lower() for line, *_ in blocks for _, a, b in letter.nouns(line)[:1]]
    return len(set(names)) == len(names) and len(names) * 2 > len(blocks)


def _unlisted(letter: Letter, block: list[Line]) -> bool:
    """Whether the mail says of a block that it is not for the agenda: "die hoeft er niet in"."""
    return any(letter.search(_UNLISTED, line) for line in block)


def _without_mentions(letter: Letter, line: Line, *, remarks: bool = True) -> str:
    """The letters of a line without its days and hours; `remarks`: with what is in brackets behind them."""
    text, at, kept = line.sheet.text, line.value, []
    for mention in letter.mentions(line):
        kept.append(text[at : mention.start])
        at = mention.end
    rest = text[at : line.end]
    if not remarks and not letter.nouns(line):
        rest = _REMARK.sub("", rest)  # "vrijdag 12 mei van 9 tot 12 uur (daarna ruimen we op)"
    kept.append(rest)
    return re.sub(r"[\W\d]+|\b(?:van|tot|uur|en|om|op|u|vanaf)\b", "", "".join(kept).lower())
