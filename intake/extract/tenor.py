"""A type of activity is as sure as the rest of its mail speaks for it, whatever word names it."""

from dataclasses import replace
from typing import Final

from intake.extract.finding import Because, Draft
from intake.extract.grades import LIKELY, SAID
from intake.extract.learned.activity import likely_types
from intake.extract.letter import Letter

_FIELD: Final = "activity_type"
# By writers from whom nothing was learned: of the types that a word told 246 of 248 were right where the
# other words of the mail made them as likely as the first. In mails that nobody had seen 31 of 38 were right
# where all words made them less likely than the second.
_SPEAKS_FOR: Final = 0.5
_SPEAKS_AGAINST: Final = 0.2


def type_weighed(letter: Letter, made: Draft) -> Draft:
    """The draft of the one activity of a mail, with its type as sure as all the mail's words make it."""
    finding = made.values.get(_FIELD)
    if finding is None:
        return made
    named = [shown.text for shown in finding.evidence]
    share = likely_types(letter, named).get(str(finding.value), 0.0)
    if share >= _SPEAKS_FOR and finding.confidence < SAID:
        grade, why = SAID, Because.TENOR
    elif share < _SPEAKS_AGAINST and finding.confidence == SAID:
        grade, why = LIKELY, Because.AGAINST_TENOR
    else:
        return made
    choice = made.choices[_FIELD]
    return replace(
        made,
        values={**made.values, _FIELD: replace(finding, confidence=grade)},
        choices={**made.choices, _FIELD: replace(choice, weighed=(*choice.weighed, why))},
    )
