"""The words that mails, subjects and forms are made of: a name holds at least one that is none of these."""

from typing import Final

_GENERIC: Final = frozenset(
    """
    avonds middags morgens ochtends aanbod aangepast aangepaste aankondiging aanlevering aanmelden
    aanmeldformulier aanmelding aanmeldingen aanpassing aantal aanvang afgezegd afmelding afzegging
    aanvulling actie actieweek activiteit activiteiten afgelast afgelasting agenda agendaitem agendapunt
    aktieweek alvast annulering antwoord april augustus avond basisschool bericht berichtje beschikbaar
    besloten beste betr betreft bevestiging bijdrage bijdragen bijgaand bijlage bijlagen brief campagne
    concept conciept contact contactgegevens correctie date datum december deelname details dinsdag document
    doe doen donderdag door doorgestuurd drie dringend eind einde evenement extra februari film flyer folder
    formulier formulieren foto fotos fw fwd gaat geachte geannuleerd gegevens gemeente gewijzigd graag
    gratis groep hallo helaas herhaling herinnering hey hierbij hoi iets ihkv info informatie ingevuld
    inschrijving inzending item jaar jaarlijkse jammer januari juli juni kalender kort korte landelijk
    landelijke let locatie logo maandag maart mail materiaal mee meedoen mei meld melding middag nadere
    namens nationale niet nieuw nieuwe nieuws nieuwsbrief nogmaals november ochtend october oeps ohja oja
    oktober onderwerp ons onze op opgave oproep organisatie overzicht pagina persbericht plaats plaatsing
    plannen plek poster posters praktisch programma publicatie re reactie regio reminder save school
    september site sorry speciale steunpunt tekst tekstje ter the themaweek tijd tijdstip titel toegang
    toelichting toolbox toolkit trots twee uitnodiging update uw vandaag verplaatsing verplaatst verschoven
    verslag vervallen vervalt verzet verzoek vier voor vooraankondiging voorstel vorig vraag vraagje vragen
    vrijdag waar wanneer wat website week weekend wel welkom wie wij wijziging wijzigingen woensdag word
    zaal zaterdag zie zondag
    """.split()  # noqa: SIM905 - read as prose, not as a list of two hundred lines
)
LITTLE: Final = frozenset(
    """
    aan al als bij dat de deze die dit een en er het hoe ik in is je jullie met naar nog nu of om ook op
    over s t te tijdens tot u uit van voor we wij zijn
    """.split()  # noqa: SIM905 - likewise
)


def generic(word: str) -> bool:
    """Whether a word is one that mails are made of: "aankondiging", "flyer", "vervalt"."""
    return word.casefold().strip(".!:").replace("-", "") in _GENERIC
