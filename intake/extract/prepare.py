"""Make a mail ready for the extractors: a `Letter` of sheets and lines."""

from itertools import islice
from typing import Final

from intake.edition import Edition
from intake.extract.letter import Letter
from intake.extract.line import Line
from intake.extract.lines import lines_of
from intake.extract.renewed import renewed
from intake.extract.searches import Searches
from intake.extract.sheets import innermost, sheets, writer
from intake.mail.mail import Mail

# A region's whole programme has 300 lines; a document of a hundred pages would be no announcement. Every line
# is looked at by every extractor, so that this bounds what a mail of endless lines can cost.
MOST_LINES: Final = 3000


def prepare(mail: Mail, edition: Edition) -> Letter:
    """Read who speaks in a mail, and cut what counts into lines; paragraphs are numbered throughout."""
    lines: list[Line] = []
    block = 0
    for sheet in sheets(mail, edition):
        made = list(islice(lines_of(sheet, block + 1), max(0, MOST_LINES - len(lines))))
        lines.extend(made)
        block = made[-1].block + 1 if made else block + 1
    forwarded = innermost(mail, edition) is not None
    lines, changed = renewed(lines)
    return Letter(
        mail, edition, writer(mail, edition), forwarded, tuple(lines), Searches(lines), renewed=changed
    )
