"""Words behind which a name stands: an activity's noun, and what a mail can be about besides."""

import re
from collections.abc import Iterator
from typing import Final

from intake.extract.letter import Letter
from intake.extract.line import Line
from intake.extract.nouns import PHRASES, holds_noun

# things that are shared for the toolbox, and nouns that are too plain to tell an activity by themselves
_THINGS: Final = re.compile(
    r"(?<![\w/.@-])(?:[\w-]*(?:handreiking|werkblad|stappenplan|filmpje|film|documentaire|poster|kaart|folder|brochure|"
    r"podcast|podcastfragment|animatie|video|toolkit|leskist|lespakket|lesbrief|boek|boekje|boekenlegger|gids|checklist|"
    r"draaiboek|spel|kaartspel|protocol|artikel|onderzoek|rapport|format|presentatie|routekaart|wegwijzer|leidraad|"
    r"werkvorm|project|actie|activiteit|avond|middag|ochtend|sessie|les|serie|reeks|toneelstuk|stuk|netwerk|"
    r"campagne|gesprek|show|event|evenement|programma|initiatief))(?![\w@/-])",
    re.IGNORECASE,
)

NAMING: Final = (holds_noun, PHRASES, _THINGS)  # one of these must stand in a line for `naming` to find any


def naming(letter: Letter, line: Line) -> Iterator[tuple[int, int]]:
    """Where the nouns of a line stand behind which a name can follow."""
    for _, start, end in letter.nouns(line):
        yield start, end
    for match in letter.finditer(_THINGS, line):
        yield match.span()
