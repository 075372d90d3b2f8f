"""UIDs are listed completely, whatever the size of the folder and the holes in it."""

import pytest

from intake.mailbox import imapfolder
from intake.mailbox.auth import Password
from intake.mailbox.imapmailbox import ImapMailbox
from intake.mailbox.protocol import ServerRefused
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


def test_names_and_keywords_that_would_change_a_command_are_quoted(dovecot: Dovecot) -> None:
    from intake.errors import MailboxError

    dovecot.fill([mail(1)])
    keyword = settings(dovecot.port, keyword="Intake)\r\nA1 LOGOUT")
    with ImapMailbox(keyword, lambda: Password("pw")) as mailbox:
        state = mailbox.look("INBOX")
        with pytest.raises(ServerRefused, match="cannot be a keyword"):
            mailbox.settle("INBOX", state.uidvalidity, [1])
        assert mailbox.look("INBOX").exists == 1
    for folder in ('IN"BOX', "Föld\u00e9r", "a\\b", "* (x)"):
        mailbox = ImapMailbox(settings(dovecot.port), lambda: Password("pw"))
        with pytest.raises(MailboxError, match="opening folder"):
            mailbox.look(folder)
