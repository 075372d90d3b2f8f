"""Short labelled mails: lines from a phone, with their kind alone; `short/WRITER.jsonl`, as README.md says."""

import json
from pathlib import Path
from typing import Final, NamedTuple

from intake.extract.finding import Kind
from intake.extract.letter import Letter
from intake.extract.prepare import prepare
from intake.mail.parse import parse_mail
from tests.extract.letters import WEEK, message

FOLDER: Final = Path(__file__).parent / "short"


class Short(NamedTuple):
    """What somebody typed, whether it answers the desk, and what kind of mail it is."""

    kind: Kind
    subject: str
    text: str
    reply: bool

    def letter(self) -> Letter:
        """The mail as it is read, in the week of 8 to 12 May 2017."""
        headers = {"In_Reply_To": "<b@desk.example>"} if self.reply else {}
        return prepare(parse_mail(message(f"{self.text}\n", subject=self.subject, **headers)), WEEK)


def shorts(writer: str) -> list[Short]:
    """The short mails of one writer."""
    lines = (FOLDER / f"{writer}.jsonl").read_text(encoding="utf-8").splitlines()
    return [Short(**{**told, "kind": Kind(told["kind"])}) for told in map(json.loads, lines)]
