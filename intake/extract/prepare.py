"""Make a mail ready for the extractors: a `Letter` of sheets and lines."""

from intake.edition import Edition
from intake.extract.letter import Letter, Line
from intake.extract.lines import lines_of
from intake.extract.sheets import innermost, sheets, writer
from intake.mail.mail import Mail


def prepare(mail: Mail, edition: Edition) -> Letter:
    """Read who speaks in a mail, and cut what counts into lines; paragraphs are numbered throughout."""
    lines: list[Line] = []
    block = 0
    for sheet in sheets(mail, edition):
        made = list(lines_of(sheet, block + 1))
        lines.extend(made)
        block = made[-1].block + 1 if made else block + 1
    return Letter(mail, edition, writer(mail, edition), innermost(mail, edition) is not None, tuple(lines))
