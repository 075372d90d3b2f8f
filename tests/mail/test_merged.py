"""Merged cells of a table in HTML: each row is read with all that holds for it."""

import time

import pytest

from intake.mail.html import to_text

HEAD = "<tr><th>Dag</th><th>Tijd</th><th>Wat</th><th>Waar</th></tr>"


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (
            HEAD
            + '<tr><td rowspan="2">ma 8 mei</td><td>10.00</td><td>Leescafé</td><td rowspan=2>De Hal</td></tr>'
            "<tr><td>14.00</td><td>Voorlezen</td></tr>"
            "<tr><td>di 9 mei</td><td>15.00</td><td>Workshop</td><td>De Kom</td></tr>",
            [
                "Dag\tTijd\tWat\tWaar",
                "ma 8 mei\t10.00\tLeescafé\tDe Hal",
                "ma 8 mei\t14.00\tVoorlezen\tDe Hal",
                "di 9 mei\t15.00\tWorkshop\tDe Kom",
            ],
        ),
        (
            HEAD
            + "<tr><td>ma 8 mei</td><td colspan=2>Open huis, hele dag</td><td>De Hal</td></tr>"
            + "<tr><td>di 9 mei</td><td>15.00</td><td>Workshop</td><td>De Kom</td></tr>",
            [
                "Dag\tTijd\tWat\tWaar",
                "ma 8 mei\tOpen huis, hele dag\t\tDe Hal",
                "di 9 mei\t15.00\tWorkshop\tDe Kom",
            ],
        ),
        (
            "<tr><td rowspan=2>ma 8 mei</td><td>10.00</td><td>Leescafé</td></tr><tr><td>14.00</td><td>Voorlezen</td></tr>",
            ["ma 8 mei\t10.00\tLeescafé", "ma 8 mei\t14.00\tVoorlezen"],
        ),
        (
            "<tr><td rowspan=2>Activiteit</td><td>Wat</td><td>Film</td></tr><tr><td>Waar</td><td>De Kom</td></tr>",
            ["Activiteit\tWat\tFilm", "Waar\tDe Kom"],
        ),
        (
            "<tr><td rowspan=2>logo 1</td><td>Beste lezer,</td></tr><tr><td>Er is een film.</td></tr>",
            ["logo 1\tBeste lezer,", "Er is een film."],
        ),
        (
            HEAD + "<tr><td rowspan=veel>ma 8 mei</td><td>10.00</td><td>Film</td></tr><tr><td>los</td></tr>",
            ["Dag\tTijd\tWat\tWaar", "ma 8 mei\t10.00\tFilm", "los"],
        ),
    ],
)
def test_a_merged_cell_is_said_in_each_row_that_it_holds_for(table, lines):
    assert to_text(f"<table>{table}</table>", 10_000).text.split("\n") == lines


@pytest.mark.parametrize(
    "row",
    [
        "<tr>" + "<td rowspan=40 colspan=40>1 mei" * 3,
        "<tr>" + "<td rowspan=40>1 mei" * 30,
        "<tr><td rowspan=999999999999999999999 colspan=3>1 mei<td>x",
        "<tr><td rowspan=40>1" + "x" * 250 + "<td rowspan=40>y<td>z",
    ],
)
def test_merged_cells_cannot_make_a_long_text_of_a_short_one(row):
    source = "<table>" + row * (200_000 // len(row))
    began = time.process_time()
    text = to_text(source, 300_000).text
    assert time.process_time() - began < 2
    assert len(text) < 3 * len(source)
