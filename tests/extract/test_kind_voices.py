"""Mails of many writers and their kind: what others cancel, what is not sure yet, what is only asked."""

import pytest

from intake.extract.kind import kind_of
from intake.extract.prepare import prepare
from intake.mail.parse import parse_mail
from intake.reading import read
from intake.triage import tag_of
from tests.extract.letters import WEEK, message

VOICES = [
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Onze filmavond is gepland op dinsdag 9 mei van 19.30 tot 21.30 uur, in De Hal te Zeist. Aan onze aanpak is niets veranderd.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Op dinsdag 9 mei lopen wij een tocht langs vijf scholen. We vertrekken om tien uur en om half twaalf zijn we weer in de kantine.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Wij staan nog niet op jullie lijst, maar doen graag mee: op dinsdag 9 mei om 14.00 uur is er een workshop in De Hal te Zeist.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Op dinsdag 9 mei om 14.00 uur is er een workshop in De Hal te Zeist. Opgeven kan niet later, aanmelden kan niet meer dan een week vooraf.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Hierbij het programma van onze workshop op dinsdag 9 mei (14.00 tot 16.00 uur). Wijzigingen zijn voorbehouden.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Ons bureau komt in de week met een rondetafelgesprek. Wanneer en waar is nog niet bekend. Kun je ons er alvast bij zetten?",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "De gemeente Zeist doet mee met een symposium. In welke zaal moet nog blijken, over de dag hoort u ons wanneer die bekend is. Houdt u een plekje vrij?",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Van 8 tot en met 12 mei hangen er portretten van leerlingen in onze hal.",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Graag zou ik van u vernemen:\n\n- of wij in plaats van op 9 mei ook in de week erna iets mogen doen;\n- of er sprekers zijn en wat dat kost.",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Voordat wij onze ouderavond van 9 mei vastleggen willen wij weten of jullie een spreker kunnen leveren.",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Voor ons college verzoek ik u mij te berichten of gemeenten op 9 mei ook kunnen deelnemen.",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Als vader wil ik op 9 mei graag naar een bijeenkomst. Waar vind ik wat er is?",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "Onze workshop schuift van dinsdag 9 naar donderdag 11 mei, om 14.00 uur.",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "Door griep zetten wij de workshop van onze school helaas niet door.",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "De workshop komt niet van de grond: er waren te weinig mensen.",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "De kelder staat blank. We zitten nu in De Vonk, Kerkstraat 3 in Zeist. Dag en tijd zijn zoals gemeld.",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "In onze eerdere aanmelding is het telefoonnummer verwisseld. Het goede nummer is 030 123 45 67.",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "Onze workshop van 10 mei is helemaal volgelopen. Kunt u dat op de site zetten?",
    ),
    (
        "activity",
        "deze gaat gewoon door",
        "Door de verbouwing zijn al mijn cursussen in mei vervallen, maar deze doe ik wél: woensdag 10 mei om 15.30 uur online via Teams, voor mentoren. Mag op jullie lijst voor de actieweek thuiszitters.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Veel activiteiten gaan dit jaar niet door, maar onze lezing wel! Dinsdag 9 mei om 20.00 uur in De Hal te Zeist.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Vorige week moesten wij onze open dag afzeggen. Gelukkig kan onze ouderavond op 10 mei om 19.30 uur wel doorgaan, in de aula aan de Kerkstraat 4 te Epe. Graag op de agenda.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Vorig jaar is onze filmavond helaas niet doorgegaan. Dit jaar doen we het over: vrijdag 12 mei, 20.00 uur, Filmhuis De Keizer in Deventer. Gratis.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "De aula is verbouwd, dus het is in de gymzaal: op 9 mei om 14.00 uur houden wij een stoelendans voor alle leerlingen.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Vorige keer ging de aanmelding fout, dus nu op tijd. Op dinsdag 9 mei van 13 tot 16 uur geven wij een training voor leerplichtambtenaren in het stadhuis.",
    ),
    (
        "activity",
        "Vraagje",
        "Kan dit nog in de agenda van de actieweek thuiszitters?\n\nLezing 'Thuis'\n10 mei, 20.00 uur\nBibliotheek Ede\n\nEn weten jullie al of er dit jaar weer posters zijn?",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Zouden jullie onze workshop willen meenemen? Dinsdag 9 mei, 14.00-16.00 uur, Kerkstraat 3 in Epe. Of moet dat via een formulier?",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Onze leerlingen spelen in uw week een stuk voor ouders. Of dat op dinsdag of op vrijdag zal zijn hangt nog af van de zaal. Neemt u ons alvast op?",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Er komt een spreekuur voor ouders. Nemen jullie dat mee? De dag volgt nog.",
    ),
    (
        "activity",
        "Fwd: Landelijke Actieweek Thuiszitters",
        "Dit kreeg ik op mijn eigen adres in plaats van in de mailbox. Onze lezing is op dinsdag 9 mei om 20.00 uur in De Hal te Zeist.",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "Onze lezing is op dinsdag 9 mei om 20.00 uur in De Hal te Zeist in plaats van in De Zaal. Willen jullie dat aanpassen?",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "Helaas moeten wij onze lezing van 9 mei afzeggen wegens ziekte van de spreker.",
    ),
    (
        "update",
        "RE: Landelijke Actieweek Thuiszitters",
        "Kleine correctie: de zaal is niet De Hal maar De Zaal.",
    ),
    ("update", "Landelijke Actieweek Thuiszitters", "Onze ouderavond zit vol. Wilt u dat erbij zetten?"),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "De training die we eerder aanmeldden, is niet op dinsdag maar op woensdag 10 mei. De rest blijft gelijk.",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "Nog een toevoeging op ons bericht van vorige week: de toegang is gratis en aanmelden hoeft niet.",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "De inloopochtend op 10 mei wordt gehouden in De Zaal en niet in De Hal, zoals we eerder schreven.",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Komt er dit jaar weer een opening door de minister op 8 mei? En is die ook te volgen via een livestream?",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Wij overwegen om op 10 mei iets te doen met ouders, misschien een avond om 20.00 uur in De Hal. Past dat binnen de week?",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Mijn zoon van 12 zit al een jaar thuis. Kunnen wij ergens in de week naar een bijeenkomst voor ouders in de buurt van Zwolle?",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Ik heb ons oudercafé twee weken geleden aangemeld, maar ik zie het nog niet op de site. Is de mail aangekomen?",
    ),
    (
        "question",
        "vraag over Landelijke Actieweek Thuiszitters",
        "Kan ik ook iets aanmelden dat op zaterdag 13 mei is? Wij doen dan een wandeling.",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Wat is de uiterste datum om iets aan te melden? Wij weten pas na 20 april of de zaal op 9 mei vrij is.",
    ),
    (
        "material",
        "Landelijke Actieweek Thuiszitters",
        "Vorige week was onze stoelendans. Hierbij het filmpje en een kort verslag voor de toolbox: https://vimeo.com/1234",
    ),
    (
        "material",
        "Landelijke Actieweek Thuiszitters",
        "Voor jullie toolbox: een gespreksleidraad voor ouders en school, vrij te gebruiken. Zie de bijlage.",
    ),
    (
        "material",
        "Landelijke Actieweek Thuiszitters",
        "Wij maakten een podcast over thuiszitten in vijf afleveringen. Luisteren kan via https://podcast.example/kamer. Jullie mogen de link delen.",
    ),
    (
        "activity",
        "FW: leuk voor jullie",
        "Zie onder, misschien iets voor jullie agenda?\n\nGroet, Kees\n\nVan: Els Bos <els@cjgzeist.nl>\nVerzonden: maandag 6 februari 2017 10:00\nAan: Kees Vos <kees@zeist.nl>\nOnderwerp: leuk voor jullie\n\nHoi Kees,\n\nIn de Landelijke Actieweek Thuiszitters houden wij op dinsdag 9 mei van 10 tot 12 uur een oudercafé in De Boog, Kerkweg 2, Zeist. Graag doorsturen!\n\nEls",
    ),
    (
        "activity",
        "FW: zie je wel!",
        "Onderstaande kregen wij binnen. Volgens mij hoort dit op jullie agenda!\n\nGroet, Anouk\n\nVan: Lieke Bos <lieke@bosmethode.nl>\nVerzonden: maandag 6 februari 2017 20:16\nAan: Anouk Vos <a.vos@maasschool.nl>\nOnderwerp: zie je wel!\n\nHoi Anouk,\n\nZoals beloofd de info. Ik wil in de Landelijke Actieweek Thuiszitters een ochtend doen voor docenten. Ik noem het 'Welkom terug'. Het wordt de dinsdagochtend, van negen tot twaalf, op Boerderij De Hoeve in Sevenum (Dorpsweg 40). Twintig euro, soep inbegrepen.\n\nLieke",
    ),
    (
        "activity",
        "Re: oproep actieweek",
        "Wat gaat u doen?\n> Wat gaat u doen?\nEen sponsorloop\n> Wanneer?\n12 mei, 10.00 uur\n> Waar?\nSportpark De Bongerd in Epe\n",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Wij willen meedoen met een kunstproject: van 8 tot en met 12 mei hangen er tekeningen in de hal van het ziekenhuis te Ede. Wat moeten wij nog aanleveren?",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Wij zouden het leuk vinden als jullie onze lezing aankondigen: woensdag 10 mei, 20.00 uur, Bibliotheek Ede.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Op welke dag het wordt weten we nog niet, maar in de week van de actie doen we in elk geval een voorleesmiddag in onze mediatheek. Ouders zijn welkom. Zet ons vast op de lijst, ik kom op de dag terug.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Zet ons maar vast in de agenda: wij doen weer een sponsorloop in onze school. Op welke dag hoor je nog van ons.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Wij willen onze deuren openzetten voor ouders die twijfelen. Welke dag het wordt hangt af van de verbouwing. Kunt u vast een plaatsje voor ons vrijhouden op de website?",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Wij willen ook graag op de kaart! Met klas 2 maken we een podcast met publiek erbij in onze mediatheek, welke dag precies moet ik nog afstemmen met de roostermaker, dat hoor je nog.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Wij gaan in de actieweek een ontbijt houden voor alle kinderen. De precieze datum is nog onder voorbehoud, maar het wordt in elk geval in de ochtend.",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Wij weten nog niet of we iets gaan doen, dus dit is nog geen aanmelding. Mag een activiteit voor eigen personeel ook in de agenda?",
    ),
    (
        "question",
        "vraagje over Landelijke Actieweek Thuiszitters",
        "Op maandag 8 mei opent onze wethouder de raadsvergadering met een paar woorden over thuiszitters. Weet jij of de telling dan al openbaar is? En komt er een persbericht? Wij twijfelen nog of we iets gaan doen, zie dit dus niet als aanmelding.",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "De workshop van 9 mei gaat helaas niet door, maar de lezing van 10 mei wel.",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "Onze wandeling van 10 mei kan door het slechte weer niet doorgaan. Haalt u hem van de site?",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Alle bijeenkomsten van dit voorjaar zijn geannuleerd, behalve deze: dinsdag 9 mei, 20.00 uur, webinar voor ouders via Zoom.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "In januari is onze lezing uitgesteld vanwege de sneeuw. Nu halen we hem in: woensdag 10 mei, 19.30 uur, Bibliotheek Ede, Markt 1.",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Is er een kaartje van alle activiteiten in onze provincie? En vanaf wanneer staan ze online?",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Ik zag dat de school van mijn dochter op 9 mei een ouderavond houdt. Kan ik daar als opa ook heen, en waar moet ik mij aanmelden?",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Wij willen graag meedoen, maar hebben nog een paar punten:\n\n1. Onze studiedag is op 11 mei. Telt die mee?\n2. Mag het ook in de week erna, bijvoorbeeld op 16 mei? Dan is iedereen terug.\n3. Hoe laat moet zoiets beginnen?\n\nEr ligt nog niets vast.",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "Nog iets over onze praatavond van 9 mei: de kaartjes zijn nu te bestellen via www.dehal.nl/praat. En er is een zangeres bij! Kan dat er nog bij?",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "Bij de aankondiging van onze open ochtend (woensdag 10 mei) is het huisnummer weggevallen: Kerkstraat 14.",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "Even een berichtje over de workshop van 11 mei: die begint niet om twee maar om drie uur.",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "Wil je bij onze inloop van dinsdag ook zetten dat er tolken Arabisch en Pools zijn?",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "Onze filmmiddag gaat naar het buurthuis, want de school heeft geen stroom. Adres: Dorpsstraat 2, Epe. Verder verandert er niks.",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "Doordat de spreekster ziek is, slaan we de lezing van 10 mei over. Wie zich had opgegeven krijgt bericht.",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "We moeten de ouderavond van 9 mei een week doorschuiven, naar 16 mei, zelfde tijd en plek.",
    ),
    (
        "update",
        "Landelijke Actieweek Thuiszitters",
        "De thee-ochtend van woensdag zit propvol. Kunnen jullie erbij zetten dat inschrijven niet meer kan?",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Na 35 jaar neem ik afscheid. In al die tijd is er veel veranderd. Op maandag 8 mei om 15.00 uur kijk ik in onze school, Dorpsweg 4 in Epe, met u terug en vooruit. Er is een debat en een borrel.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Eerst stuurde ik dit naar het verkeerde adres, dus hierbij nog een keer. Op 9 mei om 19.30 uur is in de aula van het Zandcollege een avond over schoolangst.",
    ),
    (
        "material",
        "Landelijke Actieweek Thuiszitters",
        "Dit jaar slaan we een keer over, maar hier is ons filmpje van vorig jaar, vrij te gebruiken: https://www.debrug.nl/film",
    ),
    (
        "material",
        "Landelijke Actieweek Thuiszitters",
        "Voor de toolbox: een voorbeeldbrief aan ouders bij ziekteverzuim. Wij gebruiken hem sinds 2015.",
    ),
    (
        "question",
        "stickers actieweek thuiszitters?",
        "Hebben jullie dit jaar weer stickers? Op maandag 8 mei moeten ze bij ons op de deur zitten.",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Is er al bekend of de minister naar onze provincie komt? Onze burgemeester heeft alleen dinsdag 9 mei van 9 tot 11 uur ruimte in zijn agenda.",
    ),
    (
        "question",
        "folders actieweek thuiszitters",
        "Komen er weer folders? Op maandag 8 mei moet alles hangen. Ons adres: Kerkstraat 4, 8161 AB Epe.",
    ),
    (
        "material",
        "Landelijke Actieweek Thuiszitters",
        "In de bijlage een rap van onze leerlingen. Mogen jullie vrij afspelen, graag met onze naam erbij.",
    ),
    (
        "activity",
        "webinar voor Landelijke Actieweek Thuiszitters",
        "Onze school geeft dinsdag 9 mei een webinar: Bang of boos? Wij zenden uit van 15.45 tot 16.45 uur. Vragen? Bel of mail mij gerust.",
    ),
    (
        "activity",
        "thema-avond Landelijke Actieweek Thuiszitters: wat nu?",
        "Waarom gaat een kind niet meer naar school? Is het altijd angst? Welke hulp is er? Drie vragen die wij op 9 mei om 19.00 uur proberen te beantwoorden in onze bibliotheek.",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Wij willen op dinsdag 9 mei iets doen met ouders, van 14.00 tot 16.00 uur. Past dat in de week? Kunnen jullie meedenken over een spreker?",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "wij kunnen op 9 mei niet, de school heeft dan een studiedag. mag het ook op maandag 15 mei?",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Voor de krant schrijf ik een stuk over de week. Ik wil graag op woensdag 10 mei een bijeenkomst bezoeken en met de organisator praten. Wie kan ik bellen?",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "De aanmeldknop op jullie site doet het niet. Ik wilde me opgeven voor de workshop van 9 mei om 14.00 uur. Hoe kan dat?",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Dank voor de uitnodiging voor het netwerkoverleg van 11 mei om 10.00 uur. Ik kom met twee collega's. Is er parkeergelegenheid?",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Wij hebben drie weken geleden onze ouderavond van 9 mei ingestuurd maar zien hem nog niet op de site. Is er iets misgegaan?",
    ),
    (
        "material",
        "Landelijke Actieweek Thuiszitters",
        "Wij hebben een filmpje gemaakt waarin vier jongeren vertellen. Het duurt 6 minuten. Jullie mogen het tijdens de week overal laten zien: https://vimeo.com/123456",
    ),
    (
        "material",
        "Landelijke Actieweek Thuiszitters",
        "Voor wie er op 10 mei iets mee wil: onze gesprekskaarten staan online op www.swvdebrug.nl/kaarten. Gratis te downloaden.",
    ),
    (
        "material",
        "Landelijke Actieweek Thuiszitters",
        "Ik heb een gedicht geschreven over mijn dochter. Misschien kunnen jullie het in de week op de site zetten? Het zit in de bijlage. Je mag mijn voornaam eronder zetten.",
    ),
    (
        "material",
        "Landelijke Actieweek Thuiszitters",
        "In de bijlage onze factsheet. Handig voor op tafel bij jullie bijeenkomsten van 8 t/m 12 mei. Printen en uitdelen mag.",
    ),
    (
        "activity",
        "rondleiding op 12 mei",
        "Voor in jullie agenda. Wij doen een rustige rondleiding voor jongeren die niet naar school gaan en hun begeleiders. Vrijdagochtend 12 mei, we beginnen om elf uur en zijn om half een klaar. Museum De Turf, Kanaalweg 62, Hoogeveen. Reserveren via balie@turf.nl.",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Ik zoek een workshop voor mijn collega's in de week van 8 mei. Liefst dinsdag 9 mei tussen 14.00 en 16.00 uur, in de buurt van Ede. Is er iets?",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Mijn kind zit thuis en ik wil op 9 mei om 10.00 uur iets doen op het schoolplein, een soort protest. Mag dat zomaar? Moet ik dat bij de gemeente melden?",
    ),
    (
        "question",
        "Landelijke Actieweek Thuiszitters",
        "Hierbij meld ik mij aan voor de training van dinsdag 9 mei, 13.00 uur in Ede. Graag een bevestiging.",
    ),
    (
        "material",
        "Landelijke Actieweek Thuiszitters",
        "Wij delen graag onze lesbrief voor groep 8. Vanaf maandag 8 mei te downloaden van www.swvdebrug.nl/lesbrief. Op dinsdag 9 mei om 16.00 uur is de schrijver telefonisch bereikbaar voor vragen.",
    ),
    (
        "material",
        "Landelijke Actieweek Thuiszitters",
        "Wij hebben een lied gemaakt over thuiszitten. Het staat op YouTube en mag door alle scholen in de actieweek gedraaid worden, liefst op 8 mei om 9.00 uur.",
    ),
    (
        "material",
        "Landelijke Actieweek Thuiszitters",
        "Onze podcastserie van vier afleveringen komt uit: aflevering 1 op 8 mei, aflevering 2 op 9 mei, aflevering 3 op 10 mei en aflevering 4 op 11 mei. Te beluisteren via Spotify.",
    ),
    (
        "material",
        "Landelijke Actieweek Thuiszitters",
        "In maart hielden wij een studiemiddag. De presentaties staan nu online, zie www.swvdebrug.nl/studiemiddag. Misschien iets voor jullie materialenpagina?",
    ),
    (
        "material",
        "Landelijke Actieweek Thuiszitters",
        "Foto's van onze schooltuin voor op jullie site, gemaakt door de leerlingen zelf. Vermeld graag hun naam niet.",
    ),
    (
        "material",
        "Landelijke Actieweek Thuiszitters",
        "Wij hebben een blog geschreven over de meldcode, misschien leuk om te delen in de week: www.swvdebrug.nl/blog. Groet!",
    ),
    (
        "material",
        "Landelijke Actieweek Thuiszitters",
        'Ons boekje "Een stoel vrij" mag gratis worden overgenomen. Drukwerk kan ik opsturen, 50 stuks, laat maar weten.',
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Hierbij het bericht uit onze nieuwsbrief, graag ook in jullie agenda: ouderavond op dinsdag 9 mei, 19.30 uur in De Hal te Zeist. Abonnees krijgen voorrang.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Wij hebben een film gemaakt over thuiszitters. Hij is te zien op woensdag 10 mei om 20.00 uur in Filmhuis De Lamp te Ede, entree 5 euro.",
    ),
    (
        "activity",
        "Landelijke Actieweek Thuiszitters",
        "Presentatie van ons boek: woensdag 10 mei, 16.00 uur, boekhandel Bos, Ede. Met een hapje. Het boek is geschreven door ouders en daarna te koop.",
    ),
]


@pytest.mark.parametrize(("kind", "subject", "text"), VOICES)
def test_the_kind_of_a_mail_is_what_its_writer_wants_of_the_desk(kind, subject, text):
    headers = {"In_Reply_To": "<b@desk.example>"} if subject.lower().startswith("re") else {}
    raw = message(
        f"{text}\n\nMet vriendelijke groet,\nNoor Dekker\nSWV De Brug\n", subject=subject, **headers
    )
    letter = prepare(parse_mail(raw), WEEK)
    assert kind_of(letter, tag_of(letter)) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Op 9 mei is er een ochtend in De Hal. Werk je in het onderwijs of de jeugdzorg? Schuif aan!",
        "Op 9 mei is er een ochtend in De Hal. Heb je een kind dat thuiszit? Dan ben je welkom.",
        "Op 9 mei is er een ochtend in De Hal. Zit uw kind thuis en weet u niet verder? Kom dan langs.",
    ],
)
def test_a_question_to_guests_who_are_bidden_right_behind_it_asks_the_desk_nothing(text):
    mail = f"Hallo,\n\nWij doen mee aan de Landelijke Actieweek Thuiszitters. {text}\n\nGroet,\nNoor"
    assert read(message(mail), WEEK).kind == "activity"


@pytest.mark.parametrize(
    ("asked", "kind"), [("", "automatic"), ("Graag opnemen in jullie agenda: ", "activity")]
)
def test_a_newsletter_without_the_headers_of_one_is_known_by_how_to_be_rid_of_it(asked, kind):
    text = f"{asked}Op 9 mei is er om 14.00 uur een netwerkbijeenkomst in Ede. Wilt u deze nieuwsbrief niet meer ontvangen, klik dan hier."
    raw = message(text, subject="Nieuwsbrief april: Landelijke Actieweek Thuiszitters")
    assert read(raw, WEEK).kind == kind
