"""The day of a table's row that stands once for several: merged, left empty below, or over the whole width."""

import pytest

from intake.reading import read
from tests.extract.letters import WEEK, message

INTRO = "Voor de Landelijke Actieweek Thuiszitters doen wij mee met:"
HEAD = "<tr><th>Dag</th><th>Tijd</th><th>Wat</th><th>Waar</th></tr>"
TWO = ["2017-05-08T10:00", "2017-05-08T14:00", "2017-05-09T15:00"]
WHERE = ["Ede", "Soest", "Zeist"]


def told(raw: bytes) -> tuple[list[str], list[str]]:
    """The starts and the cities of the drafts, each of which stands on words of the mail."""
    made = read(raw, WEEK)
    for draft in made.drafts:
        for finding in draft.values.values():
            for shown in finding.evidence:
                if not shown.source.startswith("header:"):
                    assert made.mail.texts[shown.source][shown.start : shown.end] == shown.text
    starts = [span["starts"] for draft in made.drafts for span in draft.values["dates"].value]
    return starts, [draft.values["city"].value for draft in made.drafts]


@pytest.mark.parametrize(
    ("rows", "cities"),
    [
        (
            HEAD
            + "<tr><td rowspan=2>maandag 8 mei</td><td>10.00</td><td>Leescafé</td><td>Bieb, Ede</td></tr>"
            + "<tr><td>14.00</td><td>Voorleesmiddag</td><td>De Hal, Soest</td></tr>"
            + "<tr><td>di 9 mei</td><td>15.00</td><td>Workshop</td><td>De Kom, Zeist</td></tr>",
            WHERE,
        ),
        (
            HEAD
            + "<tr><td>ma 8 mei</td><td>10.00</td><td>Leescafé</td><td rowspan=3>Bieb, Ede</td></tr>"
            + "<tr><td>ma 8 mei</td><td>14.00</td><td>Voorleesmiddag</td></tr>"
            + "<tr><td>di 9 mei</td><td>15.00</td><td>Workshop</td></tr>",
            ["Ede", "Ede", "Ede"],
        ),
        (
            "<tr><th>Tijd</th><th>Wat</th><th>Waar</th></tr><tr><td colspan=3>Maandag 8 mei</td></tr>"
            "<tr><td>10.00</td><td>Leescafé</td><td>Bieb, Ede</td></tr>"
            "<tr><td>14.00</td><td>Voorleesmiddag</td><td>De Hal, Soest</td></tr>"
            "<tr><td colspan=3>Dinsdag 9 mei</td></tr>"
            "<tr><td>15.00</td><td>Workshop</td><td>De Kom, Zeist</td></tr>",
            WHERE,
        ),
    ],
)
def test_what_is_merged_holds_for_each_row(rows: str, cities: list[str]) -> None:
    raw = message("", html=f"<p>{INTRO}</p><table>{rows}</table><p>Groet,<br>Noor Dekker</p>")
    assert told(raw) == (TWO, cities)


def test_a_day_left_empty_is_the_one_above() -> None:
    table = "Dag\tTijd\tWat\tWaar\nma 8 mei\t10.00\tLeescafé\tBieb, Ede\n\t14.00\tVoorleesmiddag\tDe Hal, Soest\ndi 9 mei\t15.00\tWorkshop\tDe Kom, Zeist"
    assert told(message(f"{INTRO}\n\n{table}")) == (TWO, WHERE)


def test_a_programme_under_a_merged_day_is_one_activity() -> None:
    rows = (
        "<tr><th>Dag</th><th>Tijd</th><th>Onderdeel</th></tr>"
        "<tr><td rowspan=3>di 9 mei</td><td>9.30</td><td>Inloop met koffie</td></tr>"
        "<tr><td>10.00</td><td>Lezing over angst</td></tr><tr><td>12.00</td><td>Lunch</td></tr>"
    )
    made = read(message("", html=f"<p>{INTRO}</p><table>{rows}</table>"), WEEK)
    assert len(made.drafts) == 1
    (span,) = made.drafts[0].values["dates"].value
    assert span["starts"].startswith("2017-05-09")
