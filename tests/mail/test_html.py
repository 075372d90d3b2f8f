"""HTML as a person would type it over."""

import time

import pytest

from intake.mail.html import to_text

TABLE = "<table><tr><th>Wat</th><th>Wanneer</th></tr><tr><td><b>Open dag</b></td><td>9 mei,<br>10.00 uur</td></tr></table>"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Een</p><p>Twee</p>", "Een\n\nTwee"),
        ("<p class=MsoNormal>Een</p><p class=MsoNormal>Twee</p>", "Een\nTwee"),
        ("een<br>twee<br/>drie", "een\ntwee\ndrie"),
        ("<div>een</div><div>twee</div>", "een\ntwee"),
        ("  veel \n\t wit&nbsp;hier  ", "veel wit hier"),
        ("een<b>vet</b>woord en <i>schuin</i> ook", "eenvetwoord en schuin ook"),
        ("&eacute;&#233;&#xe9; &lt;ja&gt; &amp;", "ééé <ja> &"),
        ("<script>alert(1)</script><style>p{}</style><title>x</title>tekst<!-- niet -->", "tekst"),
        ("<!--[if mso]>niet<![endif]-->wel", "wel"),
        ("<ul><li>een</li><li>twee</li></ul>", "- een\n- twee"),
        ("<ol><li>een<li>twee</ol>", "1. een\n2. twee"),
        ("<ul><li>een<ul><li>diep</ul><li>twee</ul>", "- een\n  - diep\n- twee"),
        ('<a href="https://x.nl/a">aanmelden</a> nu', "aanmelden <https://x.nl/a> nu"),
        ('<a href="https://www.x.nl/a/">www.x.nl/a</a>', "www.x.nl/a"),
        ('<a href="mailto:a@x.nl?subject=y">Jan</a>, <a href="mailto:a@x.nl">a@x.nl</a>', "Jan <a@x.nl>, a@x.nl"),
        ('<a href="https://x.nl"><img src=logo.png></a>', ""),
        ('<a href="javascript:x()">klik</a>', "klik"),
        ('<a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.nl%2Fa&amp;data=1">hier</a>', "hier <https://x.nl/a>"),
        (TABLE, "Wat\tWanneer\nOpen dag\t9 mei, 10.00 uur"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>na", "a\tb\nc\td\nna"),
        ("<table><tr><td>een kolom</td></tr><tr><td>onder elkaar</td></tr></table>", "een kolom\nonder elkaar"),
        (f"<table><tr><td>links</td><td>{TABLE}</td></tr></table>", "links\nWat\tWanneer\nOpen dag\t9 mei, 10.00 uur"),
        ("<table><tr><td>logo</td><td>Jan<br>teamleider<br>School<br>Markt 1<br>Ede</td></tr></table>", "logo\nJan\nteamleider\nSchool\nMarkt 1\nEde"),
        ("ja<blockquote>een<br>twee</blockquote>nee", "ja\n> een\n> twee\nnee"),
        ("<div style='display:none'>voorproefje<div>x</div></div>zichtbaar", "zichtbaar"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("2 < 3 en 4 > 3 <3", "2 < 3 en 4 > 3 <3"),
        ('<img alt="a>b">tekst', "tekst"),
        ("<table><tr><td>x<div style='display:none'>nooit gesloten", "x"),
        ("<p>open", "open"),
        ("<", "<"),
        ("tekst <a href=", "tekst"),
        ("", ""),
    ],
)  # fmt: skip
def test_it_reads_as_it_looks(source: str, text: str) -> None:
    assert to_text(source, 1 << 20).text == text


def test_rows_of_data_tables_are_told_apart_from_layout() -> None:
    assert to_text(TABLE, 1 << 20).rows == [("Wat", "Wanneer"), ("Open dag", "9 mei, 10.00 uur")]
    assert to_text("<table><tr><td>een</td><td>twee</td></tr></table>", 1 << 20).rows == []


@pytest.mark.parametrize(
    "unit",
    ["<div>", "<a href=x>", "<b>", "<table><tr><td>", "<table><tr><td>x", "<p><i>", "<", "<!--", "&", "<li>", "<ul><li>", "<blockquote>x",
     "</table>", "<script>", '<a "', "<a x=\"'", "&#x41;", "<br>", "\t", "<tr>", "<td>x", "&nbsp;", "&nbsp;<br>", "<a>&nbsp;"],
)  # fmt: skip
def test_no_html_takes_long(unit: str) -> None:
    source = unit * (500_000 // len(unit))
    began = time.process_time()
    to_text(source, 1 << 20)
    assert time.process_time() - began < 1
