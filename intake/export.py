"""A reading as the object that `intake parse --json` prints and the corpus scorer reads."""

from typing import Any

from intake.extract.finding import Draft, Evidence, Finding
from intake.mail.mail import Mail
from intake.reading import Reading


def to_json(reading: Reading, file: str) -> dict[str, Any]:
    """One mail as JSON-able data: kind, tag, texts, drafts by field, attachments by role, warnings.

    Args:
        reading: what was understood.
        file: the name of the file that was read, as the reader of the output knows it.
    """
    mail = reading.mail
    return {
        "file": file,
        "subject": mail.subject,
        "kind": reading.kind.value,
        "tag": reading.tag.value,
        "doubt": reading.doubt,
        "texts": dict(mail.texts),
        "pages": pages_of(mail),
        "drafts": [_draft(draft) for draft in reading.drafts],
        "attachments": [
            {
                "name": part.name,
                "role": part.role.value,
                "type": part.type,
                "size": part.size,
                "sha256": part.sha256,
            }
            for part in mail.parts
        ],
        "defects": list(mail.defects),
        "warnings": [{"code": warning.code, "detail": warning.detail} for warning in reading.warnings],
    }


def pages_of(mail: Mail) -> dict[str, Any]:
    """Of each text with pages, where they start."""
    return {
        source: [{"number": page.number, "start": page.start, "scanned": page.scanned} for page in pages]
        for source, pages in mail.pages.items()
    }


def _draft(draft: Draft) -> dict[str, Any]:
    made = {field: _finding(finding) for field, finding in draft.values.items()}
    for field, rivals in draft.others.items():
        if field in made:
            made[field]["others"] = [_finding(rival) for rival in rivals]
    return made


def _finding(finding: Finding) -> dict[str, Any]:
    value = finding.value
    return {
        "value": [dict(span) for span in value] if isinstance(value, tuple) else value,
        "confidence": finding.confidence,
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        "found_by": finding.found_by,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "source": evidence.source,
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence.text,
    }
