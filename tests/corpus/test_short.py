"""How well short mails are read, in all their fields: the figures are printed, and none falls below its bar."""

import json
import sys

import pytest

from intake.export import to_json
from intake.reading import read
from tests.corpus.score import score
from tests.corpus.short import shorts
from tests.extract.letters import WEEK

# fields F1 and sure_precision, a little below what was measured; of `desk` no mail was looked at for a rule
BARS = {"desk": (0.72, 0.95), "neighbourhood": (0.79, 0.95)}


@pytest.mark.parametrize("writer", BARS)
def test_the_fields_of_short_mails_are_read_as_well(writer, tmp_path, request):
    rows = []
    for number, mail in enumerate(shorts(writer), 1):
        # not all name the week, as all must that are read for it
        raw = mail.raw(f"{mail.subject} - {WEEK.name}")
        label = {"kind": mail.kind.value, "tag": "subject", "attachments": []}
        if mail.drafts is not None:
            label["drafts"] = mail.drafts
        name = f"{number:03}"
        (tmp_path / f"{name}.json").write_text(json.dumps(label), encoding="utf-8")
        (tmp_path / f"{name}.eml").write_bytes(raw)
        rows.append(json.dumps(to_json(read(raw, WEEK), f"{name}.eml")))
    made, errors = score(tmp_path, rows)
    sys.stderr.write("\n".join(errors))  # shown where a bar is missed
    fields, sure = made["fields"]["f1"], made["sure_precision"]
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        sys.stdout.write(f"\nshort mails of {writer}: fields F1 {fields:.3f}, sure {sure:.3f}\n")
    assert made["parsed"] == made["mails"] == 300
    assert made["evidence_ok"] == 1.0
    assert fields >= BARS[writer][0]
    assert sure >= BARS[writer][1]
