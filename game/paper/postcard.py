"""The postcard: a picture of the child's, and room to write; from the child to whoever walked with it, or back.

It bears no address. The front is the calm place, where the child has made one and shows it, else its keepsake in a
quiet valley. Cut out, folded in the middle and glued, it is as stiff as a postcard.
"""

from game.artist import Artist
from game.home import Traveller
from game.language import words as words_of
from game.paper import treasures
from game.paper.drawn import Drawn, shape
from game.paper.press import Sheet, basics
from game.paper.treasures import COMPANION, KEEPSAKE, STONE, THING, made_there
from game.paper.wanted import AS_USUAL, Wanted
from game.record import Record, pair
from game.take_home import PLACE

WHOLE, LARGE, SMALL, SCENE_SCALE = 1500, 620, 260, 1.6  # pixels of a picture, and to a design unit
VALLEY, VALLEY_PART = "quiet-valley", (76, 0, 1204, 800)  # the scene without a calm place, in a postcard's shape
PLACES = ("left", "right")


def sheet(traveller: Traveller, artist: Artist, wanted: Wanted = AS_USUAL) -> Sheet:
    """The postcard, ready to be printed. Raises Trouble."""
    record, drawn, _ = traveller.record, Drawn(artist), words_of(wanted.language)
    data = basics(wanted) | {
        "title": _("A postcard"),
        "for": _("For"),
        "from": _("From"),
        "folding": _("Cut along the dashes, fold in the middle, and glue the halves together."),
        "stamp": drawn.picture(pair(record)[1] or "leaf", SMALL),
        **_front(record, drawn),
    }
    return Sheet("postcard", data, drawn.pictures, record.visits[-1].begun.day)


def _front(record: Record, drawn: Drawn) -> dict:
    place = made_there(record, PLACE)
    if place:
        return {"picture": drawn.picture(place, WHOLE), "shape": shape(place), "view": "", "stand": {}}
    own = treasures.usual(record, STONE, KEEPSAKE, THING)[:1]
    stand = treasures.laid((*treasures.usual(record, COMPANION), *own), PLACES, drawn, LARGE)
    return {"picture": "", "view": drawn.part(VALLEY, VALLEY_PART, SCENE_SCALE), "stand": stand}
