"""Who organises, told behind a label: "Organisatie:", "Door:", "WIE Stichting De Brug"."""

import re
from collections.abc import Iterator
from typing import Final

from intake.extract.finding import Finding
from intake.extract.grades import LABELLED, LIKELY
from intake.extract.letter import Letter
from intake.extract.organisation_words import ORG_WORD
from intake.extract.people import people
from intake.extract.title.name import organisation

_AFTER_NAME: Final = re.compile(
    r",\s(?!(?:school|afdeling|locatie|vestiging)\b)|\s[–—|-]\s|\s*\(|\btel\b|\s0\d|\S+@|\s(?:i\.?s\.?m\.?|samen\s+met|in\s+samenwerking|in\s+opdracht)\b"
)
_WHO: Final = re.compile(r"^[\s*_>-]*wie\b(?!\s+(?:is|zijn|mag|kan))", re.IGNORECASE)


def labelled(letter: Letter) -> Iterator[Finding]:
    """What a label asks for; "Wie: Oudervereniging De Brug" too, where another label tells for whom it is."""
    whom = [line for line in letter.labelled("audience") if line.own_label]
    who = [line for line in whom if _WHO.match(line.text) and ORG_WORD.search(line.said)]
    who = [line for line in who if len(whom) > 1 or organisation(line.said.strip())]
    for line in [*letter.labelled("organisation"), *who]:
        name = _AFTER_NAME.split(line.said.strip(" .\n"))[0].strip(" ,.(")
        if 2 < len(name) < 90 and not _somebody(name):
            start = line.sheet.text.index(name, line.value)
            grade = LABELLED if line.own_label else LIKELY
            yield letter.find("organisation", name, grade, line, start, start + len(name), "organisation")


def _somebody(name: str) -> bool:
    """Whether what stands behind "Door:" is who speaks there: a person, "onze orthopedagoog"."""
    if ORG_WORD.search(name):
        return False
    named = people(name, 0, len(name))
    return (bool(named) and not name[: named[0][1]].strip(" .drsming")) or not any(c.isupper() for c in name)
