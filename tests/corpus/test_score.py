"""How well the labelled mails are read: the table is printed, and each figure has a bar that it must not fall below."""

import json
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
    "kind_accuracy": 0.95,
    "tag_accuracy": 0.95,
    "draft_count_accuracy": 0.93,
    "evidence_ok": 1.0,
}
FIELDS_F1 = 0.92
SURE_PRECISION = 0.96


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
    print(*errors, sep="\n")  # shown where a bar is missed
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("", table(made), f"{len(rows)} mails read in {spent:.1f} s", sep="\n")
    return made


@pytest.mark.parametrize("name", BARS)
def test_a_figure_stays_above_its_bar(figures, name):
    assert figures[name] >= BARS[name]


def test_every_labelled_mail_is_read(figures):
    assert figures["parsed"] == figures["mails"] == 80


def test_fields_are_read_well_enough_to_spare_staff_the_typing(figures):
    assert figures["fields"]["f1"] >= FIELDS_F1


def test_what_is_shown_as_sure_is_right(figures):
    assert figures["sure_precision"] >= SURE_PRECISION
