"""What a mail tells beyond all bounds is not read, and staff are told so; within them nothing is left out."""

import pytest

from intake.edition import Edition
from intake.reading import read
from store.words import PROBLEMS
from tests.extract.letters import WEEK, message

FIRST = "Voor de Landelijke Actieweek Thuiszitters: op dinsdag 9 mei om 14.00 uur is er een lezing in De Hal te Zeist.\n"


def told(more: str, edition: Edition = WEEK) -> list[str]:
    """What the warnings of a mail with these lines say that was left out."""
    return [
        warning.detail
        for warning in read(message(FIRST + more), edition).warnings
        if warning.code == "too-much"
    ]


@pytest.mark.parametrize(
    ("more", "left_out"),
    [
        (
            "".join(
                f"Spreekuur {n % 5 + 8} mei om {n % 9 + 9}.00 uur en {n % 5 + 8} mei, 13.00 uur.\n"
                for n in range(900)
            ),
            "dagen en tijden",
        ),
        ("".join(f"Kerkstraat {n}, 1234 AB Zeist\n" for n in range(1, 600)), "adressen"),
        ("".join(f"- lezing ‘Thuis {n}’ en film ‘School {n}’\n" for n in range(700)), "namen"),
        ("".join(f"\n{n}. Lezing {n}\n9 mei, 14.00 uur, De Hal\n" for n in range(1, 25)), "activiteiten"),
    ],
    ids=["days", "addresses", "names", "activities"],
)
def test_staff_are_told_where_a_mail_holds_more_than_is_read(more, left_out):
    assert any(left_out in detail for detail in told(more))


@pytest.mark.parametrize(
    "more",
    [
        "",
        "".join(f"Kerkstraat {n}, 1234 AB Zeist\n" for n in range(1, 60)),
        "".join(f"\n{n}. Lezing {n}\n9 mei, 14.00 uur, De Hal\n" for n in range(1, 12)),
    ],
    ids=["one", "addresses", "activities"],
)
def test_nothing_is_said_to_be_left_out_of_what_people_write(more):
    assert told(more) == []


def test_what_was_left_out_has_its_words():
    assert PROBLEMS["too-much"].startswith("Er staat heel veel in")
