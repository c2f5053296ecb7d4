"""The page for parents or carers: what the keepsake is, how to say goodbye, and what to do when it gets bumpy.

It lies open at home, so it says nothing of what the child has brought, and shows what hangs on its certificate.
"""

from game.art.renderer import Renderer
from game.core.take_home import ON_CARD
from game.paper import picture_choice
from game.paper.images import PaperImages
from game.paper.letter import PIXELS, PLACES
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.picture_choice import COMPANION, KEEPSAKE, STONE
from game.paper.typst_press import Sheet
from game.paper.words_page import Section, words_page
from game.play import consent as t
from game.play.home_record import HomeRecord
from game.system.language import N_

TITLE = N_("For those at home")
LEAD = N_("Our visits come to an end. This page is for you, who are there every day.")
LEAD_UNPLANNED = N_("Our visits have ended before a goodbye was said. This page is for you, who are there every day.")
ANY_FEELING = N_("Sad, glad, cross, all at once or nothing at all: any feeling may come, and it may stay for a while.")
KEEPSAKES = N_("The keepsake is there to hold on to, and to remember by. Nothing has to be done with it.")
ITS_OWN = N_("What the child has made belongs to the child. It decides where it lies, and who sees it.")
FOLDED = N_("A card that is folded shut is for the child alone. Please leave it shut.")
GOODBYE = Section(
    N_("How to say goodbye"),
    (
        N_("Say early, and in plain words, when the last visit will be."),
        ANY_FEELING,
        N_("A wave, a word, a look, or none of them: the child chooses how it says goodbye."),
    ),
)
GOODBYE_UNPLANNED = Section(
    N_("A goodbye from afar"),
    (
        N_("The child did nothing wrong. Please say so, in plain words. If it asks why, tell the truth in few words."),
        ANY_FEELING,
        N_("A goodbye can still be said: in a letter, in a picture, in thought, or not at all. The child chooses."),
    ),
)
BUMPS = N_("Bumps belong to a road. A hard day takes nothing away of what has been found.")
HELPED = N_("Ask what has helped before.")
WITH_PLAN = N_("Ask what has helped before. Look at the pocket plan together, if the child likes.")
SOMEBODY = N_("You need not manage it alone. Here is somebody whom you can ask:")
WHO = (N_("name"), N_("telephone"))


def sheet(home: HomeRecord, renderer: Renderer, options: PaperOptions = AS_USUAL) -> Sheet:
    """The page, ready to be printed."""
    return _page(LEAD, GOODBYE, home, renderer, options)


def unplanned_sheet(home: HomeRecord, renderer: Renderer, options: PaperOptions = AS_USUAL) -> Sheet:
    """The same where nobody could say goodbye: it speaks of no visit that will come."""
    return _page(LEAD_UNPLANNED, GOODBYE_UNPLANNED, home, renderer, options)


def _comes_home(home: HomeRecord) -> Section:
    """What is said of a keepsake only where there is one; of a folded card to all, so that it does not tell of one."""
    cards = any(home.chosen(made) for made in (t.STONE, t.KEEPSAKE)) or home.own(*ON_CARD)
    said = (KEEPSAKES if cards else "", ITS_OWN, FOLDED)
    return Section(N_("What comes home"), tuple(filter(None, said)))


def _bumpy(home: HomeRecord) -> Section:
    helped = WITH_PLAN if home.chosen(t.PLAN) else HELPED
    return Section(N_("When it gets bumpy"), (BUMPS, helped, SOMEBODY), lines=WHO)


def _page(lead: str, goodbye: Section, home: HomeRecord, renderer: Renderer, options: PaperOptions) -> Sheet:
    drawn = PaperImages(renderer)
    stand = picture_choice.existing(home, COMPANION, KEEPSAKE, STONE)
    around = picture_choice.laid(stand, PLACES, drawn, PIXELS)
    return words_page(
        TITLE, lead, (_comes_home(home), goodbye, _bumpy(home)), options, home.day, around, drawn.pictures
    )
