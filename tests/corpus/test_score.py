"""How well the labelled mails are read: the table is printed, and no figure may fall below its bar."""

import json
import sys
import time
import tomllib
from pathlib import Path

import pytest

from intake.edition import Edition
from intake.export import to_json
from intake.reading import read
from tests.corpus.score import score, table

FOLDER = Path(__file__).parent / "dev"

# what of the figures must be reached; a later issue raises them to what is aimed at
BARS = {
    "kind_accuracy": 0.97,
    "tag_accuracy": 0.97,
    "draft_count_accuracy": 0.95,
    "evidence_ok": 1.0,
    "no_touch_rate": 0.8,
    "sure_precision": 0.99,
    "sure_share": 0.6,
}
FIELDS_F1 = 0.95
ROLES_F1, WARNINGS_F1 = 0.97, 0.93
# an agenda entry misleads where one of these is wrong
EACH_F1 = {"dates": 0.97, "contact_email": 0.97, "postcode": 0.97, "city": 0.97, "online": 0.97}


def edition() -> Edition:
    campaign = tomllib.loads((FOLDER / "edition.toml").read_text(encoding="utf-8"))["campaign"]
    return Edition(**{**campaign, "tags": tuple(campaign.get("tags", ()))})


@pytest.fixture(scope="module")
def figures(request):
    begun = time.perf_counter()
    rows = [
        json.dumps(to_json(read(path.read_bytes(), edition()), path.name))
        for path in sorted(FOLDER.glob("*.eml"))
    ]
    spent = time.perf_counter() - begun
    made, errors = score(FOLDER, rows)
    sys.stderr.write("\n".join(errors))  # shown where a bar is missed
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        sys.stdout.write(f"\n{table(made)}\n{len(rows)} mails read in {spent:.1f} s\n")
    return made


@pytest.mark.parametrize("name", BARS)
def test_a_figure_stays_above_its_bar(figures, name):
    assert figures[name] >= BARS[name]


def test_every_labelled_mail_is_read(figures):
    assert figures["parsed"] == figures["mails"] == 80


def test_fields_are_read_well_enough_to_spare_staff_the_typing(figures):
    assert figures["fields"]["f1"] >= FIELDS_F1


@pytest.mark.parametrize("name", EACH_F1)
def test_a_field_that_misleads_when_it_is_wrong_is_read_better_still(figures, name):
    assert figures["by_field"][name]["f1"] >= EACH_F1[name]


def test_attachments_and_warnings_are_told_as_the_guide_says(figures):
    assert figures["attachment_roles"]["f1"] >= ROLES_F1
    assert figures["warnings"]["f1"] >= WARNINGS_F1
