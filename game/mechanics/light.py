"""Light: draw a finger upward on what is dark, or tap it: light comes up in it. Once more, and it is dark.

It is a paper lantern, or any picture: a candle, a photo.

Pure: places and moves, no clock, no files, no pygame. `play/unfolding.py` lets the light come slowly. In journals what
makes a lantern dark again is called "fold".
"""

from collections.abc import Collection
from math import hypot
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from game.core.activity import MechanicStep, NewName, Otherwise, Pictures, Reference, Signs, Spots
from game.core.companion import COMPANION_ID, FEET, setting
from game.core.gesture import TAP, carry, drag, lift, points_between, was_tap
from game.core.ids import Id, Scenery, SpotId
from game.core.lanterns import (
    COMING,
    LANTERNS,
    LIGHTS,
    OPEN,
    TONIGHT,
    WAITING,
    beside_lights,
    between,
    haze,
    in_water,
    keeper,
    middle_on,
    size_on,
    standing,
)
from game.core.lit_together import ON_SEAT, answers, at_other_end, beside, who
from game.core.mechanic import DemoPolicy, Tone, Traits
from game.core.picture import GLOWING, STANDING, Art, Glow, Picture, Stamp, Things
from game.core.spots import spot_signs, touch_area
from game.core.table import CHOSEN, Hand, Hands, Move, Offered, Outcome, Spot, Table, Touch
from game.system.language import N_

RISING, OPENING = "lantern-rising", "lantern-opening"
GLOW = 0.75  # how far its light goes, in its widths
DUSK = ("#2b214098", "#2b214066", "#2b214033", "")  # the air before a picture, as light comes up in it
LATER = 3  # so many times as long as a step of unfolding the answer of who is with the companion waits
DRAWN = 80  # design units that a finger draws until the lantern is lit
T = TypeVar("T")
LIT, SAT = N_("lit"), N_("sat")
TRAITS = Traits(
    N_("Lighting"),
    cue=N_("The child lights lights, or lights none."),
    tones={"light": Tone.GLOW, "fold": Tone.PUT_BACK, "go": Tone.ONWARD},
    in_order=True,
    by_hand=True,
    told=N_("Lit {pictures}"),
    # Translators: on a certificate, to a child; {what} is the title of a page, or of several
    deed=N_("You lit something for {what}."),
    nothing=N_("nothing was lit"),
    told_bare=N_("Lit lights"),
    # Translators: what a child has lit, where nothing else is said of it: What I lit: lights
    named_bare=N_("lights"),
    # Translators: of the one thing that a child could light: A candle for him: lit
    named_alone=N_("lit"),
)


class Step(MechanicStep, frozen=True):
    """`light: lanterns`, `along:` the spots where they stand, in order; `pictures:` or `from:` what is lit there, not
    lanterns, `otherwise`: what, where nothing was chosen there; `signs:` pictures chosen earlier that stand beside
    these and are not lit; `sit:` spots where one sits and looks instead."""

    ONLY_WITH = (("otherwise", "from_"),)
    NO_MORE_THAN = (("pictures", "along"), ("otherwise", "along"))

    light: NewName
    along: Spots
    pictures: Pictures = ()
    from_: Reference = ""
    otherwise: Otherwise = ()
    signs: Signs = ""
    sit: Spots = ()


class State(Struct, frozen=True):
    """The places whose lights the child has lit, in this order, and the place where the companion sits, or ""."""

    lit: tuple[str, ...] = ()
    at: str = ""


def touch(table: Table, state: State, hand: Hand | None, touch: Touch) -> Move | Hand | None:
    """A tap, or a finger that is drawn away from where it came down, upward or anywhere."""
    if touch.phase == "press":
        known = {SpotId(spot.name) for spot in (*_ready(table), *_seats(table))}
        return lift(_own(table, state, touch.on), touch) if touch.on in known else None
    if hand is None or hand.what is None or touch.phase == "lost":
        return None
    hand = carry(hand, touch)
    return hand if touch.phase == "drag" else _let_go(table, state, hand)


def _own(table: Table, state: State, on: Id) -> Id:
    """What is touched; of a light that was lit in answer the one that it answers: both are dark then."""
    return SpotId(_answers(table, state.lit).get(on.name, on.name)) if isinstance(on, SpotId) else on


def _answers(table: Table, lit: Collection[str]) -> dict[str, str]:
    return answers(table, _ready(table), lit)


def _let_go(table: Table, state: State, hand: Hand) -> Move | None:
    """What is seen under the finger then; one that is back where it came down has thought better of it."""
    place = hand.what.name if hand.what else ""
    if place in {spot.name for spot in _seats(table)}:
        return Move("go", to="" if state.at == place else place) if was_tap(hand) else None
    lit = place in state.lit
    if was_tap(hand) or _stays_lit(hand, lit) != lit:
        return Move("fold" if lit else "light", to=place)
    return None


def _stays_lit(hand: Hand, lit: bool) -> bool:
    """Whether a lantern stays lit when this finger lets go of it now."""
    return _down(hand) < DRAWN / 2 if lit else _away(hand) >= TAP


def _away(hand: Hand) -> float:
    return hypot(hand.x - hand.start[0], hand.y - hand.start[1])


def _down(hand: Hand) -> float:
    return hand.y - hand.start[1]


def after(table: Table, state: State, move: Move) -> State:
    """One more lantern is lit, or is dark again; or the companion is somewhere else."""
    if move.do == "go":
        return replace(state, at=move.to)
    others = tuple(place for place in state.lit if place != move.to)
    return replace(state, lit=(*others, move.to) if move.do == "light" else others)


def view(table: Table, state: State, hands: Hands) -> Picture:
    """The lanterns, from the far ones to the near; the companion where it is."""
    held = {hand.what.name: hand for hand in hands if hand.what}
    answered = _answers(table, {*state.lit, *held})
    shown = _standing(table)
    far_first = sorted(range(len(shown)), key=lambda number: shown[number][0].y)
    burning = {*state.lit, *_answers(table, state.lit), *(spot.name for spot, o in shown if o and o.art in LIGHTS)}
    lights = [thing for number in far_first if (thing := _light(table, shown[number][0], burning))]
    places = tuple(spot for spot, _ in shown)
    signs = spot_signs(tuple(spot for spot, _ in shown if not spot.size))
    stand = [_stands(table, shown[number], state, held, answered) for number in far_first]
    visits = tuple((spot, offered) for spot, offered in shown if offered)
    seats = tuple(touch_area(seat) for seat in _seats(table))
    backdrop, *both = _setting(table, state)
    return Picture(
        (
            backdrop,
            *haze(_path(table), table.offered),
            *in_water(places, table.layout.water, burning),
            *between(() if table.step.signs else places),
            *lights,
            *signs,
            *beside_lights(places if table.step.signs else ()),
            *stand,
            *keeper(visits),
            *both,
            *seats,
        )
    )


def _setting(table: Table, state: State) -> Things:
    """The scene, and the companion: at home there, or where it sits; who is with it goes along."""
    *behind, companion = setting(table)
    if not isinstance(companion, Stamp):
        return *behind, companion
    seat = next((spot for spot in _seats(table) if spot.name == state.at), None)
    if seat is None:
        return *behind, *at_other_end(companion, who(table), _ready(table)), companion
    width, feet = seat.size or companion.width, seat.y + seat.height / 2
    x = seat.x + (ON_SEAT / 2 * width if who(table) else 0)
    companion = replace(companion, x=x, y=feet - FEET * width, width=width, id=COMPANION_ID)
    return *behind, *beside(companion, who(table)), companion


def _stands(table: Table, stands: "Lantern", state: State, held: dict[str, Hand], answered: dict[str, str]) -> Stamp:
    """What stands on this spot and is lit there, or not yet: a paper lantern, or a picture. One that is lit in answer
    is as the one that it answers, and a little later.
    """
    spot, offered = stands
    own = answered.get(spot.name, spot.name)
    lit, hand, ready = own in state.lit, held.get(own), spot in _ready(table)
    place, at, size = SpotId(spot.name), middle_on(spot), size_on(spot)
    means, loop = (place, "breathe") if ready else (None, "drift" if offered and offered.art == COMING else "")
    stamp = Stamp(_dark(offered), *at, size, id=place, means=means, loop=loop, lift=STANDING)
    share = _share(hand, lit) if hand else float(lit)
    if offered is not None and offered.art not in LANTERNS:
        return _picture(stamp, offered, share)
    if not ready:
        return replace(stamp, lift=GLOWING if stamp.art in (*LIGHTS, TONIGHT) else STANDING)
    art = _step_to(share, (_dark(offered), RISING, OPENING, OPEN))
    waits = (WAITING,) * LATER if lit and own != spot.name else ()
    through = () if hand else (*waits, RISING, OPENING) if lit else (OPENING, RISING)
    return replace(stamp, art=art, lift=STANDING if art == WAITING else GLOWING, through=through)


def _picture(stamp: Stamp, offered: Offered, share: float) -> Stamp:
    """The picture itself: as its own drawing has it in the dark, else in the dusk, until light has come up in it."""
    if offered.dark:
        art, air = _step_to(share, (offered.dark, offered.dark, offered.art)), ""
    else:
        art, air = offered.art, _step_to(share, DUSK)
    return replace(stamp, art=art, air=air, lift=GLOWING if share >= 1 else STANDING)


def _share(hand: Hand, lit: bool) -> float:
    """How far this finger has drawn the light up."""
    return 1 - _down(hand) / DRAWN if lit else _away(hand) / DRAWN


def _step_to(share: float, steps: tuple[T, ...]) -> T:
    """How it looks when light has come up so far: the first of these in the dark, the last of them lit."""
    return steps[max(0, min(len(steps) - 1, int(share * (len(steps) - 1) + 0.01)))]


def _dark(offered: Offered | None) -> Art:
    """How a lantern stands there as long as nobody lights it."""
    return offered.art if offered and offered.art in LANTERNS else WAITING


def _light(table: Table, spot: Spot, burning: Collection[str]) -> Glow | None:
    """The warmth around a lantern that burns, today or since an earlier visit; it comes slowly."""
    if spot.name not in burning and spot not in _ready(table):
        return None
    return Glow(Scenery(f"glow-{spot.name}"), *middle_on(spot), GLOW * size_on(spot), float(spot.name in burning))


Lantern = tuple[Spot, Offered | None]


def _standing(table: Table) -> tuple[Lantern, ...]:
    """The spots in their order, each with what is lit there; as many as there are pictures, if there are any."""
    path = _path(table)
    if not table.offered:
        return tuple((spot, None) for spot in path)
    return standing(path, table.offered)


def _path(table: Table) -> tuple[Spot, ...]:
    return _spots(table, [spot.name for spot in table.step.along])


def _ready(table: Table) -> tuple[Spot, ...]:
    """The spots whose lanterns can be lit: of those of visits tonight's."""
    return tuple(g for g, o in _standing(table) if o is None or o.art == TONIGHT or o.art not in LANTERNS)


def _seats(table: Table) -> tuple[Spot, ...]:
    return _spots(table, [spot.name for spot in table.step.sit])


def _spots(table: Table, names: list[str]) -> tuple[Spot, ...]:
    """The spots of these names, in this order."""
    by_name = {spot.name: spot for spot in table.spots}
    return tuple(by_name[name] for name in names if name in by_name)


def demo(table: Table, what: Id | None = None) -> tuple[Touch, ...]:
    """A finger drawn upward on the first lantern that can be lit; on the one in the place `what`."""
    ready = _ready(table)
    spot = next((spot for spot in ready if SpotId(spot.name) == what), ready[0] if ready else None)
    if spot is None:
        return ()
    x, y = middle_on(spot)
    return drag(points_between((x, y + DRAWN / 2), (x, y - DRAWN / 2)))


def demo_policy(table: Table) -> DemoPolicy:
    """Some of the lanterns that can be lit."""
    many = len(_ready(table))
    return DemoPolicy(min(3, many), many)


def told(table: Table, state: State) -> tuple[Outcome, ...]:
    """What was lit, and where the companion sat."""
    burning = [(spot, o) for spot, o in _standing(table) if spot.name in state.lit]
    pictures = tuple(replace(o, art=OPEN) if o.art in LANTERNS else o for _, o in burning if o)
    how = CHOSEN if pictures and pictures[0].art != OPEN else LIT
    sat = tuple(Outcome(SAT, (), g.name, g.label) for g in _seats(table) if g.name == state.at)
    return ((Outcome(how, pictures),) if burning else ()) + sat
