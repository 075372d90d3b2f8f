"""The cheap look before a pattern never hides a match."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import intake.extract
from intake.extract.needles import may_match, needles
from intake.extract.organisation_words import ORG_WORD, may_name
from intake.mail.parse import parse_mail

FOLDER = Path(__file__).parents[1] / "corpus" / "dev"


def patterns() -> list[re.Pattern[str]]:
    modules = pkgutil.walk_packages(intake.extract.__path__, "intake.extract.")
    rooms = [importlib.import_module(module.name) for module in modules]
    found = {value for room in rooms for value in vars(room).values() if isinstance(value, re.Pattern)}
    return sorted(found, key=lambda pattern: pattern.pattern)


def test_no_pattern_of_ours_matches_a_line_that_lacks_its_needles():
    mails = [parse_mail(path.read_bytes()) for path in sorted(FOLDER.glob("*.eml"))]
    lines = {line for mail in mails for text in mail.texts.values() for line in text.splitlines()}
    guarded = [pattern for pattern in patterns() if needles(pattern)]
    assert len(guarded) > 20, "the look is no use where it looks for nothing"
    for pattern in guarded:
        for line in lines:
            if pattern.search(line):
                assert may_match(pattern, line), (pattern.pattern, line)


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (r"welkom", {"welkom"}),
        (r"(?:work)?shop|lezing", {"shop", "lezing"}),
        (r"\b(?:op|naar)\s+uitnodiging", {"uitnodiging"}),
        (r"(?:niet)?\s*(?:open|dicht)+", {"open", "dicht"}),
        (r"[a-z]+", set()),
        (r"avond|\d+", set()),
        (r"x?", set()),
    ],
)
def test_needles_are_what_every_match_must_hold(pattern, wanted):
    assert needles(re.compile(pattern, re.IGNORECASE)) == wanted


def test_a_line_that_may_name_no_organisation_holds_no_word_for_one():
    mails = [parse_mail(path.read_bytes()) for path in sorted(FOLDER.glob("*.eml"))]
    lines = {line for mail in mails for text in mail.texts.values() for line in text.splitlines()}
    lines |= {f"Bij {word} is het" for word in ("school-plein", "Bakker B.V.", "de Wijkteams", "Rijksmuseum")}
    held = {line for line in lines if ORG_WORD.search(line)}
    assert all(may_name(line) for line in held)
    assert sum(map(may_name, lines)) < len(lines) * 0.8, (
        "the look is no use where it passes nearly every line"
    )
