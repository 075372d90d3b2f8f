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
from intake.extract.needles import EDGE, NOTHING, needs
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
    guarded = [pattern for pattern in patterns() if needs(pattern) != NOTHING]
    assert len(guarded) > 20, "the look is no use where it looks for nothing"
    for pattern in guarded:
        for line in lines:
            if pattern.search(line):
                assert may_match(pattern, line), (pattern.pattern, line)


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (r"welkom", ["welkom"]),
        (r"(?:work)?shop|lezing", ["lezing shop workshop"]),
        (r"\b(?:op|naar)\s+uitnodiging", ["|naar| |op| & |uitnodigi"]),
        (r"\bte\s+(?:\w+\s+){0,3}(?:zien|koop)\b", ["koop| zien| & |te|"]),
        (r"\bvol\b|\bgeen\s+plaats|\buitverkocht", ["|geen| & |plaats", "|uitverkoc |vol|"]),
        (r"(?:niet)?\s*(?:open|dicht)+", ["dicht open"]),
        (r"ga(?:at|an)\b[^.]{0,60}", ["gaan| gaat|"]),
        (r"(?<!\w)(?:p\.p\.|€)(?!\w)", ["|p|.|p|. €"]),
        (r"(?<![\w-])po(?=\s)|[\w-]+school(?!\w)", ["school| |po|"]),
        (r"\d{1,2}\s+uur", ["0 1 2 3 4 5 6 7 8 9 & |uur"]),
        (r"\bnog\s+(?:een\s+)?(?:keer|maal)\b", ["|keer| |maal| & |nog|"]),
        (r"co[öo]rdinator", ["coordinato coördinato"]),
        (r"\bp(?:lek|er\s+kind)\b", ["|kind| & |per|", "|plek|"]),
        (r"[a-z]+", [""]),
        (r"avond|\w+", [""]),
        (r"x?", [""]),
    ],
)
def test_needles_are_what_every_match_must_hold(pattern, wanted):
    ways = [
        " & ".join(sorted(" ".join(sorted(needle.replace(EDGE, "|") for needle in group)) for group in way))
        for way in needs(re.compile(pattern, re.IGNORECASE))
    ]
    assert sorted(ways) == sorted(wanted)


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
        r"\b(?:niet|po)\s+(?:door|gaat)\b|\d,?\s?uur|school\b.{0,9}\bniet",
    ):
        compiled = re.compile(pattern, re.IGNORECASE)
        assert may_match(compiled, text) or not compiled.search(text)


def test_a_pattern_that_comes_later_is_looked_for_too():
    index, first, second = Index(), re.compile("welkom"), re.compile("gratis")
    assert index.look(first).may_match(index.held("Koffie")), "nothing is known of it yet"
    index.learn()
    assert index.look(first).may_match(index.held("Welkom, gratis koffie"))
    assert not index.look(first).may_match(index.held("Gratis koffie"))
    index.look(second)
    index.learn()
    assert index.look(second).may_match(index.held("Welkom, gratis koffie"))
    assert not index.look(second).may_match(index.held("Welkom, koffie"))


def test_a_line_that_may_name_no_organisation_holds_no_word_for_one():
    mails = [parse_mail(path.read_bytes()) for path in sorted(FOLDER.glob("*.eml"))]
    lines = {line for mail in mails for text in mail.texts.values() for line in text.splitlines()}
    lines |= {f"Bij {word} is het" for word in ("school-plein", "Bakker B.V.", "de Wijkteams", "Rijksmuseum")}
    held = {line for line in lines if ORG_WORD.search(line)}
    assert all(may_name(line) for line in held)
    assert sum(map(may_name, lines)) < len(lines) * 0.8, (
        "the look is no use where it passes nearly every line"
    )
