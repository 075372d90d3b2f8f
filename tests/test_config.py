"""The configuration: what may be left out, and how each mistake is told."""

import dataclasses
import re
import tomllib
from pathlib import Path

import pytest

from intake.answers.settings import MailOutSettings
from intake.config import EDITION, Config, load
from intake.errors import ConfigError
from intake.mail.bounds import Bounds
from intake.mailbox.settings import MailboxSettings
from intake.schedule import WorkerSettings
from review.settings import OidcSettings, ReviewSettings
from store.settings import StoreSettings

SHIPPED = Path(__file__).parent.parent / "config.toml"


def written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text)
    return path


def test_without_a_file_everything_has_its_default(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert load(None, {}) == Config()


def test_the_file_here_is_read_unless_the_environment_or_the_command_names_another(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("config", "second", "third"):
        (tmp_path / f"{name}.toml").write_text(f'[campaign]\nname = "{name}"\n')
    assert load(None, {}).campaign.name == "config"
    assert load(None, {"INTAKE_CONFIG": "second.toml"}).campaign.name == "second"
    assert load(Path("third.toml"), {"INTAKE_CONFIG": "second.toml"}).campaign.name == "third"


def test_a_desk_that_answers_knows_its_own_address_though_only_the_outgoing_mail_tells_it(tmp_path):
    out = '[mail_out]\nhost = "mail.example.nl"\nsender = "Steunpunt <desk@example.nl>"\n'
    assert load(written(tmp_path, out), {}).campaign.mailbox == "desk@example.nl"
    said = f'[campaign]\nmailbox = "actieweek@example.nl"\n{out}'
    assert load(written(tmp_path, said), {}).campaign.mailbox == "actieweek@example.nl"


def test_a_file_may_change_one_key_and_leave_out_all_others(tmp_path):
    config = load(written(tmp_path, "[campaign]\nends = 2017-05-14\n"), {})
    assert config == Config(campaign=dataclasses.replace(EDITION, ends=config.campaign.ends))
    assert config.campaign.ends.day == 14


def test_the_shipped_file_holds_the_defaults_and_names_every_key(tmp_path, monkeypatch):
    monkeypatch.chdir(SHIPPED.parent)
    assert load(None, {}) == Config()
    uncommented = re.sub(r"(?m)^# (?=\[|[a-z_]+ = )", "", SHIPPED.read_text())
    config = load(written(tmp_path, uncommented), {})
    (mailbox,) = config.mailboxes
    assert mailbox == MailboxSettings(host="imap.example.nl", user="actieweek@example.nl")
    told = tomllib.loads(uncommented)
    oidc = told["review"].pop("oidc")
    assert config.oidc == OidcSettings("https://sso.example.nl/realms/desk", "intake")
    rooms = {
        "campaign": config.campaign,
        "mail_out": config.mail_out,
        "reading": config.reading,
        "retention": config.retention,
        "review": config.review,
        "store": config.store,
        "worker": config.worker,
    }
    sections = [(told[name], settings) for name, settings in rooms.items()]
    for section, settings in [*sections, (told["mailbox"][0], mailbox), (oidc, config.oidc)]:
        assert section.keys() == {field.name for field in dataclasses.fields(settings)}


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("\n[campain]\n", 2, 'no section "campain"; did you mean "campaign"?'),
        (
            "colour = 1",
            1,
            'no section "colour"; known are: campaign, mail_out, mailbox, reading, retention, review, '
            "store, worker",
        ),
        ("[campaign]\n\nstart = 2017-05-08", 3, '[campaign] has no key "start"; did you mean "starts"?'),
        ("[store]\nxyzzy = 1", 2, '[store] has no key "xyzzy"; known are: backoff_longest_seconds, '),
        ("[[mailbox]]\n[[mailbox]]\nhots = 'a'", 3, '[mailbox] has no key "hots"; did you mean "host"?'),
        ("[mailbox]\ntoken-command = []", 2, 'did you mean "token_command"?'),
        ('[campaign]\nstarts = "2017-05-08"', 2, "starts must be a date without quotes"),
        ("[campaign]\nends = 2017-01-01", 2, "ends lies before starts (2017-05-08)"),
        ('[campaign]\ntimezone = "Mars/Noord"', 2, 'no time zone "Mars/Noord"'),
        ('[campaign]\nname = " "', 2, "name must say what the campaign is called"),
        ("campaign = 3", 1, "campaign is a section: write its keys below a line [campaign]"),
        ("mailbox = 3", 1, "write its keys below a line [[mailbox]]"),
        ('[mailbox]\nport = "993"', 2, 'port must be a whole number without quotes, not "993"'),
        ("[mailbox]\nport = -1", 2, "port must be zero or more, not -1"),
        ("[mailbox]\nhost = 3", 2, 'host must be text in quotes: "3"'),
        ('[mailbox]\ntls = "ssl"', 2, 'tls must be one of "tls", "starttls", "none", not "ssl"'),
        ('[mailbox]\nfolders = "INBOX"', 2, 'folders must be a list: ["INBOX"]'),
        ('[mailbox]\nlook_in_documents = "ja"', 2, "look_in_documents must be true or false"),
        ("[reading]\nseconds = true", 2, "seconds must be a number without quotes, not true"),
        ("[mailbox]\nport = inf", 2, "port must be a whole number without quotes, not inf"),
        ("[worker]\ndrafting_seconds = nan", 2, "drafting_seconds must be a number without quotes, not nan"),
        ("[mailbox]\n\nport = 65536", 3, "port must be from 1 to 65535, not 65536: ports have"),
        ("[mailbox]\nbreaks_a_mail = 0", 2, "breaks_a_mail must be from 1 to 100, not 0: at 0 no mail would"),
        ("[mailbox]\npiece_bytes = 0", 2, "piece_bytes must be from 4096 to 67108864, not 0: each piece"),
        (
            "[mailbox]\nidle_seconds = 3600",
            2,
            "idle_seconds must be from 0.1 to 1740, not 3600.0: servers may",
        ),
        ("[mailbox]\nbatch_mails = 0", 2, "batch_mails must be from 1 to 500, not 0: more do not fit"),
        ("[mailbox]\nmax_size = 0", 2, "max_size must be from 65536 to 4294967295, not 0: below it"),
        ("[mailbox]\nread_seconds = 0", 2, "read_seconds must be from 0.1 to 3600, not 0.0: 0 would fail"),
        ("[store]\nlease_seconds = 0", 2, "lease_seconds must be from 5 to 86400, not 0: a shorter lease"),
        ("[store]\nmax_attempts = 0", 2, "max_attempts must be from 1 to 100, not 0: at 0 no mail would"),
        ("[store]\n\nblob_grace_hours = 0", 3, "blob_grace_hours must be from 1 to 8760, not 0: what is"),
        ("[store]\nblob_threads = 100", 2, "blob_threads must be from 1 to 64, not 100: without one"),
        ("[store]\nbusy_seconds = -1", 2, "busy_seconds must be zero or more, not -1"),
        ("[worker]\ndrafting_batch = 0", 2, "drafting_batch must be from 1 to 10000, not 0: at 0 no mail"),
        ("[worker]\nheartbeat_seconds = 0", 2, "heartbeat_seconds must be from 1 to 86400, not 0.0: the log"),
        ("[reading]\nseconds = 0", 2, "seconds must be from 0.1 to 3600, not 0.0: with less no mail"),
        ("[reading]\nmemory_mb = 0", 2, "memory_mb must be from 256 to 65536, not 0: a child that reads"),
        ("[reading]\nprocesses = 0", 2, "processes must be from 1 to 64, not 0: without one no mail"),
        ("[reading]\nparts = 0", 2, "parts must be from 1 to 10000, not 0: a mail has one part"),
        ("[mailbox]\nport = 1\nfolders = []", 3, "[mailbox] folders must name what to look into"),
        ('[mailbox]\nfolders = ["INBOX", ""]', 2, "folders must name what to look into"),
        ('[mailbox]\nfolders = ["INBOX", "inbox"]', 2, "folders must name each folder once"),
        ('[mailbox]\nkeyword = "op de lijst"', 2, "keyword must be letters and digits"),
        ('[mailbox]\nsettle = "move"', 2, 'settle = "move" needs the key move_to'),
        (
            '[[mailbox]]\n[[mailbox]]\nsettle = "move"\nmove_to = "inbox"',
            4,
            'move_to must be a folder that is not one of folders, not "inbox": what is moved there would be',
        ),
        ('[mailbox]\nauth = "token-command"', 2, "needs the key token_command"),
        ('[mailbox]\nauth = "microsoft"\ntenant = "x"', 2, "needs the keys tenant and client_id"),
        ('[[mailbox]]\nname = "a"\n[[mailbox]]\nname = "a"', 4, "two mailboxes have the same name"),
        ('[review]\n\naddress = "http://desk.example.nl"', 3, "address must begin with https://"),
        ('[review]\n\n[review.oidc]\nclient_id = "x"', 3, '[review.oidc] needs the key "issuer"'),
        ('[review.oidc]\nissuer = "http://a.nl"\nclient_id = "x"', 2, "issuer must begin with https://"),
        ('[review.oidc]\nsecret = "x"', 2, 'client_secret_env = "..."'),
        ('[review]\nhost = "0.0.0.0"', 1, "needs the key address"),
        ("[retention]\ndays_after_week = -1", 2, "days_after_week must be zero or more, not -1"),
        ("[store]\nmax_attempts = 2.5", 2, "max_attempts must be a whole number"),
        ('[store]\nblobs = "$NOWHERE/blobs"', 2, "the environment variable NOWHERE is not set"),
        ('[store]\n\ndatabase = "intake.db"', 3, "[store] database: the database is no URL: write sqlite"),
        ('[store]\ndatabase = "mysql://h/x"', 2, "database: no database of the kind 'mysql': write sqlite"),
        ('[store]\ndatabase = "sqlite://"', 2, "SQLite needs a file, to be kept at all: write sqlite"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_to_write(tmp_path, text, line, told):
    path = written(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load(path, {})
    assert str(caught.value).startswith(f"{path} line {line}: ")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


# Of these 0 has a meaning: nothing of it is read, or there is no wait.
MAY_BE_NOTHING = {
    "mailbox": {"document_peek", "documents_a_mail", "stream_above"},
    "store": set(),
    "worker": {"stop_seconds"},
    "reading": {
        *(
            "attached_levels",
            "document",
            "document_text",
            "container",
            "ocr_pages",
            "ocr_page_pixels",
            "ocr_pixels",
        ),
        *("ocr_least_pixels", "picture", "little_text", "document_letters"),
    },
    "review": {"port", "picture_cache_mb"},
    "mail_out": {"hold_seconds", "link_days", "digest_soon_days"},
}


@pytest.mark.parametrize(
    ("section", "kind"),
    [
        ("mailbox", MailboxSettings),
        ("store", StoreSettings),
        ("worker", WorkerSettings),
        ("reading", Bounds),
        ("review", ReviewSettings),
        ("mail_out", MailOutSettings),
    ],
)
def test_zero_is_refused_of_each_number_that_cannot_work_at_zero(tmp_path, section, kind):
    numbers = {one.name for one in dataclasses.fields(kind) if type(one.default) in (int, float)}
    assert MAY_BE_NOTHING[section] < numbers
    for key in MAY_BE_NOTHING[section]:
        load(written(tmp_path, f"[{section}]\n{key} = 0"), {})
    for key in numbers - MAY_BE_NOTHING[section]:
        with pytest.raises(ConfigError, match=rf"line 2: {key} must be from \S+ to \d+, not 0"):
            load(written(tmp_path, f"[{section}]\n{key} = 0"), {})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "[store\n",
            "is not valid TOML: expected ']' at the end of a table declaration (at line 1, column 7)",
        ),
        ("[[mailbox]]\n[[mailbox]]", "two mailboxes have the same name"),
    ],
)
def test_a_mistake_of_the_whole_file_is_told(tmp_path, text, told):
    with pytest.raises(ConfigError, match=re.escape(told)):
        load(written(tmp_path, text), {})


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    with pytest.raises(ConfigError, match="No such file"):
        load(tmp_path / "none.toml", {})
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path, {})
    path = tmp_path / "latin.toml"
    path.write_bytes(b'[campaign]\nname = "caf\xe9"')
    with pytest.raises(ConfigError, match="not UTF-8"):
        load(path, {})


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ('[[mailbox]]\npassword = "h3el-geheim"', 'password_env = "..."'),
        ('[[mailbox]]\nclient_secret = "h3el-geheim"', 'client_secret_env = "..."'),
        ('[[mailbox]]\npassword_env = "h3el-geheim!"', "the name of an environment variable"),
        ('[store]\ndatabase = "postgresql://u:h3el-geheim@host/intake"', "PGPASSWORD"),
        ('[store]\ndatabase = "postgresql://u:h3el/geheim@host/intake"', "PGPASSWORD"),
        ('[store]\ndatabase = "postgresql://u:h3el@geheim@host/intake"', "PGPASSWORD"),
        ('[store]\ndatabase = "postgresql://u/v:geheim@host/intake"', "PGPASSWORD"),
        ('[store]\ndatabase = "postgresql://u@host/intake?password=geheim"', "PGPASSWORD"),
        ('[store]\ndatabase = "postgresql://u@host/intake?SSLpass%77ord=geheim"', "PGPASSWORD"),
        ('[store]\ndatabase = "postgresql://u:h3el@host:geheim/x"', "the database is no URL"),
        ('[store]\nblobs = "s3://KEY:h3el/geheim@bucket"', "AWS_SECRET_ACCESS_KEY"),
        ('[store]\nbucket_endpoint = "https://KEY:h3elgeheim@host"', "AWS_SECRET_ACCESS_KEY"),
        ('[store]\nsecret = "h3el-geheim"', 'take "secret" out'),
    ],
)
def test_a_secret_in_the_file_is_refused_and_not_repeated(tmp_path, text, advice):
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, text), {})
    assert advice in str(caught.value)
    assert "line 2" in str(caught.value)
    assert "geheim" not in str(caught.value)


def test_a_relative_path_starts_at_the_file_and_a_default_where_the_command_was_started(tmp_path):
    config = load(written(tmp_path, '[store]\ndatabase = "sqlite:///data/x.db"\nblobs = "data/b"'), {})
    assert config.store.database == f"sqlite:///{tmp_path}/data/x.db"
    assert config.store.blobs == f"{tmp_path}/data/b"
    assert load(written(tmp_path, ""), {}).store.blobs == "var/blobs"


def test_what_is_no_relative_path_stays_as_it_is(tmp_path):
    text = '[store]\ndatabase = "sqlite:////srv/x.db"\nblobs = "s3://bucket/prefix"'
    assert load(written(tmp_path, text), {}).store.database == "sqlite:////srv/x.db"
    assert load(written(tmp_path, text), {}).store.blobs == "s3://bucket/prefix"
    text = '[store]\ndatabase = "postgresql://intake@host/intake"'
    assert load(written(tmp_path, text), {}).store.database == "postgresql://intake@host/intake"


def test_a_path_may_name_an_environment_variable(tmp_path):
    path = written(
        tmp_path, '[store]\nblobs = "$STATE_DIRECTORY/blobs"\n[mailbox]\nca_file = "${CERTS}/ca.pem"'
    )
    config = load(path, {"STATE_DIRECTORY": "/var/lib/intake", "CERTS": "certs"})
    assert config.store.blobs == "/var/lib/intake/blobs"
    assert config.mailboxes[0].ca_file == f"{tmp_path}/certs/ca.pem"
