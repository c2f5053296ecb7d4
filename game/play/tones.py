"""Which sound belongs to what a hand does, never to a picture; what is heard in a scene its drawing says.

Happy and sad, the first picture and the second sound the same (child rule 7); nothing sounds like an error or like
praise (rule 3). Pure: values in, a Tone out. No clock, no files, no pygame.
"""

from msgspec import Struct

from game.core import events
from game.core.events import Arrived, Ended, Event, Opened, Went
from game.core.ids import Control
from game.core.mechanic import Tone
from game.core.table import Hand, Move, Touch
from game.mechanics import traits


class MoveMade(Struct, frozen=True):
    """A move, and the mechanic at whose step it was made."""

    mechanic: str
    move: Move


class Answered(Struct, frozen=True):
    """The land has answered a touch that meant nothing; `word` is one of ANSWERS."""

    word: str


# A Hand has come down, a Touch presses a control.
News = Event | MoveMade | Hand | Touch | Answered


def tone(news: tuple[News, ...]) -> Tone | None:
    """The one tone for what has just happened, by the first thing in it that sounds; None where nothing does."""
    return next(filter(None, map(_tone, news)), None)


def _tone(happened: News) -> Tone | None:
    match happened:
        case Touch():
            return Tone.PRESS
        case Hand():
            return Tone.LIFT if _is_lifted(happened) else Tone.PRESS
        case MoveMade():
            return traits(happened.mechanic).tones.get(happened.move.do, Tone.LAY)
        case Answered("chime"):
            return Tone.CHIME
        case Answered():
            return Tone.ANSWER
        case Went(events.WAKE):
            return Tone.WAKE
        case Went() | Opened() | Arrived() | Ended():
            return Tone.ONWARD
    return None


def _is_lifted(hand: Hand) -> bool:
    """True for a thing in the air: not for a button, nor for a finger that draws or only presses."""
    return hand.what is not None and not isinstance(hand.what, Control) and not hand.points
