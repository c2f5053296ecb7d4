"""Which sound belongs to what: to what a hand does and to where the child is, never to a picture.

Happy and sad, the first picture and the second sound the same (child rule 7); nothing sounds like an error or like
praise (rule 3). Pure: values in, the name of a file of `assets/sounds` out. No clock, no files, no pygame.
"""

from game.core import events
from game.core.events import Arrived, Ended, Event, Moved, Opened, Went
from game.core.layout import TURN
from game.core.table import Hand, Touch

PRESS, LIFT, LAY, PUT_BACK, TURNED, ONWARD, WAKE, GLOW = TONES = (
    "press",
    "lift",
    "lay",
    "put-back",
    "turn",
    "onward",
    "wake",
    "glow",
)
RIVER, EVENING = "river", "evening"

# A mechanic's word for its move; a word that is not here lays something down.
MOVES = {
    "put back": PUT_BACK,
    "take off": PUT_BACK,
    "undo": PUT_BACK,
    "erase": PUT_BACK,
    "close": PUT_BACK,
    "turn": TURNED,
    "walk": ONWARD,
    "rub": GLOW,
    "breathe": GLOW,
    "open": GLOW,
}

# Scenes with water in them, and the later ones, where it is evening; elsewhere it is quiet.
BEDS = {
    **dict.fromkeys(("trail", "two-banks", "riverbank", "three-meadows", "open-sky", "quiet-valley"), RIVER),
    **dict.fromkeys(("bother-den", "near-far-map"), RIVER),
    **dict.fromkeys(("rest", "gate", "closing", "lantern-road", "bumpy-road", "packing-clearing"), EVENING),
    **dict.fromkeys(("jar-shelf", "keepsake-shelf", "tree-room"), EVENING),
}

News = Event | Hand | Touch


def tone(news: tuple[News, ...]) -> str:
    """The one tone for what has just happened, by the first thing in it that sounds; "" where nothing does."""
    return next(filter(None, map(_tone, news)), "")


def bed(scene: str) -> str:
    """What lies quietly under this scene; "" where nothing does."""
    return BEDS.get(scene, "")


def _tone(happened: News) -> str:
    match happened:
        case Touch():
            return PRESS
        case Hand():
            return LIFT if happened.what not in ("", TURN) and not happened.points else PRESS
        case Moved():
            return MOVES.get(happened.move.do, LAY)
        case Went(events.WAKE):
            return WAKE
        case Went() | Opened() | Arrived() | Ended():
            return ONWARD
    return ""
