"""The mailbox that everything is measured on: seeded announcements, every third with a large photo."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

# A mail of 25 KB from Outlook, as most come: 3 KB that a person wrote, and the rest is how Word marks it up.
TEXT_BYTES = 2_500
MARKUP_BYTES = 18_000
STYLE = "MsoNormal{margin:0cm;margin-bottom:.0001pt;font-size:11.0pt;font-family:'Calibri',sans-serif;}\n"
PARAGRAPH = """<p class="MsoNormal" style="margin-bottom:12.0pt"><span lang="NL" style="font-size:11.0pt;\
font-family:&quot;Calibri&quot;,sans-serif;color:#1F497D;mso-fareast-language:EN-US">{}<o:p></o:p></span></p>
"""
PHOTO_BYTES = 200_000
PHOTO_EVERY = 3

PLACES = ["Zwolle", "Breda", "Assen", "Delft", "Goes", "Almere", "Venlo", "Hoorn", "Tiel", "Leek"]
THINGS = ["Studiemiddag", "Open lesdag", "Rondetafel", "Oudercafé", "Filmavond", "Wandeling"]
# What organisers write around their facts: sentences of no consequence, which have to be read all the same.
SENTENCES = """
Veel kinderen zitten langer thuis dan nodig is, en dat gaat ons allemaal aan.
Een ervaringsdeskundige vertelt hoe zij de weg naar de klas terugvond en wat haar daarbij hielp.
Daarna gaan we in kleine groepen uiteen om te bespreken wat er morgen al anders kan.
We beginnen met een korte terugblik op wat er sinds vorig jaar is bereikt.
Voor koffie, thee en iets lekkers wordt gezorgd.
Onze leerlingen hebben zelf bedacht wat zij willen laten zien.
Vorig jaar kwamen er meer mensen dan we hadden durven hopen.
Neem gerust iemand mee voor wie dit ook belangrijk is.
Aan het eind is er ruimte om na te praten en elkaar beter te leren kennen.
Parkeren kan achter het gebouw; het station is tien minuten lopen.
Wij geloven dat luisteren de eerste stap is, en dat niemand het alleen hoeft te doen.
Wie vooraf al vragen heeft, kan die gewoon in een antwoord op deze mail zetten.
De uitkomsten delen we later met iedereen die erbij was.
In de hal hangen werken die de kinderen de afgelopen maanden hebben gemaakt.
Het gebouw is goed bereikbaar met een rolstoel.
We hopen van harte dat jullie dit in de agenda willen opnemen.
Graag horen we het als er nog iets ontbreekt.
Een mentor en een moeder vertellen samen hoe zij er uit zijn gekomen.
""".strip().splitlines()


def filler(rng: random.Random, size: int) -> str:
    """Ordinary sentences, about `size` bytes of them in paragraphs."""
    out, length = [], 0
    while length < size:
        out.append(rng.choice(SENTENCES) + ("\n\n" if rng.random() < 0.2 else " "))
        length += len(out[-1])
    return "".join(out)


def announcement(number: int) -> bytes:
    """Mail `number` of the mailbox: the same bytes at every call."""
    rng = random.Random(number)
    place, thing = rng.choice(PLACES), rng.choice(THINGS)
    day, hour = rng.randint(8, 12), rng.randint(9, 19)
    head = (
        f"Beste collega's,\n\nGraag melden wij aan: {thing} nummer {number}.\n\n"
        f"Wanneer: {day} mei 2017 van {hour}.00 tot {hour + 2}.00 uur\n"
        f"Waar: Buurthuis De Linde, Kerkstraat {number % 200 + 1}, {place}\n"
        f"Aanmelden: aanmelden{number}@school{number % 97}.example\n\n"
    )
    foot = (
        f"\n\nMet vriendelijke groet,\n\nAnna de Boer\nSchool {number % 97}\n06 - 12 34 {number % 90 + 10} 78"
    )
    mail = EmailMessage()
    mail["From"] = f"Anna de Boer <anna{number}@school{number % 97}.example>"
    mail["To"] = "steunpunt@desk.example"
    mail["Subject"] = f"Landelijke Actieweek Thuiszitters: {thing} in {place}"
    mail["Date"] = format_datetime(datetime(2017, 3, 1, tzinfo=UTC) + timedelta(minutes=number))
    mail["Message-ID"] = f"<bench-{number}@school{number % 97}.example>"
    text = head + filler(rng, TEXT_BYTES) + foot
    mail.set_content(text)
    marked = "".join(PARAGRAPH.format(p.replace("\n", "<br>\n")) for p in text.split("\n\n"))
    style = STYLE * ((MARKUP_BYTES - len(marked)) // len(STYLE))
    page = f"<html><head><style><!--\n{style}--></style></head><body lang=NL>\n{marked}</body></html>"
    mail.add_alternative(page, subtype="html")
    if number % PHOTO_EVERY == 0:
        photo = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + rng.randbytes(PHOTO_BYTES - 13) + b"\xff\xd9"
        mail.add_attachment(photo, maintype="image", subtype="jpeg", filename=f"foto {number}.jpg")
    return mail.as_bytes()


def large(size: int) -> bytes:
    """One tagged mail with an attachment of `size` bytes, as a camera's film would come."""
    mail = EmailMessage()
    mail["From"] = "Anna de Boer <anna@school.example>"
    mail["To"] = "steunpunt@desk.example"
    mail["Subject"] = "Landelijke Actieweek Thuiszitters: filmpje van de opening"
    mail["Message-ID"] = "<bench-large@school.example>"
    mail.set_content("Hierbij ons filmpje voor de toolbox.\n")
    film = b"\x00\x00\x00\x18ftypmp42" + random.Random(0).randbytes(size - 12)
    mail.add_attachment(film, maintype="video", subtype="mp4", filename="opening.mp4")
    return mail.as_bytes()


def fill(maildir: Path, count: int) -> int:
    """Put the first `count` announcements into a Maildir; gives their size in bytes."""
    total = 0
    for name in ("cur", "new", "tmp"):
        (maildir / name).mkdir(parents=True, exist_ok=True)
    for number, raw in enumerate(map(announcement, range(count))):
        (maildir / "cur" / f"{1_490_000_000 + number}.{number}.bench,S={len(raw)}:2,").write_bytes(raw)
        total += len(raw)
    return total


def announcements(count: int) -> Iterator[bytes]:
    """The first `count` announcements."""
    return map(announcement, range(count))
