"""A little story: what the companion plays on arrival, in a few beats, and the words that these are told in.

Pure: no clock, no files, no pygame. How things stand after each beat says `keyframes.py`.
"""

from msgspec import Struct

from game.core.ids import Scenery
from game.core.puppet import Point

LONGEST = 8.0  # seconds that a story lasts at the most
LASTS = {  # seconds on the way to what a beat shows, and seconds in which it is seen
    "carry": (0.6, 0.1),
    "think": (0.6, 1.0),
    "look": (0.4, 0.4),
    "feel": (0.9, 0.6),
    "pose": (0.9, 0.6),
    "touch": (0.9, 0.2),
    "stay": (0.2, 0.8),
}
BEATS = ("walk", "send", *LASTS, "wait")
HOME, NOTHING, CHILD = "home", "nothing", "child"
ACORN, BURR = "acorn", "burr"
BAG = "bag"  # it takes this onto its back
PAPER, BESIDE_IT = "paper-hedgehog", ("paper-snail", "paper-mouse", "paper-bird")  # it has that, and these with it
PEBBLE = "pebble"
AT_HAND = (ACORN, PEBBLE)  # these lie at its feet until it takes them
DRAWN = ("drawn-acorn", "drawn-scarf", "drawn-leaf")
CARRIED = (ACORN, "parcel", "pebble", "scarf", "knot", "lantern", "light", *DRAWN, BURR, PAPER, "cloud", BAG)
# A parcel is the acorn, wrapped; a knot the scarf, tangled; a light the lantern; what is drawn is on a page of its own;
# a burr clings to it from the beginning.
WRAPPED = {"parcel": "acorn", "scarf": "knot"}  # one thing: it is taken from where the other lies
WORN = ("scarf", "knot")  # it has this round its neck until it takes it off
THOUGHTS = {name: name for name in (*CARRIED, *BESIDE_IT)} | {
    "lantern": "dark-hand-lantern",
    "light": "hand-lantern",
    BAG: "own-bag",
}
MOON = "moon"  # under this it sleeps
OVERHEAD = {"cloud": "little-cloud", MOON: "little-moon"}  # what hangs over it while it thinks of it
STAYS = "cloud"  # this hangs over it wherever it goes, thinner once it has rubbed something, until it takes it
THOUGHTS |= {**OVERHEAD, "gate": "open-gate"}
LOOKS: dict[str, Point] = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1), CHILD: (0, 0)}
RUBBING, STROKING = "rubbing", "stroking"  # a paw goes to and fro over what it holds, or over what is there
STORY_POSES = ("sitting", "wondering", "hiding", "turned-away", "waving", "holding-on", "teetering", RUBBING, "resting")


class Beat(Struct, frozen=True, omit_defaults=True):
    """One thing that the companion does: `do` is one of BEATS, `what` the word after it, `seconds` those of a wait."""

    do: str
    what: str = ""
    seconds: float = 0


Story = tuple[Beat, ...]
THERE = "there"
STAY = Beat("stay", THERE)


def ready(what: str) -> Scenery:
    """What lies ready for the companion to carry, in a picture: it is not there while the story has it elsewhere."""
    return Scenery(f"ready-{what}")


def stays(story: Story) -> bool:
    """True where the companion does not walk home at the end, but stays where it is."""
    return story[-1:] == (STAY,)
