"""Choose: pick none, one or some of the pictures; what was picked lies where the scene receives it, else on the
companion's cloth.

Pure: pictures and moves, no clock, no files, no pygame.
"""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from game.core.activity import ANY, Alone, AsWritten, HowMany, MechanicStep, NewName, Otherwise, Pictures, Reference
from game.core.at_most import stays_beside
from game.core.companion import setting
from game.core.gesture import carry, lift, show_carrying, tap, was_tap
from game.core.hold import HOLDS
from game.core.ids import Id, Option, Scenery, Vessel
from game.core.layout import (
    CLOTH,
    TURN,
    TURN_AT,
    beside_options,
    held,
    in_the_air,
    lying,
    middle_seats,
    options,
    seats_most,
    trace,
    turner,
)
from game.core.mechanic import DemoPolicy, Tone, Traits, own
from game.core.picture import FLAT, READY, STANDING, Art, Picture, Stamp, Things, TouchArea, find
from game.core.seating import LARGEST, heap, slots
from game.core.spots import fronts, pools
from game.core.table import CHOSEN, PUT_BACK, Hand, Hands, Move, Outcome, Spot, Table, Touch
from game.core.wrapping import wrapped
from game.system.language import N_

CLOTH_X, CLOTH_Y, CLOTH_WIDTH, CLOTH_HEIGHT = 776, 650, 620, 186
WITHIN_HEM = 156  # of its height: where things lie on it
TRAITS = Traits(
    N_("Choosing"),
    cue=N_("The child chooses from pictures. Each can be put back."),
    tones={"put back": Tone.PUT_BACK, "turn": Tone.TURN},
    goes_home=True,
    by_name=True,
    lays="choose",
)


class Step(MechanicStep, frozen=True):
    """`choose: stone`, then `pictures`, or `from` an earlier choice, or both; `otherwise`: which, where nothing was
    chosen there; and up to how many may be picked (one unless said). `alone`: beside these nothing else is picked."""

    ONE_OF = ("pictures", "from_")
    ONLY_WITH = (("otherwise", "from_"),)
    LEAST = 2

    choose: NewName
    pictures: Pictures = ()
    from_: Reference = ""
    otherwise: Otherwise = ()
    order: AsWritten = False
    up_to: HowMany = 1
    alone: Alone = ()


class State(Struct, frozen=True):
    """What lies on the cloth, in the order it was picked; what was put back; how the tray is turned."""

    chosen: tuple[str, ...] = ()
    put_back: tuple[str, ...] = ()
    turn: int = 0


def touch(table: Table, state: State, hand: Hand | None, touch: Touch) -> Move | Hand | None:
    """A tap picks or puts back; a picture can also be carried to the cloth, or off it."""
    if touch.phase == "press":
        return lift(touch.on, touch) if touch.on in options(table) or touch.on == TURN else None
    if hand is None or touch.phase == "lost":
        return None
    hand = carry(hand, touch)
    return hand if touch.phase == "drag" else _let_go(state, hand, touch)


def _let_go(state: State, hand: Hand, touch: Touch) -> Move | None:
    if not isinstance(hand.what, Option):
        return Move("turn") if was_tap(hand) else None
    name, on_cloth = hand.what.name, touch.on == CLOTH or touch.on in [*map(Option, state.chosen)]
    if name in state.chosen:
        return Move("put back", name) if was_tap(hand) or not on_cloth else None
    return Move("choose", name) if was_tap(hand) or on_cloth else None


def after(table: Table, state: State, move: Move) -> State:
    """The state that follows; one pick more than allowed sends the oldest back to its seat, one alone all."""
    if move.do == "turn":
        return replace(state, turn=state.turn + 1)
    others = tuple(what for what in state.chosen if what != move.what)
    if move.do == "put back":
        return _with(state, others)
    chosen = (*stays_beside(move.what, others, table.step.alone), move.what)
    return _with(state, chosen if table.step.up_to == ANY else chosen[-table.step.up_to :])


def _with(state: State, chosen: tuple[str, ...]) -> State:
    touched = dict.fromkeys(state.put_back + state.chosen)
    return replace(state, chosen=chosen, put_back=tuple(what for what in touched if what not in chosen))


def view(table: Table, state: State, hands: Hands) -> Picture:
    """The pictures, and where what was chosen of them lies."""
    art = {option: o.art for option, o in options(table).items()}
    away = {hand.what for hand in hands}
    gone = away | {Option(name) for name in state.chosen}
    seats = middle_seats(table, state.turn)
    things = [t for s in seats for t in (trace(s) if Option(s.picture.id) in gone else lying(s))]
    picked = [s for s in _picked(table, state, art) if s.id not in away]
    turning = turner(table, seats_most(table), *TURN_AT, 108)
    size = seats[0].size if seats and seats[0].area else 150
    photos = {option for option, o in options(table).items() if o.photo}
    inside, before = (_in_paper(table, (s for s in picked if (s.means in photos) == photo)) for photo in (False, True))
    lying_there = _receiver(table) + turning + tuple(things) + inside
    area = table.layout.receiver
    over = (*(fronts((area,), (area.name,) if picked else ()) if area else ()), *before)  # a photo is seen whole
    worn = art.get(Option(state.chosen[-1]), "") if state.chosen else ""
    behind = setting(table, worn, _as_in_every_scene(table))
    light = pools((_receiving(table),), (area.name,) if picked and area else ())
    return Picture(behind[:1] + light + behind[1:] + lying_there + over + in_the_air(hands, art, size))


def _as_in_every_scene(table: Table) -> Things:
    """The pictures and the cloth, where the scene has no place of its own for them."""
    pictures = (thing for seat in middle_seats(table, 0) if seat.area is None for thing in lying(seat))
    return (*pictures, *(() if table.layout.receiver else _receiver(table)))


def _receiving(table: Table) -> Spot:
    return table.layout.receiver or Spot("cloth", CLOTH_X, CLOTH_Y, CLOTH_WIDTH, WITHIN_HEM)


def _receiver(table: Table) -> Things:
    """Where what was chosen lies: a place of the scene, else the companion's cloth."""
    if area := table.layout.receiver:
        lift = FLAT if area.hold == "hang" else STANDING
        vessel = Stamp(area.vessel, area.x, area.y, area.width, id=Vessel(area.name), lift=lift)
        return (*([vessel] if area.vessel else []), TouchArea(CLOTH, area.x, area.y, area.width, area.height))
    cloth = Stamp("cloth", CLOTH_X, CLOTH_Y, CLOTH_WIDTH, CLOTH_HEIGHT, id=Scenery("cloth"))
    return cloth, TouchArea(CLOTH, CLOTH_X, CLOTH_Y, CLOTH_WIDTH, WITHIN_HEM)


def _receives_at(table: Table) -> tuple[float, float]:
    area = table.layout.receiver
    return (area.x, area.y) if area else (CLOTH_X, CLOTH_Y)


def _picked(table: Table, state: State, art: dict[Id, Art]) -> list[Stamp]:
    chosen = [option for option in map(Option, state.chosen) if option in art]
    if area := table.layout.receiver:
        many, largest = len(chosen), int(area.size) or LARGEST
        apart = slots((area,), max(1, many, table.step.up_to), largest)  # none moves when another one comes
        there = heap(area, many) if HOLDS[area.hold].together else apart
        found = zip(chosen, there, strict=False)
        return [held(Stamp(art[what], p.x, p.y, p.size, id=what, means=what), area.hold) for what, p in found]
    step = min(150, (CLOTH_WIDTH - 60) / max(1, len(chosen)))
    left = CLOTH_X - step * (len(chosen) - 1) / 2
    return [
        Stamp(art[option], left + i * step, CLOTH_Y - 8, min(138, step - 4), id=option, means=option, lift=READY)
        for i, option in enumerate(chosen)
    ]


def _in_paper(table: Table, picked: Iterable[Stamp]) -> tuple[Stamp, ...]:
    """What was picked with the paper that is folded round it, where it is."""
    hold = table.layout.receiver.hold if table.layout.receiver else ""
    return tuple(thing for stamp in picked for thing in wrapped(stamp, hold))


def demo(table: Table, what: Id | None = None) -> tuple[Touch, ...]:
    """A tap on the picture `what`; without one, the neutral sample is carried to the cloth."""
    if not what:
        return show_carrying(beside_options(middle_seats(table, 0)), _receives_at(table))
    here = find(view(table, State(), ()), what)
    return tap(here.x, here.y) if here else ()


def demo_policy(table: Table) -> DemoPolicy:
    """One more than one: the child changes its mind. What is its own it keeps."""
    most = 3 if table.step.up_to == ANY else table.step.up_to
    return DemoPolicy(1, 1) if most == 1 and own(table) else DemoPolicy(min(2, most), max(2, most))


def told(table: Table, state: State) -> tuple[Outcome, ...]:
    """What was chosen, and what was chosen and put back."""
    pictures = {o.id: o for o in table.offered + table.beside}
    chosen = tuple(pictures[what] for what in state.chosen if what in pictures)
    put_back = tuple(pictures[what] for what in state.put_back if what in pictures)
    return tuple(Outcome(how, found) for how, found in ((CHOSEN, chosen), (PUT_BACK, put_back)) if found)
