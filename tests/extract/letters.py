"""Letters for the extractors' tables: real messages, parsed and prepared as the worker does it."""

from collections.abc import Callable, Iterator
from datetime import date
from email.message import EmailMessage

from intake.edition import Edition
from intake.extract.finding import Finding
from intake.extract.letter import Letter
from intake.extract.prepare import prepare
from intake.mail.parse import parse_mail

WEEK = Edition(
    name="Landelijke Actieweek Thuiszitters",
    starts=date(2017, 5, 8),
    ends=date(2017, 5, 12),
    mailbox="desk@desk.example",
)
# another year, another name, a week in another month: nothing may depend on the first
OTHER = Edition(
    name="Week van het Leesplezier",
    starts=date(2026, 3, 16),
    ends=date(2026, 3, 20),
    mailbox="redactie@leesbureau.example",
    tags=("WvhL",),
)


def message(
    text: str,
    subject: str = "activiteit",
    sender: str = "Noor Dekker <n.dekker@swvdebrug.nl>",
    date: str = "Tue, 07 Feb 2017 10:00:00 +0100",
    html: str = "",
    attach: tuple[tuple[str, str, bytes], ...] = (),
    **headers: str,
) -> bytes:
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = "desk@desk.example"
    mail["Subject"] = subject
    mail["Date"] = date
    mail["Message-ID"] = "<1@swvdebrug.nl>"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    for name, kind, content in attach:
        main, _, sub = kind.partition("/")
        mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return mail.as_bytes()


def letter(text: str, edition: Edition = WEEK, **more: str) -> Letter:
    return prepare(parse_mail(message(text, **more)), edition)


Extractor = Callable[[Letter, Edition], Iterator[Finding]]


def found(extractor: Extractor, text: str, field: str, edition: Edition = WEEK, **more: str) -> list[Finding]:
    """The findings of one field, best first; every one of them must show the words it stands on."""
    read = letter(text, edition, **more)
    findings = [finding for finding in extractor(read, edition) if finding.field == field]
    for finding in findings:
        for evidence in finding.evidence:
            if not evidence.source.startswith("header:"):
                whole = read.mail.texts[evidence.source]
                assert whole[evidence.start : evidence.end] == evidence.text
    return sorted(findings, key=lambda finding: -finding.confidence)


def best(extractor: Extractor, text: str, field: str, edition: Edition = WEEK, **more: str) -> object:
    """The value that would fill the field; None where nothing sure enough was found."""
    findings = found(extractor, text, field, edition, **more)
    return findings[0].value if findings and findings[0].confidence >= 0.4 else None
