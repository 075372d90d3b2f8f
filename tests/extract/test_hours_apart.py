"""The part of the day in the name of one activity says nothing of the hours of the next in the same paragraph."""

import pytest

from intake.reading import read
from tests.extract.letters import WEEK, message


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (
            "We doen mee met een filmavond op dinsdag 9 mei om 20.00 uur in De Kom. "
            "Daarnaast is er op donderdag 11 mei van 9.00 tot 11.00 uur een spreekuur voor ouders.",
            ["2017-05-09T20:00", "2017-05-11T09:00"],
        ),
        (
            "Maandag 8 mei is er een ouderavond om half acht in de aula. "
            "Daarnaast is er op woensdag 10 mei van 9.00 tot 10.30 uur een inloop voor leerkrachten.",
            ["2017-05-08T19:30", "2017-05-10T09:00"],
        ),
    ],
)
def test_hours_are_of_their_own_activitys_part_of_the_day(text: str, starts: list[str]) -> None:
    raw = message(
        f"Beste redactie,\n\nVoor de Landelijke Actieweek Thuiszitters:\n\n{text}\n\nGroet,\nNoor Dekker"
    )
    drafts = read(raw, WEEK).drafts
    assert [span["starts"] for draft in drafts for span in draft.values["dates"].value] == starts
