"""Whole mails and what must come out of them: `tests/mails/<case>/mail.eml` and `mail.json` beside it.

A golden is rewritten by `pytest tests --rewrite-goldens` alone; look at the difference before it is committed.
"""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from intake.mail.mail import Mail
from intake.mail.parse import parse_mail

CASES = sorted(path.parent for path in (Path(__file__).parents[1] / "mails").glob("*/mail.eml"))


def _told(mail: Mail) -> dict[str, Any]:
    told = {key: value for key, value in asdict(mail).items() if key != "headers"}
    told["passages"] = [
        {"kind": p.kind, "level": p.level, "sent": p.sent, "from": p.sender and p.sender.email, "subject": p.subject,
         "source": p.source, "text": mail.text_of(p)}
        for p in mail.passages
    ]  # fmt: skip
    return told


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value))


def test_there_are_cases() -> None:
    assert len(CASES) >= 5


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_whole_mail_is_read_as_it_was_agreed(case: Path, request: pytest.FixtureRequest) -> None:
    said = (
        json.dumps(
            _told(parse_mail((case / "mail.eml").read_bytes())), indent=1, ensure_ascii=False, default=_plain
        )
        + "\n"
    )
    golden = case / "mail.json"
    if request.config.getoption("--rewrite-goldens"):
        golden.write_text(said, encoding="utf-8")
    assert golden.exists(), "a golden is missing: look at it with --rewrite-goldens, then commit it"
    assert said == golden.read_text(encoding="utf-8")
