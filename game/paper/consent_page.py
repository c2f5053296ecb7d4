"""The page on which guardians consent, and read what is kept and what stays between the child and who walks with it.

Nothing of the child is on it: the names are written by hand.
"""

from game.art.renderer import Renderer
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.typst_press import Sheet
from game.paper.words_page import Section, words_page
from game.play.home_record import HomeRecord
from game.system.language import N_

TITLE = N_("Consent and confidentiality")
LEAD = N_("For those who decide for the child. Please ask about whatever is not clear.")
SECTIONS = (
    Section(
        N_("What we do"),
        (
            N_("The child plays a picture book without words: it chooses, lays out and draws."),
            N_("Nothing is tested, scored or interpreted. The child can pass by or end anything, at any time."),
        ),
    ),
    Section(
        N_("What is kept"),
        (
            N_("What the child chooses is kept on one computer, under two pictures instead of a name."),
            N_("The program sends nothing anywhere. You can ask what is kept, and it can be deleted for good."),
        ),
    ),
    Section(
        N_("What stays between us"),
        (
            N_("What the child says and makes stays here, unless the child wants to show it."),
            N_("What is only for the child goes home in a card that is folded shut. Please leave it shut."),
            N_("There is one exception: where somebody is in danger, I fetch help. I tell the child first, if I can."),
        ),
    ),
    Section(
        N_("Please tick"),
        asked=(
            N_("The child may play this book on our visits."),
            N_("What the child has made may be printed, and may go home with it."),
            N_("A summary may lie in my files."),
        ),
    ),
    Section(
        N_("Signed"),
        (N_("You can take your consent back at any time, without giving a reason."),),
        lines=(
            N_("the child, if it likes"),
            N_("who decides for the child, date"),
            N_("who walks with the child, date"),
        ),
    ),
)


def sheet(home: HomeRecord, renderer: Renderer, options: PaperOptions = AS_USUAL) -> Sheet:
    """The page, ready to be printed."""
    return words_page(TITLE, LEAD, SECTIONS, options, home.day)
