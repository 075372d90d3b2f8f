"""The cheap look before a pattern never hides a match."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import intake.extract
from intake.extract.index import Index, may_match
from intake.extract.needles import EDGE, needles
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
        (r"(?:work)?shop|lezing", {"shop", "workshop", "lezing"}),
        (r"\b(?:op|naar)\s+uitnodiging", {"|uitnodigi"}),
        (r"(?:niet)?\s*(?:open|dicht)+", {"open", "dicht"}),
        (r"ga(?:at|an)\b[^.]{0,60}", {"gaat|", "gaan|"}),
        (r"(?<!\w)(?:p\.p\.|€)(?!\w)", {"|p|.|p|.", "€"}),
        (r"(?<![\w-])po(?=\s)|[\w-]+school(?!\w)", {"|po|", "school|"}),
        (r"\d{1,2}\s+uur", {"|uur"}),
        (r"co[öo]rdinator", {"coordinato", "coördinato"}),
        (r"[a-z]+", set()),
        (r"avond|\w+", set()),
        (r"x?", set()),
    ],
)
def test_needles_are_what_every_match_must_hold(pattern, wanted):
    found = needles(re.compile(pattern, re.IGNORECASE))
    assert {needle.replace(EDGE, "|") for needle in found} == wanted


PIECES = st.sampled_from(
    [
        *"aonI. ,-('\u0130ſK٣3€\n\t",
        "niet",
        "door",
        "gaat ",
        "po",
        "co",
        "ö",
        "ordinator",
        "uur",
        "School",
        "ß",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_what_matches_anywhere_in_a_text_is_not_hidden_there(text):
    for pattern in (
        r"\bpo\b|[\w-]+school(?!\w)",
        r"\bgaat\b[^.]{0,20}\bniet\s+door\b",
        r"co[öo]rdinator",
        r"\d\s?(?:uur|€)",
        r"(?<!\w)(?:i\.|n)?(?:a|o)(?=\s)",
        r"ini|ss|k3",
    ):
        compiled = re.compile(pattern, re.IGNORECASE)
        assert may_match(compiled, text) or not compiled.search(text)


def test_a_pattern_that_comes_later_is_looked_for_too():
    index = Index()
    first = index.number(re.compile("welkom"))
    assert index.held("Welkom, gratis koffie") >> first & 1
    second = index.number(re.compile("gratis"))
    assert index.held("Welkom, gratis koffie") >> second & 1
    assert not index.held("Welkom, koffie") >> second & 1


def test_a_line_that_may_name_no_organisation_holds_no_word_for_one():
    mails = [parse_mail(path.read_bytes()) for path in sorted(FOLDER.glob("*.eml"))]
    lines = {line for mail in mails for text in mail.texts.values() for line in text.splitlines()}
    lines |= {f"Bij {word} is het" for word in ("school-plein", "Bakker B.V.", "de Wijkteams", "Rijksmuseum")}
    held = {line for line in lines if ORG_WORD.search(line)}
    assert all(may_name(line) for line in held)
    assert sum(map(may_name, lines)) < len(lines) * 0.8, (
        "the look is no use where it passes nearly every line"
    )
