"""A table of labels above the closing is the mail's, and no signature."""

from intake.reading import read
from tests.extract.letters import WEEK, message

ROWS = [
    ("Activiteit", "Verhalenkast – schrijfworkshop voor tieners"),
    ("Dag en tijd", "vrijdag 12 mei 2017, 10.00-12.30 uur"),
    ("Adres", "Bibliotheek Tiel, Agnietenstraat 28, 4001 NB Tiel"),
    ("Contactpersoon", "Noor Wammes, 0344-621 905, n.wammes@bibliotheek.nl"),
]


def test_a_table_right_above_the_closing_of_a_sender_without_a_name_is_read():
    table = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in ROWS)
    html = (
        "<p>Goedemiddag,</p><p>Voor de Landelijke Actieweek Thuiszitters melden wij onderstaande activiteit aan.</p>"
        f"<table>{table}</table><p>Hartelijke groet,<br>team Programmering<br>Bibliotheek Rivierstreek</p>"
    )
    raw = message("", subject="Aanmelding", sender="programmering@bibliotheek.nl", html=html)
    (made,) = read(raw, WEEK).drafts
    assert made.values["city"].value == "Tiel"
    assert made.values["dates"].value[0]["starts"] == "2017-05-12T10:00"
