"""Mails of many writers and their kind: what others cancel, what is not sure yet, what is only asked."""

import pytest

from intake.extract.kind import judged
from intake.reading import read
from intake.triage import tag_of
from tests.corpus.short import shorts
from tests.extract.letters import WEEK, message


@pytest.mark.parametrize("mail", shorts("voices"), ids=lambda mail: mail.text[:60])
def test_the_kind_of_a_mail_is_what_its_writer_wants_of_the_desk(mail):
    letter = mail.letter()
    assert judged(letter, tag_of(letter))[0] == mail.kind


@pytest.mark.parametrize(
    ("asked", "kind"), [("", "automatic"), ("Graag opnemen in jullie agenda: ", "activity")]
)
def test_a_newsletter_without_the_headers_of_one_is_known_by_how_to_be_rid_of_it(asked, kind):
    text = f"{asked}Op 9 mei is er om 14.00 uur een netwerkbijeenkomst in Ede. Wilt u deze nieuwsbrief niet meer ontvangen, klik dan hier."
    raw = message(text, subject="Nieuwsbrief april: Landelijke Actieweek Thuiszitters")
    assert read(raw, WEEK).kind == kind
