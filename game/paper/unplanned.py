"""When a child does not come back: what can still be sent after it, and a page for the therapist alone.

A letter without reproach and a certificate that nobody has signed; `paper_set.py` puts the child's pages so far behind
them. The private page is never among them: it is made from what the therapist writes and nothing else.
"""

from msgspec.structs import replace

from game.art.renderer import Renderer
from game.paper import certificate, letter
from game.paper.images import PaperImages
from game.paper.letter import paragraphs
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.typst_press import Sheet, basics
from game.play.home_record import HomeRecord
from game.system.language import N_, Translate
from game.system.language import words as words_of

WORDING = "not-planned"
LETTER = (
    N_("I would have liked to say goodbye to you with you there. It came differently, and you did nothing wrong."),
    N_("I am glad that I know you. You brought something of yours with you, and I have not forgotten it."),
    N_("These pages are yours. You can look at them, put them away, or show them to somebody who is good to you."),
    N_("Whatever you feel about it is all right. I wish you people who listen to you, and a good road."),
)
ASKED = (N_("What I don't know"), N_("One wish"), N_("To take to supervision"))


def letter_sheet(home: HomeRecord, renderer: Renderer, options: PaperOptions = AS_USUAL) -> Sheet:
    """The letter: the therapist's own, else the one to begin with. Raises Trouble."""
    words = options.letter if paragraphs(options.letter) else usual_letter(words_of(options.language))
    return letter.sheet(home, renderer, replace(options, letter=words), usual_letter)


def unsigned(home: HomeRecord, renderer: Renderer, options: PaperOptions = AS_USUAL) -> Sheet:
    """The certificate, which says that the ending was not planned. Raises Trouble."""
    return certificate.sheet(home, renderer, replace(options, letter="", letter_beneath="", wording=WORDING))


def usual_letter(_: Translate) -> str:
    """A letter to begin with, which the therapist can change."""
    return "\n".join(map(_, LETTER))


def private_page(home: HomeRecord, renderer: Renderer, options: PaperOptions = AS_USUAL) -> Sheet:
    """The therapist's page: what was typed, else lines to write on. Nothing of the child is on it."""
    _, drawn = words_of(options.language), PaperImages(renderer)
    typed = [paragraphs(text) for text in options.private[: len(ASKED)]]
    answers = zip(ASKED, typed + [[]] * (len(ASKED) - len(typed)), strict=True)
    data = basics(options) | {
        "title": _("For myself"),
        "note": _("This page is mine. It goes to nobody."),
        "asked": [{"words": _(words), "answer": answer} for words, answer in answers],
        "lamp": drawn.picture("lamp", 300, home.quiet),
    }
    return Sheet("private-page", data, drawn.pictures, home.day)
