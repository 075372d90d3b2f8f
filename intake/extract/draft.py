"""Choose the best finding for each field of one activity, and keep its rivals beside it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from intake.extract.finding import Because, Choice, Draft, Finding, Value
from intake.extract.grades import CERTAIN, FILLS, LIKELY, SAID, agreed, alone, lower
from intake.extract.letter import Letter
from intake.extract.line import Place

# values that are said with other words in every place, so that a difference is no contradiction
_NOT_LETTERS: Final = re.compile(r"[\W_]+")
_LOOSE: Final = {
    "title",
    "venue",
    "audience",
    "organisation",
    "contact_name",
    "activity_type",
    "url",
    "organisation_type",
}
# what may hold for one activity and not for its sisters: told beside them all, it is sure of none ...
_EACH: Final = {
    "activity_type",
    "audience",
    "access",
    "online",
    "registration",
    "registration_deadline",
    "price",
    "capacity",
}
# ... but where it is said of all
_OF_ALL: Final = re.compile(
    r"\b(?:all(?:e|es|emaal|ebei|en\s+zijn)|beide|elke?|iedere?|overal|steeds|telkens)\b", re.IGNORECASE
)
_NOT_ALL: Final = re.compile(
    r"\b(?:alleen|behalve|uitgezonderd|slechts|enkel|uitsluitend|sommige|op\s+\w+\s+na)\b", re.IGNORECASE
)


def draft(letter: Letter, findings: Iterable[Finding]) -> Draft:
    """One draft of everything that was found for one activity.

    A finding in the activity's own lines goes before one in shared lines, then the surer, then the earlier.
    Findings below FILLS are kept as alternatives alone. What stands on words read from a picture is LIKELY at
    most, whatever else says the same.
    """
    scans = frozenset(source for source in letter.mail.pages if letter.mail.scanned(source))
    by_field: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.value != () and finding.value != "":
            by_field[finding.field].append(_doubted(finding) if _on(finding, scans) else finding)
    near = _near(letter)
    values: dict[str, Finding] = {}
    others: dict[str, tuple[Finding, ...]] = {}
    choices: dict[str, Choice] = {}
    for field, found in by_field.items():
        ranked = sorted(found, key=lambda f: (-_own(f, near), -f.confidence))
        best, rest = ranked[0], ranked[1:]
        if best.confidence < FILLS:
            others[field] = tuple(ranked)
            continue
        alike: list[Finding] = []
        rivals: list[Finding] = []
        for finding in rest:
            (alike if same(field, finding.value, best.value) else rivals).append(finding)
        if rivals:
            others[field] = tuple(rivals)
        values[field], weighed = _weighed(best, alike, rivals)
        if _untied(letter, best, near) and values[field].confidence > LIKELY:
            values[field], weighed = _doubted(values[field]), [*weighed, Because.UNTIED]
        if _on(best, scans):
            values[field] = _doubted(values[field])
            weighed = [*(because for because in weighed if because is not Because.RAISED), Because.SCANNED]
        won = _won(best, rivals, near)
        choices[field] = Choice(best.confidence, won, tuple(weighed), tuple(alike))
    return Draft(values, others, choices)


def _on(finding: Finding, sources: frozenset[str]) -> bool:
    return bool(sources) and any(evidence.source in sources for evidence in finding.evidence)


def _doubted(finding: Finding) -> Finding:
    return replace(finding, confidence=min(finding.confidence, LIKELY))


def _near(letter: Letter) -> list[tuple[str, int, int]]:
    near = []
    for line in letter.near:
        at = line.sheet.offsets
        if at is None:
            near.append((line.sheet.source, line.start, line.end))
        elif line.place is Place.BODY:
            near.append((line.sheet.source, at[line.start], at[line.end]))
    return near


def _own(finding: Finding, near: list[tuple[str, int, int]]) -> int:
    """1 where the finding stands in the activity's own lines."""
    if not near or finding.confidence < FILLS:
        return 0
    for evidence in finding.evidence[:1]:
        if any(s == evidence.source and a <= evidence.start <= b for s, a, b in near):
            return 1
    return 0


def _untied(letter: Letter, finding: Finding, near: list[tuple[str, int, int]]) -> bool:
    """Whether a fact stands beside several activities, and nothing says that it holds for each of them."""
    if finding.field not in _EACH or not near or _own(finding, near) or not finding.evidence:
        return False
    shown = finding.evidence[0]
    for line in letter.told():
        if line.sheet.source == shown.source and line.start <= shown.start < line.end:
            return letter.search(_OF_ALL, line) is None or letter.search(_NOT_ALL, line) is not None
    return shown.source not in ("subject", "header:From")


def _won(best: Finding, rivals: list[Finding], near: list[tuple[str, int, int]]) -> Because:
    """What sets the best finding before those that say otherwise, which are ranked."""
    if not rivals:
        return Because.ALONE
    surest = max(finding.confidence for finding in rivals)
    if _own(best, near) > _own(rivals[0], near) or surest > best.confidence:
        return Because.OWN_LINES
    return Because.SURER if best.confidence > surest else Because.EARLIER


def _weighed(best: Finding, alike: list[Finding], rivals: list[Finding]) -> tuple[Finding, list[Because]]:
    """The best finding, surer where another source agrees, less sure where an equal one says otherwise."""
    because: list[Because] = []
    grade = best.confidence
    if any(_apart(finding, best) for finding in alike):
        raised = grade if best.doubted else agreed(grade)
        because.append(Because.AGREED if raised == grade else Because.RAISED)
        grade = raised
    elif alone(best.field, grade) < grade:
        because.append(Because.OFTEN_WRONG)
        grade = alone(best.field, grade)
    if any(f.confidence >= best.confidence for f in rivals):
        lowered = min(grade, lower(SAID), grade if best.field not in _LOOSE else max(FILLS, lower(grade)))
        if lowered < grade:
            because.append(Because.LOWERED)
        grade = lowered
    return best if grade == best.confidence else replace(best, confidence=grade), because


def _apart(one: Finding, other: Finding) -> bool:
    """Whether another text says exactly the same; one that only holds the words agrees to less."""
    if not one.evidence or not other.evidence or one.evidence[0].source == other.evidence[0].source:
        return False
    return same("", one.value, other.value)


def unsure(made: Draft, why: Because, fields: Collection[str] | None = None) -> Draft:
    """A draft of which nothing is sure, or none of some fields, whatever its words say.

    Of single fields what has a label of its own stays sure.
    """
    top = CERTAIN if fields is None else SAID
    sure = {
        field
        for field, finding in made.values.items()
        if LIKELY < finding.confidence <= top and (fields is None or field in fields)
    }
    values = {f: replace(v, confidence=LIKELY) if f in sure else v for f, v in made.values.items()}
    choices = {
        field: replace(choice, weighed=(*choice.weighed, why)) if field in sure else choice
        for field, choice in made.choices.items()
    }
    return replace(made, values=values, choices=choices)


def same(field: str, one: Value, other: Value) -> bool:
    """Whether two values say the same for staff."""
    if isinstance(one, str) and isinstance(other, str):
        short, long = sorted((_plain(one), _plain(other)), key=len)
        return short == long or (field in _LOOSE and short in long)
    return one == other


def _plain(text: str) -> str:
    return _NOT_LETTERS.sub("", text.casefold())
