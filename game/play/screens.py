"""What the child sees at any moment, as a Picture, with the three controls that are always there.

Pure: values in, a Picture out; no clock, no files, no pygame. Only the scenes' spots are handed in.
"""

from typing import TypeVar

from msgspec.structs import replace

from game.core import events
from game.core.companion import BESIDE_ID, CARRIED, CARRIED_ID, COMPANION_ID, FEET, companion_on, in_paws
from game.core.gesture import tap
from game.core.ids import Control, Door, Gate, Id, Scenery, TrailStop, Way
from game.core.picture import FLAT, GLOWING, LIGHT, PAINTED, Art, Backdrop, Glow, Picture, Stamp, TouchArea
from game.core.puppet import AWAY, LOOKING, QUIET, RESTING
from game.core.scene import OUR_SCENES
from game.core.table import Hands, Touch
from game.mechanics import mechanic
from game.play import looking_back
from game.play.display_list import scene_of
from game.play.look import is_quiet, quieter
from game.play.picture_source import PictureSource, SpotsOf
from game.play.record import Record, came_along, companion_of, pair_pictures
from game.play.state import Visit
from game.play.still_hung import with_still_hung
from game.play.trail import trail

REST, TRAIL, ONWARD = Control("rest"), Control("trail"), Control("onward")
CONTROLS_AT: dict[Id | None, tuple[int, int]] = {REST: (88, 652), TRAIL: (232, 652), ONWARD: (1192, 652)}
SIZE = 132
ASLEEP, WAITING = (830, 505, 400), (700, 535, 340)  # where it sleeps at first, and before its door: centre and width
LOWEST = 728  # below it wrists rest, and nothing can be touched
BESIDE, STANDS = 0.62, 0.4  # of its width: how far beside the companion its thing stands; of that, above its foot
ARMFUL = (400, 400)  # the paper of two things that are carried together; where each lies on it, and how wide
BEHIND, BEFORE = (150, 150, 300), (258, 264, 306)
PRESSED = 0.92  # what is pressed is this much smaller: something answers at once
POOL, POOL_SIZE = "pool-of-light", 1.5  # what lies on a part of the land that is pressed, and its widths of that part

GATE = "gate"  # its scene
SCENES = ("burrow", *OUR_SCENES)  # of the screens that are no step of an activity

T = TypeVar("T")


def screen(
    visit: Visit,
    record: Record,
    hands: Hands,
    library: PictureSource,
    pressed: frozenset[Id] = frozenset(),
    led: int | None = None,
    hung: tuple[Stamp, ...] = (),
) -> Picture:
    """The screen for this visit; `pressed` are the controls and stops under a finger.

    `led` is the number of the trail's stretch to which a touch has led the view; None: it is where the companion is.
    `hung` are the first pictures, which hang before the gate.
    """
    picture, quiet = _place(visit, record, hands, library, led), is_quiet(visit.begun, record)
    picture = quieter(picture, library) if quiet else picture
    picture += hung
    picture += _carried(visit, record, picture)
    floor = library.floor(scene_of(picture))
    picture += controls(floor, visit.place == events.TRAIL and not visit.resting, quiet)
    return _under_fingers(picture, pressed) if pressed else picture


def is_button(means: Id | None) -> bool:
    """True for what answers on press and does what it means on release: controls, stops, ways, what hangs there."""
    own = isinstance(means, TrailStop | Way | Gate | Door)
    return own or means in CONTROLS_AT or looking_back.is_hung(means)


def _place(visit: Visit, record: Record, hands: Hands, library: PictureSource, led: int | None) -> Picture:
    if visit.resting:
        return _with_companion("rest", companion_of(record) + RESTING, 640, 548, 320)
    match visit.place:
        case events.ASLEEP:
            return _with_companion("burrow", companion_of(record) + RESTING, *ASLEEP)
        case events.STEP:
            here = visit.here
            seen = mechanic(here.table.mechanic).view(here.table, here.state, hands)
            return with_still_hung(seen, visit, record)
        case events.GATE:
            return _with_companion(GATE, companion_of(record) + LOOKING, 650, 566, 260, True) + _gate(library.spots)
        case events.HOME:
            return _with_companion("evening", companion_of(record) + LOOKING, *WAITING) + _lantern(
                library.spots, lit=False
            )
        case events.CLOSED if visit.at_home:
            return _with_companion("evening", companion_of(record) + RESTING, *WAITING) + _lantern(
                library.spots, lit=True
            )
        case events.CLOSED:
            return _with_companion("closing", companion_of(record), 800, 606, 250, True)
    return trail(visit, record, library, led)


def _carried(visit: Visit, record: Record, picture: Picture) -> tuple[Stamp, ...]:
    """Between activities the companion has the child's thing with it, and its stone: in its paws, or beside it."""
    at_home = visit.place == events.HOME or (visit.place == events.CLOSED and visit.at_home)
    by = companion_on(picture)
    if by is None or visit.resting or visit.place in (events.ASLEEP, events.STEP):
        return ()
    art = _together(pair_pictures(record)[1], came_along(record))
    if not art:
        return ()
    if at_home or str(by.art).endswith(AWAY):
        wide = CARRIED * by.width
        x, y = by.x + BESIDE * by.width, by.y + FEET * by.width - STANDS * wide
        return (Stamp(art, x, y, wide, id=BESIDE_ID),)
    return (Stamp(art, *in_paws(by.x, by.y, by.width), id=CARRIED_ID),)


def _together(thing: Art, stone: Art) -> Art:
    """The one of them that there is; both as an armful, the stone before the thing."""
    both = (Stamp(thing, *BEHIND), Stamp(stone, *BEFORE))
    return Picture(both, *ARMFUL) if thing and stone else thing or stone


def controls(floor: str = "", without_trail: bool = False, quiet: bool = False) -> tuple[Stamp, ...]:
    """Rest, trail and onward: always the same pictures in the same corners, in the quiet look its own; where they stand
    on a `floor`, on feet of its own.
    """
    shown = [control for control in (REST, TRAIL, ONWARD) if not (without_trail and control == TRAIL)]
    ending = (floor and f"-on-{floor}") + (QUIET if quiet else "")
    return tuple(Stamp(c.name + ending, *CONTROLS_AT[c], SIZE, id=c, means=c, lift=PAINTED) for c in shown)


def _with_companion(scene: str, art: str, x: float, y: float, width: float, entered: bool = False) -> Picture:
    return Picture((Backdrop(scene, entered=entered), Stamp(art, x, y, width, id=COMPANION_ID, loop="breathe")))


def _lantern(spots: SpotsOf, lit: bool) -> tuple[Glow | Stamp, ...]:
    """Tonight's lantern on its hook beside the door; it is lit once the visit is over."""
    hooks = [spot for spot in spots("evening") if spot.name == "lantern"]
    glows = tuple(Glow(Scenery("glow"), hook.x, hook.y, 1.6 * hook.width, 0.9) for hook in hooks if lit)
    name, lift = ("hanging-lantern-lit", GLOWING) if lit else ("hanging-lantern", FLAT)
    return glows + tuple(Stamp(name, h.x, h.y, h.width, id=Scenery("lantern"), lift=lift) for h in hooks)


def _gate(spots: SpotsOf) -> tuple[TouchArea, ...]:
    """Through the gate is onward: the control says so, and the gate itself does."""
    return tuple(TouchArea(ONWARD, g.x, g.y, g.width, g.height) for g in spots("gate") if g.name == "gate")


def _under_fingers(picture: Picture, pressed: frozenset[Id]) -> Picture:
    """What is pressed is smaller; on a gate or door, which is part of the land, there is light until it has opened."""
    things = tuple(_pressed(thing, pressed) for thing in picture.things)
    areas = (thing for thing in things if isinstance(thing, TouchArea) and thing.means in pressed)
    lit = tuple(Stamp(POOL, a.x, a.y, *_pool(a), id=Scenery("pressed"), lift=LIGHT) for a in areas)
    return replace(picture, things=(*things[:1], *lit, *things[1:]))


def _pool(area: TouchArea) -> tuple[float, float]:
    return POOL_SIZE * area.width, POOL_SIZE * area.height


def _pressed(thing: T, pressed: frozenset[Id]) -> T:
    if isinstance(thing, Stamp) and thing.means in pressed:
        return replace(thing, width=thing.width * PRESSED, height=thing.height * PRESSED)
    return thing


def demonstration(visit: Visit) -> tuple[Touch, ...]:
    """The gesture that the ghost hand shows here, once on arrival; () where there is nothing to show."""
    if visit.resting:
        return ()
    if visit.place == events.ASLEEP:
        return tap(*ASLEEP[:2])
    if visit.place == events.STEP:
        here = visit.here
        return mechanic(here.table.mechanic).demo(here.table)
    return ()
