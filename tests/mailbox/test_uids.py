"""UIDs are listed completely, whatever the size of the folder and the holes in it."""

import pytest

from intake.mailbox import imapfolder
from intake.mailbox.auth import Password
from intake.mailbox.imapmailbox import ImapMailbox
from tests.mailbox.mails import mail
from tests.mailbox.rig import client, settings
from tests.servers.dovecot import Dovecot


@pytest.mark.parametrize("large", [False, True])
def test_all_uids_above_a_mark_are_listed_once_and_in_order(
    dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch, large: bool
) -> None:
    dovecot.fill(mail(number) for number in range(200))
    gone = [*range(5, 20), *range(30, 150), 199, 200]
    with client(dovecot.port) as colleague:
        colleague.select_folder("INBOX")
        colleague.delete_messages(gone)
        colleague.uid_expunge(gone)
    if large:  # as in a folder of more than 80,000 mails
        monkeypatch.setattr(imapfolder, "UIDS_AN_ANSWER", 10)
        monkeypatch.setattr(imapfolder, "UID_RANGE", 7)
    left = [uid for uid in range(1, 201) if uid not in gone]
    with ImapMailbox(settings(dovecot.port), lambda: Password("pw")) as mailbox:
        mailbox.look("INBOX")
        for mark in (0, 3, 4, 25, 160, 197, 198, 200):
            found = [uid for some in mailbox.uids_above(mark) for uid in some]
            assert found == [uid for uid in left if uid > mark]


def test_names_that_would_change_a_command_are_quoted(dovecot: Dovecot) -> None:
    from intake.errors import MailboxError

    for folder in ('IN"BOX', "Föld\u00e9r", "a\\b", "* (x)"):
        with (
            ImapMailbox(settings(dovecot.port), lambda: Password("pw")) as mailbox,
            pytest.raises(MailboxError, match="opening folder"),
        ):
            mailbox.look(folder)


@pytest.mark.parametrize("keyword", ["Intake)\r\nA1 LOGOUT", "\\Seen", "op de lijst", ""])
def test_a_keyword_that_would_change_a_command_or_a_flag_is_no_setting(keyword: str) -> None:
    with pytest.raises(ValueError, match="keyword must be letters and digits"):
        settings(1, keyword=keyword)
