"""Loading this reads a mail: what reading prepares at its first (patterns, words, zones) is there by then.

For the server that the child processes are forked from, which can be told to load a module and nothing else.
"""

from contextlib import suppress
from datetime import date
from typing import Final

from intake.edition import Edition
from intake.errors import BadMail
from intake.handover import read_for_store
from intake.mail.bounds import Bounds

# Something of everything that is looked for in most mails.
_MAIL: Final = """\
From: Anna de Boer <anna@school.example>
To: steunpunt@desk.example
Subject: Landelijke Actieweek Thuiszitters: studiemiddag
Date: Wed, 01 Mar 2017 10:00:00 +0100
Message-ID: <first@school.example>
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<p>Beste collega's,</p>
<p>Graag melden wij onze studiemiddag voor ouders en leerkrachten aan.</p>
<p>Wanneer: dinsdag 9 mei 2017 van 13.30 tot 16.00 uur<br>
Waar: Buurthuis De Linde, Kerkstraat 12, 8011 AB Zwolle<br>
Kosten: gratis, er is plaats voor 40 deelnemers<br>
Aanmelden: v&oacute;&oacute;r 1 mei via <a href="https://school.example/aanmelden">onze website</a></p>
<p>Met vriendelijke groet,<br>Anna de Boer<br>Stichting De Linde<br>06 - 12 34 56 78</p>
"""

for _ in range(2):  # what the first looks for, the index learns with the second
    with suppress(BadMail):  # whoever reads the first mail is told
        read_for_store(
            _MAIL.encode(),
            Edition("Landelijke Actieweek Thuiszitters", date(2017, 5, 8), date(2017, 5, 12)),
            Bounds(),
            None,
        )
