"""What staff read: every code has its words, and days and times look as the desk writes them."""

from datetime import date

import pytest

from intake import words
from intake.extract.finding import Kind
from store.when import long, when

# The corpus guide's warnings.
WARNINGS = (
    "weekday-mismatch",
    "outside-week",
    "no-date",
    "no-place",
    "closed",
    "conflict",
    "cancelled",
    "suspicious-attachment",
    "on-behalf",
)


@pytest.mark.parametrize("code", WARNINGS)
def test_every_warning_has_its_words(code):
    assert words.problem(code) != code
    assert words.problem(code, "flyer.pdf").endswith("(flyer.pdf)")


def test_a_code_without_words_is_shown_and_not_hidden():
    assert words.problem("brand-new", "x") == "brand-new (x)"


def test_every_kind_of_mail_and_of_change_has_its_words():
    assert words.KINDS.keys() == {kind.value for kind in Kind}
    assert words.CHANGES.keys() == {"cancelled", "changed", "added"}


def test_sentences_are_short_and_plain():
    for code, sentence in words.PROBLEMS.items():
        assert len(sentence.split()) <= 14, code
        assert sentence[0].isupper(), code
        assert not sentence.endswith("."), code


@pytest.mark.parametrize(
    ("spans", "told"),
    [
        ([], ["nog geen dag"]),
        ([("2017-05-09", None)], ["di 9 mei"]),
        ([("2017-05-09T13:00", None)], ["di 9 mei, 13.00"]),
        ([("2017-05-09T09:05", "2017-05-09T17:00")], ["di 9 mei, 9.05–17.00"]),
        ([("2017-05-08", "2017-05-12")], ["ma 8 mei – vr 12 mei"]),
        ([("2017-05-08T20:00", "2017-05-09T02:00")], ["ma 8 mei, 20.00 – di 9 mei, 2.00"]),
        ([("2017-05-08", None), ("2017-05-10", None)], ["ma 8 mei", "wo 10 mei"]),
        ([(f"2017-05-{day:02}T09:00", None) for day in range(8, 13)], ["ma 8 mei – vr 12 mei", "5 keer"]),
    ],
)
def test_days_look_as_the_desk_writes_them(spans, told):
    assert when([{"starts": starts, "ends": ends} for starts, ends in spans]) == told


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2017, 5, 8), date(2017, 5, 12), "8 t/m 12 mei 2017"),
        (date(2017, 5, 29), date(2017, 6, 2), "29 mei t/m 2 juni 2017"),
        (date(2017, 12, 29), date(2018, 1, 2), "29 december t/m 2 januari 2018"),
    ],
)
def test_the_week_is_told_with_its_year(first, last, told):
    assert long(first, last) == told
