"""An answer threads, tells machines not to answer it, and no mail's words can become a header of it."""

from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.answers.letter import Facts, Letters, Told, as_html
from intake.answers.message import message
from intake.errors import ConfigError

NOW = datetime(2017, 4, 3, 9, 0, tzinfo=UTC)
FACTS = Facts(
    kind="receipt",
    subject="Actieweek: oudercafé",
    name="Anna de Boer",
    campaign="Landelijke Actieweek Thuiszitters",
    week="8 t/m 12 mei 2017",
    activities=(
        Told(
            "Oudercafé",
            ("di 9 mei, 13.00–15.00",),
            "De Linde, Zwolle",
            "School 1",
            "Anna, anna@school.example",
            missing=("Hoe heet de activiteit?",),
            doubtful=("Locatie: De Linde. Klopt dat?",),
            link="https://desk.example/m/abc",
            link_until="19 mei",
        ),
    ),
)


def made(facts: Facts = FACTS, **given: object):
    known = {
        "sender": "Steunpunt <actieweek@desk.example>",
        "recipient": "anna@school.example",
        "message_id": "1@desk.example",
        "answers": "2@school.example",
        "references": ("0@school.example",),
        "now": NOW,
    }
    return message(Letters().write(facts), **{**known, **given})


def test_a_receipt_plays_back_what_was_understood_and_asks_what_is_not_known():
    text = made().get_body(("plain",)).get_content()
    for told in (
        "Oudercafé",
        "di 9 mei, 13.00–15.00",
        "De Linde, Zwolle",
        "Hoe heet de activiteit?",
        "Klopt dat?",
        "https://desk.example/m/abc",
        "19 mei",
    ):
        assert told in text, told
    assert "\n\n\n" not in text


@pytest.mark.parametrize("kind", ["receipt", "question", "approved", "rejected", "changed", "cancelled"])
@pytest.mark.parametrize("bare", [True, False])
def test_every_letter_can_be_written_of_all_and_of_nothing(kind, bare):
    facts = (
        Facts(kind, "", "", "Week", "8 t/m 12 mei")
        if bare
        else Facts(**{**{n: getattr(FACTS, n) for n in FACTS.__slots__}, "kind": kind, "words": "Dank u."})
    )
    words = Letters().write(facts)
    assert words.text.strip()
    assert "{{" not in words.text
    assert "None" not in words.text


def test_it_threads_and_asks_machines_for_silence():
    one = made()
    assert one["In-Reply-To"] == "<2@school.example>"
    assert one["References"] == "<0@school.example> <2@school.example>"
    assert one["Auto-Submitted"] == "auto-replied"
    assert one["Message-ID"] == "<1@desk.example>"
    assert one["From"].addresses[0].addr_spec == "actieweek@desk.example"


def test_a_thread_that_grew_long_keeps_its_ends():
    ids = tuple(f"{n}@school.example" for n in range(50))
    told = made(references=ids)["References"].split()
    assert (told[0], told[-1], len(told)) == ("<0@school.example>", "<2@school.example>", 11)


@given(st.text(), st.text(), st.text(max_size=40))
def test_no_words_of_a_mail_become_a_header(subject, name, reference):
    one = made(Facts("receipt", subject, name, "Week", "8 t/m 12 mei"), references=(reference,))
    again = message_from_bytes(one.as_bytes(), policy=policy.default)
    assert set(again.keys()) == {
        "From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Auto-Submitted",
        "X-Auto-Response-Suppress", "MIME-Version", "Content-Type",
    }  # fmt: skip
    assert again["To"] == "anna@school.example"
    assert again["Bcc"] is None


@pytest.mark.parametrize("recipient", ["a@x.example\r\nBcc: b@x.example", "a@x.example, b@x.example", ""])
def test_no_address_hides_a_second_one(recipient):
    with pytest.raises((ValueError, IndexError)):
        made(recipient=recipient)


def test_html_says_the_same_and_nothing_of_a_mail_is_markup():
    page = as_html("Beste <b>Anna</b>,\n\n- een\n- twee\n\nZie https://desk.example/a?b=1&c=2.\n")
    assert page == (
        '<!doctype html><html lang="nl"><body><p>Beste &lt;b&gt;Anna&lt;/b&gt;,</p>'
        "<ul><li>een</li><li>twee</li></ul>"
        '<p>Zie <a href="https://desk.example/a?b=1&amp;c=2">https://desk.example/a?b=1&amp;c=2</a>.</p>'
        "</body></html>\n"
    )


def test_a_letter_of_ones_own_goes_before_ours(tmp_path):
    (tmp_path / "receipt.txt").write_text("Onderwerp: Gelukt\nHoi {{ mail.name }}\n")
    words = Letters(str(tmp_path)).write(FACTS)
    assert (words.subject, words.text) == ("Gelukt", "Hoi Anna de Boer\n")
    assert Letters(str(tmp_path)).write(Facts("approved", "x", "", "Week", "")).subject == "Re: x"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("Hoi", "must begin with a line"),
        ("Onderwerp: x\n{{ mail.nme }}", "nme"),
        ("Onderwerp: x\n{% if %}", "cannot be used"),
        ("Onderwerp: x\n{{ mail.__class__.__mro__ }}", "cannot be used"),
    ],
)
def test_what_is_wrong_with_a_letter_of_ones_own_is_told(tmp_path, template, told):
    (tmp_path / "receipt.txt").write_text(template)
    with pytest.raises(ConfigError, match=told):
        Letters(str(tmp_path)).write(FACTS)
