"""The tables that migrations make are the tables that the models mean, on both databases."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from store import log, migrations
from store.database import Store
from store.errors import StoreError
from store.model import Base, MailText
from store.settings import StoreSettings
from tests.store.mails import NOW


def test_migrating_makes_exactly_what_the_models_say(empty_url: str) -> None:
    store = Store(StoreSettings(database=empty_url))
    with pytest.raises(StoreError, match="not made or not up to date"):
        store.check()
    store.migrate()
    with store.connection() as connection:
        opts = {"compare_type": True, "include_name": _has_model}
        context = MigrationContext.configure(connection, opts=opts)
        differences = [one for one in compare_metadata(context, Base.metadata) if not _unseen(one)]
        assert differences == []
        if connection.dialect.name == "sqlite":
            keys = connection.execute(text("PRAGMA foreign_key_list(draft)")).mappings()
            assert {(key["from"], key["table"], key["on_delete"]) for key in keys} == {
                ("mail_id", "mail", "CASCADE"),
                ("about_draft_id", "draft", "SET NULL"),
                ("merged_into_id", "draft", "SET NULL"),
            }
    store.check()
    store.close()


def _has_model(name: str | None, kind: str, _parents: object) -> bool:
    """The index of words is of each database's own kind, which models have no words for."""
    return kind != "table" or not str(name).startswith("search_words")


def _unseen(difference: Any) -> bool:
    """A reference that came with its column, whose ON DELETE SQLAlchemy does not read back from SQLite."""
    return difference[0] in {"remove_fk", "add_fk"} and [column.name for column in difference[1].columns] in (
        ["merged_into_id"],
        ["about_id"],
    )


def test_migrating_twice_changes_nothing(store: Store) -> None:
    with store.begin() as s:
        log.write(s, [log.Entry("a", "b")], NOW)
    store.migrate()
    with store.view() as s:
        assert len(log.history(s)) == 1


def test_what_was_read_before_pages_were_kept_has_none(empty_url: str) -> None:
    store = Store(StoreSettings(database=empty_url))
    with store.connection() as connection, connection.begin():
        config = Config()
        config.set_main_option("script_location", str(Path(migrations.__file__).parent))
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        connection.execute(
            text(
                "INSERT INTO mail (id, sha256, size, whole, origin, message_id, subject, sender_name, sender_email,"
                " kept_at, status, attempts, crashes, reason, doubt, needs_person) VALUES (1, 'a', 1, true, '', '',"
                " '', '', '', '2017-04-03', 'drafted', 0, 0, '', false, false)"
            )
        )
        connection.execute(text("INSERT INTO mail_text (mail_id, texts, passages) VALUES (1, '{}', '[]')"))
    store.migrate()
    with store.view() as s:
        assert s.get_one(MailText, 1).pages == {}
    store.close()


def test_a_database_of_a_newer_version_is_refused_in_words(store: Store) -> None:
    with store.begin() as s:
        s.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="another version of this program"):
        store.migrate()


@pytest.mark.parametrize("statement", ["UPDATE event SET actor = 'x'", "DELETE FROM event"])
def test_nobody_can_change_the_log(store: Store, statement: str) -> None:
    with store.begin() as s:
        log.write(s, [log.Entry("a", "b")], NOW)
    with pytest.raises(DBAPIError, match="only added to"), store.begin() as s:
        s.execute(text(statement))
    with store.view() as s:
        assert [event.actor for event in log.history(s)] == ["a"]


def test_sqlite_is_set_up_to_survive_a_power_cut(open_store: Callable[..., Store]) -> None:
    store = open_store()
    with store.connection() as connection:
        if connection.dialect.name != "sqlite":
            assert connection.scalar(text("SHOW synchronous_commit")) == "on"
            return
        settings = {
            name: connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30000}
