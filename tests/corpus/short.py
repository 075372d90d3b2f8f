"""Short labelled mails: lines from a phone; `short/WRITER.jsonl`, as README.md says."""

import json
from pathlib import Path
from typing import Any, Final, NamedTuple

from intake.extract.finding import Kind
from intake.extract.letter import Letter
from intake.extract.prepare import prepare
from intake.mail.parse import parse_mail
from tests.extract.letters import WEEK, message

FOLDER: Final = Path(__file__).parent / "short"


class Short(NamedTuple):
    """What somebody typed, whether it answers the desk, and what kind of mail it is.

    `drafts` are the labels of its activities, as of a whole mail; None where nobody gave them.
    """

    kind: Kind
    subject: str
    text: str
    reply: bool
    drafts: list[dict[str, Any]] | None = None

    def raw(self, subject: str = "") -> bytes:
        """The message, sent to the desk in February 2017, with another `subject` where one is given."""
        headers = {"In_Reply_To": "<b@desk.example>"} if self.reply else {}
        return message(f"{self.text}\n", subject=subject or self.subject, **headers)

    def letter(self) -> Letter:
        """The mail as it is read, in the week of 8 to 12 May 2017."""
        return prepare(parse_mail(self.raw()), WEEK)


def shorts(writer: str) -> list[Short]:
    """The short mails of one writer."""
    lines = (FOLDER / f"{writer}.jsonl").read_text(encoding="utf-8").splitlines()
    return [Short(**{**told, "kind": Kind(told["kind"])}) for told in map(json.loads, lines)]
