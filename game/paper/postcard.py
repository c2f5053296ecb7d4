"""The postcard: a picture of the child's, and room to write; from the child to whoever walked with it, or back.

It bears no address. The front is the calm place, where the child has made one and shows it, else its keepsake in a
quiet valley. Cut out, folded in the middle and glued, it is as stiff as a postcard.
"""

from game.art.renderer import Renderer
from game.paper import picture_choice
from game.paper.images import PaperImages, shape
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.picture_choice import COMPANION, KEEPSAKE, STONE, THING
from game.paper.two_languages import in_both
from game.paper.typst_press import Sheet, basics
from game.play.consent import PLACE
from game.play.home_record import HomeRecord
from game.system.language import words as words_of

WHOLE, LARGE, SMALL, SCENE_SCALE = 1500, 620, 260, 1.6  # pixels of a picture, and to a design unit
VALLEY, VALLEY_PART = "quiet-valley", (76, 0, 1204, 800)  # the scene without a calm place, in a postcard's shape
PLACES = ("left", "right")


def sheet(home: HomeRecord, renderer: Renderer, options: PaperOptions = AS_USUAL) -> Sheet:
    """The postcard, ready to be printed. Raises Trouble."""
    drawn = PaperImages(renderer)
    data = basics(options) | in_both(options, _said)
    data |= {"stamp": drawn.picture(home.thing or "leaf", SMALL), **_front(home, drawn)}
    return Sheet("postcard", data, drawn.pictures, home.day)


def _said(language: str) -> dict:
    _ = words_of(language)
    folding = _("Cut along the dashes, fold in the middle, and glue the halves together.")
    return {"title": _("A postcard"), "for": _("For"), "from": _("From"), "folding": folding}


def _front(home: HomeRecord, drawn: PaperImages) -> dict:
    place = home.art(PLACE)
    if place:
        return {"picture": drawn.picture(place, WHOLE), "shape": shape(place), "view": "", "stand": {}}
    own = picture_choice.existing(home, STONE, KEEPSAKE, THING)[:1]
    stand = picture_choice.laid((*picture_choice.existing(home, COMPANION), *own), PLACES, drawn, LARGE)
    return {"picture": "", "view": drawn.part(VALLEY, VALLEY_PART, SCENE_SCALE, home.quiet), "stand": stand}
