"""django-mailbox storing the mailbox: messages and attachments, as its documentation sets it up.

    python -m bench.peers.django_mailbox HOST PORT USER PASSWORD FOLDER

It marks what it read as deleted and expunges it, so it gets a mailbox of its own.
"""

import sys
from pathlib import Path
from urllib.parse import quote

from bench.peers.timed import told


def main(host: str, port: str, user: str, password: str, folder: str) -> None:
    import django
    from django.conf import settings

    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    settings.configure(
        INSTALLED_APPS=["django.contrib.contenttypes", "django_mailbox"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(out / "django.db")}},
        MEDIA_ROOT=str(out / "media"),
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        USE_TZ=True,
    )
    django.setup()
    from django.core.management import call_command
    from django_mailbox.models import Mailbox, Message

    call_command("migrate", verbosity=0)
    mailbox = Mailbox.objects.create(name="desk", uri=f"imap://{quote(user)}:{quote(password)}@{host}:{port}")
    with told() as facts:
        for _ in mailbox.get_new_mail():
            pass
        facts["mails"] = Message.objects.count()


if __name__ == "__main__":
    main(*sys.argv[1:])
