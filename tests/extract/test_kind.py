"""What a mail is told by all that it does: each of its sentences is evidence, and none decides alone."""

import pytest

from intake.extract.finding import Kind
from intake.extract.kind import kind_of
from intake.extract.prepare import prepare
from intake.mail.parse import parse_mail
from intake.triage import tag_of
from tests.extract.letters import WEEK, message

NAME = "Landelijke Actieweek Thuiszitters"
A, M, U, Q, X, N = (
    Kind.ACTIVITY,
    Kind.MATERIAL,
    Kind.UPDATE,
    Kind.QUESTION,
    Kind.AUTOMATIC,
    Kind.UNRELATED,
)
GREET = "\n\nMet vriendelijke groet,\nNoor Dekker\nSWV De Brug\n"
REPLY = {"In_Reply_To": "<b@desk.example>"}


def kind(text, subject, **headers):
    letter = prepare(parse_mail(message(text + GREET, subject=subject, **headers)), WEEK)
    return kind_of(letter, tag_of(letter))


ACTIVITIES = [
    (
        NAME,
        "Wij houden op 10 mei om 10.00 uur een ochtend voor docenten die bang zijn het verkeerd te doen. De aula zit vol "
        "met toetsen, dus het wordt de gymzaal.",
    ),
    # announcements that ask something too
    (
        NAME,
        "Wij houden op 10 mei om 20.00 uur een ouderavond in De Hal, Markt 1 te Zeist. Kan dit nog mee in de agenda?",
    ),
    (
        NAME,
        "Op donderdag 11 mei geven wij van 9 tot 12 uur een workshop voor mentoren. Hebben jullie nog posters voor ons? En mogen wij het logo gebruiken?",
    ),
    (
        NAME,
        "Kunt u mij laten weten of onze aanmelding goed is aangekomen? Het gaat om:\n\nWat: Stoelendans\nWanneer: 9 mei 14.00 uur\nWaar: De Hal, Zeist",
    ),
    (
        NAME,
        "Ik heb twee vragen, zie onder. Maar eerst: op vrijdag 12 mei organiseert onze school een sponsorloop, start 10.00 uur op het plein.\n\n1. Hoe groot mag de foto zijn?\n2. Krijgen wij een bevestiging?",
    ),
    (
        f"Vraag over {NAME}",
        "Wij willen graag onze informatieavond aanmelden. Maandag 8 mei, 19.30 - 21.00 uur, Kerkstraat 4 in Epe. Is dat zo voldoende?",
    ),
    # no verb of organising, only what, when, where
    (NAME, "Inloopspreekuur leerplicht\nElke dag van 9 tot 10\nStadhuis, Markt 1, Assen"),
    (f"{NAME} - lezing", "woensdag 10 mei 20.00 uur, De Hal in Soest, gratis"),
    (f"Open dag 11 mei {NAME}", "Wij laten onze nieuwe klas zien. Binnenlopen kan tussen 14 en 17 uur."),
    (
        f"Film Buitenbeentje, vrijdag 12-05, {NAME}",
        "Iedereen is welkom in filmhuis De Lamp in Tiel. Kaarten aan de zaal.",
    ),
    (f"{NAME}", "Bijgaand de flyer van onze middag op 9 mei (aanvang 13.30 uur, De Hal, Zeist)."),
    (
        "Bijdrage aan de actieweek thuiszitters",
        "De leerlingen van het praktijkonderwijs koken op dinsdag 9 mei voor wethouders en ouders. Om 12 uur gaan we aan tafel.",
    ),
    (
        NAME,
        "Hierbij geef ik door dat ons college op 10 mei het manifest ondertekent. De pers is welkom om 11.00 uur in de raadzaal.",
    ),
    (
        NAME,
        "Op ma 8 mei trappen we af met een ontbijt voor alle leerplichtambtenaren uit de regio. Plaats: Raadhuis Best.",
    ),
    (
        NAME,
        "Dit jaar doen wij weer mee. De hele week hangen in de hal van ons gebouw (Lange Weg 3, Goes) tekeningen van kinderen die niet naar school gaan. Vrij te bezichtigen.",
    ),
    (
        NAME,
        "Namens de werkgroep nodig ik u uit voor een gespreksavond over schoolangst op donderdag 11 mei om 19.45 uur. Locatie volgt.",
    ),
    (
        NAME,
        "Wij zijn bezig met een middag voor ib'ers. Het wordt woensdag 10 mei van 13 tot 16 uur, de sprekers zijn nog niet allemaal bekend. Zetten jullie hem alvast op de site?",
    ),
    (
        NAME,
        "Leuk initiatief! Wij sluiten graag aan met een rondetafelgesprek. Datum en tijd laten wij nog weten.",
    ),
    # words of an update that are none
    (
        NAME,
        "Sorry dat ik zo laat ben. Eerder waren we er niet aan toe, maar op 12 mei van 10.00 tot 11.30 uur houden wij een open ochtend.",
    ),
    (
        NAME,
        "Onze jaarlijkse netwerklunch is verplaatst van april naar de actieweek: dinsdag 9 mei, 12.00 uur, De Hal, Zeist. Graag in jullie agenda.",
    ),
    (
        NAME,
        "Op 11 mei om 15 uur is onze workshop 'Verandering begint thuis'. Vorig jaar moest die helaas worden afgelast, nu gaat hij zeker door!",
    ),
    (
        NAME,
        "Bij te weinig aanmeldingen gaat de training op 9 mei (9.00-12.00 uur) niet door. Aanmelden via info@swvdebrug.nl.",
    ),
    (
        NAME,
        "Wij organiseren op 10 mei om 14.00 uur een themamiddag. Afmelden kan tot 5 mei, bij later annuleren brengen wij kosten in rekening.",
    ),
    # words of material that are none
    (
        NAME,
        "Op 9 mei om 13.00 uur presenteren wij in De Hal te Zeist onze handreiking en een film over thuiszitters. Hierbij de flyer.",
    ),
    (
        NAME,
        "Maandag 8 mei openen we om 10 uur de fototentoonstelling 'Lege stoel' in de bibliotheek. Een foto voor bij het bericht stuur ik mee.",
    ),
    (
        "Voor de agenda",
        "Op woensdag 10 mei is er in De Hal een informatiemiddag over thuiszitters, 14.00 uur.",
    ),
    # the desk's agenda is asked, the week is not named
    (
        "Verzoek tot plaatsing in uw agenda",
        "Wij verzorgen op donderdag 11 mei van 13.00 tot 16.00 uur een scholing voor jeugdartsen in De Hal, Zeist. Wilt u deze opnemen in de agenda op uw website?",
    ),
    # one may think of the week by half its name
    ("Activiteit landelijke actieweek", "Op 11 mei om 19.00 uur is er een ouderavond op onze school."),
    (
        NAME,
        "Hallo,\n\nOok Het Baken is van de partij! We gooien op woensdag 10 mei onze deuren open van 13 tot 17 u. Adres: Zeeweg 12, Urk.",
    ),
    (f"Aanmelding {NAME}", "Activiteit: Leesclub\nDag: donderdag\nTijd: 15 uur\nPlek: bibliotheek Urk"),
    (
        f"{NAME}: spelmiddag",
        "De uitnodiging zit in de bijlage. Zouden jullie de middag (10 mei) op de website willen vermelden?",
    ),
    (
        "Persbericht",
        f"PERSBERICHT\n\nThuiszitters in beeld\n\nUrk, 3 februari 2017 - Tijdens de {NAME} is van maandag 8 tot en met vrijdag 12 mei in het gemeentehuis de expositie 'Afwezig' te zien.\n\nNoot voor de redactie: voor meer informatie kunt u bellen met Jan Bos.",
    ),
    (
        f"webinar {NAME}",
        "10 mei | 12:00 - 13:00 | Teams\nWat werkt bij schoolangst? Schrijf je in via www.swvdebrug.nl/webinar",
    ),
    (
        NAME,
        "Dag collega's, mocht er nog plek zijn in het programma: wij willen op dinsdag 9 mei 's avonds graag iets doen voor pleegouders. Om acht uur in het wijkhuis aan de Dorpsstraat 4 in Ens. Heb je meer nodig van mij?",
    ),
    (
        NAME,
        "Zoals net aan de telefoon besproken: 11 mei, 9.30 uur, ontbijt met jongeren en raadsleden, De Hal in Zeist.",
    ),
    (
        NAME,
        "Op de laatste dag van de week houden wij een slotborrel, vanaf 16.00 uur in het Raadhuis. Iedereen die heeft meegedaan mag komen.",
    ),
    (
        f"Fwd: {NAME}",
        "Graag plaatsen!\n\nOp 8 mei is onze studiedag over verzuim, van 9:00 tot 15:30. Hotel De Klok te Best.",
    ),
    (
        NAME,
        "Wij hebben dit jaar drie momenten:\n- ma 8 mei 10 uur opening\n- wo 10 mei 14 uur speurtocht\n- vr 12 mei 16 uur afsluiting\nAlles op het schoolplein, Kerkweg 3 Ens. Nemen jullie dit op?",
    ),
    (
        NAME,
        "Beste redactie, ons spreekuur 'Even bellen' is de hele actieweek open, dagelijks van 16.00 tot 18.00 uur via 0800-1234.",
    ),
    (
        NAME,
        "Helaas konden wij vorig jaar niet meedoen. Dit jaar wel: dinsdag 9 mei om 20.00 uur een theatervoorstelling in De Schouw, Ede.",
    ),
    (
        NAME,
        "Ik stuur u de gegevens van onze kennislunch. Wanneer: 9 mei, 12-13 uur. Waar: Stationsplein 1, Assen. Materiaal en presentaties komen na afloop in de toolbox.",
    ),
    (
        f"Deelname {NAME}",
        "Geacht Steunpunt,\n\nMet genoegen melden wij dat ook onze gemeente deelneemt. Wethouder Van Dijk gaat op woensdagmiddag 10 mei in gesprek met jongeren. Het gesprek vindt plaats van 15.00 tot 16.30 uur in het jongerencentrum, Stationsstraat 8 te Wijchen. Belangstellenden kunnen zich aanmelden via jeugd@wijchen.nl.\n\nMocht u nog vragen hebben, dan hoor ik dat graag.",
    ),
    (
        NAME,
        "hoi, wij gaan 11 mei met de klas lege schoenen op het plein zetten, 1 voor elke thuiszitter in de stad. start half 11. wie wil kan komen kijken. moet ik nog een formulier invullen of is dit genoeg? groet",
    ),
    (
        NAME,
        "Zet ons er maar op: 9 mei 20u lezing dr. Pol over schoolweigering, zaal De Poort Deventer, tientje aan de deur.",
    ),
    (
        f"concept persbericht {NAME}",
        "Ter info het persbericht dat morgen uitgaat. Kunnen jullie het overnemen op jullie agenda?\n\nOp maandag 8 mei opent burgemeester Kok om 11.00 uur het Thuiszitterspunt aan de Laan 3 in Goor.",
    ),
    (
        NAME,
        "Beste mensen, wij willen graag bijdragen met een online vragenuur voor ouders. Dat doen we op dinsdag- en donderdagavond, 20.00-21.00 uur, via Zoom. De link sturen we na aanmelding (vragenuur@x.nl).",
    ),
    (
        NAME,
        "Onze jaarlijkse studiedag valt toevallig in de week: 11 mei. Mag die ook mee? Van 9 tot 4 in Hotel Lunteren, voor intern begeleiders, 95 euro inclusief lunch.",
    ),
    (
        NAME,
        "Naar aanleiding van uw oproep het volgende. Op 10 mei verzorgt mevrouw Blom, orthopedagoog, een lezing. Wilt u ons laten weten wanneer deze op de site staat?",
    ),
]
UPDATES = [
    (
        NAME,
        "De lezing van 9 mei kan helaas geen doorgang vinden wegens ziekte van de spreker. Wilt u hem van de site halen?",
        {},
    ),
    (
        f"Annulering workshop {NAME}",
        "Door te weinig aanmeldingen hebben wij besloten de workshop van woensdag 10 mei te annuleren.",
        {},
    ),
    (f"RE: {NAME}", "We zien helaas af van onze activiteit op 11 mei. Excuses voor het ongemak.", REPLY),
    (f"Re: {NAME}", "De aanvangstijd moet 19.30 uur zijn in plaats van 20.00 uur.", REPLY),
    (
        NAME,
        "In mijn aanmelding van vorige week stond een verkeerd adres. Het juiste adres is Markt 12 in Zeist.",
        {},
    ),
    (
        NAME,
        "Bij onze aangemelde ouderavond van 10 mei is de tijd gewijzigd: we beginnen om 19.00 uur en niet om 19.30 uur.",
        {},
    ),
    (
        "rectificatie",
        f"In de agenda van de {NAME} staat bij ons 8 mei, dat moet 9 mei zijn. Kunt u dat aanpassen?",
        {},
    ),
    (
        "aanpassing",
        f"Twee dingen zijn anders bij onze wandeling op vrijdag 12 mei: we starten om 12.15 uur ipv 12.00 uur en vertrekken vanaf de kerk. Graag wijzigen op de site van de {NAME}.",
        {},
    ),
    (
        f"Re: {NAME}",
        "Dank voor de plaatsing. De link om aan te melden is inmiddels bekend: www.swvdebrug.nl/aanmelden. Kunt u die erbij zetten?",
        REPLY,
    ),
    (f"Re: {NAME}: locatie", "De locatie is nu bekend: De Hal, Markt 1 te Zeist.", REPLY),
    (
        NAME,
        "Onze training van 9 mei is vol. Wilt u bij de vermelding zetten dat aanmelden niet meer kan?",
        {},
    ),
    (
        f"Aanvulling {NAME}",
        "Eerder meldde ik onze open dag op 11 mei aan. Ik was vergeten de tijden te noemen: 10.00 tot 14.00 uur.",
        {},
    ),
    (
        f"VERPLAATST: ouderavond {NAME}",
        "Onze ouderavond van 8 mei wordt verplaatst naar woensdag 10 mei, zelfde tijd en plaats.",
        {},
    ),
    (NAME, "Wij moeten u helaas berichten dat de conferentie op 12 mei is komen te vervallen.", {}),
    (
        NAME,
        "Jammer genoeg moeten wij ons terugtrekken. De speurtocht van 10 mei die bij jullie in de agenda staat kan eraf.",
        {},
    ),
    (
        f"Re: {NAME}",
        "Wilt u de contactpersoon bij onze workshop van 9 mei wijzigen? Dat wordt Kees Bos, k.bos@swvdebrug.nl.",
        REPLY,
    ),
    (
        f"RE: Ontvangstbevestiging {NAME}",
        "Er is een foutje ingeslopen: ons debat is op donderdag 11 mei en niet op woensdag.",
        REPLY,
    ),
    (
        NAME,
        "Onze masterclass die voor 9 mei op de kalender staat schuift een dag op, naar 10 mei. De rest blijft gelijk.",
        {},
    ),
    (
        f"Re: {NAME}",
        "Beste Bart, we hebben een groter zaaltje gevonden. Het wordt nu De Kuip, Havenweg 2. Kun je dat nog veranderen?",
        REPLY,
    ),
    (NAME, "Wij hebben moeten besluiten de ouderavond van 10 mei niet te laten doorgaan.", {}),
    (f"Fwd: {NAME}", "Ter correctie op ons bericht van vorige week: het telefoonnummer is 030-1234567.", {}),
    (
        f"lezing {NAME} - nieuwe datum",
        "De lezing die we voor dinsdag hadden gepland, houden we nu op donderdag 11 mei om 20.00 uur.",
        {},
    ),
    (
        f"Re: {NAME}",
        "Nog even dit: aanmelden voor de workshop van 9 mei kan tot 1 mei via info@x.nl, dat stond niet in mijn eerste mail.",
        REPLY,
    ),
    (NAME, "De workshop van 10 mei zit vol, er is een wachtlijst. Kunnen jullie dat vermelden?", {}),
    (
        f"Re: {NAME}",
        "In de agenda op jullie site staat een foutieve starttijd bij onze inloop. 14.00 uur is goed.",
        REPLY,
    ),
    (
        NAME,
        "Wegens ziekte van onze spreker moeten we de avond van 11 mei afzeggen. We zoeken een nieuwe datum na de zomer.",
        {},
    ),
    (f"Aanmelding 10 mei intrekken - {NAME}", "Graag trekken wij onze aanmelding voor 10 mei in.", {}),
    (
        f"Re: {NAME}",
        "Er komt nog een spreker bij: wethouder Jansen opent de middag van 9 mei. Mag dat er nog bij?",
        REPLY,
    ),
    (NAME, "Vorige week heb ik onze filmavond doorgegeven. De prijs is niet 5 maar 7,50 euro.", {}),
    (
        f"Re: {NAME}",
        "Hoi Marlies,\n\nZou je bij onze activiteit nog willen toevoegen dat er een gebarentolk aanwezig is? Dank!",
        REPLY,
    ),
    (
        NAME,
        "Wij hadden ons aangemeld met een rondleiding op 9 mei. Dat is inmiddels 10 mei geworden, om 14.00 uur.",
        {},
    ),
    (
        NAME,
        "Door omstandigheden kunnen wij op 11 mei helaas niemand ontvangen. Kunt u onze open middag uit de agenda halen?",
        {},
    ),
    (f"let op! {NAME}", "Let op: de ouderavond is niet meer in de aula maar in de gymzaal. Zelfde tijd.", {}),
    (f"Re: {NAME}", "Kleine correctie: mijn nummer is 06-12345678 en niet 06-12345679.", REPLY),
    (
        NAME,
        "Er kunnen meer mensen bij onze training van 9 mei: niet 20 maar 35. Pas je dat aan op de site?",
        {},
    ),
]
QUESTIONS = [
    (
        f"Vraag {NAME}",
        "Wanneer is de uiterste datum om iets aan te melden? En is er dit jaar weer een landelijke opening?",
    ),
    (NAME, "Is de actieweek dit jaar van 8 t/m 12 mei of een week later?"),
    (
        NAME,
        "Kunnen jullie mij vertellen of er op woensdag 10 mei in Utrecht iets te doen is? Ik wil er met mijn dochter heen.",
    ),
    (
        NAME,
        "We denken erover om op 11 mei een ouderavond te houden, maar moeten nog intern overleggen. Wat is de bedoeling qua aanmelden?",
    ),
    (NAME, "Hoe kan ik onze activiteit aanmelden? Is daar een formulier voor?"),
    (
        NAME,
        "Graag ontvang ik meer informatie over de week. Zijn er kosten aan verbonden? Kan een bibliotheek ook meedoen?",
    ),
    (NAME, "Stuurt u ons tien posters toe? Ons adres is Markt 1, 3511 AB Utrecht. Graag voor 8 mei."),
    (NAME, "Heeft u onze aanmelding van 3 februari ontvangen? Wij staan nog niet in de agenda."),
    (NAME, "Bedankt voor de informatie. Ik overleg met mijn team en kom er op terug."),
    (
        NAME,
        "In het directieoverleg van 14 februari is gesproken over de week. Men vraagt zich af wat de toolkit (posters, logo) kost en wanneer die beschikbaar komt. Een antwoord voor 1 maart zou welkom zijn.",
    ),
    (NAME, "Als journalist zou ik graag iemand spreken over de actieweek. Wie kan ik daarvoor benaderen?"),
    (NAME, "Mag ik het logo en het beeldmateriaal gebruiken voor onze schoolkrant?"),
    (
        f"Meedoen aan {NAME}?",
        "Wij overwegen mee te doen. Heeft u voorbeelden van wat scholen vorig jaar hebben gedaan?",
    ),
    (NAME, "Kunt u mij zeggen hoe laat het symposium in Zeist op 9 mei begint en of er nog plek is?"),
    (NAME, "Ik zoek een spreker voor een bijeenkomst in onze regio. Hebben jullie een lijstje met namen?"),
    (
        NAME,
        "Telefonisch lukte het niet, dus dan maar zo: wie is dit jaar het aanspreekpunt voor het mbo? Ik ben maandag en dinsdag tot 15.00 uur bereikbaar op 030 123 45 67.",
    ),
    (
        NAME,
        "Wordt er dit jaar weer een fototentoonstelling georganiseerd? Vorig jaar op 10 mei zijn wij met de klas geweest.",
    ),
    (
        NAME,
        "Fijn dat er aandacht voor is! Ik lees dat de week van 8 tot 12 mei is. Doen jullie ook iets voor ouders?",
    ),
    (NAME, "Kan ik bij jullie terecht voor een gastspreker op onze studiedag van 10 mei?"),
    (NAME, "Ons bestuur wil weten welke samenwerkingsverbanden meedoen. Is er een overzicht beschikbaar?"),
    (NAME, "We doen graag mee maar weten nog niet wat. Heb je tips?"),
    (f"Re: {NAME}", "Dank voor je reactie, helder. We gaan ermee aan de slag en laten van ons horen."),
    (NAME, "Voor wie is de week bedoeld? Mogen ouders zelf ook iets organiseren?"),
    (
        NAME,
        "Wij ontvingen uw brief over de actieweek. Onze school heeft geen thuiszitters en zal niet deelnemen.",
    ),
    (
        f"deadline {NAME}",
        "Op de site staat dat aanmelden kan tot 1 mei, in de nieuwsbrief staat 24 april. Wat is juist?",
    ),
    (NAME, "Zou een van jullie op 9 mei een praatje kunnen houden tijdens ons teamoverleg?"),
    (
        NAME,
        "Wij kregen van ons samenwerkingsverband te horen dat er een actieweek is. Wat houdt dat precies in en wat wordt er van scholen verwacht? Onze teamvergadering is op 9 maart, het zou fijn zijn als ik dan iets kan vertellen.",
    ),
    (NAME, "Ik mis onze activiteit in de agenda, klopt dat?"),
    (NAME, "Dank voor het opnemen van onze activiteit. Ziet er goed uit!"),
    (f"Re: {NAME}", "Helaas kunnen wij dit jaar niet meedoen, de agenda's zitten te vol. Succes ermee!"),
    (
        NAME,
        "Voor onze nieuwsbrief zoeken wij een korte tekst over de week en een logo. Kunt u mij die toesturen? De nieuwsbrief gaat 10 april uit.",
    ),
]
MATERIAL = [
    (NAME, "Voor de toolbox stuur ik jullie onze gesprekskaarten. Jullie mogen ze vrij gebruiken."),
    (
        f"Toolbox {NAME}",
        "Onze leerlingen maakten een animatie over thuiszitten: https://www.swvdebrug.nl/animatie. Delen mag!",
    ),
    (
        NAME,
        "Tijdens de actieweek maakten wij een kort verslag van de opening op 8 mei. Je vindt het op www.swvdebrug.nl/verslag en mag het overnemen.",
    ),
    (
        NAME,
        "Wij hebben een stappenplan voor mentoren ontwikkeld dat ook voor andere scholen bruikbaar is. Het staat op www.swvdebrug.nl/stappenplan.",
    ),
    (
        NAME,
        "Hier nog een paar linkjes die wellicht bruikbaar zijn voor de verzameling op jullie site: www.swvdebrug.nl/verzuim en www.swvdebrug.nl/thuis.",
    ),
    (
        "Lesbrief",
        f"Naar aanleiding van de oproep voor de {NAME}: onze lesbrief over schoolverzuim stellen wij graag beschikbaar, zie www.swvdebrug.nl/lesbrief.",
    ),
    (
        f"Filmpje {NAME}",
        "Onze leerlingen vertellen over hun tijd thuis: https://youtu.be/abc123. Mag gedeeld worden!",
    ),
    (
        NAME,
        "In de bijlage vind je het verslag en enkele foto's van onze themamiddag. Je mag ze op de site zetten.",
    ),
    (NAME, "Wij maakten een poster die scholen kunnen downloaden: www.swvdebrug.nl/poster"),
    (f"Infographic thuiszitters - {NAME}", "Zie link. Gebruik hem gerust: www.swvdebrug.nl/infographic"),
    (
        NAME,
        "Graag attendeer ik u op ons dossier over schoolverzuim met tips voor mentoren: www.swvdebrug.nl/dossier. Wellicht iets voor de toolbox.",
    ),
    (
        f"{NAME}: blog",
        "Ik schreef een blog over mijn zoon die twee jaar thuis zat. Jullie mogen hem plaatsen: www.x.nl/blog.",
    ),
    (
        NAME,
        "Hierbij onze folder 'Ziek of schoolziek?' voor in de toolbox. Drukwerk is op te vragen via info@x.nl.",
    ),
    (
        f"beeld {NAME}",
        "Via WeTransfer staan de foto's van gisteren klaar: https://we.tl/abc. Fotograaf: Jan Bos.",
    ),
]
UNRELATED = [
    ("factuur 2017-118", "Bijgaand treft u onze factuur aan. Wij verzoeken u deze voor 9 mei te betalen."),
    (
        "Vergadering 10 mei",
        "Hierbij de agenda van onze vergadering op woensdag 10 mei om 10.00 uur in Utrecht. Graag uw stukken voor vrijdag.",
    ),
    ("Hulp nodig", "Onze zoon is al maanden thuiszitter en de school doet niets. Wie kan ons helpen?"),
    ("Vraag over tlv", "Geldt een toelaatbaarheidsverklaring ook in een andere regio?"),
    (
        "Uitnodiging afscheid",
        "Op 11 mei neem ik afscheid. Je bent welkom vanaf 16.00 uur in De Hal. Laat je even weten of je komt?",
    ),
    (
        "Offerte drukwerk",
        "Wij drukken uw posters en flyers tegen de scherpste prijs. Bestel voor 12 mei en krijg 10% korting.",
    ),
    (
        "Kennismaken?",
        "Wij leveren software voor verzuimregistratie en komen graag langs. Past 10 mei om 10 uur?",
    ),
    ("Re: declaratie", "Bijgaand de declaratie voor de bijeenkomst van 9 maart."),
    (
        "Training timemanagement 11 mei",
        "Haal meer uit uw dag! Volg onze training op 11 mei van 9.00 tot 17.00 uur in Utrecht. Nu met 20% korting.",
    ),
    ("Vergaderverzoek", "Schikt het dinsdag 9 mei om 13.00 uur? Dan bespreken we de begroting."),
    ("Sollicitatie", "Hierbij solliciteer ik naar de functie van adviseur. Ik kan vanaf 8 mei beginnen."),
    (
        "Regiobijeenkomst passend onderwijs 23 maart",
        "Graag nodigen wij u uit voor onze regiobijeenkomst op 23 maart om 13.00 uur in Zwolle.",
    ),
]
MACHINES = [
    (
        "Afwezig",
        f"Bedankt voor uw mail over de {NAME}. Ik ben met verlof van 1 tot en met 12 mei en lees mijn mail niet.",
        {"X_Auto_Response_Suppress": "All", "Auto_Submitted": "auto-replied"},
    ),
    (f"Automatische reactie: {NAME}", "Wegens vakantie ben ik tot 9 mei niet bereikbaar.", {}),
    (
        "Nieuwsbrief maart",
        "In deze nieuwsbrief: de nieuwe wet, cursussen op 9 en 10 mei van 9.30 tot 16.30 uur. Afmelden voor deze nieuwsbrief kan hier: http://x.nl/u",
        {"List_Unsubscribe": "<http://x.nl/u>"},
    ),
    (
        NAME,
        "Uw bericht is ontvangen. Dit is een automatisch gegenereerde ontvangstbevestiging, u kunt niet op deze mail antwoorden.",
        {},
    ),
    (
        f"Re: {NAME}",
        "Ik ben op dit moment niet op kantoor. Vanaf maandag 15 mei ben ik weer aanwezig. Voor dringende zaken kunt u bellen met 030 123 45 67.",
        REPLY,
    ),
    (
        f"Re: {NAME}",
        "Dank voor uw bericht. Ons kantoor is gesloten van 27 april tot en met 5 mei. Uw mail wordt daarna beantwoord.",
        REPLY,
    ),
    (
        "Uw aanvraag is ontvangen [#4432]",
        f"Bedankt voor uw bericht '{NAME}'. Dit is een automatisch bericht; u hoort binnen 3 werkdagen van ons.",
        {},
    ),
    (
        f"Automatisch antwoord: {NAME}",
        "Ik werk niet meer bij de gemeente. Neem contact op met mijn collega.",
        {},
    ),
]


@pytest.mark.parametrize(("subject", "text"), ACTIVITIES)
def test_a_mail_that_tells_its_own_activity_is_one_whatever_else_it_says(subject, text):
    assert kind(text, subject) is A


@pytest.mark.parametrize(("subject", "text", "headers"), UPDATES)
def test_a_mail_that_changes_what_was_sent_before_is_an_update(subject, text, headers):
    assert kind(text, subject, **headers) is U


@pytest.mark.parametrize(("subject", "text"), QUESTIONS)
def test_a_mail_that_only_asks_or_discusses_is_a_question(subject, text):
    assert kind(text, subject) is Q


@pytest.mark.parametrize(("subject", "text"), MATERIAL)
def test_a_mail_that_shares_something_for_all_to_use_is_material(subject, text):
    assert kind(text, subject) is M


@pytest.mark.parametrize(("subject", "text"), UNRELATED)
def test_ordinary_mail_is_unrelated_whatever_days_it_names(subject, text):
    assert kind(text, subject) is N


@pytest.mark.parametrize(("subject", "text", "headers"), MACHINES)
def test_mail_that_nobody_wrote_for_the_desk_is_automatic(subject, text, headers):
    assert kind(text, subject, **headers) is X


@pytest.mark.parametrize(
    ("text", "headers", "expected"),
    [
        ("Dat is om 14.00 uur.", REPLY, U),
        ("In de Dorpsstraat 1, 8011 AB Zwolle.", REPLY, U),
        ("Het wordt woensdag 10 mei.", REPLY, U),
        ("Kunnen wij ook om 14.00 uur beginnen?", REPLY, Q),
        ("Dank voor de snelle reactie!", REPLY, Q),
        ("Dat is om 14.00 uur.", {"In_Reply_To": "<b@elders.example>"}, Q),
        ("Dat is om 14.00 uur.", {}, Q),
    ],
)
def test_what_answers_the_desk_with_a_day_an_hour_or_a_place_changes_an_activity(text, headers, expected):
    assert kind(f"Beste redactie,\n\n{text}", f"Re: {NAME}", **headers) is expected
