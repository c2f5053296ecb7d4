"""Place: lay pictures onto the spots of a scene, move them, or leave them on the tray.

Pure: pictures and moves, no clock, no files, no pygame.
"""

from msgspec import Struct
from msgspec.structs import replace

from game.core.activity import (
    ANY,
    ONCE_EACH,
    Again,
    Alone,
    AnyNumber,
    AsWritten,
    AtMost,
    MechanicStep,
    NewName,
    Otherwise,
    Pictures,
    Reference,
    Signs,
    Spots,
    StaysHere,
    Yes,
)
from game.core.at_most import at_most, stays_beside
from game.core.companion import itself, place_setting, setting
from game.core.gesture import carry, keep_lifted, lift, show_carrying, take_over, tap, was_tap
from game.core.ids import Control, Id, Option, SpotId, read_option
from game.core.layout import TRAY, TURN, Seat, beside_options, held, in_the_air, lying, options, trace, tray, tray_seats
from game.core.meant_place import light_where_it_goes
from game.core.mechanic import DemoPolicy, Tone, Traits
from game.core.picture import Picture, Stamp, Things, find
from game.core.placement import SIZE, Placement, has_copies, makes_heaps, room_on, where_it_lies
from game.core.seating import free_cell, halfway
from game.core.spots import come_in_turns, fronts, in_turn, lights, next_one, pools, spots, turned
from game.core.table import CHOSEN, PUT_BACK, Hand, Hands, Move, Outcome, Spot, Table, Touch
from game.core.threads import threads
from game.core.wrapping import wrapped
from game.system.language import N_

BESIDES = 0  # the number of a picture that lies besides on a spot `also onto`
TURN_TRAY = Control("turn-tray")  # where TURN turns from one jar to the next: by so many as there are jars
TRAITS = Traits(
    N_("Laying"),
    cue=N_("The child lays pictures where it wants them. Each can lie somewhere else, or be put back."),
    tones={"put back": Tone.PUT_BACK, "turn": Tone.TURN},
    goes_home=True,
    nothing=N_("nothing was laid"),
)


class Step(MechanicStep, frozen=True):
    """`place: hopes`, then `pictures`, or `from` an earlier choice, or both; `otherwise`: which, where nothing was
    chosen there; `onto` which spots; `also onto`: spots on which it can lie besides, such as the heart; `between: yes`
    where the oldest can lay it between two; `again: yes` where each can be laid as often as one likes, `once each`
    where once at each spot. `signs` are pictures chosen earlier that stand at the spots, in place of the scene's own.
    `up to`: so many can lie there, but at the spots of `any number`; `alone`: at a spot with these nothing else.
    `stays here`: what lies at these spots is on no paper that goes home."""

    ONE_OF = ("pictures", "from_")
    ONLY_WITH = (("otherwise", "from_"), ("any_number", "up_to"))

    place: NewName
    onto: Spots
    also_onto: Spots = ()
    between: Yes = False
    pictures: Pictures = ()
    from_: Reference = ""
    otherwise: Otherwise = ()
    order: AsWritten = False
    again: Again = False
    signs: Signs = ""
    up_to: AtMost = ANY
    any_number: AnyNumber = ()
    stays_here: StaysHere = ()
    alone: Alone = ()


class State(Struct, frozen=True):
    """What lies where; what was laid and put back; how often jars or tray were turned; how many were ever laid."""

    laid: tuple[Placement, ...] = ()
    put_back: tuple[str, ...] = ()
    turn: int = 0
    count: int = 0


def touch(table: Table, state: State, hand: Hand | None, touch: Touch) -> Move | Hand | None:
    """A tap lifts a picture and the next tap says where to; or it is carried there in one go. Where there is one
    picture alone, a tap on a place says all.
    """
    if touch.phase == "press":
        return _press(table, state, hand, touch)
    if hand is None or touch.phase == "lost":
        return None
    hand = carry(hand, touch)
    return hand if touch.phase == "drag" else _let_go(table, state, hand, touch)


def _press(table: Table, state: State, hand: Hand | None, touch: Touch) -> Hand | None:
    if touch.on in (TURN, TURN_TRAY):
        return lift(touch.on, touch)
    if hand and (hand.what in _where(state) or touch.on not in options(table) or touch.on in _where(state)):
        return take_over(hand, touch)  # with something in the air, what lies there is only the ground
    meant = touch.on in options(table) or touch.on in _where(state) or _alone(table, state, touch.on)
    return lift(touch.on, touch) if meant else None


def _let_go(table: Table, state: State, hand: Hand, touch: Touch) -> Move | Hand | None:
    if isinstance(hand.what, Control):
        return Move("turn", TRAY.name if hand.what == TURN_TRAY else "") if was_tap(hand) else None
    if isinstance(hand.what, SpotId):
        what, (x, y) = _alone(table, state, hand.what), hand.start
        return Move("lay", str(what), hand.what.name, round(x), round(y)) if what and was_tap(hand) else None
    if hand.fresh and was_tap(hand):
        home = find(view(table, state, ()), hand.what)
        return keep_lifted(hand, home.x, home.y) if home else None
    where = _where(state)
    on = where.get(touch.on, touch.on) if touch.on else None
    if on in _spot_ids(table):
        return Move("lay", str(hand.what), on.name, round(touch.x), round(touch.y))
    on_tray = touch.on == TRAY or touch.on in options(table)
    return Move("put back", str(hand.what)) if on_tray and hand.what in where else None


def _alone(table: Table, state: State, spot: Id | None) -> Id | None:
    """The one picture that there is, where this is a place and it does not lie there; none that lies beside others, as
    a blank card.
    """
    pictures = [*options(table)]
    if spot not in _spot_ids(table) or len(pictures) != 1 or table.beside:
        return None
    return pictures[0] if makes_heaps(table) or _where(state).get(pictures[0]) != spot else None


def after(table: Table, state: State, move: Move) -> State:
    """The state that follows; a picture takes the free cell nearest to where it was let go."""
    if move.do == "turn":
        return replace(state, turn=turned(table, state.turn, move.what == TRAY.name))
    what = read_option(move.what)
    others = tuple(laid for laid in state.laid if laid.what != what)
    if move.do == "put back":
        still_there = table.step.also_onto and what.name in {laid.what.name for laid in others}
        back = state.put_back if still_there else tuple(dict.fromkeys((*state.put_back, what.name)))
        return replace(state, laid=others, put_back=back)
    spot = {spot.name: spot for spot in (*_spots(table), *_shown_spots(table, state))}[move.to]
    one_more = table.step.again and what.number is None
    what = Option(what.name, state.count) if one_more else what
    if table.step.again == ONCE_EACH:
        others = tuple(one for one in others if (one.what.name, one.spot) != (what.name, spot.name))
    if table.step.also_onto:
        what = Option(what.name, BESIDES if spot.name in _besides(table) else None)
        moved = {what, read_option(move.what)} if what.number is None else {what}
        others = tuple(laid for laid in state.laid if laid.what not in moved)
    stay = _beside(table, what, spot, others)
    laid = (*stay, Placement(what, move.to, _free_cell(table, spot, stay, move)))
    laid = at_most(laid, table.step.up_to, _besides(table).union(table.step.any_number))
    kinds = dict.fromkeys((*state.put_back, *(found.what.name for found in others)))
    kept = tuple(kind for kind in kinds if kind not in {found.what.name for found in laid})
    return State(laid, kept, state.turn, state.count + one_more)


def _beside(table: Table, what: Option, spot: Spot, others: tuple[Placement, ...]) -> tuple[Placement, ...]:
    """What stays where it lies when this comes to the spot."""
    there = stays_beside(what.name, [one.what.name for one in others if one.spot == spot.name], table.step.alone)
    return tuple(one for one in others if one.spot != spot.name or one.what.name in there)


def _besides(table: Table) -> set[str]:
    """The spots on which a picture lies besides where it is."""
    return {spot.name for spot in table.step.also_onto}


def _between(table: Table) -> tuple[Spot, ...]:
    """The places between two spots, where the step has these."""
    return halfway(table.spots, SIZE) if table.step.between and table.band == "big" else ()


def _spots(table: Table) -> tuple[Spot, ...]:
    """All places where something can lie."""
    return table.spots + _between(table)


def _spot_ids(table: Table) -> set[SpotId]:
    return {SpotId(spot.name) for spot in _spots(table)}


def _free_cell(table: Table, spot: Spot, others: tuple[Placement, ...], move: Move) -> int:
    taken = [laid.cell for laid in others if laid.spot == spot.name]
    return free_cell(room_on(table, spot), taken, move.at, makes_heaps(table))


def view(table: Table, state: State, hands: Hands) -> Picture:
    """The spots with what lies on them; the tray below with what does not."""
    shown, between, away = _shown_spots(table, state), _between(table), {hand.what for hand in hands}
    lie = _where(state).items()
    filled, laid = {found.spot for found in state.laid}, _all_laid(table, state, shown + between, away)
    tied = [(g.thread, stamp) for g in shown if g.thread for stamp in laid if (stamp.means, SpotId(g.name)) in lie]
    behind = setting(table) if has_copies(table) else place_setting(table)
    meant, before = light_where_it_goes(table, shown + between, filled, hands)
    lit = (*behind[:1], *pools(shown, filled), *meant, *behind[1:], *lights(shown, filled))
    things = lit + spots(between) + spots(shown) + _turning(table)
    over = (*fronts(shown, filled), *before, *_resting(table, state, away), *threads(table, tied))
    seen = (*things, *laid, *over, *_held(table, state, hands))
    alone = not has_copies(table)
    return Picture(tuple(itself(thing, table) if alone and isinstance(thing, Stamp) else thing for thing in seen))


def _all_laid(table: Table, state: State, shown: tuple[Spot, ...], away: set[Id | None]) -> list[Stamp]:
    """What lies on these spots and is not in the air; what is nearer lies over the rest: of each a corner is seen."""
    here = (found for found in state.laid if found.what not in away)
    laid = [stamp for found in here for stamp in _laid(table, state, found, shown)]
    return sorted(laid, key=lambda stamp: (stamp.y, stamp.x))


def _seats(table: Table, state: State) -> tuple[Seat, ...]:
    """The places on the tray, and what belongs there; it is turned when all jars have come."""
    return tray_seats(table, state.turn // len(table.spots) if come_in_turns(table) else state.turn)


def _resting(table: Table, state: State, away: set[Id | None]) -> Things:
    """What lies ready on the tray, and the traces of what does not."""
    gone = set(_where(state)) | (set() if table.step.again else away)
    seats = _seats(table, state)
    return tuple(t for s in seats for t in (trace(s) if Option(s.picture.id) in gone else lying(s)))


def _held(table: Table, state: State, hands: Hands) -> Things:
    """What is in the air, as large as it lies ready."""
    if not hands:
        return ()
    pictures, seats = options(table), _seats(table, state)
    art = {option: o.art for option, o in pictures.items()}
    art |= {laid.what: art[_original(laid.what)] for laid in state.laid if _original(laid.what) in art}
    size = seats[0].size if seats and seats[0].area else SIZE
    return in_the_air(hands, art, size, pictures if table.step.again else ())


def _shown_spots(table: Table, state: State) -> tuple[Spot, ...]:
    """The spots that are there now: jars come in turns."""
    return in_turn(table, state.turn % len(table.spots)) if come_in_turns(table) else table.spots


def _turning(table: Table) -> Things:
    """The tray with what turns it and, where jars come in turns, what turns to the next."""
    return (*tray(table, TURN_TRAY), *next_one(table)) if come_in_turns(table) else tray(table)


def _laid(table: Table, state: State, laid: Placement, shown: tuple[Spot, ...]) -> tuple[Stamp, ...]:
    """It, in paper where things are wrapped there; nothing where the picture or the spot is not there now."""
    spot = next((spot for spot in shown if spot.name == laid.spot), None)
    picture = options(table).get(_original(laid.what))
    if spot is None or picture is None:
        return ()
    size, (x, y) = where_it_lies(table, state.laid, laid, spot)
    found = Stamp(picture.on(spot.hold), x, y, size, id=laid.what, means=laid.what)
    return wrapped(held(found, spot.hold), spot.hold)


def demo(table: Table, what: Id | None = None) -> tuple[Touch, ...]:
    """A tap on the picture `what`, then one on the first spot; without one, neutral samples are carried to spots."""
    shown = _shown_spots(table, State())[:3]
    if not what:
        start = beside_options(tray_seats(table, 0))
        return tuple(touch for to in shown for touch in show_carrying(start, (to.x, to.y)))
    here = find(view(table, State(), ()), what)
    return tap(here.x, here.y) + tap(shown[0].x, shown[0].y) if here else ()


def demo_policy(table: Table) -> DemoPolicy:
    """Some pictures, and all that is the child's own."""
    return DemoPolicy(4, 6, all_own=True, again=bool(table.step.again))


def told(table: Table, state: State) -> tuple[Outcome, ...]:
    """Spot by spot what lies there, in the file's own order where it has one, then what was put back."""
    pictures = options(table)
    order = [*pictures] if table.as_written else []
    laid = sorted(state.laid, key=lambda x: order.index(_original(x.what))) if order else state.laid
    there, heaps = _as_named(table), makes_heaps(table)
    lie = {g.name: tuple(pictures[_original(x.what)] for x in laid if x.spot == g.name) for g in there}
    rows = [Outcome(CHOSEN, lie[g.name], g.name, g.label, apart=heaps and not g.vessel) for g in there]
    rows.append(Outcome(PUT_BACK, tuple(pictures[Option(name)] for name in state.put_back if Option(name) in pictures)))
    return tuple(row for row in rows if row.pictures)


def _as_named(table: Table) -> list[Spot]:
    """All places in the order in which the file names them, then those between two."""
    named = {spot.name: number for number, spot in enumerate((*table.step.onto, *table.step.also_onto))}
    return [*sorted(table.spots, key=lambda spot: named.get(spot.name, len(named))), *_between(table)]


def _where(state: State) -> dict[Id, SpotId]:
    return {laid.what: SpotId(laid.spot) for laid in state.laid}


def _original(what: Option) -> Option:
    """What lies on the tray, of which this may be a copy."""
    return Option(what.name)
