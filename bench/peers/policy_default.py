"""Python's own `email.policy.default` reading one hostile input: headers, addresses, text, attachments.

python -m bench.peers.policy_default NAME
"""

import sys
from email import message_from_bytes
from email.policy import default

from bench.hostile import HOSTILE
from bench.peers.timed import told


def main(name: str) -> None:
    raw = HOSTILE[name]()
    with told() as facts:
        try:
            mail = message_from_bytes(raw, policy=default)
            for value in mail.values():
                str(value)
            body = mail.get_body()
            if body is not None:
                body.get_content()
            list(mail.iter_attachments())
            facts["error"] = ""
        except Exception as error:  # what the peer does with hostile input is what is measured
            facts["error"] = type(error).__name__


if __name__ == "__main__":
    main(*sys.argv[1:])
